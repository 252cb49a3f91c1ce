"""The register of given words: stated, conduct, imputed, absence or reported."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.grammar import text_of
from volteface.coding.learnt import Approved
from volteface.coding.naming import Named
from volteface.coding.passage import clause_around
from volteface.coding.register import (
    Described,
    described,
    is_attitude,
    is_minded,
    register_of,
    root_of,
)
from volteface.coding.register_words import (
    ABSENCE,
    GOING_ROUND,
    OWN_WORDS,
    PROMOTED,
    REPORTED,
    THOUGHT,
)
from volteface.coding.scope_words import NEGATORS, NONE_WORDS
from volteface.coding.words import Words as Lexicon
from volteface.records import Register, Span

TRUST = 2
"""Approved statements that the rules' register outweighs."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the rules know: the lexicon, the observers' actor id, the case's absence phrases."""

    lexicon: Lexicon
    observers: str
    absence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Given words: the parsed paragraph, their offsets in it, and the paragraph's names."""

    doc: Doc
    content: tuple[Span, ...]
    names: list[Named]

    def text(self) -> str:
        """The words, parts joined by a space."""
        return " ".join(text_of(self.doc)[start:end] for start, end in self.content)

    def root(self) -> Token | None:
        """The verb that governs the words."""
        return root_of(self.doc, self.content)

    def described(self, words: Words) -> Described | None:
        """The actor that the main clause speaks of."""
        return described(self.doc, self.content, self.names, words.lexicon)


def gives_no_sign(text: str, words: Words) -> bool:
    """Whether a text says that nothing was said or shown."""
    lowered = text.lower()
    return ABSENCE.search(text) is not None or any(p.lower() in lowered for p in words.absence)


def register_given(said: Said, words: Words, *, actor: str | None, attributed: bool) -> Register:
    """The register by rules.

    Args:
        said: What was said or done.
        words: What the rules know.
        actor: For whom the speaker speaks, or who did it.
        attributed: Whether somebody is given as the source.
    """
    if attributed:
        return _attributed(said, words, actor)
    verb, text = said.root(), said.text()
    if actor != words.observers and (gives_no_sign(text, words) or _is_denied(verb)):
        return "absence"
    watcher = actor in {None, words.observers}
    if GOING_ROUND.search(text) or (watcher and REPORTED.search(text)):
        return "reported"
    if actor == words.observers:
        return "imputed"
    if actor is None and verb is not None and is_attitude(Described("", verb), words.lexicon):
        return "imputed"
    if actor is None and ((verb is not None and is_minded(verb)) or THOUGHT.search(text)):
        return "imputed"
    return "conduct"


def _attributed(said: Said, words: Words, actor: str | None) -> Register:
    found, _ = register_of(
        said.doc,
        said.content,
        said.names,
        words.lexicon,
        actor=actor,
        observers=words.observers,
    )
    verb, text = said.root(), said.text()
    watcher = actor in {None, words.observers}
    if PROMOTED.search(text) and not OWN_WORDS.search(text):
        other = said.described(words)
        if watcher or (other is not None and other.actor != actor) or _by_nobody_known(verb):
            return "reported"
    if found != "stated":
        return found
    if watcher and THOUGHT.search(text) and not OWN_WORDS.search(text):
        return "imputed"
    if verb is not None and _of_others(verb, words) and is_minded(verb):
        return "imputed"
    if verb is not None and _is_declined(verb, said.content) and ABSENCE.search(text):
        return "absence"
    return found


def _by_nobody_known(verb: Token | None) -> bool:
    """Whether the clause is about mediators, diplomats or others who are no party."""
    subjects = () if verb is None else (t for t in verb.children if t.dep_ == "nsubj")
    return any(t.tag_ == "NNS" and t.lower_ != "they" for t in subjects)


def _is_denied(verb: Token | None) -> bool:
    """*Has not named a day*, *nobody went*: what is told is that something was not done."""
    if verb is None:
        return False
    parts = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "neg"}]
    near = [*parts, *(c for part in parts for c in part.lefts)]
    return any(t.lower_ in NEGATORS or NONE_WORDS.get(t.lower_) == -1 for t in near)


def _is_declined(verb: Token, content: tuple[Span, ...]) -> bool:
    """Whether the words are the reporter's, about what the source would not say."""
    return text_of(verb.doc)[content[0][0] - 1 : content[0][0]] not in {'"', "'"} and not any(
        t.dep_ in {"nsubj", "nsubjpass"} and content[0][0] <= t.idx for t in verb.children
    )


def _of_others(verb: Token, words: Words) -> bool:
    """*They want* within quote marks, *the marshal fears*: somebody other than who speaks."""
    lexicon = words.lexicon
    quoted = text_of(verb.doc).count('"', 0, verb.idx) % 2 == 1
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    if any(t.lower_ in {"he", "she", "they"} for t in subjects):
        return quoted
    third = lexicon.officials | lexicon.movements
    return any(
        t.lemma_.lower() in third and not any(c.dep_ == "poss" for c in t.children)
        for t in subjects
    )


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


def source_kind(observers: str, *, actor: str | None, attributed: bool) -> str:
    """The kind of source by which a person's corrections of registers are grouped."""
    who = "nobody" if actor is None else "observer" if actor == observers else "party"
    return f"{'source' if attributed else 'writer'}, {who}"


def settled(register: Register, kind: str, approved: Sequence[Approved]) -> Register:
    """The register that such statements mostly got when a person looked at them.

    Args:
        register: The rules' register.
        kind: The kind of source, as :func:`source_kind` names it.
        approved: What a person has approved.
    """
    counts = Counter(
        item.register for item in approved if (item.expected, item.source) == (register, kind)
    )
    counts[register] += TRUST
    return max(counts, key=lambda one: (counts[one], one == register))
