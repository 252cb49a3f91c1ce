"""What the words around a phrase do to it: negation, refusal, condition, evaluation.

*We will not arm them*, *he refused to arm them*, *arming them would be a mistake* and *no one
should arm them* all hold the words of arming and take the other side. The rules walk from a
phrase up the tree of dependencies and multiply the factors of :mod:`volteface.coding.scope_words`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import prod

from spacy.tokens import Doc, Token

from volteface.coding import scope_words as words
from volteface.coding.contrast import contrast, is_contrastive
from volteface.coding.verdict import Effect, Phrase, naming, verdict

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_LOOSE = frozenset({"advcl", "relcl"})
_GOVERNED = _PASSIVE | _LOOSE | {
    "xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "acl", "attr", "oprd", "acomp", "dative",
    "agent", "appos", "compound", "amod", "poss", "nmod", "advmod", "npadvmod",
}  # fmt: skip
_NEAR = 3
"""Tokens before a phrase in which a negation is believed even if the parser lost it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The product of all effects on a phrase, in [-1, 1], and the words that had one."""

    factor: float
    words: tuple[str, ...]


def _negation(token: Token) -> float | None:
    """The factor of a word that negates the word it hangs on, unless it is *not only*."""
    factor = words.NEGATORS.get(token.lower_)
    if factor is None or is_contrastive(token):
        return None
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return None if following in words.NOT_ALONE else factor


def _none_word(noun: Token) -> Effect | None:
    """*no* country, *nothing*, *no one*, *few* people: the word and its factor."""
    for token in (noun, *noun.lefts):
        factor = words.NONE_WORDS.get(token.lower_)
        before = token.doc[token.i - 1].lower_ if token.i else ""
        if factor is not None and before not in words.NOT_FULLY:
            return token, factor
    return None


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(t.lower_ in {"if", "unless"} for t in clause.lefts)


def _own(token: Token, inside: frozenset[int]) -> Iterator[Effect]:
    """What hangs on a word itself and acts on it; *could not* denies as much as *not*."""
    negated = any(_negation(child) for child in token.children)
    for child in token.children:
        if child.i in inside:
            continue
        negation = _negation(child)
        if negation is not None:
            yield child, negation
        elif child.lower_ in words.MODALS and not negated:
            yield child, words.MODALS[child.lower_]
        elif child.dep_ in _SUBJECTS | {"dobj", "det", "attr", "expl"}:
            none_word = _none_word(child)
            if none_word and none_word[0].i not in inside:
                yield none_word
        elif _is_condition(child):
            yield child, words.CONDITION


def _phrase(token: Token) -> str:
    """A verb with its particle: *rule out*; else the lemma."""
    for child in token.rights:
        key = f"{token.lemma_.lower()} {child.lower_}"
        if key in words.COMPLEMENT or key in words.PREPOSITIONS:
            return key
    return token.lemma_.lower()


def _clause_word(clause: Token) -> Effect | None:
    """The word that makes a clause subordinate and not plainly asserted."""
    for token in clause.lefts:
        if token.dep_ in {"mark", "advmod", "prep"} and token.lower_ in words.CLAUSES:
            return token, words.CLAUSES[token.lower_]
    return None


def _lexical(head: Token, phrase: Phrase) -> Effect | None:
    """What a governing word does to the part of the sentence under it."""
    key = _phrase(head)
    if key == "without" and any(t.lower_ in words.NEEDED for t in head.head.children):
        return head, words.NEEDED_FACTOR
    lemma = head.lemma_.lower()
    if (phrase.of_fact and lemma in words.ACCUSATIONS) or (
        phrase.wrong and lemma in words.OBJECTIONS
    ):
        return None
    if lemma in words.CONCERN or head.lower_ in words.CONCERN:
        if phrase.wrong:
            return None
        return head, words.FEARED if phrase.belief else words.CONCERN_FACTOR
    table = words.PREPOSITIONS if key in words.PREPOSITIONS else words.COMPLEMENT
    return (head, table[key]) if key in table else None


def _from_first_conjunct(child: Token, inside: frozenset[int]) -> Iterator[Effect]:
    """*did not resign or step down*: the first verb's negation, unless the second begins anew."""
    begins_anew = {t.dep_ for t in child.lefts} & (_SUBJECTS | {"aux", "auxpass"})
    if not begins_anew and not any(t.lower_ == "but" for t in child.head.rights):
        yield from _own(child.head, inside)


def _said(head: Token, phrase: Phrase) -> Iterator[Effect]:
    """What a verb or its complement says for or against, and what denies that: *hardly wise*."""
    said = verdict(head, phrase)
    if said:
        yield said
        if said[0].i != head.i:
            yield from _own(said[0], phrase.tokens)


