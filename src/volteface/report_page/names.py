"""How the page names dates, channels, files and voices."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath

from volteface.case.schema import Case, Issue
from volteface.positions.naming import spoken_of
from volteface.records import Channel, DateInterval, Register

FACT = "fact:"
"""How the id of a dated fact of the case begins, where it stands among records."""

PALETTE = 8
"""Colours that a page tells apart, colour-blind readers included."""

CHANNELS: Mapping[Channel, str] = {
    "stated": "what it says",
    "revealed": "what it does",
    "belief": "what it expects",
    "observers": "as observers see it",
    "stated-revealed": "words against deeds",
}

REGISTERS: Mapping[Register, str] = {
    "stated": "what the speaker wants or thinks",
    "conduct": "a deed",
    "imputed": "what somebody says of another",
    "absence": "that no sign was given",
    "reported": "a report of plans",
}


def days(when: DateInterval | None) -> str:
    """One day or two, as ISO 8601."""
    return "no date" if when is None else stretch(when.earliest, when.latest)


def stretch(earliest: date, latest: date) -> str:
    """``2012-06-08``, or ``2012-06-02 to 2012-06-08``."""
    return f"{earliest}" if earliest == latest else f"{earliest} to {latest}"


def short_paths(paths: Iterable[str]) -> dict[str, str]:
    """Each path without the folders that all of them share, so that no page tells of a machine."""
    parts = {path: PurePosixPath(path).parts for path in paths}
    shared = 0
    if parts:
        folders = [place[:-1] for place in parts.values()]
        for level in zip(*folders, strict=False):
            if len(set(level)) > 1:
                break
            shared += 1
    return {path: "/".join(place[shared:]) for path, place in parts.items()}


class Names:
    """Names of a case's actors and issues by id; an id that the case does not know names itself.

    ``mentions`` holds an actor's id for each time it appears: those that appear most have colours
    of their own.
    """

    def __init__(self, case: Case, mentions: Iterable[str] = ()) -> None:
        self._actors = {actor.id: actor.name for actor in case.actors}
        self._known = {actor.id: actor for actor in case.actors}
        self._issues = {issue.id: issue for issue in case.issues}
        counts = Counter(mentions)
        ranked = sorted(self._actors, key=lambda actor: -counts[actor])
        self._places = {actor: place for place, actor in enumerate(ranked)}

    def actor(self, actor: str) -> str:
        """The actor's name."""
        return self._actors.get(actor, actor)

    def question(self, issue: str, actor: str | None = None) -> str:
        """The issue's question; asked of an actor, where one is given."""
        known = self._issues.get(issue)
        return self.said_of(known.question, actor) if known else issue

    def said_of(self, text: str, actor: str | None) -> str:
        """A question or pole that speaks of "the actor", with the actor's name."""
        known = self._known.get(actor or "")
        return spoken_of(text, known) if known else text

    def issue(self, issue: str) -> Issue:
        """An issue that the case is known to have."""
        return self._issues[issue]

    def colour(self, actor: str) -> int:
        """The actor's place in the palette, round and round."""
        return self._places.get(actor, 0) % PALETTE
