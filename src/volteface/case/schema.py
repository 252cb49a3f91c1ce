"""What may stand in a case's TOML files, as pydantic models: the analyst's vocabulary.

An unknown key is an error. Dates are TOML dates. Every list may be left out unless said.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from volteface.records import EventType

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_/-]*$")]
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Probability = Annotated[float, Field(gt=0, lt=1)]
Stance = Annotated[float, Field(ge=-1, le=1)]


class Strict(BaseModel):
    """Frozen; an unknown key is refused, and so is a number that is not finite."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, allow_inf_nan=False
    )


class Thresholds(Strict):
    """Set before looking; recorded with every answer."""

    delta: Annotated[float, Field(gt=0, le=2)] = 0.4
    """The smallest change of stance that counts as a shift."""
    probability: Annotated[float, Field(gt=0.5, lt=1)] = 0.9
    """How sure a verdict must be."""
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.6
    """A statement read with less than this waits for review and enters no verdict."""


class Weights(Strict):
    """Standard deviations of measurement noise, in stance units, before confidence is applied."""

    direct: Annotated[float, Field(gt=0)] = 0.20
    indirect: Annotated[float, Field(gt=0)] = 0.28
    anonymous: Annotated[float, Field(gt=0)] = 0.45
    conduct: Annotated[float, Field(gt=0)] = 0.25
    imputed: Annotated[float, Field(gt=0)] = 0.40
    fact: Annotated[float, Field(gt=0)] = 0.20
    chain: Annotated[float, Field(ge=1)] = 1.2
    """Factor on the standard deviation for each link beyond the first."""
    learn: Annotated[float, Field(ge=0)] = 20
    """Statements of one kind that say as much of their own noise as these weights do; 0: none do,
    and nothing is learned from how far statements agree."""


class Dynamics(Strict):
    """How positions move between statements (docs/position.md)."""

    drift: Annotated[float, Field(ge=0)] = 0.10
    """Standard deviation of slow drift over one year, in stance units."""
    jumps: Annotated[float, Field(ge=0)] = 0.10
    """Expected jumps a year."""
    spread: Annotated[float, Field(gt=0)] = 0.80
    """Prior standard deviation of the level, tau."""


class OutletFile(Strict):
    """A news outlet or agency: how reports name it."""

    name: Text
    aliases: tuple[Text, ...] = ()


class Vocabulary(Strict):
    """Words of this conflict's reporting, once a case."""

    none: tuple[Text, ...] = ()
    """Sentences that bear on none of the issues."""
    observers: tuple[Text, ...] = ("analyst", "expert", "observer", "commentator", "journalist")
    """Nouns of people who watch and are no party."""
    deeds: tuple[Text, ...] = ()
    """Verbs of conduct that reveals a position: veto, deploy, deliver."""
    absence: tuple[Text, ...] = ()
    """Phrases that say that no sign was given."""


class CoderFile(Strict):
    """A language model that may read for this case: ``[[coder]]`` in case.toml."""

    model: Text
    """Its name, as it is asked for."""
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    """The probability that issue and side of its readings are right, as measured elsewhere."""
    sent: Annotated[float | None, Field(ge=0)] = None
    """Price of a million tokens sent."""
    received: Annotated[float | None, Field(ge=0)] = None
    """Price of a million tokens received, in the same money."""


class Grade(Strict):
    """How far a source or a statement is to be trusted: ``[[grade]]`` in case.toml.

    The letters and numbers of the Admiralty code (docs/grades.md).
    """

    source: Text | None = None
    """A person, an outlet or an actor, by the name that verdicts give as their source."""
    statement: Annotated[str, Field(pattern=r"^s-\S+$")] | None = None
    """A statement's id; its grades go before those of its source."""
    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    why: str = ""


class CaseFile(Strict):
    """case.toml."""

    id: Identifier
    title: Text
    description: str = ""
    begins: date
    """First day of the conflict; durations such as "20 months of bloodshed" count from here."""
    ends: date | None = None
    thresholds: Thresholds = Thresholds()
    weights: Weights = Weights()
    dynamics: Dynamics = Dynamics()
    vocabulary: Vocabulary = Vocabulary()
    outlets: Annotated[tuple[OutletFile, ...], Field(alias="outlet")] = ()
    coders: Annotated[tuple[CoderFile, ...], Field(alias="coder")] = ()
    grades: Annotated[tuple[Grade, ...], Field(alias="grade")] = ()


class Actor(Strict):
    """A party, power, body, or observers. ``[[actor]]`` in actors.toml."""

    id: Identifier
    name: Text
    kind: Literal["state", "party", "body", "bloc", "observers"]
    """party: inside the war; body: an international organisation; bloc: its members together."""
    iso3: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    aliases: tuple[Text, ...] = ()
    """Names that always mean the actor."""
    adjectives: tuple[Text, ...] = ()
    """Russian, Syrian government's: as in "a Russian diplomatic source"."""
    metonyms: tuple[Text, ...] = ()
    """Capitals and palaces: the place in one sentence, the government in another."""
    members: tuple[Text, ...] = ()
    """For blocs: actor ids, or names of states that the case has no actor for."""


