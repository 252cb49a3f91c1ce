"""Articles as the tagger's hidden states, with stretches of them and the texts of those.

The states are those of the shipped file, 8-bit as at inference. The teacher reads the words of a
stretch alone; the branch finds them within their article.
"""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from volteface.coding.grammar import text_of
from volteface.coding.paragraph import paragraphs
from volteface.coding.reader import parser
from volteface.coding.tagger.network import Marks, Network
from volteface.records import Report, Span

FEWEST = 4
"""Tokens of a stretch."""
MOST = 100
"""Tokens of a run of sentences, as of the surroundings that are compared."""
LENGTHS = (96, 160, 224, 320, 320)
"""Of windows, in word pieces: drawn for each article, so that no place in a window is special."""
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "pcomp", "parataxis"})
"""Relations of the words whose subtrees are clauses."""


@dataclass(frozen=True, slots=True)
class Read:
    """A window of an article.

    Attributes:
        states: Hidden states of the tagger's trunk: (pieces, 384).
        stretches: Numbers of the pieces of each stretch.
        rows: Of each stretch, the row of its text in the teacher's vectors.
    """

    states: NDArray[np.float16]
    stretches: list[NDArray[np.int64]]
    rows: list[int]


def load(path: Path) -> list[dict[str, Any]]:
    """Articles of a JSON-lines file, each with ``text`` and ``attributions``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read(
    articles: Sequence[dict[str, Any]], network: Network, chance: random.Random
) -> tuple[list[Read], list[str]]:
    """The articles' windows, and the texts of all stretches, each once."""
    nlp = parser()
    found: list[Read] = []
    rows: dict[str, int] = {}
    for article in articles:
        report = Report("", "", article["text"], "", None, None, None, None)
        parts = list(paragraphs(report))
        docs = nlp.pipe([part.plain for part in parts], batch_size=64)
        placed = [(part.start, doc) for part, doc in zip(parts, docs, strict=True)]
        stretches = list(dict.fromkeys(_stretches(article, placed)))
        windows = network.read(placed, chance.choice(LENGTHS))
        found += [_window(marks, stretches, article["text"], rows) for marks in windows]
    return found, list(rows)


def _window(
    marks: Marks, stretches: Sequence[tuple[Span, ...]], text: str, rows: dict[str, int]
) -> Read:
    """The window with the stretches that lie in it as a whole; their texts enter ``rows``."""
    starts, ends = np.array(marks.window.spans, dtype=np.int64).T
    first, last = min(starts[ends > 0]), max(ends)
    inside, at = [], []
    for spans in stretches:
        if spans[0][0] < first or spans[-1][1] > last:
            continue
        held = np.zeros(len(starts), dtype=bool)
        for start, end in spans:
            held |= (starts >= start) & (starts < end) & (ends > starts)
        if held.any():
            said = " ".join(" ".join(text[start:end].split()) for start, end in spans)
            inside.append(np.flatnonzero(held))
            at.append(rows.setdefault(said, len(rows)))
    return Read(marks.trunk.astype(np.float16), inside, at)


def _stretches(
    article: dict[str, Any], placed: Sequence[tuple[int, Doc]]
) -> Iterator[tuple[Span, ...]]:
    """What is attributed, and the clauses, sentences, runs of sentences and paragraphs."""
    for said in article["attributions"]:
        if said["content"]:
            yield tuple((start, end) for start, end in said["content"])
    for base, doc in placed:
        for span in _grammatical(doc):
            if len(span) >= FEWEST:
                yield ((base + span.start_char, base + span.end_char),)
        yield ((base, base + len(text_of(doc))),)


def _grammatical(doc: Doc) -> Iterator[TokenSpan]:
    sentences = list(doc.sents)
    for first, sentence in enumerate(sentences):
        for following in sentences[first:]:
            if following.end - sentence.start <= MOST or following is sentence:
                yield doc[sentence.start : following.end]
    for token in doc:
        if token.dep_ in CLAUSES:
            yield doc[token.left_edge.i : token.right_edge.i + 1]
