"""Nouns and adjectives by which a text speaks of actors that it has named before."""

_PARTIES = frozenset({"party"})
STATES = frozenset({"state"})
_BODIES = frozenset({"body", "bloc"})
ANY = _BODIES | _PARTIES | STATES
GROUPS = {
    "agency": _BODIES,
    "alliance": _BODIES,
    "bloc": _BODIES,
    "body": _BODIES,
    "country": STATES,
    "faction": _PARTIES,
    "group": _PARTIES,
    "insurgent": _PARTIES,
    "militant": _PARTIES,
    "militia": _PARTIES,
    "mission": _BODIES,
    "movement": _PARTIES,
    "organisation": _BODIES | _PARTIES,
    "organization": _BODIES | _PARTIES,
    "paramilitary": _PARTIES,
    "rebel": _PARTIES,
    "union": _BODIES,
}
"""Nouns for an actor spoken of before, and of what kind that is."""
SIDES = frozenset(
    {
        "adversary", "army", "camp", "combatant", "commander", "enemy", "foe", "force", "general",
        "man", "opponent", "party", "rival", "side", "warlord",
    }
)  # fmt: skip
"""Nouns for those who fight each other: *both sides*, *the warring parties*."""
PAIRS = {
    "country": STATES,
    "government": STATES,
    "group": _PARTIES,
    "leader": ANY,
    "state": STATES,
}
AT_WAR = frozenset({"belligerent", "feuding", "fighting", "opposing", "rival", "warring"})
ORGANS = frozenset(
    {
        "administration", "army", "authority", "cabinet", "government", "junta", "military",
        "ministry", "navy", "parliament", "police", "presidency", "regime",
    }
)  # fmt: skip
"""Nouns for those who rule or fight for the state spoken of before."""
TWO = frozenset({"both", "either", "neither", "two"})
DEFINITE = frozenset({"that", "the", "these", "this", "those"})
ACTING = frozenset(
    {
        "aircraft", "artillery", "brigade", "commander", "convoy", "delegation", "drone", "fighter",
        "force", "guard", "helicopter", "inspector", "jet", "leader", "lorry", "man", "member",
        "militia", "mission", "monitor", "peacekeeper", "plane", "rebel", "ship", "soldier", "tank",
        "troop", "troops", "truck", "unit",
    }
)  # fmt: skip
"""Nouns that, beside those of the lexicon, act for the actor whose they are."""

LOYAL = frozenset({"allied", "ally", "aligned", "faithful", "loyal", "sympathetic"})
"""Whose they are follows: *forces loyal to the government*."""
