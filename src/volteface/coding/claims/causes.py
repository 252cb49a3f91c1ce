"""Claims made by verbs, nouns and adjectives of cause: *leads to, depends on, the key to*."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, is_negated, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.claims.subjects import PERSONS, SUBJECTS, IsActor, causing
from volteface.coding.grammar import subject
from volteface.records import Direction

_OBJECTS = frozenset(
    {"acomp", "advcl", "attr", "ccomp", "dative", "dobj", "oprd", "pobj", "prep", "prt", "xcomp"}
)
_JOINS = frozenset(
    {"be", "become", "remain", "prove", "seem", "look", "appear", "constitute", "represent"}
)

_AIMS = frozenset({"behind", "for", "in", "of", "on", "over", "to", "towards"})
_COMPLETED = frozenset({"leave"})
"""Verbs that need more than an object: *leaves him weak*, but not *leaves the town*."""
_COUNTED = frozenset({"dead", "homeless", "injured", "wounded"})
"""How many *it left dead* is news, not a claim."""
_WITH_OBJECT = frozenset({"keep", "stop", "threaten"})
"""Verbs that need an object here: not *kept coming*, *stopped selling*, *threatened to attack*."""


def of_verb(verb: Token, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    """What a verb of cause says its subject does, or what it says something rests on."""
    lemma = verb.lemma_.lower()
    if lemma in known.rests:
        yield from _rests(verb, known.rests[lemma], is_actor)
    for particle, effect in known.verbs.get(lemma, ()):
        links = {t.lower_ for t in verb.children if t.dep_ in {"advmod", "prep", "prt"}}
        if particle in links or (particle is None and not _says_else(verb, known)):
            yield from _effect(verb, effect, linked=particle is not None, is_actor=is_actor)
            return


def _says_little(verb: Token, suffers: list[Token], *, linked: bool) -> bool:
    """Whether what stands behind the verb makes it tell an event, not an effect."""
    kinds = {t.dep_ for t in suffers}
    if verb.lemma_ in _COMPLETED and kinds == {"dobj"}:
        return True
    if verb.lemma_ in _WITH_OBJECT and not kinds & {"ccomp", "dobj"}:
        return True
    counted = any(t.lower_ in _COUNTED for t in verb.doc[verb.i : verb.right_edge.i + 1])
    return counted or (kinds == {"prep"} and not linked)


def _says_else(verb: Token, known: Markers) -> bool:
    """*Ends up*, *brings in*: the particle makes another verb of it."""
    parts = {t.lower_ for t in verb.children if t.dep_ in {"prep", "prt"}}
    return any((verb.lemma_.lower(), part) in known.other for part in parts)


def _effect(verb: Token, effect: Direction, *, linked: bool, is_actor: IsActor) -> Iterator[Found]:
    """``linked``: the verb has the preposition or particle that belongs to it, *leads to*."""
    direction: Direction = "none" if is_negated(verb) else effect
    if _is_passive(verb):
        agents = [
            t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"
        ]
        subjects = [t for t in verb.children if t.dep_ in SUBJECTS] or (
            [verb.head] if verb.dep_ == "acl" else []
        )
        if agents and subjects and not is_actor(agents[0]):
            whole = subtree(subjects[0], [verb] if verb.dep_ == "acl" else [])
            yield Found(subtree(agents[0]), whole, direction, 3)
        return
    suffers = [t for t in verb.rights if t.dep_ in _OBJECTS and t.lower_ != "by"]
    if not suffers or _says_little(verb, suffers, linked=linked):
        return
    by = next(
        (
            c
            for t in verb.children
            if t.lower_ == "by" and t.dep_ == "prep"
            for c in t.children
            if c.dep_ == "pcomp"
        ),
        None,
    )
    consequence = frozenset({verb.i}).union(*(subtree(t) for t in suffers))
    if by is not None:
        yield Found(subtree(by), consequence - subtree(by), direction, 3)
        return
    cause = causing(verb, effect, is_actor)
    if cause is None:
        return
    inside = subtree(cause, [verb]) if verb.i in subtree(cause) else subtree(cause)
    yield Found(inside - consequence, consequence, direction, 3)


def _rests(verb: Token, particles: tuple[str | None, ...], is_actor: IsActor) -> Iterator[Found]:
    """*A settlement depends on Moscow*, *it would take a defeat to change its mind*."""
    lemma = verb.lemma_.lower()
    direction: Direction = "none" if is_negated(verb) else "brings"
    for particle in particles:
        if particle is None:
            yield from _taking(verb, lemma)
            continue
        for link in _links(verb):
            if link.lower_ == particle and link.dep_ in {"prep", "prt", "agent"}:
                led = [t for t in link.children if t.dep_ in {"pobj", "pcomp"}]
                rests = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
                rests = rests or (verb.head if verb.dep_ in {"acl", "relcl"} else subject(verb))
                if led and rests is not None and not (lemma == "turn" and is_actor(rests)):
                    inside = [verb] if verb.i in subtree(rests) else []
                    rest = subtree(rests, inside) - subtree(led[0])
                    yield Found(subtree(led[0]), rest, direction, 2)
                    return


def _links(verb: Token) -> Iterator[Token]:
    """The verb's prepositions, and those one phrase further down: *stems in part from*."""
    for child in verb.children:
        yield child
        if child.dep_ == "prep":
            yield from (t for led in child.children if led.dep_ == "pobj" for t in led.children)


