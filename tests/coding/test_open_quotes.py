from collections.abc import Callable

from volteface.records import Statement

Read = Callable[..., tuple[Statement, ...]]

OPEN = (
    "Faisal Harbi left the room without a word to the press.\n\n"
    '"We will keep troops in the north as long as the war lasts there.\n\n'
    '"Whoever wants talks must ask us first," Oleg Sidorov told Interfax on Monday.'
)


def test_the_speaker_at_the_end_has_it_all(read: Read) -> None:
    """A quotation that is never closed belongs to the one named where it ends."""
    (first,) = read(OPEN, "keep troops")
    (last,) = read(OPEN, "talks must ask")
    assert first.person == last.person == "Oleg Sidorov"
    assert first.via == last.via == ("Interfax",)
    assert first.said_on == last.said_on
    assert first.speaker == last.speaker


def test_a_closed_quotation_is_another(read: Read) -> None:
    """Where the marks close, what follows is another quotation."""
    text = OPEN.replace("lasts there.", 'lasts there."')
    assert "Oleg Sidorov" not in {s.person for s in read(text, "keep troops")}
