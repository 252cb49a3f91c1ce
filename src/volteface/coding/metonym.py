"""Is a capital the place or the government in it? Decided from the grammar around the name."""

from spacy.tokens import Token

_PLACE_PREPOSITIONS = {
    "across", "around", "at", "in", "inside", "into", "near", "outside", "over", "through",
    "throughout", "toward", "towards", "via",
}  # fmt: skip
_MOTION = {
    "advance", "arrive", "bring", "come", "dispatch", "drive", "escape", "flee", "flight", "fly",
    "go", "journey", "march", "move", "return", "road", "send", "travel", "trip", "visit", "way",
}  # fmt: skip
_ON_THE_GROUND = {
    "besiege", "bomb", "capture", "encircle", "enter", "evacuate", "leave", "liberate", "loot",
    "occupy", "overrun", "reach", "recapture", "retake", "seize", "shell", "storm", "surround",
    "take",
}  # fmt: skip
_GOVERNING = {
    "administration", "authority", "circle", "delegation", "diplomat", "establishment",
    "government", "leadership", "leader", "official", "policy", "position", "regime", "source",
    "stance", "veto",
}  # fmt: skip
_OF_TOWNS = {
    "airport", "archbishop", "battle", "bishop", "bombing", "capital", "centre", "center", "city",
    "district", "east", "fall", "governor", "inhabitant", "mayor", "north", "outskirt", "part",
    "people", "population", "port", "resident", "shelling", "siege", "south", "street", "suburb",
    "town", "university", "west",
}  # fmt: skip
_LIKE_TOWNS = {
    "bustling", "calm", "cold", "crowded", "dark", "deserted", "empty", "far", "hot", "lively",
    "packed", "peaceful", "quiet", "safe", "tense", "unsafe", "wet",
}  # fmt: skip
"""What towns are more often than governments."""
_IS = {"appear", "be", "become", "look", "remain", "seem", "stay"}


def is_government(head: Token) -> bool:
    """Whether the place name headed by the token stands for those who rule there.

    A subject, an owner (*Moscow's policy*), the object of a verb or of *with, by, between, on,
    against, for* is the government; what follows *in, at, near* or a verb of motion, what is
    taken or shelled, and what has a mayor is a place; before another noun it is the government
    only with nouns of rule (*Damascus officials*).
    """
    while head.dep_ == "conj":
        head = head.head
    governor = head.head.lemma_.lower()
    if head.dep_ in {"compound", "nmod", "amod"}:
        return governor in _GOVERNING
    if head.dep_ == "pobj":
        return _after(head.head)
    if head.dep_ in {"dobj", "npadvmod", "nsubjpass"}:
        return governor not in _MOTION | _ON_THE_GROUND | {"base"}
    if head.dep_ == "nsubj" and governor in _IS:
        said = [t for t in head.head.children if t.dep_ in {"acomp", "attr", "oprd"}]
        return not any(t.lemma_.lower() in _OF_TOWNS | _LIKE_TOWNS for t in said)
    return head.dep_ not in {"appos", "dep", "advmod"}


def _after(preposition: Token) -> bool:
    governor = preposition.head
    if preposition.lower_ in _PLACE_PREPOSITIONS:
        return False
    if preposition.lower_ in {"to", "from", "for", "on"}:
        return governor.lemma_.lower() not in _MOTION
    if preposition.lower_ == "of":
        return governor.pos_ != "PROPN" and governor.lemma_.lower() not in _OF_TOWNS
    return True
