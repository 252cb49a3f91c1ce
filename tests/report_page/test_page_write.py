from pathlib import Path

from volteface.case.schema import Case
from volteface.ledger import Ledger
from volteface.records import Verdict
from volteface.report_page.write import write_page


def test_the_page_is_one_file(
    case: Case, ledger: Ledger, verdicts: list[Verdict], tmp_path: Path
) -> None:
    """Nothing but the page is written, and a second run writes the same bytes."""
    place = tmp_path / "out" / "lake.html"
    place.parent.mkdir()
    write_page(place, case, ledger, verdicts)
    first = place.read_bytes()
    write_page(place, case, ledger, verdicts)
    assert [path.name for path in place.parent.iterdir()] == ["lake.html"]
    assert place.read_bytes() == first
    assert first.startswith(b"<!DOCTYPE html>")


def test_the_brief_stands_beside_it(
    case: Case, ledger: Ledger, verdicts: list[Verdict], tmp_path: Path
) -> None:
    """On request the same answers come as Markdown and as a Word document."""
    place = tmp_path / "out" / "lake.html"
    place.parent.mkdir()
    write_page(place, case, ledger, verdicts, brief=True)
    names = sorted(path.name for path in place.parent.iterdir())
    assert names == ["lake-brief.docx", "lake-brief.md", "lake.html"]
    assert (place.parent / "lake-brief.md").read_text("utf-8").startswith("# The lake\n")
    assert (place.parent / "lake-brief.docx").read_bytes().startswith(b"PK")
