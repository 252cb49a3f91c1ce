"""Which words name an event, and of which type: ``codebook.toml``, read once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from volteface.records import EventType

_KIND = "@"


@dataclass(frozen=True, slots=True)
class Rule:
    """What words say an event of ``type``, and where those who take part stand.

    The fields are the keys of ``codebook.toml``; None stands for anything. ``whole`` is true
    where what the words lead on to is no event of its own.
    """

    type: EventType
    objects: frozenset[str] | None
    subjects: frozenset[str] | None
    links: tuple[tuple[str, frozenset[str]], ...]
    acts: frozenset[str] | None
    whom: tuple[str, ...]
    unless: frozenset[str]
    joint: bool
    two: bool
    infinitive: bool
    turned: bool
    of_actor: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to word a rule: with ``particle`` where the verb needs one."""

    particle: str | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class Codebook:
    """The rules by the base form of the verb or noun that they turn on, in the file's order.

    ``kinds`` are the word kinds by name; ``spoken_of`` says for the kinds that point back to an
    event which types that is.
    """

    kinds: Mapping[str, frozenset[str]]
    spoken_of: Mapping[str, frozenset[EventType]]
    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, Rule]


@cache
def codebook() -> Codebook:
    """The codebook that comes with the package."""
    return parse((files(__package__) / "codebook.toml").read_text("utf-8"))


def parse(text: str) -> Codebook:
    """Read a codebook.

    Raises:
        KeyError: A list names a kind that the text does not define.
    """
    data = tomllib.loads(text)
    kinds: dict[str, frozenset[str]] = {}
    for name in data["kinds"]:
        _expand(name, data["kinds"], kinds)
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, Rule] = {}
    for type_ in _in_order(data):
        for table in data[type_]:
            rule = _rule(type_, table, data, kinds)
            for wording in table.get("verbs", ()):
                lemma, _, particle = wording.partition(" ")
                verbs.setdefault(lemma, []).append(Entry(particle or None, rule))
            for noun in table.get("nouns", ()):
                nouns.setdefault(noun, rule)
    spoken_of = {kind: frozenset(types) for kind, types in data["spoken_of"].items()}
    return Codebook(
        kinds, spoken_of, {lemma: tuple(entries) for lemma, entries in verbs.items()}, nouns
    )


def _in_order(data: Mapping[str, Any]) -> list[EventType]:
    """The types in the order in which the file first speaks of them."""
    known: tuple[EventType, ...] = get_args(EventType)
    return [name for name in data if name in known]


def _expand(
    name: str, written: Mapping[str, list[str]], kinds: dict[str, frozenset[str]]
) -> frozenset[str]:
    if name not in kinds:
        words: set[str] = set()
        for word in written[name]:
            other = word.removeprefix(_KIND)
            words |= _expand(other, written, kinds) if other != word else {word}
        kinds[name] = frozenset(words)
    return kinds[name]


def _rule(
    type_: EventType,
    table: Mapping[str, Any],
    data: Mapping[str, Any],
    kinds: Mapping[str, frozenset[str]],
) -> Rule:
    def words(listed: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        for word in listed:
            found |= kinds[word[1:]] if word.startswith(_KIND) else {word}
        return frozenset(found)

    return Rule(
        type=type_,
        objects=words(table["objects"]) if "objects" in table else None,
        subjects=words(table["subjects"]) if "subjects" in table else None,
        links=tuple((link, words(led_to)) for link, led_to in table.get("links", {}).items()),
        acts=words(table["acts"]) if "acts" in table else None,
        whom=tuple(table.get("whom", data["whom"][type_])),
        unless=words(table.get("unless", ())),
        two=table.get("two", False),
        infinitive=table.get("infinitive", False),
        joint=table.get("joint", False),
        turned=table.get("turned", False),
        of_actor=table.get("of") == "actor",
        whole=type_ in data["whole"],
    )
