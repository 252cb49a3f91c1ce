"""How much of a phrase its speaker asserts as his own.

*The protesters want him to go* is told, not held; *if the city falls* is supposed; *three days
after his country blocked it* is said by the way. The side of such a phrase is plain, but it is
hardly evidence of a position.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

from spacy.tokens import Doc, Token

from volteface.coding import holding_words as words
from volteface.coding.grammar import subject
from volteface.coding.scope import topmost

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_POSSESSING = frozenset({"poss", "compound", "amod", "nmod"})
_CLAUSES = frozenset({"relcl", "acl", "appos"})
_QUALIFYING = frozenset({"amod", "compound", "nummod"})
_OPENING = frozenset({"mark", "aux", "advmod", "auxpass"})
_WORDLESS = frozenset({"PUNCT", "SPACE", "PART", "DET"})

Share = tuple[Token, float]


@dataclass(frozen=True, slots=True)
class Holding:
    """The share of a phrase that is asserted, in [0, 1], and the words that took from it.

    ``own`` is the share that is the speaker's thought, asserted or not.
    """

    share: float
    own: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose statement it is, as far as the rules can see it.

    ``own`` and ``other`` say of a token whether it names the holder of the position or another
    actor; ``content`` are the indices of what was said.
    """

    own: Callable[[Token], bool]
    other: Callable[[Token], bool]
    content: frozenset[int]


def _agent(word: Token) -> Token | None:
    """Who does it, in *put forward by Rome*."""
    by = (c for c in word.children if c.dep_ == "agent" or c.lower_ == "by")
    return next((t for c in by for t in c.children if t.pos_ in _NOUNS | {"PRON"}), None)


def _of_auxiliary(verb: Token) -> Token | None:
    """Who is convinced, in *is convinced*, also where the parser hung it on the auxiliary."""
    near = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    felt = verb.lemma_ in words.FELT
    relations = {"nsubj", "nsubjpass"} if felt else {"nsubj"}
    return next((c for v in near for c in v.children if c.dep_ in relations), None)


def doer(word: Token) -> Token | None:
    """The one whose deed or thought a verb, noun or adjective names; None where it is not said."""
    if (agent := _agent(word)) is not None:
        return agent
    if word.pos_ in _NOUNS:
        owners = [c for c in word.children if c.dep_ == "poss"]
        passive = word.dep_ == "nsubjpass"
        return owners[0] if owners else _agent(word.head) if passive else None
    if word.dep_ in {"acomp", "attr", "oprd"}:
        return subject(word.head)
    found = subject(word) or _of_auxiliary(word)
    if found is not None and found.lower_ in words.RELATIVE and word.dep_ == "relcl":
        return word.head
    return found


def _phrase(noun: Token) -> Iterator[Token]:
    """A noun's phrase without the clauses that hang on it."""
    yield noun
    for child in noun.children:
        if child.dep_ not in _CLAUSES:
            yield from _phrase(child)


def is_somebody_else(noun: Token, speaker: Speaker) -> bool:
    """Whether a subject is surely not the holder of the position, nor one of his side."""
    near = (noun, *(c for c in noun.children if c.dep_ in _POSSESSING))
    if noun.i not in speaker.content or any(speaker.own(t) for t in _phrase(noun)):
        return False
    if any(speaker.other(t) for t in near):
        return True
    if any(c.lower_ in words.OWN for c in noun.children if c.dep_ == "poss"):
        return False
    lemma = noun.lemma_.lower()
    if noun.tag_ not in {"NNS", "NNPS"}:
        return lemma in words.OTHERS - words.ORGANS
    qualified = any(c.dep_ in _QUALIFYING or c.lower_ in words.OTHERS for c in noun.children)
    known = lemma in words.OTHERS or noun.tag_ == "NNPS"
    return known and (qualified or lemma not in words.COLLEAGUES)


def _others(path: Sequence[Token], speaker: Speaker) -> Iterator[Share]:
    """Attitudes above the phrase, within what was said, of which somebody else is the subject."""
    felt = (c for word in path if word.lemma_ == "be" for c in word.rights if c.dep_ == "acomp")
    for word in (*path, *felt):
        if (
            word.i not in speaker.content
            or not {word.lemma_.lower(), word.lower_} & words.ATTITUDES
        ):
            continue
        holder = doer(word)
        of_rival = any(c.dep_ in _POSSESSING and speaker.other(c) for c in word.children)
        noun = word.pos_ in _NOUNS
        if (holder is None and noun and of_rival) or (
            holder is not None and holder.i != word.i and is_somebody_else(holder, speaker)
        ):
            yield holder or word, words.TOLD


def _supposed(path: Sequence[Token], content: frozenset[int], *, belief: bool) -> Iterator[Share]:
    share = words.SUPPOSED[belief]
    for word in path:
        if word.i not in content:
            return
        scenario = word.lemma_.lower() in words.SCENARIO and word.pos_ == "NOUN"
        if scenario and word is not path[0] and (belief or word.head.dep_ == "prep"):
            yield word, share
        opening = _opening(word)
        if opening is not None:
            yield opening, share


