"""What is said for or against a thing: *arming them is a mistake*, *called it harmful*."""

from dataclasses import dataclass

from spacy.tokens import Token

from volteface.coding import scope_words as words

_COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "prep", "advmod", "dobj", "ccomp", "xcomp"})

Effect = tuple[Token, float]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the rules have to know about a phrase.

    ``tokens`` are its indices. ``belief``: it says what will happen, not what is wanted, so that
    calling it a disaster is no denial. ``of_fact``: it says who did what, so that an accusation
    asserts it. ``wrong``: it names a misdeed, so that whoever speaks against it asserts it.
    """

    tokens: frozenset[int]
    belief: bool = False
    of_fact: bool = False
    wrong: bool = False


def _evaluation(complement: Token) -> Effect | None:
    """What a predicate, its phrase, its adjective or its conjunct says for or against."""
    own = (complement.lemma_.lower(), complement.lower_)
    rest = complement.doc[complement.left_edge.i : complement.right_edge.i + 1].text.lower()
    found = [e for e in words.EVALUATION if " " in e and f"{rest} ".startswith(f"{e} ")]
    for key in (*found, *own):
        if key in words.EVALUATION:
            return complement, words.EVALUATION[key]
    if complement.lower_ == "by":  # "by mistake" says how, and nothing against it
        return None
    below = (t for t in complement.children if t.dep_ in {"amod", "conj", "pobj", "acomp", "attr"})
    return next((e for e in map(_evaluation, below) if e is not None), None)


def _drawback(having: Token) -> Token | None:
    """The limits or dangers that something is said to have."""
    return next((t for t in having.children if t.lemma_.lower() in words.DRAWBACKS), None)


def verdict(head: Token, phrase: Phrase) -> Effect | None:
    """What a copula's complement, or a verb, says for or against its subject."""
    if head.lemma_.lower() in words.SUBJECT_VERBS:
        effect: Effect | None = head, words.SUBJECT_VERBS[head.lemma_.lower()]
    elif head.lemma_ == "have" and (drawback := _drawback(head)):
        effect = drawback, words.DRAWBACK
    elif head.tag_ == "VBN" and head.lower_ in words.EVALUATION:
        effect = head, words.EVALUATION[head.lower_]
    elif head.lemma_.lower() in words.EVALUATION and head.pos_ in {"ADJ", "NOUN"}:
        effect = head, words.EVALUATION[head.lemma_.lower()]
    else:
        plain = head.lemma_.lower() in words.COPULAS
        relations = _COMPLEMENTS if plain else _COMPLEMENTS - {"dobj", "ccomp", "xcomp", "prep"}
        held = (c for c in head.rights if c.i not in phrase.tokens and c.dep_ in relations)
        effect = next((e for e in map(_evaluation, held) if e is not None), None)
    if effect is None or (effect[1] < 0 and (phrase.wrong or phrase.belief)):
        return None
    return effect


def naming(noun: Token, phrase: Phrase) -> Effect | None:
    """*called it harmful*, *described it as a mistake*: what a verb's object is held to be."""
    verb = noun.head
    if verb.lemma_.lower() not in words.NAMING or phrase.wrong or phrase.belief:
        return None
    after = [t for t in noun.rights if t.dep_ == "amod" or t.lower_ == "as"]
    beside = [t for t in verb.rights if t.i > noun.i and t.dep_ in _COMPLEMENTS]
    held = (t for t in (*after, *beside) if t.i not in phrase.tokens)
    return next((e for e in map(_evaluation, held) if e is not None), None)
