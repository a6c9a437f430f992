"""The store's values as they go over the wire."""
