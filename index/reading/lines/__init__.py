"""Plain text as scraped to labelled lines: features, a shipped regression, vetoes, roles."""
