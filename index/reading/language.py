"""In which language a text is written; the one file for py3langid."""

from functools import cache
from itertools import islice
from typing import Any

_ENOUGH = 40  # letters; below that names alone decide
_READ = 6000  # characters read, from the start
_PLACES = 4  # over the text, at each of which as many characters are read first as
_GLANCE = 400
_PLAIN = 0.995  # probability from which these are enough
_SURE = 0.6  # probability from which the language is taken as known


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of body text, or None where the text is too short or the guess unsure."""
    sample = text[:_READ]
    if sum(1 for _ in islice(filter(str.isalpha, sample), _ENOUGH)) < _ENOUGH:
        return None
    step = max(_GLANCE, len(sample) // _PLACES)
    glance = " ".join(sample[at : at + _GLANCE] for at in range(0, len(sample), step))
    code, probability = _load_identifier().classify(glance)
    if probability < _PLAIN:
        code, probability = _load_identifier().classify(sample)
    # Languages that have no code of two letters are not told apart here.
    return str(code) if probability >= _SURE and len(code) == 2 else None


@cache
def _load_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
