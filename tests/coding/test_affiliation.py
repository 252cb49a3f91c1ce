from collections.abc import Callable

import pytest

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

WHOSE = [
    ("A Russian adviser arrived. His deputy said there would be no talks.", "RUS"),
    ("Oleg Sidorov arrived. A member of his team said there would be no talks.", "RUS"),
    ("The Houthis were warned. The rebels' envoy said there would be no talks.", "HOUTHI"),
    ("The UN council met. The organisation's envoy said there would be no talks.", "UN"),
    ("France spoke first. The government in Bogota said there would be no talks.", "COL"),
    ("An official at the Kremlin said there would be no talks.", "RUS"),
    ("A diplomat in Paris said there would be no talks.", None),
    ("An aide to Louise Berthier said there would be no talks.", "FRA"),
    ("A source in the Malian defence ministry said there would be no talks.", "MLI"),
    ("Colombia voted. The army said there would be no talks.", "COL"),
    ("Algeria met Russia. The ruling party said there would be no talks.", "DZA"),
    ("The MNLA held its ground. A spokesman said there would be no talks.", "MNLA"),
    ("Sixteen states said there would be no talks.", None),
    ("One of the Saudi negotiators said there would be no talks.", "SAU"),
]


@pytest.mark.parametrize(("text", "actor"), WHOSE)
def test_for_whom_the_unnamed_speak(read: Read, text: str, actor: str | None) -> None:
    """Teams, organs, aides and rebels speak for whose they are; people of a town for nobody."""
    said = read(text, "no talks")[-1]
    assert (said.person, said.actor) == (None, actor)


def test_rebels_of_a_headline_are_those_of_the_report(read: Read) -> None:
    """Rebels named nowhere before are the party that the report names most."""
    text = "Rebels deny talks\n\nThe Houthis said on Monday that the Houthis had met nobody."
    said = read(text, "talks")
    assert said
    assert {s.actor for s in said} == {"HOUTHI"}
