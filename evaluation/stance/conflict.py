"""Read one of the small conflicts: its case and its coded sentences as passages."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from volteface.case.schema import Actor, Case, CaseFile, Issue
from volteface.coding.meaning import meaning_of
from volteface.coding.mention import Mention
from volteface.coding.passage import Passage
from volteface.coding.tagger.network import network

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence as a careful reader codes it.

    ``issues`` are the acceptable issues, the best first; empty for none. ``side`` is +1 or -1 on
    the first of them, 0 for none. ``second`` is a further issue that the sentence surely bears
    on, with its side.
    """

    passage: Passage
    issues: tuple[str, ...]
    side: int
    second: tuple[str, int] | None = None


def _mentions(text: str, actors: tuple[Actor, ...]) -> tuple[Mention, ...]:
    """Names as the case writes them; enough for text written with the case in hand."""
    found = [
        Mention(match.start(), match.end(), actor.id, None)
        for actor in actors
        for name in (actor.name, *actor.aliases)
        for match in re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    ]
    longest = sorted(found, key=lambda m: (m.start, m.start - m.end))
    kept: list[Mention] = []
    for mention in longest:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def read_conflict(path: Path, language: Language) -> tuple[Case, list[Gold]]:
    """The case and the gold sentences of one file; braces mark what was said."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    case = Case(
        folder=str(path),
        digest="",
        settings=CaseFile(**data["case"]),
        actors=tuple(Actor(**actor) for actor in data["actor"]),
        people=(),
        issues=tuple(Issue(**issue) for issue in data["issue"]),
        ties=(),
        facts=(),
    )
    tagger = network()
    assert tagger is not None, "the evaluation needs the tagger"
    gold = []
    for entry in data["sentence"]:
        before, said, after = re.split("[{}]", entry["text"])
        text = before + said + after
        doc = language(text)
        passage = Passage(
            doc=doc,
            content=((len(before), len(before) + len(said)),),
            clause=(0, len(text)),
            mentions=_mentions(text, case.actors),
            actor=entry.get("actor"),
            meaning=meaning_of(tagger.read([(0, doc)])),
        )
        issues = ((entry["issue"],) if "issue" in entry else ()) + tuple(entry.get("also", ()))
        second = (entry["second"], entry["second_stance"]) if "second" in entry else None
        gold.append(Gold(passage, issues, entry.get("stance", 0), second))
    return case, gold


def conflicts(folder: str) -> list[Path]:
    """The files of one folder (fitted, traps or blind) in order of their names."""
    return sorted((FOLDER / folder).glob("*.toml"))
