"""On whom an act bears that names nobody: *rejected the offer*, *lifted the siege*, *praised it*.

Whoever may be meant is weighed by what the report has told so far: who did something to the one
who acts, on whom that one acted before, who was spoken of last. The weights are those of a
log-linear choice, fitted on texts about several wars by ``evaluation/coding/events/fit.py``.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

from spacy.tokens import Token

from volteface.coding.events.answering import answered, pointed_at
from volteface.coding.events.arguments import objects
from volteface.coding.events.codebook import codebook
from volteface.coding.events.joining import Told
from volteface.coding.events.participants import Participants
from volteface.records import EventType

Actors = tuple[str, ...]
Features = Mapping[str, float]

_FAR = 8
"""How many events back one still counts."""
_HOSTILE: frozenset[EventType] = frozenset(
    {"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SANCTION", "THREATEN"}
)
_CLASSES: Mapping[EventType, str] = {
    "ACCUSE": "charge",
    "AGREE": "answer",
    "AID": "gift",
    "ASSAULT": "blow",
    "COERCE": "blow",
    "CONCEDE": "gift",
    "CONSULT": "talk",
    "COOPERATE": "talk",
    "MOBILIZE": "move",
    "PROTEST": "move",
    "REJECT": "answer",
    "REQUEST": "plea",
    "RETREAT": "move",
    "SANCTION": "blow",
    "SUPPORT": "praise",
    "THREATEN": "threat",
}
_POINTING = frozenset({"he", "her", "him", "it", "one", "so", "that", "them", "this"})
_MANY = frozenset({"them", "they", "both"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act whose recipient is sought: the word that names it, its type and who does it."""

    trigger: Token
    type: EventType
    actors: Actors


Unsaid = Callable[[Act, Participants, Sequence[Told]], Actors]
"""Finds the recipients of an act that names none; see :func:`whom`."""


def whom(act: Act, who: Participants, told: Sequence[Told]) -> Actors:
    """The recipients most probably meant, none where nobody is.

    Args:
        act: The act.
        who: Reads the paragraph's nouns.
        told: What the report told before, in order.
    """
    weights = _weights()
    best: Actors = ()
    most = float("-inf")
    for group, features in choices(act, who, told):
        score = sum(weights.get(name, 0.0) * value for name, value in features.items())
        if score > most:
            best, most = group, score
    return best


@cache
def _weights() -> Mapping[str, float]:
    text = (files(__package__) / "unsaid.toml").read_text("utf-8")
    found: dict[str, float] = tomllib.loads(text)["weights"]
    return found


def choices(act: Act, who: Participants, told: Sequence[Told]) -> Iterator[tuple[Actors, Features]]:
    """Nobody, and everybody who may be meant, each with what speaks for it."""
    scene = _Surroundings(act, who, told)
    groups = scene.groups()
    kind = _CLASSES[act.type]
    yield (), dict(_named(scene.nobody(len(groups)), kind, act.type))
    for group in groups:
        yield group, dict(_named(scene.features(group), kind, None))


def _named(
    features: Iterator[tuple[str, float]], kind: str, type_: EventType | None
) -> Iterator[tuple[str, float]]:
    """Each feature by itself and beside the kind of act."""
    for name, value in features:
        if value:
            yield name, value
            yield f"{name} {kind}", value
    if type_ is not None:
        yield f"nobody {type_}", 1.0


def _link(trigger: Token, at: int) -> str:
    """By what a word hangs on the act: the preposition or relation next to the act."""
    token = trigger.doc[at]
    while token.head.i not in {trigger.i, token.i}:
        token = token.head
    return token.lower_ if token.dep_ == "prep" else token.dep_


