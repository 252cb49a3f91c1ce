from collections.abc import Callable

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def test_turns_of_a_conversation(read: Read) -> None:
    """What follows a name and a colon is that person's, up to the next name."""
    text = 'Sidorov: "The soldiers should leave." Berthier: "They should not, and we must talk."'
    assert [s.person for s in read(text, "should")] == ["Oleg Sidorov", "Louise Berthier"]


def test_names_in_capitals(read: Read) -> None:
    """A transcript that prints names in capitals needs no quotation marks."""
    text = "OLEG SIDOROV: The soldiers should leave. ANNE VOSS: They should not."
    said = read(text, "should")
    assert [s.person for s in said] == ["Oleg Sidorov", "ANNE VOSS"]
    assert {s.kind for s in said} == {"direct"}


def test_other_colons_open_no_turn(read: Read) -> None:
    """A list or a note has a colon and no speaker."""
    assert not read('Note: "The photo is old." Aims: peace and order.')
