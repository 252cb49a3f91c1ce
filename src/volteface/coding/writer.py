"""The report's own assertions of what an actor did, wants or has given no sign of."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from volteface.coding.belonging import owner
from volteface.coding.grammar import child, text_of, that_clause, words_in
from volteface.coding.naming import Named
from volteface.coding.register import Described, is_attitude, is_duty
from volteface.coding.register_words import ABSENCE, GOING_ROUND
from volteface.coding.words import Words
from volteface.records import Register, Span

_DEED_TAGS = {"VBD", "VBN", "VBG", "VBZ", "VBP"}
_MODALS = {"will", "would", "may", "might", "can", "could", "should", "must", "shall"}
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Assertion:
    """One sentence of the writer's about an actor; ``actor`` did it or is described by it."""

    content: Span
    register: Register
    actor: str


def assertions(
    doc: Doc,
    names: list[Named],
    words: Words,
    *,
    attributed: list[tuple[Span, ...]],
    cues: set[int],
    deeds: frozenset[str],
) -> Iterator[Assertion]:
    """Sentences of the writer's own that bear on an actor's conduct or position.

    Args:
        doc: The paragraph.
        names: Its names.
        attributed: Contents and sources of the paragraph's attributions.
        cues: Tokens that introduce them; a sentence built on one is no assertion of the writer's.
        words: The lexicon.
        deeds: Lemmas of verbs of conduct, the case's included.
    """
    taken: set[int] = set()
    for spans in attributed:
        taken |= words_in(doc, spans)
    for sentence in doc.sents:
        free = [t.i for t in sentence if t.pos_ not in {"PUNCT", "SPACE"}]
        if not free or len([i for i in free if i in taken]) > _MOSTLY * len(free):
            continue
        if sentence.text.rstrip().endswith("?"):
            continue
        yield from _sentence(sentence, names, words, deeds, taken | cues)


def _sentence(
    sentence: Sentence,
    names: list[Named],
    words: Words,
    deeds: frozenset[str],
    taken: set[int],
) -> Iterator[Assertion]:
    verbs = [sentence.root, *(t for t in sentence.root.conjuncts if t.pos_ in {"VERB", "AUX"})]
    free = [verb for verb in verbs if verb.i not in taken]
    whole = len(free) == len(verbs)
    shown = _shown_by_sign(sentence.root, words)
    if shown is not None and whole:
        content = _trimmed(list(sentence))
        for actor in _doers(shown, names, words):
            yield Assertion(content, "imputed", actor)
        return
    for verb in free:
        tokens = list(sentence) if whole else _own(verb, taken)
        content = _trimmed(tokens)
        for actor in _doers(verb, names, words):
            register = _register(verb, actor, text_of(sentence.doc)[slice(*content)], words, deeds)
            if register is not None:
                yield Assertion(content, register, actor)
        if _doers(verb, names, words):
            return


def _shown_by_sign(verb: Token, words: Words) -> Token | None:
    """The verb of what a sign is a sign of: *it is the latest sign that they are giving way*."""
    noun = child(verb, "attr")
    if noun is None or noun.lemma_.lower() not in words.signs or child(noun, "det", "no"):
        return None
    return that_clause(noun)


def _register(
    verb: Token, actor: str, text: str, words: Words, deeds: frozenset[str]
) -> Register | None:
    lowered = text.lower()
    if any(phrase in lowered for phrase in words.absence) or ABSENCE.search(text):
        return "absence"
    if _is_deed(verb, words, deeds):
        return "conduct"
    if any(phrase in lowered for phrase in words.reported) or GOING_ROUND.search(text):
        return "reported"
    if is_duty(verb, words):
        return "stated"
    return "imputed" if is_attitude(Described(actor, verb), words) else None


def _own(verb: Token, taken: set[int]) -> list[Token]:
    """The verb's clause up to where a joined verb introduces somebody's words."""
    joined = [t.left_edge.i for t in verb.conjuncts if t.i in taken and t.i > verb.i]
    limit = min(joined, default=verb.doc[-1].i + 1)
    return [t for t in verb.subtree if t.i < limit and not _dangling(t, limit)]


def _dangling(token: Token, limit: int) -> bool:
    return token.dep_ == "cc" and token.i == limit - 1


def _trimmed(tokens: list[Token]) -> Span:
    kept = [t for t in tokens if t.pos_ not in {"PUNCT", "SPACE"}]
    last = kept[-1]
    return kept[0].idx, last.idx + len(last)


def _doers(verb: Token, names: list[Named], words: Words) -> list[str]:
    """The actors named as subject, every one of *Russia and China*; else those of *by ...*."""
    for candidate in (verb, *verb.conjuncts):
        head = next((t for t in candidate.children if t.dep_ == "nsubj"), None)
        if head is not None:
            return _actors([head, *head.conjuncts], names, words)
    agents = [t for by in verb.children if by.dep_ == "agent" for t in by.children]
    return _actors([t for agent in agents for t in (agent, *agent.conjuncts)], names, words)


def _actors(heads: list[Token], names: list[Named], words: Words) -> list[str]:
    found = (owner(head, names, words) for head in heads)
    actors = (item.mention.actor for item in found if item is not None)
    return list(dict.fromkeys(actor for actor in actors if actor is not None))


def _is_deed(verb: Token, words: Words, deeds: frozenset[str]) -> bool:
    """A deed done: a known verb of conduct, or any other act in the past; no modal, no negation."""
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    if any(t.lower_ in _MODALS for t in helpers) or any(t.dep_ == "neg" for t in verb.children):
        return False
    lemma = verb.lemma_.lower()
    if lemma in deeds:
        return verb.tag_ in _DEED_TAGS
    perfect = verb.tag_ == "VBN" and any(t.lemma_ == "have" for t in helpers)
    idle = words.states | words.attitudes | words.cues
    return (verb.tag_ == "VBD" or perfect) and lemma not in idle
