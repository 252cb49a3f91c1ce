import json
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from volteface.identity import content_id, text_sha256

PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=8,
)


@given(PARTS, PARTS)
def test_same_content_same_id(one: object, other: object) -> None:
    """Two contents have one id if and only if they are the same JSON."""
    same = json.dumps(one) == json.dumps(other)
    assert (content_id("s", one) == content_id("s", other)) == same  # type: ignore[arg-type]


def test_ids_are_the_same_everywhere() -> None:
    """An id depends on nothing but its content: not on the process, not on the hash seed."""
    script = "from volteface.identity import content_id; print(content_id('s', 'é', [1, None]))"
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.stdout.strip() == content_id("s", "é", [1, None]) == "s-af0fe3833e9fb276"


def test_form() -> None:
    """The prefix and sixteen hexadecimal digits; order of parts counts."""
    assert content_id("r", "a", "b") != content_id("r", "b", "a")
    assert len(content_id("r")) == len("r-") + 16


def test_lone_surrogates_have_a_digest() -> None:
    """Broken text has one too, another than its replacement's."""
    assert len(text_sha256("\ud800")) == 64
    assert text_sha256("\ud800") != text_sha256("?")