def _from_predicate(child: Token, phrase: Phrase) -> Iterator[Effect]:
    """*arming them is (not) a mistake*: what is said of the phrase as a subject."""
    head = child.head.head if child.head.dep_ in {"aux", "auxpass"} else child.head
    said = list(_said(head, phrase))
    if said:
        yield from said
        own = _own(head, phrase.tokens | {said[0][0].i})
        yield from (e for e in own if e[0].i != child.i)


def _ruled_out(child: Token) -> Effect | None:
    """*There is no question of* it, *there can be no talk of* it: the word and what it does."""
    noun = child.head
    possible = any(t.lemma_.lower() in {"can", "could"} for t in noun.head.children)
    idiom = noun.lower_ == "question" or (possible and noun.lower_ == "talk")
    return _none_word(noun) if idiom and child.lower_ == "of" else None


def _from_governor(child: Token, phrase: Phrase) -> Iterator[Effect]:
    """*refused to arm them*, *it is wrong to arm them*: the governing word and what is on it."""
    head = child.head
    lexical = _lexical(head, phrase)
    if ruled_out := _ruled_out(child):
        yield ruled_out
    elif lexical:
        yield lexical
    elif head.lemma_ == "be" and (said := list(_said(head, phrase))):
        yield from said
    elif head.pos_ == "ADJ" and head.lemma_.lower() in words.EVALUATION:
        if evaluation := verdict(head, phrase):
            yield evaluation
    elif child.dep_ == "dobj" and (named := naming(child, phrase)):
        yield named
    for token, factor in _own(head, phrase.tokens):
        unsaid = factor < 0 and head.lemma_.lower() in words.SPEECH
        yield token, words.SILENCE if unsaid else factor


def _step(child: Token, phrase: Phrase) -> Iterator[Effect]:
    """The effects on a phrase of the word that its topmost word hangs on."""
    relation = child.dep_
    governs = _phrase(child.head) in words.COMPLEMENT or child.head.lower_ in words.CONCERN
    passive_object = relation in _PASSIVE and governs
    if relation == "conj":
        yield from _from_first_conjunct(child, phrase.tokens)
    elif relation in _SUBJECTS and not passive_object:
        yield from _from_predicate(child, phrase)
    elif relation in _GOVERNED and (clause_word := _clause_word(child)):
        yield clause_word
        if relation == "advcl" and (said := verdict(child.head, phrase)):
            yield said
    elif relation in _GOVERNED - _LOOSE:
        yield from _from_governor(child, phrase)


def topmost(doc: Doc, tokens: Iterable[int]) -> Token:
    """The token that governs the others: the one nearest to the root, the first of equals."""
    return min((doc[i] for i in tokens), key=lambda t: (sum(1 for _ in t.ancestors), t.i))


def _nearby(doc: Doc, first: int) -> Iterator[Effect]:
    """A negation just before the phrase in the same clause, for text the parser misread."""
    for i in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        token = doc[i]
        if token.is_punct or token.is_sent_start or token.pos_ in {"CCONJ", "SCONJ"}:
            return
        factor = _negation(token) or (-1.0 if token.lower_ == "no" else None)
        if factor is not None:
            yield token, factor
            return


def _reaches(_head: Token, _child: Token) -> bool:
    return True


def scope(doc: Doc, phrase: Phrase, *, reaches: Callable[[Token, Token], bool] = _reaches) -> Scope:
    """What the sentence does to a phrase.

    Args:
        doc: Parsed text.
        phrase: Whose side is asked for; its own words have no effect on it.
        reaches: Whether a governing word may act on the phrase under a child of it (it may not
            where quote marks close the phrase off).
    """
    current = topmost(doc, phrase.tokens)
    effects: dict[int, Effect] = {}

    def note(found: Iterable[Effect]) -> None:
        for token, factor in found:
            if token.i not in phrase.tokens:
                effects.setdefault(token.i, (token, factor))

    note(contrast(doc, min(phrase.tokens)))
    for i in sorted(phrase.tokens):
        note(_own(doc[i], phrase.tokens))
    while current.head.i != current.i and reaches(current.head, current):
        note(_step(current, phrase))
        current = current.head
    if not any(factor < 0 for _, factor in effects.values()):
        note(_nearby(doc, min(phrase.tokens)))
    factors = [factor for _, factor in effects.values()]
    product = prod(factors) * (words.DOUBLE if sum(f < 0 for f in factors) > 1 else 1)
    acting = [effects[i][0].text for i in sorted(effects) if effects[i][1] != 1]
    return Scope(product, tuple(acting))
