// How a claim is set: its number in the margin, how sure it is above it, who carries it below.
import { css } from "lit";

export const claimStyles = css`
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
`;
