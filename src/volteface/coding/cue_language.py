"""The small language in which a case writes its cues.

Words stand in order and match by lemma. ``...`` allows up to six words between. ``a/b`` is a
choice, also between names (``@RUS/government``). ``@ACTOR`` matches a mention of that actor and
``@any`` a mention of any actor or person. Articles in a cue say nothing and are left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from volteface.case.cues import ANY, GAP, alternatives
from volteface.coding.inflection import base_forms
from volteface.errors import CaseError

ARTICLES = frozenset({"a", "an", "the"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to fill a place: words in a row, each by its forms, or a mention of ``actor``."""

    words: tuple[frozenset[str], ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a cue; ``gap`` is true where up to six words may stand before it."""

    choices: tuple[Choice, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A parsed cue: its text as the case has it, and its places in order."""

    text: str
    places: tuple[Place, ...]


@cache
def _english() -> Language:
    return English()


def tokenised(text: str) -> Doc:
    """A text cut into words as the parser cuts it, and not parsed."""
    return _english().tokenizer(text)


@cache
def _words(text: str) -> tuple[frozenset[str], ...]:
    """The forms of each token, as the parser's own tokeniser cuts them."""
    return tuple(
        base_forms(token.lower_) | {token.norm_}
        for token in _english().tokenizer(text)
        if token.text not in _HYPHENS and token.lower_ not in ARTICLES
    )


def _choice(alternative: str, cue: str, actors: Collection[str]) -> Choice:
    if not alternative.startswith("@"):
        return Choice(words=_words(alternative))
    name = alternative[1:]
    if name != ANY and name not in actors:
        raise CaseError([f'cue "{cue}": @{name} is no actor of the case; name one, or write @any'])
    return Choice(actor=name)


def parse_cue(text: str, actors: Collection[str]) -> Cue:
    """Read one cue.

    Args:
        text: The cue as the case writes it.
        actors: Ids that may follow ``@``.

    Raises:
        CaseError: The cue holds no word, or names an actor that the case does not have.
    """
    places: list[Place] = []
    gap = False
    for part in text.replace("\u2026", GAP).replace(GAP, f" {GAP} ").split():
        if part == GAP:
            gap = bool(places)
            continue
        choices = tuple(
            choice
            for alternative in alternatives(part, actors)
            if (choice := _choice(alternative, text, actors)).words or choice.actor
        )
        if choices:
            places.append(Place(choices, gap))
            gap = False
    if not places:
        raise CaseError([f'cue "{text}": there is no word in it; write at least one'])
    return Cue(text, tuple(places))
