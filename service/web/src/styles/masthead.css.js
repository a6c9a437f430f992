// How what is known of an article is set: outlet and headline, the evidence behind them folded away.
import { css } from "lit";

export const mastheadStyles = css`
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
`;
