"""Where things stand in TOML texts, hand-written and generated."""

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.case.locate import Path, line_of, locate

TEXT = '''\
# [not.a.table]
title = "a # b [c] = \\"d\\""   # a = 1
words = [ # opens [
  "one ]", 'two, [',

  """three
]""",
]
point = { x = 1, "y z".w = { deep = [1, 2] } }
a.b.c = 1979-05-27 07:32:00

[[actor]]
id = "RUS"

  [[actor.office]]
  from = 2011-01-01
  [[actor.office]]
  "from" = 2012-01-01

[[actor]]
[actor.office.inner]
key = """\\"""" # quotes at the end
last = \'\'\'x\'\'\'\'
[late.child]
[late]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("words",), 3),
        (("words", 0), 4),
        (("words", 1), 4),
        (("words", 2), 6),
        (("point", "x"), 9),
        (("point", "y z", "w", "deep", 1), 9),
        (("a", "b", "c"), 10),
        (("actor",), 12),
        (("actor", 0), 12),
        (("actor", 0, "id"), 13),
        (("actor", 0, "office", 0, "from"), 16),
        (("actor", 0, "office", 1), 17),
        (("actor", 0, "office", 1, "from"), 18),
        (("actor", 1), 20),
        (("actor", 1, "office", "inner"), 21),
        (("actor", 1, "office", "inner", "key"), 22),
        (("actor", 1, "office", "inner", "last"), 23),
        (("late", "child"), 24),
        (("late",), 25),
    ],
)
def test_finds_the_line_of_each_thing(path: Path, line: int) -> None:
    """Strings, comments, multi-line arrays, inline and nested tables do not mislead it."""
    assert locate(TEXT)[path] == line


def test_a_path_that_is_not_there_has_the_line_around_it() -> None:
    """A missing key is reported where its table stands, a missing table at the top."""
    lines = locate(TEXT)
    assert line_of(lines, ("actor", 0, "name")) == 12
    assert line_of(lines, ("nothing", 3)) == 1


def test_windows_line_ends_count_once() -> None:
    """CRLF is one line break."""
    assert locate("a = 1\r\n\r\nb = [\r\n2]\r\n") == {("a",): 1, ("b",): 3, ("b", 0): 4}


LETTERS = "aB1-_.,=[]{}#\"'\\ \n\r\t\x00\x7f\u2028é😀"
KEYS = st.text(LETTERS, min_size=1, max_size=4) | st.sampled_from(
    ["a", "b-1", "[x]", "#", '"', "'", "a.b"]
)
SCALARS = (
    st.integers(-9, 9)
    | st.booleans()
    | st.dates(min_value=date(1000, 1, 1))
    | st.text(LETTERS, max_size=6)
    | st.sampled_from(["[", "]]", "{", "#", "=", ",", '"""', "'''", "\\", "\n[[a]]\n"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=6,
)
GAPS = st.sampled_from(["", "\n", "# [x] = 'y'\n", '\n  # "\n\n'])


def quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def written(value: object, draw: st.DrawFn) -> str:
    """A value as TOML, with arrays broken over lines and comments at random."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        plain = value.isprintable() and "'" not in value
        return f"'{value}'" if plain and draw(st.booleans()) else quoted(value)
    if isinstance(value, list):
        parts = [draw(GAPS) + written(item, draw) + draw(GAPS) for item in value]
        return f"[{','.join(parts)}{draw(GAPS)}]"
    if isinstance(value, dict):
        parts = [f"{quoted(key)} = {written(item, draw)}" for key, item in value.items()]
        return f"{{ {', '.join(parts)} }}"
    return str(value)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[Path, int]]:
    """A TOML text of keys and arrays of tables, and the line of each key at its left edge."""
    text, expected = "", {}
    for position in range(draw(st.integers(0, 3))):
        text += draw(GAPS)
        expected["table", position] = text.count("\n") + 1
        text += "[[table]]\n"
        for key, value in draw(st.dictionaries(KEYS, VALUES, max_size=4)).items():
            text += draw(GAPS)
            expected["table", position, key] = text.count("\n") + 1
            text += f"{quoted(key)} = {written(value, draw)}\n"
    return text, expected


def paths(value: object, path: Path = ()) -> set[Path]:
    """Every path into parsed TOML."""
    if isinstance(value, dict):
        inner = [paths(item, (*path, key)) for key, item in value.items()]
    elif isinstance(value, list):
        inner = [paths(item, (*path, position)) for position, item in enumerate(value)]
    else:
        inner = []
    return {path}.union(*inner)


@given(documents())
def test_finds_all_there_is_and_nothing_else(document: tuple[str, dict[Path, int]]) -> None:
    """The paths are those of the parser, and keys stand where they were written."""
    text, expected = document
    lines = locate(text)
    assert set(lines) | {()} == paths(tomllib.loads(text))
    assert expected.items() <= lines.items()
