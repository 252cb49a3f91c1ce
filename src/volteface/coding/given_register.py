"""The register of given words, and whose position they describe."""

from dataclasses import dataclass

from volteface.coding.given_words import Said, Words
from volteface.coding.passage import clause_around
from volteface.coding.register_choice import Weights, chosen, general, why
from volteface.coding.register_signs import signs
from volteface.records import Register


@dataclass(frozen=True, slots=True)
class Told:
    """A register, and the signs by which it was told: all, and those that did most for it."""

    register: Register
    signs: tuple[str, ...]
    reasons: tuple[str, ...]


def register_given(
    said: Said,
    words: Words,
    *,
    actor: str | None,
    attributed: bool,
    weights: Weights | None = None,
) -> Told:
    """The register of given words.

    Args:
        said: What was said or done.
        words: What is known beforehand.
        actor: For whom the speaker speaks, or who did it.
        attributed: Whether somebody is given as the source.
        weights: What the signs are worth; None for the general weights.
    """
    known = general() if weights is None else weights
    found = tuple(sorted(signs(said, words, actor=actor, attributed=attributed)))
    return Told(chosen(found, known), found, why(found, known))


def about_of(said: Said, words: Words, actor: str | None, register: Register) -> str | None:
    """Whose position the words describe: who is spoken of in them, or was named last before."""
    if register == "absence":
        return actor
    found = said.described(words)
    if found is not None and found.actor != actor:
        return found.actor
    holders = [
        n.mention
        for n in said.names
        if n.mention.actor not in {None, actor, words.observers} and n.mention.outlet is None
    ]
    start, end = said.content[0][0], said.content[-1][1]
    inside = [m for m in holders if start <= m.start and m.end <= end]
    first = clause_around(said.doc, said.content)[0]
    before = [m for m in holders if m.end <= start]
    same = [m for m in before if m.start >= first]
    nearest = inside or same or before[-1:]
    return nearest[0].actor if nearest else None
