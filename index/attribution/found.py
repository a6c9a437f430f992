"""What a finder hands over: source, cue and content as spans of the text; not yet a statement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.records import CueClass, Span, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in spans of the whole text.

    The contents lie in one sentence, and so do source and cue: another one where a quotation runs over several.
    `source` is whoever speaks, a noun phrase without the comma or relative clause that follows its name; more than
    one where several say it jointly ("A and B reported"); empty where no words stand for it. `via` are those who pass
    it on, outermost first ("a military source told SANA": SANA). `cue` is the verb or phrase that attributes
    ("has denied", "according to"). `content` is what is said, as one span or, where tag or aside split it, several,
    without the quotation marks' tag but with the quotation marks; empty where it is declined or left out.
    `kind` and `stance` are those of the cue in the lexicon. `rule` names the rule, the parser's begin "parser:".
    """

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    rule: str
    kind: CueClass = "neutral"
    stance: Stance = "asserts"
    via: tuple[Span, ...] = ()


# A parser: text and its sentences to what it finds there, in order of sentence. Merged where rules found nothing.
Parser = Callable[[str, Sequence[Span]], Sequence[Attribution]]
