"""Reading the bytes of one TOML file."""

from datetime import date

import pytest

from volteface.case.document import Document, parse_document
from volteface.case.problem import Problem


def parsed(content: bytes) -> Document:
    """The document; the content must be valid."""
    document = parse_document("case.toml", content)
    assert isinstance(document, Document)
    return document


def test_byte_order_mark_and_windows_line_ends_are_no_mistake() -> None:
    """The same text from any editor says the same, on the same lines."""
    plain = parsed(b'a = "x"\nb = 2\n')
    windows = parsed(b'\xef\xbb\xbfa = "x"\r\nb = 2\r\n')
    assert (windows.data, windows.lines) == (plain.data, plain.lines)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a = 1\nb = '\xe9'\n", "x.toml:2: is not UTF-8 (byte 0xe9): save the file as UTF-8"),
        ("a = 1".encode("utf-16"), "x.toml:1: is not UTF-8 (byte 0xff): save the file as UTF-8"),
        (b"a = 1\n\nb = \n", "x.toml:3: is not valid TOML: "),
        (b"a = 1\na = 2\n", "x.toml:2: is not valid TOML: "),
        (b"a = 1\nb = [1,\n\n", "x.toml:2: is not valid TOML: "),
        (b"a = " + b"[" * 5000, "x.toml: arrays or tables are nested too deeply"),
    ],
)
def test_what_cannot_be_parsed_is_a_problem_with_its_line(content: bytes, problem: str) -> None:
    """Wrong encoding, wrong syntax, a value that never ends, nesting without end."""
    assert str(parse_document("x.toml", content)).startswith(problem)


def test_a_number_of_thousands_of_digits_is_a_problem() -> None:
    """Python refuses to convert it; no traceback."""
    problem = parse_document("x.toml", b"a = " + b"9" * 5000)
    assert isinstance(problem, Problem)
    assert "not valid TOML" in str(problem)


def test_tables_take_values_of_the_wrong_type_for_missing() -> None:
    """So that checks across files go on after a mistake in one."""
    root = parsed(b"""
actor = [3, { id = 4, names = ["x", 5, "y"], from = 2011-01-01T00:00:00, to = 2012-01-02 }]
office = { id = "one" }
person = 7
""").root
    (actor,) = root.tables("actor")
    assert actor.path == ("actor", 1)
    assert actor.text("id") is None
    assert actor.texts("names") == [(("names", 0), "x"), (("names", 2), "y")]
    assert actor.texts("missing") == []
    assert (actor.day("from"), actor.day("to")) == (None, date(2012, 1, 2))
    assert [table.texts("id") for table in root.tables("office")] == [[(("id",), "one")]]
    assert root.tables("person") == []


def test_a_table_places_a_problem_at_its_key() -> None:
    """The path is relative to the table."""
    (actor,) = parsed(b'[[actor]]\nnames = [\n"x",\n"y"]\n').root.tables("actor")
    assert str(actor.problem("wrong", "names", 1)) == "case.toml:4: wrong"
    assert actor.problem("odd", severity="warning") == Problem("warning", "case.toml", 1, "odd")
