"""Is a capital the place or the government in it? Decided from the grammar around the name."""

from spacy.tokens import Token

_PLACE_PREPOSITIONS = {
    "across", "around", "at", "in", "inside", "into", "near", "outside", "over", "through",
    "throughout", "toward", "towards", "via",
}  # fmt: skip
_MOTION = {
    "arrive", "bring", "come", "dispatch", "drive", "escape", "flee", "flight", "fly", "go",
    "journey", "move", "return", "road", "send", "travel", "trip", "visit", "way",
}  # fmt: skip
_GOVERNING = {
    "administration", "authority", "circle", "delegation", "diplomat", "establishment",
    "government", "leadership", "leader", "official", "policy", "position", "regime", "source",
    "stance", "veto",
}  # fmt: skip


def is_government(head: Token) -> bool:
    """Whether the place name headed by the token stands for those who rule there.

    A subject, an owner (*Moscow's policy*), the object of a verb or of *with, by, between, on,
    against, for* is the government; what follows *in, at, near* or a verb of motion is a place;
    before another noun it is the government only with nouns of rule (*Damascus officials*).
    """
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in {"compound", "nmod", "amod"}:
        return head.head.lemma_.lower() in _GOVERNING
    if head.dep_ == "pobj":
        preposition = head.head
        if preposition.lower_ in _PLACE_PREPOSITIONS:
            return False
        if preposition.lower_ in {"to", "from", "for"}:
            return preposition.head.lemma_.lower() not in _MOTION
        return preposition.lower_ != "of" or preposition.head.pos_ != "PROPN"
    if head.dep_ in {"dobj", "npadvmod"}:
        return head.head.lemma_.lower() not in _MOTION | {"leave", "reach", "enter", "shell"}
    return head.dep_ not in {"appos", "dep", "advmod"}
