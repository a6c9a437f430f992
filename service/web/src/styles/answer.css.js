// How an answer is set: the direct line large, its parts under small headings, tables with hairlines.
import { css } from "lit";

export const answerStyles = css`
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
`;