def _taking(verb: Token, lemma: str) -> Iterator[Found]:
    impersonal = any(t.dep_ in {"nsubj", "expl"} and t.lower_ == "it" for t in verb.children)
    needed = next((t for t in verb.rights if t.dep_ == "dobj"), None)
    aim = next(
        (t for t in verb.rights if t.dep_ in {"advcl", "xcomp", "ccomp"} and t.tag_ == "VB"), None
    )
    if needed is None:
        return
    if aim is None:
        aim = next(
            (t for t in needed.subtree if t.dep_ in {"relcl", "acl", "advcl"} and t.tag_ == "VB"),
            None,
        )
    if aim is not None and (impersonal or lemma == "require"):
        yield Found(subtree(needed, [aim]), subtree(aim), "brings", 2)
    elif lemma == "require" and not impersonal:
        found = subject(verb)
        if found is not None:
            yield Found(subtree(needed), subtree(found), "brings", 2)


def of_noun(noun: Token, known: Markers) -> Iterator[Found]:
    """*The main obstacle to peace is the army*, *aid is the price of silence*."""
    effect = known.nouns.get(noun.lemma_.lower())
    if effect is None:
        return
    aims = [
        part
        for t in noun.rights
        if (t.dep_ == "prep" and t.lower_ in _AIMS) or t.dep_ in {"acl", "relcl"}
        for part in (
            [t] if t.dep_ != "prep" else [c for c in t.children if c.dep_ in {"pobj", "pcomp"}]
        )
    ]
    verb = noun.head
    if not aims or verb.lemma_.lower() not in _JOINS:
        return
    others = [
        t
        for t in verb.children
        if t.dep_ in {"nsubj", "attr", "csubj", "ccomp", "xcomp"} and t != noun
    ]
    if not others or others[0].lower_ in PERSONS | {"there"}:
        return
    direction: Direction = "none" if is_negated(verb) else effect
    yield Found(subtree(others[0]), subtree(aims[0]), direction, 3)


def of_adjective(adjective: Token, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    """*Arming them is counterproductive*."""
    effect = known.adjectives.get(adjective.lower_)
    top = adjective
    while top.dep_ == "conj":
        top = top.head
    verb = top.head
    if effect is None or top.dep_ != "acomp" or verb.lemma_.lower() not in _JOINS:
        return
    held = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if held is None or held.lower_ in PERSONS | {"it", "there"} or is_actor(held):
        return
    direction: Direction = "none" if is_negated(verb) else effect
    yield Found(subtree(held), subtree(top), direction, 3)


def _is_passive(verb: Token) -> bool:
    helpers = {t.dep_ for t in verb.children}
    return verb.tag_ == "VBN" and (
        bool(helpers & {"auxpass", "nsubjpass"}) or (verb.dep_ == "acl" and "aux" not in helpers)
    )
