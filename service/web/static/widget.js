(()=>{var ee=globalThis,te=ee.ShadowRoot&&(ee.ShadyCSS===void 0||ee.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ve=Symbol(),Ue=new WeakMap,F=class{constructor(e,r,n){if(this._$cssResult$=!0,n!==ve)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(te&&e===void 0){let n=r!==void 0&&r.length===1;n&&(e=Ue.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&Ue.set(r,e))}return e}toString(){return this.cssText}},Pe=t=>new F(typeof t=="string"?t:t+"",void 0,ve),y=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((n,i,s)=>n+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+t[s+1],t[0]);return new F(r,t,ve)},je=(t,e)=>{if(te)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let n=document.createElement("style"),i=ee.litNonce;i!==void 0&&n.setAttribute("nonce",i),n.textContent=r.cssText,t.appendChild(n)}},_e=te?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let n of e.cssRules)r+=n.cssText;return Pe(r)})(t):t;var{is:Pt,defineProperty:jt,getOwnPropertyDescriptor:Lt,getOwnPropertyNames:Ht,getOwnPropertySymbols:It,getPrototypeOf:Bt}=Object,re=globalThis,Le=re.trustedTypes,Ft=Le?Le.emptyScript:"",Dt=re.reactiveElementPolyfillSupport,D=(t,e)=>t,we={toAttribute(t,e){switch(e){case Boolean:t=t?Ft:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},Ie=(t,e)=>!Pt(t,e),He={attribute:!0,type:String,converter:we,reflect:!1,useDefault:!1,hasChanged:Ie};Symbol.metadata??=Symbol("metadata"),re.litPropertyMetadata??=new WeakMap;var x=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=He){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let n=Symbol(),i=this.getPropertyDescriptor(e,n,r);i!==void 0&&jt(this.prototype,e,i)}}static getPropertyDescriptor(e,r,n){let{get:i,set:s}=Lt(this.prototype,e)??{get(){return this[r]},set(o){this[r]=o}};return{get:i,set(o){let l=i?.call(this);s?.call(this,o),this.requestUpdate(e,l,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??He}static _$Ei(){if(this.hasOwnProperty(D("elementProperties")))return;let e=Bt(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(D("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(D("properties"))){let r=this.properties,n=[...Ht(r),...It(r)];for(let i of n)this.createProperty(i,r[i])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[n,i]of r)this.elementProperties.set(n,i)}this._$Eh=new Map;for(let[r,n]of this.elementProperties){let i=this._$Eu(r,n);i!==void 0&&this._$Eh.set(i,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let i of n)r.unshift(_e(i))}else e!==void 0&&r.push(_e(e));return r}static _$Eu(e,r){let n=r.attribute;return n===!1?void 0:typeof n=="string"?n:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let n of r.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return je(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,n){this._$AK(e,n)}_$ET(e,r){let n=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,n);if(i!==void 0&&n.reflect===!0){let s=(n.converter?.toAttribute!==void 0?n.converter:we).toAttribute(r,n.type);this._$Em=e,s==null?this.removeAttribute(i):this.setAttribute(i,s),this._$Em=null}}_$AK(e,r){let n=this.constructor,i=n._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let s=n.getPropertyOptions(i),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:we;this._$Em=i;let l=o.fromAttribute(r,s.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,r,n,i=!1,s){if(e!==void 0){let o=this.constructor;if(i===!1&&(s=this[e]),n??=o.getPropertyOptions(e),!((n.hasChanged??Ie)(s,r)||n.useDefault&&n.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,n))))return;this.C(e,r,n)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:n,reflect:i,wrapped:s},o){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??r??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(r=void 0),this._$AL.set(e,r)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,s]of this._$Ep)this[i]=s;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[i,s]of n){let{wrapped:o}=s,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,s,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(n=>n.hostUpdate?.()),this.update(r)):this._$EM()}catch(n){throw e=!1,this._$EM(),n}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};x.elementStyles=[],x.shadowRootOptions={mode:"open"},x[D("elementProperties")]=new Map,x[D("finalized")]=new Map,Dt?.({ReactiveElement:x}),(re.reactiveElementVersions??=[]).push("2.1.2");var Te=globalThis,Be=t=>t,ne=Te.trustedTypes,Fe=ne?ne.createPolicy("lit-html",{createHTML:t=>t}):void 0,Ge="$lit$",S=`lit$${Math.random().toFixed(9).slice(2)}$`,Qe="?"+S,Wt=`<${Qe}>`,N=document,V=()=>N.createComment(""),K=t=>t===null||typeof t!="object"&&typeof t!="function",Ne=Array.isArray,Vt=t=>Ne(t)||typeof t?.[Symbol.iterator]=="function",ke=`[ 	
\f\r]`,W=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,De=/-->/g,We=/>/g,E=RegExp(`>|${ke}(?:([^\\s"'>=/]+)(${ke}*=${ke}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ve=/'/g,Ke=/"/g,Ye=/^(?:script|style|textarea|title)$/i,ze=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),a=ze(1),dn=ze(2),pn=ze(3),z=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),Je=new WeakMap,T=N.createTreeWalker(N,129);function Xe(t,e){if(!Ne(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Fe!==void 0?Fe.createHTML(e):e}var Kt=(t,e)=>{let r=t.length-1,n=[],i,s=e===2?"<svg>":e===3?"<math>":"",o=W;for(let l=0;l<r;l++){let c=t[l],d,u,m=-1,g=0;for(;g<c.length&&(o.lastIndex=g,u=o.exec(c),u!==null);)g=o.lastIndex,o===W?u[1]==="!--"?o=De:u[1]!==void 0?o=We:u[2]!==void 0?(Ye.test(u[2])&&(i=RegExp("</"+u[2],"g")),o=E):u[3]!==void 0&&(o=E):o===E?u[0]===">"?(o=i??W,m=-1):u[1]===void 0?m=-2:(m=o.lastIndex-u[2].length,d=u[1],o=u[3]===void 0?E:u[3]==='"'?Ke:Ve):o===Ke||o===Ve?o=E:o===De||o===We?o=W:(o=E,i=void 0);let f=o===E&&t[l+1].startsWith("/>")?" ":"";s+=o===W?c+Wt:m>=0?(n.push(d),c.slice(0,m)+Ge+c.slice(m)+S+f):c+S+(m===-2?l:f)}return[Xe(t,s+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},J=class t{constructor({strings:e,_$litType$:r},n){let i;this.parts=[];let s=0,o=0,l=e.length-1,c=this.parts,[d,u]=Kt(e,r);if(this.el=t.createElement(d,n),T.currentNode=this.el.content,r===2||r===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(i=T.nextNode())!==null&&c.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let m of i.getAttributeNames())if(m.endsWith(Ge)){let g=u[o++],f=i.getAttribute(m).split(S),M=/([.?@])?(.*)/.exec(g);c.push({type:1,index:s,name:M[2],strings:f,ctor:M[1]==="."?Se:M[1]==="?"?Ae:M[1]==="@"?Ce:O}),i.removeAttribute(m)}else m.startsWith(S)&&(c.push({type:6,index:s}),i.removeAttribute(m));if(Ye.test(i.tagName)){let m=i.textContent.split(S),g=m.length-1;if(g>0){i.textContent=ne?ne.emptyScript:"";for(let f=0;f<g;f++)i.append(m[f],V()),T.nextNode(),c.push({type:2,index:++s});i.append(m[g],V())}}}else if(i.nodeType===8)if(i.data===Qe)c.push({type:2,index:s});else{let m=-1;for(;(m=i.data.indexOf(S,m+1))!==-1;)c.push({type:7,index:s}),m+=S.length-1}s++}}static createElement(e,r){let n=N.createElement("template");return n.innerHTML=e,n}};function q(t,e,r=t,n){if(e===z)return e;let i=n!==void 0?r._$Co?.[n]:r._$Cl,s=K(e)?void 0:e._$litDirective$;return i?.constructor!==s&&(i?._$AO?.(!1),s===void 0?i=void 0:(i=new s(t),i._$AT(t,r,n)),n!==void 0?(r._$Co??=[])[n]=i:r._$Cl=i),i!==void 0&&(e=q(t,i._$AS(t,e.values),i,n)),e}var xe=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:n}=this._$AD,i=(e?.creationScope??N).importNode(r,!0);T.currentNode=i;let s=T.nextNode(),o=0,l=0,c=n[0];for(;c!==void 0;){if(o===c.index){let d;c.type===2?d=new G(s,s.nextSibling,this,e):c.type===1?d=new c.ctor(s,c.name,c.strings,this,e):c.type===6&&(d=new Ee(s,this,e)),this._$AV.push(d),c=n[++l]}o!==c?.index&&(s=T.nextNode(),o++)}return T.currentNode=N,i}p(e){let r=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,r),r+=n.strings.length-2):n._$AI(e[r])),r++}},G=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,n,i){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=q(this,e,r),K(e)?e===p||e==null||e===""?(this._$AH!==p&&this._$AR(),this._$AH=p):e!==this._$AH&&e!==z&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Vt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==p&&K(this._$AH)?this._$AA.nextSibling.data=e:this.T(N.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=J.createElement(Xe(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(r);else{let s=new xe(i,this),o=s.u(this.options);s.p(r),this.T(o),this._$AH=s}}_$AC(e){let r=Je.get(e.strings);return r===void 0&&Je.set(e.strings,r=new J(e)),r}k(e){Ne(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,n,i=0;for(let s of e)i===r.length?r.push(n=new t(this.O(V()),this.O(V()),this,this.options)):n=r[i],n._$AI(s),i++;i<r.length&&(this._$AR(n&&n._$AB.nextSibling,i),r.length=i)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let n=Be(e).nextSibling;Be(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},O=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,n,i,s){this.type=1,this._$AH=p,this._$AN=void 0,this.element=e,this.name=r,this._$AM=i,this.options=s,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=p}_$AI(e,r=this,n,i){let s=this.strings,o=!1;if(s===void 0)e=q(this,e,r,0),o=!K(e)||e!==this._$AH&&e!==z,o&&(this._$AH=e);else{let l=e,c,d;for(e=s[0],c=0;c<s.length-1;c++)d=q(this,l[n+c],r,c),d===z&&(d=this._$AH[c]),o||=!K(d)||d!==this._$AH[c],d===p?e=p:e!==p&&(e+=(d??"")+s[c+1]),this._$AH[c]=d}o&&!i&&this.j(e)}j(e){e===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Se=class extends O{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===p?void 0:e}},Ae=class extends O{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==p)}},Ce=class extends O{constructor(e,r,n,i,s){super(e,r,n,i,s),this.type=5}_$AI(e,r=this){if((e=q(this,e,r,0)??p)===z)return;let n=this._$AH,i=e===p&&n!==p||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,s=e!==p&&(n===p||i);i&&this.element.removeEventListener(this.name,this,n),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ee=class{constructor(e,r,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){q(this,e)}};var Jt=Te.litHtmlPolyfillSupport;Jt?.(J,G),(Te.litHtmlVersions??=[]).push("3.3.3");var Ze=(t,e,r)=>{let n=r?.renderBefore??e,i=n._$litPart$;if(i===void 0){let s=r?.renderBefore??null;n._$litPart$=i=new G(e.insertBefore(V(),s),s,void 0,r??{})}return i._$AI(t),i};var Re=globalThis,$=class extends x{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ze(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return z}};$._$litElement$=!0,$.finalized=!0,Re.litElementHydrateSupport?.({LitElement:$});var Gt=Re.litElementPolyfillSupport;Gt?.({LitElement:$});(Re.litElementVersions??=[]).push("4.2.2");var et=y`
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

  .stance[data-stance="denies"],
  .stance[data-stance="accuses"] {
    color: var(--_denied);
  }

  .stance[data-stance="declines"],
  .stance[data-stance="uncertain"] {
    font-style: italic;
  }

  .scroll {
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
    min-inline-size: 7.5rem;
    padding: 0.55rem 1rem 0.55rem 0;
    padding-inline: 0 1rem;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    font-weight: 400;
    vertical-align: bottom;
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
    max-inline-size: 24ch;
    color: var(--_muted);
    font-size: 0.8125rem;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
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

  h5 {
    margin: 0 0 0.3rem;
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
  }
`;var tt=y`
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
    font: 400 1.25em / 1.2 var(--_serif);
    color: var(--_muted);
  }

  .claim > .hidden {
    position: absolute;
  }

  .strength {
    display: flex;
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
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.6rem;
    align-items: baseline;
    padding-block: 0.12rem;
    font-size: 0.875rem;
  }

  .whom {
    min-inline-size: 0;
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
      grid-template-columns: minmax(0, 1fr);
    }

    .claim > * {
      grid-column: 1;
    }

    .claim > .number {
      display: none;
    }
  }
`;var A=y`
  :host {
    --_paper: var(--byline-paper, light-dark(#fdfcfa, #17181b));
    --_raised: var(--byline-raised, light-dark(#f5f3ee, #202226));
    --_ink: var(--byline-ink, light-dark(#1c1b19, #ece9e2));
    --_muted: var(--byline-muted, light-dark(#5f5b53, #aba69b));
    --_rule: var(--byline-rule, light-dark(#dcd8ce, #383a40));
    --_edge: var(--byline-edge, light-dark(#8a857a, #77746c));
    --_accent: var(--byline-accent, light-dark(#0b5566, #84c9d9));
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
    color-scheme: light dark;
    color: var(--_ink);
    font: 400 var(--_size) / 1.5 var(--_sans);
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([theme="light"]) {
    color-scheme: light;
  }

  :host([theme="dark"]) {
    color-scheme: dark;
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
`;function ie(t,e){let r=matchMedia("(prefers-reduced-motion: reduce)").matches;t.scrollIntoView({block:e,behavior:r?"auto":"smooth"})}function rt(){let t=document.activeElement;for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t}var Qt=/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu,Yt=/[\u0085\u2028\u2029]/g;function v(t){return String(t).replace(Yt,`
`).replace(Qt,e=>e==="\r"?`
`:"�")}function h(t){return v(String(t).replaceAll(`\r
`,`
`)).split(/\s+/).filter(Boolean).join(" ")}function U(t){if(!t||!/^https?:\/\//i.test(t))return null;try{let e=new URL(t);return["http:","https:"].includes(e.protocol)?e.href:null}catch{return null}}var w=class{#e;#t=[];constructor(e){this.#e=e;let r=0;for(let n of e.matchAll(/[\u{10000}-\u{10FFFF}]/gu))this.#t.push(n.index-r++);this.length=e.length-r}unit(e){let r=Math.min(Math.max(e,0),this.length),[n,i]=[0,this.#t.length];for(;n<i;){let s=n+i>>1;this.#t[s]<r?n=s+1:i=s}return r+n}slice(e,r){return this.#e.slice(this.unit(e),this.unit(r))}};function P(t,e,r){let n=r.filter(o=>o.start<e&&o.end>t&&o.start<o.end),i=new Set([t,e]);for(let o of n)for(let l of[o.start,o.end])l>t&&l<e&&i.add(l);let s=[...i].sort((o,l)=>o-l);return s.slice(0,-1).map((o,l)=>{let c=s[l+1],d=n.filter(u=>u.start<=o&&u.end>=c).map(u=>u.name);return{start:o,end:c,names:[...new Set(d)]}})}var nt={single:"one text",same_origin:"one origin",corroborated:"corroborated",disputed:"disputed",denied:"only denied"},Xt={asserts:"says",denies:"denies",admits:"admits",confirms:"confirms",accuses:"accuses",declines:"leaves it open",uncertain:"leaves it open"},Zt={declared:"given by whoever added the article",site:"read from the site’s own data",stated:"stated on the page",self_reference:"the page names itself so",inferred:"inferred from traces on the page",unknown:"not known"},er={omitted_from_copy:"left it out of its copy",not_reported:"does not report it"},tr={disputed:["disputes","is disputed by"],conflicts:["cannot hold together with","cannot hold together with"],differs:["is not of the same as","is not of the same as"]},rr=["no","one","two","three","four","five","six","seven","eight","nine","ten"],L=t=>String(t).replaceAll("_"," "),j=(t,e)=>t===1?`1 ${e}`:`${t} ${e}s`,C=t=>t?Xt[t]??L(t):"",Q=t=>Zt[t]??L(t),se=t=>er[t]??L(t);function oe(t,e){return(tr[t]??[L(t),L(t)])[e?0:1]}function ae({agreement:t,counts:e,reports:r}){let n=Object.hasOwn(nt,t)?t:"other",i=nt[t]??L(t);t==="corroborated"&&(i+=` by ${rr[e.origins]??e.origins} origins`),t==="disputed"&&(i+=": asserted and denied"),t==="same_origin"&&new Set(r.map(o=>o.origin)).size>1&&(i="independence not shown");let s=[j(e.articles,"article")];return e.articles>1&&s.push(j(e.texts,"text"),j(e.origins,"origin")),e.confirmations_claimed&&s.push(`${j(e.confirmations_claimed,"confirmation")} claimed, which is no origin`),{kind:n,badge:i,detail:s.join(" · ")}}function H({chain:t,voice:e}){return t?.length?null:t?"in its own voice":e?"somebody’s words, and nothing says whose":"who says it has not been read"}function le({articles:t,outlets:e,unnamed:r,undated:n}){let i=[j(e,"named outlet"),`${r} without a known outlet`,`${n} without a date`];return`Searched ${j(t,"article")}: ${i.join(", ")}.`}var k=t=>t?t.replace("T",", "):"undated";function Y(t,e){let r=()=>e.openArticle(t.article_id,t.start,t.end,it(t)),n=`[${t.citation}] open the sentence in its article, ${h(t.outlet.label)}`;return a`<button class="marker" part="marker" type="button" aria-label=${n} @click=${r}>[${t.citation}]</button>`}function it(t){return[{name:"content",...t.content},t.cue&&{name:"cue",...t.cue},t.context&&{name:"context",...t.context},...(t.chain??[]).map(r=>({name:"link",...r})),...t.hedges.map(r=>({name:"hedge",...r}))].filter(r=>r&&Number.isInteger(r.start)).map(({name:r,start:n,end:i})=>({name:r,start:n,end:i}))}function R({name:t,label:e,level:r}){let n=h(e),i=t===null?n.match(/^unnamed outlet \((.*)\)$/)?.[1]:null,s=i?a`unnamed outlet <span class="id" title=${i}>${i}</span>`:n;return a`<bdi class="chip" part="chip" data-level=${r}>${s}</bdi>`}function st(t){let e=H(t);return e?a`<span class="voice">${e}</span>`:t.chain.map(r=>a`<span class="link-of" data-named=${r.named}><span class="arrow" aria-hidden="true">←</span><span class="hidden"> citing </span> <bdi>${h(r.name)}</bdi></span> `)}function ot(t){let e=new w(t.quote),r=it(t).filter(({name:s})=>s==="content"||s==="hedge").map(({name:s,start:o,end:l})=>({name:s,start:o-t.start,end:l-t.start})),n=P(0,e.length,r),i=n.every(({names:s})=>s.includes("content"));return n.map(({start:s,end:o,names:l})=>{let c=l.filter(u=>u==="hedge"||!i).join(" "),d=v(e.slice(s,o));return c?a`<span class=${c}>${d}</span>`:d})}function X(t,e,r){let n=e.find(s=>s.n===t);if(!n)return`[${t}]`;let i=()=>r.openArticle(n.article_id);return a`<button class="marker" part="marker" type="button" aria-label=${`[${t}] open the article, ${h(n.outlet)}`} @click=${i}>[${t}]</button>`}function I(t,e,r){return r===p?p:a`<section part=${e} aria-label=${t}>
    <h4 class="label">${t}</h4>
    ${r}
  </section>`}var nr={no_article:"Nothing to search",no_such_name:"A name that is nowhere",source_not_on_topic:"Not by this source",not_stated:"Not stated",false_premise:"Taken for granted, and not found",undated_left_out:"Left out by the dates"};function at(t,e){return a`<div class="abstention" part="abstention">
    <p class="direct" part="direct" dir="auto">${t.direct.text}</p>
    <p class="lead">The articles do not say, so Byline does not either.</p>
    <div class="columns">
      <section aria-label="What is missing">
        <h4 class="label">What is missing</h4>
        ${t.missing.map(ir)}
      </section>
      <section aria-label="What was searched">
        <h4 class="label">What was searched</h4>
        ${sr(t.searched)}
      </section>
    </div>
    ${t.nearest.length?or(t.nearest,e):a`<p class="detail">No sentence came near it.</p>`}
  </div>`}function lt({missing:t,understood:e,direct:r}){let n=e?ar(e):[],i=t.filter(s=>s.text!==r.text);return!n.length&&!i.length?p:a`<ul class="aside" role="list">
    ${i.map(s=>a`<li part="missing"><strong>Missing.</strong> ${h(s.text)}</li>`)}
    ${n.map(s=>a`<li>${s}</li>`)}
  </ul>`}function ir({kind:t,text:e}){return a`<p class="missed" part="missing"><strong>${nr[t]??t.replaceAll("_"," ")}.</strong> <span dir="auto">${h(e)}</span></p>`}function sr({articles:t,outlets:e,unnamed:r,undated:n}){return a`<ul class="tally" role="list">
    ${[[t,t===1?"article":"articles"],[e,e===1?"named outlet":"named outlets"],[r,r===1?"article whose outlet is not known":"articles whose outlet is not known"],[n,n===1?"article without a date":"articles without a date"]].map(([s,o])=>a`<li><span class="n">${s.toLocaleString("en")}</span> ${o}</li>`)}
  </ul>`}function or(t,e){return a`<section class="nearest" part="nearest" aria-label="Near it, but no answer to it">
    <h4 class="label">Near it, but no answer to it</h4>
    <ul role="list">
      ${t.map(r=>a`<li>
          <blockquote dir="auto">${v(r.quote)}</blockquote>
          <p>
            ${R(r.outlet)}
            <button class="link" type="button" @click=${()=>e.openArticle(r.article_id,r.start,r.end)}>open in its article</button>
          </p>
        </li>`)}
    </ul>
  </section>`}function ar({standalone:t,names:e,from:r,to:n,unread:i}){let s=[r&&`from ${r}`,n&&`to ${n}`].filter(Boolean).join(" ");return[t&&`Taken as: ${h(t)}`,s&&`Only articles published ${s} were searched.`,...e.filter(o=>o.tried_as.length).map(o=>`“${h(o.name)}” was taken as ${o.tried_as.join(" and as ")}.`),...i.map(o=>`“${h(o)}” may be two different days and was not read as a date.`)].filter(Boolean)}function ce({text:t,reports:e}){let r=h(t),n=new Set(e.map(d=>d.citation)),i=lr(r,e),s=[],o=new Set,l=0;for(let d of r.matchAll(/\[(\d+)\]/g)){let u=Number(d[1]);!n.has(u)||i.some(([m,g])=>m<=d.index&&d.index<g)||(d.index>l&&s.push(r.slice(l,d.index)),s.push(u),o.add(u),l=d.index+d[0].length)}l<r.length&&s.push(r.slice(l));let c=[...n].filter(d=>!o.has(d));return c.length?[...s," ",...c]:s}function lr(t,e){let r=[];for(let n of e){let s=new w(n.quote).slice(n.content.start-n.start,n.content.end-n.start);for(let o of[n.quote,s,n.context?.quote??""].map(h))for(let l=o?t.indexOf(o):-1;l>=0;l=t.indexOf(o,l+1))r.push([l,l+o.length])}return r}function de({text:t,reports:e}){let r=h(t),n=new Map;for(let i of e){let s=h(i.quote),o=r.includes(s)?"":s;n.set(o,[...n.get(o)??[],i])}return[...n].map(([i,s])=>({quote:i,reports:s}))}function ct(t,e,r,n){let{kind:i,badge:s,detail:o}=ae(t),l=n.retracted.get(t.id);return a`
    <li class="claim ${l===void 0?"":"retracted"}" part="claim" data-claim=${t.id} tabindex="-1">
      <span class="number" aria-hidden="true">${e}</span>
      <p class="strength">
        <span class="hidden">Claim ${e}: </span><span class="badge" part="badge" data-kind=${i}>${s}</span>
        <span class="detail">${o}</span>
      </p>
      <p class="text" part="claim-text" dir="auto">${l===void 0?cr(t,n):a`<del>${h(t.text)}</del>`}</p>
      ${l===void 0?dr(t,r,n):a`<p class="note">Withdrawn: ${h(l)}</p>`}
    </li>
  `}function cr(t,e){return ce(t).map(r=>typeof r=="number"?Y(t.reports.find(n=>n.citation===r),e):r)}function dr(t,e,r){return a`
    <ul class="evidence" role="list" aria-label="Reports">
      ${de(t).map(n=>pr(n,r))}
    </ul>
    ${ur(t,e,r)} ${mr(t,e,r)}
  `}function pr({quote:t,reports:e},r){return a`<li>
    <ul role="list">
      ${e.map(n=>hr(n,r))}
    </ul>
    ${t?a`<blockquote dir="auto">${ot(e[0])}</blockquote>`:p}
  </li>`}function hr(t,e){let r=C(t.stance),i=[...t.when.filter(({date:s})=>s).map(({text:s,date:o})=>`“${h(s)}” is ${o}`),t.joint.length?"said jointly":"",t.published?`published ${k(t.published)}`:"undated"];return a`<li class="report" part="report">
    ${Y(t,e)} <span class="whom">${R(t.outlet)} ${st(t)}</span>
    ${r?a`<span class="stance" part="stance" data-stance=${t.stance}>${r}</span>`:p}
    ${t.hedges.map(s=>a`<span class="hedged" part="hedge">hedged “${h(s.text)}”</span>`)}
    <span class="detail">${i.filter(Boolean).join(" · ")}</span>
  </li>`}function ur({silent:t},{citations:e},r){return t.length?a`<ul class="notes" role="list" aria-label="Silent on it">
    ${t.map(({article_id:n,why:i})=>{let s=e.find(c=>c.article_id===n),o=s?{name:s.level==="unknown"?null:s.outlet,label:s.outlet,level:s.level}:null,l=s?a`${X(s.n,e,r)} ${R(o)}`:a`<bdi>${n}</bdi>`;return a`<li class="note">${l} ${se(i)}</li>`})}
  </ul>`:p}function mr({id:t},{relations:e,claims:r,citations:n},i){let s=e.filter(({from:o,to:l})=>o===t||l===t);return s.length?a`<ul class="notes" role="list" aria-label="Beside other claims">
    ${s.map(o=>{let l=o.from===t?o.to:o.from,c=r.findIndex(d=>d.id===l)+1;return a`<li class="note relation" part="relation" data-kind=${o.kind}>
        <span class="verb">${oe(o.kind,o.from===t)}</span>
        <button class="link" type="button" @click=${()=>i.showClaim(l)}>claim ${c}</button>${fr(o,n,i)}
      </li>`})}
  </ul>`:p}function fr({words:t,differs_in:e},r,n){let i=t&&r.find(o=>o.n===t.citation)?.article_id,s=()=>n.openArticle(i,t.start,t.end);return a`${t?a`, in the words <q dir="auto">${h(t.quote)}</q>
        <button class="marker" part="marker" type="button" aria-label=${`[${t.citation}] open these words in their article`} @click=${s}>[${t.citation}]</button>`:p}${e.length?a` <span class="detail">(${h(e.join("; "))})</span>`:p}`}var gr=["claim","outlet","level","chain","quote","article_id","start","end","published","url","stance","hedges","figure","agreement","origin","copy","relations"],br=/^ *[=+\-@\t\r\n＝＋－＠]/;function pt(t){let e=new Map(t.citations.map(n=>[n.n,n.url])),r=t.claims.flatMap(n=>n.reports.map(i=>$r(n,i,t,e)));return[gr,...r].map(n=>n.map(vr).join(",")).join(`
`)+`
`}function $r(t,e,{relations:r},n){let i=r.filter(({from:l,to:c})=>t.id===l||t.id===c),s=[t.text,e.outlet.label,e.outlet.level,yr(e.chain),e.quote,e.article_id],o=[e.published??"",n.get(e.citation)??"",e.stance??"",e.hedges.map(l=>l.text).join("; "),e.figure?`${e.figure.bound} ${e.figure.value} ${e.figure.unit??""}`.trim():"",t.agreement,e.origin,e.copy??"",i.map(({kind:l,from:c,to:d})=>`${l} ${c===t.id?d:c}`).join("; ")];return[...s.map(dt),e.start,e.end,...o.map(dt)]}function yr(t){return t?t.map(e=>e.name).join(" < ")||"own voice":""}function dt(t){let e=v(t.replaceAll(`\r
`,`
`));return br.test(e)?`'${e}`:e}var vr=t=>/[",\n\r]/.test(t)?`"${String(t).replaceAll('"','""')}"`:String(t);function Me(t,e,r){let n=URL.createObjectURL(new Blob([r],{type:`${e};charset=utf-8`}));Object.assign(document.createElement("a"),{href:n,download:t}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var _r=/[\\`*_[\]<>#~|&@$]|:(?=\/\/)|(?<=[wW]{3})\./g,wr=/^(?:[-+=]|\d{1,9}(?=[.)]))/;function b(t){return h(t).replace(_r,r=>`\\${r}`).replace(wr,r=>/\d/.test(r[0])?`${r}\\`:`\\${r}`)}function ht(t){let e=[`# ${b(t.question)}`,`**${b(t.direct.text)}**`];e.push(...t.claims.map((n,i)=>kr(i+1,n)));let r=new Map(t.claims.map((n,i)=>[n.id,i+1]));return t.relations.length&&e.push(t.relations.map(n=>Sr(n,r)).join(`
`)),e.push(...t.comparisons.filter(n=>n.changes.length).map(n=>Ar(n,t))),e.push(...t.missing.map(n=>`Missing: ${b(n.text)}`)),t.nearest.length&&e.push(["Near it, but no answer to it:","",...t.nearest.map(Cr)].join(`
`)),t.citations.length&&e.push(t.citations.map(Tr).join(`
`)),e.push(...t.copies.map(Er),b(le(t.searched))),`${e.join(`

`)}
`}function kr(t,e){let r=ce(e).map(l=>typeof l=="number"?`[${l}]`:l),n=[`(${t}) ${b(r.join(""))}`];for(let{reports:l}of de({...e,text:""})){n.push("",`> ${b(l[0].quote)}`);for(let c of l)n.push(">",`> — ${xr(c)}`)}let{badge:i,detail:s}=ae(e),o=e.silent.map(l=>`${l.article_id} ${se(l.why)}`);return[...n,"",b([`${i} (${s})`,...o].join("; "))].join(`
`)}function xr(t){let e=H(t)??`citing ${t.chain.map(s=>s.name).join(" < ")}`,r=t.hedges.map(s=>`hedged “${s.text}”`),n=[e,C(t.stance),...r,k(t.published)].filter(Boolean),i=`${t.article_id}, characters ${t.start} to ${t.end}`;return`${b(t.outlet.label)} [${t.citation}]; ${b([...n,i].join("; "))}`}function Sr(t,e){let r=t.differs_in.length?` (${t.differs_in.join("; ")})`:"",n=t.words?`: “${t.words.quote}” [${t.words.citation}]`:"";return`- ${b(`(${e.get(t.from)}) ${oe(t.kind,!0)} (${e.get(t.to)})${r}${n}`)}`}function Ar(t,{citations:e}){let r=o=>e.find(l=>l.article_id===o)?.n??o,n=`[${r(t.a)}] and [${r(t.b)}] are ${t.is_copy?"one text":"two texts"}; ${t.reason}`,i=o=>o?`“${o.text}”`:"nothing",s=t.changes.map(o=>`${o.kind.replaceAll("_"," ")}: ${i(o.a)} → ${i(o.b)}`);return[b(n),"",...s.map(o=>`- ${b(o)}`)].join(`
`)}var Cr=t=>`- ${b(t.outlet.label)}: “${b(t.quote)}” ${b(`(${t.article_id}, characters ${t.start} to ${t.end})`)}`;function Er({citations:t,from:e}){let r=t.map(i=>`[${i}]`).join(""),n=e?`: ${e.name}’s text${e.held?"":", which is not in the corpus"}`:"";return`- ${b(`${r} ${t.length>1?"are one text":"carries a copy"}${n}`)}`}function Tr(t){let e=[t.title??"untitled",t.outlet,k(t.published),t.article_id].map(b),r=U(t.url);return`${t.n}. ${e[0]} — ${e.slice(1).join(", ")}${r?` <${r}>`:""}`}function ut({citations:t},e){return t.length?I("Articles cited","sources",a`<ol class="sources" role="list">
      ${t.map(r=>Nr(r,e))}
    </ol>`):p}function Nr(t,e){let r=U(t.url),n=t.title?h(t.title):"Untitled",i={name:t.level==="unknown"?null:t.outlet,label:t.outlet,level:t.level};return a`<li part="source">
    <span class="n">[${t.n}]</span>
    <div>
      <button class="link title" type="button" dir="auto" @click=${()=>e.openArticle(t.article_id)}>${n}</button>
      <p>
        ${R(i)}
        <span class="detail">outlet ${Q(t.level)} · ${k(t.published)}</span>
        ${r?a`<a href=${r} target="_blank" rel="noopener noreferrer">at the source<span class="hidden"> (new tab)</span></a>`:p}
      </p>
    </div>
  </li>`}function qe(t){let{reader:e,dropped:r,searched:n,claims:i}=t,s=e.kind==="model"?`Statements chosen by ${e.model??"a model"}; names, quotes and figures read from the record.`:"",o=e.degraded?"The model did not answer; the quote reader stood in.":"",l=r.claims+r.statements,c=l?`Checks took out ${l} of the reader’s choices.`:"",d=[i.length?le(n):"",s,o,c].filter(Boolean).join(" "),u=`byline-${t.id.slice(-8)}`;return a`<footer class="foot" part="foot">
    <p class="detail">${d}</p>
    <p class="exports">
      <button class="button" type="button" @click=${()=>Me(`${u}.md`,"text/markdown",ht(t))}>Save as Markdown</button>
      ${i.length?a`<button class="button" type="button" @click=${()=>Me(`${u}.csv`,"text/csv",pt(t))}>Save as CSV</button>`:p}
    </p>
  </footer>`}function mt(t){let e=new Map;return t.forEach((r,n)=>{for(let i of r.reports){let{key:s,speaker:o,kind:l}=Rr(i);e.has(s)||e.set(s,{speaker:o,kind:l,said:t.map(()=>[])}),zr(e.get(s).said[n],i)}}),[...e.values()]}function zr(t,e){let r=t.find(n=>n.stance===e.stance);r?r.reports.some(n=>n.citation===e.citation)||r.reports.push(e):t.push({stance:e.stance,reports:[e]})}function Rr({chain:t,voice:e,outlet:r,origin:n,article_id:i,citation:s}){let o=t?.at(-1);if(o){let d=h(o.name),u=d.normalize("NFKC").toLowerCase().replace(/^the /,"");return o.named?{key:`named ${u}`,speaker:d,kind:"named"}:{key:`generic ${n} ${u}`,speaker:`${d}${Mr(t)}`,kind:"generic"}}let l=h(r.label);if(t)return{key:`outlet ${l}`,speaker:l,kind:"outlet"};let c=e?"somebody not named":"not read who speaks";return{key:`unread ${i}`,speaker:`${c}, in [${s}]`,kind:"unread"}}function Mr(t){let e=t.slice(0,-1).findLast(r=>r.named);return e?` (through ${h(e.name)})`:""}var qr={outlet:"in its own voice",generic:"not named",unread:""};function ft({claims:t},e){return t.length?I("Who says what","table",a`<div class="scroll" role="region" aria-label="Table: who says what" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            ${t.map((r,n)=>Or(r,n+1,e))}
          </tr>
        </thead>
        <tbody>
          ${mt(t).map(r=>Ur(r,e))}
        </tbody>
      </table>
    </div>`):p}function Or(t,e,r){let n=t.reports.find(s=>s.figure?.text)?.figure.text,i=n?`${n}: ${t.about}`:t.about;return a`<th scope="col">
    <button class="link" type="button" @click=${()=>r.showClaim(t.id)}>Claim ${e}</button>
    <span class="about" dir="auto">${h(i)}</span>
  </th>`}function Ur({speaker:t,kind:e,said:r},n){let i=qr[e];return a`<tr>
    <th scope="row">
      <bdi>${t}</bdi>
      ${i?a`<span class="detail">${i}</span>`:p}
    </th>
    ${r.map(s=>a`<td>${s.length?s.map(o=>Pr(o,n)):a`<span class="none" aria-label="nothing found">–</span>`}</td>`)}
  </tr>`}var Pr=({stance:t,reports:e},r)=>a`
  <div class="said">
    <span class="stance" data-stance=${t??""}>${C(t)||"is cited"}</span>
    <span class="in">${e.map(n=>Y(n,r))}</span>
  </div>
`;var jr={quotation_altered:"Quotation altered",hedge_removed:"Hedge removed",hedge_added:"Hedge added",cue_firmer:"Attributed more firmly",cue_softer:"Attributed more softly",source_dropped:"Source dropped",source_added:"Source added",attribution_dropped:"Attribution dropped",attribution_added:"Attribution added",figure_changed:"Figure changed",paragraph_omitted:"Paragraph left out",paragraph_added:"Paragraph added",label_changed:"Called otherwise",label_added:"Label added",label_dropped:"Label dropped",wording:"Other words"};function pe({kind:t,figures:e=[],sources:r=[]}){let n=[...e,...r].map(i=>`“${i}”`).join(", ");return`${jr[t]??t.replaceAll("_"," ")}${n?`, with ${n}`:""}`}function B(t,e){return a`<div class="side ${t?"":"empty"}">
    ${e===p?p:a`<span class="of">${e}</span>`}
    ${t?a`<span class="words" dir="auto">${v(t.text)}</span>`:a`<span class="detail">nothing</span>`}
  </div>`}var Lr=6;function gt(t,e){let{copies:r,comparisons:n}=t;return!r.length&&!n.length?p:I("Copies and changes","copies",a`${r.map(i=>Hr(i,t,e))} ${n.map(i=>Ir(i,t,e))}`)}function Hr({citations:t,from:e},{citations:r,comparisons:n},i){let s=t.map(u=>X(u,r,i)),o=e?a`: <strong><bdi>${h(e.name)}</bdi>’s text</strong>${e.held?"":", which is not in the corpus"}`:"",l=t.map(u=>r.find(m=>m.n===u)?.article_id),c=(u,m)=>n.some(g=>g.a===u&&g.b===m||g.a===m&&g.b===u),d=l.slice(1).filter(u=>u&&!c(l[0],u));return a`<p class="copy">
    ${s} ${t.length>1?"are one text":"carries a copy"}${o}. One text is one voice, however many carry it.
    ${d.map(u=>bt(l[0],u,r,i))}
  </p>`}function bt(t,e,r,n){let i=s=>`[${r.find(o=>o.article_id===s)?.n??s}]`;return a`<button class="button" type="button" @click=${()=>n.openComparison(t,e)}>Lay ${i(t)} and ${i(e)} side by side</button>`}function Ir(t,{citations:e},r){let n=c=>e.find(d=>d.article_id===c)?.n,i=c=>n(c)?X(n(c),e,r):a`<bdi>${c}</bdi>`,s=t.changes.slice(0,Lr),o=t.changes.length-s.length,l=`${Math.round(t.containment*100)} % of the shorter stands in the other`;return a`<div class="compared" part="comparison">
    <p>${i(t.a)} and ${i(t.b)} are ${t.is_copy?"one text":"two texts"}. <span class="detail">${l}; ${h(t.reason)}.</span></p>
    <ul class="changes" role="list" aria-label="Changes, gravest first">
      ${s.map(c=>a`<li class="change">
          <h5>${pe(c)}</h5>
          <div class="sides">${B(c.a,i(t.a))} ${B(c.b,i(t.b))}</div>
        </li>`)}
    </ul>
    <p>
      ${o>0?a`<span class="detail">and ${o} more.</span>`:p} ${bt(t.a,t.b,e,r)}
    </p>
  </div>`}var he=class extends ${static properties={answer:{attribute:!1},claims:{attribute:!1},retracted:{attribute:!1}};static styles=[A,et,tt];constructor(){super(),this.answer=null,this.claims=[],this.retracted=new Map}render(){let{answer:e}=this;return e?e.status==="abstained"?[at(e,this),qe(e)]:a`
      <p class="direct" part="direct" dir="auto">${e.direct.text}</p>
      ${lt(e)} ${this.#e(e)} ${ft(e,this)} ${gt(e,this)}
      ${ut(e,this)} ${qe(e)}
    `:this.#e({claims:this.claims,relations:[],citations:[]})}#e(e){if(!e.claims.length)return p;let r=e.claims.map((n,i)=>ct(n,i+1,e,this));return a`<ol class="claims" part="claims" role="list" aria-label="Claims">
      ${r}
    </ol>`}openArticle(e,r=null,n=null,i=[]){this.#t("byline-open-article",{articleId:e,start:r,end:n,marks:i})}openComparison(e,r){this.#t("byline-open-comparison",{a:e,b:r})}showClaim(e){let r=[...this.renderRoot.querySelectorAll(".claim")].find(n=>n.dataset.claim===e);r&&(r.focus({preventScroll:!0}),ie(r,"nearest"))}#t(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:!0}))}};var $t=y`
  :host {
    container-type: inline-size;
  }

  header {
    margin-block-end: 1.25rem;
    padding-block-end: 0.9rem;
    border-block-end: 1px solid var(--_ink);
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

  .link {
    font-weight: 600;
    color: inherit;
    text-decoration: none;
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

    h3 {
      font-size: 1.25em;
    }
  }
`;function yt({masthead:t,url:e,id:r,copies:n}){let{outlet:i,title:s,published:o,owner:l,copied_from:c}=t,d=U(e),u=[["Outlet",i.label,i.level,i.evidence],["Title",s.text??"untitled",s.level,s.evidence],["Published",k(o.date),o.level,o.evidence],l.name&&["Owner",l.name,l.level,l.evidence],c&&["Text of",c.name??"somebody else",null,c.evidence],n.length&&["One text with",n.join(", "),null,[]]].filter(Boolean);return a`<header part="masthead">
    <p class="outlet"><bdi>${h(i.label)}</bdi> <span class="detail">outlet ${Q(i.level)}</span></p>
    <h3 dir="auto">${s.text?h(s.text):"Untitled"}</h3>
    <p class="detail">
      ${k(o.date)}${c?a` · carries a text of <bdi>${h(c.name??"somebody else")}</bdi>`:p} ·
      <bdi class="id">${r}</bdi>${d?a` · <a href=${d} target="_blank" rel="noopener noreferrer">at the source<span class="hidden"> (new tab)</span></a>`:p}
    </p>
    <details>
      <summary>How this is known</summary>
      <dl>
        ${u.map(([m,g,f,M])=>a`<div>
          <dt>${m}</dt>
          <dd>
            <bdi>${h(g)}</bdi> ${f?a`<span class="detail">${Q(f)}</span>`:p}
            ${M.map(Br)}
          </dd>
        </div>`)}
      </dl>
    </details>
  </header>`}var Br=({reason:t,text:e})=>a`<p class="evidence">${h(t)}${e?a`: <q dir="auto">${h(e)}</q>`:p}</p>`;function vt(t,e){let{chain:r,stance:n,cue:i,hedges:s,form:o,when:l,content:c,continuation:d}=t,u=H(t),m=u??r.map(f=>h(f.name)).join(" ← "),g=[i&&`cue “${h(i.text)}”`,o,...s.map(f=>`hedged “${h(f.text)}”`),...(t.figures??[]).filter(f=>f.text).map(f=>`figure “${h(f.text)}”`),...l.map(f=>`${f.date?`on ${f.date}`:"time"} “${h(f.text)}”`),d&&"perhaps the same source goes on"].filter(Boolean);return a`<li>
    <bdi class="who ${u?"voice":""}">${m}</bdi> ${n?a`<strong class="stance">${C(n)}</strong>`:p}
    <span class="words" dir="auto">${h(e.slice(c.start,c.end))}</span>
    ${g.length?a`<span class="detail">${g.join(" · ")}</span>`:p}
  </li>`}var ue=class extends ${static properties={article:{attribute:!1},start:{type:Number},end:{type:Number},marks:{attribute:!1},statements:{type:Boolean}};static styles=[A,$t];constructor(){super(),this.article=null,this.start=null,this.end=null,this.marks=[],this.statements=!1}render(){let{article:e}=this;if(!e)return p;let r=new w(e.text);return a`
      ${yt(e)}
      ${this.statements&&e.attribution.text?a`<p class="note">${e.attribution.text}</p>`:p}
      <div class="lines" lang=${e.language??p}>${e.lines.map(n=>this.#e(n,r))}</div>
    `}updated(e){["article","start","end"].some(r=>e.has(r))&&this.#n()}#e({start:e,end:r,label:n,reason:i},s){let l=P(e,r,this.#t()).map(d=>Fr(d,s)),c=this.statements?this.article.statements.filter(({sentence:d})=>d.start>=e&&d.start<r):[];return a`<div class="line ${n}" part="line" title=${i}>
      <span class="taken">${n==="body"?p:n}</span>
      <p dir="auto">${l}</p>
      ${c.length?a`<ul class="said" role="list" aria-label="Statements">${c.map(d=>vt(d,s))}</ul>`:p}
    </div>`}#t(){return this.start===null||this.end===null?[]:[{name:"quote",start:this.start,end:this.end},...this.marks]}#n(){let e=this.renderRoot.querySelector("mark");e&&(e.tabIndex=-1,e.focus({preventScroll:!0}),e.scrollIntoView({block:"center"}))}};function Fr({start:t,end:e,names:r},n){let i=v(n.slice(t,e)),s=r.filter(o=>o!=="quote").join(" ");return r.includes("quote")?a`<mark class=${s}>${i}</mark>`:s?a`<span class=${s}>${i}</span>`:i}var _=class extends Error{constructor({message:e,code:r,status:n=0,param:i=null,retryAfter:s=null}){super(e),this.name="ServerFault",Object.assign(this,{code:r,status:n,param:i,retryAfter:s})}};async function me(t){let{status:e}=t,r=Wr(t.headers.get("Retry-After")),n=await t.json().then(i=>i?.error,()=>null);if(typeof n?.message!="string"){let i=`The server answered with status ${e} and no error of Byline’s.`;return new _({message:i,code:e===404?"no_byline":"bad_reply",status:e,retryAfter:r})}return new _({message:n.message,code:String(n.code),param:n.param,status:e,retryAfter:r})}function wt(t){let e=globalThis.navigator?.onLine===!1;return new _({message:t,code:e?"offline":"unreachable"})}var Oe=()=>new _({message:"The stream ended without an answer.",code:"broken_off"}),kt={offline:["You are offline",()=>"Nothing was lost. Ask again once there is a connection."],unreachable:["The server cannot be reached",t=>`Nothing answered at ${t.message}. It may be down, or it may not allow this page’s origin (BYLINE_CORS_ORIGINS).`],broken_off:["The answer broke off",()=>"The connection ended before the last word. What was shown until then is not an answer; ask again."],no_byline:["There is no Byline here",()=>"The address is wrong, or something stands before the server. Check the attribute “server”."],missing_key:["A key is needed",()=>"This server answers only with a key. Whoever runs the page gives one in the attribute “key”."],wrong_key:["The key was refused",()=>"The key is wrong, or no longer valid. Whoever runs the page can give another in the attribute “key”."]};function fe(t){if(!(t instanceof _))return{title:"Something went wrong on this page",advice:String(t.message),again:!0};let[e,r]=kt[t.code]??Dr(t);return{title:e,advice:r(t),again:![401,403].includes(t.status)}}function Dr({status:t}){return t===401?kt.missing_key:t===403?["Not allowed",e=>`${Z(e.message)} Another key, or another origin, may be.`]:t===429?["Too many questions",e=>`The server takes no more for now. ${_t(e.retryAfter)}`]:t===503?["The server is not ready",e=>`${Z(e.message)} ${_t(e.retryAfter)}`]:t>=500||t===0?["The server failed",e=>`${Z(e.message)} Ask again; if it stays, its log says why.`]:t>=400?["The question was not taken",e=>Z(e.message)]:["The server’s reply cannot be read",e=>Z(e.message)]}function _t(t){return t===null?"Ask again in a while.":t<90?`Ask again in ${t} ${t===1?"second":"seconds"}.`:`Ask again in ${Math.ceil(t/60)} minutes.`}function Wr(t){if(!t)return null;let e=/^\d+$/.test(t)?Number(t):Math.ceil((Date.parse(t)-Date.now())/1e3);return Number.isFinite(e)?Math.max(0,e):null}function Z(t){let e=t.charAt(0).toUpperCase()+t.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}async function*xt(t){let e=Jr(),r="",n=[];for await(let i of Vr(t))for(let s of e(i)){if(s===""){n.length&&(yield{event:r||"message",data:n.join(`
`)}),[r,n]=["",[]];continue}let[o,l]=Gr(s);o==="event"&&(r=l),o==="data"&&n.push(l)}}async function*Vr(t){let e=new TextDecoder,r=Symbol.asyncIterator in t?t:Kr(t);for await(let n of r)yield e.decode(n,{stream:!0})}async function*Kr(t){let e=t.getReader();try{for(;;){let{done:r,value:n}=await e.read();if(r)return;yield n}}finally{e.releaseLock()}}function Jr(){let t="";return e=>{t+=e;let r=t.endsWith("\r")?t.slice(0,-1):t,n=r.split(/\r\n|\n|\r/);return t=n.pop()+t.slice(r.length),n}}function Gr(t){let e=t.indexOf(":");if(e<0)return[t,""];let r=t.slice(e+1);return[t.slice(0,e),r.startsWith(" ")?r.slice(1):r]}var ge=class{#e;#t;constructor(e="",r=""){this.#e=e.replace(/\/+$/,""),this.#t=r}article(e,r){return this.#r(`/v1/articles/${encodeURIComponent(e)}`,r)}compare(e,r,n){return this.#r(`/v1/articles/${encodeURIComponent(e)}/compare/${encodeURIComponent(r)}`,n)}outlets(e){return this.#r("/v1/outlets",e)}articles(e=null,r){return this.#r(`/v1/articles${e?`?cursor=${encodeURIComponent(e)}`:""}`,r)}async ask(e,r={},n){let i=await this.#s("/v1/ask",{...e,stream:!0},n);if(!i.ok){let o=await me(i);if(o.code!=="not_yet")throw o;if(i=await this.#s("/v1/ask",e,n),!i.ok)throw await me(i)}return i.headers.get("Content-Type")?.startsWith("text/event-stream")?this.#n(i,r,n):St(i)}async#n(e,r,n){try{for await(let{event:i,data:s}of xt(e.body)){if(i==="answer")return JSON.parse(s);if(i==="error")throw Qr(JSON.parse(s));(i==="claim"||i==="retraction")&&r[i]?.(JSON.parse(s))}}catch(i){throw i instanceof _||n?.aborted?i:Oe()}throw Oe()}async#r(e,r){let n=await this.#i(e,{signal:r});if(!n.ok)throw await me(n);return St(n)}#s(e,r,n){let i={"Content-Type":"application/json"};return this.#i(e,{method:"POST",headers:i,body:JSON.stringify(r),signal:n})}async#i(e,{headers:r={},...n}){let i=this.#t?{...r,Authorization:`Bearer ${this.#t}`}:r;try{return await fetch(this.#e+e,{...n,headers:i,credentials:"omit",referrerPolicy:"no-referrer"})}catch(s){throw n.signal?.aborted?s:wt(this.#e||globalThis.location?.origin||"this address")}}},Qr=({error:t})=>new _({...t,status:0,message:String(t?.message),code:String(t?.code)});async function St(t){try{return await t.json()}catch{throw new _({message:"The server’s reply is not JSON.",code:"bad_reply",status:t.status})}}var At=y`
  :host {
    container-type: inline-size;
    background: var(--_paper);
  }

  .chat {
    max-inline-size: var(--byline-measure, 52rem);
    margin-inline: auto;
    padding: 1.25rem clamp(0.75rem, 4cqi, 2rem) 0;
  }

  header {
    display: flex;
    gap: 1rem;
    align-items: baseline;
    justify-content: space-between;
  }

  h2 {
    font: 600 1em / 1.4 var(--_sans);
  }

  .intro {
    padding-block: 0.5rem 0.75rem;
    color: var(--_muted);
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
    dialog {
      inline-size: 100vi;
      block-size: 100dvb;
      border: 0;
    }

    .held,
    .bar {
      padding-inline: 0.9rem;
    }
  }
`;var Et=t=>({question:t,state:"asking",claims:[],retracted:new Map,answer:null,error:null});function Tt(t,e){let n=t.claims.some(s=>s.id===e.id)?t.claims.map(s=>s.id===e.id?e:s):[...t.claims,e],i=new Map(t.retracted);return i.delete(e.id),{...t,claims:n,retracted:i}}function Nt(t,{id:e,why:r}){return{...t,retracted:new Map(t.retracted).set(e,r??"")}}function zt(t){return t.filter(r=>r.answer).flatMap(({question:r,answer:n})=>[{role:"user",content:Ct(r)},{role:"assistant",content:Ct(n.answer)}]).slice(-20)}var Ct=t=>t.length<=1e4?t:Array.from(t).slice(0,1e4).join("");function Rt({answer:t}){if(t.status==="abstained")return[t.direct.text,...t.missing.map(r=>r.text)].join(" ");let e=t.claims.length;return`Answer: ${t.direct.text} ${e===1?"One claim follows.":e?`${e} claims follow.`:""}`.trim()}var be=class{#e;#t=null;#n=null;#r=null;constructor(e){this.#e=e,e.addController(this)}hostDisconnected(){this.#r?.abort(),this.#t=null}openArticle(e){return this.#s({kind:"article",title:"Article",place:e},r=>this.#e.api.article(e.articleId,r))}openComparison({a:e,b:r}){return this.#s({kind:"comparison",title:"Two articles side by side"},n=>this.#e.api.compare(e,r,n))}async#s(e,r){this.#r?.abort();let n=this.#r=new AbortController;this.#n??=rt(),this.#i(e),await this.#e.updateComplete;let i=this.#e.renderRoot.querySelector("dialog");i.open||i.showModal();try{let s=await r(n.signal);n.signal.aborted||this.#i({...e,held:s})}catch(s){n.signal.aborted||this.#i({...e,error:s})}}#i(e){this.#t=e,this.#e.requestUpdate()}#o(){this.#r?.abort(),this.#i(null),this.#n?.focus(),this.#n=null}render(){let e=n=>n.currentTarget.closest("dialog").close();return a`<dialog part="dialog" aria-labelledby="shown" @close=${()=>this.#o()} @click=${n=>n.target===n.currentTarget&&e(n)}>
      <div class="sheet">
        <div class="bar">
          <h2 class="label" id="shown">${this.#t?.title}</h2>
          <button class="button" type="button" @click=${e}>Close</button>
        </div>
        <div class="held" role="region" aria-labelledby="shown" tabindex="0">${this.#a()}</div>
      </div>
    </dialog>`}#a(){if(!this.#t)return p;let{kind:e,place:r,held:n,error:i}=this.#t;if(i){let{title:s,advice:o}=fe(i);return a`<p role="alert"><strong>${s}.</strong> ${o}</p>`}return n?e==="comparison"?a`<byline-comparison .comparison=${n}></byline-comparison>`:a`<byline-article .article=${n} .start=${r.start} .end=${r.end} .marks=${r.marks??[]}></byline-article>`:a`<p class="state asking">Fetching …</p>`}};var Yr=["direct","claims","claim","claim-text","badge","report","chip","marker","stance","hedge","relation","table","copies","comparison","sources","source","missing","nearest","abstention","foot"].join(", ");function Mt(t,e,r){return a`<li class="turn" part="turn">
    <h3 class="question" part="question" id="question-${e}" dir="auto">${t.question}</h3>
    <div role="group" aria-labelledby="question-${e}">${Xr(t,r)}</div>
  </li>`}function Xr(t,e){if(t.state==="failed")return Zr(t,e);if(t.state==="stopped")return a`<p class="state">Stopped before the answer was whole; nothing of it is shown.</p>`;let{answer:r,claims:n,retracted:i}=t,s=n.length?"Each claim below is checked; more may come, and one may be taken back.":"Searching the articles …";return a`
    ${t.state==="asking"?a`<p class="state asking">${s}</p>`:p}
    <byline-answer part="answer" exportparts=${Yr} lang="en" .answer=${r} .claims=${n} .retracted=${i}></byline-answer>
  `}function Zr({question:t,error:e},r){let{title:n,advice:i,again:s}=fe(e);return a`<div class="fault" part="error" role="alert">
    <p><strong>${n}.</strong> ${i}</p>
    ${s?a`<button class="button" type="button" @click=${()=>r.ask(t)}>Ask again</button>`:p}
  </div>`}var qt={fromAttribute:t=>(t??"").split(",").map(e=>e.trim()).filter(Boolean)},$e=class extends ${static properties={server:{type:String},key:{type:String},question:{type:String},outlets:{converter:qt},sources:{converter:qt},from:{type:String},to:{type:String},heading:{type:String},placeholder:{type:String},theme:{type:String,reflect:!0},turns:{state:!0},said:{state:!0}};static styles=[A,At];#e=null;#t=new be(this);#n=null;constructor(){super(),Object.assign(this,{server:"",key:"",question:"",outlets:[],sources:[],from:"",to:""}),Object.assign(this,{heading:"Ask the articles",placeholder:"Ask a question",turns:[],said:""})}get api(){return this.#n??=new ge(this.server,this.key)}willUpdate(e){(e.has("server")||e.has("key"))&&(this.#n=null)}updated(e){e.has("question")&&this.question&&this.ask(this.question)}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async ask(e){let r=String(e).trim();if(!r)return null;this.stop(),await this.updateComplete;let n=this.#e=new AbortController,i={question:r,history:zt(this.turns),...this.#s()},s=this.turns.length;return this.turns=[...this.turns,Et(r)],this.#o("byline-question",{question:r}),this.#i(s),this.#r(s,i,n)}stop(){this.#e?.abort(),this.#e=null}reset(){this.stop(),this.turns=[],this.said=""}async#r(e,r,n){let{question:i}=r,s=this.turns,o=c=>{this.turns[e]?.question===i&&this.turns.length>=s.length&&(this.turns=this.turns.map((d,u)=>u===e?c(d):d))},l={claim:c=>o(d=>Tt(d,c)),retraction:c=>o(d=>Nt(d,c))};try{let c=await this.api.ask(r,l,n.signal);return o(d=>({...d,state:"answered",answer:c})),this.said=Rt({answer:c}),this.#o("byline-answer",{question:i,answer:c}),c}catch(c){return n.signal.aborted?(o(d=>({...d,state:"stopped",claims:[]})),null):(o(d=>({...d,state:"failed",claims:[],error:c})),this.#o("byline-error",{question:i,error:c}),null)}finally{this.#e===n&&(this.#e=null),this.requestUpdate()}}#s(){let e={outlets:this.outlets,sources:this.sources,from:this.from,to:this.to};return Object.fromEntries(Object.entries(e).filter(([,r])=>r?.length))}async#i(e){await this.updateComplete;let r=this.renderRoot.querySelectorAll(".turn")[e];e&&r&&ie(r,"start")}#o(e,r,n=!1){return this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:n}))}#a(e){e.stopPropagation(),this.#o(e.type,e.detail,!0)&&(e.type==="byline-open-article"?this.#t.openArticle(e.detail):this.#t.openComparison(e.detail))}#l(e){e.preventDefault();let r=this.renderRoot.querySelector("textarea"),n=r.value;if(!n.trim())return r.focus();r.value="",this.ask(n)}#c(e){e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#l(e)}render(){let e=r=>this.#a(r);return a`
      <section class="chat" part="chat" aria-label=${this.heading}>
        <header part="header">
          <h2 part="heading" dir="auto">${this.heading}</h2>
          ${this.turns.length?a`<button class="button" type="button" @click=${()=>this.reset()}>New conversation</button>`:p}
        </header>
        ${this.turns.length?p:a`<div class="intro" part="intro"><slot></slot></div>`}
        <ol class="turns" role="list" aria-label="Questions and answers" @byline-open-article=${e} @byline-open-comparison=${e}>
          ${this.turns.map((r,n)=>Mt(r,n,this))}
        </ol>
        ${this.#d()}
        <p class="hidden" role="status" aria-live="polite">${this.said}</p>
      </section>
      ${this.#t.render()}
    `}#d(){return a`<form part="composer" @submit=${e=>this.#l(e)}>
      <textarea
        part="input"
        rows="1"
        maxlength="4000"
        dir="auto"
        aria-label=${this.placeholder}
        placeholder=${this.placeholder}
        enterkeyhint="send"
        @keydown=${e=>this.#c(e)}
      ></textarea>
      ${this.#e?a`<button class="button" part="stop" type="button" @click=${()=>this.stop()}>Stop</button>`:a`<button class="button chief" part="ask" type="submit">Ask</button>`}
    </form>`}};var Ot=y`
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

  h3 {
    margin-block: 0.15rem;
    font: 400 1.25em / 1.3 var(--_serif);
    text-wrap: pretty;
  }

  h5 {
    margin: 0 0 0.3rem;
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
`;var en={a_from_b:"A is from B",b_from_a:"B is from A"},ye=class extends ${static properties={comparison:{attribute:!1}};static styles=[A,Ot];constructor(){super(),this.comparison=null}render(){let{comparison:e}=this;if(!e)return p;let r=`${Math.round(e.containment*100)} % of the shorter stands in the other`,n=en[e.direction]??"who had it from whom is not known";return a`
      <header class="sides" part="masthead">${Ut("A",e.a)} ${Ut("B",e.b)}</header>
      <p class="kin">
        <strong>${e.is_copy?"One text":"Two texts"}.</strong> <span class="detail">${r}; ${n}: ${h(e.reason)}.</span>
      </p>
      ${tn(e.changes)}
      <section aria-label="Paragraphs">
        <h4 class="label">Side by side</h4>
        ${e.paragraphs.map(rn)}
      </section>
    `}};function Ut(t,{outlet:e,title:r,published:n}){return a`<div class="head">
    <p class="outlet"><span class="of">${t}</span> <bdi>${h(e.label)}</bdi></p>
    <h3 dir="auto">${r?h(r):"Untitled"}</h3>
    <p class="detail">${n?n.replace("T",", "):"undated"}</p>
  </div>`}function tn(t){return a`<section aria-label="Changes, gravest first">
    <h4 class="label">${t.length?`${t.length} ${t.length===1?"change":"changes"}, gravest first`:"No changes"}</h4>
    <ol role="list">
      ${t.map(e=>a`<li class="change">
          <h5>${pe(e)}</h5>
          <div class="sides">${B(e.a,"A")} ${B(e.b,"B")}</div>
        </li>`)}
    </ol>
  </section>`}function rn({a:t,b:e,equal:r,changes:n}){let i=(o,l,c)=>a`<div class="cell ${o?"":"empty"}">
      <span class="of">${l}</span>
      <p dir="auto">${o?nn(o,c):a`<span class="detail">not in ${l}</span>`}</p>
    </div>`,s=o=>n.map(l=>l[o]).filter(Boolean);return a`<div class="sides pair ${r?"equal":""}">${i(t,"A",s("a"))} ${i(e,"B",s("b"))}</div>`}function nn({start:t,end:e,text:r},n){let i=new w(r);return P(t,e,n.map(s=>({...s,name:"changed"}))).map(s=>{let o=v(i.slice(s.start-t,s.end-t));return s.names.length?a`<mark>${o}</mark>`:o})}var sn={"byline-answer":he,"byline-article":ue,"byline-chat":$e,"byline-comparison":ye};for(let[t,e]of Object.entries(sn))customElements.get(t)||customElements.define(t,e);})();
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
