import pytest

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger import Ledger
from volteface.records import Report
from volteface.review.entering import a_statement, an_event, find_report


def test_a_statement(case: Case, reports: tuple[Report, ...]) -> None:
    """A statement is sure, anchored at its words, and spoken for whoever the speaker serves."""
    (kept,) = [r for r in reports if "keeps-garrison" in r.path]
    fields = {"speaker": "Dressen", "issue": "odrun_troops", "stance": "0.9"}
    made = a_statement(kept, (0, 20), fields, case)
    assert (made.person, made.actor) == ("Ilvar Dressen", "ODRUN")
    assert (made.text, made.content) == (kept.text[:20], ((0, 20),))
    assert (made.confidence, made.reason) == (1, "decided by a person")
    assert made.id.startswith("s-")


def test_a_stranger(case: Case, reports: tuple[Report, ...]) -> None:
    """A speaker whom the case does not know speaks for nobody; an actor alone will do."""
    assert a_statement(reports[0], (0, 5), {"speaker": "Nobody Known"}, case).actor is None
    assert a_statement(reports[0], (0, 5), {"actor": "FRONT"}, case).person is None
    with pytest.raises(UsageError, match="say whose statement it is"):
        a_statement(reports[0], (0, 5), {}, case)
    with pytest.raises(UsageError, match=r"leave quote=\.\.\. out"):
        a_statement(reports[0], (0, 5), {"quote": "x"}, case)


def test_an_event(case: Case, reports: tuple[Report, ...]) -> None:
    """An event needs a type, and takes the rest."""
    fields = {"type": "retreat", "actors": "ODRUN", "when": "2018-11-16"}
    made = an_event(reports[0], (0, 20), fields, case)
    assert (made.type, made.actors, made.voice) == ("RETREAT", ("ODRUN",), "writer")
    with pytest.raises(UsageError, match="say what kind"):
        an_event(reports[0], (0, 20), {"actors": "ODRUN"}, case)


def test_find_report(reports: tuple[Report, ...]) -> None:
    """A report is named by id, path or file name."""
    one = reports[0]
    name = one.path.rsplit("/", 1)[-1]
    assert {find_report(reports, each) for each in (one.id, one.path, name)} == {one}
    with pytest.raises(UsageError, match="there is no report 000"):
        find_report(reports, "000.txt")
    with pytest.raises(UsageError, match="several reports are named"):
        find_report((one, one), name)


def test_what_is_entered_is_kept(
    opened: "type[Ledger]", case: Case, reports: tuple[Report, ...]
) -> None:
    """A statement and an event go into the ledger and come out equal."""
    with opened() as ledger:  # type: ignore[call-arg]
        said = a_statement(reports[0], (0, 20), {"actor": "FRONT"}, case)
        done = an_event(reports[0], (0, 20), {"type": "AID"}, case)
        ledger.add(said, "anna", "missed")
        ledger.add(done, "anna", "missed")
        assert said in list(ledger.statements())
        assert done in list(ledger.events())
