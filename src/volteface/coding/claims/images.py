"""Claims made by set phrases and images: *pours oil on the fire*, *plays into their hands*."""

from collections.abc import Iterator

from spacy.tokens import Token

from volteface.coding.claims.found import Found, is_negated, subtree
from volteface.coding.claims.markers import Image, Markers
from volteface.coding.claims.subjects import IsActor
from volteface.coding.grammar import subject
from volteface.records import Direction

_OBJECTS = frozenset({"advmod", "attr", "dative", "dobj", "oprd", "pobj"})
_LINKS = frozenset({"advmod", "agent", "dative", "prep", "prt"})
_NOBODY = frozenset({"he", "i", "it", "one", "she", "we", "what", "you"})


def of_image(verb: Token, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    """What a verb says with its set object; an actor may be its subject, for it tells no event."""
    for image in known.images.get(verb.lemma_.lower(), ()):
        if not _fits(verb, image, known):
            continue
        cause = subject(verb) or _of_passive(verb)
        if cause is None or cause.lower_ in _NOBODY:
            return
        if image.direction == "none" and (is_actor(cause) or cause.pos_ == "PRON"):
            return
        inside = [verb] if verb.i in subtree(cause) else []
        before = subtree(cause, inside)
        direction: Direction = "none" if is_negated(verb) else image.direction
        yield Found(before, subtree(verb) - before, direction, 2)
        return


def _fits(verb: Token, image: Image, known: Markers) -> bool:
    """Whether the verb has the image's object, behind its preposition where it has one."""
    near = [verb]
    parted = {t.lower_ for t in verb.children if t.dep_ == "prt"}
    if any((verb.lemma_.lower(), particle) in known.other for particle in parted - {image.link}):
        return False
    if image.link is not None:
        near = [t for t in verb.subtree if t.dep_ in _LINKS and t.lower_ == image.link]
        near = [t for t in near if verb in {t.head, t.head.head}]
    parts = (t for top in near for t in top.children if t.i > verb.i)
    passive = (t for t in verb.children if t.dep_ == "nsubjpass" and image.link is None)
    return any(t.lemma_.lower() == image.noun and t.dep_ in _OBJECTS for t in parts) or any(
        t.lemma_.lower() == image.noun for t in passive
    )


def _of_passive(verb: Token) -> Token | None:
    agents = (t for by in verb.children if by.dep_ == "agent" for t in by.children)
    return next(agents, None)
