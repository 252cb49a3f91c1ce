from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from volteface.case import load_case, new_case
from volteface.case.schema import Case
from volteface.identity import text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.records import Candidate, DateInterval, Report, Statement, Verdict
from volteface.report_page.inert import visible
from volteface.report_page.lines import carriers, lines
from volteface.report_page.markdown import escaped, markdown

DAY = DateInterval(date(2018, 5, 3), date(2018, 5, 4), "interval", "dateline")
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![see](http://evil.example/pixel.png)",
    "http://evil.example www.evil.example evil@evil.example",
    "a | b | c",
    "`rm -rf` ```code```",
    "=HYPERLINK(1) +1 -1 @sum",
    "line\n# heading\n\n- item\n> quote",
    "&lt;b&gt; &amp; \\[x\\]",
    "\u202egnp.exe \u2066 \x1b[31m \x00",
]


def shown(text: str) -> str:
    """What a reader of the Markdown sees, and nothing but text."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    (paragraph,) = (t for t in parser.parse(f"x {text}") if t.type == "inline")
    assert {child.type for child in paragraph.children or ()} <= {"text", "text_special"}
    return "".join(child.content for child in paragraph.children or ())[2:]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_characters(text: str) -> None:
    """Markup, addresses, formulas and overrides of a report do nothing in the Markdown."""
    assert shown(escaped(text)) == visible(" ".join(text.split()))


@given(st.text(min_size=1))
def test_any_text_shows_as_characters(text: str) -> None:
    """So does any other text: on one line, as it stands, unseen characters written out."""
    seen = " ".join(text.split())
    if seen:
        assert shown(escaped(text)) == visible(seen)


@pytest.mark.parametrize("text", ["see http://evil.example", "see www.evil.example"])
def test_bare_addresses_are_no_links(text: str) -> None:
    """An address is cut off from the rule that would make it a link."""
    assert "http:" not in escaped(text)
    assert "www." not in escaped(text)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The example case."""
    folder = tmp_path_factory.mktemp("case") / "mine"
    new_case(folder)
    return load_case(str(folder))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(
        str(tmp_path / "test.sqlite"), clock=lambda: datetime(2020, 1, 1, tzinfo=UTC)
    ) as opened:
        yield opened


Store = Callable[..., Statement]


@pytest.fixture
def store(ledger: Ledger) -> Store:
    """Store one statement with hostile words in a report with a hostile title."""

    def storing(text: str, **fields: object) -> Statement:
        report = Report("r-1", "a.txt", text, text_sha256(text), f"Title {text}", None, DAY, "en")
        known: dict[str, object] = {
            "person": f"Person {text}",
            "via": (f"Outlet {text}",),
            "said_on": DAY,
            "cue": ((0, 1),),
            "role": None,
        }
        statement = Statement(  # type: ignore[arg-type]
            id="s-1",
            utterance="u-1",
            report="r-1",
            voice="attributed",
            content=((0, len(text)),),
            speaker=(),
            text=text,
            kind="direct",
            register="stated",
            actor="ODRUN",
            about=None,
            addressee=None,
            endorsed=True,
            issue="odrun_troops",
            stance=0.5,
            confidence=0.75,
            candidates=(Candidate("odrun_troops", 0.5, 0.75),),
            **(known | fields),
        )
        ledger.store(Reading(report, "k", "test", (statement,)))
        return statement

    return storing


def verdict(outcome: str = "no shift", records: tuple[str, ...] = ("s-1",)) -> Verdict:
    """A verdict on the example's Odrun."""
    return Verdict(
        actor="ODRUN",
        issue="odrun_troops",
        channel="stated",
        verdict=outcome,  # type: ignore[arg-type]
        form=None,
        from_=None,
        to=None,
        since=None,
        period=(date(2018, 1, 1), date(2018, 5, 4)),
        probability=0.95,
        statements=records,
        sources=1,
        waiting=0,
        sentence=f"Odrun: {outcome}.",
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_reports(case: Case, ledger: Ledger, store: Store, text: str) -> None:
    """Words, names, titles and outlets of a report all show as characters on the page."""
    store(text)
    page = markdown([verdict()], case, ledger)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(page)
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "table_open", "fence"}
    assert len([t for t in tokens if t.type == "heading_open"]) == 2
    assert escaped(text) in page
    assert not set(page) & set("\u202e\u2066\x1b\x00")


def test_what_is_said_comes_first(case: Case, ledger: Ledger, store: Store) -> None:
    """Each verdict with the words that carry it, dates and figures; open questions last."""
    store("We stay.", person="Ann Lake", via=("Wire",))
    page = markdown([verdict("insufficient evidence"), verdict()], case, ledger)
    assert page.index("Odrun: no shift") < page.index("Not enough evidence")
    assert "“We stay.” — Ann Lake, through Wire, 2018-05-03" in page
    assert "to 2018-05-04, in Title We stay. (stance +0.50, confidence 0.75) `s-1`" in page
    assert "a change of more than" in page


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({"person": None, "role": "an envoy"}, "an envoy"),
        ({"person": None, "role": None}, "unnamed"),
        ({"person": None, "role": None, "cue": ()}, "the report"),
    ],
)
def test_who_said_it(
    case: Case, ledger: Ledger, store: Store, fields: dict[str, object], who: str
) -> None:
    """Somebody without a name goes by the role; the writer is the report."""
    store("We stay.", **(fields | {"via": (), "said_on": None}))
    assert f"— {who}, no date, in" in markdown([verdict()], case, ledger)


def test_facts_and_the_rest(case: Case, ledger: Ledger, store: Store) -> None:
    """Facts are quoted with their source; beyond five records only ids are given."""
    store("We stay.")
    fact = f"fact:{case.facts[0].id}"
    page = markdown([verdict(records=(fact, *["s-1"] * 4, "s-8", "s-9"))], case, ledger)
    assert escaped(case.facts[0].text) in page
    assert f"source: {escaped(case.facts[0].source)}" in page
    assert "- and `s-8` `s-9`" in page


def test_lines(case: Case) -> None:
    """The terminal's lines: title, open questions, and last what a reader should see: answers."""
    printed = list(lines([verdict("insufficient evidence"), verdict()], case))
    assert printed[:2] == [case.settings.title, ""]
    assert printed[2:4] == ["Not enough evidence", "  Odrun: insufficient evidence. [s-1]"]
    assert printed[-3:] == ["", "Odrun", "  Odrun: no shift. [s-1]"]
    assert "Nothing can be said" in list(lines([], case))[-1]


def test_carriers() -> None:
    """The first three ids, and how many more."""
    assert carriers(verdict(records=("a", "b", "c"))) == "[a b c]"
    assert carriers(verdict(records=("a", "b", "c", "d"))) == "[a b c and 1 more]"
