"""`byline evaluate`: what it was asked to do, the asking, the judging."""

from service.commands.evaluating.command import add_evaluate as add_evaluate
