"""The register of given words: stated, conduct, imputed, absence or reported."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from volteface.coding.learnt import Approved
from volteface.coding.naming import Named
from volteface.coding.passage import clause_around
from volteface.coding.register import described, is_attitude, register_of, root_of
from volteface.coding.register import Described
from volteface.coding.register_words import ABSENCE, REPORTED
from volteface.coding.words import Words as Lexicon
from volteface.records import Register, Span

TRUST = 6
"""Approved statements that the rules' register outweighs."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the rules know: the lexicon, the observers' actor id, the case's absence phrases."""

    lexicon: Lexicon
    observers: str
    absence: tuple[str, ...] = ()


def gives_no_sign(text: str, words: Words) -> bool:
    """Whether a text says that nothing was said or shown."""
    lowered = text.lower()
    return ABSENCE.search(text) is not None or any(p.lower() in lowered for p in words.absence)


def register_given(
    doc: Doc,
    content: tuple[Span, ...],
    names: list[Named],
    words: Words,
    *,
    actor: str | None,
    attributed: bool,
) -> Register:
    """The register by rules.

    Args:
        doc: The paragraph.
        content: What was said or done.
        names: The paragraph's names.
        words: What the rules know.
        actor: For whom the speaker speaks, or who did it.
        attributed: Whether somebody is given as the source.
    """
    said = " ".join(doc.text[start:end] for start, end in content)
    watcher = actor in {None, words.observers}
    if attributed:
        found, _ = register_of(
            doc, content, names, words.lexicon, actor=actor, observers=words.observers
        )
        return found
    if actor != words.observers and gives_no_sign(said, words):
        return "absence"
    if watcher and REPORTED.search(said):
        return "reported"
    if actor == words.observers:
        return "imputed"
    verb = root_of(doc, content)
    if actor is None and verb is not None and is_attitude(Described("", verb), words.lexicon):
        return "imputed"
    return "conduct"


def about_of(
    doc: Doc,
    content: tuple[Span, ...],
    names: list[Named],
    words: Words,
    actor: str | None,
    register: Register,
) -> str | None:
    """Whose position the words describe: who is spoken of in them, or was named last before."""
    if register == "absence":
        return actor
    found = described(doc, content, names, words.lexicon)
    if found is not None and found.actor != actor:
        return found.actor
    holders = [
        n.mention
        for n in names
        if n.mention.actor not in {None, actor, words.observers} and n.mention.outlet is None
    ]
    start, end = content[0][0], content[-1][1]
    inside = [m for m in holders if start <= m.start and m.end <= end]
    first = clause_around(doc, content)[0]
    before = [m for m in holders if m.end <= start]
    same = [m for m in before if m.start >= first]
    nearest = inside or same or before[-1:]
    return nearest[0].actor if nearest else None


def settled(expected: Register, approved: Sequence[Approved]) -> Register:
    """The register that such statements mostly got when a person looked at them."""
    counts = Counter(item.register for item in approved if item.expected == expected)
    counts[expected] += TRUST
    return max(counts, key=lambda register: (counts[register], register == expected))
