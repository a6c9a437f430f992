"""Words to attributions, one sentence at a time."""
