// How two articles are set side by side; one under the other where it is narrow.
import { css } from "lit";

export const comparisonStyles = css`
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
`;
