"""Views that a writer holds up in order to reject them, with nobody or somebody behind them.

*It is wrong to say, as the general did, that ...*; *the notion that ... is naive*.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from volteface.coding.attributed import Attribution
from volteface.coding.grammar import child, spans_of, text_of, that_clause, words_in
from volteface.coding.words import Words, words

_DID = {"did", "do", "does", "had", "has", "have"}
_HALF = 0.5


def judged(doc: Doc) -> list[Attribution]:
    """*It would be wrong to conclude, as some do, that ...*."""
    found = []
    for match in _frame().finditer(text_of(doc)):
        cue = doc.char_span(*match.span("cue"), alignment_mode="expand")
        if cue is None:
            continue
        content = (t.i for t in doc[cue.end : cue.root.sent.end] if t.idx >= match.end())
        as_clause = doc.char_span(*match.span("who"), alignment_mode="expand")
        who = _holder(as_clause) if match["who"] else None
        found.append(Attribution(spans_of(doc, content), who, cue.root, "indirect"))
    return [item for item in found if item.content]


def _holder(clause: Iterable[Token] | None) -> Token | None:
    """The subject of *as some in the capital already do*."""
    tokens = list(clause or ())
    verb = next((t for t in tokens if t.lower_ in _DID), None)
    subjects = (t for t in tokens if t.dep_ == "nsubj" and (verb is None or t.i < verb.i))
    nouns = (t for t in tokens if t.pos_ in {"DET", "NOUN", "PRON", "PROPN"})
    return next(subjects, None) or next(nouns, None)


def notions(doc: Doc, found: Sequence[Attribution], lexicon: Words) -> list[Attribution]:
    """*The notion that ... is naive*, *there is little in his claim that ...*; new ones only."""
    taken = {i for item in found for i in words_in(doc, item.content)}
    new = []
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon.rejection["views"]:
            continue
        clause = that_clause(noun)
        inside = {t.i for t in clause.subtree} if clause is not None else set()
        known = len(inside & taken) >= _HALF * len(inside)
        if clause is None or known or not is_rejected(noun, clause):
            continue
        made = (t for t in noun.subtree if t.dep_ == "agent" and t.i < clause.left_edge.i)
        owner = child(noun, "poss")
        agent = next((t for by in made for t in by.children if t.dep_ == "pobj"), owner)
        new.append(Attribution(spans_of(doc, inside), agent, noun, "indirect"))
    return new


def is_rejected(noun: Token, clause: Token) -> bool:
    """Whether what the sentence says of the noun, beside its clause, judges it wrong."""
    inside = {t.i for t in clause.subtree}
    rest = "".join(t.text_with_ws for t in noun.sent if t.i not in inside).lower()
    return bool(_against().search(rest))


@cache
def _frame() -> re.Pattern[str]:
    judgements = "|".join(re.escape(w) for w in words().rejection["judgements"])
    return re.compile(
        rf"\b[Ii]t (?:is|was|would be|will be|seems|remains) (?:\w+ ){{0,2}}?(?:{judgements})"
        r" to (?P<cue>\w+)(?P<who>, as [^,]{3,80},)? that "
    )


@cache
def _against() -> re.Pattern[str]:
    known = words().rejection
    judged = "|".join(re.escape(w) for w in (*known["verdicts"], *known["judgements"]))
    said = "|".join(re.escape(w) for w in known["phrases"])
    return re.compile(rf"\b(?:{judged})(?:s|es|d|ed|ing)?\b|\b(?:{said})\b")
