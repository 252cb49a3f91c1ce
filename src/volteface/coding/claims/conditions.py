"""Claims made by clauses: *if, unless, until, because, so long as, no matter what*."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, has_modal, is_negated, is_present, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.words import words
from volteface.records import Direction

_CLAUSES = frozenset({"advcl", "ccomp", "dep"})
_TIMES = frozenset({"when", "once"})
_INVERTED = frozenset({"had", "should", "were"})
_WHILE = frozenset({"when", "where", "while"})
_ANONYMOUS = frozenset({"anonymity", "identified", "name", "named", "quoted"})
_OPENING = 5
"""Tokens at the beginning of a clause that can mark it."""


def of_clause(token: Token, known: Markers) -> Iterator[Found]:
    """The claim that an adverbial clause makes together with the clause it hangs on."""
    if token.dep_ not in _CLAUSES:
        return
    text = token.doc[token.left_edge.i : token.left_edge.i + _OPENING].text.lower()
    opening = text.replace(" ,", "").strip("\"' ")
    marker = next((t.lower_ for t in token.children if t.dep_ == "mark"), opening.split(" ")[0])
    main = _main(token)
    rest = subtree(main, [token])
    if any(t.lower_ in _ANONYMOUS for t in main.subtree):
        return
    joint = frozenset(t.i for t in token.children if t.dep_ == "mark")
    inside = subtree(token) - joint
    if token.dep_ == "ccomp" or _is_advice(token):
        return
    bare = _unmarked(token, marker, main)
    if bare is not None:
        yield Found(inside, rest, bare, 1, joint)
    elif known.opening(known.lasting, opening) or marker in known.positive:
        if marker in _TIMES and not (has_modal(main) and not has_modal(token)):
            return
        yield Found(inside, rest, "prevents" if is_negated(main) else "brings", 1, joint)
    elif marker in known.negative:
        if marker == "unless" or is_negated(main) or has_modal(main):
            yield Found(inside, rest, "brings" if is_negated(main) else "prevents", 1, joint)
    elif known.opening(known.because, opening) and _is_reason(token, marker):
        yield Found(inside, rest, "prevents" if is_negated(main) else "brings", 2, joint)


def of_imperative(token: Token) -> Iterator[Found]:
    """*Lift the siege, and they will talk*; *lift it, or they will not*."""
    bare = token.tag_ in {"VB", "VBP"} and not any(
        t.dep_ in {"aux", "nsubj", "nsubjpass", "expl", "mark"} for t in token.children
    )
    if token.dep_ not in {"ROOT", "ccomp"} or not bare:
        return
    for joined in token.children:
        own = any(t.dep_ == "nsubj" and t.lower_ != "you" for t in joined.children)
        if joined.dep_ == "conj" and own and joined.tag_ in {"VB", "VBP", "VBZ"}:
            links = {t.lower_ for t in token.children if t.dep_ == "cc" and t.i < joined.i}
            joint = frozenset(t.i for t in token.children if t.dep_ == "cc")
            negated = is_negated(joined) != ("or" in links)
            direction: Direction = "prevents" if negated else "brings"
            yield Found(subtree(token, [joined]) - joint, subtree(joined), direction, 1, joint)


def _unmarked(clause: Token, marker: str, main: Token) -> Direction | None:
    """What a condition without *if* does to its consequence, None where it is no condition."""
    if _is_only(clause, marker):
        return "brings"
    if _is_inverted(clause) and has_modal(main):
        return "prevents" if is_negated(main) else "brings"
    return None


def _is_inverted(clause: Token) -> bool:
    """*Had they struck*, *were they to leave*: a condition without *if*."""
    first = clause.left_edge
    own = [t for t in clause.children if t.dep_ in {"nsubj", "nsubjpass"}]
    return clause.dep_ == "advcl" and first.lower_ in _INVERTED and bool(own) and first.i < own[0].i


def _is_only(clause: Token, marker: str) -> bool:
    """*Only while he pays*."""
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    near = [*clause.children, *([before] if before is not None else [])]
    opening = clause.left_edge.lower_
    return bool({marker, opening} & _WHILE) and any(t.lower_ == "only" for t in near)


def _main(clause: Token) -> Token:
    """The verb that a clause hangs on, also where the parse hangs it on that verb's subject."""
    verbs = (t for t in clause.ancestors if t.pos_ in {"VERB", "AUX"})
    return next(verbs, clause.head)


def _is_advice(clause: Token) -> bool:
    """*If you find an error*: to the reader, or to somebody spoken to."""
    return any(t.dep_ == "nsubj" and t.lower_ in {"you", "i"} for t in clause.children)


def _is_reason(clause: Token, marker: str) -> bool:
    """*Since* and *as* are of time, or report speech, as often as they give reasons."""
    if marker == "because":
        return True
    own = any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in clause.children)
    if not own or clause.lemma_.lower() in words().cues:
        return False
    head = _main(clause)
    perfect = any(
        t.dep_ == "aux" and t.lemma_ == "have" for t in (*clause.children, *head.children)
    )
    return is_present(clause) and is_present(head) and not perfect
