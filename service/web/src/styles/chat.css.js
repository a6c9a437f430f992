// How a conversation is set: questions as headings, answers below them, the field to ask in at the foot.
import { css } from "lit";

export const chatStyles = css`
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
`;
