"""Byline as OpenAI's API speaks: models, chat completions and responses, for frontends that speak it already."""
