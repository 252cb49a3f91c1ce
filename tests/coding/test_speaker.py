from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

OFFICES = [
    (
        "2013-05-02",
        "Mali Foreign Minister Moussa Traore said on Tuesday that foreign soldiers must leave.",
        "foreign soldiers",
        ("Moussa Traore", "MLI", "foreign minister"),
    ),
    (
        "2014-06-04",
        "Moussa Traore said that the rebels would lose.",
        "rebels",
        ("Moussa Traore", None, None),
    ),
    (
        "2013-06-04",
        '"We will keep troops in the north," Claude Marchal told reporters.',
        "keep troops",
        ("Claude Marchal", "FRA", "defence minister"),
    ),
    (
        "2014-09-04",
        '"The parties should negotiate," Claude Marchal said in Geneva.',
        "negotiate",
        ("Claude Marchal", "UN", "envoy"),
    ),
    (
        "2014-06-04",
        "Former Malian foreign minister Moussa Traore said that foreign soldiers must leave.",
        "foreign soldiers",
        ("Moussa Traore", None, "foreign minister"),
    ),
    (
        None,
        "Claude Marchal said that the soldiers should leave.",
        "soldiers",
        ("Claude Marchal", None, None),
    ),
    (
        None,
        "Oleg Sidorov said that the soldiers should leave.",
        "soldiers",
        ("Oleg Sidorov", "RUS", "foreign minister"),
    ),
]


@pytest.mark.parametrize(("on", "text", "words", "who"), OFFICES)
def test_people_speak_for_whom_they_serve_that_day(
    read: Read, on: str | None, text: str, words: str, who: tuple[str | None, ...]
) -> None:
    """A person speaks for an actor by the office held at the report's date, not before or after."""
    (said,) = read(text, words, on)
    assert (said.person, said.actor, said.role) == who


TITLES = [
    (
        "2013-05-02",
        "The Malian foreign minister said the army would not negotiate.",
        "negotiate",
        ("Moussa Traore", "MLI"),
    ),
    (
        "2014-05-02",
        "The Malian foreign minister said the army would not negotiate.",
        "negotiate",
        ("Awa Keita", "MLI"),
    ),
    (
        "2013-05-02",
        "France's defence minister rejected talks, saying that the war must be won.",
        "war must",
        ("Claude Marchal", "FRA"),
    ),
    (
        "2013-05-02",
        "The president of France said that troops will stay.",
        "troops",
        ("Louise Berthier", "FRA"),
    ),
    (
        "2014-06-04",
        "The Saudi ambassador to France said there would be no talks.",
        "no talks",
        ("Faisal Harbi", "SAU"),
    ),
    (
        "2014-06-04",
        "The Malian deputy foreign minister said that foreign soldiers must leave.",
        "soldiers",
        (None, "MLI"),
    ),
    (
        "2014-06-04",
        "A Saudi ambassador said there would be no talks.",
        "no talks",
        (None, "SAU"),
    ),
    (
        "2014-06-04",
        "A former French defence minister said that foreign soldiers must leave.",
        "soldiers",
        (None, None),
    ),
    (
        "2014-06-04",
        "The Colombian interior minister said that there would be no talks.",
        "no talks",
        (None, "COL"),
    ),
    (
        "2014-06-04",
        "Russia's ambassador to the United Nations said foreign soldiers must leave.",
        "soldiers",
        (None, "RUS"),
    ),
]


@pytest.mark.parametrize(("on", "text", "words", "who"), TITLES)
def test_titles_name_their_holder(
    read: Read, on: str, text: str, words: str, who: tuple[str | None, str | None]
) -> None:
    """A title with its country is whoever held it that day; another or a past office is not."""
    said = read(text, words, on)[0]
    assert (said.person, said.actor) == who


BODIES = [
    ("A French diplomatic source said that troops will stay.", "troops", "FRA"),
    ('"Nobody wants talks," said a senior Saudi official who would not be named.', "talks", "SAU"),
    ("The Kremlin said that foreign soldiers must leave.", "soldiers", "RUS"),
    ("The Colombian foreign ministry said there would be no talks.", "no talks", "COL"),
    ("The Colombian Foreign Ministry said on Sunday there would be no talks.", "no talks", "COL"),
    ("A statement of the French government said troops will stay.", "troops will", "FRA"),
    ("The French said that the parties must negotiate.", "must negotiate", "FRA"),
    ("The Saudis said there would be no talks.", "no talks", "SAU"),
    ("Houthi fighters said they would fight on.", "fight on", "HOUTHI"),
    ("A spokesman for the Tuareg rebels said they would negotiate.", "negotiate", "MNLA"),
    ("The UN envoy for Mali said that the parties should negotiate.", "negotiate", "UN"),
    ("The special envoy for Yemen said that the parties should negotiate.", "negotiate", None),
    ("Colombian rebels said they would negotiate.", "negotiate", None),
    ("A Malian opposition leader said that foreign soldiers must leave.", "soldiers", None),
    ("French farmers said that the parties must negotiate.", "negotiate", None),
    ("According to a diplomat in Bamako, the rebels could win.", "rebels", None),
]


