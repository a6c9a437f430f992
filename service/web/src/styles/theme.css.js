// Colours, type and manners that every element shares; a host page sets `--byline-…` and they follow.
import { css } from "lit";

export const theme = css`
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
`;
