(()=>{var ae=globalThis,oe=ae.ShadowRoot&&(ae.ShadyCSS===void 0||ae.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ae=Symbol(),Qe=new WeakMap,J=class{constructor(e,r,s){if(this._$cssResult$=!0,s!==Ae)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(oe&&e===void 0){let s=r!==void 0&&r.length===1;s&&(e=Qe.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&Qe.set(r,e))}return e}toString(){return this.cssText}},Ye=t=>new J(typeof t=="string"?t:t+"",void 0,Ae),y=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((s,i,n)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+t[n+1],t[0]);return new J(r,t,Ae)},Ze=(t,e)=>{if(oe)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let s=document.createElement("style"),i=ae.litNonce;i!==void 0&&s.setAttribute("nonce",i),s.textContent=r.cssText,t.appendChild(s)}},Ee=oe?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let s of e.cssRules)r+=s.cssText;return Ye(r)})(t):t;var{is:ar,defineProperty:or,getOwnPropertyDescriptor:lr,getOwnPropertyNames:cr,getOwnPropertySymbols:dr,getPrototypeOf:hr}=Object,le=globalThis,Xe=le.trustedTypes,pr=Xe?Xe.emptyScript:"",ur=le.reactiveElementPolyfillSupport,Q=(t,e)=>t,Ce={toAttribute(t,e){switch(e){case Boolean:t=t?pr:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},tt=(t,e)=>!ar(t,e),et={attribute:!0,type:String,converter:Ce,reflect:!1,useDefault:!1,hasChanged:tt};Symbol.metadata??=Symbol("metadata"),le.litPropertyMetadata??=new WeakMap;var S=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=et){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let s=Symbol(),i=this.getPropertyDescriptor(e,s,r);i!==void 0&&or(this.prototype,e,i)}}static getPropertyDescriptor(e,r,s){let{get:i,set:n}=lr(this.prototype,e)??{get(){return this[r]},set(a){this[r]=a}};return{get:i,set(a){let l=i?.call(this);n?.call(this,a),this.requestUpdate(e,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??et}static _$Ei(){if(this.hasOwnProperty(Q("elementProperties")))return;let e=hr(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(Q("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Q("properties"))){let r=this.properties,s=[...cr(r),...dr(r)];for(let i of s)this.createProperty(i,r[i])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[s,i]of r)this.elementProperties.set(s,i)}this._$Eh=new Map;for(let[r,s]of this.elementProperties){let i=this._$Eu(r,s);i!==void 0&&this._$Eh.set(i,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let s=new Set(e.flat(1/0).reverse());for(let i of s)r.unshift(Ee(i))}else e!==void 0&&r.push(Ee(e));return r}static _$Eu(e,r){let s=r.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let s of r.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ze(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,s){this._$AK(e,s)}_$ET(e,r){let s=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,s);if(i!==void 0&&s.reflect===!0){let n=(s.converter?.toAttribute!==void 0?s.converter:Ce).toAttribute(r,s.type);this._$Em=e,n==null?this.removeAttribute(i):this.setAttribute(i,n),this._$Em=null}}_$AK(e,r){let s=this.constructor,i=s._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let n=s.getPropertyOptions(i),a=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Ce;this._$Em=i;let l=a.fromAttribute(r,n.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,r,s,i=!1,n){if(e!==void 0){let a=this.constructor;if(i===!1&&(n=this[e]),s??=a.getPropertyOptions(e),!((s.hasChanged??tt)(n,r)||s.useDefault&&s.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,s))))return;this.C(e,r,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:s,reflect:i,wrapped:n},a){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??r??this[e]),n!==!0||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(r=void 0),this._$AL.set(e,r)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,n]of this._$Ep)this[i]=n;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[i,n]of s){let{wrapped:a}=n,l=this[i];a!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,n,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(r)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};S.elementStyles=[],S.shadowRootOptions={mode:"open"},S[Q("elementProperties")]=new Map,S[Q("finalized")]=new Map,ur?.({ReactiveElement:S}),(le.reactiveElementVersions??=[]).push("2.1.2");var Ue=globalThis,rt=t=>t,ce=Ue.trustedTypes,st=ce?ce.createPolicy("lit-html",{createHTML:t=>t}):void 0,ct="$lit$",A=`lit$${Math.random().toFixed(9).slice(2)}$`,dt="?"+A,mr=`<${dt}>`,L=document,Z=()=>L.createComment(""),X=t=>t===null||typeof t!="object"&&typeof t!="function",Oe=Array.isArray,fr=t=>Oe(t)||typeof t?.[Symbol.iterator]=="function",Te=`[ 	
\f\r]`,Y=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,it=/-->/g,nt=/>/g,T=RegExp(`>|${Te}(?:([^\\s"'>=/]+)(${Te}*=${Te}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),at=/'/g,ot=/"/g,ht=/^(?:script|style|textarea|title)$/i,Pe=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),o=Pe(1),js=Pe(2),Is=Pe(3),R=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),lt=new WeakMap,N=L.createTreeWalker(L,129);function pt(t,e){if(!Oe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return st!==void 0?st.createHTML(e):e}var gr=(t,e)=>{let r=t.length-1,s=[],i,n=e===2?"<svg>":e===3?"<math>":"",a=Y;for(let l=0;l<r;l++){let c=t[l],h,u,m=-1,g=0;for(;g<c.length&&(a.lastIndex=g,u=a.exec(c),u!==null);)g=a.lastIndex,a===Y?u[1]==="!--"?a=it:u[1]!==void 0?a=nt:u[2]!==void 0?(ht.test(u[2])&&(i=RegExp("</"+u[2],"g")),a=T):u[3]!==void 0&&(a=T):a===T?u[0]===">"?(a=i??Y,m=-1):u[1]===void 0?m=-2:(m=a.lastIndex-u[2].length,h=u[1],a=u[3]===void 0?T:u[3]==='"'?ot:at):a===ot||a===at?a=T:a===it||a===nt?a=Y:(a=T,i=void 0);let f=a===T&&t[l+1].startsWith("/>")?" ":"";n+=a===Y?c+mr:m>=0?(s.push(h),c.slice(0,m)+ct+c.slice(m)+A+f):c+A+(m===-2?l:f)}return[pt(t,n+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},ee=class t{constructor({strings:e,_$litType$:r},s){let i;this.parts=[];let n=0,a=0,l=e.length-1,c=this.parts,[h,u]=gr(e,r);if(this.el=t.createElement(h,s),N.currentNode=this.el.content,r===2||r===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(i=N.nextNode())!==null&&c.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let m of i.getAttributeNames())if(m.endsWith(ct)){let g=u[a++],f=i.getAttribute(m).split(A),U=/([.?@])?(.*)/.exec(g);c.push({type:1,index:n,name:U[2],strings:f,ctor:U[1]==="."?Le:U[1]==="?"?Re:U[1]==="@"?qe:P}),i.removeAttribute(m)}else m.startsWith(A)&&(c.push({type:6,index:n}),i.removeAttribute(m));if(ht.test(i.tagName)){let m=i.textContent.split(A),g=m.length-1;if(g>0){i.textContent=ce?ce.emptyScript:"";for(let f=0;f<g;f++)i.append(m[f],Z()),N.nextNode(),c.push({type:2,index:++n});i.append(m[g],Z())}}}else if(i.nodeType===8)if(i.data===dt)c.push({type:2,index:n});else{let m=-1;for(;(m=i.data.indexOf(A,m+1))!==-1;)c.push({type:7,index:n}),m+=A.length-1}n++}}static createElement(e,r){let s=L.createElement("template");return s.innerHTML=e,s}};function O(t,e,r=t,s){if(e===R)return e;let i=s!==void 0?r._$Co?.[s]:r._$Cl,n=X(e)?void 0:e._$litDirective$;return i?.constructor!==n&&(i?._$AO?.(!1),n===void 0?i=void 0:(i=new n(t),i._$AT(t,r,s)),s!==void 0?(r._$Co??=[])[s]=i:r._$Cl=i),i!==void 0&&(e=O(t,i._$AS(t,e.values),i,s)),e}var Ne=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:s}=this._$AD,i=(e?.creationScope??L).importNode(r,!0);N.currentNode=i;let n=N.nextNode(),a=0,l=0,c=s[0];for(;c!==void 0;){if(a===c.index){let h;c.type===2?h=new te(n,n.nextSibling,this,e):c.type===1?h=new c.ctor(n,c.name,c.strings,this,e):c.type===6&&(h=new Me(n,this,e)),this._$AV.push(h),c=s[++l]}a!==c?.index&&(n=N.nextNode(),a++)}return N.currentNode=L,i}p(e){let r=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,r),r+=s.strings.length-2):s._$AI(e[r])),r++}},te=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,s,i){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=s,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=O(this,e,r),X(e)?e===d||e==null||e===""?(this._$AH!==d&&this._$AR(),this._$AH=d):e!==this._$AH&&e!==R&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):fr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==d&&X(this._$AH)?this._$AA.nextSibling.data=e:this.T(L.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:s}=e,i=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=ee.createElement(pt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===i)this._$AH.p(r);else{let n=new Ne(i,this),a=n.u(this.options);n.p(r),this.T(a),this._$AH=n}}_$AC(e){let r=lt.get(e.strings);return r===void 0&&lt.set(e.strings,r=new ee(e)),r}k(e){Oe(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,s,i=0;for(let n of e)i===r.length?r.push(s=new t(this.O(Z()),this.O(Z()),this,this.options)):s=r[i],s._$AI(n),i++;i<r.length&&(this._$AR(s&&s._$AB.nextSibling,i),r.length=i)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let s=rt(e).nextSibling;rt(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},P=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,s,i,n){this.type=1,this._$AH=d,this._$AN=void 0,this.element=e,this.name=r,this._$AM=i,this.options=n,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=d}_$AI(e,r=this,s,i){let n=this.strings,a=!1;if(n===void 0)e=O(this,e,r,0),a=!X(e)||e!==this._$AH&&e!==R,a&&(this._$AH=e);else{let l=e,c,h;for(e=n[0],c=0;c<n.length-1;c++)h=O(this,l[s+c],r,c),h===R&&(h=this._$AH[c]),a||=!X(h)||h!==this._$AH[c],h===d?e=d:e!==d&&(e+=(h??"")+n[c+1]),this._$AH[c]=h}a&&!i&&this.j(e)}j(e){e===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Le=class extends P{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===d?void 0:e}},Re=class extends P{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==d)}},qe=class extends P{constructor(e,r,s,i,n){super(e,r,s,i,n),this.type=5}_$AI(e,r=this){if((e=O(this,e,r,0)??d)===R)return;let s=this._$AH,i=e===d&&s!==d||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,n=e!==d&&(s===d||i);i&&this.element.removeEventListener(this.name,this,s),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Me=class{constructor(e,r,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){O(this,e)}};var br=Ue.litHtmlPolyfillSupport;br?.(ee,te),(Ue.litHtmlVersions??=[]).push("3.3.3");var ut=(t,e,r)=>{let s=r?.renderBefore??e,i=s._$litPart$;if(i===void 0){let n=r?.renderBefore??null;s._$litPart$=i=new te(e.insertBefore(Z(),n),n,void 0,r??{})}return i._$AI(t),i};var ze=globalThis,b=class extends S{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=ut(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return R}};b._$litElement$=!0,b.finalized=!0,ze.litElementHydrateSupport?.({LitElement:b});var $r=ze.litElementPolyfillSupport;$r?.({LitElement:b});(ze.litElementVersions??=[]).push("4.2.2");var mt=y`
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
`;var ft=y`
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
`;var E=y`
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
`;function de(t,e){let r=matchMedia("(prefers-reduced-motion: reduce)").matches;t.scrollIntoView({block:e,behavior:r?"auto":"smooth"})}function gt(){let t=document.activeElement;for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t}var yr=/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu,vr=/[\u0085\u2028\u2029]/g;function v(t){return String(t).replace(vr,`
`).replace(yr,e=>e==="\r"?`
`:"�")}function p(t){return v(String(t).replaceAll(`\r
`,`
`)).split(/\s+/).filter(Boolean).join(" ")}function z(t){if(!t||!/^https?:\/\//i.test(t))return null;try{let e=new URL(t);return["http:","https:"].includes(e.protocol)?e.href:null}catch{return null}}var k=class{#t;#e=[];constructor(e){this.#t=e;let r=0;for(let s of e.matchAll(/[\u{10000}-\u{10FFFF}]/gu))this.#e.push(s.index-r++);this.length=e.length-r}unit(e){let r=Math.min(Math.max(e,0),this.length),[s,i]=[0,this.#e.length];for(;s<i;){let n=s+i>>1;this.#e[n]<r?s=n+1:i=n}return r+s}slice(e,r){return this.#t.slice(this.unit(e),this.unit(r))}};function j(t,e,r){let s=r.filter(a=>a.start<e&&a.end>t&&a.start<a.end),i=new Set([t,e]);for(let a of s)for(let l of[a.start,a.end])l>t&&l<e&&i.add(l);let n=[...i].sort((a,l)=>a-l);return n.slice(0,-1).map((a,l)=>{let c=n[l+1],h=s.filter(u=>u.start<=a&&u.end>=c).map(u=>u.name);return{start:a,end:c,names:[...new Set(h)]}})}var bt={single:"one text",same_origin:"one origin",corroborated:"corroborated",disputed:"disputed",denied:"only denied"},wr={asserts:"says",denies:"denies",admits:"admits",confirms:"confirms",accuses:"accuses",declines:"leaves it open",uncertain:"leaves it open"},kr={declared:"given by whoever added the article",site:"read from the site’s own data",stated:"stated on the page",self_reference:"the page names itself so",inferred:"inferred from traces on the page",unknown:"not known"},xr={omitted_from_copy:"left it out of its copy",not_reported:"does not report it"},_r={disputed:["disputes","is disputed by"],conflicts:["cannot hold together with","cannot hold together with"],differs:["is not of the same as","is not of the same as"]},Sr=["no","one","two","three","four","five","six","seven","eight","nine","ten"],H=t=>String(t).replaceAll("_"," "),I=(t,e)=>t===1?`1 ${e}`:`${t} ${e}s`,C=t=>t?wr[t]??H(t):"",re=t=>kr[t]??H(t),he=t=>xr[t]??H(t);function pe(t,e){return(_r[t]??[H(t),H(t)])[e?0:1]}function ue({agreement:t,counts:e,reports:r}){let s=Object.hasOwn(bt,t)?t:"other",i=bt[t]??H(t);t==="corroborated"&&(i+=` by ${Sr[e.origins]??e.origins} origins`),t==="disputed"&&(i+=": asserted and denied"),t==="same_origin"&&new Set(r.map(a=>a.origin)).size>1&&(i="independence not shown");let n=[I(e.articles,"article")];return e.articles>1&&n.push(I(e.texts,"text"),I(e.origins,"origin")),e.confirmations_claimed&&n.push(`${I(e.confirmations_claimed,"confirmation")} claimed, which is no origin`),{kind:s,badge:i,detail:n.join(" · ")}}function B({chain:t,voice:e}){return t?.length?null:t?"in its own voice":e?"somebody’s words, and nothing says whose":"who says it has not been read"}function me({articles:t,outlets:e,unnamed:r,undated:s}){let i=[I(e,"named outlet"),`${r} without a known outlet`,`${s} without a date`];return`Searched ${I(t,"article")}: ${i.join(", ")}.`}var x=t=>t?t.replace("T",", "):"undated";function se(t,e){let r=()=>e.openArticle(t.article_id,t.start,t.end,$t(t)),s=`[${t.citation}] open the sentence in its article, ${p(t.outlet.label)}`;return o`<button class="marker" part="marker" type="button" aria-label=${s} @click=${r}>[${t.citation}]</button>`}function $t(t){return[{name:"content",...t.content},t.cue&&{name:"cue",...t.cue},t.context&&{name:"context",...t.context},...(t.chain??[]).map(r=>({name:"link",...r})),...t.hedges.map(r=>({name:"hedge",...r}))].filter(r=>r&&Number.isInteger(r.start)).map(({name:r,start:s,end:i})=>({name:r,start:s,end:i}))}function q({name:t,label:e,level:r}){let s=p(e),i=t===null?s.match(/^unnamed outlet \((.*)\)$/)?.[1]:null,n=i?o`unnamed outlet <span class="id" title=${i}>${i}</span>`:s;return o`<bdi class="chip" part="chip" data-level=${r}>${n}</bdi>`}function yt(t){let e=B(t);return e?o`<span class="voice">${e}</span>`:t.chain.map(r=>o`<span class="link-of" data-named=${r.named}><span class="arrow" aria-hidden="true">←</span><span class="hidden"> citing </span> <bdi>${p(r.name)}</bdi></span> `)}function vt(t){let e=new k(t.quote),r=$t(t).filter(({name:n})=>n==="content"||n==="hedge").map(({name:n,start:a,end:l})=>({name:n,start:a-t.start,end:l-t.start})),s=j(0,e.length,r),i=s.every(({names:n})=>n.includes("content"));return s.map(({start:n,end:a,names:l})=>{let c=l.filter(u=>u==="hedge"||!i).join(" "),h=v(e.slice(n,a));return c?o`<span class=${c}>${h}</span>`:h})}function ie(t,e,r){let s=e.find(n=>n.n===t);if(!s)return`[${t}]`;let i=()=>r.openArticle(s.article_id);return o`<button class="marker" part="marker" type="button" aria-label=${`[${t}] open the article, ${p(s.outlet)}`} @click=${i}>[${t}]</button>`}function D(t,e,r){return r===d?d:o`<section part=${e} aria-label=${t}>
    <h4 class="label">${t}</h4>
    ${r}
  </section>`}var Ar={no_article:"Nothing to search",no_such_name:"A name that is nowhere",source_not_on_topic:"Not by this source",not_stated:"Not stated",false_premise:"Taken for granted, and not found",undated_left_out:"Left out by the dates"};function wt(t,e){return o`<div class="abstention" part="abstention">
    <p class="direct" part="direct" dir="auto">${t.direct.text}</p>
    <p class="lead">The articles do not say, so Byline does not either.</p>
    <div class="columns">
      <section aria-label="What is missing">
        <h4 class="label">What is missing</h4>
        ${t.missing.map(Er)}
      </section>
      <section aria-label="What was searched">
        <h4 class="label">What was searched</h4>
        ${Cr(t.searched)}
      </section>
    </div>
    ${t.nearest.length?Tr(t.nearest,e):o`<p class="detail">No sentence came near it.</p>`}
  </div>`}function kt({missing:t,understood:e,direct:r}){let s=e?Nr(e):[],i=t.filter(n=>n.text!==r.text);return!s.length&&!i.length?d:o`<ul class="aside" role="list">
    ${i.map(n=>o`<li part="missing"><strong>Missing.</strong> ${p(n.text)}</li>`)}
    ${s.map(n=>o`<li>${n}</li>`)}
  </ul>`}function Er({kind:t,text:e}){return o`<p class="missed" part="missing"><strong>${Ar[t]??t.replaceAll("_"," ")}.</strong> <span dir="auto">${p(e)}</span></p>`}function Cr({articles:t,outlets:e,unnamed:r,undated:s}){return o`<ul class="tally" role="list">
    ${[[t,t===1?"article":"articles"],[e,e===1?"named outlet":"named outlets"],[r,r===1?"article whose outlet is not known":"articles whose outlet is not known"],[s,s===1?"article without a date":"articles without a date"]].map(([n,a])=>o`<li><span class="n">${n.toLocaleString("en")}</span> ${a}</li>`)}
  </ul>`}function Tr(t,e){return o`<section class="nearest" part="nearest" aria-label="Near it, but no answer to it">
    <h4 class="label">Near it, but no answer to it</h4>
    <ul role="list">
      ${t.map(r=>o`<li>
          <blockquote dir="auto">${v(r.quote)}</blockquote>
          <p>
            ${q(r.outlet)}
            <button class="link" type="button" @click=${()=>e.openArticle(r.article_id,r.start,r.end)}>open in its article</button>
          </p>
        </li>`)}
    </ul>
  </section>`}function Nr({standalone:t,names:e,from:r,to:s,unread:i}){let n=[r&&`from ${r}`,s&&`to ${s}`].filter(Boolean).join(" ");return[t&&`Taken as: ${p(t)}`,n&&`Only articles published ${n} were searched.`,...e.filter(a=>a.tried_as.length).map(a=>`“${p(a.name)}” was taken as ${a.tried_as.join(" and as ")}.`),...i.map(a=>`“${p(a)}” may be two different days and was not read as a date.`)].filter(Boolean)}function fe({text:t,reports:e}){let r=p(t),s=new Set(e.map(h=>h.citation)),i=Lr(r,e),n=[],a=new Set,l=0;for(let h of r.matchAll(/\[(\d+)\]/g)){let u=Number(h[1]);!s.has(u)||i.some(([m,g])=>m<=h.index&&h.index<g)||(h.index>l&&n.push(r.slice(l,h.index)),n.push(u),a.add(u),l=h.index+h[0].length)}l<r.length&&n.push(r.slice(l));let c=[...s].filter(h=>!a.has(h));return c.length?[...n," ",...c]:n}function Lr(t,e){let r=[];for(let s of e){let n=new k(s.quote).slice(s.content.start-s.start,s.content.end-s.start);for(let a of[s.quote,n,s.context?.quote??""].map(p))for(let l=a?t.indexOf(a):-1;l>=0;l=t.indexOf(a,l+1))r.push([l,l+a.length])}return r}function ge({text:t,reports:e}){let r=p(t),s=new Map;for(let i of e){let n=p(i.quote),a=r.includes(n)?"":n;s.set(a,[...s.get(a)??[],i])}return[...s].map(([i,n])=>({quote:i,reports:n}))}function xt(t,e,r,s){let{kind:i,badge:n,detail:a}=ue(t),l=s.retracted.get(t.id);return o`
    <li class="claim ${l===void 0?"":"retracted"}" part="claim" data-claim=${t.id} tabindex="-1">
      <span class="number" aria-hidden="true">${e}</span>
      <p class="strength">
        <span class="hidden">Claim ${e}: </span><span class="badge" part="badge" data-kind=${i}>${n}</span>
        <span class="detail">${a}</span>
      </p>
      <p class="text" part="claim-text" dir="auto">${l===void 0?Rr(t,s):o`<del>${p(t.text)}</del>`}</p>
      ${l===void 0?qr(t,r,s):o`<p class="note">Withdrawn: ${p(l)}</p>`}
    </li>
  `}function Rr(t,e){return fe(t).map(r=>typeof r=="number"?se(t.reports.find(s=>s.citation===r),e):r)}function qr(t,e,r){return o`
    <ul class="evidence" role="list" aria-label="Reports">
      ${ge(t).map(s=>Mr(s,r))}
    </ul>
    ${Or(t,e,r)} ${Pr(t,e,r)}
  `}function Mr({quote:t,reports:e},r){return o`<li>
    <ul role="list">
      ${e.map(s=>Ur(s,r))}
    </ul>
    ${t?o`<blockquote dir="auto">${vt(e[0])}</blockquote>`:d}
  </li>`}function Ur(t,e){let r=C(t.stance),i=[...t.when.filter(({date:n})=>n).map(({text:n,date:a})=>`“${p(n)}” is ${a}`),t.joint.length?"said jointly":"",t.published?`published ${x(t.published)}`:"undated"];return o`<li class="report" part="report">
    ${se(t,e)} <span class="whom">${q(t.outlet)} ${yt(t)}</span>
    ${r?o`<span class="stance" part="stance" data-stance=${t.stance}>${r}</span>`:d}
    ${t.hedges.map(n=>o`<span class="hedged" part="hedge">hedged “${p(n.text)}”</span>`)}
    <span class="detail">${i.filter(Boolean).join(" · ")}</span>
  </li>`}function Or({silent:t},{citations:e},r){return t.length?o`<ul class="notes" role="list" aria-label="Silent on it">
    ${t.map(({article_id:s,why:i})=>{let n=e.find(c=>c.article_id===s),a=n?{name:n.level==="unknown"?null:n.outlet,label:n.outlet,level:n.level}:null,l=n?o`${ie(n.n,e,r)} ${q(a)}`:o`<bdi>${s}</bdi>`;return o`<li class="note">${l} ${he(i)}</li>`})}
  </ul>`:d}function Pr({id:t},{relations:e,claims:r,citations:s},i){let n=e.filter(({from:a,to:l})=>a===t||l===t);return n.length?o`<ul class="notes" role="list" aria-label="Beside other claims">
    ${n.map(a=>{let l=a.from===t?a.to:a.from,c=r.findIndex(h=>h.id===l)+1;return o`<li class="note relation" part="relation" data-kind=${a.kind}>
        <span class="verb">${pe(a.kind,a.from===t)}</span>
        <button class="link" type="button" @click=${()=>i.showClaim(l)}>claim ${c}</button>${zr(a,s,i)}
      </li>`})}
  </ul>`:d}function zr({words:t,differs_in:e},r,s){let i=t&&r.find(a=>a.n===t.citation)?.article_id,n=()=>s.openArticle(i,t.start,t.end);return o`${t?o`, in the words <q dir="auto">${p(t.quote)}</q>
        <button class="marker" part="marker" type="button" aria-label=${`[${t.citation}] open these words in their article`} @click=${n}>[${t.citation}]</button>`:d}${e.length?o` <span class="detail">(${p(e.join("; "))})</span>`:d}`}var jr=["claim","outlet","level","chain","quote","article_id","start","end","published","url","stance","hedges","figure","agreement","origin","copy","relations"],Ir=/^ *[=+\-@\t\r\n＝＋－＠]/;function St(t){let e=new Map(t.citations.map(s=>[s.n,s.url])),r=t.claims.flatMap(s=>s.reports.map(i=>Hr(s,i,t,e)));return[jr,...r].map(s=>s.map(Dr).join(",")).join(`
`)+`
`}function Hr(t,e,{relations:r},s){let i=r.filter(({from:l,to:c})=>t.id===l||t.id===c),n=[t.text,e.outlet.label,e.outlet.level,Br(e.chain),e.quote,e.article_id],a=[e.published??"",s.get(e.citation)??"",e.stance??"",e.hedges.map(l=>l.text).join("; "),e.figure?`${e.figure.bound} ${e.figure.value} ${e.figure.unit??""}`.trim():"",t.agreement,e.origin,e.copy??"",i.map(({kind:l,from:c,to:h})=>`${l} ${c===t.id?h:c}`).join("; ")];return[...n.map(_t),e.start,e.end,...a.map(_t)]}function Br(t){return t?t.map(e=>e.name).join(" < ")||"own voice":""}function _t(t){let e=v(t.replaceAll(`\r
`,`
`));return Ir.test(e)?`'${e}`:e}var Dr=t=>/[",\n\r]/.test(t)?`"${String(t).replaceAll('"','""')}"`:String(t);function je(t,e,r){let s=URL.createObjectURL(new Blob([r],{type:`${e};charset=utf-8`}));Object.assign(document.createElement("a"),{href:s,download:t}).click(),setTimeout(()=>URL.revokeObjectURL(s),6e4)}var Fr=/[\\`*_[\]<>#~|&@$]|:(?=\/\/)|(?<=[wW]{3})\./g,Wr=/^(?:[-+=]|\d{1,9}(?=[.)]))/;function $(t){return p(t).replace(Fr,r=>`\\${r}`).replace(Wr,r=>/\d/.test(r[0])?`${r}\\`:`\\${r}`)}function At(t){let e=[`# ${$(t.question)}`,`**${$(t.direct.text)}**`];e.push(...t.claims.map((s,i)=>Kr(i+1,s)));let r=new Map(t.claims.map((s,i)=>[s.id,i+1]));return t.relations.length&&e.push(t.relations.map(s=>Gr(s,r)).join(`
`)),e.push(...t.comparisons.filter(s=>s.changes.length).map(s=>Jr(s,t))),e.push(...t.missing.map(s=>`Missing: ${$(s.text)}`)),t.nearest.length&&e.push(["Near it, but no answer to it:","",...t.nearest.map(Qr)].join(`
`)),t.citations.length&&e.push(t.citations.map(Zr).join(`
`)),e.push(...t.copies.map(Yr),$(me(t.searched))),`${e.join(`

`)}
`}function Kr(t,e){let r=fe(e).map(l=>typeof l=="number"?`[${l}]`:l),s=[`(${t}) ${$(r.join(""))}`];for(let{reports:l}of ge({...e,text:""})){s.push("",`> ${$(l[0].quote)}`);for(let c of l)s.push(">",`> — ${Vr(c)}`)}let{badge:i,detail:n}=ue(e),a=e.silent.map(l=>`${l.article_id} ${he(l.why)}`);return[...s,"",$([`${i} (${n})`,...a].join("; "))].join(`
`)}function Vr(t){let e=B(t)??`citing ${t.chain.map(n=>n.name).join(" < ")}`,r=t.hedges.map(n=>`hedged “${n.text}”`),s=[e,C(t.stance),...r,x(t.published)].filter(Boolean),i=`${t.article_id}, characters ${t.start} to ${t.end}`;return`${$(t.outlet.label)} [${t.citation}]; ${$([...s,i].join("; "))}`}function Gr(t,e){let r=t.differs_in.length?` (${t.differs_in.join("; ")})`:"",s=t.words?`: “${t.words.quote}” [${t.words.citation}]`:"";return`- ${$(`(${e.get(t.from)}) ${pe(t.kind,!0)} (${e.get(t.to)})${r}${s}`)}`}function Jr(t,{citations:e}){let r=a=>e.find(l=>l.article_id===a)?.n??a,s=`[${r(t.a)}] and [${r(t.b)}] are ${t.is_copy?"one text":"two texts"}; ${t.reason}`,i=a=>a?`“${a.text}”`:"nothing",n=t.changes.map(a=>`${a.kind.replaceAll("_"," ")}: ${i(a.a)} → ${i(a.b)}`);return[$(s),"",...n.map(a=>`- ${$(a)}`)].join(`
`)}var Qr=t=>`- ${$(t.outlet.label)}: “${$(t.quote)}” ${$(`(${t.article_id}, characters ${t.start} to ${t.end})`)}`;function Yr({citations:t,from:e}){let r=t.map(i=>`[${i}]`).join(""),s=e?`: ${e.name}’s text${e.held?"":", which is not in the corpus"}`:"";return`- ${$(`${r} ${t.length>1?"are one text":"carries a copy"}${s}`)}`}function Zr(t){let e=[t.title??"untitled",t.outlet,x(t.published),t.article_id].map($),r=z(t.url);return`${t.n}. ${e[0]} — ${e.slice(1).join(", ")}${r?` <${r}>`:""}`}function Et({citations:t},e){return t.length?D("Articles cited","sources",o`<ol class="sources" role="list">
      ${t.map(r=>Xr(r,e))}
    </ol>`):d}function Xr(t,e){let r=z(t.url),s=t.title?p(t.title):"Untitled",i={name:t.level==="unknown"?null:t.outlet,label:t.outlet,level:t.level};return o`<li part="source">
    <span class="n">[${t.n}]</span>
    <div>
      <button class="link title" type="button" dir="auto" @click=${()=>e.openArticle(t.article_id)}>${s}</button>
      <p>
        ${q(i)}
        <span class="detail">outlet ${re(t.level)} · ${x(t.published)}</span>
        ${r?o`<a href=${r} target="_blank" rel="noopener noreferrer">at the source<span class="hidden"> (new tab)</span></a>`:d}
      </p>
    </div>
  </li>`}function Ie(t){let{reader:e,dropped:r,searched:s,claims:i}=t,n=e.kind==="model"?`Statements chosen by ${e.model??"a model"}; names, quotes and figures read from the record.`:"",a=e.degraded?"The model did not answer; the quote reader stood in.":"",l=r.claims+r.statements,c=l?`Checks took out ${l} of the reader’s choices.`:"",h=[i.length?me(s):"",n,a,c].filter(Boolean).join(" "),u=`byline-${t.id.slice(-8)}`;return o`<footer class="foot" part="foot">
    <p class="detail">${h}</p>
    <p class="exports">
      <button class="button" type="button" @click=${()=>je(`${u}.md`,"text/markdown",At(t))}>Save as Markdown</button>
      ${i.length?o`<button class="button" type="button" @click=${()=>je(`${u}.csv`,"text/csv",St(t))}>Save as CSV</button>`:d}
    </p>
  </footer>`}function Ct(t){let e=new Map;return t.forEach((r,s)=>{for(let i of r.reports){let{key:n,speaker:a,kind:l}=ts(i);e.has(n)||e.set(n,{speaker:a,kind:l,said:t.map(()=>[])}),es(e.get(n).said[s],i)}}),[...e.values()]}function es(t,e){let r=t.find(s=>s.stance===e.stance);r?r.reports.some(s=>s.citation===e.citation)||r.reports.push(e):t.push({stance:e.stance,reports:[e]})}function ts({chain:t,voice:e,outlet:r,origin:s,article_id:i,citation:n}){let a=t?.at(-1);if(a){let h=p(a.name),u=h.normalize("NFKC").toLowerCase().replace(/^the /,"");return a.named?{key:`named ${u}`,speaker:h,kind:"named"}:{key:`generic ${s} ${u}`,speaker:`${h}${rs(t)}`,kind:"generic"}}let l=p(r.label);if(t)return{key:`outlet ${l}`,speaker:l,kind:"outlet"};let c=e?"somebody not named":"not read who speaks";return{key:`unread ${i}`,speaker:`${c}, in [${n}]`,kind:"unread"}}function rs(t){let e=t.slice(0,-1).findLast(r=>r.named);return e?` (through ${p(e.name)})`:""}var ss={outlet:"in its own voice",generic:"not named",unread:""};function Tt({claims:t},e){return t.length?D("Who says what","table",o`<div class="scroll" role="region" aria-label="Table: who says what" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            ${t.map((r,s)=>is(r,s+1,e))}
          </tr>
        </thead>
        <tbody>
          ${Ct(t).map(r=>ns(r,e))}
        </tbody>
      </table>
    </div>`):d}function is(t,e,r){let s=t.reports.find(n=>n.figure?.text)?.figure.text,i=s?`${s}: ${t.about}`:t.about;return o`<th scope="col">
    <button class="link" type="button" @click=${()=>r.showClaim(t.id)}>Claim ${e}</button>
    <span class="about" dir="auto">${p(i)}</span>
  </th>`}function ns({speaker:t,kind:e,said:r},s){let i=ss[e];return o`<tr>
    <th scope="row">
      <bdi>${t}</bdi>
      ${i?o`<span class="detail">${i}</span>`:d}
    </th>
    ${r.map(n=>o`<td>${n.length?n.map(a=>as(a,s)):o`<span class="none" aria-label="nothing found">–</span>`}</td>`)}
  </tr>`}var as=({stance:t,reports:e},r)=>o`
  <div class="said">
    <span class="stance" data-stance=${t??""}>${C(t)||"is cited"}</span>
    <span class="in">${e.map(s=>se(s,r))}</span>
  </div>
`;var os={quotation_altered:"Quotation altered",hedge_removed:"Hedge removed",hedge_added:"Hedge added",cue_firmer:"Attributed more firmly",cue_softer:"Attributed more softly",source_dropped:"Source dropped",source_added:"Source added",attribution_dropped:"Attribution dropped",attribution_added:"Attribution added",figure_changed:"Figure changed",paragraph_omitted:"Paragraph left out",paragraph_added:"Paragraph added",label_changed:"Called otherwise",label_added:"Label added",label_dropped:"Label dropped",wording:"Other words"};function be({kind:t,figures:e=[],sources:r=[]}){let s=[...e,...r].map(i=>`“${i}”`).join(", ");return`${os[t]??t.replaceAll("_"," ")}${s?`, with ${s}`:""}`}function F(t,e){return o`<div class="side ${t?"":"empty"}">
    ${e===d?d:o`<span class="of">${e}</span>`}
    ${t?o`<span class="words" dir="auto">${v(t.text)}</span>`:o`<span class="detail">nothing</span>`}
  </div>`}var ls=6;function Nt(t,e){let{copies:r,comparisons:s}=t;return!r.length&&!s.length?d:D("Copies and changes","copies",o`${r.map(i=>cs(i,t,e))} ${s.map(i=>ds(i,t,e))}`)}function cs({citations:t,from:e},{citations:r,comparisons:s},i){let n=t.map(u=>ie(u,r,i)),a=e?o`: <strong><bdi>${p(e.name)}</bdi>’s text</strong>${e.held?"":", which is not in the corpus"}`:"",l=t.map(u=>r.find(m=>m.n===u)?.article_id),c=(u,m)=>s.some(g=>g.a===u&&g.b===m||g.a===m&&g.b===u),h=l.slice(1).filter(u=>u&&!c(l[0],u));return o`<p class="copy">
    ${n} ${t.length>1?"are one text":"carries a copy"}${a}. One text is one voice, however many carry it.
    ${h.map(u=>Lt(l[0],u,r,i))}
  </p>`}function Lt(t,e,r,s){let i=n=>`[${r.find(a=>a.article_id===n)?.n??n}]`;return o`<button class="button" type="button" @click=${()=>s.openComparison(t,e)}>Lay ${i(t)} and ${i(e)} side by side</button>`}function ds(t,{citations:e},r){let s=c=>e.find(h=>h.article_id===c)?.n,i=c=>s(c)?ie(s(c),e,r):o`<bdi>${c}</bdi>`,n=t.changes.slice(0,ls),a=t.changes.length-n.length,l=`${Math.round(t.containment*100)} % of the shorter stands in the other`;return o`<div class="compared" part="comparison">
    <p>${i(t.a)} and ${i(t.b)} are ${t.is_copy?"one text":"two texts"}. <span class="detail">${l}; ${p(t.reason)}.</span></p>
    <ul class="changes" role="list" aria-label="Changes, gravest first">
      ${n.map(c=>o`<li class="change">
          <h5>${be(c)}</h5>
          <div class="sides">${F(c.a,i(t.a))} ${F(c.b,i(t.b))}</div>
        </li>`)}
    </ul>
    <p>
      ${a>0?o`<span class="detail">and ${a} more.</span>`:d} ${Lt(t.a,t.b,e,r)}
    </p>
  </div>`}var $e=class extends b{static properties={answer:{attribute:!1},claims:{attribute:!1},retracted:{attribute:!1}};static styles=[E,mt,ft];constructor(){super(),this.answer=null,this.claims=[],this.retracted=new Map}render(){let{answer:e}=this;return e?e.status==="abstained"?[wt(e,this),Ie(e)]:o`
      <p class="direct" part="direct" dir="auto">${e.direct.text}</p>
      ${kt(e)} ${this.#t(e)} ${Tt(e,this)} ${Nt(e,this)}
      ${Et(e,this)} ${Ie(e)}
    `:this.#t({claims:this.claims,relations:[],citations:[]})}#t(e){if(!e.claims.length)return d;let r=e.claims.map((s,i)=>xt(s,i+1,e,this));return o`<ol class="claims" part="claims" role="list" aria-label="Claims">
      ${r}
    </ol>`}openArticle(e,r=null,s=null,i=[]){this.#e("byline-open-article",{articleId:e,start:r,end:s,marks:i})}openComparison(e,r){this.#e("byline-open-comparison",{a:e,b:r})}showClaim(e){let r=[...this.renderRoot.querySelectorAll(".claim")].find(s=>s.dataset.claim===e);r&&(r.focus({preventScroll:!0}),de(r,"nearest"))}#e(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:!0}))}};var Rt=y`
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
`;function W({masthead:t,url:e,id:r,copies:s}){let{outlet:i,title:n,published:a,owner:l,copied_from:c}=t,h=z(e),u=[["Outlet",i.label,i.level,i.evidence],["Title",n.text??"untitled",n.level,n.evidence],["Published",x(a.date),a.level,a.evidence],l.name&&["Owner",l.name,l.level,l.evidence],c&&["Text of",c.name??"somebody else",null,c.evidence],s.length&&["One text with",s.join(", "),null,[]]].filter(Boolean);return o`<header part="masthead">
    <p class="outlet"><bdi>${p(i.label)}</bdi> <span class="detail">outlet ${re(i.level)}</span></p>
    <h3 dir="auto">${n.text?p(n.text):"Untitled"}</h3>
    <p class="detail">
      ${x(a.date)}${c?o` · carries a text of <bdi>${p(c.name??"somebody else")}</bdi>`:d} ·
      <bdi class="id">${r}</bdi>${h?o` · <a href=${h} target="_blank" rel="noopener noreferrer">at the source<span class="hidden"> (new tab)</span></a>`:d}
    </p>
    <details>
      <summary>How this is known</summary>
      <dl>
        ${u.map(([m,g,f,U])=>o`<div>
          <dt>${m}</dt>
          <dd>
            <bdi>${p(g)}</bdi> ${f?o`<span class="detail">${re(f)}</span>`:d}
            ${U.map(hs)}
          </dd>
        </div>`)}
      </dl>
    </details>
  </header>`}var hs=({reason:t,text:e})=>o`<p class="evidence">${p(t)}${e?o`: <q dir="auto">${p(e)}</q>`:d}</p>`;function qt(t,e){let{chain:r,stance:s,cue:i,hedges:n,form:a,when:l,content:c,continuation:h}=t,u=B(t),m=u??r.map(f=>p(f.name)).join(" ← "),g=[i&&`cue “${p(i.text)}”`,a,...n.map(f=>`hedged “${p(f.text)}”`),...(t.figures??[]).filter(f=>f.text).map(f=>`figure “${p(f.text)}”`),...l.map(f=>`${f.date?`on ${f.date}`:"time"} “${p(f.text)}”`),h&&"perhaps the same source goes on"].filter(Boolean);return o`<li>
    <bdi class="who ${u?"voice":""}">${m}</bdi> ${s?o`<strong class="stance">${C(s)}</strong>`:d}
    <span class="words" dir="auto">${p(e.slice(c.start,c.end))}</span>
    ${g.length?o`<span class="detail">${g.join(" · ")}</span>`:d}
  </li>`}var ye=class extends b{static properties={article:{attribute:!1},start:{type:Number},end:{type:Number},marks:{attribute:!1},statements:{type:Boolean}};static styles=[E,Rt];constructor(){super(),this.article=null,this.start=null,this.end=null,this.marks=[],this.statements=!1}render(){let{article:e}=this;if(!e)return d;let r=new k(e.text);return o`
      ${W(e)}
      ${this.statements&&e.attribution.text?o`<p class="note">${e.attribution.text}</p>`:d}
      <div class="lines" lang=${e.language??d}>${e.lines.map(s=>this.#t(s,r))}</div>
    `}updated(e){["article","start","end"].some(r=>e.has(r))&&this.#s()}#t({start:e,end:r,label:s,reason:i},n){let l=j(e,r,this.#e()).map(h=>ps(h,n)),c=this.statements?this.article.statements.filter(({sentence:h})=>h.start>=e&&h.start<r):[];return o`<div class="line ${s}" part="line" title=${i}>
      <span class="taken">${s==="body"?d:s}</span>
      <p dir="auto">${l}</p>
      ${c.length?o`<ul class="said" role="list" aria-label="Statements">${c.map(h=>qt(h,n))}</ul>`:d}
    </div>`}#e(){return this.start===null||this.end===null?[]:[{name:"quote",start:this.start,end:this.end},...this.marks]}#s(){let e=this.renderRoot.querySelector("mark");e&&(e.tabIndex=-1,e.focus({preventScroll:!0}),e.scrollIntoView({block:"center"}))}};function ps({start:t,end:e,names:r},s){let i=v(s.slice(t,e)),n=r.filter(a=>a!=="quote").join(" ");return r.includes("quote")?o`<mark class=${n}>${i}</mark>`:n?o`<span class=${n}>${i}</span>`:i}var w=class extends Error{constructor({message:e,code:r,status:s=0,param:i=null,retryAfter:n=null}){super(e),this.name="ServerFault",Object.assign(this,{code:r,status:s,param:i,retryAfter:n})}};async function ve(t){let{status:e}=t,r=ms(t.headers.get("Retry-After")),s=await t.json().then(i=>i?.error,()=>null);if(typeof s?.message!="string"){let i=`The server answered with status ${e} and no error of Byline’s.`;return new w({message:i,code:e===404?"no_byline":"bad_reply",status:e,retryAfter:r})}return new w({message:s.message,code:String(s.code),param:s.param,status:e,retryAfter:r})}function Ut(t){let e=globalThis.navigator?.onLine===!1;return new w({message:t,code:e?"offline":"unreachable"})}var He=()=>new w({message:"The stream ended without an answer.",code:"broken_off"}),Ot={offline:["You are offline",()=>"Nothing was lost. Ask again once there is a connection."],unreachable:["The server cannot be reached",t=>`Nothing answered at ${t.message}. It may be down, or it may not allow this page’s origin (BYLINE_CORS_ORIGINS).`],broken_off:["The answer broke off",()=>"The connection ended before the last word. What was shown until then is not an answer; ask again."],no_byline:["There is no Byline here",()=>"The address is wrong, or something stands before the server. Check the attribute “server”."],missing_key:["A key is needed",()=>"This server answers only with a key. Whoever runs the page gives one in the attribute “key”."],wrong_key:["The key was refused",()=>"The key is wrong, or no longer valid. Whoever runs the page can give another in the attribute “key”."]};function K(t){if(!(t instanceof w))return{title:"Something went wrong on this page",advice:String(t.message),again:!0};let[e,r]=Ot[t.code]??us(t);return{title:e,advice:r(t),again:![401,403].includes(t.status)}}function us({status:t}){return t===401?Ot.missing_key:t===403?["Not allowed",e=>`${ne(e.message)} Another key, or another origin, may be.`]:t===429?["Too many questions",e=>`The server takes no more for now. ${Mt(e.retryAfter)}`]:t===503?["The server is not ready",e=>`${ne(e.message)} ${Mt(e.retryAfter)}`]:t>=500||t===0?["The server failed",e=>`${ne(e.message)} Ask again; if it stays, its log says why.`]:t>=400?["The question was not taken",e=>ne(e.message)]:["The server’s reply cannot be read",e=>ne(e.message)]}function Mt(t){return t===null?"Ask again in a while.":t<90?`Ask again in ${t} ${t===1?"second":"seconds"}.`:`Ask again in ${Math.ceil(t/60)} minutes.`}function ms(t){if(!t)return null;let e=/^\d+$/.test(t)?Number(t):Math.ceil((Date.parse(t)-Date.now())/1e3);return Number.isFinite(e)?Math.max(0,e):null}function ne(t){let e=t.charAt(0).toUpperCase()+t.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}async function*Pt(t){let e=bs(),r="",s=[];for await(let i of fs(t))for(let n of e(i)){if(n===""){s.length&&(yield{event:r||"message",data:s.join(`
`)}),[r,s]=["",[]];continue}let[a,l]=$s(n);a==="event"&&(r=l),a==="data"&&s.push(l)}}async function*fs(t){let e=new TextDecoder,r=Symbol.asyncIterator in t?t:gs(t);for await(let s of r)yield e.decode(s,{stream:!0})}async function*gs(t){let e=t.getReader();try{for(;;){let{done:r,value:s}=await e.read();if(r)return;yield s}}finally{e.releaseLock()}}function bs(){let t="";return e=>{t+=e;let r=t.endsWith("\r")?t.slice(0,-1):t,s=r.split(/\r\n|\n|\r/);return t=s.pop()+t.slice(r.length),s}}function $s(t){let e=t.indexOf(":");if(e<0)return[t,""];let r=t.slice(e+1);return[t.slice(0,e),r.startsWith(" ")?r.slice(1):r]}var M=class{#t;#e;constructor(e="",r=""){this.#t=e.replace(/\/+$/,""),this.#e=r}article(e,r){return this.#r(`/v1/articles/${encodeURIComponent(e)}`,r)}compare(e,r,s){return this.#r(`/v1/articles/${encodeURIComponent(e)}/compare/${encodeURIComponent(r)}`,s)}outlets(e){return this.#r("/v1/outlets",e)}articles(e=null,r){return this.#r(`/v1/articles${e?`?cursor=${encodeURIComponent(e)}`:""}`,r)}async ask(e,r={},s){let i=await this.#n("/v1/ask",{...e,stream:!0},s);if(!i.ok){let a=await ve(i);if(a.code!=="not_yet")throw a;if(i=await this.#n("/v1/ask",e,s),!i.ok)throw await ve(i)}return i.headers.get("Content-Type")?.startsWith("text/event-stream")?this.#s(i,r,s):zt(i)}async#s(e,r,s){try{for await(let{event:i,data:n}of Pt(e.body)){if(i==="answer")return JSON.parse(n);if(i==="error")throw ys(JSON.parse(n));(i==="claim"||i==="retraction")&&r[i]?.(JSON.parse(n))}}catch(i){throw i instanceof w||s?.aborted?i:He()}throw He()}async#r(e,r){let s=await this.#i(e,{signal:r});if(!s.ok)throw await ve(s);return zt(s)}#n(e,r,s){let i={"Content-Type":"application/json"};return this.#i(e,{method:"POST",headers:i,body:JSON.stringify(r),signal:s})}async#i(e,{headers:r={},...s}){let i=this.#e?{...r,Authorization:`Bearer ${this.#e}`}:r;try{return await fetch(this.#t+e,{...s,headers:i,credentials:"omit",referrerPolicy:"no-referrer"})}catch(n){throw s.signal?.aborted?n:Ut(this.#t||globalThis.location?.origin||"this address")}}},ys=({error:t})=>new w({...t,status:0,message:String(t?.message),code:String(t?.code)});async function zt(t){try{return await t.json()}catch{throw new w({message:"The server’s reply is not JSON.",code:"bad_reply",status:t.status})}}var jt=y`
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
`;var Ht=t=>({question:t,state:"asking",claims:[],retracted:new Map,answer:null,error:null});function Bt(t,e){let s=t.claims.some(n=>n.id===e.id)?t.claims.map(n=>n.id===e.id?e:n):[...t.claims,e],i=new Map(t.retracted);return i.delete(e.id),{...t,claims:s,retracted:i}}function Dt(t,{id:e,why:r}){return{...t,retracted:new Map(t.retracted).set(e,r??"")}}function Ft(t){return t.filter(r=>r.answer).flatMap(({question:r,answer:s})=>[{role:"user",content:It(r)},{role:"assistant",content:It(s.answer)}]).slice(-20)}var It=t=>t.length<=1e4?t:Array.from(t).slice(0,1e4).join("");function Wt({answer:t}){if(t.status==="abstained")return[t.direct.text,...t.missing.map(r=>r.text)].join(" ");let e=t.claims.length;return`Answer: ${t.direct.text} ${e===1?"One claim follows.":e?`${e} claims follow.`:""}`.trim()}var we=class{#t;#e=null;#s=null;#r=null;constructor(e){this.#t=e,e.addController(this)}hostDisconnected(){this.#r?.abort(),this.#e=null}openArticle(e){return this.#n({kind:"article",title:"Article",place:e},r=>this.#t.api.article(e.articleId,r))}openComparison({a:e,b:r}){return this.#n({kind:"comparison",title:"Two articles side by side"},s=>this.#t.api.compare(e,r,s))}async#n(e,r){this.#r?.abort();let s=this.#r=new AbortController;this.#s??=gt(),this.#i(e),await this.#t.updateComplete;let i=this.#t.renderRoot.querySelector("dialog");i.open||i.showModal();try{let n=await r(s.signal);s.signal.aborted||this.#i({...e,held:n})}catch(n){s.signal.aborted||this.#i({...e,error:n})}}#i(e){this.#e=e,this.#t.requestUpdate()}#a(){this.#r?.abort(),this.#i(null),this.#s?.focus(),this.#s=null}render(){let e=s=>s.currentTarget.closest("dialog").close();return o`<dialog part="dialog" aria-labelledby="shown" @close=${()=>this.#a()} @click=${s=>s.target===s.currentTarget&&e(s)}>
      <div class="sheet">
        <div class="bar">
          <h2 class="label" id="shown">${this.#e?.title}</h2>
          <button class="button" type="button" @click=${e}>Close</button>
        </div>
        <div class="held" role="region" aria-labelledby="shown" tabindex="0">${this.#o()}</div>
      </div>
    </dialog>`}#o(){if(!this.#e)return d;let{kind:e,place:r,held:s,error:i}=this.#e;if(i){let{title:n,advice:a}=K(i);return o`<p role="alert"><strong>${n}.</strong> ${a}</p>`}return s?e==="comparison"?o`<byline-comparison .comparison=${s}></byline-comparison>`:o`<byline-article .article=${s} .start=${r.start} .end=${r.end} .marks=${r.marks??[]}></byline-article>`:o`<p class="state asking">Fetching …</p>`}};var vs=["direct","claims","claim","claim-text","badge","report","chip","marker","stance","hedge","relation","table","copies","comparison","sources","source","missing","nearest","abstention","foot"].join(", ");function Kt(t,e,r){return o`<li class="turn" part="turn">
    <h3 class="question" part="question" id="question-${e}" dir="auto">${t.question}</h3>
    <div role="group" aria-labelledby="question-${e}">${ws(t,r)}</div>
  </li>`}function ws(t,e){if(t.state==="failed")return ks(t,e);if(t.state==="stopped")return o`<p class="state">Stopped before the answer was whole; nothing of it is shown.</p>`;let{answer:r,claims:s,retracted:i}=t,n=s.length?"Each claim below is checked; more may come, and one may be taken back.":"Searching the articles …";return o`
    ${t.state==="asking"?o`<p class="state asking">${n}</p>`:d}
    <byline-answer part="answer" exportparts=${vs} lang="en" .answer=${r} .claims=${s} .retracted=${i}></byline-answer>
  `}function ks({question:t,error:e},r){let{title:s,advice:i,again:n}=K(e);return o`<div class="fault" part="error" role="alert">
    <p><strong>${s}.</strong> ${i}</p>
    ${n?o`<button class="button" type="button" @click=${()=>r.ask(t)}>Ask again</button>`:d}
  </div>`}var Vt={fromAttribute:t=>(t??"").split(",").map(e=>e.trim()).filter(Boolean)},ke=class extends b{static properties={server:{type:String},key:{type:String},question:{type:String},outlets:{converter:Vt},sources:{converter:Vt},from:{type:String},to:{type:String},heading:{type:String},placeholder:{type:String},theme:{type:String,reflect:!0},turns:{state:!0},said:{state:!0}};static styles=[E,jt];#t=null;#e=new we(this);#s=null;constructor(){super(),Object.assign(this,{server:"",key:"",question:"",outlets:[],sources:[],from:"",to:""}),Object.assign(this,{heading:"Ask the articles",placeholder:"Ask a question",turns:[],said:""})}get api(){return this.#s??=new M(this.server,this.key)}willUpdate(e){(e.has("server")||e.has("key"))&&(this.#s=null)}updated(e){e.has("question")&&this.question&&this.ask(this.question)}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async ask(e){let r=String(e).trim();if(!r)return null;this.stop(),await this.updateComplete;let s=this.#t=new AbortController,i={question:r,history:Ft(this.turns),...this.#n()},n=this.turns.length;return this.turns=[...this.turns,Ht(r)],this.#a("byline-question",{question:r}),this.#i(n),this.#r(n,i,s)}stop(){this.#t?.abort(),this.#t=null}reset(){this.stop(),this.turns=[],this.said=""}async#r(e,r,s){let{question:i}=r,n=this.turns,a=c=>{this.turns[e]?.question===i&&this.turns.length>=n.length&&(this.turns=this.turns.map((h,u)=>u===e?c(h):h))},l={claim:c=>a(h=>Bt(h,c)),retraction:c=>a(h=>Dt(h,c))};try{let c=await this.api.ask(r,l,s.signal);return a(h=>({...h,state:"answered",answer:c})),this.said=Wt({answer:c}),this.#a("byline-answer",{question:i,answer:c}),c}catch(c){return s.signal.aborted?(a(h=>({...h,state:"stopped",claims:[]})),null):(a(h=>({...h,state:"failed",claims:[],error:c})),this.#a("byline-error",{question:i,error:c}),null)}finally{this.#t===s&&(this.#t=null),this.requestUpdate()}}#n(){let e={outlets:this.outlets,sources:this.sources,from:this.from,to:this.to};return Object.fromEntries(Object.entries(e).filter(([,r])=>r?.length))}async#i(e){await this.updateComplete;let r=this.renderRoot.querySelectorAll(".turn")[e];e&&r&&de(r,"start")}#a(e,r,s=!1){return this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:s}))}#o(e){e.stopPropagation(),this.#a(e.type,e.detail,!0)&&(e.type==="byline-open-article"?this.#e.openArticle(e.detail):this.#e.openComparison(e.detail))}#l(e){e.preventDefault();let r=this.renderRoot.querySelector("textarea"),s=r.value;if(!s.trim())return r.focus();r.value="",this.ask(s)}#c(e){e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#l(e)}render(){let e=r=>this.#o(r);return o`
      <section class="chat" part="chat" aria-label=${this.heading}>
        <header part="header">
          <h2 part="heading" dir="auto">${this.heading}</h2>
          ${this.turns.length?o`<button class="button" type="button" @click=${()=>this.reset()}>New conversation</button>`:d}
        </header>
        ${this.turns.length?d:o`<div class="intro" part="intro"><slot></slot></div>`}
        <ol class="turns" role="list" aria-label="Questions and answers" @byline-open-article=${e} @byline-open-comparison=${e}>
          ${this.turns.map((r,s)=>Kt(r,s,this))}
        </ol>
        ${this.#d()}
        <p class="hidden" role="status" aria-live="polite">${this.said}</p>
      </section>
      ${this.#e.render()}
    `}#d(){return o`<form part="composer" @submit=${e=>this.#l(e)}>
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
      ${this.#t?o`<button class="button" part="stop" type="button" @click=${()=>this.stop()}>Stop</button>`:o`<button class="button chief" part="ask" type="submit">Ask</button>`}
    </form>`}};var Gt=y`
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
`;var xs={a_from_b:"A is from B",b_from_a:"B is from A"},xe=class extends b{static properties={comparison:{attribute:!1}};static styles=[E,Gt];constructor(){super(),this.comparison=null}render(){let{comparison:e}=this;if(!e)return d;let r=`${Math.round(e.containment*100)} % of the shorter stands in the other`,s=xs[e.direction]??"who had it from whom is not known";return o`
      <header class="sides" part="masthead">${Jt("A",e.a)} ${Jt("B",e.b)}</header>
      <p class="kin">
        <strong>${e.is_copy?"One text":"Two texts"}.</strong> <span class="detail">${r}; ${s}: ${p(e.reason)}.</span>
      </p>
      ${_s(e.changes)}
      <section aria-label="Paragraphs">
        <h4 class="label">Side by side</h4>
        ${e.paragraphs.map(Ss)}
      </section>
    `}};function Jt(t,{outlet:e,title:r,published:s}){return o`<div class="head">
    <p class="outlet"><span class="of">${t}</span> <bdi>${p(e.label)}</bdi></p>
    <h3 dir="auto">${r?p(r):"Untitled"}</h3>
    <p class="detail">${s?s.replace("T",", "):"undated"}</p>
  </div>`}function _s(t){return o`<section aria-label="Changes, gravest first">
    <h4 class="label">${t.length?`${t.length} ${t.length===1?"change":"changes"}, gravest first`:"No changes"}</h4>
    <ol role="list">
      ${t.map(e=>o`<li class="change">
          <h5>${be(e)}</h5>
          <div class="sides">${F(e.a,"A")} ${F(e.b,"B")}</div>
        </li>`)}
    </ol>
  </section>`}function Ss({a:t,b:e,equal:r,changes:s}){let i=(a,l,c)=>o`<div class="cell ${a?"":"empty"}">
      <span class="of">${l}</span>
      <p dir="auto">${a?As(a,c):o`<span class="detail">not in ${l}</span>`}</p>
    </div>`,n=a=>s.map(l=>l[a]).filter(Boolean);return o`<div class="sides pair ${r?"equal":""}">${i(t,"A",n("a"))} ${i(e,"B",n("b"))}</div>`}function As({start:t,end:e,text:r},s){let i=new k(r);return j(t,e,s.map(n=>({...n,name:"changed"}))).map(n=>{let a=v(i.slice(n.start-t,n.end-t));return n.names.length?o`<mark>${a}</mark>`:a})}var Es={"byline-answer":$e,"byline-article":ye,"byline-chat":ke,"byline-comparison":xe};for(let[t,e]of Object.entries(Es))customElements.get(t)||customElements.define(t,e);var Qt=/^\d{1,9}$/;function Be(t){let e=new URLSearchParams(t);if(e.get("article"))return{view:"article",id:e.get("article"),...Cs(e)};if(e.has("compare"))return{view:"compare",a:e.get("compare"),b:e.get("with")??""};let r=e.get("view");return{view:r==="articles"||r==="add"?r:"ask"}}function Cs(t){let[e,r]=[t.get("start"),t.get("end")];return!Qt.test(e??"")||!Qt.test(r??"")||Number(e)>=Number(r)?{}:{start:Number(e),end:Number(r)}}function V(t,e,r){let s=new URLSearchParams({article:t});return e!=null&&r!=null&&(s.set("start",e),s.set("end",r)),`/?${s}`}function _e(t,e){return`/?${new URLSearchParams({compare:t,with:e})}`}function Yt(t){if(t.defaultPrevented||t.button!==0||t.metaKey||t.ctrlKey||t.shiftKey||t.altKey)return null;let e=t.composedPath().find(s=>s instanceof HTMLAnchorElement&&s.href);if(!e||e.target==="_blank"||e.hasAttribute("download"))return null;let r=new URL(e.href);return r.origin===location.origin&&r.pathname==="/"&&!r.hash?e:null}var Se=class{#t=new Map;#e=Number.isInteger(history.state)?history.state:0;#s=this.#e;#r;constructor(e){this.#r=e,history.scrollRestoration="manual",history.replaceState(this.#e,""),addEventListener("popstate",r=>this.#n(r.state))}async go(e){this.#i(),this.#e=++this.#s,history.pushState(this.#e,"",e);let r=await this.#r(location.search);scrollTo(0,0),r?.querySelector("h1")?.focus({preventScroll:!0})}async#n(e){this.#i(),this.#e=Number.isInteger(e)?e:0;let r=await this.#r(location.search),{top:s=0,focused:i=null}=this.#t.get(this.#e)??{};(i?.isConnected?i:r?.querySelector("h1"))?.focus({preventScroll:!0}),scrollTo(0,s)}#i(){let e=document.activeElement;for(;e?.shadowRoot?.activeElement;)e=e.shadowRoot.activeElement;this.#t.set(this.#e,{top:scrollY,focused:e===document.body?null:e})}};var Zt={missing_key:"This server tells its articles only to those who have a key.",wrong_key:"The key is not known here; it may be mistyped or no longer valid.",missing_scope:"The key that was given may not do this; another may."},_=class extends b{static properties={server:{attribute:!1},error:{state:!0},busy:{state:!0}};#t=0;createRenderRoot(){return this}async take(e,r){let s=++this.#t;this.busy=!0,this.error=null;try{let i=await e();s===this.#t&&r(i)}catch(i){s===this.#t&&(this.error=i)}finally{s===this.#t&&(this.busy=!1)}}renderError(e=()=>this.load()){if(!this.error)return d;let{title:r,advice:s,again:i}=K(this.error),n=()=>this.dispatchEvent(new Event("want-key",{bubbles:!0}));return o`<div class="fault" role="alert">
      <p><strong>${r}.</strong> ${Zt[this.error.code]??s}</p>
      ${this.error.code in Zt?o`<button type="button" @click=${n}>Enter a key</button>`:d}
      ${i&&this.error.status!==404&&this.error.status!==422?o`<button type="button" @click=${e}>Try again</button>`:d}
    </div>`}renderBusy(e){return this.busy?o`<p class="busy" role="status">${e}</p>`:d}};var Xt={declared:["declared","given by whoever added the article"],site:["from its site","read from the page’s own data or address"],stated:["stated","the text says so"],self_reference:["calls itself so","the text names its own outlet"],inferred:["inferred","from traces in the text, not from a statement"],unknown:["unknown","nothing in the text says so"]},er=t=>Xt[t]?.[0]??t,tr=t=>Xt[t]?.[1]??"",Ts=typeof Intl.DisplayNames=="function"?new Intl.DisplayNames("en",{type:"language"}):null;function rr(t){try{return Ts?.of(t)??t}catch{return t}}var G=(t,e,r=`${e}s`)=>`${t.toLocaleString("en")} ${t===1?e:r}`;function sr(t){let e=/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?/.exec(t??"");if(!e)return t??"undated";let[,r,s,i,n,a]=e,l=new Date(Date.UTC(2e3,Number(s)-1,1)).toLocaleString("en",{month:"long",timeZone:"UTC"}),c=n?`, ${n}${a?` ${a==="Z"?"UTC":a}`:""}`:"";return`${Number(i)} ${l} ${r}${c}`}var De=[{name:"title",label:"Title",hint:"The headline, where the text below does not hold it."},{name:"outlet",label:"Outlet",hint:"Who published it. Left empty, it is read from the text, or stays unknown."},{name:"published",label:"Published",hint:"A day, 2016-03-13, or day and time, 2016-03-13T13:24+03:00."},{name:"url",label:"Address",hint:"Where it can be read, beginning with http:// or https://.",type:"url"}],Ns={created:"It was added.",updated:"It replaced its earlier version.",unchanged:"It was there already; nothing changed."},Fe=class extends _{static properties={form:{state:!0},stored:{state:!0},article:{state:!0}};constructor(){super(),this.form="text"}#t(e){e.preventDefault();let r=new FormData(e.target),s={[this.form]:r.get("content")};for(let{name:i}of De)r.get(i).trim()&&(s[i]=r.get(i).trim());return this.send(s)}async send(e){this.stored=this.article=null,await this.take(async()=>{let s=await this.server.add(e);return[s,await this.server.article(s.id)]},([s,i])=>{this.stored=s,this.article=i}),await this.updateComplete,(this.error?this.querySelector("[aria-invalid=true]"):this.querySelector("#stored"))?.focus()}get#e(){let{param:e,code:r}=this.error??{};return De.some(({name:s})=>s===e)?e:r==="unreadable_article"?"content":null}#s(){this.stored=this.article=null,this.querySelector("form").reset(),this.querySelector("textarea").focus()}render(){return o`
      <h1 tabindex="-1">Add an article</h1>
      <p class="lead">It is kept whole, read at once, and found from then on. What is given here counts before what the text says.</p>
      <form class="add" @submit=${this.#t} novalidate>
        ${this.#r()}
        <div class="fields">${De.map(e=>this.#n(e))}</div>
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
    </div>`}#i(e){return this.#e===e?o`<p class="wrong" id="${e}-wrong" role="alert">${this.error.message}</p>`:d}#a(){let{id:e,masthead:r,lines:s,statements:i,passages:n,attribution:a}=this.article,l=new Map;for(let{label:c}of s)l.set(c,(l.get(c)??0)+1);return o`<section class="stored" aria-labelledby="stored">
      <h2 id="stored" tabindex="-1">What was read</h2>
      <p>
        ${Ns[this.stored.status]??this.stored.status} Its lines are ${[...l].map(([c,h])=>`${h} ${c}`).join(", ")};
        it holds ${G(n.length,"passage")} and ${G(i.length,"statement")}.
        ${a.read?d:a.text}
      </p>
      ${W(r)}
      <p class="acts">
        <a class="button" href=${V(e)}>Open it</a>
        <button type="button" @click=${this.#s}>Add another</button>
      </p>
      <byline-article .article=${this.article} .statements=${!0}></byline-article>
    </section>`}};customElements.define("byline-page-add",Fe);var We=class extends _{static properties={place:{attribute:!1},article:{state:!0}};willUpdate(e){let r=e.has("place")&&e.get("place")?.id!==this.place.id;(e.has("server")||r)&&this.load()}load(){this.article=null;let{id:e}=this.place;return this.take(()=>this.server.article(e),r=>{this.article=r,this.dispatchEvent(new CustomEvent("named",{bubbles:!0,detail:p(r.masthead.title.text??r.id)}))})}render(){let{article:e}=this;return o`
      <p class="trail"><a href="/?view=articles">All articles</a></p>
      ${e?d:o`<h1 tabindex="-1">Article ${this.place.id}</h1>`}
      ${this.renderError()} ${this.renderBusy("Reading the article …")}
      ${e?this.#t(e):d}
    `}#t(e){let{start:r,end:s}=this.place,i=s>[...e.text].length;return o`
      <h1 tabindex="-1" dir="auto">${p(e.masthead.title.text??e.id)}</h1>
      ${i?o`<p class="fault" role="alert">The address names a passage past the end of this article; it may have been replaced.</p>`:d}
      ${this.#e(e)}
      <byline-article .article=${e} .start=${i?null:r} .end=${i?null:s} .statements=${!0}></byline-article>
    `}#e({id:e,copies:r}){return r.length?o`<section class="copies" aria-labelledby="copies">
      <h2 id="copies">Carried elsewhere</h2>
      <p>Other articles hold this text. Copies count as one voice, however many carry them.</p>
      <ul>
        ${r.map(s=>o`<li><a href=${_e(e,s)}>Side by side with ${s}</a></li>`)}
      </ul>
    </section>`:d}};customElements.define("byline-page-article",We);var ir=50,Ve=class extends _{static properties={outlets:{state:!0},articles:{state:!0},next:{state:!0},known:{state:!0}};willUpdate(e){e.has("server")&&this.load()}load(){return this.known={},this.take(()=>Promise.all([this.server.outlets(),this.server.articles(null,ir)]),([e,r])=>{this.outlets=e,this.articles=r.data,this.next=r.next_cursor})}more(){let e=this.articles.length;return this.take(()=>this.server.articles(this.next,ir),async r=>{this.articles=[...this.articles,...r.data],this.next=r.next_cursor,await this.updateComplete,this.querySelectorAll(".articles > li a")[e]?.focus()})}async#t(e,r){if(!e.target.open||this.known[r])return;let s;try{s=(await this.server.article(r)).masthead}catch(i){s=i}this.known={...this.known,[r]:s}}render(){return o`
      <h1 tabindex="-1">The articles</h1>
      ${this.renderError()} ${this.renderBusy("Reading the lists …")}
      ${this.articles?[this.#e(),this.#s()]:d}
    `}#e(){let{data:e,unnamed:r}=this.outlets;return o`<section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <ul class="outlets">
        ${e.map(s=>o`<li>
            <span class="name" dir="auto">${p(s.name)}</span>
            <span class="quiet">${G(s.articles,"article")}</span>
            <span class="levels">${s.levels.map(i=>Ke(i))}</span>
          </li>`)}
        ${r?o`<li class="none">
              <span class="name">No outlet known</span>
              <span class="quiet">${G(r,"article")}</span>
              <span class="levels">${Ke("unknown")}</span>
            </li>`:d}
      </ul>
      ${r?o`<p class="note">Articles whose outlet is not known are never taken for one outlet.</p>`:d}
    </section>`}#s(){return this.articles.length?o`<section aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      <ul class="articles">
        ${this.articles.map(e=>this.#r(e))}
      </ul>
      ${this.next?o`<button type="button" class="more" @click=${this.more}>More articles</button>`:d}
    </section>`:o`<p>There are no articles yet. <a href="/?view=add">Add one</a>.</p>`}#r(e){let r=this.known[e.id];return o`<li>
      <h3><a href=${V(e.id)} dir="auto">${p(e.title??e.id)}</a></h3>
      <p class="facts">
        <span class=${e.outlet.name?"name":"name none"} dir="auto">${e.outlet.name?p(e.outlet.name):"No outlet known"}</span>
        ${Ke(e.outlet.level)}
        <span>${sr(e.published)}</span>
        ${e.language?o`<span>${rr(e.language)}</span>`:d}
        <span class="id">${e.id}</span>
      </p>
      <details @toggle=${s=>this.#t(s,e.id)}>
        <summary>How this is known<span class="aside">: ${p(e.title??e.id)}</span></summary>
        ${r===void 0?o`<p class="busy">Reading …</p>`:Ls(r)}
      </details>
    </li>`}},Ls=t=>t instanceof Error?o`<p class="fault">${t.message}</p>`:W(t),Ke=t=>o`<span class="level" data-level=${t} title=${tr(t)}>${er(t)}</span>`;customElements.define("byline-page-articles",Ve);var Rs=500,Ge=class extends _{static properties={place:{attribute:!1},articles:{state:!0},comparison:{state:!0}};willUpdate(e){(e.has("server")||e.has("place"))&&this.load()}load(){let{a:e,b:r}=this.place;return this.comparison=null,this.take(async()=>[this.articles??(await this.server.articles(null,Rs)).data,e&&r?await this.server.compare(e,r):null],([s,i])=>{this.articles=s,this.comparison=i})}#t(e){e.preventDefault();let r=new FormData(e.target),s=_e(r.get("a"),r.get("b"));this.dispatchEvent(new CustomEvent("go",{bubbles:!0,detail:s}))}render(){return o`
      <h1 tabindex="-1">Side by side</h1>
      <p class="lead">Two articles, paragraph by paragraph: what one changed, dropped or added of the other.</p>
      ${this.articles?this.#e():d} ${this.renderError()} ${this.renderBusy("Laying them side by side …")}
      ${this.comparison?this.#r():d}
    `}#e(){return o`<form class="pair" @submit=${this.#t}>
      ${this.#s("a","One article",this.place.a)} ${this.#s("b","The other",this.place.b)}
      <button type="submit">Compare</button>
    </form>`}#s(e,r,s){let i=this.articles.some(n=>n.id===s);return o`<label>
      <span>${r}</span>
      <select name=${e} required .value=${s}>
        <option value="" ?selected=${!s}>Choose an article</option>
        ${s&&!i?o`<option value=${s} selected>${s}</option>`:d}
        ${this.articles.map(n=>o`<option value=${n.id} ?selected=${n.id===s}>${p(`${n.title??n.id} (${n.outlet.label})`)}</option>`)}
      </select>
    </label>`}#r(){let{a:e,b:r}=this.comparison;return o`
      <p class="pairlinks">
        ${[e,r].map(s=>o`<a href=${V(s.id)} dir="auto">${p(s.title??s.id)}</a>`)}
      </p>
      <byline-comparison .comparison=${this.comparison}></byline-comparison>
    `}};customElements.define("byline-page-compare",Ge);async function nr(t){try{let{data:e}=await t.sources(3);return e.map(({forms:r})=>`What does ${r[0].name} say?`)}catch{return[]}}var qs=[{view:"ask",href:"/",words:"Ask"},{view:"articles",href:"/?view=articles",words:"Articles"},{view:"compare",href:"/?compare=",words:"Compare"},{view:"add",href:"/?view=add",words:"Add"}],Ms={ask:"Ask",articles:"Articles",article:"Article",compare:"Side by side",add:"Add an article"},Je=class extends b{static properties={place:{state:!0},server:{state:!0},secret:{state:!0},asksKey:{state:!0},suggestions:{state:!0}};#t=new Se(e=>this.#s(e));constructor(){super(),this.place=Be(location.search),this.secret="",this.server=new M,this.suggestions=[]}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.addEventListener("click",e=>{let r=Yt(e);r&&(e.preventDefault(),this.#t.go(r.href))}),this.addEventListener("go",e=>this.#t.go(e.detail)),this.addEventListener("want-key",()=>this.#r()),this.addEventListener("named",e=>this.#e(e.detail)),this.#e()}willUpdate(e){e.has("server")&&nr(this.server).then(r=>this.suggestions=r)}#e(e=Ms[this.place.view]){document.title=`${e} · Byline`}async#s(e){return this.place=Be(e),this.#e(),await this.updateComplete,this.querySelector("main > :not([hidden])")}async#r(){this.asksKey=!0,await this.updateComplete,this.querySelector("#key").focus()}#n(e){e.preventDefault(),this.secret=new FormData(e.target).get("key").trim(),this.server=new M("",this.secret),this.asksKey=!1,this.querySelector("#key-button").focus()}render(){return o`
      <a class="skip" href="#main" @click=${this.#a}>Skip to the content</a>
      <header>
        <a class="mark" href="/" aria-label="Byline, ask">Byline</a>
        <nav aria-label="Page">
          ${qs.map(({view:e,href:r,words:s})=>o`<a href=${r} aria-current=${this.#i(e)?"page":d}>${s}</a>`)}
        </nav>
        <button type="button" id="key-button" class="key" aria-expanded=${this.asksKey?"true":"false"} aria-controls="key-form"
          @click=${()=>this.asksKey?this.asksKey=!1:this.#r()}>
          ${this.secret?"Key in use":"Key"}
        </button>
        ${this.#o()}
      </header>
      <main id="main" tabindex="-1">${this.#l()} ${this.#c()}</main>
      <footer>
        <p>Every claim rests on words that stand in an article, letter for letter. <a href="/openapi.json">The calls behind this page</a></p>
      </footer>
    `}#i(e){return this.place.view===e||e==="articles"&&this.place.view==="article"}#a(e){e.preventDefault(),e.stopPropagation(),this.querySelector("main").focus()}#o(){return o`<form id="key-form" ?hidden=${!this.asksKey} @submit=${this.#n}>
      <label for="key">Key of this server</label>
      <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" .value=${this.secret} />
      <button type="submit">Use it</button>
      <p class="hint">Kept in this page’s memory alone, and gone when the page is closed or loaded anew. Leave it empty to use none.</p>
    </form>`}#l(){return o`<div class="ask" ?hidden=${this.place.view!=="ask"}>
      <h1 tabindex="-1">Who says what?</h1>
      <p class="lead">Ask, and see which outlet made each claim, and whom that outlet got it from.</p>
      <byline-chat .key=${this.secret} .suggestions=${this.suggestions}></byline-chat>
    </div>`}#c(){let{server:e,place:r}=this;return{articles:()=>o`<byline-page-articles .server=${e}></byline-page-articles>`,article:()=>o`<byline-page-article .server=${e} .place=${r}></byline-page-article>`,compare:()=>o`<byline-page-compare .server=${e} .place=${r}></byline-page-compare>`,add:()=>o`<byline-page-add .server=${e}></byline-page-add>`}[r.view]?.()??d}};customElements.define("byline-page",Je);})();
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
