import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.errors import UsageError
from volteface.model_reader.kept import Kept, KeptAnswers, answer_key

KEPT = Kept(({"content": ["a\ud800"], "sentence": 1},), 100, 1000, 200, 4.0)


def test_what_is_kept_is_there_next_time(tmp_path: Path) -> None:
    """In another process too."""
    with KeptAnswers(tmp_path / "x.answers") as kept:
        assert kept.get("k") is None
        assert kept.pace("m") is None
        kept.put("k", "m", KEPT)
    with KeptAnswers(tmp_path / "x.answers") as kept:
        assert kept.get("k") == KEPT
        pace = kept.pace("m")
        assert pace is not None
        assert (pace.a_second, pace.a_word) == (50.0, 2.0)
        assert kept.pace("other") is None


def test_an_answer_asked_anew_replaces_the_old_one(tmp_path: Path) -> None:
    """One answer a key."""
    with KeptAnswers(tmp_path / "x.answers") as kept:
        kept.put("k", "m", KEPT)
        kept.put("k", "m", Kept((), 1, 2, 3, 4.0))
        assert kept.get("k") == Kept((), 1, 2, 3, 4.0)


def test_a_damaged_answer_is_asked_for_again(tmp_path: Path) -> None:
    """It is as if it were not there."""
    path = tmp_path / "x.answers"
    with KeptAnswers(path) as kept:
        kept.put("k", "m", KEPT)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("UPDATE answer SET statements = '[{'")
        assert kept.get("k") is None


def test_another_file_is_left_as_it_is(tmp_path: Path) -> None:
    """With a word on what to do."""
    path = tmp_path / "x.answers"
    path.write_text("These are my notes, and no database at all.\n" * 40)
    before = path.read_bytes()
    with pytest.raises(UsageError, match="move it away"):
        KeptAnswers(path)
    assert path.read_bytes() == before


def test_an_answer_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    """As on a full disk."""
    path = tmp_path / "x.answers"
    with KeptAnswers(path) as kept:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("DROP TABLE answer")
        with pytest.raises(UsageError, match="cannot keep an answer"):
            kept.put("k", "m", KEPT)


@settings(deadline=None)
@given(st.lists(st.text(max_size=5), min_size=3, max_size=3, unique=True))
def test_a_key_depends_on_everything(parts: list[str]) -> None:
    """Model, prompt, report and form."""
    model, system, data = parts
    keys = {
        answer_key(model, system, {}, data),
        answer_key(model, system, {"a": 1}, data),
        answer_key(system, model, {}, data),
        answer_key(model, data, {}, system),
    }
    assert len(keys) == 4
    assert answer_key(model, system, {}, data) in keys
