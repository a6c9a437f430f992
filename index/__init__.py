"""Articles in, hits out; knows nothing of HTTP, prompts or models that write."""
