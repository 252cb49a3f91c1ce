"""How English names an actor in a sentence, and an issue that speaks of "the actor"."""

import re

from volteface.case.schema import Actor, Issue

_HEADS = frozenset({
    "alliance", "army", "assembly", "association", "authority", "bank", "brigade",
    "coalition", "command", "commission", "committee", "community", "confederation",
    "council", "court", "emirates", "federation", "forces", "front", "government", "group",
    "institute", "junta", "kingdom", "league", "movement", "nations", "network", "office",
    "opposition", "organisation", "organization", "party", "presidency", "republic", "see",
    "secretariat", "states", "union",
})  # fmt: skip
"""Nouns that take the definite article where they head a name of several words."""
_ALONE = frozenset(
    {"west", "east", "north", "south", "vatican", "kremlin", "taliban", "netherlands"}
)
_NO_PLURAL = ("as", "os", "ss", "us")
"""Ends of single words that look like a plural and are none, such as Hamas."""
_SPOKEN_OF = re.compile(r"\b(the) actor(?:'s)?(?!\w)", re.IGNORECASE)


def in_sentence(actor: Actor) -> str:
    """The name as it stands within a sentence: ``the United States``, ``Russia``, ``Hamas``."""
    name = actor.name
    first, *rest = name.split()
    if first.casefold() in {"the", "a", "an"} and rest:
        return f"{first.casefold()} {' '.join(rest)}"
    head = re.split(r"\s(?:of|for|against|in)\s", name)[0].split()[-1]
    if rest:
        takes = head.casefold() in _HEADS or head.islower() or is_plural(actor)
    else:
        takes = name.casefold() in _ALONE or is_plural(actor)
    return f"the {name}" if takes else name


def is_plural(actor: Actor) -> bool:
    """Whether the name takes a plural verb: a party or bloc of several, as ``Syrian Kurds``."""
    return actor.kind in {"party", "bloc"} and _plural_word(actor.name.split()[-1])


def possessive(name: str) -> str:
    """``Russia's``, ``the United States'``."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def spoken_of(text: str, actor: Actor) -> str:
    """A question or pole that speaks of "the actor", said of this one."""

    def named(found: re.Match[str]) -> str:
        name = in_sentence(actor)
        name = possessive(name) if found[0].endswith("'s") else name
        return name[0].upper() + name[1:] if found[1] == "The" else name

    return _SPOKEN_OF.sub(named, text)


def question(issue: Issue, actor: Actor) -> str:
    """The issue's question, asked of this actor, in quotation marks."""
    return f'"{spoken_of(issue.question, actor)}"'


def _plural_word(word: str) -> bool:
    folded = word.casefold()
    return folded.endswith("s") and not folded.endswith(_NO_PLURAL)
