"""Claims made by clauses: *if, unless, until, because, so long as, no matter what*."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, has_modal, is_negated, is_present, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.words import words
from volteface.records import Direction

_CLAUSES = frozenset({"advcl", "ccomp", "dep"})
_TIMES = frozenset({"when", "once"})
_ALWAYS = frozenset({"once", "whenever"})
"""With both clauses in the present they say what follows, not when something was."""
_DAYS = frozenset({"day", "hour", "instant", "minute", "moment"})
_SAYING = frozenset({"asked", "called", "told", "quoted", "questioned", "speaking", "given", "set"})
_ASKING = frozenset({"ask", "check", "discuss", "inquire", "know", "question", "see", "wonder"})
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
    if token.dep_ == "ccomp" or _is_advice(token) or main.lemma_.lower() in _ASKING:
        return
    long = _so_long(token)
    inside, rest, joint = inside - long, rest - long, joint | long
    bare = _unmarked(token, marker, main)
    if bare is not None:
        yield Found(inside, rest, bare, 1, joint)
    elif long or known.opening(known.lasting, opening) or marker in known.positive:
        if marker not in _TIMES or _says_always(token, marker, main):
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


def of_participle(token: Token) -> Iterator[Found]:
    """*Deprived of its pay, the army would have to bargain*: a condition without a subject."""
    main = token.head
    first = token.dep_ == "advcl" and token.tag_ == "VBN" and token.left_edge == token
    if not first or token.i > main.i or token.lower_ in _SAYING:
        return
    would = {t.lower_ for t in main.children if t.tag_ == "MD"}
    if would & {"would", "could", "will", "wo", "might", "may"}:
        direction: Direction = "prevents" if is_negated(main) else "brings"
        yield Found(subtree(token), subtree(main, [token]), direction, 2)


def of_time(noun: Token) -> Iterator[Found]:
    """*The day the pay stops, the army will melt away*."""
    when = next((t for t in noun.children if t.dep_ in {"acl", "relcl"}), None)
    if noun.lower_ not in _DAYS or noun.dep_ != "npadvmod" or when is None:
        return
    main = noun.head
    if is_present(main) and is_present(when) and not has_modal(when):
        direction: Direction = "prevents" if is_negated(main) else "brings"
        yield Found(subtree(noun), subtree(main, [noun]), direction, 2)


def _says_always(clause: Token, marker: str, main: Token) -> bool:
    """*When* and *once* of what would follow, not of when something happened."""
    if has_modal(main):
        return not has_modal(clause)
    return marker in _ALWAYS and is_present(main) and is_present(clause)


def _so_long(clause: Token) -> frozenset[int]:
    """The words of an *as long as* that the parse hangs the clause on."""
    long = clause.head
    if long.lower_ != "long" or long.i == 0 or long.nbor(-1).lower_ not in {"as", "so"}:
        return frozenset()
    marks = {t.i for t in clause.children if t.dep_ == "mark"}
    return frozenset({long.i, long.i - 1} | marks)


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


def _is_closed(clause: Token) -> bool:
    """Whether the sentence has its full stop; a headline has none, and its *as* is of time."""
    return any(t.pos_ == "PUNCT" and t.text not in {",", "-"} for t in clause.sent[-2:])


def _is_reason(clause: Token, marker: str) -> bool:
    """*Since* and *as* are of time, or report speech, as often as they give reasons."""
    if marker == "because":
        return True
    own = any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in clause.children)
    if not own or clause.lemma_.lower() in words().cues:
        return False
    if marker == "as" and not _is_closed(clause):
        return False
    head = _main(clause)
    perfect = any(
        t.dep_ == "aux" and t.lemma_ == "have" for t in (*clause.children, *head.children)
    )
    return is_present(clause) and is_present(head) and not perfect
