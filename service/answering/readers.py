"""Which reader answers: by a language model where one is set, else by quotes alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from service.answering.model_reader import ModelReader
from service.answering.quote_reader import QuoteReader
from service.answering.reading import Reader
from service.llm.model import Model, name_model
from service.settings import Settings


def name_reader(model: Model | None, settings: Settings) -> Reader:
    """The reader over a model that may be None; nothing is loaded yet."""
    return ModelReader(model, QuoteReader(), prose=settings.model_prose) if model else QuoteReader()


@contextmanager
def open_reader(settings: Settings) -> Iterator[Reader]:
    """The reader that the settings ask for; what it has open is closed behind it."""
    model = name_model(settings)
    try:
        yield name_reader(model, settings)
    finally:
        if model:
            model.close()
