"""A small invented conflict, and files to read."""

import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from volteface.case.schema import Actor, Case, CaseFile, Fact, Office, OutletFile, Person
from volteface.records import DateInterval, Report
from volteface.reports import Skipped, read_reports
from volteface.reports.article import Article
from volteface.reports.articles import articles
from volteface.reports.raw import RawFile

ARTICLE = (
    "LORN - The government of Karvia said on Monday that it would not accept outside mediators, "
    "and its ally Astria repeated that it saw no reason to press for any.\n\n"
    "Foreign Minister Ilse Brand told reporters that talks had to begin without preconditions.\n\n"
    "Rebel commanders rejected the offer and said that the president had to leave office first.\n"
)


@pytest.fixture
def article() -> str:
    """Three paragraphs of plain reporting."""
    return ARTICLE


@pytest.fixture(scope="session")
def case() -> Case:
    """The war in Karvia, from 15 March 2011 to the end of 2016."""
    return Case(
        folder="karvia",
        digest="0" * 64,
        settings=CaseFile(
            id="karvia",
            title="The war in Karvia",
            begins=date(2011, 3, 15),
            ends=date(2016, 12, 31),
            outlet=(OutletFile(name="Vesk Herald", aliases=("The Herald",)),),
        ),
        actors=(
            Actor(
                id="AST", name="Astria", kind="state", adjectives=("Astrian",), metonyms=("Vesk",)
            ),
            Actor(id="KAR", name="Karvia", kind="party", adjectives=("Karvian",)),
        ),
        people=(
            Person(
                name="Ilse Brand",
                office=(
                    Office.model_validate(
                        {
                            "title": "foreign minister / chief diplomat",
                            "actor": "AST",
                            "from": date(2012, 5, 8),
                            "to": date(2014, 2, 1),
                        }
                    ),
                ),
            ),
            Person(
                name="Oren Talvik",
                aliases=("O. Talvik",),
                office=(
                    Office.model_validate(
                        {"title": "president", "actor": "AST", "from": date(2013, 1, 20)}
                    ),
                ),
            ),
            Person(name="Piet Maas", office=(Office(title="envoy", actor="AST"),)),
        ),
        issues=(),
        ties=(),
        facts=(
            Fact.model_validate(
                {
                    "id": "summit",
                    "text": "Astria and the Union met in Lorn.",
                    "from": date(2012, 12, 21),
                    "source": "invented",
                    "mentions": ["Lorn summit"],
                }
            ),
            *(
                Fact.model_validate(
                    {
                        "id": f"second-{day.year}",
                        "text": "Astria and the Union met in Lorn again.",
                        "from": day,
                        "source": "invented",
                        "mentions": ["Lorn's second summit"],
                    }
                )
                for day in (date(2014, 5, 2), date(2015, 6, 3))
            ),
            Fact.model_validate(
                {
                    "id": "truce",
                    "text": "A truce held for a month in the Isles.",
                    "from": date(2013, 5, 1),
                    "to": date(2013, 5, 31),
                    "source": "invented",
                    "mentions": ["Isles truce"],
                }
            ),
            Fact.model_validate(
                {
                    "id": "isles",
                    "text": "Astria invaded the Isles.",
                    "from": date(2022, 2, 24),
                    "source": "invented",
                    "mentions": ["war in the Isles"],
                }
            ),
        ),
    )


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Report | Skipped]]:
    """Write files below an empty folder (text as UTF-8), and read the folder."""

    def read_files(
        files: dict[str, str | bytes], case: Case | None = None
    ) -> list[Report | Skipped]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_reports([tmp_path], case))

    return read_files


def pdf_bytes(
    pages: Sequence[Sequence[tuple[str, float, float, float]]], *, scale: float = 1
) -> bytes:
    """A PDF of the smallest kind: each page's lines as (text, x, y, size of type).

    All are drawn so many times as large and as far from the lower left corner.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b""]
    objects[2] = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        content = b"".join(
            b"BT /F1 %f Tf %f %f Td (%s) Tj ET\n"
            % (size, x, y, re.sub(r"([\\()])", r"\\\1", text).encode("cp1252"))
            for text, x, y, size in lines
        )
        content = b"q %f 0 0 %f 0 0 cm\n%sQ" % (scale, scale, content)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            count,
            table,
            count,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(data)
    )


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Makes a PDF of pages of lines."""
    return pdf_bytes


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """Makes a Word document of paragraphs; a list of rows becomes a table."""

    def make(*blocks: "str | list[list[str]]") -> bytes:
        from docx import Document  # noqa: PLC0415 slow, and few tests need it

        document = Document()
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
                continue
            table = document.add_table(len(block), len(block[0]))
            for row, cells in enumerate(block):
                for column, words in enumerate(cells):
                    table.cell(row, column).text = words
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def apart() -> Callable[..., list[Article | Skipped]]:
    """Takes one file apart, given its name and bytes."""

    def take(name: str, data: bytes | str) -> list[Article | Skipped]:
        return list(articles(RawFile(name, data.encode() if isinstance(data, str) else data)))

    return take


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """A report with a text, a day and a path."""

    def make(text: str, day: date | None = None, path: str = "a.txt", **fields: object) -> Report:
        published = None if day is None else DateInterval(day, day, "day", "stated")
        values = {
            "id": f"r-{path}",
            "path": path,
            "text": text,
            "sha256": "",
            "title": None,
            "outlet": None,
            "published": published,
            "language": "en",
        }
        return Report(**(values | fields))  # type: ignore[arg-type]

    return make
