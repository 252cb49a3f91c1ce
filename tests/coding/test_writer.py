from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

DEEDS = [
    ("France deployed troops to Mali in January.", ["FRA"]),
    ("Russia and China vetoed the resolution on Tuesday.", ["CHN", "RUS"]),
    ("Troops were withdrawn from Gao by France on Monday.", ["FRA"]),
    ("Houthi fighters withdrew troops from Aden on Monday.", ["HOUTHI"]),
    ("Moscow has shipped soldiers and troops to the front and vetoed a ceasefire.", ["RUS"]),
]


@pytest.mark.parametrize(("text", "actors"), DEEDS)
def test_deeds_are_conduct_of_each_doer(read: Read, text: str, actors: list[str]) -> None:
    """A deed told by the writer is one record for each actor who did it."""
    told = [s for s in read(text) if s.register == "conduct"]
    assert sorted({s.actor or "" for s in told}) == actors
    assert all(s.voice == "writer" and s.person is None and s.cue == () for s in told)


NO_DEEDS = [
    "Malian rebels withdrew troops from Gao on Monday.",
    "French farmers withdrew soldiers and troops of tin from sale.",
    "France did not withdraw troops from Gao.",
    "France may withdraw troops from Gao.",
    "Will France withdraw troops from Mali?",
    "The delegations met in Paris for peace talks.",
    "France exported more cheese last year.",
]


@pytest.mark.parametrize("text", NO_DEEDS)
def test_what_is_no_deed_of_an_actor(read: Read, text: str) -> None:
    """What was not done, what may be, questions, places and other people's deeds are no conduct."""
    assert not [s for s in read(text) if s.register == "conduct"]


def test_readings_of_an_actor_are_imputed(read: Read) -> None:
    """What the writer says an actor wants is an observer's word about that actor."""
    (said,) = read("Moscow would rather negotiate than fight.", "negotiate")
    assert (said.voice, said.register) == ("writer", "imputed")
    assert (said.actor, said.about) == ("watchers", "RUS")


def test_demands_of_the_writer_are_the_writers(read: Read) -> None:
    """What the writer says an actor should do is not what that actor wants."""
    (said,) = read("Russia should negotiate with the rebels.", "negotiate")
    assert (said.voice, said.register) == ("writer", "stated")
    assert (said.actor, said.about) == ("watchers", None)


def test_a_deed_beside_speech(read: Read) -> None:
    """A deed joined to somebody's words is still the writer's record, without the words."""
    text = "France withdrew troops from Gao and said that the parties should negotiate."
    (deed,) = [s for s in read(text) if s.register == "conduct"]
    assert "withdrew troops" in deed.text
    assert "negotiate" not in deed.text


def test_silence_is_told(read: Read) -> None:
    """The writer's word that an actor showed no sign is a record of absence."""
    said = read("There is no sign that France will withdraw troops from Mali.")
    assert [s.register for s in said if s.voice == "writer"] in (["absence"], [])
    (quiet,) = read("Russia showed no sign of a readiness for peace talks.", "readiness")
    assert (quiet.register, quiet.actor) == ("absence", "RUS")


def test_a_sign_is_the_writers_verdict(read: Read) -> None:
    """What something is a sign of is the writer's reading of the actor in it; no sign is not."""
    (told,) = read("It is a sign that Moscow is ready to withdraw troops from Mali.", "sign")
    assert (told.voice, told.register, told.about) == ("writer", "imputed", "RUS")
    none = read("It is no sign that Moscow is ready to withdraw troops from Mali.")
    assert not [s for s in none if s.register == "imputed"]
