"""Annotated articles as labelled windows of word pieces.

Every piece carries three tags (content, cue, source: outside, begins, goes on) and two pointers. A
piece of content points to the first piece of the cue that introduces it, the first piece of a cue
to the first piece of its source. Pointers at 0, the opening mark, mean *none*; -100 is not trained
on.
"""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from volteface.coding.paragraph import paragraphs
from volteface.coding.reader import parser
from volteface.coding.tagger.syntax import Integers, Syntax, syntax
from volteface.coding.tagger.windows import Window, windows
from volteface.records import Report

IGNORED = -100
OUTSIDE, BEGINS, GOES_ON = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A window and the labels of its pieces."""

    ids: list[int]
    syntax: Integers
    content: list[int]
    cue: list[int]
    source: list[int]
    to_cue: list[int]
    to_source: list[int]


def load(path: Path) -> list[dict[str, Any]]:
    """Articles of a JSON-lines file, each with ``id``, ``text`` and ``attributions``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article, its paragraphs parsed."""

    article: dict[str, Any]
    paragraphs: list[tuple[int, str]]
    syntax: Syntax


def parsed(articles: list[dict[str, Any]]) -> Iterator[Parsed]:
    """The articles as the reader sees them: paragraphs with plain marks, parsed."""
    nlp = parser()
    for article in articles:
        report = Report("", "", article["text"], "", None, None, None, None)
        parts = list(paragraphs(report))
        docs = nlp.pipe([part.plain for part in parts], batch_size=64)
        placed = [(part.start, doc) for part, doc in zip(parts, docs, strict=True)]
        yield Parsed(article, [(base, doc.text) for base, doc in placed], syntax(placed))


def labelled(item: Parsed, tokenizer: Tokenizer, chance: random.Random) -> Iterator[Labelled]:
    """The article in windows of random length, so that no place in a window is special."""
    longest = chance.choice((96, 160, 224, 320, 320))
    for window in windows(item.paragraphs, tokenizer, longest):
        yield _label(window, item)


def _label(window: Window, parsed_article: Parsed) -> Labelled:
    size = len(window.ids)
    content, cue, source = ([OUTSIDE] * size for _ in range(3))
    to_cue, to_source = [0] * size, [IGNORED] * size
    for item in parsed_article.article["attributions"]:
        cue_at = _mark(window, item["cue"], cue)
        source_at = _mark(window, item["source"], source)
        said_at = _mark(window, item["content"], content)
        first = cue_at[0] if cue_at else IGNORED
        for at in said_at:
            to_cue[at] = first
        if cue_at:
            outside = bool(item["source"]) and not source_at
            to_source[first] = IGNORED if outside else (source_at[0] if source_at else 0)
    known = parsed_article.syntax.at(window.spans)
    return Labelled(window.ids, known, content, cue, source, to_cue, to_source)


def _mark(window: Window, spans: list[list[int]], tags: list[int]) -> list[int]:
    """Tag the pieces inside the spans; which they are."""
    marked: list[int] = []
    for first, last in spans:
        inside = [n for n, (s, e) in enumerate(window.spans) if s < last and first < e]
        for n in inside:
            tags[n] = BEGINS if n == inside[0] else GOES_ON
        marked += inside
    return marked
