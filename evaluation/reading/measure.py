"""Hold what was read against the gold: which statement is meant, and what of it is right."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gold import Passage, Said

from volteface import Statement
from volteface.coding.world import world_outlets

LEAST = 0.3
"""F1 of the words below which a statement is another one."""
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|dr)\.? ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What of one statement of the gold was read rightly; nothing where it was not found."""

    passage: str
    said: Said
    found: Statement | None
    actor: bool
    person: bool
    said_on: bool
    chain: bool
    endorsed: bool


def outcomes(passage: Passage, statements: Sequence[Statement]) -> list[Outcome]:
    """One outcome for each statement of the passage's gold."""
    known = [s for s in statements if s.voice == "attributed" or s.register == "absence"]
    text = passage.report.text
    inside = [_words(text, statement.content) for statement in known]
    return [_outcome(passage, said, known, inside) for said in passage.said]


def _outcome(
    passage: Passage, said: Said, known: Sequence[Statement], inside: Sequence[frozenset[int]]
) -> Outcome:
    """Of several statements with the same words, as of joint speakers, the one most right."""
    wanted = _words(passage.report.text, (said.words,))
    scores = [_f1(wanted, words) for words in inside]
    best = max(scores, default=0.0)
    if best < LEAST:
        return Outcome(passage.id, said, None, *(False,) * 5)
    likely = [s for s, score in zip(known, scores, strict=True) if score == best]
    compared = [_compared(passage.id, said, statement) for statement in likely]
    return max(compared, key=lambda o: (o.person, o.actor, o.chain, o.said_on, o.endorsed))


def _compared(passage: str, said: Said, found: Statement) -> Outcome:
    when = found.said_on
    return Outcome(
        passage,
        said,
        found,
        actor=(found.actor or "") == said.actor,
        person=_plain(found.person or "") == _plain(said.person),
        said_on=when is not None and (when.earliest, when.latest) == said.said_on,
        chain=[_link(link) for link in found.via] == [_link(link) for link in said.via],
        endorsed=found.endorsed == said.endorsed,
    )


def _words(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Offsets of the words that begin in the spans."""
    return frozenset(m.start() for s, e in spans for m in _WORD.finditer(text, s, e))


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _link(name: str) -> str:
    """An outlet goes by any of its names: *Itar-Tass* is *TASS*."""
    return _outlets().get(_plain(name), _plain(name))


@cache
def _outlets() -> dict[str, str]:
    return {
        _plain(name): _plain(outlet.name)
        for outlet in world_outlets()
        for name in (outlet.name, *outlet.aliases)
    }


def _plain(name: str) -> str:
    """Without letter case, accents, article and honorific."""
    parts = unicodedata.normalize("NFKD", name.lower())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return _HONORIFIC.sub("", _ARTICLE.sub("", bare.strip()))
