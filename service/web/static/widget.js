customElements.get("byline-chat")||
(()=>{var ne=globalThis,ie=ne.ShadowRoot&&(ne.ShadyCSS===void 0||ne.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Se=Symbol(),De=new WeakMap,V=class{constructor(e,r,n){if(this._$cssResult$=!0,n!==Se)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(ie&&e===void 0){let n=r!==void 0&&r.length===1;n&&(e=De.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&De.set(r,e))}return e}toString(){return this.cssText}},We=t=>new V(typeof t=="string"?t:t+"",void 0,Se),b=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((n,i,s)=>n+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+t[s+1],t[0]);return new V(r,t,Se)},Ve=(t,e)=>{if(ie)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let n=document.createElement("style"),i=ne.litNonce;i!==void 0&&n.setAttribute("nonce",i),n.textContent=r.cssText,t.appendChild(n)}},Ae=ie?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let n of e.cssRules)r+=n.cssText;return We(r)})(t):t;var{is:Kt,defineProperty:Jt,getOwnPropertyDescriptor:Gt,getOwnPropertyNames:Qt,getOwnPropertySymbols:Yt,getPrototypeOf:Xt}=Object,se=globalThis,Ke=se.trustedTypes,Zt=Ke?Ke.emptyScript:"",er=se.reactiveElementPolyfillSupport,K=(t,e)=>t,Ce={toAttribute(t,e){switch(e){case Boolean:t=t?Zt:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},Ge=(t,e)=>!Kt(t,e),Je={attribute:!0,type:String,converter:Ce,reflect:!1,useDefault:!1,hasChanged:Ge};Symbol.metadata??=Symbol("metadata"),se.litPropertyMetadata??=new WeakMap;var C=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=Je){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let n=Symbol(),i=this.getPropertyDescriptor(e,n,r);i!==void 0&&Jt(this.prototype,e,i)}}static getPropertyDescriptor(e,r,n){let{get:i,set:s}=Gt(this.prototype,e)??{get(){return this[r]},set(o){this[r]=o}};return{get:i,set(o){let l=i?.call(this);s?.call(this,o),this.requestUpdate(e,l,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Je}static _$Ei(){if(this.hasOwnProperty(K("elementProperties")))return;let e=Xt(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(K("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(K("properties"))){let r=this.properties,n=[...Qt(r),...Yt(r)];for(let i of n)this.createProperty(i,r[i])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[n,i]of r)this.elementProperties.set(n,i)}this._$Eh=new Map;for(let[r,n]of this.elementProperties){let i=this._$Eu(r,n);i!==void 0&&this._$Eh.set(i,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let i of n)r.unshift(Ae(i))}else e!==void 0&&r.push(Ae(e));return r}static _$Eu(e,r){let n=r.attribute;return n===!1?void 0:typeof n=="string"?n:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let n of r.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ve(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,n){this._$AK(e,n)}_$ET(e,r){let n=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,n);if(i!==void 0&&n.reflect===!0){let s=(n.converter?.toAttribute!==void 0?n.converter:Ce).toAttribute(r,n.type);this._$Em=e,s==null?this.removeAttribute(i):this.setAttribute(i,s),this._$Em=null}}_$AK(e,r){let n=this.constructor,i=n._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let s=n.getPropertyOptions(i),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:Ce;this._$Em=i;let l=o.fromAttribute(r,s.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,r,n,i=!1,s){if(e!==void 0){let o=this.constructor;if(i===!1&&(s=this[e]),n??=o.getPropertyOptions(e),!((n.hasChanged??Ge)(s,r)||n.useDefault&&n.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,n))))return;this.C(e,r,n)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:n,reflect:i,wrapped:s},o){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??r??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(r=void 0),this._$AL.set(e,r)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,s]of this._$Ep)this[i]=s;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[i,s]of n){let{wrapped:o}=s,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,s,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(n=>n.hostUpdate?.()),this.update(r)):this._$EM()}catch(n){throw e=!1,this._$EM(),n}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};C.elementStyles=[],C.shadowRootOptions={mode:"open"},C[K("elementProperties")]=new Map,C[K("finalized")]=new Map,er?.({ReactiveElement:C}),(se.reactiveElementVersions??=[]).push("2.1.2");var Re=globalThis,Qe=t=>t,oe=Re.trustedTypes,Ye=oe?oe.createPolicy("lit-html",{createHTML:t=>t}):void 0,nt="$lit$",T=`lit$${Math.random().toFixed(9).slice(2)}$`,it="?"+T,tr=`<${it}>`,R=document,G=()=>R.createComment(""),Q=t=>t===null||typeof t!="object"&&typeof t!="function",qe=Array.isArray,rr=t=>qe(t)||typeof t?.[Symbol.iterator]=="function",Ee=`[ 	
\f\r]`,J=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Xe=/-->/g,Ze=/>/g,O=RegExp(`>|${Ee}(?:([^\\s"'>=/]+)(${Ee}*=${Ee}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),et=/'/g,tt=/"/g,st=/^(?:script|style|textarea|title)$/i,Pe=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),a=Pe(1),Sn=Pe(2),An=Pe(3),q=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),rt=new WeakMap,M=R.createTreeWalker(R,129);function ot(t,e){if(!qe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ye!==void 0?Ye.createHTML(e):e}var nr=(t,e)=>{let r=t.length-1,n=[],i,s=e===2?"<svg>":e===3?"<math>":"",o=J;for(let l=0;l<r;l++){let c=t[l],p,h,m=-1,g=0;for(;g<c.length&&(o.lastIndex=g,h=o.exec(c),h!==null);)g=o.lastIndex,o===J?h[1]==="!--"?o=Xe:h[1]!==void 0?o=Ze:h[2]!==void 0?(st.test(h[2])&&(i=RegExp("</"+h[2],"g")),o=O):h[3]!==void 0&&(o=O):o===O?h[0]===">"?(o=i??J,m=-1):h[1]===void 0?m=-2:(m=o.lastIndex-h[2].length,p=h[1],o=h[3]===void 0?O:h[3]==='"'?tt:et):o===tt||o===et?o=O:o===Xe||o===Ze?o=J:(o=O,i=void 0);let f=o===O&&t[l+1].startsWith("/>")?" ":"";s+=o===J?c+tr:m>=0?(n.push(p),c.slice(0,m)+nt+c.slice(m)+T+f):c+T+(m===-2?l:f)}return[ot(t,s+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},Y=class t{constructor({strings:e,_$litType$:r},n){let i;this.parts=[];let s=0,o=0,l=e.length-1,c=this.parts,[p,h]=nr(e,r);if(this.el=t.createElement(p,n),M.currentNode=this.el.content,r===2||r===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(i=M.nextNode())!==null&&c.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let m of i.getAttributeNames())if(m.endsWith(nt)){let g=h[o++],f=i.getAttribute(m).split(T),re=/([.?@])?(.*)/.exec(g);c.push({type:1,index:s,name:re[2],strings:f,ctor:re[1]==="."?ze:re[1]==="?"?Ne:re[1]==="@"?Oe:L}),i.removeAttribute(m)}else m.startsWith(T)&&(c.push({type:6,index:s}),i.removeAttribute(m));if(st.test(i.tagName)){let m=i.textContent.split(T),g=m.length-1;if(g>0){i.textContent=oe?oe.emptyScript:"";for(let f=0;f<g;f++)i.append(m[f],G()),M.nextNode(),c.push({type:2,index:++s});i.append(m[g],G())}}}else if(i.nodeType===8)if(i.data===it)c.push({type:2,index:s});else{let m=-1;for(;(m=i.data.indexOf(T,m+1))!==-1;)c.push({type:7,index:s}),m+=T.length-1}s++}}static createElement(e,r){let n=R.createElement("template");return n.innerHTML=e,n}};function U(t,e,r=t,n){if(e===q)return e;let i=n!==void 0?r._$Co?.[n]:r._$Cl,s=Q(e)?void 0:e._$litDirective$;return i?.constructor!==s&&(i?._$AO?.(!1),s===void 0?i=void 0:(i=new s(t),i._$AT(t,r,n)),n!==void 0?(r._$Co??=[])[n]=i:r._$Cl=i),i!==void 0&&(e=U(t,i._$AS(t,e.values),i,n)),e}var Te=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:n}=this._$AD,i=(e?.creationScope??R).importNode(r,!0);M.currentNode=i;let s=M.nextNode(),o=0,l=0,c=n[0];for(;c!==void 0;){if(o===c.index){let p;c.type===2?p=new X(s,s.nextSibling,this,e):c.type===1?p=new c.ctor(s,c.name,c.strings,this,e):c.type===6&&(p=new Me(s,this,e)),this._$AV.push(p),c=n[++l]}o!==c?.index&&(s=M.nextNode(),o++)}return M.currentNode=R,i}p(e){let r=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,r),r+=n.strings.length-2):n._$AI(e[r])),r++}},X=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,n,i){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=U(this,e,r),Q(e)?e===d||e==null||e===""?(this._$AH!==d&&this._$AR(),this._$AH=d):e!==this._$AH&&e!==q&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):rr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==d&&Q(this._$AH)?this._$AA.nextSibling.data=e:this.T(R.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=Y.createElement(ot(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(r);else{let s=new Te(i,this),o=s.u(this.options);s.p(r),this.T(o),this._$AH=s}}_$AC(e){let r=rt.get(e.strings);return r===void 0&&rt.set(e.strings,r=new Y(e)),r}k(e){qe(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,n,i=0;for(let s of e)i===r.length?r.push(n=new t(this.O(G()),this.O(G()),this,this.options)):n=r[i],n._$AI(s),i++;i<r.length&&(this._$AR(n&&n._$AB.nextSibling,i),r.length=i)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let n=Qe(e).nextSibling;Qe(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},L=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,n,i,s){this.type=1,this._$AH=d,this._$AN=void 0,this.element=e,this.name=r,this._$AM=i,this.options=s,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=d}_$AI(e,r=this,n,i){let s=this.strings,o=!1;if(s===void 0)e=U(this,e,r,0),o=!Q(e)||e!==this._$AH&&e!==q,o&&(this._$AH=e);else{let l=e,c,p;for(e=s[0],c=0;c<s.length-1;c++)p=U(this,l[n+c],r,c),p===q&&(p=this._$AH[c]),o||=!Q(p)||p!==this._$AH[c],p===d?e=d:e!==d&&(e+=(p??"")+s[c+1]),this._$AH[c]=p}o&&!i&&this.j(e)}j(e){e===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ze=class extends L{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===d?void 0:e}},Ne=class extends L{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==d)}},Oe=class extends L{constructor(e,r,n,i,s){super(e,r,n,i,s),this.type=5}_$AI(e,r=this){if((e=U(this,e,r,0)??d)===q)return;let n=this._$AH,i=e===d&&n!==d||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,s=e!==d&&(n===d||i);i&&this.element.removeEventListener(this.name,this,n),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Me=class{constructor(e,r,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){U(this,e)}};var ir=Re.litHtmlPolyfillSupport;ir?.(Y,X),(Re.litHtmlVersions??=[]).push("3.3.3");var at=(t,e,r)=>{let n=r?.renderBefore??e,i=n._$litPart$;if(i===void 0){let s=r?.renderBefore??null;n._$litPart$=i=new X(e.insertBefore(G(),s),s,void 0,r??{})}return i._$AI(t),i};var Ue=globalThis,y=class extends C{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=at(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return q}};y._$litElement$=!0,y.finalized=!0,Ue.litElementHydrateSupport?.({LitElement:y});var sr=Ue.litElementPolyfillSupport;sr?.({LitElement:y});(Ue.litElementVersions??=[]).push("4.2.2");var lt=b`
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
`;var ct=b`
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
`;var dt=b`
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
`;var k=b`
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
`;function ae(t,e){let r=matchMedia("(prefers-reduced-motion: reduce)").matches;t.scrollIntoView({block:e,behavior:r?"auto":"smooth"})}function pt(){let t=document.activeElement;for(;t?.shadowRoot?.activeElement;)t=t.shadowRoot.activeElement;return t}var or=/[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu,ar=/[\u0085\u2028\u2029]/g;function v(t){return String(t).replace(ar,`
`).replace(or,e=>e==="\r"?`
`:"�")}function u(t){return v(String(t).replaceAll(`\r
`,`
`)).split(/\s+/).filter(Boolean).join(" ")}function j(t){if(!t||!/^https?:\/\//i.test(t))return null;try{let e=new URL(t);return["http:","https:"].includes(e.protocol)?e.href:null}catch{return null}}var _=class{#e;#t=[];constructor(e){this.#e=e;let r=0;for(let n of e.matchAll(/[\u{10000}-\u{10FFFF}]/gu))this.#t.push(n.index-r++);this.length=e.length-r}unit(e){let r=Math.min(Math.max(e,0),this.length),[n,i]=[0,this.#t.length];for(;n<i;){let s=n+i>>1;this.#t[s]<r?n=s+1:i=s}return r+n}slice(e,r){return this.#e.slice(this.unit(e),this.unit(r))}};function B(t,e,r){let n=r.filter(o=>o.start<e&&o.end>t&&o.start<o.end),i=new Set([t,e]);for(let o of n)for(let l of[o.start,o.end])l>t&&l<e&&i.add(l);let s=[...i].sort((o,l)=>o-l);return s.slice(0,-1).map((o,l)=>{let c=s[l+1],p=n.filter(h=>h.start<=o&&h.end>=c).map(h=>h.name);return{start:o,end:c,names:[...new Set(p)]}})}function w(t,e,r=""){switch(Math.min(6,Math.max(2,t))){case 2:return a`<h2 class=${r} dir="auto">${e}</h2>`;case 3:return a`<h3 class=${r} dir="auto">${e}</h3>`;case 4:return a`<h4 class=${r} dir="auto">${e}</h4>`;case 5:return a`<h5 class=${r} dir="auto">${e}</h5>`;default:return a`<h6 class=${r} dir="auto">${e}</h6>`}}function le({text:t,reports:e}){let r=u(t),n=new Set(e.map(p=>p.citation)),i=lr(r,e),s=[],o=new Set,l=0;for(let p of r.matchAll(/\[(\d+)\]/g)){let h=Number(p[1]);!n.has(h)||i.some(([m,g])=>m<=p.index&&p.index<g)||(p.index>l&&s.push(r.slice(l,p.index)),s.push(h),o.add(h),l=p.index+p[0].length)}l<r.length&&s.push(r.slice(l));let c=[...n].filter(p=>!o.has(p));return c.length?[...s," ",...c]:s}function ut(t){return u(t).split(/(“[^”]*”|\[\d+\])/).filter(Boolean).map(r=>/^\[\d+\]$/.test(r)?Number(r.slice(1,-1)):r)}function lr(t,e){let r=[];for(let n of e){let s=new _(n.quote).slice(n.content.start-n.start,n.content.end-n.start);for(let o of[n.quote,s,n.context?.quote??""].map(u))for(let l=o?t.indexOf(o):-1;l>=0;l=t.indexOf(o,l+1))r.push([l,l+o.length])}return r}function ce({text:t,reports:e}){let r=u(t),n=new Map;for(let i of e){let s=u(i.quote),o=r.includes(s)?"":s;n.set(o,[...n.get(o)??[],i])}return[...n].map(([i,s])=>({quote:i,reports:s}))}function Le({content:t,cue:e,context:r,chain:n,hedges:i}){let s=c=>p=>({name:c,start:p.start,end:p.end}),o=c=>c?[c]:[];return[s("content")(t),...o(e).map(s("cue")),...o(r).map(s("context")),...(n??[]).map(s("source")),...i.map(s("hedge"))].filter(({start:c,end:p})=>Number.isInteger(c)&&Number.isInteger(p))}var ht={single:"one text",same_origin:"one origin",corroborated:"corroborated",disputed:"disputed",denied:"only denied"},cr={asserts:"says",denies:"denies",admits:"admits",confirms:"confirms",accuses:"accuses",declines:"leaves it open",uncertain:"leaves it open"},dr={declared:"given by whoever added the article",site:"read from the site’s own data",stated:"stated on the page",self_reference:"the page names itself so",inferred:"inferred from traces on the page",unknown:"not known"},pr={omitted_from_copy:"left it out of its copy",not_reported:"does not report it"},ur={disputed:["disputes","is disputed by"],conflicts:["cannot hold together with","cannot hold together with"],differs:["is not of the same as","is not of the same as"]},hr=["no","one","two","three","four","five","six","seven","eight","nine","ten"],H=t=>String(t).replaceAll("_"," "),z=(t,e)=>t===1?`1 ${e}`:`${t} ${e}s`,N=t=>t?cr[t]??H(t):"",Z=t=>dr[t]??H(t),de=t=>pr[t]??H(t);function pe(t,e){return(ur[t]??[H(t),H(t)])[e?0:1]}function ue({agreement:t,counts:e,reports:r}){let n=Object.hasOwn(ht,t)?t:"other",i=ht[t]??H(t);t==="corroborated"&&(i+=` by ${hr[e.origins]??e.origins} origins`),t==="disputed"&&(i+=": asserted and denied"),t==="same_origin"&&new Set(r.map(o=>o.origin)).size>1&&(i="independence not shown");let s=[z(e.articles,"article")];return e.articles>1&&s.push(z(e.texts,"text"),z(e.origins,"origin")),e.confirmations_claimed&&s.push(`${z(e.confirmations_claimed,"confirmation")} claimed, which is no origin`),{kind:n,badge:i,detail:s.join(" · ")}}function I({chain:t,voice:e}){return t?.length?null:t?"in its own voice":e?"somebody’s words, and nothing says whose":"who says it has not been read"}function he({articles:t,outlets:e,unnamed:r,undated:n}){let i=[z(e,"named outlet"),`${r} without a known outlet`,`${n} without a date`];return`Searched ${z(t,"article")}: ${i.join(", ")}.`}function mt({bound:t,value:e,unit:r,text:n}){let i=n??String(e),s=t==="exact"||!/^\d/.test(i)?i:`${t} ${i}`;return r&&!s.includes(r)?`${s} ${r}`:s}function ft(t){return/^“[^“”]*”$/.test(t)?t:/[“”]/.test(t)?`‘${t}’`:`“${t}”`}var S=t=>t?t.replace("T",", "):"undated";function me(t,e,r){let n=`[${t}] ${e}`;return a`<button class="marker" part="marker" type="button" aria-label=${n} @click=${r}>[${t}]</button>`}function ee(t,e){let r=()=>e.openArticle(t.article_id,t.start,t.end,Le(t));return me(t.citation,`open the sentence in its article, ${u(t.outlet.label)}`,r)}function E({name:t,label:e,level:r}){let n=u(e),i=t===null?n.match(/^unnamed outlet \((.*)\)$/)?.[1]:null,s=i?a`unnamed outlet <span class="id" title=${i}>${i}</span>`:n;return a`<bdi class="chip" part="chip" data-level=${r}>${s}</bdi>`}function gt(t){let e=I(t);return e?a`<span class="voice">${e}</span>`:t.chain.map(r=>a`<span class="link-of" data-named=${r.named}
        ><span class="arrow" aria-hidden="true">←</span><span class="hidden"> citing </span>
        <bdi>${u(r.name)}</bdi></span
      > `)}function bt(t){let e=new _(t.quote),r=Le(t).filter(({name:s})=>s==="content"||s==="hedge").map(({name:s,start:o,end:l})=>({name:s,start:o-t.start,end:l-t.start})),n=B(0,e.length,r),i=n.every(({names:s})=>s.includes("content"));return n.map(({start:s,end:o,names:l})=>{let c=l.filter(h=>h==="hedge"||!i).join(" "),p=v(e.slice(s,o));return c?a`<span class=${c}>${p}</span>`:p})}function P(t,e,r){let n=e.find(s=>s.n===t);if(!n)return`[${t}]`;let i=()=>r.openArticle(n.article_id);return me(t,`open the article, ${u(n.outlet)}`,i)}var A=(t,e,r,n)=>a`<section part=${e} aria-label=${r}>${w(t.level,r,"label")} ${n}</section>`;var mr={no_article:"Nothing to search",no_such_name:"A name that is nowhere",source_not_on_topic:"Not by this source",not_stated:"Not stated",false_premise:"Taken for granted, and not found",undated_left_out:"Left out by the dates"};function $t(t,e){return a`<div class="abstention" part="abstention">
    <p class="direct" part="direct" dir="auto">${t.direct.text}</p>
    <p class="lead">The articles do not say, so Byline does not either.</p>
    ${je({...t,missing:[]})}
    <div class="columns">
      ${A(e,"lacking","What is missing",t.missing.map(fr))}
      ${A(e,"searched","What was searched",gr(t.searched))}
    </div>
    ${t.nearest.length?br(t.nearest,e):a`<p class="detail">No sentence came near it.</p>`}
  </div>`}function je({missing:t,understood:e,direct:r}){let n=e?yr(e):[],i=t.filter(s=>s.text!==r.text);return!n.length&&!i.length?d:a`<ul class="aside" role="list">
    ${i.map(s=>a`<li part="missing"><strong>Missing.</strong> ${u(s.text)}</li>`)}
    ${n.map(s=>a`<li>${s}</li>`)}
  </ul>`}function fr({kind:t,text:e}){return a`<p class="missed" part="missing">
    <strong>${mr[t]??t.replaceAll("_"," ")}.</strong> <span dir="auto">${u(e)}</span>
  </p>`}function gr({articles:t,outlets:e,unnamed:r,undated:n}){return a`<ul class="tally" role="list">
    ${[[t,t===1?"article":"articles"],[e,e===1?"named outlet":"named outlets"],[r,r===1?"article whose outlet is not known":"articles whose outlet is not known"],[n,n===1?"article without a date":"articles without a date"]].map(([s,o])=>a`<li><span class="n">${s.toLocaleString("en")}</span> ${o}</li>`)}
  </ul>`}function br(t,e){let r=a`<ul class="nearest" role="list">
    ${t.map(n=>a`<li>
        <blockquote dir="auto">${v(n.quote)}</blockquote>
        <p>${E(n.outlet)} ${$r(n,e)}</p>
      </li>`)}
  </ul>`;return A(e,"nearest","Near it, but no answer to it",r)}function $r({article_id:t,start:e,end:r},n){return a`<button class="link" type="button" @click=${()=>n.openArticle(t,e,r)}>open in its article</button>`}function yr({standalone:t,names:e,from:r,to:n,unread:i}){let s=[r&&`from ${r}`,n&&`to ${n}`].filter(Boolean).join(" ");return[t&&`Taken as: ${u(t)}`,s&&`Only articles published ${s} were searched.`,...e.filter(o=>o.tried_as.length).map(o=>`“${u(o.name)}” was taken as ${o.tried_as.join(" and as ")}.`),...i.map(o=>`“${u(o)}” may be two different days and was not read as a date.`)].filter(Boolean)}function yt(t,e,r,n){let{kind:i,badge:s,detail:o}=ue(t),l=n.retracted.get(t.id);return a`
    <li class="claim ${l===void 0?"":"retracted"}" part="claim" data-claim=${t.id} tabindex="-1">
      <span class="number" aria-hidden="true">${e}</span>
      <p class="strength">
        <span class="hidden">Claim ${e}: </span><span class="badge" part="badge" data-kind=${i}>${s}</span>
        <span class="detail">${o}</span>
      </p>
      <p class="text" part="claim-text" dir="auto">
        ${l===void 0?vr(t,n):a`<del>${u(t.text)}</del>`}
      </p>
      ${l===void 0?_r(t,r,n):a`<p class="note">Withdrawn: ${u(l)}</p>`}
    </li>
  `}function vr(t,e){return le(t).map(r=>typeof r=="number"?ee(t.reports.find(n=>n.citation===r),e):r)}function _r(t,e,r){return a`
    <ul class="evidence" role="list" aria-label="Reports">
      ${ce(t).map((n,i,s)=>wr(n,s.slice(0,i).some(o=>xr(o,n)),r))}
    </ul>
    ${Sr(t,e,r)} ${Ar(t,e,r)}
  `}function wr({quote:t,reports:e},r,n){let i=a`<blockquote dir="auto">${bt(e[0])}</blockquote>`,s=a`<details>
    <summary>the same text, in its own wording</summary>
    ${i}
  </details>`;return a`<li>
    <ul role="list">
      ${e.map(o=>kr(o,n))}
    </ul>
    ${t?r?s:i:d}
  </li>`}var xr=(t,e)=>!!t.reports[0].copy&&t.reports[0].copy===e.reports[0].copy;function kr(t,e){let r=N(t.stance),i=[...t.when.filter(({date:s})=>s).map(({text:s,date:o})=>`“${u(s)}” is ${o}`),t.joint.length?"said jointly":"",t.published?`published ${S(t.published)}`:""];return a`<li class="report" part="report">
    ${ee(t,e)}
    <div>
      ${E(t.outlet)} ${gt(t)}
      ${r?a`<span class="stance" part="stance" data-stance=${t.stance}>${r}</span>`:d}
      ${t.hedges.map(s=>a`<span class="hedged" part="hedge">hedged “${u(s.text)}”</span>`)}
      ${i.some(Boolean)?a`<span class="detail">${i.filter(Boolean).join(" · ")}</span>`:d}
    </div>
  </li>`}function Sr({silent:t},{citations:e},r){return t.length?a`<ul class="notes" role="list" aria-label="Silent on it">
    ${t.map(({article_id:n,why:i})=>{let s=e.find(c=>c.article_id===n),o=s?{name:s.level==="unknown"?null:s.outlet,label:s.outlet,level:s.level}:null,l=s?a`${P(s.n,e,r)} ${E(o)}`:a`<bdi>${n}</bdi>`;return a`<li class="note">${l} ${de(i)}</li>`})}
  </ul>`:d}function Ar({id:t},{relations:e,claims:r,citations:n},i){let s=new Set(r.map(l=>l.id)),o=e.filter(({from:l,to:c})=>l===t&&s.has(c)||c===t&&s.has(l));return o.length?a`<ul class="notes" role="list" aria-label="Beside other claims">
    ${o.map(l=>{let c=l.from===t?l.to:l.from,p=r.findIndex(h=>h.id===c)+1;return a`<li class="note relation" part="relation" data-kind=${l.kind}>
        <span class="verb">${pe(l.kind,l.from===t)}</span>
        <button class="link" type="button" @click=${()=>i.showClaim(c)}>claim ${p}</button
        >${Cr(l,n,i)}
      </li>`})}
  </ul>`:d}function Cr({words:t,differs_in:e},r,n){let i=t&&r.find(o=>o.n===t.citation)?.article_id,s=()=>n.openArticle(i,t.start,t.end);return a`${t?a`, in the words <q dir="auto">${u(t.quote)}</q>
        ${me(t.citation,"open these words in their article",s)}`:d}${e.length?a` <span class="detail">(${u(e.join("; "))})</span>`:d}`}var Er=["claim","outlet","level","chain","quote","article_id","start","end","published","url","stance","hedges","figure","agreement","origin","copy","relations"],Tr=/^ *[=+\-@\t\r\n＝＋－＠]/;function _t(t){let e=new Map(t.citations.map(n=>[n.n,n.url])),r=t.claims.flatMap(n=>n.reports.map(i=>zr(n,i,t,e)));return[Er,...r].map(n=>n.map(Or).join(",")).join(`
`)+`
`}function zr(t,e,{relations:r},n){let i=r.filter(({from:l,to:c})=>t.id===l||t.id===c),s=[t.text,e.outlet.label,e.outlet.level,Nr(e.chain),e.quote,e.article_id],o=[e.published??"",n.get(e.citation)??"",e.stance??"",e.hedges.map(l=>l.text).join("; "),e.figure?`${e.figure.bound} ${e.figure.value} ${e.figure.unit??""}`.trim():"",t.agreement,e.origin,e.copy??"",i.map(({kind:l,from:c,to:p})=>`${l} ${c===t.id?p:c}`).join("; ")];return[...s.map(vt),e.start,e.end,...o.map(vt)]}function Nr(t){return t?t.map(e=>e.name).join(" < ")||"own voice":""}function vt(t){let e=v(t.replaceAll(`\r
`,`
`));return Tr.test(e)?`'${e}`:e}var Or=t=>/[",\n\r]/.test(t)?`"${String(t).replaceAll('"','""')}"`:String(t);function Be(t,e,r){let n=URL.createObjectURL(new Blob([r],{type:`${e};charset=utf-8`}));Object.assign(document.createElement("a"),{href:n,download:t}).click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Mr=/[\\`*_[\]<>#~|&@$]|:(?=\/\/)|(?<=[wW]{3})\./g,Rr=/^(?:[-+=]|\d{1,9}(?=[.)]))/;function $(t){return u(t).replace(Mr,r=>`\\${r}`).replace(Rr,r=>/\d/.test(r[0])?`${r}\\`:`\\${r}`)}function wt(t){let e=[`# ${$(t.question)}`,`**${$(t.direct.text)}**`];e.push(...t.claims.map((n,i)=>qr(i+1,n)));let r=new Map(t.claims.map((n,i)=>[n.id,i+1]));return t.relations.length&&e.push(t.relations.map(n=>Ur(n,r)).join(`
`)),e.push(...t.comparisons.filter(n=>n.changes.length).map(n=>Lr(n,t))),e.push(...t.missing.map(n=>`Missing: ${$(n.text)}`)),t.nearest.length&&e.push(["Near it, but no answer to it:","",...t.nearest.map(jr)].join(`
`)),t.citations.length&&e.push(t.citations.map(Hr).join(`
`)),e.push(...t.copies.map(Br),$(he(t.searched))),`${e.join(`

`)}
`}function qr(t,e){let r=le(e).map(l=>typeof l=="number"?`[${l}]`:l),n=[`(${t}) ${$(r.join(""))}`];for(let{reports:l}of ce({...e,text:""})){n.push("",`> ${$(l[0].quote)}`);for(let c of l)n.push(">",`> — ${Pr(c)}`)}let{badge:i,detail:s}=ue(e),o=e.silent.map(l=>`${l.article_id} ${de(l.why)}`);return[...n,"",$([`${i} (${s})`,...o].join("; "))].join(`
`)}function Pr(t){let e=I(t)??`citing ${t.chain.map(s=>s.name).join(" < ")}`,r=t.hedges.map(s=>`hedged “${s.text}”`),n=[e,N(t.stance),...r,S(t.published)].filter(Boolean),i=`${t.article_id}, characters ${t.start} to ${t.end}`;return`${$(t.outlet.label)} [${t.citation}]; ${$([...n,i].join("; "))}`}function Ur(t,e){let r=t.differs_in.length?` (${t.differs_in.join("; ")})`:"",n=t.words?`: “${t.words.quote}” [${t.words.citation}]`:"",[i,s]=[e.get(t.from),e.get(t.to)];return`- ${$(`(${i}) ${pe(t.kind,!0)} (${s})${r}${n}`)}`}function Lr(t,{citations:e}){let r=o=>e.find(l=>l.article_id===o)?.n??o,n=`[${r(t.a)}] and [${r(t.b)}] are ${t.is_copy?"one text":"two texts"}; ${t.reason}`,i=o=>o?`“${o.text}”`:"nothing",s=t.changes.map(o=>`${o.kind.replaceAll("_"," ")}: ${i(o.a)} → ${i(o.b)}`);return[$(n),"",...s.map(o=>`- ${$(o)}`)].join(`
`)}function jr({outlet:t,quote:e,article_id:r,start:n,end:i}){let s=`(${r}, characters ${n} to ${i})`;return`- ${$(t.label)}: “${$(e)}” ${$(s)}`}function Br({citations:t,from:e}){let r=t.map(i=>`[${i}]`).join(""),n=e?`: ${e.name}’s text${e.held?"":", which is not in the corpus"}`:"";return`- ${$(`${r} ${t.length>1?"are one text":"carries a copy"}${n}`)}`}function Hr(t){let e=[t.title??"untitled",t.outlet,S(t.published),t.article_id].map($),r=j(t.url);return`${t.n}. ${e[0]} — ${e.slice(1).join(", ")}${r?` <${r}>`:""}`}var F=(t,e,r)=>a`<a href=${t} part=${r??d} target="_blank" rel="noopener noreferrer"
    >${e}<span class="hidden"> (new tab)</span></a
  >`;function xt({citations:t},e){return t.length?A(e,"sources","Articles cited",a`<ol class="sources" role="list">
      ${t.map(r=>Ir(r,e))}
    </ol>`):d}function Ir(t,e){let r=j(t.url),n=t.title?u(t.title):"Untitled",i={name:t.level==="unknown"?null:t.outlet,label:t.outlet,level:t.level};return a`<li part="source">
    <span class="n">[${t.n}]</span>
    <div>
      <button class="link title" type="button" dir="auto" @click=${()=>e.openArticle(t.article_id)}>${n}</button>
      <p>
        ${E(i)}
        <span class="detail">outlet ${Z(t.level)} · ${S(t.published)}</span>
        ${r?F(r,"at the source"):d}
      </p>
    </div>
  </li>`}function He(t){let{reader:e,dropped:r,searched:n,claims:i}=t,s=e.kind==="model"?`Statements chosen by ${e.model??"a model"}; names, quotes and figures read from the record.`:"",o=e.degraded?"The model did not answer; the quote reader stood in.":"",l=e.unread?`${z(e.unread,"passage")} found did not fit what it reads at once.`:"",c=r.claims+r.statements,p=c?`Checks took out ${c} of the reader’s choices.`:"",h=[t.status==="abstained"?"":he(n),s,l,o,p].filter(Boolean).join(" "),m=`byline-${t.id.slice(-8)}`,g=()=>Be(`${m}.md`,"text/markdown",wt(t)),f=()=>Be(`${m}.csv`,"text/csv",_t(t));return a`<footer class="foot" part="foot">
    <p class="detail">${h}</p>
    <p class="exports">
      <button class="button" type="button" @click=${g}>Save as Markdown</button>
      ${i.length?a`<button class="button" type="button" @click=${f}>Save as CSV</button>`:d}
    </p>
  </footer>`}function kt(t){let e=new Map;return t.forEach((r,n)=>{for(let i of r.reports){let{key:s,...o}=Dr(i);e.has(s)||e.set(s,{...o,said:t.map(()=>[])}),Fr(e.get(s).said[n],i)}}),[...e.values()]}function Fr(t,e){let r=t.find(n=>n.stance===e.stance);r?r.reports.some(n=>n.citation===e.citation)||r.reports.push(e):t.push({stance:e.stance,reports:[e]})}function Dr({chain:t,voice:e,outlet:r,origin:n,article_id:i,citation:s}){let o=t?.at(-1);if(o){let p=u(o.name),h=p.normalize("NFKC").toLowerCase().replace(/^the /,"");return o.named?{key:`named ${h}`,speaker:p,kind:"named"}:{key:`generic ${n} ${h}`,speaker:`${p}${Wr(t)}`,kind:"generic"}}let l=u(r.label);if(t)return{key:`outlet ${l}`,speaker:l,kind:"outlet",outlet:r};let c=e?"somebody not named":"not read who speaks";return{key:`unread ${i}`,speaker:`${c}, in [${s}]`,kind:"unread"}}function Wr(t){let e=t.slice(0,-1).findLast(r=>r.named);return e?` (through ${u(e.name)})`:""}var Vr=a`<span class="none"><span aria-hidden="true">–</span><span class="hidden">nothing</span></span>`,Kr={outlet:"in its own voice",generic:"no name given",unread:""};function St({claims:t},e){return t.length?A(e,"table","Who says what",a`<div class="scroll" role="region" aria-label="Table: who says what" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            ${t.map((r,n)=>Jr(r,n+1,e))}
          </tr>
        </thead>
        <tbody>
          ${kt(t).map(r=>Gr(r,e))}
        </tbody>
      </table>
    </div>`):d}function Jr(t,e,r){let[n]=t.reports,i=new _(n.quote).slice(n.content.start-n.start,n.content.end-n.start);return a`<th scope="col">
    <button class="link" type="button" @click=${()=>r.showClaim(t.id)}>Claim ${e}</button>
    <span class="about" dir="auto">${ft(u(i))}</span>
  </th>`}function Gr({speaker:t,kind:e,outlet:r,said:n},i){let s=Kr[e];return a`<tr>
    <th scope="row">
      ${r?E(r):a`<bdi>${t}</bdi>`}
      ${s?a`<span class="detail">${s}</span>`:d}
    </th>
    ${n.map(o=>a`<td>${o.length?o.map(l=>Qr(l,i)):Vr}</td>`)}
  </tr>`}var Qr=({stance:t,reports:e},r)=>a`
  <div class="said">
    <span class="stance" data-stance=${t??""}>${N(t)||"is cited"}</span>
    <span class="in">${e.map(n=>ee(n,r))}</span>
  </div>
`;var Yr={quotation_altered:"Quotation altered",hedge_removed:"Hedge removed",hedge_added:"Hedge added",cue_firmer:"Attributed more firmly",cue_softer:"Attributed more softly",source_dropped:"Source dropped",source_added:"Source added",attribution_dropped:"Attribution dropped",attribution_added:"Attribution added",figure_changed:"Figure changed",paragraph_omitted:"Paragraph left out",paragraph_added:"Paragraph added",label_changed:"Called otherwise",label_added:"Label added",label_dropped:"Label dropped",wording:"Other words"};function fe({kind:t,figures:e=[],sources:r=[]}){let n=[...e,...r].map(i=>`“${i}”`).join(", ");return`${Yr[t]??t.replaceAll("_"," ")}${n?`, with ${n}`:""}`}function D(t,e){return a`<div class="side ${t?"":"empty"}">
    ${e===d?d:a`<span class="of">${e}</span>`}
    ${t?a`<span class="words" dir="auto">${v(t.text)}</span>`:a`<span class="detail">nothing</span>`}
  </div>`}var Xr=6;function At(t,e){let{copies:r,comparisons:n}=t;return!r.length&&!n.length?d:A(e,"copies","Copies and changes",a`${r.map(i=>Zr(i,t,e))} ${n.map(i=>en(i,t,e))}`)}function Zr({citations:t,from:e},{citations:r,comparisons:n},i){let s=t.map(h=>P(h,r,i)),o=e?a`: <strong><bdi>${u(e.name)}</bdi>’s text</strong>${e.held?"":", which is not in the corpus"}`:"",l=t.map(h=>r.find(m=>m.n===h)?.article_id),c=(h,m)=>n.some(g=>g.a===h&&g.b===m||g.a===m&&g.b===h),p=l.slice(1).filter(h=>h&&!c(l[0],h));return a`<p class="copy">
    ${s} ${t.length>1?"are one text":"carries a copy"}${o}. One text is one voice, however many carry it.
    ${p.map(h=>Ct(l[0],h,r,i))}
  </p>`}function Ct(t,e,r,n){let i=s=>`[${r.find(o=>o.article_id===s)?.n??s}]`;return a`<button class="button" type="button" @click=${()=>n.openComparison(t,e)}>Lay ${i(t)} and ${i(e)} side by side</button>`}function en(t,{citations:e},r){let n=c=>e.find(p=>p.article_id===c)?.n,i=c=>n(c)?P(n(c),e,r):a`<bdi>${c}</bdi>`,s=t.changes.slice(0,Xr),o=t.changes.length-s.length,l=`${Math.round(t.containment*100)} % of the shorter stands in the other`;return a`<div class="compared" part="comparison">
    <p>
      ${t.is_copy?a`What differs between ${i(t.a)} and ${i(t.b)}:`:a`${i(t.a)} and ${i(t.b)} are two texts.`}
      <span class="detail">${l}; ${u(t.reason)}.</span>
    </p>
    <ul class="changes" role="list" aria-label="Changes, gravest first">
      ${s.map(c=>a`<li class="change">
          ${w(r.level+1,fe(c),"kind")}
          <div class="sides">${D(c.a,i(t.a))} ${D(c.b,i(t.b))}</div>
        </li>`)}
    </ul>
    <p>
      ${o>0?a`<span class="detail">and ${o} more.</span>`:d} ${Ct(t.a,t.b,e,r)}
    </p>
  </div>`}var ge=class extends y{static properties={answer:{attribute:!1},claims:{attribute:!1},level:{type:Number},retracted:{attribute:!1}};static styles=[k,dt,lt,ct];constructor(){super(),this.answer=null,this.claims=[],this.level=3,this.retracted=new Map}render(){let{answer:e}=this;return e?e.status==="abstained"?[$t(e,this),He(e)]:a`
      <p class="direct" part="direct" dir="auto">${this.#t(e)}</p>
      ${je(e)} ${this.#e(e)} ${St(e,this)} ${At(e,this)}
      ${xt(e,this)} ${He(e)}
    `:this.#e({claims:this.claims,relations:[],citations:[]})}#e(e){if(!e.claims.length)return d;let r=e.claims.map((n,i)=>yt(n,i+1,e,this));return a`<ol class="claims" part="claims" role="list" aria-label="Claims">
      ${r}
    </ol>`}#t({direct:e,citations:r}){return ut(e.text).map(n=>typeof n=="number"?P(n,r,this):n)}openArticle(e,r=null,n=null,i=[]){this.#r("byline-open-article",{articleId:e,start:r,end:n,marks:i})}openComparison(e,r){this.#r("byline-open-comparison",{a:e,b:r})}showClaim(e){let r=[...this.renderRoot.querySelectorAll(".claim")].find(n=>n.dataset.claim===e);r&&(r.focus({preventScroll:!0}),ae(r,"nearest"))}#r(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:!0}))}};var Et=b`
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
`;function Tt({lines:t,statements:e}){let r=[...e].sort((i,s)=>i.sentence.start-s.sentence.start),n=0;return new Map(t.map(i=>{let s=n;for(;n<r.length&&r[n].sentence.start<i.end;)n++;return[i,r.slice(s,n)]}))}function zt(t,e){let{chain:r,stance:n,cue:i,hedges:s,form:o,when:l,content:c,continuation:p}=t,h=I(t),m=h??r.map(f=>u(f.name)).join(" ← "),g=[i&&`cue “${u(i.text)}”`,o,...s.map(f=>`hedged “${u(f.text)}”`),...(t.figures??[]).filter(f=>f.text).map(f=>`figure: ${u(mt(f))}`),...l.map(f=>`${f.date?`on ${f.date}`:"time"} “${u(f.text)}”`),p&&"perhaps the same source goes on"].filter(Boolean);return a`<li>
    <bdi class="who ${h?"voice":""}">${m}</bdi>
    ${n?a`<strong class="stance">${N(n)}</strong>`:d}
    <span class="words" dir="auto">${u(e.slice(c.start,c.end))}</span>
    ${g.length?a`<span class="detail">${g.join(" · ")}</span>`:d}
  </li>`}var be=class extends y{static properties={article:{attribute:!1},start:{type:Number},end:{type:Number},marks:{attribute:!1},statements:{type:Boolean},untitled:{type:Boolean}};static styles=[k,Et];constructor(){super(),this.article=null,this.start=null,this.end=null,this.marks=[],this.statements=!1,this.untitled=!1}render(){let{article:e}=this;if(!e)return d;let r=new _(e.text),n=this.statements?Tt(e):new Map;return a`
      <byline-masthead part="masthead" .article=${e} .untitled=${this.untitled}></byline-masthead>
      ${this.statements&&e.attribution.text?a`<p class="note">${e.attribution.text}</p>`:d}
      <div class="lines" lang=${e.language??d}>
        ${e.lines.map(i=>this.#e(i,r,n.get(i)??[]))}
      </div>
    `}updated(e){["article","start","end"].some(r=>e.has(r))&&this.#r()}#e({start:e,end:r,label:n,reason:i},s,o){let c=B(e,r,this.#t()).map(p=>rn(p,s));return a`<div class="line ${n}" part="line" title=${i}>
      <span class="taken">${n==="body"?d:n}</span>
      <p dir="auto">${c}</p>
      ${o.length?tn(o,s):d}
    </div>`}#t(){return this.start===null||this.end===null?[]:[{name:"quote",start:this.start,end:this.end},...this.marks]}#r(){let e=this.renderRoot.querySelector("mark");e&&(e.tabIndex=-1,e.focus({preventScroll:!0}),e.scrollIntoView({block:"center"}))}},tn=(t,e)=>a`<ul class="said" role="list" aria-label="Statements">
    ${t.map(r=>zt(r,e))}
  </ul>`;function rn({start:t,end:e,names:r},n){let i=v(n.slice(t,e)),s=r.filter(o=>o!=="quote").join(" ");return r.includes("quote")?a`<mark class=${s}>${i}</mark>`:s?a`<span class=${s}>${i}</span>`:i}var Nt=b`
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
`;var $e=class extends y{static properties={article:{attribute:!1},untitled:{type:Boolean}};static styles=[k,Nt];constructor(){super(),this.article=null,this.untitled=!1}render(){if(!this.article)return d;let{masthead:e,url:r,id:n}=this.article,{outlet:i,title:s,published:o,copied_from:l}=e,c=j(r);return a`
      <p class="outlet"><bdi>${u(i.label)}</bdi> <span class="detail">outlet ${Z(i.level)}</span></p>
      ${this.untitled?d:a`<h3 dir="auto">${u(s.text??"Untitled")}</h3>`}
      <p class="detail">
        ${S(o.date)} ·
        ${l?a`carries a text of <bdi>${u(l.name??"somebody else")}</bdi> · `:d}
        <bdi class="id">${n}</bdi>${c?a` · ${F(c,"at the source")}`:d}
      </p>
      <details>
        <summary>How this is known</summary>
        ${nn(this.article)}
      </details>
    `}};function nn({masthead:t,copies:e=[]}){let{outlet:r,title:n,published:i,owner:s,copied_from:o}=t,l=[["Outlet",r.label,r.level,r.evidence],["Title",n.text??"untitled",n.level,n.evidence],["Published",S(i.date),i.level,i.evidence],s.name&&["Owner",s.name,s.level,s.evidence],o&&["Text of",o.name??"somebody else",null,o.evidence],e.length&&["One text with",e.join(", "),null,[]]].filter(Boolean);return a`<dl>
    ${l.map(([c,p,h,m])=>a`<div>
      <dt>${c}</dt>
      <dd>
        <bdi>${u(p)}</bdi> ${h?a`<span class="detail">${Z(h)}</span>`:d}
        ${m.map(sn)}
      </dd>
    </div>`)}
  </dl>`}var sn=({reason:t,text:e})=>a`<p class="evidence">${u(t)}${e?a`: <q dir="auto">${u(e)}</q>`:d}</p>`;var x=class extends Error{constructor({message:e,code:r,status:n=0,param:i=null,retryAfter:s=null}){super(e),this.name="ServerFault",Object.assign(this,{code:r,status:n,param:i,retryAfter:s})}};async function te(t){let{status:e}=t,r=an(t.headers.get("Retry-After")),n=await t.json().then(i=>i?.error,()=>null);if(typeof n?.message!="string"){let i=`The server answered with status ${e} and no error of Byline’s.`;return new x({message:i,code:e===404?"no_byline":"bad_reply",status:e,retryAfter:r})}return new x({message:n.message,code:String(n.code),param:n.param,status:e,retryAfter:r})}function Mt(t){let e=globalThis.navigator?.onLine===!1;return new x({message:t,code:e?"offline":"unreachable"})}var Ie=()=>new x({message:"The stream ended without an answer.",code:"broken_off"}),Rt={offline:["You are offline",()=>"Nothing was lost. Ask again once there is a connection."],unreachable:["The server cannot be reached",t=>`Nothing answered at ${t.message}. It may be down, or it may not allow this page’s origin (BYLINE_CORS_ORIGINS).`],broken_off:["The answer broke off",()=>"The connection ended before the last word. What was shown until then is not an answer; ask again."],no_byline:["There is no Byline here",()=>"The address is wrong, or something stands before the server. Check the attribute “server”."],missing_key:["A key is needed",()=>"This server answers only with a key; whoever runs it can give you one."],wrong_key:["The key was refused",()=>"The key is wrong, or no longer valid; whoever runs the server can give you another."]};function ye(t){if(!(t instanceof x))return{title:"Something went wrong on this page",advice:String(t.message),again:!0};let[e,r]=Rt[t.code]??on(t);return{title:e,advice:r(t),again:![401,403].includes(t.status)}}function on({status:t}){return t===401?Rt.missing_key:t===403?["Not allowed",e=>`${W(e.message)} Another key, or another origin, may be.`]:t===404?["Not found",e=>W(e.message)]:t===429?["Too many questions",e=>`The server takes no more for now. ${Ot(e.retryAfter)}`]:t===503?["The server is not ready",e=>`${W(e.message)} ${Ot(e.retryAfter)}`]:t>=500||t===0?["The server failed",e=>`${W(e.message)} Ask again; if it stays, its log says why.`]:t>=400?["That was not taken",e=>W(e.message)]:["The server’s reply cannot be read",e=>W(e.message)]}function Ot(t){return t===null?"Ask again in a while.":t<90?`Ask again in ${t} ${t===1?"second":"seconds"}.`:`Ask again in ${Math.ceil(t/60)} minutes.`}function an(t){if(!t)return null;let e=/^\d+$/.test(t)?Number(t):Math.ceil((Date.parse(t)-Date.now())/1e3);return Number.isFinite(e)?Math.max(0,e):null}function W(t){let e=t.charAt(0).toUpperCase()+t.slice(1);return/[.!?]$/.test(e)?e:`${e}.`}async function*qt(t){let e=dn(),r="",n=[];for await(let i of ln(t))for(let s of e(i)){if(s===""){n.length&&(yield{event:r||"message",data:n.join(`
`)}),[r,n]=["",[]];continue}let[o,l]=pn(s);o==="event"&&(r=l),o==="data"&&n.push(l)}}async function*ln(t){let e=new TextDecoder,r=Symbol.asyncIterator in t?t:cn(t);for await(let n of r)yield e.decode(n,{stream:!0})}async function*cn(t){let e=t.getReader();try{for(;;){let{done:r,value:n}=await e.read();if(r)return;yield n}}finally{e.releaseLock()}}function dn(){let t="";return e=>{t+=e;let r=t.endsWith("\r")?t.slice(0,-1):t,n=r.split(/\r\n|\n|\r/);return t=n.pop()+t.slice(r.length),n}}function pn(t){let e=t.indexOf(":");if(e<0)return[t,""];let r=t.slice(e+1);return[t.slice(0,e),r.startsWith(" ")?r.slice(1):r]}var _e=class{#e;#t;constructor(e="",r=""){this.#e=e.replace(/\/+$/,""),this.#t=r}article(e,r){return this.#n(`/v1/articles/${encodeURIComponent(e)}`,r)}compare(e,r,n){return this.#n(`/v1/articles/${encodeURIComponent(e)}/compare/${encodeURIComponent(r)}`,n)}outlets(e){return this.#n("/v1/outlets",e)}articles(e=null,r=null,n){return this.#n(`/v1/articles${ve({cursor:e,limit:r})}`,n)}sources(e=null,r){return this.#n(`/v1/sources${ve({limit:e})}`,r)}pageOf(e,r=null,n=null){return`${this.#e}/${ve({article:e,start:r,end:n})}`}pageOfBoth(e,r){return`${this.#e}/${ve({compare:e,with:r})}`}async add(e,r){let n=await this.#s("/v1/articles",e,r);if(!n.ok)throw await te(n);return Fe(n)}async ask(e,r={},n){let i=await this.#s("/v1/ask",{...e,stream:!0},n);if(!i.ok){let o=await te(i);if(o.code!=="not_yet")throw o;if(i=await this.#s("/v1/ask",e,n),!i.ok)throw await te(i)}return i.headers.get("Content-Type")?.startsWith("text/event-stream")?this.#r(i,r,n):Fe(i)}async#r(e,r,n){try{for await(let{event:i,data:s}of qt(e.body)){if(i==="answer")return JSON.parse(s);if(i==="error")throw un(JSON.parse(s));(i==="claim"||i==="retraction")&&r[i]?.(JSON.parse(s))}}catch(i){throw i instanceof x||n?.aborted?i:Ie()}throw Ie()}async#n(e,r){let n=await this.#i(e,{signal:r});if(!n.ok)throw await te(n);return Fe(n)}#s(e,r,n){let i={"Content-Type":"application/json"};return this.#i(e,{method:"POST",headers:i,body:JSON.stringify(r),signal:n})}async#i(e,{headers:r={},...n}){let i=this.#t?{...r,Authorization:`Bearer ${this.#t}`}:r;try{return await fetch(this.#e+e,{...n,headers:i,credentials:"omit",referrerPolicy:"no-referrer"})}catch(s){throw n.signal?.aborted?s:Mt(this.#e||globalThis.location?.origin||"this address")}}};function ve(t){let e=Object.entries(t).filter(([,r])=>r!==null);return e.length?`?${new URLSearchParams(e)}`:""}var un=({error:t})=>new x({...t,status:0,message:String(t?.message),code:String(t?.code)});async function Fe(t){try{return await t.json()}catch{throw new x({message:"The server’s reply is not JSON.",code:"bad_reply",status:t.status})}}var Pt=b`
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
`;var Lt=t=>({id:Symbol(t),question:t,state:"asking",claims:[],retracted:new Map,answer:null,error:null});function jt(t,e){let n=t.claims.some(s=>s.id===e.id)?t.claims.map(s=>s.id===e.id?e:s):[...t.claims,e],i=new Map(t.retracted);return i.delete(e.id),{...t,claims:n,retracted:i}}function Bt(t,{id:e,why:r}){return{...t,retracted:new Map(t.retracted).set(e,r??"")}}function Ht(t){return t.filter(r=>r.answer).flatMap(({question:r,answer:n})=>[{role:"user",content:Ut(r)},{role:"assistant",content:Ut(n.answer)}]).slice(-20)}var Ut=t=>t.length<=1e4?t:Array.from(t).slice(0,1e4).join("");function It({answer:t}){if(t.status==="abstained")return[t.direct.text,...t.missing.map(r=>r.text)].join(" ");let e=t.claims.length;return`Answer: ${t.direct.text} ${e===1?"One claim follows.":e?`${e} claims follow.`:""}`.trim()}var we=class{#e;#t=null;#r=null;#n=null;constructor(e){this.#e=e,e.addController(this)}hostDisconnected(){this.#n?.abort(),this.#t=null}openArticle(e){let{articleId:r,start:n,end:i}=e,s=this.#e.api.pageOf(r,n,i);return this.#s({kind:"article",title:"Article",page:s,place:e},o=>this.#e.api.article(r,o))}openComparison({a:e,b:r}){let n=this.#e.api.pageOfBoth(e,r);return this.#s({kind:"comparison",title:"Two articles side by side",page:n},i=>this.#e.api.compare(e,r,i))}async#s(e,r){this.#n?.abort();let n=this.#n=new AbortController;this.#r??=pt(),this.#i(e),await this.#e.updateComplete;let i=this.#e.renderRoot.querySelector("dialog");i.open||i.showModal();try{let s=await r(n.signal);n.signal.aborted||this.#i({...e,held:s})}catch(s){n.signal.aborted||this.#i({...e,error:s})}}#i(e){this.#t=e,this.#e.requestUpdate()}#l(e){e.open||(this.#n?.abort(),this.#i(null),this.#r?.focus(),this.#r=null)}render(){let e=s=>s.currentTarget.closest("dialog").close(),r=s=>s.target===s.currentTarget&&e(s),n=this.#t?.kind??"";return a`<dialog part="dialog" class=${n} aria-labelledby="shown" @close=${s=>this.#l(s.currentTarget)} @click=${r}>
      <div class="sheet">
        <div class="bar">
          <h2 id="shown">${this.#a()}</h2>
          ${this.#t?F(this.#t.page,"own page","whole"):d}
          <button class="button" type="button" @click=${e}>Close</button>
        </div>
        <div class="held" role="region" aria-labelledby="shown" tabindex="0">${this.#o()}</div>
      </div>
    </dialog>`}#a(){let e=this.#t?.held?.masthead;return e?a`<bdi>${u(e.outlet.label)}</bdi>
      <span class="detail">${u(e.title.text??"untitled")}</span>`:this.#t?.title}#o(){if(!this.#t)return d;let{kind:e,place:r,held:n,error:i}=this.#t;if(i){let{title:c,advice:p}=ye(i);return a`<p role="alert"><strong>${c}.</strong> ${p}</p>`}if(!n)return a`<p class="state asking">Fetching …</p>`;if(e==="comparison")return a`<byline-comparison .comparison=${n}></byline-comparison>`;let{start:s,end:o,marks:l=[]}=r;return a`<byline-article .article=${n} .start=${s} .end=${o} .marks=${l}></byline-article>`}};var hn=["direct","claims","claim","claim-text","badge","report","chip","marker","stance","hedge","relation","table","copies","comparison","sources","source","missing","lacking","searched","nearest","abstention","foot"].join(", ");function Ft(t,e,r){let n=r.heading?3:2;return a`<li class="turn" part="turn">
    <div class="question" part="question" id="question-${e}" tabindex="-1">${w(n,t.question)}</div>
    <div role="group" aria-labelledby="question-${e}">${mn(t,n,r)}</div>
  </li>`}function mn(t,e,r){if(t.state==="failed")return fn(t,r);if(t.state==="stopped")return a`<p class="state">Stopped before the answer was whole; nothing of it is shown.</p>`;let{answer:n,claims:i,retracted:s}=t,o=i.length?"Each claim below is checked; more may come, and one may be taken back.":"Searching the articles …";return a`
    ${t.state==="asking"?a`<p class="state asking">${o}</p>`:d}
    <byline-answer
      part="answer"
      exportparts=${hn}
      lang="en"
      .level=${e+1}
      .answer=${n}
      .claims=${i}
      .retracted=${s}
    ></byline-answer>
  `}function fn({question:t,error:e},r){let{title:n,advice:i,again:s}=ye(e);return a`<div class="fault" part="error" role="alert">
    <p><strong>${n}.</strong> ${i}</p>
    ${s?a`<button class="button" type="button" @click=${()=>r.ask(t)}>Ask again</button>`:d}
  </div>`}var Dt={fromAttribute:t=>(t??"").split(",").map(e=>e.trim()).filter(Boolean)},xe=class extends y{static properties={server:{type:String},key:{type:String},question:{type:String},outlets:{converter:Dt},sources:{converter:Dt},from:{type:String},to:{type:String},heading:{type:String},placeholder:{type:String},suggestions:{attribute:!1},theme:{type:String,reflect:!0},turns:{state:!0},said:{state:!0}};static styles=[k,Pt];#e=null;#t=new we(this);#r=null;#n="";constructor(){super(),Object.assign(this,{server:"",key:"",question:"",outlets:[],sources:[],suggestions:[],from:"",to:""}),Object.assign(this,{heading:"Ask the articles",placeholder:"Ask a question",turns:[],said:""})}get api(){let e=JSON.stringify([this.server,this.key]);return e!==this.#n&&([this.#r,this.#n]=[new _e(this.server,this.key),e]),this.#r}updated(e){e.has("question")&&this.question&&this.ask(this.question)}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async ask(e){let r=String(e).trim();if(!r)return null;this.stop();let n=this.#e=new AbortController,i={question:r,history:Ht(this.turns),...this.#i()},s=Lt(r);return this.turns=[...this.turns,s],this.#o("byline-question",{question:r}),this.#l(),this.#s(s.id,i,n)}stop(){this.#e?.abort(),this.#e=null}reset(){this.stop(),this.turns=[],this.said=""}async#s(e,r,{signal:n}){let{question:i}=r,s=l=>this.turns=this.turns.map(c=>c.id===e?l(c):c),o={claim:l=>s(c=>jt(c,l)),retraction:l=>s(c=>Bt(c,l))};try{let l=await this.api.ask(r,o,n);return n.throwIfAborted(),s(c=>({...c,state:"answered",answer:l,retracted:new Map})),this.said=It({answer:l}),this.#l(),this.#o("byline-answer",{question:i,answer:l}),l}catch(l){return n.aborted?(s(c=>({...c,state:"stopped",claims:[]})),null):(s(c=>({...c,state:"failed",claims:[],error:l})),this.#o("byline-error",{question:i,error:l}),null)}finally{this.#e?.signal===n&&(this.#e=null),this.requestUpdate()}}#i(){let e={outlets:this.outlets,sources:this.sources,from:this.from,to:this.to};return Object.fromEntries(Object.entries(e).filter(([,r])=>r?.length))}async#l(){await this.updateComplete;let e=[...this.renderRoot.querySelectorAll(".turn")].at(-1);await e?.querySelector("byline-answer")?.updateComplete,this.turns.length>1&&e?.getBoundingClientRect().top>0&&ae(e,"start")}async#a(e,r){e(),await this.updateComplete,this.renderRoot.querySelector(r)?.focus()}#o(e,r,n=!1){return this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0,cancelable:n}))}#d(e){e.stopPropagation(),this.#o(e.type,e.detail,!0)&&(e.type==="byline-open-article"?this.#t.openArticle(e.detail):this.#t.openComparison(e.detail))}#c(e){e.preventDefault();let r=this.renderRoot.querySelector("textarea"),n=r.value;if(!n.trim())return r.focus();r.value="",this.ask(n)}#p(e){e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#c(e)}render(){let e=n=>this.#d(n),r=()=>this.#a(()=>this.reset(),"textarea");return a`
      <section class="chat" part="chat" aria-label=${this.heading||"Questions and answers"}>
        <header part="header">
          ${this.heading?a`<h2 part="heading" dir="auto">${this.heading}</h2>`:d}
          ${this.turns.length?a`<button class="button" type="button" @click=${r}>New conversation</button>`:d}
        </header>
        ${this.turns.length?d:this.#u()}
        <ol
          class="turns"
          role="list"
          aria-label="Questions and answers"
          @byline-open-article=${e}
          @byline-open-comparison=${e}
        >
          ${this.turns.map((n,i)=>Ft(n,i,this))}
        </ol>
        ${this.#h()}
        <p class="hidden" role="status" aria-live="polite">${this.said}</p>
      </section>
      ${this.#t.render()}
    `}#u(){let e=n=>()=>this.#a(()=>this.ask(n),".question"),r=n=>a`<li><button class="link" type="button" dir="auto" @click=${e(n)}>${n}</button></li>`;return a`<div class="intro" part="intro">
      <slot></slot>
      ${this.suggestions.length?a`<ul class="suggestions" part="suggestions" role="list">
            ${this.suggestions.map(r)}
          </ul>`:d}
    </div>`}#h(){let e=()=>this.#a(()=>this.stop(),"[part=ask]");return a`<form part="composer" @submit=${r=>this.#c(r)}>
      <textarea
        part="input"
        rows="1"
        maxlength="4000"
        dir="auto"
        aria-label=${this.placeholder}
        placeholder=${this.placeholder}
        enterkeyhint="send"
        @keydown=${r=>this.#p(r)}
      ></textarea>
      ${this.#e?a`<button class="button" part="stop" type="button" @click=${e}>Stop</button>`:d}
      <button class="button chief" part="ask" type="submit">Ask</button>
    </form>`}};var Wt=b`
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
`;var gn={a_from_b:"A is from B",b_from_a:"B is from A"},ke=class extends y{static properties={comparison:{attribute:!1},level:{type:Number}};static styles=[k,Wt];constructor(){super(),this.comparison=null,this.level=3}render(){let{comparison:e}=this;if(!e)return d;let r=`${Math.round(e.containment*100)} % of the shorter stands in the other`,n=gn[e.direction]??"who had it from whom is not known";return a`
      <header class="sides" part="masthead">
        ${Vt("A",e.a,this.level)} ${Vt("B",e.b,this.level)}
      </header>
      <p class="kin">
        <strong>${e.is_copy?"One text":"Two texts"}.</strong>
        <span class="detail">${r}; ${n}: ${u(e.reason)}.</span>
      </p>
      ${bn(e.changes,this.level)}
      <section aria-label="Paragraphs">
        ${w(this.level,"Side by side","label")}
        ${e.paragraphs.map($n)}
      </section>
    `}};function Vt(t,{outlet:e,title:r,published:n},i){return a`<div class="head">
    <p class="outlet"><span class="of">${t}</span> <bdi>${u(e.label)}</bdi></p>
    ${w(i,r?u(r):"Untitled","headline")}
    <p class="detail">${n?n.replace("T",", "):"undated"}</p>
  </div>`}function bn(t,e){let r=t.length===1?"1 change":`${t.length} changes, gravest first`;return a`<section aria-label="Changes, gravest first">
    ${w(e,t.length?r:"No changes","label")}
    <ol role="list">
      ${t.map(n=>a`<li class="change">
          ${w(e+1,fe(n),"kind")}
          <div class="sides">${D(n.a,"A")} ${D(n.b,"B")}</div>
        </li>`)}
    </ol>
  </section>`}function $n({a:t,b:e,equal:r,changes:n}){let i=(o,l,c)=>a`<div class="cell ${o?"":"empty"}">
      <span class="of">${l}</span>
      <p dir="auto">${o?yn(o,c):a`<span class="detail">not in ${l}</span>`}</p>
    </div>`,s=o=>n.map(l=>l[o]).filter(Boolean);return a`<div class="sides pair ${r?"equal":""}">${i(t,"A",s("a"))} ${i(e,"B",s("b"))}</div>`}function yn({start:t,end:e,text:r},n){let i=new _(r);return B(t,e,n.map(s=>({...s,name:"changed"}))).map(s=>{let o=v(i.slice(s.start-t,s.end-t));return s.names.length?a`<mark>${o}</mark>`:o})}var vn={"byline-answer":ge,"byline-article":be,"byline-chat":xe,"byline-comparison":ke,"byline-masthead":$e};for(let[t,e]of Object.entries(vn))customElements.get(t)||customElements.define(t,e);})();
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
