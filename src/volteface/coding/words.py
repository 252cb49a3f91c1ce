"""The general English of reporting, read once from ``words.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Words:
    """Word lists by what they do; lemmas unless said. See the comments in ``words.toml``."""

    say: frozenset[str]
    believe: frozenset[str]
    act_objects: frozenset[str]
    act_infinitives: frozenset[str]
    act_prepositions: dict[str, frozenset[str]]
    act_names: frozenset[str]
    relay: frozenset[str]
    nouns: frozenset[str]
    according: tuple[str, ...]
    rejection: dict[str, tuple[str, ...]]
    officials: frozenset[str]
    observers: frozenset[str]
    learned: frozenset[str]
    think_tanks: tuple[str, ...]
    anonymous: frozenset[str]
    former: frozenset[str]
    below: frozenset[str]
    elsewhere: frozenset[str]
    bodies: frozenset[str]
    organs: frozenset[str]
    forces: frozenset[str]
    rulers: frozenset[str]
    alliances: frozenset[str]
    organisations: frozenset[str]
    movements: frozenset[str]
    papers: frozenset[str]
    irregulars: frozenset[str]
    private: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    women: frozenset[str]
    honorifics: frozenset[str]
    media: frozenset[str]
    groups: frozenset[str]
    attitudes: frozenset[str]
    adjectives: frozenset[str]
    duties: frozenset[str]
    attitude_nouns: frozenset[str]
    conduct: frozenset[str]
    states: frozenset[str]
    signs: frozenset[str]
    absence: tuple[str, ...]
    reported: tuple[str, ...]

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every verb that can introduce what somebody said, believes or asks for."""
        return (
            self.say
            | self.believe
            | self.act_objects
            | self.act_infinitives
            | self.act_prepositions.keys()
            | self.act_names
            | self.relay
        )


@cache
def words() -> Words:
    """The lists of ``words.toml``."""
    data = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    return Words(
        say=frozenset(data["say"]["verbs"]),
        believe=frozenset(data["believe"]["verbs"]),
        act_objects=frozenset(data["act"]["objects"]),
        act_infinitives=frozenset(data["act"]["infinitives"]),
        act_prepositions={k: frozenset(v) for k, v in data["act"]["prepositions"].items()},
        act_names=frozenset(data["act"]["names"]),
        relay=frozenset(data["relay"]["verbs"]),
        nouns=frozenset(data["nouns"]["cues"]),
        according=tuple(data["according"]["phrases"]),
        rejection={name: tuple(listed) for name, listed in data["rejection"].items()},
        officials=frozenset(data["people"]["officials"]),
        observers=frozenset(data["people"]["observers"]),
        learned=frozenset(data["people"]["learned"]),
        think_tanks=tuple(data["people"]["think_tanks"]),
        anonymous=frozenset(data["people"]["anonymous"]),
        former=frozenset(data["people"]["former"]),
        below=frozenset(data["people"]["below"]),
        elsewhere=frozenset(data["people"]["elsewhere"]),
        bodies=frozenset(data["people"]["bodies"]),
        organs=frozenset(data["people"]["organs"]),
        forces=frozenset(data["people"]["forces"]),
        rulers=frozenset(data["people"]["rulers"]),
        alliances=frozenset(data["people"]["alliances"]),
        organisations=frozenset(data["people"]["organisations"]),
        movements=frozenset(data["people"]["movements"]),
        papers=frozenset(data["people"]["papers"]),
        irregulars=frozenset(data["people"]["irregulars"]),
        private=frozenset(data["people"]["private"]),
        masculine=frozenset(data["people"]["masculine"]),
        feminine=frozenset(data["people"]["feminine"]),
        women=frozenset(data["people"]["women"]),
        honorifics=frozenset(data["people"]["honorifics"]),
        media=frozenset(data["people"]["media"]),
        groups=frozenset(data["groups"]["nouns"] + data["groups"]["others"]),
        attitudes=frozenset(data["stance"]["attitudes"]),
        adjectives=frozenset(data["stance"]["adjectives"]),
        duties=frozenset(data["stance"]["duties"]),
        attitude_nouns=frozenset(data["stance"]["attitude_nouns"]),
        conduct=frozenset(data["conduct"]["verbs"]),
        states=frozenset(data["conduct"]["states"]),
        signs=frozenset(data["signs"]["nouns"]),
        absence=tuple(data["absence"]["phrases"]),
        reported=tuple(data["reported"]["phrases"]),
    )
