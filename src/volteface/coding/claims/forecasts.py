"""Forecasts: what is likely, bound to be or will never be, and how a war will go."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from volteface.coding.claims.found import Found, is_negated, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.claims.subjects import IsActor
from volteface.records import Direction

_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
_SPEAKER = frozenset({"i", "one", "that", "this", "we", "what", "which", "who", "you"})
_SECOND_HAND = frozenset({"he", "it", "she", "they"})
_NONE = frozenset({"nobody", "none", "nothing"})
_NO = frozenset({"neither", "no"})
_OF_TIME_OR_WHETHER = frozenset({"advcl", "acl", "relcl", "csubj"})
_AIMS = frozenset({"acl", "advcl", "ccomp", "pobj", "relcl", "xcomp"})
_RANK = 4


def of_forecast(verb: Token, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    """What a finite verb says of things to come, or of what cannot come."""
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    if subject is None or _is_question(verb):
        return
    if subject.lower_ in _SPEAKER and not any(t.lower_ in _NO for t in subject.lefts):
        return
    direction = (
        _odds(verb, known)
        or _stake(verb, known)
        or _outlook(verb, subject, known, is_actor)
        or _foretold(verb, subject, known)
    )
    if direction is not None:
        before = subtree(subject)
        yield Found(before, subtree(verb) - before, direction, _RANK)


def of_absence(noun: Token, known: Markers) -> Iterator[Found]:
    """*There is no hope of a truce*, *there is no military solution*."""
    verb = noun.head
    if (
        noun.lemma_.lower() not in known.stakes
        or verb.lemma_ != "be"
        or not any(t.dep_ == "expl" for t in verb.children)
        or not _is_denied(noun, known)
    ):
        return
    near = [t for t in noun.children if t.dep_ in {"prep", "acl", "relcl", "ccomp"}]
    aims = [t for part in near for t in (part.children if part.dep_ == "prep" else [part])]
    aims = [t for t in (*aims, *verb.children) if t.dep_ in _AIMS and t.pos_ != "PRON"]
    kinds = [t for t in noun.children if t.dep_ == "amod"]
    if aims:
        yield Found(subtree(noun, aims), subtree(aims[0]), "prevents", _RANK)
    elif kinds:
        yield Found(subtree(kinds[0]), frozenset({noun.i}), "prevents", _RANK)


def _odds(verb: Token, known: Markers) -> Direction | None:
    """*Is likely to*, *is bound to*, *is doomed*."""
    says = [t for t in verb.children if t.dep_ in {"acomp", "oprd"}]
    if verb.tag_ == "VBN" and any(t.dep_ == "auxpass" for t in verb.children):
        says.append(verb)
    for word in says:
        led = next((t for t in (*word.children, *verb.children) if t.dep_ == "xcomp"), None)
        if word.lower_ in known.fated:
            return "none" if is_negated(verb) else "prevents"
        if led is None or led.lemma_.lower() in known.appointments:
            continue
        if word.lower_ in known.improbable:
            return "brings" if is_negated(verb) else "prevents"
        if word.lower_ in known.probable:
            return "prevents" if is_negated(verb) else "brings"
        if word.lower_ == "expected" and any(t.lower_ in {"can", "could"} for t in word.children):
            return "prevents" if is_negated(verb) else "brings"
    return None


def _stake(verb: Token, known: Markers) -> Direction | None:
    """*Has no reason to leave*, *has no choice but to sign*."""
    if verb.lemma_ not in {"have", "give", "leave"}:
        return None
    for noun in verb.children:
        if noun.dep_ != "dobj" or noun.lemma_.lower() not in known.stakes:
            continue
        aimed = any(t.i > noun.i and t.dep_ in {"acl", "relcl", "prep"} for t in noun.children)
        after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
        if _is_denied(noun, known) and (aimed or after.lower_ in {"but", "except", "to"}):
            return "brings" if after.lower_ in {"but", "except"} else "prevents"
        if any(t.lower_ == "every" for t in noun.children) and aimed:
            return "brings"
    return None


def _outlook(verb: Token, subject: Token, known: Markers, is_actor: IsActor) -> Direction | None:
    """How the war, or a party to it, will fare; who will never do what."""
    modal = _modal(verb, known)
    if modal is None or verb.dep_ in _OF_TIME_OR_WHETHER or _is_pledged(verb, known):
        return None
    main = _led(verb)
    lemma = main.lemma_.lower()
    if lemma in known.appointments:
        return None
    direction: Direction = "prevents" if is_negated(verb) else "brings"
    never = any(t.lower_ == "never" for t in verb.children)
    nobody = subject.lower_ in _NONE or any(t.lower_ in _NO for t in subject.lefts)
    if lemma in known.victories or (lemma in known.fates and not _has_object(main)):
        return direction
    if (never and subject.lower_ not in _SECOND_HAND) or nobody:
        return "prevents"
    if subject.lemma_.lower() in known.courses and main.pos_ == "VERB":
        return direction
    text = subject.sent.text
    if known.in_the_end.search(text) or (known.within.search(text) and not is_actor(subject)):
        return direction if subject.lower_ not in _SECOND_HAND else None
    return None


def _foretold(verb: Token, subject: Token, known: Markers) -> Direction | None:
    """*They warn that the war would spread*, *he doubts that talks will help*."""
    if _modal(verb, known) is None or subject.lower_ in _SECOND_HAND - {"it"}:
        return None
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in {"AUX", "VERB"}:
        top = top.head
    head = top.head
    if top.dep_ not in {"acl", "ccomp"} or _led(verb).lemma_.lower() in known.appointments:
        return None
    lemma = head.lemma_.lower()
    if lemma in known.doubting:
        return "brings" if is_negated(head) else "prevents"
    if lemma in known.foretelling:
        return "prevents" if is_negated(verb) != is_negated(head) else "brings"
    return None


def _modal(verb: Token, known: Markers) -> Token | None:
    """The *will*, *may* or *is going* of a verb."""
    own = next((t for t in verb.children if t.lower_ in known.modals and t.dep_ == "aux"), None)
    if own is None and verb.lower_ == "going" and _led(verb) is not verb:
        return verb
    return own


def _led(verb: Token) -> Token:
    """What is going to be: *win* in *is going to win*."""
    led = (t for t in verb.children if t.dep_ == "xcomp" and verb.lower_ == "going")
    return next(led, verb)


def _is_pledged(verb: Token, known: Markers) -> bool:
    """*Vowed that it would win*; *wants to know whether it will*; a condition's own verb."""
    if any(t.dep_ == "mark" and t.lower_ != "that" for t in verb.children):
        return True
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in known.pledging


def _is_denied(noun: Token, known: Markers) -> bool:
    return any(t.lower_ in known.denying for t in noun.children) or is_negated(noun.head)


def _has_object(verb: Token) -> bool:
    return any(t.dep_ == "dobj" for t in verb.children)


def _is_question(verb: Token) -> bool:
    sentence: Span = verb.sent
    return sentence.text.rstrip("\"'” ").endswith("?")
