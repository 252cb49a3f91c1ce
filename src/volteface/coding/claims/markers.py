"""Words that say what brings about what: ``markers.toml``, read once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from volteface.records import Direction

_EFFECTS: tuple[Direction, ...] = ("brings", "raises", "lowers", "prevents")
_NO_EFFECT: tuple[Direction, ...] = ("none",)

Wordings = Mapping[str, tuple[tuple[str | None, Direction], ...]]
"""By base form: the particle needed, if any, and what the verb says its subject does."""


@dataclass(frozen=True, slots=True)
class Image:
    """A verb's set object: its noun, the preposition before it if any, and what it says."""

    link: str | None
    noun: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Markers:
    """The lists of ``markers.toml`` by what they do; base forms unless said."""

    positive: frozenset[str]
    lasting: tuple[str, ...]
    negative: frozenset[str]
    because: tuple[str, ...]
    because_of: tuple[str, ...]
    cases: tuple[str, ...]
    without: tuple[str, ...]
    whatever: tuple[str, ...]
    pressures: frozenset[str]
    yielding: frozenset[str]
    verbs: Wordings
    rests: Mapping[str, tuple[str | None, ...]]
    nouns: Mapping[str, Direction]
    adjectives: Mapping[str, Direction]
    impossible: frozenset[str]
    other: frozenset[tuple[str, str]]
    images: Mapping[str, tuple[Image, ...]]
    ascribing: Mapping[str, tuple[str, str | None]]
    failing: frozenset[str]
    deeds: frozenset[str]
    borne: frozenset[str]
    guilty: frozenset[str]
    explaining: frozenset[str]
    modals: frozenset[str]
    probable: frozenset[str]
    improbable: frozenset[str]
    fated: frozenset[str]
    stakes: frozenset[str]
    denying: frozenset[str]
    fates: frozenset[str]
    victories: frozenset[str]
    courses: frozenset[str]
    in_the_end: re.Pattern[str]
    within: re.Pattern[str]
    appointments: frozenset[str]
    foretelling: frozenset[str]
    doubting: frozenset[str]
    pledging: frozenset[str]

    def opening(self, phrases: Iterable[str], text: str) -> str | None:
        """The longest of the phrases that opens a text, letter case aside."""
        low = f"{text.lower()} "
        found = (phrase for phrase in phrases if low.startswith(f"{phrase} "))
        return max(found, key=len, default=None)


@cache
def markers() -> Markers:
    """The markers that come with the package."""
    data = tomllib.loads((files(__package__) / "markers.toml").read_text("utf-8"))
    verbs: dict[str, list[tuple[str | None, Direction]]] = {}
    for effect in _EFFECTS:
        for wording in data["verbs"][effect]:
            lemma, _, particle = wording.partition(" ")
            verbs.setdefault(lemma, []).append((particle or None, effect))
    rests: dict[str, list[str | None]] = {}
    for wording in data["verbs"]["rests"]:
        lemma, _, particle = wording.partition(" ")
        rests.setdefault(lemma, []).append(particle or None)
    forecasts = data["forecasts"]
    named = ("probable", "improbable", "fated", "stakes", "denying", "fates", "victories")
    others = ("modals", "courses", "appointments", "foretelling", "doubting", "pledging")
    return Markers(
        positive=frozenset(data["conditions"]["positive"]),
        lasting=tuple(data["conditions"]["lasting"]),
        negative=frozenset(data["conditions"]["negative"]),
        because=tuple(data["causes"]["clauses"]),
        because_of=tuple(data["causes"]["phrases"]),
        cases=tuple(data["cases"]["phrases"]),
        without=tuple(data["without"]["phrases"]),
        whatever=tuple(data["none"]["clauses"]),
        pressures=frozenset(data["none"]["pressures"]),
        yielding=frozenset(data["none"]["yielding"]),
        verbs={lemma: tuple(found) for lemma, found in verbs.items()},
        rests={lemma: tuple(found) for lemma, found in rests.items()},
        nouns=_by_word(data["nouns"]),
        adjectives=_by_word(data["adjectives"]),
        impossible=frozenset(data["adjectives"]["impossible"]),
        other=frozenset((verb, link) for verb, link in map(str.split, data["verbs"]["other"])),
        images=_images(data["images"]),
        ascribing=_ascribing(data["ascribing"]["verbs"]),
        failing=frozenset(data["ascribing"]["failing"]),
        deeds=frozenset(data["ascribing"]["deeds"]),
        borne=frozenset(data["ascribing"]["borne"]),
        guilty=frozenset(data["ascribing"]["guilty"]),
        explaining=frozenset(data["ascribing"]["explaining"]),
        in_the_end=any_of(forecasts["in_the_end"]),
        within=any_of(forecasts["within"]),
        **{name: frozenset(forecasts[name]) for name in (*named, *others)},
    )


def _ascribing(wordings: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """By verb: the preposition before the cause, and the particle needed, if any."""
    split = (wording.split(" ") for wording in wordings)
    return {verb: (rest[-1], rest[0] if rest[1:] else None) for verb, *rest in split}


def _images(table: Mapping[str, list[str]]) -> dict[str, tuple[Image, ...]]:
    """By verb: *play into hand*, or without a preposition *pave way*."""
    images: dict[str, list[Image]] = {}
    for effect in (*_EFFECTS, *_NO_EFFECT):
        for wording in table[effect]:
            verb, *link, noun = wording.split(" ")
            images.setdefault(verb, []).append(Image(link[0] if link else None, noun, effect))
    return {verb: tuple(found) for verb, found in images.items()}


def _by_word(table: Mapping[str, list[str]]) -> dict[str, Direction]:
    return {word: effect for effect in _EFFECTS for word in table.get(effect, ())}


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, letter case aside."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
