"""The way to a language model: one door to LiteLLM, our own deadlines round it. Knows no prompts and no articles."""
