"""One small file a product, each run in an environment of its own; knows nothing of how it is timed."""
