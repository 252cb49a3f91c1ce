import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from volteface.cli.read import _worth_starting

Call = Callable[..., Any]
SCHEMA = Path(__file__).parents[2] / "docs" / "read.schema.json"

STORY = (
    "Published 3 May 2017\n\n"
    "The Kremlin said on Tuesday that the parties must negotiate. “We shall not send soldiers,” "
    "a Turkish official told Reuters.\n"
)
PAGE = """<html><head><title>Talks</title><script>alert("The minister said it")</script></head>
<body><article><h1>Talks near</h1><p>The Kremlin said that the parties must negotiate soon.</p>
<p>A Turkish official told Reuters that soldiers would not be sent to the border.</p></article>
<script>document.write("The minister said that war is near.")</script></body></html>"""


@pytest.fixture
def odd(folder: Path) -> Path:
    """A folder with everything that can be handed over as a report."""
    place = folder / "odd"
    place.mkdir()
    (place / "good.txt").write_text(STORY)
    (place / "page.html").write_text(PAGE)
    (place / "empty.txt").write_bytes(b"")
    (place / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (place / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (place / "nulls.txt").write_bytes(STORY.replace(" ", "\x00 ").encode())
    (place / "latin.txt").write_bytes(STORY.replace("Kremlin", "Élysée").encode("cp1252"))
    (place / "lines.txt").write_bytes(STORY.replace("\n", "\r\n").replace(" ", "\u00a0").encode())
    (place / "quotes.txt").write_text(STORY.replace("”", "") + "He said: “nobody “ was there, \n")
    (place / "arabic.txt").write_text(
        "قال الوزير يوم الاثنين إن القوات يجب أن تغادر البلاد وإن المفاوضات قريبة من النهاية."
    )
    (place / "french.txt").write_text("Le ministre a dit que les troupes quitteront le pays. " * 5)
    with zipfile.ZipFile(place / "evil.zip", "w") as archive:
        archive.writestr("../up.txt", STORY)
        archive.writestr("/root.txt", STORY)
        archive.writestr("inside.txt", STORY.replace("Kremlin", "Quai d'Orsay"))
    return place


def test_every_line_is_as_documented(call: Call, odd: Path) -> None:
    """Every line is a report or a statement by the schema; a report stands before its own."""
    schema = json.loads(SCHEMA.read_text())
    done = call("read", odd, "--jsonl")
    assert done.code == 0
    report = ""
    for line in map(json.loads, done.out.splitlines()):
        jsonschema.validate(line, schema)
        if line["record"] == "report":
            report = line["id"]
        else:
            assert line["report"] == report
            assert line.get("issue") is None


def test_odd_files(call: Call, odd: Path) -> None:
    """What cannot be read is skipped with a reason, what is not English is kept and not coded."""
    done = call("read", odd, "--jsonl")
    lines = [json.loads(line) for line in done.out.splitlines()]
    notes = {Path(line["path"]).name: line["note"] for line in lines if line["record"] == "report"}
    assert {name for name, note in notes.items() if note is None} >= {
        "good.txt",
        "page.html",
        "latin.txt",
        "lines.txt",
        "quotes.txt",
        "inside.txt",
    }
    assert "French" in notes["french.txt"]
    assert "Arabic" in notes["arabic.txt"]
    skipped = done.err.splitlines()
    for name in ("empty.txt", "noise.txt", "picture.png", "nulls.txt", "up.txt", "root.txt"):
        assert name not in notes
        (told,) = (line for line in skipped if line.split(": ")[0].endswith(name))
        assert told.startswith("skipped ")
    assert "Traceback" not in done.err


def test_offsets_point_into_the_file(call: Call, odd: Path) -> None:
    """Every record's text stands at its offsets in the file as Python reads it."""
    done = call("read", odd / "good.txt", odd / "lines.txt", "--jsonl")
    told = [line for line in map(json.loads, done.out.splitlines()) if line["record"] != "report"]
    said = [line for line in told if line["record"] == "statement"]
    assert {line["actor"] for line in said} == {"RUS", "TUR"}
    assert {line["type"] for line in told if line["record"] == "event"} >= {"REQUEST"}
    for line in told:
        with Path(line["path"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        assert line["text"] == " ".join(text[start:end] for start, end in line["content"])


def test_scripts_say_nothing(call: Call, odd: Path) -> None:
    """What stands in a page's scripts is no report."""
    done = call("read", odd / "page.html", "--jsonl")
    assert "the parties must negotiate" in done.out
    assert "minister" not in done.out


def test_for_people(call: Call, odd: Path, folder: Path) -> None:
    """Without ``--jsonl`` each statement is a line; unseen characters are written out."""
    bidi = folder / "bidi.txt"
    bidi.write_text(STORY.replace("must", "\u202emust\x1b[31m"))
    done = call("read", bidi, odd / "french.txt", "--quiet")
    assert "in French: kept, not coded" in done.out
    assert "[2017-05-03 to 2017-05-03" in done.out
    assert "\u202e" not in done.out
    assert "\x1b" not in done.out
    assert "[U+202E]must" in done.out
    assert done.err == ""


def test_by_a_case(call: Call, mine: Path) -> None:
    """With a case issues are coded."""
    done = call("read", mine / "reports", "--case", "mine", "--jsonl")
    assert any(json.loads(line).get("issue") for line in done.out.splitlines())


def test_what_is_said_again_points_back(call: Call, folder: Path) -> None:
    """Reports come in order of their paths, and repeats point to the earliest by day."""
    line = "The Kremlin said that it was for the people of the valley to decide who leads them.\n"
    for name, month in (("a", "July"), ("b", "May"), ("c", "March")):
        (folder / f"{name}.txt").write_text(f"Published 3 {month} 2017\n\n{month}.\n\n{line}")
    done = call("read", folder, "--jsonl")
    lines = [json.loads(line) for line in done.out.splitlines()]
    names = [Path(line["path"]).stem for line in lines if line["record"] == "report"]
    assert names == ["a", "b", "c"]
    said = {Path(line["path"]).stem: line for line in lines if line["record"] == "statement"}
    assert [said[name]["repeats"] for name in names] == [said["c"]["id"]] * 2 + [None]


@pytest.mark.parametrize("name", ["empty.txt", "noise.txt", "picture.png"])
def test_one_bad_file(call: Call, odd: Path, name: str) -> None:
    """Where nothing else was asked for, the reason is the error and the code is 2."""
    done = call("read", odd / name)
    assert done.code == 2
    assert name in done.err
    assert done.out == ""


@pytest.mark.parametrize(("files", "workers", "worth"), [(0, 4, 0), (1, 4, 1), (3, 1, 1)])
def test_processes_worth_starting(tmp_path: Path, files: int, workers: int, worth: int) -> None:
    """No more are started early than there are small files, or than were asked for."""
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("Rain fell.")
    assert _worth_starting([tmp_path], workers) == worth


def test_speech_alone_on_request(call: Call, folder: Path) -> None:
    """With ``--quotations speech`` fears are left out, on one process and on two."""
    (folder / "a.txt").write_text("The Kremlin said that the truce was dead.")
    (folder / "b.txt").write_text("Berlin fears that the war will be long.")
    asked = ("read", folder, "--jsonl", "--quotations", "speech")
    one, two = call(*asked).out, call(*asked, "--workers", 2).out
    said = [line["text"] for line in map(json.loads, one.splitlines()) if line.get("speaker")]
    assert said == ["that the truce was dead"]
    assert one == two
