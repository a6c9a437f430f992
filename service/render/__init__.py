"""An answer to what a person reads: terminal text, Markdown, CSV. One numbering, the answer's own."""