class Office(Strict):
    """A person speaks for an actor while in office. ``[[person.office]]``."""

    title: Text
    """As reports say it: foreign minister. Several titles: separate with " / "."""
    actor: Identifier
    from_: Annotated[date | None, Field(alias="from")] = None
    to: date | None = None


class Person(Strict):
    """Somebody who speaks or is spoken of. ``[[person]]`` in actors.toml."""

    name: Text
    aliases: tuple[Text, ...] = ()
    """Other spellings and short forms; the last word of the name is known by itself."""
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    offices: Annotated[tuple[Office, ...], Field(alias="office")] = ()


class Pole(Strict):
    """One end of an issue."""

    pole: Text
    """The position in one sentence."""
    cues: tuple[Text, ...] = ()
    """Phrases that say this pole when affirmed. Words match by lemma, in order; ``...`` allows up
    to six words between; ``a/b`` is a choice; ``@RUS`` matches any mention of that actor,
    ``@any`` of any actor or person."""
    examples: tuple[Text, ...] = ()
    """Whole sentences that take this side."""


class Conduct(Strict):
    """Deeds that show where their actors stand. ``[[issue.conduct]]`` in issues.toml."""

    type: EventType
    actors: tuple[Identifier, ...] = ()
    """Whose deeds; empty: anybody's."""
    recipients: tuple[Identifier, ...] = ()
    """Done to whom; empty: to anybody, or to nobody named."""
    words: tuple[Text, ...] = ()
    """Words of which the report's own words for the deed hold one, in any form."""
    stance: Stance


class Issue(Strict):
    """A question with two poles. ``[[issue]]`` in issues.toml."""

    id: Identifier
    kind: Literal["position", "belief", "shift"] = "position"
    """position: what is wanted; belief: what is expected; shift: whether an actor has moved."""
    question: Text
    plus: Pole
    minus: Pole
    counts: str = ""
    excludes: str = ""
    holders: tuple[Identifier, ...] = ()
    """Who can hold a position on it; empty: anybody."""
    subject: Identifier | None = None
    """For issues about one actor's own conduct: whose."""
    over: tuple[Identifier, ...] = ()
    """Issue ids that give way to this one when both fit (the specific beats the generic)."""
    conduct: tuple[Conduct, ...] = ()
    measure: Text | None = None
    """The war model's measure of its holders, ``*`` for a holder's id, such as ``*.belief``: 0 at
    the pole minus, 1 at the pole plus (docs/conditioning.md)."""


class Tie(Strict):
    """Patronage. ``[[tie]]`` in ties.toml."""

    patron: Identifier
    client: Identifier
    instrument: Text
    """diplomatic cover, arms, money, own force, ..."""
    from_: Annotated[date | None, Field(alias="from")] = None
    to: date | None = None
    source: Text


class Fact(Strict):
    """A dated public fact. ``[[fact]]`` in facts.toml."""

    id: Identifier
    text: Text
    from_: Annotated[date, Field(alias="from")]
    to: date | None = None
    """Last day; left out: the same day as ``from``."""
    source: Text
    """Where it can be checked, or "general knowledge, unchecked"."""
    actors: tuple[Identifier, ...] = ()
    issue: Identifier | None = None
    """The issue on which this deed reveals its actors' position, with ``stance``."""
    stance: Stance | None = None
    sd: Annotated[float, Field(gt=0)] | None = None
    """Standard deviation of ``stance``, where it is known better than the case's weights say."""
    mentions: tuple[Text, ...] = ()
    """Phrases by which reports refer to it: a report that has one was not written before it."""
    shows: tuple[Text, ...] = ()
    """What it shows of the war model's measures, such as ``in_power.SYR-GOV=1`` or
    ``SYR-GOV.forts=0.5 +- 0.08`` (docs/conditioning.md)."""


class ActorsFile(Strict):
    """actors.toml."""

    actors: Annotated[tuple[Actor, ...], Field(alias="actor", min_length=1)]
    people: Annotated[tuple[Person, ...], Field(alias="person")] = ()


class IssuesFile(Strict):
    """issues.toml."""

    issues: Annotated[tuple[Issue, ...], Field(alias="issue", min_length=1)]


class TiesFile(Strict):
    """ties.toml."""

    ties: Annotated[tuple[Tie, ...], Field(alias="tie")] = ()


class FactsFile(Strict):
    """facts.toml."""

    facts: Annotated[tuple[Fact, ...], Field(alias="fact")] = ()


class Case(Strict):
    """A checked case: everything its folder says except its reports.

    ``folder`` is where it was read from; ``digest`` is the SHA-256 of its TOML files' bytes in
    order of their names.
    """

    folder: str
    digest: str
    settings: CaseFile
    actors: tuple[Actor, ...]
    people: tuple[Person, ...]
    issues: tuple[Issue, ...]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
