import json
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.coding.calibration import WITH_VECTORS
from volteface.coding.learnt import (
    NOTHING,
    Approved,
    Learnt,
    digest,
    learnt_file,
    load_learnt,
    save_learnt,
)
from volteface.coding.reading_key import reading_key
from volteface.errors import CaseError

LEARNT = Learnt((Approved("Go.", "talks", -1, "stated", ("brief", "source, party")),), WITH_VECTORS)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case in a folder that can be written."""
    known = load_case(str(Path(__file__).parent / "four_wars"))
    return known.model_copy(update={"folder": str(tmp_path)})


def test_what_is_kept_comes_back(case: Case) -> None:
    """Saved and loaded it is the same; without a file there is nothing."""
    assert load_learnt(case) == NOTHING
    assert save_learnt(case, LEARNT).parent == Path(case.folder)
    assert load_learnt(case) == LEARNT


def test_readings_depend_on_what_was_learnt(case: Case) -> None:
    """The reading key changes with it, so that old readings are made again."""
    before = reading_key(case)
    save_learnt(case, LEARNT)
    assert reading_key(case) != before
    assert digest(NOTHING) == ""


def test_a_bundled_case_keeps_it_in_the_users_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What comes with the program is never written to."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert learnt_file(load_case("syria")) == tmp_path / "volteface" / "syria" / "learnt.json"


@pytest.mark.parametrize("text", ["{", '{"approved": [{}], "weights": null}', "[]"])
def test_a_damaged_file_is_an_error(case: Case, text: str) -> None:
    """The error names the file and says what to do."""
    learnt_file(case).write_text(text)
    with pytest.raises(CaseError, match=r"learnt\.json cannot be read .*: delete it, or run"):
        load_learnt(case)


def test_weights_of_another_version_are_refused(case: Case) -> None:
    """A file with too few weights is not taken for whole."""
    path = save_learnt(case, LEARNT)
    data = json.loads(path.read_text())
    data["weights"]["side"].pop()
    path.write_text(json.dumps(data))
    with pytest.raises(CaseError, match="another version"):
        load_learnt(case)


def test_a_folder_that_cannot_be_written(case: Case) -> None:
    """The error names the file."""
    wrong = case.model_copy(update={"folder": f"{case.folder}/file/below"})
    (Path(case.folder) / "file").write_text("")
    with pytest.raises(CaseError, match=r"learnt\.json cannot be written"):
        save_learnt(wrong, LEARNT)
