"""HTML pages to plain text with labelled lines, and what a page declares of itself."""
