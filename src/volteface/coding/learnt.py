"""What a person has approved of a case's statements, kept so that reading can learn from it."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from volteface.case.schema import Case
from volteface.coding.calibration import (
    ISSUE_FEATURES,
    NONE_FEATURES,
    SIDE_FEATURES,
    Weights,
)
from volteface.errors import CaseError
from volteface.records import Register

FILE = "learnt.json"


@dataclass(frozen=True, slots=True)
class Approved:
    """One approved statement.

    ``text`` are its words; ``issue`` is None for none of the case's, and then ``sign`` is 0, else
    +1 or -1. ``signs`` are those by which its register is told, none where they were not sought.
    """

    text: str
    issue: str | None
    sign: int
    register: Register
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learnt:
    """What reading has learnt for one case.

    ``weights`` are the case's own, None for the general ones.
    """

    approved: tuple[Approved, ...] = ()
    weights: Weights | None = None


NOTHING = Learnt()


def learnt_file(case: Case) -> Path:
    """Where a case's approved statements are kept.

    In the case's folder; for a case that comes with the program, in the user's data folder
    (``XDG_DATA_HOME``, else ``~/.local/share``), under the case's id.
    """
    bundled = Path(__file__).parent.parent / "bundled"
    folder = Path(case.folder)
    if folder.is_relative_to(bundled):
        data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
        return Path(data).expanduser() / "volteface" / case.settings.id / FILE
    return folder / FILE


def load_learnt(case: Case) -> Learnt:
    """What ``volteface learn`` has kept for the case; nothing where there is no file.

    Raises:
        CaseError: The file cannot be read.
    """
    if not case.folder:
        return NOTHING
    path = learnt_file(case)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        approved = tuple(
            Approved(**(item | {"signs": tuple(item["signs"])})) for item in data["approved"]
        )
        return Learnt(approved, _weights(data["weights"]))
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError, TypeError, KeyError) as error:
        again = f"volteface learn {case.settings.id}"
        raise CaseError([f"{path} cannot be read ({error}): delete it, or run {again}"]) from error


def _weights(data: dict[str, list[float]] | None) -> Weights | None:
    if data is None:
        return None
    issue, side, none = (tuple(map(float, data[part])) for part in ("issue", "side", "none"))
    sizes = len(ISSUE_FEATURES), len(SIDE_FEATURES), len(NONE_FEATURES)
    if (len(issue), len(side), len(none)) != sizes:
        raise ValueError("it is of another version")
    return Weights(issue, side, none)


def save_learnt(case: Case, learnt: Learnt) -> Path:
    """Write it, all or nothing, and say where.

    Raises:
        CaseError: The folder cannot be written.
    """
    path = learnt_file(case)
    text = json.dumps(asdict(learnt), ensure_ascii=False, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".learnt-", delete=False
        ) as draft:
            draft.write(text)
        Path(draft.name).replace(path)
    except OSError as error:
        raise CaseError([f"{path} cannot be written: {error.strerror}"]) from error
    return path


def digest(learnt: Learnt) -> str:
    """A short name for what was learnt; empty where nothing was."""
    if learnt == NOTHING:
        return ""
    said = json.dumps(asdict(learnt), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
