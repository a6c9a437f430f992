customElements.get("byline-chat")||
(()=>{var le=globalThis,ce=le.ShadowRoot&&(le.ShadyCSS===void 0||le.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Le=Symbol(),st=new WeakMap,Y=class{constructor(e,r,s){if(this._$cssResult$=!0,s!==Le)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(ce&&e===void 0){let s=r!==void 0&&r.length===1;s&&(e=st.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&st.set(r,e))}return e}toString(){return this.cssText}},it=t=>new Y(typeof t=="string"?t:t+"",void 0,Le),y=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((s,i,n)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+t[n+1],t[0]);return new Y(r,t,Le)},nt=(t,e)=>{if(ce)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let s=document.createElement("style"),i=le.litNonce;i!==void 0&&s.setAttribute("nonce",i),s.textContent=r.cssText,t.appendChild(s)}},Ne=ce?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let s of e.cssRules)r+=s.cssText;return it(r)})(t):t;var{is:dr,defineProperty:hr,getOwnPropertyDescriptor:pr,getOwnPropertyNames:ur,getOwnPropertySymbols:mr,getPrototypeOf:fr}=Object,de=globalThis,at=de.trustedTypes,gr=at?at.emptyScript:"",br=de.reactiveElementPolyfillSupport,X=(t,e)=>t,qe={toAttribute(t,e){switch(e){case Boolean:t=t?gr:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},lt=(t,e)=>!dr(t,e),ot={attribute:!0,type:String,converter:qe,reflect:!1,useDefault:!1,hasChanged:lt};Symbol.metadata??=Symbol("metadata"),de.litPropertyMetadata??=new WeakMap;var T=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=ot){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let s=Symbol(),i=this.getPropertyDescriptor(e,s,r);i!==void 0&&hr(this.prototype,e,i)}}static getPropertyDescriptor(e,r,s){let{get:i,set:n}=pr(this.prototype,e)??{get(){return this[r]},set(a){this[r]=a}};return{get:i,set(a){let l=i?.call(this);n?.call(this,a),this.requestUpdate(e,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ot}static _$Ei(){if(this.hasOwnProperty(X("elementProperties")))return;let e=fr(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(X("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(X("properties"))){let r=this.properties,s=[...ur(r),...mr(r)];for(let i of s)this.createProperty(i,r[i])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[s,i]of r)this.elementProperties.set(s,i)}this._$Eh=new Map;for(let[r,s]of this.elementProperties){let i=this._$Eu(r,s);i!==void 0&&this._$Eh.set(i,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let s=new Set(e.flat(1/0).reverse());for(let i of s)r.unshift(Ne(i))}else e!==void 0&&r.push(Ne(e));return r}static _$Eu(e,r){let s=r.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let s of r.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return nt(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,s){this._$AK(e,s)}_$ET(e,r){let s=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,s);if(i!==void 0&&s.reflect===!0){let n=(s.converter?.toAttribute!==void 0?s.converter:qe).toAttribute(r,s.type);this._$Em=e,n==null?this.removeAttribute(i):this.setAttribute(i,n),this._$Em=null}}_$AK(e,r){let s=this.constructor,i=s._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let n=s.getPropertyOptions(i),a=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:qe;this._$Em=i;let l=a.fromAttribute(r,n.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,r,s,i=!1,n){if(e!==void 0){let a=this.constructor;if(i===!1&&(n=this[e]),s??=a.getPropertyOptions(e),!((s.hasChanged??lt)(n,r)||s.useDefault&&s.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,s))))return;this.C(e,r,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:s,reflect:i,wrapped:n},a){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??r??this[e]),n!==!0||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(r=void 0),this._$AL.set(e,r)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,n]of this._$Ep)this[i]=n;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[i,n]of s){let{wrapped:a}=n,l=this[i];a!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,n,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(r)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};T.elementStyles=[],T.shadowRootOptions={mode:"open"},T[X("elementProperties")]=new Map,T[X("finalized")]=new Map,br?.({ReactiveElement:T}),(de.reactiveElementVersions??=[]).push("2.1.2");var je=globalThis,ct=t=>t,he=je.trustedTypes,dt=he?he.createPolicy("lit-html",{createHTML:t=>t}):void 0,gt="$lit$",N=`lit$${Math.random().toFixed(9).slice(2)}$`,bt="?"+N,$r=`<${bt}>`,M=document,ee=()=>M.createComment(""),te=t=>t===null||typeof t!="object"&&typeof t!="function",Be=Array.isArray,yr=t=>Be(t)||typeof t?.[Symbol.iterator]=="function",Oe=`[ 	
\f\r]`,Z=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ht=/-->/g,pt=/>/g,O=RegExp(`>|${Oe}(?:([^\\s"'>=/]+)(${Oe}*=${Oe}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ut=/'/g,mt=/"/g,$t=/^(?:script|style|textarea|title)$/i,He=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),o=He(1),Qs=He(2),Ys=He(3),z=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),ft=new WeakMap,R=M.createTreeWalker(M,129);function yt(t,e){if(!Be(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return dt!==void 0?dt.createHTML(e):e}var vr=(t,e)=>{let r=t.length-1,s=[],i,n=e===2?"<svg>":e===3?"<math>":"",a=Z;for(let l=0;l<r;l++){let c=t[l],p,u,m=-1,g=0;for(;g<c.length&&(a.lastIndex=g,u=a.exec(c),u!==null);)g=a.lastIndex,a===Z?u[1]==="!--"?a=ht:u[1]!==void 0?a=pt:u[2]!==void 0?($t.test(u[2])&&(i=RegExp("</"+u[2],"g")),a=O):u[3]!==void 0&&(a=O):a===O?u[0]===">"?(a=i??Z,m=-1):u[1]===void 0?m=-2:(m=a.lastIndex-u[2].length,p=u[1],a=u[3]===void 0?O:u[3]==='"'?mt:ut):a===mt||a===ut?a=O:a===ht||a===pt?a=Z:(a=O,i=void 0);let f=a===O&&t[l+1].startsWith("/>")?" ":"";n+=a===Z?c+$r:m>=0?(s.push(p),c.slice(0,m)+gt+c.slice(m)+N+f):c+N+(m===-2?l:f)}return[yt(t,n+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},re=class t{constructor({strings:e,_$litType$:r},s){let i;this.parts=[];let n=0,a=0,l=e.length-1,c=this.parts,[p,u]=vr(e,r);if(this.el=t.createElement(p,s),R.currentNode=this.el.content,r===2||r===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(i=R.nextNode())!==null&&c.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let m of i.getAttributeNames())if(m.endsWith(gt)){let g=u[a++],f=i.getAttribute(m).split(N),oe=/([.?@])?(.*)/.exec(g);c.push({type:1,index:n,name:oe[2],strings:f,ctor:oe[1]==="."?Me:oe[1]==="?"?ze:oe[1]==="@"?Pe:I}),i.removeAttribute(m)}else m.startsWith(N)&&(c.push({type:6,index:n}),i.removeAttribute(m));if($t.test(i.tagName)){let m=i.textContent.split(N),g=m.length-1;if(g>0){i.textContent=he?he.emptyScript:"";for(let f=0;f<g;f++)i.append(m[f],ee()),R.nextNode(),c.push({type:2,index:++n});i.append(m[g],ee())}}}else if(i.nodeType===8)if(i.data===bt)c.push({type:2,index:n});else{let m=-1;for(;(m=i.data.indexOf(N,m+1))!==-1;)c.push({type:7,index:n}),m+=N.length-1}n++}}static createElement(e,r){let s=M.createElement("template");return s.innerHTML=e,s}};function H(t,e,r=t,s){if(e===z)return e;let i=s!==void 0?r._$Co?.[s]:r._$Cl,n=te(e)?void 0:e._$litDirective$;return i?.constructor!==n&&(i?._$AO?.(!1),n===void 0?i=void 0:(i=new n(t),i._$AT(t,r,s)),s!==void 0?(r._$Co??=[])[s]=i:r._$Cl=i),i!==void 0&&(e=H(t,i._$AS(t,e.values),i,s)),e}var Re=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:s}=this._$AD,i=(e?.creationScope??M).importNode(r,!0);R.currentNode=i;let n=R.nextNode(),a=0,l=0,c=s[0];for(;c!==void 0;){if(a===c.index){let p;c.type===2?p=new se(n,n.nextSibling,this,e):c.type===1?p=new c.ctor(n,c.name,c.strings,this,e):c.type===6&&(p=new Ue(n,this,e)),this._$AV.push(p),c=s[++l]}a!==c?.index&&(n=R.nextNode(),a++)}return R.currentNode=M,i}p(e){let r=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,r),r+=s.strings.length-2):s._$AI(e[r])),r++}},se=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,s,i){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=s,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=H(this,e,r),te(e)?e===d||e==null||e===""?(this._$AH!==d&&this._$AR(),this._$AH=d):e!==this._$AH&&e!==z&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):yr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==d&&te(this._$AH)?this._$AA.nextSibling.data=e:this.T(M.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:s}=e,i=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=re.createElement(yt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===i)this._$AH.p(r);else{let n=new Re(i,this),a=n.u(this.options);n.p(r),this.T(a),this._$AH=n}}_$AC(e){let r=ft.get(e.strings);return r===void 0&&ft.set(e.strings,r=new re(e)),r}k(e){Be(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,s,i=0;for(let n of e)i===r.length?r.push(s=new t(this.O(ee()),this.O(ee()),this,this.options)):s=r[i],s._$AI(n),i++;i<r.length&&(this._$AR(s&&s._$AB.nextSibling,i),r.length=i)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let s=ct(e).nextSibling;ct(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},I=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,s,i,n){this.type=1,this._$AH=d,this._$AN=void 0,this.element=e,this.name=r,this._$AM=i,this.options=n,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=d}_$AI(e,r=this,s,i){let n=this.strings,a=!1;if(n===void 0)e=H(this,e,r,0),a=!te(e)||e!==this._$AH&&e!==z,a&&(this._$AH=e);else{let l=e,c,p;for(e=n[0],c=0;c<n.length-1;c++)p=H(this,l[s+c],r,c),p===z&&(p=this._$AH[c]),a||=!te(p)||p!==this._$AH[c],p===d?e=d:e!==d&&(e+=(p??"")+n[c+1]),this._$AH[c]=p}a&&!i&&this.j(e)}j(e){e===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Me=class extends I{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===d?void 0:e}},ze=class extends I{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==d)}},Pe=class extends I{constructor(e,r,s,i,n){super(e,r,s,i,n),this.type=5}_$AI(e,r=this){if((e=H(this,e,r,0)??d)===z)return;let s=this._$AH,i=e===d&&s!==d||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,n=e!==d&&(s===d||i);i&&this.element.removeEventListener(this.name,this,s),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ue=class{constructor(e,r,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}};var wr=je.litHtmlPolyfillSupport;wr?.(re,se),(je.litHtmlVersions??=[]).push("3.3.3");var vt=(t,e,r)=>{let s=r?.renderBefore??e,i=s._$litPart$;if(i===void 0){let n=r?.renderBefore??null;s._$litPart$=i=new se(e.insertBefore(ee(),n),n,void 0,r??{})}return i._$AI(t),i};var Ie=globalThis,b=class extends T{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=vt(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return z}};b._$litElement$=!0,b.finalized=!0,Ie.litElementHydrateSupport?.({LitElement:b});var kr=Ie.litElementPolyfillSupport;kr?.({LitElement:b});(Ie.litElementVersions??=[]).push("4.2.2");var wt=y`
  :host {
    container-type: inline-size;
  }

  section,
  .claims,
  .foot {
    margin-block-start: 1.75rem;
  }

  section > .label {
    padding-block-end: 0.4rem;
    border-block-end: 1px solid var(--_ink);
  }

  .direct {
    font: 400 1.5em / 1.3 var(--_serif);
    text-wrap: pretty;
  }

  .aside {
    margin-block-start: 0.9rem;
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_disputed);
    font-size: 0.9375em;
  }

  /* Holds what is hidden within it, which would else widen the page. */
  .scroll {
    position: relative;
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    line-height: 1.4;
  }

  th,
  td {
    min-inline-size: 7rem;
    padding-block: 0.55rem;
    padding-inline: 0 1rem;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    font-weight: 400;
  }

  tbody th {
    font-weight: 600;
  }

  th .detail,
  .about {
    display: block;
    font-weight: 400;
  }

  .about {
    display: -webkit-box;
    overflow: hidden;
    max-inline-size: 26ch;
    min-inline-size: 16ch;
    color: var(--_muted);
    font: 400 0.875rem / 1.4 var(--_serif);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  thead th:first-child {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .none {
    color: var(--_muted);
  }

  .in {
    white-space: nowrap;
  }

  .sources li {
    display: grid;
    grid-template-columns: 2.25rem 1fr;
    padding-block: 0.6rem;
    border-block-end: 1px solid var(--_rule);
  }

  .sources .n {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.8;
  }

  .sources .title {
    color: inherit;
    font: 400 1.0625em / 1.35 var(--_serif);
    text-decoration-color: var(--_edge);
  }

  .sources p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.6rem;
    align-items: baseline;
    margin-block-start: 0.2rem;
    font-size: 0.8125rem;
  }

  .copy,
  .compared > p {
    padding-block-start: 0.7rem;
    font-size: 0.9375em;
  }

  .copy .button,
  .compared .button {
    margin-inline-start: 0.3rem;
  }

  .change {
    padding-block: 0.7rem;
    border-block-end: 1px solid var(--_rule);
  }

  .kind {
    margin-block: 0 0.3rem;
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.4rem 1.5rem;
  }

  .side {
    display: flex;
    gap: 0.4rem;
    align-items: baseline;
  }

  .of {
    flex: none;
  }

  .side .detail {
    font-size: 0.9375em;
  }

  .side .words {
    font: 400 0.9375em / 1.45 var(--_serif);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1.5rem;
    align-items: center;
    justify-content: space-between;
  }

  .foot .detail {
    flex: 1 1 18rem;
  }

  .exports {
    display: flex;
    gap: 0.5rem;
  }

  .lead {
    margin-block-start: 0.35rem;
    color: var(--_muted);
  }

  .columns {
    display: grid;
    grid-template-columns: 3fr 2fr;
    gap: 0 2.5rem;
  }

  .missed,
  .tally {
    padding-block-start: 0.7rem;
  }

  .missed strong {
    display: block;
    font-weight: 600;
  }

  .tally li {
    display: grid;
    grid-template-columns: 3.5ch 1fr;
    font-size: 0.9375em;
  }

  .tally .n {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .nearest li {
    padding-block: 0.8rem;
    border-block-end: 1px solid var(--_rule);
  }

  .nearest blockquote {
    font: 400 1em / 1.5 var(--_serif);
  }

  .nearest p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.8rem;
    align-items: baseline;
    margin-block-start: 0.3rem;
    font-size: 0.875rem;
  }

  @container (max-width: 34rem) {
    .columns,
    .sides {
      grid-template-columns: 1fr;
    }

    .direct {
      font-size: 1.3em;
    }

    th,
    td {
      min-inline-size: 5rem;
      padding-inline: 0 0.6rem;
    }

    .about {
      min-inline-size: 11ch;
    }
  }
`;var kt=y`
  .claims {
    border-block-start: 1px solid var(--_ink);
  }

  .claim {
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    padding-block: 1rem 1.1rem;
    border-block-end: 1px solid var(--_rule);
    scroll-margin-block: 4rem;
  }

  .claim > * {
    grid-column: 2;
  }

  .claim > .number {
    grid-row: 1;
    grid-column: 1;
    align-self: baseline;
    font: 400 1.25em / 1.2 var(--_serif);
    color: var(--_muted);
  }

  .claim > .hidden {
    position: absolute;
  }

  .strength {
    display: flex;
    align-self: baseline;
    flex-wrap: wrap;
    gap: 0.15rem 0.6rem;
    align-items: baseline;
  }

  .badge {
    padding-inline-start: 0.5rem;
    border-inline-start: 4px solid var(--_edge);
    font-size: 0.875rem;
    font-weight: 600;
    line-height: 1.2;
  }

  .badge[data-kind="corroborated"] {
    border-color: currentcolor;
    color: var(--_agreed);
  }

  .badge[data-kind="disputed"] {
    border-inline-start-style: double;
    border-color: currentcolor;
    color: var(--_disputed);
  }

  .badge[data-kind="denied"] {
    border-inline-start-style: double;
    border-color: currentcolor;
    color: var(--_denied);
  }

  .badge[data-kind="single"] {
    border-inline-start-style: dotted;
  }

  .text {
    margin-block-start: 0.4rem;
    font: 400 1.0625em / 1.5 var(--_serif);
    text-wrap: pretty;
  }

  .evidence {
    margin-block-start: 0.65rem;
  }

  .evidence > li + li {
    margin-block-start: 0.6rem;
  }

  .report {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.6rem;
    align-items: baseline;
    padding-block: 0.12rem;
    font-size: 0.875rem;
  }

  .report .stance {
    margin-inline: 0.35em 0.2em;
  }

  .link-of[data-named="false"] {
    font-style: italic;
  }

  .link-of,
  .voice {
    font-size: 0.875rem;
  }

  .voice {
    color: var(--_muted);
  }

  .arrow {
    display: inline-block;
    margin-inline: 0.1em 0.15em;
    color: var(--_muted);
  }

  .arrow:dir(rtl) {
    transform: scaleX(-1);
  }

  .hedged {
    padding-inline: 0.4em;
    border: 1px dashed var(--_disputed);
    border-radius: var(--_radius);
    color: var(--_disputed);
    font-size: 0.8125rem;
  }

  .evidence blockquote {
    margin: 0.3rem 0 0;
    padding-inline-start: 0.9rem;
    border-inline-start: 1px solid var(--_edge);
    color: var(--_muted);
    font: 400 0.9375em / 1.5 var(--_serif);
  }

  .evidence details {
    margin-inline-start: 1.7rem;
  }

  summary {
    inline-size: fit-content;
    color: var(--_muted);
    font-size: 0.8125rem;
    cursor: pointer;
  }

  blockquote .content {
    color: var(--_ink);
  }

  blockquote .hedge,
  .text .hedge {
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
  }

  .notes {
    margin-block-start: 0.7rem;
  }

  .note {
    font-size: 0.9375em;
  }

  .relation {
    padding: 0.45rem 0.75rem;
    background: var(--_raised);
    border-inline-start: 4px double var(--_disputed);
  }

  .relation + .relation {
    margin-block-start: 0.35rem;
  }

  .relation[data-kind="differs"] {
    border-inline-start: 4px dotted var(--_edge);
  }

  .verb {
    font-weight: 600;
  }

  .verb::first-letter {
    text-transform: uppercase;
  }

  q {
    font-family: var(--_serif);
    quotes: "“" "”";
  }

  .retracted {
    color: var(--_muted);
  }

  .claim {
    animation: arrive 0.25s ease-out;
  }

  @keyframes arrive {
    from {
      opacity: 0;
    }
  }

  @container (max-width: 34rem) {
    .claim {
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: 0.6rem;
    }

    .claim > :not(.number, .strength) {
      grid-column: 1 / -1;
    }
  }
`;var xt=y`
  .detail {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .marker {
    padding: 0 0.1em;
    border: 0;
    background: none;
    color: var(--_accent);
    font: 600 0.8125rem / 1.4 var(--_sans);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .marker:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .chip {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0.05em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    background: var(--_raised);
    font-size: 0.8125rem;
    line-height: 1.45;
    vertical-align: baseline;
  }

  .chip[data-level="inferred"],
  .chip[data-level="unknown"] {
    border-style: dashed;
  }

  .chip .id {
    display: inline-block;
    max-inline-size: 9ch;
    overflow: hidden;
    color: var(--_muted);
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }

  .stance {
    font-weight: 600;
    font-size: 0.875rem;
  }

  .stance[data-stance="denies"] {
    color: var(--_denied);
  }

  .stance[data-stance="accuses"] {
    color: var(--_disputed);
  }

  .stance[data-stance="declines"],
  .stance[data-stance="uncertain"] {
    font-style: italic;
  }
`;var A=y`
  :host {
    --_paper: var(--byline-paper, light-dark(#fbfaf7, #14171b));
    --_raised: var(--byline-raised, light-dark(#f3f1eb, #1d2126));
    --_ink: var(--byline-ink, light-dark(#1c1e22, #e8e6e1));
    --_muted: var(--byline-muted, light-dark(#5f5b53, #aba69b));
    --_rule: var(--byline-rule, light-dark(#dcd8ce, #383a40));
    --_edge: var(--byline-edge, light-dark(#8a857a, #77746c));
    --_accent: var(--byline-accent, light-dark(#1d4e79, #8fbce8));
    --_on-accent: var(--byline-on-accent, light-dark(#ffffff, #10191c));
    --_mark: var(--byline-mark, light-dark(#fdedb0, #4c4213));
    --_denied: var(--byline-denied, light-dark(#96291c, #f2a094));
    --_disputed: var(--byline-disputed, light-dark(#774a00, #e8bd70));
    --_agreed: var(--byline-agreed, light-dark(#205c38, #8ccda4));
    --_serif: var(--byline-serif, "Iowan Old Style", "Palatino Linotype", Charter, Georgia, "Noto Serif", serif);
    --_sans: var(--byline-sans, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
    --_size: var(--byline-size, 1rem);
    --_radius: var(--byline-radius, 3px);

    display: block;
    color: var(--_ink);
    font: 400 var(--_size) / 1.5 var(--_sans);
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  /* What Byline says is English, also on a page that runs from right to left. */
  p,
  .kind,
  li,
  dd,
  .detail,
  .badge {
    unicode-bidi: plaintext;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
    text-align: start;
  }

  .link:hover {
    text-decoration-thickness: 2px;
  }

  .button {
    padding: 0.4em 0.9em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    font-size: 0.875em;
    line-height: 1.4;
  }

  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .button.chief {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .label {
    color: var(--_muted);
    font-size: 0.75em;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .chip,
    mark {
      border: 1px solid;
    }
  }
`;function pe(t,e){let r=matchMedia("(prefers-reduced-motion: reduce)").matches;t.scrollIntoView({block:e,behavior:r?"auto":"smooth"})}function ie(){let t=document.activeElement;for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t}var xr=/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu,_r=/[\u0085\u2028\u2029]/g;function k(t){return String(t).replace(_r,`
`).replace(xr,e=>e==="\r"?`
`:"�")}function h(t){return k(String(t).replaceAll(`\r
`,`
`)).split(/\s+/).filter(Boolean).join(" ")}function F(t){if(!t||!/^https?:\/\//i.test(t))return null;try{let e=new URL(t);return["http:","https:"].includes(e.protocol)?e.href:null}catch{return null}}var w=class{#t;#e=[];constructor(e){this.#t=e;let r=0;for(let s of e.matchAll(/[\u{10000}-\u{10FFFF}]/gu))this.#e.push(s.index-r++);this.length=e.length-r}unit(e){let r=Math.min(Math.max(e,0),this.length),[s,i]=[0,this.#e.length];for(;s<i;){let n=s+i>>1;this.#e[n]<r?s=n+1:i=n}return r+s}slice(e,r){return this.#t.slice(this.unit(e),this.unit(r))}};function D(t,e,r){let s=r.filter(a=>a.start<e&&a.end>t&&a.start<a.end),i=new Set([t,e]);for(let a of s)for(let l of[a.start,a.end])l>t&&l<e&&i.add(l);let n=[...i].sort((a,l)=>a-l);return n.slice(0,-1).map((a,l)=>{let c=n[l+1],p=s.filter(u=>u.start<=a&&u.end>=c).map(u=>u.name);return{start:a,end:c,names:[...new Set(p)]}})}function _(t,e,r=""){switch(Math.min(6,Math.max(2,t))){case 2:return o`<h2 class=${r} dir="auto">${e}</h2>`;case 3:return o`<h3 class=${r} dir="auto">${e}</h3>`;case 4:return o`<h4 class=${r} dir="auto">${e}</h4>`;case 5:return o`<h5 class=${r} dir="auto">${e}</h5>`;default:return o`<h6 class=${r} dir="auto">${e}</h6>`}}function ue({text:t,reports:e}){let r=h(t),s=new Set(e.map(p=>p.citation)),i=Sr(r,e),n=[],a=new Set,l=0;for(let p of r.matchAll(/\[(\d+)\]/g)){let u=Number(p[1]);!s.has(u)||i.some(([m,g])=>m<=p.index&&p.index<g)||(p.index>l&&n.push(r.slice(l,p.index)),n.push(u),a.add(u),l=p.index+p[0].length)}l<r.length&&n.push(r.slice(l));let c=[...s].filter(p=>!a.has(p));return c.length?[...n," ",...c]:n}function _t(t){return h(t).split(/(“[^”]*”|\[\d+\])/).filter(Boolean).map(r=>/^\[\d+\]$/.test(r)?Number(r.slice(1,-1)):r)}function Sr(t,e){let r=[];for(let s of e){let n=new w(s.quote).slice(s.content.start-s.start,s.content.end-s.start);for(let a of[s.quote,n,s.context?.quote??""].map(h))for(let l=a?t.indexOf(a):-1;l>=0;l=t.indexOf(a,l+1))r.push([l,l+a.length])}return r}function me({text:t,reports:e}){let r=h(t),s=new Map;for(let i of e){let n=h(i.quote),a=r.includes(n)?"":n;s.set(a,[...s.get(a)??[],i])}return[...s].map(([i,n])=>({quote:i,reports:n}))}function Fe({content:t,cue:e,context:r,chain:s,hedges:i}){let n=c=>p=>({name:c,start:p.start,end:p.end}),a=c=>c?[c]:[];return[n("content")(t),...a(e).map(n("cue")),...a(r).map(n("context")),...(s??[]).map(n("source")),...i.map(n("hedge"))].filter(({start:c,end:p})=>Number.isInteger(c)&&Number.isInteger(p))}var St={single:"one text",same_origin:"one origin",corroborated:"corroborated",disputed:"disputed",denied:"only denied"},Ar={asserts:"says",denies:"denies",admits:"admits",confirms:"confirms",accuses:"accuses",declines:"leaves it open",uncertain:"leaves it open"},Er={declared:"given by whoever added the article",site:"read from the site’s own data",stated:"stated on the page",self_reference:"the page names itself so",inferred:"inferred from traces on the page",unknown:"not known"},Cr={omitted_from_copy:"left it out of its copy",not_reported:"does not report it"},Tr={disputed:["disputes","is disputed by"],conflicts:["cannot hold together with","cannot hold together with"],differs:["is not of the same as","is not of the same as"]},Lr=["no","one","two","three","four","five","six","seven","eight","nine","ten"],K=t=>String(t).replaceAll("_"," "),$=(t,e)=>t===1?`1 ${e}`:`${t} ${e}s`,q=t=>t?Ar[t]??K(t):"",P=t=>Er[t]??K(t),fe=t=>Cr[t]??K(t);function ge(t,e){return(Tr[t]??[K(t),K(t)])[e?0:1]}function be({agreement:t,counts:e,reports:r}){let s=Object.hasOwn(St,t)?t:"other",i=St[t]??K(t);t==="corroborated"&&(i+=` by ${Lr[e.origins]??e.origins} origins`),t==="disputed"&&(i+=": asserted and denied"),t==="same_origin"&&new Set(r.map(a=>a.origin)).size>1&&(i="independence not shown");let n=[$(e.articles,"article")];return e.articles>1&&n.push($(e.texts,"text"),$(e.origins,"origin")),e.confirmations_claimed&&n.push(`${$(e.confirmations_claimed,"confirmation")} claimed, which is no origin`),{kind:s,badge:i,detail:n.join(" · ")}}function W({chain:t,voice:e}){return t?.length?null:t?"in its own voice":e?"somebody’s words, and nothing says whose":"who says it has not been read"}function $e({articles:t,outlets:e,unnamed:r,undated:s}){let i=[$(e,"named outlet"),`${r} without a known outlet`,`${s} without a date`];return`Searched ${$(t,"article")}: ${i.join(", ")}.`}function At({bound:t,value:e,unit:r,text:s}){let i=s??String(e),n=t==="exact"||!/^\d/.test(i)?i:`${t} ${i}`;return r&&!n.includes(r)?`${n} ${r}`:n}function Et(t){return/^“[^“”]*”$/.test(t)?t:/[“”]/.test(t)?`‘${t}’`:`“${t}”`}var x=t=>t?t.replace("T",", "):"undated";function ye(t,e,r){let s=`[${t}] ${e}`;return o`<button class="marker" part="marker" type="button" aria-label=${s} @click=${r}>[${t}]</button>`}function ne(t,e){let r=()=>e.openArticle(t.article_id,t.start,t.end,Fe(t));return ye(t.citation,`open the sentence in its article, ${h(t.outlet.label)}`,r)}function L({name:t,label:e,level:r}){let s=h(e),i=t===null?s.match(/^unnamed outlet \((.*)\)$/)?.[1]:null,n=i?o`unnamed outlet <span class="id" title=${i}>${i}</span>`:s;return o`<bdi class="chip" part="chip" data-level=${r}>${n}</bdi>`}function Ct(t){let e=W(t);return e?o`<span class="voice">${e}</span>`:t.chain.map(r=>o`<span class="link-of" data-named=${r.named}
        ><span class="arrow" aria-hidden="true">←</span><span class="hidden"> citing </span>
        <bdi>${h(r.name)}</bdi></span
      > `)}function Tt(t){let e=new w(t.quote),r=Fe(t).filter(({name:n})=>n==="content"||n==="hedge").map(({name:n,start:a,end:l})=>({name:n,start:a-t.start,end:l-t.start})),s=D(0,e.length,r),i=s.every(({names:n})=>n.includes("content"));return s.map(({start:n,end:a,names:l})=>{let c=l.filter(u=>u==="hedge"||!i).join(" "),p=k(e.slice(n,a));return c?o`<span class=${c}>${p}</span>`:p})}function U(t,e,r){let s=e.find(n=>n.n===t);if(!s)return`[${t}]`;let i=()=>r.openArticle(s.article_id);return ye(t,`open the article, ${h(s.outlet)}`,i)}var E=(t,e,r,s)=>o`<section part=${e} aria-label=${r}>${_(t.level,r,"label")} ${s}</section>`;var Nr={no_article:"Nothing to search",no_such_name:"A name that is nowhere",source_not_on_topic:"Not by this source",not_stated:"Not stated",false_premise:"Taken for granted, and not found",undated_left_out:"Left out by the dates"};function Lt(t,e){return o`<div class="abstention" part="abstention">
    <p class="direct" part="direct" dir="auto">${t.direct.text}</p>
    <p class="lead">The articles do not say, so Byline does not either.</p>
    ${De({...t,missing:[]})}
    <div class="columns">
      ${E(e,"lacking","What is missing",t.missing.map(qr))}
      ${E(e,"searched","What was searched",Or(t.searched))}
    </div>
    ${t.nearest.length?Rr(t.nearest,e):o`<p class="detail">No sentence came near it.</p>`}
  </div>`}function De({missing:t,understood:e,direct:r}){let s=e?zr(e):[],i=t.filter(n=>n.text!==r.text);return!s.length&&!i.length?d:o`<ul class="aside" role="list">
    ${i.map(n=>o`<li part="missing"><strong>Missing.</strong> ${h(n.text)}</li>`)}
    ${s.map(n=>o`<li>${n}</li>`)}
  </ul>`}function qr({kind:t,text:e}){return o`<p class="missed" part="missing">
    <strong>${Nr[t]??t.replaceAll("_"," ")}.</strong> <span dir="auto">${h(e)}</span>
  </p>`}function Or({articles:t,outlets:e,unnamed:r,undated:s}){return o`<ul class="tally" role="list">
    ${[[t,t===1?"article":"articles"],[e,e===1?"named outlet":"named outlets"],[r,r===1?"article whose outlet is not known":"articles whose outlet is not known"],[s,s===1?"article without a date":"articles without a date"]].map(([n,a])=>o`<li><span class="n">${n.toLocaleString("en")}</span> ${a}</li>`)}
  </ul>`}function Rr(t,e){let r=o`<ul class="nearest" role="list">
    ${t.map(s=>o`<li>
        <blockquote dir="auto">${k(s.quote)}</blockquote>
        <p>${L(s.outlet)} ${Mr(s,e)}</p>
      </li>`)}
  </ul>`;return E(e,"nearest","Near it, but no answer to it",r)}function Mr({article_id:t,start:e,end:r},s){return o`<button class="link" type="button" @click=${()=>s.openArticle(t,e,r)}>open in its article</button>`}function zr({standalone:t,names:e,from:r,to:s,unread:i}){let n=[r&&`from ${r}`,s&&`to ${s}`].filter(Boolean).join(" ");return[t&&`Taken as: ${h(t)}`,n&&`Only articles published ${n} were searched.`,...e.filter(a=>a.tried_as.length).map(a=>`“${h(a.name)}” was taken as ${a.tried_as.join(" and as ")}.`),...i.map(a=>`“${h(a)}” may be two different days and was not read as a date.`)].filter(Boolean)}function Nt(t,e,r,s){let{kind:i,badge:n,detail:a}=be(t),l=s.retracted.get(t.id);return o`
    <li class="claim ${l===void 0?"":"retracted"}" part="claim" data-claim=${t.id} tabindex="-1">
      <span class="number" aria-hidden="true">${e}</span>
      <p class="strength">
        <span class="hidden">Claim ${e}: </span><span class="badge" part="badge" data-kind=${i}>${n}</span>
        <span class="detail">${a}</span>
      </p>
      <p class="text" part="claim-text" dir="auto">
        ${l===void 0?Pr(t,s):o`<del>${h(t.text)}</del>`}
      </p>
      ${l===void 0?Ur(t,r,s):o`<p class="note">Withdrawn: ${h(l)}</p>`}
    </li>
  `}function Pr(t,e){return ue(t).map(r=>typeof r=="number"?ne(t.reports.find(s=>s.citation===r),e):r)}function Ur(t,e,r){return o`
    <ul class="evidence" role="list" aria-label="Reports">
      ${me(t).map((s,i,n)=>jr(s,n.slice(0,i).some(a=>Br(a,s)),r))}
    </ul>
    ${Ir(t,e,r)} ${Fr(t,e,r)}
  `}function jr({quote:t,reports:e},r,s){let i=o`<blockquote dir="auto">${Tt(e[0])}</blockquote>`,n=o`<details>
    <summary>the same text, in its own wording</summary>
    ${i}
  </details>`;return o`<li>
    <ul role="list">
      ${e.map(a=>Hr(a,s))}
    </ul>
    ${t?r?n:i:d}
  </li>`}var Br=(t,e)=>!!t.reports[0].copy&&t.reports[0].copy===e.reports[0].copy;function Hr(t,e){let r=q(t.stance),i=[...t.when.filter(({date:n})=>n).map(({text:n,date:a})=>`“${h(n)}” is ${a}`),t.joint.length?"said jointly":"",t.published?`published ${x(t.published)}`:""];return o`<li class="report" part="report">
    ${ne(t,e)}
    <div>
      ${L(t.outlet)} ${Ct(t)}
      ${r?o`<span class="stance" part="stance" data-stance=${t.stance}>${r}</span>`:d}
      ${t.hedges.map(n=>o`<span class="hedged" part="hedge">hedged “${h(n.text)}”</span>`)}
      ${i.some(Boolean)?o`<span class="detail">${i.filter(Boolean).join(" · ")}</span>`:d}
    </div>
  </li>`}function Ir({silent:t},{citations:e},r){return t.length?o`<ul class="notes" role="list" aria-label="Silent on it">
    ${t.map(({article_id:s,why:i})=>{let n=e.find(c=>c.article_id===s),a=n?{name:n.level==="unknown"?null:n.outlet,label:n.outlet,level:n.level}:null,l=n?o`${U(n.n,e,r)} ${L(a)}`:o`<bdi>${s}</bdi>`;return o`<li class="note">${l} ${fe(i)}</li>`})}
  </ul>`:d}function Fr({id:t},{relations:e,claims:r,citations:s},i){let n=new Set(r.map(l=>l.id)),a=e.filter(({from:l,to:c})=>l===t&&n.has(c)||c===t&&n.has(l));return a.length?o`<ul class="notes" role="list" aria-label="Beside other claims">
    ${a.map(l=>{let c=l.from===t?l.to:l.from,p=r.findIndex(u=>u.id===c)+1;return o`<li class="note relation" part="relation" data-kind=${l.kind}>
        <span class="verb">${ge(l.kind,l.from===t)}</span>
        <button class="link" type="button" @click=${()=>i.showClaim(c)}>claim ${p}</button
        >${Dr(l,s,i)}
      </li>`})}
  </ul>`:d}function Dr({words:t,differs_in:e},r,s){let i=t&&r.find(a=>a.n===t.citation)?.article_id,n=()=>s.openArticle(i,t.start,t.end);return o`${t?o`, in the words <q dir="auto">${h(t.quote)}</q>
        ${ye(t.citation,"open these words in their article",n)}`:d}${e.length?o` <span class="detail">(${h(e.join("; "))})</span>`:d}`}var Kr=["claim","outlet","level","chain","quote","article_id","start","end","published","url","stance","hedges","figure","agreement","origin","copy","relations"],Wr=/^ *[=+\-@\t\r\n＝＋－＠]/;function Ot(t){let e=new Map(t.citations.map(s=>[s.n,s.url])),r=t.claims.flatMap(s=>s.reports.map(i=>Vr(s,i,t,e)));return[Kr,...r].map(s=>s.map(Jr).join(",")).join(`
`)+`
`}function Vr(t,e,{relations:r},s){let i=r.filter(({from:l,to:c})=>t.id===l||t.id===c),n=[t.text,e.outlet.label,e.outlet.level,Gr(e.chain),e.quote,e.article_id],a=[e.published??"",s.get(e.citation)??"",e.stance??"",e.hedges.map(l=>l.text).join("; "),e.figure?`${e.figure.bound} ${e.figure.value} ${e.figure.unit??""}`.trim():"",t.agreement,e.origin,e.copy??"",i.map(({kind:l,from:c,to:p})=>`${l} ${c===t.id?p:c}`).join("; ")];return[...n.map(qt),e.start,e.end,...a.map(qt)]}function Gr(t){return t?t.map(e=>e.name).join(" < ")||"own voice":""}function qt(t){let e=k(t.replaceAll(`\r
`,`
`));return Wr.test(e)?`'${e}`:e}var Jr=t=>/[",\n\r]/.test(t)?`"${String(t).replaceAll('"','""')}"`:String(t);function Ke(t,e,r){let s=URL.createObjectURL(new Blob([r],{type:`${e};charset=utf-8`}));Object.assign(document.createElement("a"),{href:s,download:t}).click(),setTimeout(()=>URL.revokeObjectURL(s),6e4)}var Qr=/[\\`*_[\]<>#~|&@$]|:(?=\/\/)|(?<=[wW]{3})\./g,Yr=/^(?:[-+=]|\d{1,9}(?=[.)]))/;function v(t){return h(t).replace(Qr,r=>`\\${r}`).replace(Yr,r=>/\d/.test(r[0])?`${r}\\`:`\\${r}`)}function Rt(t){let e=[`# ${v(t.question)}`,`**${v(t.direct.text)}**`];e.push(...t.claims.map((s,i)=>Xr(i+1,s)));let r=new Map(t.claims.map((s,i)=>[s.id,i+1]));return t.relations.length&&e.push(t.relations.map(s=>es(s,r)).join(`
`)),e.push(...t.comparisons.filter(s=>s.changes.length).map(s=>ts(s,t))),e.push(...t.missing.map(s=>`Missing: ${v(s.text)}`)),t.nearest.length&&e.push(["Near it, but no answer to it:","",...t.nearest.map(rs)].join(`
`)),t.citations.length&&e.push(t.citations.map(is).join(`
`)),e.push(...t.copies.map(ss),v($e(t.searched))),`${e.join(`

`)}
`}function Xr(t,e){let r=ue(e).map(l=>typeof l=="number"?`[${l}]`:l),s=[`(${t}) ${v(r.join(""))}`];for(let{reports:l}of me({...e,text:""})){s.push("",`> ${v(l[0].quote)}`);for(let c of l)s.push(">",`> — ${Zr(c)}`)}let{badge:i,detail:n}=be(e),a=e.silent.map(l=>`${l.article_id} ${fe(l.why)}`);return[...s,"",v([`${i} (${n})`,...a].join("; "))].join(`
`)}function Zr(t){let e=W(t)??`citing ${t.chain.map(n=>n.name).join(" < ")}`,r=t.hedges.map(n=>`hedged “${n.text}”`),s=[e,q(t.stance),...r,x(t.published)].filter(Boolean),i=`${t.article_id}, characters ${t.start} to ${t.end}`;return`${v(t.outlet.label)} [${t.citation}]; ${v([...s,i].join("; "))}`}function es(t,e){let r=t.differs_in.length?` (${t.differs_in.join("; ")})`:"",s=t.words?`: “${t.words.quote}” [${t.words.citation}]`:"",[i,n]=[e.get(t.from),e.get(t.to)];return`- ${v(`(${i}) ${ge(t.kind,!0)} (${n})${r}${s}`)}`}function ts(t,{citations:e}){let r=a=>e.find(l=>l.article_id===a)?.n??a,s=`[${r(t.a)}] and [${r(t.b)}] are ${t.is_copy?"one text":"two texts"}; ${t.reason}`,i=a=>a?`“${a.text}”`:"nothing",n=t.changes.map(a=>`${a.kind.replaceAll("_"," ")}: ${i(a.a)} → ${i(a.b)}`);return[v(s),"",...n.map(a=>`- ${v(a)}`)].join(`
`)}function rs({outlet:t,quote:e,article_id:r,start:s,end:i}){let n=`(${r}, characters ${s} to ${i})`;return`- ${v(t.label)}: “${v(e)}” ${v(n)}`}function ss({citations:t,from:e}){let r=t.map(i=>`[${i}]`).join(""),s=e?`: ${e.name}’s text${e.held?"":", which is not in the corpus"}`:"";return`- ${v(`${r} ${t.length>1?"are one text":"carries a copy"}${s}`)}`}function is(t){let e=[t.title??"untitled",t.outlet,x(t.published),t.article_id].map(v),r=F(t.url);return`${t.n}. ${e[0]} — ${e.slice(1).join(", ")}${r?` <${r}>`:""}`}var V=(t,e,r)=>o`<a href=${t} part=${r??d} target="_blank" rel="noopener noreferrer"
    >${e}<span class="hidden"> (new tab)</span></a
  >`;function Mt({citations:t},e){return t.length?E(e,"sources","Articles cited",o`<ol class="sources" role="list">
      ${t.map(r=>ns(r,e))}
    </ol>`):d}function ns(t,e){let r=F(t.url),s=t.title?h(t.title):"Untitled",i={name:t.level==="unknown"?null:t.outlet,label:t.outlet,level:t.level};return o`<li part="source">
    <span class="n">[${t.n}]</span>
    <div>
      <button class="link title" type="button" dir="auto" @click=${()=>e.openArticle(t.article_id)}>${s}</button>
      <p>
        ${L(i)}
        <span class="detail">outlet ${P(t.level)} · ${x(t.published)}</span>
        ${r?V(r,"at the source"):d}
      </p>
    </div>
  </li>`}function We(t){let{reader:e,dropped:r,searched:s,claims:i}=t,n=e.kind==="model"?`Statements chosen by ${e.model??"a model"}; names, quotes and figures read from the record.`:"",a=e.degraded?"The model did not answer; the quote reader stood in.":"",l=e.unread?`${$(e.unread,"passage")} found did not fit what it reads at once.`:"",c=r.claims+r.statements,p=c?`Checks took out ${c} of the reader’s choices.`:"",u=[t.status==="abstained"?"":$e(s),n,l,a,p].filter(Boolean).join(" "),m=`byline-${t.id.slice(-8)}`,g=()=>Ke(`${m}.md`,"text/markdown",Rt(t)),f=()=>Ke(`${m}.csv`,"text/csv",Ot(t));return o`<footer class="foot" part="foot">
    <p class="detail">${u}</p>
    <p class="exports">
      <button class="button" type="button" @click=${g}>Save as Markdown</button>
      ${i.length?o`<button class="button" type="button" @click=${f}>Save as CSV</button>`:d}
    </p>
  </footer>`}function zt(t){let e=new Map;return t.forEach((r,s)=>{for(let i of r.reports){let{key:n,...a}=os(i);e.has(n)||e.set(n,{...a,said:t.map(()=>[])}),as(e.get(n).said[s],i)}}),[...e.values()]}function as(t,e){let r=t.find(s=>s.stance===e.stance);r?r.reports.some(s=>s.citation===e.citation)||r.reports.push(e):t.push({stance:e.stance,reports:[e]})}function os({chain:t,voice:e,outlet:r,origin:s,article_id:i,citation:n}){let a=t?.at(-1);if(a){let p=h(a.name),u=p.normalize("NFKC").toLowerCase().replace(/^the /,"");return a.named?{key:`named ${u}`,speaker:p,kind:"named"}:{key:`generic ${s} ${u}`,speaker:`${p}${ls(t)}`,kind:"generic"}}let l=h(r.label);if(t)return{key:`outlet ${l}`,speaker:l,kind:"outlet",outlet:r};let c=e?"somebody not named":"not read who speaks";return{key:`unread ${i}`,speaker:`${c}, in [${n}]`,kind:"unread"}}function ls(t){let e=t.slice(0,-1).findLast(r=>r.named);return e?` (through ${h(e.name)})`:""}var cs=o`<span class="none"><span aria-hidden="true">–</span><span class="hidden">nothing</span></span>`,ds={outlet:"in its own voice",generic:"no name given",unread:""};function Pt({claims:t},e){return t.length?E(e,"table","Who says what",o`<div class="scroll" role="region" aria-label="Table: who says what" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            ${t.map((r,s)=>hs(r,s+1,e))}
          </tr>
        </thead>
        <tbody>
          ${zt(t).map(r=>ps(r,e))}
        </tbody>
      </table>
    </div>`):d}function hs(t,e,r){let[s]=t.reports,i=new w(s.quote).slice(s.content.start-s.start,s.content.end-s.start);return o`<th scope="col">
    <button class="link" type="button" @click=${()=>r.showClaim(t.id)}>Claim ${e}</button>
    <span class="about" dir="auto">${Et(h(i))}</span>
  </th>`}function ps({speaker:t,kind:e,outlet:r,said:s},i){let n=ds[e];return o`<tr>
    <th scope="row">
      ${r?L(r):o`<bdi>${t}</bdi>`}
      ${n?o`<span class="detail">${n}</span>`:d}
    </th>
    ${s.map(a=>o`<td>${a.length?a.map(l=>us(l,i)):cs}</td>`)}
  </tr>`}var us=({stance:t,reports:e},r)=>o`
  <div class="said">
    <span class="stance" data-stance=${t??""}>${q(t)||"is cited"}</span>
    <span class="in">${e.map(s=>ne(s,r))}</span>
  </div>
`;var ms={quotation_altered:"Quotation altered",hedge_removed:"Hedge removed",hedge_added:"Hedge added",cue_firmer:"Attributed more firmly",cue_softer:"Attributed more softly",source_dropped:"Source dropped",source_added:"Source added",attribution_dropped:"Attribution dropped",attribution_added:"Attribution added",figure_changed:"Figure changed",paragraph_omitted:"Paragraph left out",paragraph_added:"Paragraph added",label_changed:"Called otherwise",label_added:"Label added",label_dropped:"Label dropped",wording:"Other words"};function ve({kind:t,figures:e=[],sources:r=[]}){let s=[...e,...r].map(i=>`“${i}”`).join(", ");return`${ms[t]??t.replaceAll("_"," ")}${s?`, with ${s}`:""}`}function G(t,e){return o`<div class="side ${t?"":"empty"}">
    ${e===d?d:o`<span class="of">${e}</span>`}
    ${t?o`<span class="words" dir="auto">${k(t.text)}</span>`:o`<span class="detail">nothing</span>`}
  </div>`}var fs=6;function Ut(t,e){let{copies:r,comparisons:s}=t;return!r.length&&!s.length?d:E(e,"copies","Copies and changes",o`${r.map(i=>gs(i,t,e))} ${s.map(i=>bs(i,t,e))}`)}function gs({citations:t,from:e},{citations:r,comparisons:s},i){let n=t.map(u=>U(u,r,i)),a=e?o`: <strong><bdi>${h(e.name)}</bdi>’s text</strong>${e.held?"":", which is not in the corpus"}`:"",l=t.map(u=>r.find(m=>m.n===u)?.article_id),c=(u,m)=>s.some(g=>g.a===u&&g.b===m||g.a===m&&g.b===u),p=l.slice(1).filter(u=>u&&!c(l[0],u));return o`<p class="copy">
    ${n} ${t.length>1?"are one text":"carries a copy"}${a}. One text is one voice, however many carry it.
    ${p.map(u=>jt(l[0],u,r,i))}
  </p>`}function jt(t,e,r,s){let i=n=>`[${r.find(a=>a.article_id===n)?.n??n}]`;return o`<button class="button" type="button" @click=${()=>s.openComparison(t,e)}>Lay ${i(t)} and ${i(e)} side by side</button>`}function bs(t,{citations:e},r){let s=c=>e.find(p=>p.article_id===c)?.n,i=c=>s(c)?U(s(c),e,r):o`<bdi>${c}</bdi>`,n=t.changes.slice(0,fs),a=t.changes.length-n.length,l=`${Math.round(t.containment*100)} % of the shorter stands in the other`;return o`<div class="compared" part="comparison">
    <p>
      ${t.is_copy?o`What differs between ${i(t.a)} and ${i(t.b)}:`:o`${i(t.a)} and ${i(t.b)} are two texts.`}
      <span class="detail">${l}; ${h(t.reason)}.</span>
    </p>
    <ul class="changes" role="list" aria-label="Changes, gravest first">
      ${n.map(c=>o`<li class="change">
          ${_(r.level+1,ve(c),"kind")}
          <div class="sides">${G(c.a,i(t.a))} ${G(c.b,i(t.b))}</div>
        </li>`)}
    </ul>
    <p>
      ${a>0?o`<span class="detail">and ${a} more.</span>`:d} ${jt(t.a,t.b,e,r)}
    </p>
  </div>`}var we=class extends b{static properties={answer:{attribute:!1},claims:{attribute:!1},level:{type:Number},retracted:{attribute:!1}};static styles=[A,xt,wt,kt];constructor(){super(),this.answer=null,this.claims=[],this.level=3,this.retracted=new Map}render(){let{answer:e}=this;return e?e.status==="abstained"?[Lt(e,this),We(e)]:o`
      <p class="direct" part="direct" dir="auto">${this.#e(e)}</p>
      ${De(e)} ${this.#t(e)} ${Pt(e,this)} ${Ut(e,this)}
      ${Mt(e,this)} ${We(e)}
    `:this.#t({claims:this.claims,relations:[],citations:[]})}#t(e){if(!e.claims.length)return d;let r=e.claims.map((s,i)=>Nt(s,i+1,e,this));return o`<ol class="claims" part="claims" role="list" aria-label="Claims">
      ${r}
    </ol>`}#e({direct:e,citations:r}){return _t(e.text).map(s=>typeof s=="number"?U(s,r,this):s)}openArticle(e,r=null,s=null,i=[]){this.#s("byline-open-article",{articleId:e,start:r,end:s,marks:i})}openComparison(e,r){this.#s("byline-open-comparison",{a:e,b:r})}showClaim(e){let r=[...this.renderRoot.querySelectorAll(".claim")].find(s=>s.dataset.claim===e);r&&(r.focus({preventScroll:!0}),pe(r,"nearest"))}#s(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:!0}))}};var Bt=y`
  :host {
    container-type: inline-size;
  }

  byline-masthead {
    margin-block-end: 1.25rem;
    padding-block-end: 0.9rem;
    border-block-end: 1px solid var(--_ink);
  }

  .detail {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .line {
    display: grid;
    grid-template-columns: 5rem minmax(0, 40rem);
    column-gap: 1rem;
    margin-block-end: 0.7rem;
  }

  .line > p {
    font: 400 1.0625em / 1.6 var(--_serif);
    white-space: pre-wrap;
  }

  .taken {
    padding-block-start: 0.2em;
    color: var(--_muted);
    font-size: 0.75rem;
    text-align: end;
  }

  .furniture > p {
    color: var(--_muted);
    font: 400 0.8125rem / 1.5 var(--_sans);
  }

  .title > p,
  .deck > p {
    font-weight: 600;
  }

  .caption > p,
  .dateline > p {
    font-style: italic;
    color: var(--_muted);
  }

  mark {
    padding-block: 0.1em;
    background: var(--_mark);
    color: inherit;
    scroll-margin-block: 3rem;
  }

  mark:focus {
    outline: none;
  }

  mark.content {
    border-block-end: 2px solid var(--_accent);
  }

  .source {
    font-weight: 600;
  }

  .cue {
    font-style: italic;
  }

  .hedge {
    text-decoration: underline dotted;
    text-underline-offset: 0.25em;
  }

  .context {
    border-block-end: 1px dashed var(--_edge);
  }

  .said {
    grid-column: 2;
    margin-block: 0.35rem 0.3rem;
    padding-inline-start: 0.9rem;
    border-inline-start: 2px solid var(--_rule);
    font-size: 0.8125rem;
    line-height: 1.45;
  }

  .said li + li {
    margin-block-start: 0.35rem;
  }

  .who {
    font-weight: 600;
  }

  .who.voice {
    font-weight: 400;
    color: var(--_muted);
  }

  .said .words {
    font-family: var(--_serif);
  }

  .said .detail {
    display: block;
  }

  .note {
    margin-block-end: 1rem;
    color: var(--_muted);
  }

  @container (min-width: 62rem) {
    .line {
      grid-template-columns: 5rem minmax(0, 38rem) minmax(0, 1fr);
    }

    .said {
      grid-column: 3;
      margin-block-start: 0.1rem;
    }
  }

  @container (max-width: 34rem) {
    .line {
      grid-template-columns: minmax(0, 1fr);
    }

    .taken {
      text-align: start;
    }

    .taken:empty {
      display: none;
    }

    .said {
      grid-column: 1;
    }
  }
`;function Ht({lines:t,statements:e}){let r=[...e].sort((i,n)=>i.sentence.start-n.sentence.start),s=0;return new Map(t.map(i=>{let n=s;for(;s<r.length&&r[s].sentence.start<i.end;)s++;return[i,r.slice(n,s)]}))}function It(t,e){let{chain:r,stance:s,cue:i,hedges:n,form:a,when:l,content:c,continuation:p}=t,u=W(t),m=u??r.map(f=>h(f.name)).join(" ← "),g=[i&&`cue “${h(i.text)}”`,a,...n.map(f=>`hedged “${h(f.text)}”`),...(t.figures??[]).filter(f=>f.text).map(f=>`figure: ${h(At(f))}`),...l.map(f=>`${f.date?`on ${f.date}`:"time"} “${h(f.text)}”`),p&&"perhaps the same source goes on"].filter(Boolean);return o`<li>
    <bdi class="who ${u?"voice":""}">${m}</bdi>
    ${s?o`<strong class="stance">${q(s)}</strong>`:d}
    <span class="words" dir="auto">${h(e.slice(c.start,c.end))}</span>
    ${g.length?o`<span class="detail">${g.join(" · ")}</span>`:d}
  </li>`}var ke=class extends b{static properties={article:{attribute:!1},start:{type:Number},end:{type:Number},marks:{attribute:!1},statements:{type:Boolean},untitled:{type:Boolean}};static styles=[A,Bt];constructor(){super(),this.article=null,this.start=null,this.end=null,this.marks=[],this.statements=!1,this.untitled=!1}render(){let{article:e}=this;if(!e)return d;let r=new w(e.text),s=this.statements?Ht(e):new Map;return o`
      <byline-masthead part="masthead" .article=${e} .untitled=${this.untitled}></byline-masthead>
      ${this.statements&&e.attribution.text?o`<p class="note">${e.attribution.text}</p>`:d}
      <div class="lines" lang=${e.language??d}>
        ${e.lines.map(i=>this.#t(i,r,s.get(i)??[]))}
      </div>
    `}updated(e){["article","start","end"].some(r=>e.has(r))&&this.#s()}#t({start:e,end:r,label:s,reason:i},n,a){let c=D(e,r,this.#e()).map(p=>ys(p,n));return o`<div class="line ${s}" part="line" title=${i}>
      <span class="taken">${s==="body"?d:s}</span>
      <p dir="auto">${c}</p>
      ${a.length?$s(a,n):d}
    </div>`}#e(){return this.start===null||this.end===null?[]:[{name:"quote",start:this.start,end:this.end},...this.marks]}#s(){let e=this.renderRoot.querySelector("mark");e&&(e.tabIndex=-1,e.focus({preventScroll:!0}),e.scrollIntoView({block:"center"}))}},$s=(t,e)=>o`<ul class="said" role="list" aria-label="Statements">
    ${t.map(r=>It(r,e))}
  </ul>`;function ys({start:t,end:e,names:r},s){let i=k(s.slice(t,e)),n=r.filter(a=>a!=="quote").join(" ");return r.includes("quote")?o`<mark class=${n}>${i}</mark>`:n?o`<span class=${n}>${i}</span>`:i}var Ft=y`
  :host {
    container-type: inline-size;
  }

  .outlet {
    font-size: 0.875rem;
    font-weight: 600;
  }

  .outlet .detail {
    font-weight: 400;
  }

  h3 {
    margin-block: 0.15rem 0.35rem;
    font: 400 1.5em / 1.25 var(--_serif);
    text-wrap: pretty;
  }

  .detail {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  details {
    margin-block-start: 0.5rem;
    font-size: 0.875rem;
  }

  summary {
    inline-size: fit-content;
    color: var(--_accent);
    cursor: pointer;
  }

  dl > div {
    display: grid;
    grid-template-columns: 6.5rem minmax(0, 1fr);
    padding-block: 0.35rem;
    border-block-end: 1px solid var(--_rule);
  }

  dt {
    color: var(--_muted);
  }

  .evidence {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  q {
    font-family: var(--_serif);
    quotes: "“" "”";
  }

  @container (max-width: 34rem) {
    h3 {
      font-size: 1.25em;
    }

    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;var xe=class extends b{static properties={article:{attribute:!1},untitled:{type:Boolean}};static styles=[A,Ft];constructor(){super(),this.article=null,this.untitled=!1}render(){if(!this.article)return d;let{masthead:e,url:r,id:s}=this.article,{outlet:i,title:n,published:a,copied_from:l}=e,c=F(r);return o`
      <p class="outlet"><bdi>${h(i.label)}</bdi> <span class="detail">outlet ${P(i.level)}</span></p>
      ${this.untitled?d:o`<h3 dir="auto">${h(n.text??"Untitled")}</h3>`}
      <p class="detail">
        ${x(a.date)} ·
        ${l?o`carries a text of <bdi>${h(l.name??"somebody else")}</bdi> · `:d}
        <bdi class="id">${s}</bdi>${c?o` · ${V(c,"at the source")}`:d}
      </p>
      <details>
        <summary>How this is known</summary>
        ${Ve(this.article)}
      </details>
    `}};function Ve({masthead:t,copies:e=[]}){let{outlet:r,title:s,published:i,owner:n,copied_from:a}=t,l=[["Outlet",r.label,r.level,r.evidence],["Title",s.text??"untitled",s.level,s.evidence],["Published",x(i.date),i.level,i.evidence],n.name&&["Owner",n.name,n.level,n.evidence],a&&["Text of",a.name??"somebody else",null,a.evidence],e.length&&["One text with",e.join(", "),null,[]]].filter(Boolean);return o`<dl>
    ${l.map(([c,p,u,m])=>o`<div>
      <dt>${c}</dt>
      <dd>
        <bdi>${h(p)}</bdi> ${u?o`<span class="detail">${P(u)}</span>`:d}
        ${m.map(vs)}
      </dd>
    </div>`)}
  </dl>`}var vs=({reason:t,text:e})=>o`<p class="evidence">${h(t)}${e?o`: <q dir="auto">${h(e)}</q>`:d}</p>`;var S=class extends Error{constructor({message:e,code:r,status:s=0,param:i=null,retryAfter:n=null}){super(e),this.name="ServerFault",Object.assign(this,{code:r,status:s,param:i,retryAfter:n})}};async function ae(t){let{status:e}=t,r=ks(t.headers.get("Retry-After")),s=await t.json().then(i=>i?.error,()=>null);if(typeof s?.message!="string"){let i=`The server answered with status ${e} and no error of Byline’s.`;return new S({message:i,code:e===404?"no_byline":"bad_reply",status:e,retryAfter:r})}return new S({message:s.message,code:String(s.code),param:s.param,status:e,retryAfter:r})}function Kt(t){let e=globalThis.navigator?.onLine===!1;return new S({message:t,code:e?"offline":"unreachable"})}var Ge=()=>new S({message:"The stream ended without an answer.",code:"broken_off"}),Wt={offline:["You are offline",()=>"Nothing was lost. Ask again once there is a connection."],unreachable:["The server cannot be reached",t=>`Nothing answered at ${t.message}. It may be down, or it may not allow this page’s origin (BYLINE_CORS_ORIGINS).`],broken_off:["The answer broke off",()=>"The connection ended before the last word. What was shown until then is not an answer; ask again."],no_byline:["There is no Byline here",()=>"The address is wrong, or something stands before the server. Check the attribute “server”."],missing_key:["A key is needed",()=>"This server answers only with a key; whoever runs it can give you one."],wrong_key:["The key was refused",()=>"The key is wrong, or no longer valid; whoever runs the server can give you another."]};function Q(t){if(!(t instanceof S))return{title:"Something went wrong on this page",advice:String(t.message),again:!0};let[e,r]=Wt[t.code]??ws(t);return{title:e,advice:r(t),again:![401,403].includes(t.status)}}function ws({status:t}){return t===401?Wt.missing_key:t===403?["Not allowed",e=>`${J(e.message)} Another key, or another origin, may be.`]:t===404?["Not found",e=>J(e.message)]:t===429?["Too many questions",e=>`The server takes no more for now. ${Dt(e.retryAfter)}`]:t===503?["The server is not ready",e=>`${J(e.message)} ${Dt(e.retryAfter)}`]:t>=500||t===0?["The server failed",e=>`${J(e.message)} Ask again; if it stays, its log says why.`]:t>=400?["That was not taken",e=>J(e.message)]:["The server’s reply cannot be read",e=>J(e.message)]}function Dt(t){return t===null?"Ask again in a while.":t<90?`Ask again in ${t} ${t===1?"second":"seconds"}.`:`Ask again in ${Math.ceil(t/60)} minutes.`}function ks(t){if(!t)return null;let e=/^\d+$/.test(t)?Number(t):Math.ceil((Date.parse(t)-Date.now())/1e3);return Number.isFinite(e)?Math.max(0,e):null}function J(t){let e=t.charAt(0).toUpperCase()+t.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}async function*Vt(t){let e=Ss(),r="",s=[];for await(let i of xs(t))for(let n of e(i)){if(n===""){s.length&&(yield{event:r||"message",data:s.join(`
`)}),[r,s]=["",[]];continue}let[a,l]=As(n);a==="event"&&(r=l),a==="data"&&s.push(l)}}async function*xs(t){let e=new TextDecoder,r=Symbol.asyncIterator in t?t:_s(t);for await(let s of r)yield e.decode(s,{stream:!0})}async function*_s(t){let e=t.getReader();try{for(;;){let{done:r,value:s}=await e.read();if(r)return;yield s}}finally{e.releaseLock()}}function Ss(){let t="";return e=>{t+=e;let r=t.endsWith("\r")?t.slice(0,-1):t,s=r.split(/\r\n|\n|\r/);return t=s.pop()+t.slice(r.length),s}}function As(t){let e=t.indexOf(":");if(e<0)return[t,""];let r=t.slice(e+1);return[t.slice(0,e),r.startsWith(" ")?r.slice(1):r]}var j=class{#t;#e;constructor(e="",r=""){this.#t=e.replace(/\/+$/,""),this.#e=r}article(e,r){return this.#r(`/v1/articles/${encodeURIComponent(e)}`,r)}compare(e,r,s){return this.#r(`/v1/articles/${encodeURIComponent(e)}/compare/${encodeURIComponent(r)}`,s)}outlets(e){return this.#r("/v1/outlets",e)}articles(e=null,r=null,s){return this.#r(`/v1/articles${_e({cursor:e,limit:r})}`,s)}sources(e=null,r){return this.#r(`/v1/sources${_e({limit:e})}`,r)}pageOf(e,r=null,s=null){return`${this.#t}/${_e({article:e,start:r,end:s})}`}pageOfBoth(e,r){return`${this.#t}/${_e({compare:e,with:r})}`}async add(e,r){let s=await this.#n("/v1/articles",e,r);if(!s.ok)throw await ae(s);return Je(s)}async ask(e,r={},s){let i=await this.#n("/v1/ask",{...e,stream:!0},s);if(!i.ok){let a=await ae(i);if(a.code!=="not_yet")throw a;if(i=await this.#n("/v1/ask",e,s),!i.ok)throw await ae(i)}return i.headers.get("Content-Type")?.startsWith("text/event-stream")?this.#s(i,r,s):Je(i)}async#s(e,r,s){try{for await(let{event:i,data:n}of Vt(e.body)){if(i==="answer")return JSON.parse(n);if(i==="error")throw Es(JSON.parse(n));(i==="claim"||i==="retraction")&&r[i]?.(JSON.parse(n))}}catch(i){throw i instanceof S||s?.aborted?i:Ge()}throw Ge()}async#r(e,r){let s=await this.#i(e,{signal:r});if(!s.ok)throw await ae(s);return Je(s)}#n(e,r,s){let i={"Content-Type":"application/json"};return this.#i(e,{method:"POST",headers:i,body:JSON.stringify(r),signal:s})}async#i(e,{headers:r={},...s}){let i=this.#e?{...r,Authorization:`Bearer ${this.#e}`}:r;try{return await fetch(this.#t+e,{...s,headers:i,credentials:"omit",referrerPolicy:"no-referrer"})}catch(n){throw s.signal?.aborted?n:Kt(this.#t||globalThis.location?.origin||"this address")}}};function _e(t){let e=Object.entries(t).filter(([,r])=>r!==null);return e.length?`?${new URLSearchParams(e)}`:""}var Es=({error:t})=>new S({...t,status:0,message:String(t?.message),code:String(t?.code)});async function Je(t){try{return await t.json()}catch{throw new S({message:"The server’s reply is not JSON.",code:"bad_reply",status:t.status})}}var Gt=y`
  :host {
    container-type: inline-size;
    background: var(--_paper);
    color-scheme: light dark;
  }

  /* What is inside has no say of its own in it. */
  :host([theme="light"]) {
    color-scheme: light;
  }

  :host([theme="dark"]) {
    color-scheme: dark;
  }

  .chat {
    max-inline-size: var(--byline-measure, 52rem);
    margin-inline: auto;
    padding: 1.25rem var(--byline-gutter, clamp(0.75rem, 4cqi, 2rem)) 0;
  }

  header {
    display: flex;
    gap: 1rem;
    align-items: baseline;
    justify-content: space-between;
  }

  header .button {
    margin-inline-start: auto;
  }

  h2 {
    font: 600 1em / 1.4 var(--_sans);
  }

  .intro {
    padding-block: 0.5rem 0.75rem;
    color: var(--_muted);
  }

  .suggestions {
    display: flex;
    flex-direction: column;
    gap: 0.35rem;
    margin-block-start: 0.6rem;
  }

  .suggestions .link {
    font: 400 1.0625em / 1.45 var(--_serif);
  }

  .turn {
    padding-block: 1.25rem 2rem;
    scroll-margin-block-start: 1rem;
  }

  .turn + .turn {
    border-block-start: 1px solid var(--_ink);
  }

  .question {
    margin-block-end: 0.9rem;
    color: var(--_muted);
    font: 400 1em / 1.45 var(--_sans);
  }

  .question > * {
    font: inherit;
  }

  .state {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .asking::before {
    content: "";
    display: inline-block;
    inline-size: 0.55em;
    block-size: 0.55em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--_accent);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    from {
      opacity: 0.25;
    }
  }

  .fault {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--_denied);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
  }

  .fault p {
    flex: 1 1 16rem;
  }

  form {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    gap: 0.5rem;
    align-items: end;
    padding-block: 0.75rem 1rem;
    background: var(--_paper);
    border-block-start: 1px solid var(--_rule);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 10rem;
    padding: 0.45rem 0.7rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    resize: none;
    field-sizing: content;
  }

  textarea:focus-visible {
    outline-offset: -1px;
    border-radius: var(--_radius);
  }

  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  form .button {
    padding: 0.5rem 1.1rem;
    font-size: 1em;
  }

  dialog {
    inline-size: min(64rem, 100vi - 2rem);
    block-size: min(56rem, 100vb - 2rem);
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .sheet {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  .bar {
    display: flex;
    gap: 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.6rem 1.25rem;
    border-block-end: 1px solid var(--_rule);
  }

  dialog.article {
    inline-size: min(54rem, 100vi - 2rem);
  }

  .bar h2 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .bar .detail {
    color: var(--_muted);
    font-weight: 400;
  }

  .bar a {
    flex: none;
    font-size: 0.875rem;
  }

  .held {
    flex: 1;
    min-block-size: 0;
    padding: 1.25rem;
    overflow-y: auto;
  }

  .held:focus-visible {
    outline-offset: -2px;
  }

  @media (max-width: 40rem) {
    dialog,
    dialog.article {
      inline-size: 100vi;
      block-size: 100dvb;
      border: 0;
    }

    .held,
    .bar {
      padding-inline: 0.9rem;
    }
  }
`;var Qt=t=>({id:Symbol(t),question:t,state:"asking",claims:[],retracted:new Map,answer:null,error:null});function Yt(t,e){let s=t.claims.some(n=>n.id===e.id)?t.claims.map(n=>n.id===e.id?e:n):[...t.claims,e],i=new Map(t.retracted);return i.delete(e.id),{...t,claims:s,retracted:i}}function Xt(t,{id:e,why:r}){return{...t,retracted:new Map(t.retracted).set(e,r??"")}}function Zt(t){return t.filter(r=>r.answer).flatMap(({question:r,answer:s})=>[{role:"user",content:Jt(r)},{role:"assistant",content:Jt(s.answer)}]).slice(-20)}var Jt=t=>t.length<=1e4?t:Array.from(t).slice(0,1e4).join("");function er({answer:t}){if(t.status==="abstained")return[t.direct.text,...t.missing.map(r=>r.text)].join(" ");let e=t.claims.length;return`Answer: ${t.direct.text} ${e===1?"One claim follows.":e?`${e} claims follow.`:""}`.trim()}var Se=class{#t;#e=null;#s=null;#r=null;constructor(e){this.#t=e,e.addController(this)}hostDisconnected(){this.#r?.abort(),this.#e=null}openArticle(e){let{articleId:r,start:s,end:i}=e,n=this.#t.api.pageOf(r,s,i);return this.#n({kind:"article",title:"Article",page:n,place:e},a=>this.#t.api.article(r,a))}openComparison({a:e,b:r}){let s=this.#t.api.pageOfBoth(e,r);return this.#n({kind:"comparison",title:"Two articles side by side",page:s},i=>this.#t.api.compare(e,r,i))}async#n(e,r){this.#r?.abort();let s=this.#r=new AbortController;this.#s??=ie(),this.#i(e),await this.#t.updateComplete;let i=this.#t.renderRoot.querySelector("dialog");i.open||i.showModal();try{let n=await r(s.signal);s.signal.aborted||this.#i({...e,held:n})}catch(n){s.signal.aborted||this.#i({...e,error:n})}}#i(e){this.#e=e,this.#t.requestUpdate()}#a(e){e.open||(this.#r?.abort(),this.#i(null),this.#s?.focus(),this.#s=null)}render(){let e=n=>n.currentTarget.closest("dialog").close(),r=n=>n.target===n.currentTarget&&e(n),s=this.#e?.kind??"";return o`<dialog part="dialog" class=${s} aria-labelledby="shown" @close=${n=>this.#a(n.currentTarget)} @click=${r}>
      <div class="sheet">
        <div class="bar">
          <h2 id="shown">${this.#l()}</h2>
          ${this.#e?V(this.#e.page,"own page","whole"):d}
          <button class="button" type="button" @click=${e}>Close</button>
        </div>
        <div class="held" role="region" aria-labelledby="shown" tabindex="0">${this.#o()}</div>
      </div>
    </dialog>`}#l(){let e=this.#e?.held?.masthead;return e?o`<bdi>${h(e.outlet.label)}</bdi>
      <span class="detail">${h(e.title.text??"untitled")}</span>`:this.#e?.title}#o(){if(!this.#e)return d;let{kind:e,place:r,held:s,error:i}=this.#e;if(i){let{title:c,advice:p}=Q(i);return o`<p role="alert"><strong>${c}.</strong> ${p}</p>`}if(!s)return o`<p class="state asking">Fetching …</p>`;if(e==="comparison")return o`<byline-comparison .comparison=${s}></byline-comparison>`;let{start:n,end:a,marks:l=[]}=r;return o`<byline-article .article=${s} .start=${n} .end=${a} .marks=${l}></byline-article>`}};var Cs=["direct","claims","claim","claim-text","badge","report","chip","marker","stance","hedge","relation","table","copies","comparison","sources","source","missing","lacking","searched","nearest","abstention","foot"].join(", ");function tr(t,e,r){let s=r.heading?3:2;return o`<li class="turn" part="turn">
    <div class="question" part="question" id="question-${e}" tabindex="-1">${_(s,t.question)}</div>
    <div role="group" aria-labelledby="question-${e}">${Ts(t,s,r)}</div>
  </li>`}function Ts(t,e,r){if(t.state==="failed")return Ls(t,r);if(t.state==="stopped")return o`<p class="state">Stopped before the answer was whole; nothing of it is shown.</p>`;let{answer:s,claims:i,retracted:n}=t,a=i.length?"Each claim below is checked; more may come, and one may be taken back.":"Searching the articles …";return o`
    ${t.state==="asking"?o`<p class="state asking">${a}</p>`:d}
    <byline-answer
      part="answer"
      exportparts=${Cs}
      lang="en"
      .level=${e+1}
      .answer=${s}
      .claims=${i}
      .retracted=${n}
    ></byline-answer>
  `}function Ls({question:t,error:e},r){let{title:s,advice:i,again:n}=Q(e);return o`<div class="fault" part="error" role="alert">
    <p><strong>${s}.</strong> ${i}</p>
    ${n?o`<button class="button" type="button" @click=${()=>r.ask(t)}>Ask again</button>`:d}
  </div>`}var rr={fromAttribute:t=>(t??"").split(",").map(e=>e.trim()).filter(Boolean)},Ae=class extends b{static properties={server:{type:String},key:{type:String},question:{type:String},outlets:{converter:rr},sources:{converter:rr},from:{type:String},to:{type:String},heading:{type:String},placeholder:{type:String},suggestions:{attribute:!1},theme:{type:String,reflect:!0},turns:{state:!0},said:{state:!0}};static styles=[A,Gt];#t=null;#e=new Se(this);#s=null;#r="";constructor(){super(),Object.assign(this,{server:"",key:"",question:"",outlets:[],sources:[],suggestions:[],from:"",to:""}),Object.assign(this,{heading:"Ask the articles",placeholder:"Ask a question",turns:[],said:""})}get api(){let e=JSON.stringify([this.server,this.key]);return e!==this.#r&&([this.#s,this.#r]=[new j(this.server,this.key),e]),this.#s}updated(e){e.has("question")&&this.question&&this.ask(this.question)}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async ask(e){let r=String(e).trim();if(!r)return null;this.stop();let s=this.#t=new AbortController,i={question:r,history:Zt(this.turns),...this.#i()},n=Qt(r);return this.turns=[...this.turns,n],this.#o("byline-question",{question:r}),this.#a(),this.#n(n.id,i,s)}stop(){this.#t?.abort(),this.#t=null}reset(){this.stop(),this.turns=[],this.said=""}async#n(e,r,{signal:s}){let{question:i}=r,n=l=>this.turns=this.turns.map(c=>c.id===e?l(c):c),a={claim:l=>n(c=>Yt(c,l)),retraction:l=>n(c=>Xt(c,l))};try{let l=await this.api.ask(r,a,s);return s.throwIfAborted(),n(c=>({...c,state:"answered",answer:l,retracted:new Map})),this.said=er({answer:l}),this.#a(),this.#o("byline-answer",{question:i,answer:l}),l}catch(l){return s.aborted?(n(c=>({...c,state:"stopped",claims:[]})),null):(n(c=>({...c,state:"failed",claims:[],error:l})),this.#o("byline-error",{question:i,error:l}),null)}finally{this.#t?.signal===s&&(this.#t=null),this.requestUpdate()}}#i(){let e={outlets:this.outlets,sources:this.sources,from:this.from,to:this.to};return Object.fromEntries(Object.entries(e).filter(([,r])=>r?.length))}async#a(){await this.updateComplete;let e=[...this.renderRoot.querySelectorAll(".turn")].at(-1);await e?.querySelector("byline-answer")?.updateComplete,this.turns.length>1&&e?.getBoundingClientRect().top>0&&pe(e,"start")}async#l(e,r){e(),await this.updateComplete,this.renderRoot.querySelector(r)?.focus()}#o(e,r,s=!1){return this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:s}))}#d(e){e.stopPropagation(),this.#o(e.type,e.detail,!0)&&(e.type==="byline-open-article"?this.#e.openArticle(e.detail):this.#e.openComparison(e.detail))}#c(e){e.preventDefault();let r=this.renderRoot.querySelector("textarea"),s=r.value;if(!s.trim())return r.focus();r.value="",this.ask(s)}#h(e){e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#c(e)}render(){let e=s=>this.#d(s),r=()=>this.#l(()=>this.reset(),"textarea");return o`
      <section class="chat" part="chat" aria-label=${this.heading||"Questions and answers"}>
        <header part="header">
          ${this.heading?o`<h2 part="heading" dir="auto">${this.heading}</h2>`:d}
          ${this.turns.length?o`<button class="button" type="button" @click=${r}>New conversation</button>`:d}
        </header>
        ${this.turns.length?d:this.#p()}
        <ol
          class="turns"
          role="list"
          aria-label="Questions and answers"
          @byline-open-article=${e}
          @byline-open-comparison=${e}
        >
          ${this.turns.map((s,i)=>tr(s,i,this))}
        </ol>
        ${this.#u()}
        <p class="hidden" role="status" aria-live="polite">${this.said}</p>
      </section>
      ${this.#e.render()}
    `}#p(){let e=s=>()=>this.#l(()=>this.ask(s),".question"),r=s=>o`<li><button class="link" type="button" dir="auto" @click=${e(s)}>${s}</button></li>`;return o`<div class="intro" part="intro">
      <slot></slot>
      ${this.suggestions.length?o`<ul class="suggestions" part="suggestions" role="list">
            ${this.suggestions.map(r)}
          </ul>`:d}
    </div>`}#u(){let e=()=>this.#l(()=>this.stop(),"[part=ask]");return o`<form part="composer" @submit=${r=>this.#c(r)}>
      <textarea
        part="input"
        rows="1"
        maxlength="4000"
        dir="auto"
        aria-label=${this.placeholder}
        placeholder=${this.placeholder}
        enterkeyhint="send"
        @keydown=${r=>this.#h(r)}
      ></textarea>
      ${this.#t?o`<button class="button" part="stop" type="button" @click=${e}>Stop</button>`:d}
      <button class="button chief" part="ask" type="submit">Ask</button>
    </form>`}};var sr=y`
  :host {
    container-type: inline-size;
  }

  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.4rem 2rem;
  }

  .outlet {
    font-size: 0.875rem;
    font-weight: 600;
  }

  .headline {
    margin-block: 0.15rem;
    font: 400 1.25em / 1.3 var(--_serif);
    text-wrap: pretty;
  }

  .kind {
    margin-block: 0 0.3rem;
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .detail {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .of {
    color: var(--_muted);
    font: 600 0.8125rem / 1.4 var(--_sans);
  }

  .kin {
    margin-block-start: 1rem;
  }

  section {
    margin-block-start: 1.75rem;
  }

  section > .label {
    padding-block-end: 0.4rem;
    border-block-end: 1px solid var(--_ink);
  }

  .change,
  .pair {
    padding-block: 0.7rem;
    border-block-end: 1px solid var(--_rule);
  }

  .side,
  .cell {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
  }

  .side .words,
  .cell p {
    font: 400 0.9375em / 1.5 var(--_serif);
  }

  .side .detail {
    font-size: 0.9375em;
  }

  .of {
    flex: none;
  }

  .equal p {
    color: var(--_muted);
  }

  mark {
    background: var(--_mark);
    color: inherit;
    text-decoration: underline 2px var(--_disputed);
    text-underline-offset: 0.2em;
  }

  @container (max-width: 34rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }

    .pair.equal .cell + .cell {
      display: none;
    }
  }
`;var Ns={a_from_b:"A is from B",b_from_a:"B is from A"},Ee=class extends b{static properties={comparison:{attribute:!1},level:{type:Number}};static styles=[A,sr];constructor(){super(),this.comparison=null,this.level=3}render(){let{comparison:e}=this;if(!e)return d;let r=`${Math.round(e.containment*100)} % of the shorter stands in the other`,s=Ns[e.direction]??"who had it from whom is not known";return o`
      <header class="sides" part="masthead">
        ${ir("A",e.a,this.level)} ${ir("B",e.b,this.level)}
      </header>
      <p class="kin">
        <strong>${e.is_copy?"One text":"Two texts"}.</strong>
        <span class="detail">${r}; ${s}: ${h(e.reason)}.</span>
      </p>
      ${qs(e.changes,this.level)}
      <section aria-label="Paragraphs">
        ${_(this.level,"Side by side","label")}
        ${e.paragraphs.map(Os)}
      </section>
    `}};function ir(t,{outlet:e,title:r,published:s},i){return o`<div class="head">
    <p class="outlet"><span class="of">${t}</span> <bdi>${h(e.label)}</bdi></p>
    ${_(i,r?h(r):"Untitled","headline")}
    <p class="detail">${s?s.replace("T",", "):"undated"}</p>
  </div>`}function qs(t,e){let r=t.length===1?"1 change":`${t.length} changes, gravest first`;return o`<section aria-label="Changes, gravest first">
    ${_(e,t.length?r:"No changes","label")}
    <ol role="list">
      ${t.map(s=>o`<li class="change">
          ${_(e+1,ve(s),"kind")}
          <div class="sides">${G(s.a,"A")} ${G(s.b,"B")}</div>
        </li>`)}
    </ol>
  </section>`}function Os({a:t,b:e,equal:r,changes:s}){let i=(a,l,c)=>o`<div class="cell ${a?"":"empty"}">
      <span class="of">${l}</span>
      <p dir="auto">${a?Rs(a,c):o`<span class="detail">not in ${l}</span>`}</p>
    </div>`,n=a=>s.map(l=>l[a]).filter(Boolean);return o`<div class="sides pair ${r?"equal":""}">${i(t,"A",n("a"))} ${i(e,"B",n("b"))}</div>`}function Rs({start:t,end:e,text:r},s){let i=new w(r);return D(t,e,s.map(n=>({...n,name:"changed"}))).map(n=>{let a=k(i.slice(n.start-t,n.end-t));return n.names.length?o`<mark>${a}</mark>`:a})}var Ms={"byline-answer":we,"byline-article":ke,"byline-chat":Ae,"byline-comparison":Ee,"byline-masthead":xe};for(let[t,e]of Object.entries(Ms))customElements.get(t)||customElements.define(t,e);var nr=/^\d{1,9}$/;function Qe(t){let e=new URLSearchParams(t);if(e.get("article"))return{view:"article",id:e.get("article"),...zs(e)};if(e.has("compare"))return{view:"compare",a:e.get("compare"),b:e.get("with")??""};let r=e.get("view");return{view:r==="articles"||r==="add"?r:"ask"}}function zs(t){let[e,r]=[t.get("start"),t.get("end")];return!nr.test(e??"")||!nr.test(r??"")||Number(e)>=Number(r)?{}:{start:Number(e),end:Number(r)}}function B(t,e,r){let s=new URLSearchParams({article:t});return e!=null&&r!=null&&(s.set("start",e),s.set("end",r)),`/?${s}`}function Ce(t,e){return`/?${new URLSearchParams({compare:t,with:e})}`}function ar(t){if(t.defaultPrevented||t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey)return null;let e=t.composedPath().find(s=>s instanceof HTMLAnchorElement&&s.href);if(!e||e.target==="_blank"&&e.part.value!=="whole"||e.hasAttribute("download"))return null;let r=new URL(e.href);return r.origin===location.origin&&r.pathname==="/"&&!r.hash?e:null}var Te=class{#t=new Map;#e=Number.isInteger(history.state)?history.state:0;#s=this.#e;#r;constructor(e){this.#r=e,history.scrollRestoration="manual",history.replaceState(this.#e,""),addEventListener("popstate",r=>this.#n(r.state))}async go(e){this.#i(),this.#e=++this.#s,history.pushState(this.#e,"",e);let r=await this.#r(location.search);scrollTo(0,0),r?.querySelector("h1")?.focus({preventScroll:!0})}async#n(e){this.#i();let r=this.#e=Number.isInteger(e)?e:0,s=await this.#r(location.search);if(await s?.ready,r!==this.#e)return;let{top:i=0,focused:n=null}=this.#t.get(this.#e)??{};n?.focus({preventScroll:!0}),(ie()!==n||n===document.body)&&s?.querySelector("h1")?.focus({preventScroll:!0}),scrollTo(0,i)}#i(){this.#t.set(this.#e,{top:scrollY,focused:ie()})}};var C=class extends b{static properties={server:{attribute:!1},error:{state:!0},busy:{state:!0}};ready=Promise.resolve();#t=0;createRenderRoot(){return this}take(e,r){return this.ready=this.#e(e,r)}async#e(e,r){let s=++this.#t;this.busy=!0,this.error=null;try{let i=await e();s===this.#t&&await r(i)}catch(i){s===this.#t&&(this.error=i)}finally{s===this.#t&&(this.busy=!1),await this.updateComplete}}renderError(e=()=>this.load()){if(!this.error)return d;let{title:r,advice:s,again:i}=Q(this.error),{status:n}=this.error;return o`<div class="fault" role="alert">
      <p><strong>${r}.</strong> ${s}</p>
      ${n===401||n===403?o`<button type="button" @click=${()=>this.dispatchEvent(new Event("want-key",{bubbles:!0}))}>Enter a key</button>`:d}
      ${i&&(n<400||n>=500)?o`<button type="button" @click=${e}>Try again</button>`:d}
    </div>`}renderBusy(e){return this.busy?o`<p class="busy" role="status">${e}</p>`:d}};var Ye=[{name:"title",label:"Title",hint:"The headline, where the text above does not hold it."},{name:"outlet",label:"Outlet",hint:"Who published it. Left empty, it is read from the text, or stays unknown."},{name:"published",label:"Published",hint:o`A day, as <span class="whole">2016-03-13</span>, or a time, as <span class="whole">2016-03-13T13:24+03:00</span>.`},{name:"url",label:"Address",hint:"Where it can be read, beginning with http:// or https://.",type:"url"}],Ps={created:"It was added.",updated:"It replaced its earlier version.",unchanged:"It was there already; nothing changed."},Xe=class extends C{static properties={form:{state:!0},stored:{state:!0},article:{state:!0}};constructor(){super(),this.form="text"}#t(e){e.preventDefault();let r=new FormData(e.target),s={[this.form]:r.get("content")};for(let{name:i}of Ye)r.get(i).trim()&&(s[i]=r.get(i).trim());return this.send(s)}async send(e){this.stored=this.article=null,await this.take(async()=>{let s=await this.server.add(e);return[s,await this.server.article(s.id)]},([s,i])=>{this.stored=s,this.article=i,this.dispatchEvent(new Event("stored",{bubbles:!0}))}),await this.updateComplete,(this.error?this.querySelector("[aria-invalid=true]"):this.querySelector("#stored"))?.focus()}get#e(){let{param:e,code:r}=this.error??{};return Ye.some(({name:s})=>s===e)?e:r==="unreadable_article"?"content":null}#s(){this.stored=this.article=null,this.querySelector("form").reset(),this.querySelector("textarea").focus()}render(){return o`
      <h1 tabindex="-1">Add an article</h1>
      <p class="lead">It is kept whole, read at once, and found from then on. What is given here counts before what the text says.</p>
      <form class="add" @submit=${this.#t} novalidate>
        ${this.#r()}
        <div class="fields">${Ye.map(e=>this.#n(e))}</div>
        ${this.error&&!this.#e?this.renderError(()=>this.querySelector("form").requestSubmit()):d}
        <button type="submit" class="primary" ?disabled=${this.busy}>${this.busy?"Reading it …":"Add the article"}</button>
      </form>
      ${this.article?this.#a():d}
    `}#r(){let e=s=>o`<label class="choice">
      <input type="radio" name="form" .checked=${this.form===s} @change=${()=>this.form=s} />
      ${s==="text"?"Plain text":"HTML"}
    </label>`,r=this.#e==="content";return o`
      <fieldset class="form">
        <legend>The article is</legend>
        ${e("text")} ${e("html")}
      </fieldset>
      <div class="field">
        <label for="content">${this.form==="text"?"Text":"HTML"}</label>
        <p class="hint" id="content-hint">
          ${this.form==="text"?"As it was published or scraped: menus and footers may stay, they are found and set aside.":"The source of the page, whole."}
        </p>
        <textarea id="content" name="content" rows="12" dir="auto" spellcheck="false" aria-invalid=${r}
          aria-describedby=${r?"content-hint content-wrong":"content-hint"}></textarea>
        ${this.#i("content")}
      </div>
    `}#n({name:e,label:r,hint:s,type:i="text"}){let n=this.#e===e;return o`<div class="field">
      <label for=${e}>${r} <span class="optional">optional</span></label>
      <p class="hint" id="${e}-hint">${s}</p>
      <input id=${e} name=${e} type=${i} autocomplete="off" dir="auto" aria-invalid=${n}
        aria-describedby=${n?`${e}-hint ${e}-wrong`:`${e}-hint`} />
      ${this.#i(e)}
    </div>`}#i(e){return this.#e===e?o`<p class="wrong" id="${e}-wrong" role="alert">${this.error.message}</p>`:d}#a(){let{id:e,lines:r,statements:s,passages:i,attribution:n}=this.article,a=new Map;for(let{label:l}of r)a.set(l,(a.get(l)??0)+1);return o`<section class="stored" aria-labelledby="stored">
      <h2 id="stored" tabindex="-1">What was read</h2>
      <p>
        ${Ps[this.stored.status]??this.stored.status} Its lines are ${[...a].map(([l,c])=>`${c} ${l}`).join(", ")};
        it holds ${$(i.length,"passage")} and ${$(s.length,"statement")}.
        ${n.read?d:n.text}
      </p>
      <p class="acts">
        <a class="button" href=${B(e)}>Open it</a>
        <button type="button" @click=${this.#s}>Add another</button>
      </p>
      <byline-article .article=${this.article} .statements=${!0}></byline-article>
    </section>`}};customElements.define("byline-page-add",Xe);var Ze=class extends C{static properties={place:{attribute:!1},article:{state:!0}};willUpdate(e){let r=e.has("place")&&e.get("place")?.id!==this.place.id;(e.has("server")||r)&&this.load()}load(){this.article=null;let{id:e}=this.place;return this.take(()=>this.server.article(e),r=>{this.article=r,this.dispatchEvent(new CustomEvent("named",{bubbles:!0,detail:h(r.masthead.title.text??r.id)}))})}render(){let{article:e}=this;return o`
      <p class="trail"><a href="/?view=articles">All articles</a></p>
      ${e?d:o`<h1 tabindex="-1">Article ${this.place.id}</h1>`}
      ${this.renderError()} ${this.renderBusy("Reading the article …")}
      ${e?this.#t(e):d}
    `}#t(e){let{start:r,end:s}=this.place,i=s>new w(e.text).length;return o`
      <h1 tabindex="-1" dir="auto">${h(e.masthead.title.text??e.id)}</h1>
      ${i?o`<p class="fault" role="alert">The address names a passage past the end of this article; it may have been replaced.</p>`:d}
      ${this.#e(e)}
      <byline-article untitled .article=${e} .start=${i?null:r} .end=${i?null:s} .statements=${!0}></byline-article>
    `}#e({id:e,copies:r}){return r.length?o`<aside class="copies" aria-label="Other carriers of this text">
      <p>${$(r.length,"other article")} ${r.length===1?"holds":"hold"} this text; copies count as one voice.</p>
      <ul>
        ${r.map(s=>o`<li><a href=${Ce(e,s)}>Side by side with ${s}</a></li>`)}
      </ul>
    </aside>`:d}};customElements.define("byline-page-article",Ze);var or=50,Us=new Intl.DisplayNames("en",{type:"language"}),et=class extends C{static properties={outlets:{state:!0},articles:{state:!0},next:{state:!0},known:{state:!0}};willUpdate(e){e.has("server")&&this.load()}load(){return this.known={},this.take(()=>Promise.all([this.server.outlets(),this.server.articles(null,or)]),([e,r])=>{this.outlets=e,this.articles=r.data,this.next=r.next_cursor})}more(){let e=this.articles.length;return this.take(()=>this.server.articles(this.next,or),async r=>{this.articles=[...this.articles,...r.data],this.next=r.next_cursor,await this.updateComplete,this.querySelectorAll(".articles > li a")[e]?.focus()})}async#t(e,r){if(!e.target.open||this.known[r])return;let s;try{s=await this.server.article(r)}catch(i){s=i}this.known={...this.known,[r]:s}}render(){return o`
      <h1 tabindex="-1">The articles</h1>
      ${this.renderError()} ${this.renderBusy("Reading the lists …")}
      ${this.articles?[this.#e(),this.#s()]:d}
    `}#e(){let{data:e,unnamed:r}=this.outlets;return o`<section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <ul class="outlets">
        ${e.map(s=>o`<li>
            <span class="name" dir="auto">${h(s.name)}</span>
            <span class="quiet">${$(s.articles,"article")}</span>
            <span class="levels">${s.levels.map(i=>lr(i))}</span>
          </li>`)}
        ${r?o`<li class="none">
              <span class="name">No outlet known</span>
              <span class="quiet">${$(r,"article")}</span>
              <span class="note">never taken for one outlet</span>
            </li>`:d}
      </ul>
    </section>`}#s(){return this.articles.length?o`<section aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      <ul class="articles">
        ${this.articles.map(e=>this.#r(e))}
      </ul>
      ${this.next?o`<button type="button" class="more" @click=${this.more}>More articles</button>`:d}
    </section>`:o`<p>There are no articles yet. <a href="/?view=add">Add one</a>.</p>`}#r(e){let r=this.known[e.id];return o`<li>
      <h3><a href=${B(e.id)} dir="auto">${h(e.title??e.id)}</a></h3>
      <p class="facts">
        <span class=${e.outlet.name?"name":"name none"} dir="auto">${e.outlet.name?h(e.outlet.name):"No outlet known"}</span>
        ${e.outlet.name?lr(e.outlet.level):d}
        <span>${x(e.published)}</span>
        ${e.language?o`<span>${Us.of(e.language)}</span>`:d}
        <span class="id">${e.id}</span>
      </p>
      <details @toggle=${s=>this.#t(s,e.id)}>
        <summary>How this is known<span class="aside">: ${h(e.title??e.id)}</span></summary>
        ${r===void 0?o`<p class="busy">Reading …</p>`:js(r)}
      </details>
    </li>`}},js=t=>t instanceof Error?o`<p class="fault">${t.message}</p>`:Ve(t),lr=t=>o`<span class="level" data-level=${t} >${P(t)}</span>`;customElements.define("byline-page-articles",et);var Bs=500,tt=class extends C{static properties={place:{attribute:!1},articles:{state:!0},comparison:{state:!0}};willUpdate(e){(e.has("server")||e.has("place"))&&this.load()}load(){let{a:e,b:r}=this.place;return this.comparison=null,this.take(async()=>[this.articles??(await this.server.articles(null,Bs)).data,e&&r?await this.server.compare(e,r):null],([s,i])=>{this.articles=s,this.comparison=i})}#t(e){e.preventDefault();let r=new FormData(e.target),s=Ce(r.get("a"),r.get("b"));this.dispatchEvent(new CustomEvent("go",{bubbles:!0,detail:s}))}render(){return o`
      <h1 tabindex="-1">Side by side</h1>
      <p class="lead">Two articles, paragraph by paragraph, and what one changed, dropped or added.</p>
      ${this.articles?this.#e():d} ${this.renderError()} ${this.renderBusy("Laying them side by side …")}
      ${this.comparison?this.#r():d}
    `}#e(){return o`<form class="pair" @submit=${this.#t}>
      ${this.#s("a","Article A",this.place.a)} ${this.#s("b","Article B",this.place.b)}
      <button type="submit">Compare</button>
    </form>`}#s(e,r,s){let i=this.articles.some(n=>n.id===s);return o`<label>
      <span>${r}</span>
      <select name=${e} required .value=${s}>
        <option value="" ?selected=${!s}>Choose an article</option>
        ${s&&!i?o`<option value=${s} selected>${s}</option>`:d}
        ${this.articles.map(n=>o`<option value=${n.id} ?selected=${n.id===s}>${h(`${n.title??n.id} (${n.outlet.label})`)}</option>`)}
      </select>
    </label>`}#r(){let{a:e,b:r}=this.comparison;return o`
      <p class="pairlinks">
        <a href=${B(e.id)}>Open article A</a> <a href=${B(r.id)}>Open article B</a>
      </p>
      <byline-comparison .level=${2} .comparison=${this.comparison}></byline-comparison>
    `}};customElements.define("byline-page-compare",tt);var Hs=3,Is=20,Fs=/^\p{Lu}\S*(?: \p{Lu}\S*)*$/u;async function cr(t){let[e,r]=await Promise.all([t.outlets(),t.sources(Is)]),s=e.data.reduce((a,l)=>a+l.articles,0)+e.unnamed,n=r.data.map(({forms:a})=>h(a[0].name)).filter(a=>Fs.test(a)).slice(0,Hs).map(a=>`What did ${a} say?`);return{articles:s,outlets:e.data.length,unnamed:e.unnamed,questions:n}}var Ds=[{view:"ask",href:"/",words:"Ask"},{view:"articles",href:"/?view=articles",words:"Articles"},{view:"compare",href:"/?compare=",words:"Compare"},{view:"add",href:"/?view=add",words:"Add"}],Ks={ask:"Ask",articles:"Articles",article:"Article",compare:"Side by side",add:"Add an article"},rt=class extends b{static properties={place:{state:!0},server:{state:!0},secret:{state:!0},asksKey:{state:!0},corpus:{state:!0}};#t=new Te(e=>this.#i(e));constructor(){super(),this.place=Qe(location.search),this.secret="",this.server=new j,this.corpus=null,this.listed=!1}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.addEventListener("click",e=>this.#n(e)),this.addEventListener("go",e=>this.#t.go(e.detail)),this.addEventListener("want-key",()=>this.#a()),this.addEventListener("stored",()=>this.#s()),this.addEventListener("byline-error",({detail:e})=>e.error.status===401&&this.#a()),this.addEventListener("named",e=>this.#r(e.detail)),this.#r()}willUpdate(e){e.has("server")&&this.#e()}async#e(){let{server:e}=this,r=await cr(e).catch(s=>s);e===this.server&&(this.corpus=r instanceof Error?null:r,r.status===401&&(this.asksKey=!0))}#s(){return this.querySelector("byline-page-articles")?.load(),this.#e()}#r(e=Ks[this.place.view]){document.title=`${e} · Byline`}async#n(e){let r=ar(e)?.href;if(!r)return;e.preventDefault();let s=e.composedPath().find(i=>i instanceof HTMLDialogElement);if(s){let i=new Promise(n=>s.addEventListener("close",n,{once:!0}));s.close(),await i}await this.#t.go(r)}async#i(e){return this.place=Qe(e),this.#r(),await this.updateComplete,this.querySelector("main > :not([hidden])")}async#a(){this.asksKey=!0,await this.updateComplete,this.querySelector("#key").focus()}#l(e){e.preventDefault(),this.secret=new FormData(e.target).get("key").trim(),this.server=new j("",this.secret),this.asksKey=!1,this.querySelector("#key-button").focus()}render(){return o`
      <a class="skip" href="#main" @click=${this.#d}>Skip to the content</a>
      <header>
        <a class="mark" href="/" aria-label="Byline, ask">Byline</a>
        <nav aria-label="Page">
          ${Ds.map(({view:e,href:r,words:s})=>o`<a href=${r} aria-current=${this.#o(e)?"page":d}>${s}</a>`)}
        </nav>
        <button type="button" id="key-button" class="key" aria-expanded=${this.asksKey?"true":"false"} aria-controls="key-form"
          @click=${()=>this.asksKey?this.asksKey=!1:this.#a()}>
          ${this.secret?"Key in use":"Key"}
        </button>
        ${this.#c()}
      </header>
      <main id="main" tabindex="-1">${this.#h()} ${this.#u()} ${this.#m()}</main>
      <footer>
        <p>Every claim rests on words that stand in an article, letter for letter. <a href="/openapi.json">The calls behind this page</a></p>
      </footer>
    `}#o(e){return this.place.view===e||e==="articles"&&this.place.view==="article"}#d(e){e.preventDefault(),e.stopPropagation(),this.querySelector("main").focus()}#c(){return o`<form id="key-form" ?hidden=${!this.asksKey} @submit=${this.#l}>
      <label for="key">Key of this server</label>
      <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" .value=${this.secret} />
      <button type="submit">Use it</button>
      <p class="hint">Kept in this page’s memory alone, and gone when the page is closed or loaded anew. Leave it empty to use none.</p>
    </form>`}#h(){return o`<div class="ask" ?hidden=${this.place.view!=="ask"}>
      <h1 tabindex="-1">Who says what?</h1>
      <p class="lead">Ask, and see which outlet made each claim, and whom that outlet got it from.</p>
      <byline-chat .key=${this.secret} .suggestions=${this.corpus?.questions??[]} heading="">${this.#p()}</byline-chat>
    </div>`}#p(){if(!this.corpus)return d;let{articles:e,outlets:r,unnamed:s}=this.corpus;return o`<p class="corpus">
      It searches <a href="/?view=articles">${$(e,"article")}</a> of
      ${$(r,"named outlet")}${s?o`; the outlet of ${s} is not known`:d}.
    </p>`}#u(){let e=this.place.view==="articles";return this.listed||=e,this.listed?o`<byline-page-articles ?hidden=${!e} .server=${this.server}></byline-page-articles>`:d}#m(){let{server:e,place:r}=this;return{article:()=>o`<byline-page-article .server=${e} .place=${r}></byline-page-article>`,compare:()=>o`<byline-page-compare .server=${e} .place=${r}></byline-page-compare>`,add:()=>o`<byline-page-add .server=${e}></byline-page-add>`}[r.view]?.()??d}};customElements.define("byline-page",rt);})();
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
