"""Words, a deed, or somebody's reading of somebody else: the register of what was found."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from volteface.coding.grammar import words_in
from volteface.coding.naming import Named, at_token
from volteface.coding.words import Words
from volteface.records import Register, Span

_MODALS = {"will", "wo", "would", "must", "may", "might", "can", "ca", "could", "shall", "should"}


@dataclass(frozen=True, slots=True)
class Described:
    """Whose position the words are about, and the verb that says so."""

    actor: str
    verb: Token


def root_of(doc: Doc, spans: tuple[Span, ...]) -> Token | None:
    """The verb that governs the words in the spans, None where there is none."""
    inside = words_in(doc, spans)
    tops = [doc[i] for i in sorted(inside) if doc[i].head.i not in inside or doc[i].head == doc[i]]
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}]
    return verbs[0] if verbs else None


def described(doc: Doc, spans: tuple[Span, ...], names: list[Named]) -> Described | None:
    """The actor that the main clause speaks of: its subject, or the owner of its subject."""
    verb = root_of(doc, spans)
    if verb is None:
        return None
    head = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if head is None:
        return None
    owners = (t for t in head.children if t.dep_ in {"poss", "amod", "compound"})
    for token in (head, *owners):
        found = at_token(names, token)
        if found is not None and found.mention.actor is not None:
            return Described(found.mention.actor, verb)
    return None


def _of_others(doc: Doc, spans: tuple[Span, ...], names: list[Named], words: Words) -> bool:
    """Whether the clause says what unnamed others do or want: *several countries offered ...*."""
    verb = root_of(doc, spans)
    head = next((t for t in verb.children if t.dep_ == "nsubj"), None) if verb else None
    if verb is None or head is None or verb.lemma_ in {"be", "have"}:
        return False
    own = any(t.dep_ == "poss" or at_token(names, t) is not None for t in head.subtree)
    return head.lemma_.lower() in words.groups and not own


def is_attitude(item: Described, words: Words) -> bool:
    """Whether the clause says what the actor wants, thinks, holds to or will do."""
    verb = item.verb
    lemmas = {token.lemma_.lower() for token in verb.subtree}
    subject = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    return (
        verb.lemma_.lower() in words.attitudes
        or any(t.lower_ in _MODALS for t in verb.children if t.dep_ == "aux")
        or bool(lemmas & words.attitude_nouns)
        or (subject is not None and subject.lemma_.lower() in words.attitude_nouns)
        or any(
            t.dep_ in {"xcomp", "acomp"} and t.lemma_.lower() in words.attitudes
            for t in verb.children
        )
    )


def register_of(
    doc: Doc,
    spans: tuple[Span, ...],
    names: list[Named],
    words: Words,
    *,
    actor: str | None,
    observers: str,
) -> tuple[Register, str | None]:
    """Register and ``about`` of attributed words.

    Args:
        doc: The paragraph.
        spans: What was said.
        names: The paragraph's names.
        words: The lexicon.
        actor: For whom the speaker speaks.
        observers: The id of analysts and journalists.

    Returns:
        ``imputed`` with the actor described where somebody speaks of another's attitude, or
        with None where those others are not named;
        ``reported`` for plans that unnamed others are said to promote; else ``stated``.
    """
    other = described(doc, spans, names)
    if other is not None and other.actor != actor and is_attitude(other, words):
        return "imputed", other.actor
    if other is None and _of_others(doc, spans, names, words):
        return "imputed", None
    said = " ".join(doc.text[start:end] for start, end in spans).lower()
    if actor in {None, observers} and any(phrase in said for phrase in words.reported):
        return "reported", None
    return "stated", None