@pytest.mark.parametrize(("text", "words", "actor"), BODIES)
def test_who_speaks_for_an_actor_without_a_name(
    read: Read, text: str, words: str, actor: str | None
) -> None:
    """Sources and organs speak for the state whose they are; its rebels and farmers do not."""
    said = read(text, words)[0]
    assert (said.person, said.actor) == (None, actor)


WATCHERS = [
    (
        "Peter Lund, an analyst at the Oslo Peace Institute, said that troops will stay.",
        "troops",
        "Peter Lund",
    ),
    (
        '"The rebels will win," said Jorge Ruiz, editor of the magazine Semana Sur.',
        "rebels",
        "Jorge Ruiz",
    ),
    ("Analysts say that the rebels will win.", "rebels", None),
    ("Russian newspapers said that troops will stay.", "troops", None),
    ("El Faro del Sur said that troops will stay.", "troops", None),
]


@pytest.mark.parametrize(("text", "words", "person"), WATCHERS)
def test_analysts_and_journalists_are_observers(
    read: Read, text: str, words: str, person: str | None
) -> None:
    """Analysts, editors and newspapers speak as observers, whatever their country."""
    said = read(text, words)[0]
    assert (said.person, said.actor) == (person, "watchers")


BACK = [
    (
        'Faisal Harbi met the press.\n\n"There will be no talks with the Houthis," he said.',
        "no talks",
        ("Faisal Harbi", "SAU"),
    ),
    (
        "The MNLA published a statement. It said it would negotiate with the government.",
        "negotiate",
        (None, "MNLA"),
    ),
    (
        "The Houthis rejected the offer. They said they would fight on.",
        "fight on",
        (None, "HOUTHI"),
    ),
    (
        "A Saudi official briefed reporters. The official said the kingdom would keep troops.",
        "keep troops",
        (None, "SAU"),
    ),
    (
        "Oleg Sidorov landed in Algiers. The minister said Russia would veto any intervention.",
        "veto",
        ("Oleg Sidorov", "RUS"),
    ),
    (
        "Oleg Sidorov and Louise Berthier met. The minister said the parties should negotiate.",
        "negotiate",
        ("Oleg Sidorov", "RUS"),
    ),
    (
        "Louise Berthier met Oleg Sidorov. The latter said the soldiers should leave.",
        "soldiers",
        ("Oleg Sidorov", "RUS"),
    ),
    (
        "Louise Berthier met Oleg Sidorov. The former said the soldiers should leave.",
        "soldiers",
        ("Louise Berthier", "FRA"),
    ),
    (
        "Ibrahim Keita flew to Paris. His spokesman said the army would negotiate.",
        "negotiate",
        (None, "MLI"),
    ),
    (
        'Louise Berthier sat down. "Troops will stay," her spokesman, Paul Guerin, said.',
        "Troops",
        ("Paul Guerin", "FRA"),
    ),
    (
        "A French diplomat said troops must stay. Another Western diplomat said they should leave.",
        "should leave",
        (None, None),
    ),
]


@pytest.mark.parametrize(("text", "words", "who"), BACK)
def test_words_that_point_back(
    read: Read, text: str, words: str, who: tuple[str | None, str | None]
) -> None:
    """Pronouns, *the official* and *the latter* go to the last fitting speaker."""
    said = read(text, words)[-1]
    assert (said.person, said.actor) == who


def test_he_and_she_are_told_apart(read: Read) -> None:
    """Once somebody is *she*, *he* is somebody else."""
    text = (
        "Louise Berthier received Oleg Sidorov in the capital. She said that troops must stay. "
        "He replied that the soldiers should leave."
    )
    assert read(text, "troops must stay")[0].person == "Louise Berthier"
    assert read(text, "soldiers should leave")[0].person == "Oleg Sidorov"


def test_pronouns_fit_titles(read: Read) -> None:
    """*She* is the spokeswoman, not the minister whom the sentence is about."""
    said = read("Oleg Sidorov met a French spokeswoman. She said troops must stay.", "troops")[0]
    assert (said.person, said.actor) == (None, "FRA")
