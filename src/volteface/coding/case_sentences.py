"""All that a case says of its issues, as sentences that a passage can be held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from volteface.case.cues import ANY, GAP, alternatives
from volteface.case.schema import Case
from volteface.coding.learnt import Approved


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the number of its issue in the case, and its pole's sign.

    For sentences about none the number is one past the last issue's and the sign 0. ``cue`` is
    true for cues, which are no sentences to quote.
    """

    text: str
    issue: int
    sign: int
    cue: bool = False


def cue_in_words(cue: str, names: dict[str, str]) -> str:
    """A cue as a short sentence: first choices, actors by name, gaps left out.

    >>> cue_in_words("arm/equip ... @REB", {"REB": "the rebels"})
    'arm the rebels'
    """
    said = []
    for word in cue.replace("\N{HORIZONTAL ELLIPSIS}", GAP).split():
        if word != GAP:
            first = alternatives(word, names)[0]
            actor = first.removeprefix("@")
            unnamed = "they" if actor == ANY else actor
            said.append(first if actor == first else names.get(actor, unnamed))
    return " ".join(said)


def case_sentences(case: Case, approved: Sequence[Approved] = ()) -> list[Sentence]:
    """Pole sentences, examples, cues, sentences about none, and what was approved."""
    names = {actor.id: actor.name for actor in case.actors}
    said = [
        Sentence(text, number, sign, cue)
        for number, issue in enumerate(case.issues)
        for sign, pole in ((1, issue.plus), (-1, issue.minus))
        for texts, cue in (
            ((pole.pole, *pole.examples), False),
            ([cue_in_words(text, names) for text in pole.cues], True),
        )
        for text in texts
    ]
    none = len(case.issues)
    said += [Sentence(text, none, 0) for text in case.settings.vocabulary.none]
    numbers: dict[str | None, int] = {issue.id: n for n, issue in enumerate(case.issues)}
    numbers[None] = none
    for item in approved:
        if item.issue in numbers:
            said.append(Sentence(item.text, numbers[item.issue], item.sign))
    return said
