// How an article is set: its words in a column, what is not its body small and grey beside its label.
import { css } from "lit";

export const articleStyles = css`
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
`;
