"""Who published, under which title, when; how each is known, or that it is not."""
