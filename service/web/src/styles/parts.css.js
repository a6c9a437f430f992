// How the small parts are set that stand everywhere in an answer: markers, chips, stances, asides.
import { css } from "lit";

export const partStyles = css`
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
`;
