"""JSON taken value by value, and written on one line."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.formats import json_stream
from volteface.formats.json_stream import JsonStream, compact

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)


@given(values=st.lists(VALUES, max_size=6), indent=st.sampled_from([None, 2]))
def test_entries(values: list[Any], indent: int | None) -> None:
    """An array gives its entries one by one, however it is laid out and read."""
    before = json_stream._PIECE  # noqa: SLF001
    json_stream._PIECE = 3  # noqa: SLF001 - small, so that every value spans pieces
    try:
        stream = JsonStream(io.StringIO(json.dumps(values, indent=indent)))
        assert [stream.value() for _ in stream.entries()] == values
    finally:
        json_stream._PIECE = before  # noqa: SLF001


def test_members() -> None:
    """An object gives its members' names; what stands there may be walked through in turn."""
    stream = JsonStream(io.StringIO('{"a": 1, "b": {"c": [2, 3]}}'))
    found: dict[str, Any] = {}
    for name in stream.members():
        found[name] = list(stream.members()) if name == "c" else stream.value()
    assert found == {"a": 1, "b": {"c": [2, 3]}}


@pytest.mark.parametrize("text", ["", "[1", "[1 2]", '{"a" 1}', "[1,", "nothing"])
def test_no_json(text: str) -> None:
    """What is no JSON is an error, wherever it breaks off."""
    stream = JsonStream(io.StringIO(text))
    with pytest.raises(ValueError, match=r"."):
        _ = [stream.value() for _ in (stream.members() if text[:1] == "{" else stream.entries())]


@given(value=VALUES)
def test_compact(value: Any) -> None:  # noqa: ANN401
    """One line of UTF-8 that gives the value back."""
    written = compact(value)
    assert "\n" not in written
    assert json.loads(written.encode()) == value


def test_compact_surrogates() -> None:
    """Half of a surrogate pair is written as an escape."""
    assert compact(["\ud800"]).encode() == b'["\\ud800"]'
    assert compact(["ü"]) == '["ü"]'
    with pytest.raises(ValueError, match="JSON"):
        compact([float("nan")])
