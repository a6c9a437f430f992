"""Questions to results: asked in process or over HTTP, in parallel, kept as they come."""