def _opening(clause: Token) -> Token | None:
    """What makes a clause a supposition: *if*, *should he*, *it would take*."""
    children = list(clause.children)
    subjects = [c for c in children if c.dep_ in _SUBJECTS]
    if clause.lemma_ in words.TAKES and any(c.lower_ == "it" for c in subjects):
        return next((c for c in children if c.lower_ in {"would", "'d"}), None)
    if clause.dep_ not in {"advcl", "ccomp", "conj", "acl"}:
        return None
    first = min([*(c for c in clause.lefts if c.dep_ in _OPENING), clause], key=lambda t: t.i)
    if first.lower_ in words.INVERTED:
        return first if any(c.i > first.i for c in subjects) else None
    return first if first.i != clause.i and first.lower_ in words.HYPOTHETICAL else None


def _aside(path: Sequence[Token], content: Sequence[Token]) -> Iterator[Share]:
    """Clauses and phrases of time, and relative clauses, that are not all that was said."""
    for word in path:
        if word.i not in {t.i for t in content}:
            return
        opening = next((t for t in word.lefts if t.dep_ in {"mark", "advmod"}), None)
        temporal: Token | None = None
        share = words.ASIDE
        if word.dep_ == "advcl" and opening is not None:
            temporal = opening if opening.lower_ in words.TEMPORAL else None
        elif word.dep_ == "relcl" and word.pos_ in _VERBS and word.tag_ not in {"VB", "VBG"}:
            temporal = word
            comma = word.left_edge.i and word.doc[word.left_edge.i - 1].is_punct
            share = words.ASIDE if comma else words.RESTRICTING
        elif word.dep_ == "pobj" and word.head.lower_ in words.TEMPORAL - {"as"}:
            temporal = word.head
        if temporal is not None and not _is_all(word, content):
            yield temporal, share


def _is_all(clause: Token, content: Sequence[Token]) -> bool:
    under = {t.i for t in clause.subtree}
    return all(t.i in under for t in content if t.pos_ not in _WORDLESS)


def _named_only(path: Sequence[Token], content: frozenset[int]) -> Iterator[Share]:
    """*The fall of the city would settle nothing*: an event that nobody says will come."""
    if path[0].pos_ not in _NOUNS:
        return
    for word in path:
        if word.i not in content:
            break
        beside = (word, *word.children) if word.pos_ in _VERBS or word is path[0] else (word,)
        if any(t.lemma_.lower() in words.EXPECTING for t in beside):
            return
        if word.pos_ in _VERBS:
            break
    yield path[0], words.NAMED


def _shared(path: Sequence[Token], tokens: frozenset[int]) -> Iterator[Share]:
    doc = path[0].doc
    if not any(doc[i].lemma_.lower() in words.UNSHARED for i in tokens):
        return
    clause = next((t for t in path if t.pos_ in _VERBS), path[-1])
    said = f" {doc[clause.left_edge.i : clause.right_edge.i + 1].text.lower()} "
    together = any(f" {phrase}" in said for phrase in words.TOGETHER)
    nor = " neither " in said and " nor " in said
    if together or nor or any(c.lower_ in {"both", "neither"} for c in clause.children):
        yield clause, words.SHARED


def _broken(content: frozenset[int], path: Sequence[Token]) -> Iterator[Share]:
    """*That* opens a clause whose verb the parser took for a noun."""
    for word in path:
        if word.i in content and word.dep_ == "ccomp" and word.pos_ in _NOUNS:
            marks = (c for c in word.lefts if c.dep_ == "mark" and c.lower_ == "that")
            copula = any(c.dep_ in {"cop", "nsubj", "aux"} for c in word.children)
            if not copula and next(marks, None) is not None:
                yield word, words.BROKEN


def holding(doc: Doc, tokens: Iterable[int], speaker: Speaker, *, belief: bool) -> Holding:
    """How much of a phrase is the speaker's own assertion.

    Args:
        doc: Parsed text.
        tokens: Indices of the phrase's tokens.
        speaker: Whose position is described, and what was said.
        belief: The phrase says what will happen, not what is wanted or done.
    """
    inside = frozenset(tokens)
    top = topmost(doc, inside)
    path = (top, *top.ancestors)
    content = [doc[i] for i in sorted(speaker.content)]
    foreign = dict(_others(path, speaker))
    taken = {
        **dict(_supposed(path, speaker.content, belief=belief)),
        **dict(_aside(path, content)),
        **dict(_named_only(path, speaker.content) if belief else ()),
        **dict(_shared(path, inside)),
        **dict(_broken(speaker.content, path)),
        **foreign,
    }
    acting = sorted(taken, key=lambda token: token.i)
    return Holding(
        prod(taken.values()), prod(foreign.values()), tuple(token.text for token in acting)
    )
