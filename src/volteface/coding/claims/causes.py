"""Claims made by verbs, nouns and adjectives of cause: *leads to, depends on, the key to*."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, is_negated, subtree
from volteface.coding.claims.markers import Markers
from volteface.coding.grammar import subject
from volteface.records import Direction

_OBJECTS = frozenset(
    {"acomp", "advcl", "attr", "ccomp", "dative", "dobj", "oprd", "pobj", "prep", "prt", "xcomp"}
)
_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
_PERSONS = frozenset(
    {
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "he",
        "i",
        "it",
        "nobody",
        "one",
        "she",
        "somebody",
        "they",
        "we",
        "who",
        "you",
    }
)
_JOINS = frozenset(
    {"be", "become", "remain", "prove", "seem", "look", "appear", "constitute", "represent"}
)

_AIMS = frozenset({"behind", "for", "in", "of", "on", "over", "to", "towards"})

IsActor = Callable[[Token], bool]
"""Whether a token names somebody who acts; what an actor does is an event, not a cause."""


def of_verb(verb: Token, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    """What a verb of cause says its subject does, or what it says something rests on."""
    lemma = verb.lemma_.lower()
    if lemma in known.rests:
        yield from _rests(verb, known.rests[lemma])
    for particle, effect in known.verbs.get(lemma, ()):
        if particle is None or any(
            t.lower_ == particle and t.dep_ in {"prep", "prt"} for t in verb.children
        ):
            yield from _effect(verb, effect, is_actor)
            return


def _effect(verb: Token, effect: Direction, is_actor: IsActor) -> Iterator[Found]:
    direction: Direction = "none" if is_negated(verb) else effect
    if _is_passive(verb):
        agents = [
            t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"
        ]
        subjects = [t for t in verb.children if t.dep_ in _SUBJECTS] or (
            [verb.head] if verb.dep_ == "acl" else []
        )
        if agents and subjects and not is_actor(agents[0]):
            whole = subtree(subjects[0], [verb] if verb.dep_ == "acl" else [])
            yield Found(subtree(agents[0]), whole, direction, 3)
        return
    suffers = [t for t in verb.rights if t.dep_ in _OBJECTS and t.lower_ != "by"]
    if not suffers:
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
    cause = subject(verb) or _aside(verb)
    if cause is None or cause.lower_ in _PERSONS:
        return
    if cause.lower_ in {"which", "that"} and verb.dep_ == "relcl":
        cause = verb.head
    own = any(t.dep_ in _SUBJECTS for t in verb.children)
    if verb.lemma_ == "mean" and cause.lower_ in {"that", "this"}:
        return
    if is_actor(cause) or (not own and verb.dep_ not in {"conj", "relcl", "advcl", "acl", "xcomp"}):
        return
    inside = subtree(cause, [verb]) if verb.i in subtree(cause) else subtree(cause)
    yield Found(inside - consequence, consequence, direction, 3)


def _aside(verb: Token) -> Token | None:
    """The subject of the clause before: *the war is costly, takes lives and risks friendships*."""
    top = verb
    while top.dep_ == "conj":
        top = top.head
    before = (t for t in top.lefts if t.dep_ == "ccomp")
    return next((s for t in before for s in t.children if s.dep_ == "nsubj"), None)


def _rests(verb: Token, particles: tuple[str | None, ...]) -> Iterator[Found]:
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
                rests = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
                rests = rests or (verb.head if verb.dep_ in {"acl", "relcl"} else subject(verb))
                if led and rests is not None:
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
    if not others or others[0].lower_ in _PERSONS | {"there"}:
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
    held = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    if held is None or held.lower_ in _PERSONS | {"it", "there"} or is_actor(held):
        return
    direction: Direction = "none" if is_negated(verb) else effect
    yield Found(subtree(held), subtree(top), direction, 3)


def _is_passive(verb: Token) -> bool:
    helpers = {t.dep_ for t in verb.children}
    return verb.tag_ == "VBN" and (
        bool(helpers & {"auxpass", "nsubjpass"}) or (verb.dep_ == "acl" and "aux" not in helpers)
    )
