"""A small invented conflict, and files to read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from volteface.case.schema import Actor, Case, CaseFile, Fact, Office, OutletFile, Person
from volteface.records import DateInterval, Report
from volteface.reports import Skipped, read_reports

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
