"""An article as its sentences are judged; judges nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.records import Article, Sentence

LEAD = 2  # sentences


@dataclass(frozen=True)
class Page:
    """An article as its sentences are judged: title, lead and the sentences around."""

    article: Article
    sentences: Sequence[Sentence]

    @cached_property
    def head(self) -> str:
        """Title and lead, which say what the whole article is about."""
        title = self.article.masthead.title.text or ""
        return "\n".join([title, *(self.text(n) for n in range(min(LEAD, len(self.sentences))))])

    @cached_property
    def whole(self) -> str:
        """Title and all sentences; no furniture."""
        return "\n".join([self.article.masthead.title.text or "", *map(self.text, range(len(self.sentences)))])

    def text(self, n: int) -> str:
        """The words of sentence `n`; none where there is no such sentence."""
        if not 0 <= n < len(self.sentences):
            return ""
        return self.article.text[self.sentences[n].start : self.sentences[n].end]

    def near(self, n: int) -> str:
        """Sentence `n` and its neighbours."""
        return "\n".join([self.text(n - 1), self.text(n), self.text(n + 1)])