class _Surroundings:
    """What stands around one act."""

    def __init__(self, act: Act, who: Participants, told: Sequence[Told]) -> None:
        self._act = act
        self._who = who
        self._own = set(act.actors)
        self._told = [one for one in reversed(told[-_FAR:]) if one.trigger != act.trigger]
        self._all = told
        self._objects = objects(act.trigger)
        self._pronoun = any(t.lower_ in _POINTING for t in self._objects)
        self._many = any(t.lower_ in _MANY for t in self._objects)
        token = act.trigger
        below = {t.i for t in token.subtree if t.i > token.i}
        near = who.named(token.sent)
        self._below = [(_link(token, i), group) for i, group in near if i in below]
        self._before = [group for i, group in near if i < token.i]
        self._after = [group for i, group in near if i > token.i and i not in below]
        self._above = who.above(token)
        self._speaker = who.speaker(token)
        self._pointed = pointed_at(told, act.type, token, codebook())
        self._answered = answered(told, act.type, act.actors)
        self._recent = [a for a in who.recent(token) if a not in self._own]
        self._counted = who.counted(token)
        self._sides = who.sides(token)

    def groups(self) -> list[Actors]:
        """All who may be meant, the actors of the act left out."""
        found = [self._pointed, self._answered, self._above, self._sides]
        found += [*(group for _, group in self._below), *self._before, *self._after]
        found += [one for event in self._told for one in (event.actors, event.recipients)]
        found += [(actor,) for actor in self._counted]
        kept = (tuple(a for a in group if a not in self._own) for group in found)
        known = (group for group in kept if group and all(map(self._who.counts, group)))
        return list({frozenset(group): group for group in known}.values())

    def nobody(self, groups: int) -> Iterator[tuple[str, float]]:
        """What speaks for nobody."""
        yield "nobody", 1.0
        yield "nobody of many", log(1 + groups)
        yield "nobody, no object", float(not self._objects)
        yield "nobody, pronoun", float(self._pronoun)
        yield "nobody, name", float(self._strange())
        yield "nobody, noun", float(self._act.trigger.pos_ in {"NOUN", "PROPN"})
        yield "nobody, plural", float(any(t.tag_ == "NNS" for t in self._objects))

    def _strange(self) -> bool:
        """Whether a name stands behind the act that is nobody's."""
        token = self._act.trigger
        return any(t.pos_ == "PROPN" and t.i > token.i for t in token.subtree)

    def features(self, group: Actors) -> Iterator[tuple[str, float]]:
        """What speaks for a group."""
        members = set(group)
        yield "group", float(len(members) > 1)
        for link in {link for link, g in self._below if set(g) == members}:
            yield "below", 1.0
            yield f"below, {link}", 1.0
        yield "below in part", float(any(members < set(g) for _, g in self._below))
        yield "before", float(any(members & set(g) for g in self._before))
        yield "after", float(any(members & set(g) for g in self._after))
        yield "above", float(set(self._above) == members)
        yield "speaker", float(self._speaker is not None and members == {self._speaker})
        yield "pointed", float(set(self._pointed) - self._own == members)
        yield "answered", float(set(self._answered) == members)
        yield "side", float(set(self._sides) == members | self._own)
        yield from self._by_events(members)
        if len(group) == 1:
            yield from self._by_mentions(group[0])

    def _by_events(self, members: set[str]) -> Iterator[tuple[str, float]]:
        def nearness(fits: list[bool]) -> float:
            return next((1 / (1 + back) for back, fit in enumerate(fits) if fit), 0.0)

        mine = self._own
        did_to_me = [
            set(o.actors) == members and bool(set(o.recipients) & mine) for o in self._told
        ]
        i_did = [set(o.recipients) == members and bool(set(o.actors) & mine) for o in self._told]
        yield "did to me", nearness(did_to_me)
        yield "i did", nearness(i_did)
        yield "acted", nearness([set(o.actors) == members for o in self._told])
        yield "suffered", nearness([set(o.recipients) == members for o in self._told])
        if self._told:
            beside = self._told[0].trigger.doc is self._act.trigger.doc
            beside = beside and self._told[0].trigger.sent == self._act.trigger.sent
            yield "i just did", float(i_did[0] and beside)
            yield "just did to me", float(did_to_me[0] and beside)
        if self._pronoun:
            yield "pronoun, i did", nearness(i_did)
            yield "pronoun, acted", nearness([set(o.actors) == members for o in self._told])
            yield "pronoun, many", float(self._many == (len(members) > 1))
        yield "foe", self._enmity(members)

    def _enmity(self, members: set[str]) -> float:
        """The share of the actor's hostile dealings that are with them."""
        dealings = [
            {*one.actors, *one.recipients} - self._own
            for one in self._all
            if one.type in _HOSTILE and self._own & {*one.actors, *one.recipients}
        ]
        dealt = [others for others in dealings if others]
        return sum(bool(others & members) for others in dealt) / (1 + len(dealt))

    def _by_mentions(self, actor: str) -> Iterator[tuple[str, float]]:
        total = sum(n for a, n in self._counted.items() if a not in self._own)
        yield "share", self._counted.get(actor, 0) / max(1, total)
        rank = self._recent.index(actor) if actor in self._recent else _FAR
        yield "recent", 1 / (1 + rank)
        if self._pronoun:
            yield "pronoun, recent", 1 / (1 + rank)
        yield f"kind {self._who.kind(actor)}", 1.0
