"""The trained network that marks content, cue and source of quotations.

A MiniLM encoder (Wang et al. 2020) that also sees the parse, fine-tuned on annotated news articles;
the project's folder ``training/quotations`` holds the script and the model card. Every word piece
gets the logits of three tags and four vectors whose products say which cue introduces it and which
source a cue has.
"""

import hashlib
import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from volteface.coding.grammar import text_of
from volteface.coding.inference import session
from volteface.coding.tagger.syntax import Syntax, syntax
from volteface.coding.tagger.windows import LONGEST, Window, windows
from volteface.coding.vectors import tokenizer_file

UNAVAILABLE = (
    "the tagger of quotations is not installed: they are read by rules alone, and fewer are found"
)
_TAGS = 9
_POINTER = 96

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the network says of one window of ``n`` word pieces, as natural logarithms.

    Attributes:
        window: The pieces.
        content: Log probability of outside, begins, goes on: (n, 3). Likewise ``cue``, ``source``.
        to_cue: Log probability that the piece's words are introduced by the cue that begins at each
            piece, 0 meaning that nobody is said to have said them: (n, n).
        to_source: The same for where the source of the cue that begins here begins: (n, n).
        trunk: Hidden states after half of the network, for further networks to go on from:
            (n, 384). Not logarithms.
    """

    window: Window
    content: Matrix
    cue: Matrix
    source: Matrix
    to_cue: Matrix
    to_source: Matrix
    trunk: Matrix


class Network:
    """Runs the network over the paragraphs of a report, one window at a time.

    Windows are never joined in one run, so that a report's marks have the same bits whatever else
    is read with it.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int = 1) -> None:
        """Open the files.

        Args:
            model: ONNX file, word pieces (1, n) and their syntax (1, n, 5) to the heads' raw output
                (1, n, 393) and the hidden states of the middle layer (1, n, 384).
            tokenizer: ``tokenizer.json`` that belongs to it.
            threads: Threads within one run, at least 1.
        """
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

        self._session = session(model, threads)
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def read(self, parts: Sequence[tuple[int, Doc]], longest: int = LONGEST) -> list[Marks]:
        """The marks of every window of a text.

        Args:
            parts: Offset and parse of its paragraphs.
            longest: Word pieces of a window.
        """
        known = syntax(parts)
        words = [(base, text_of(doc)) for base, doc in parts]
        return [self._marks(window, known) for window in windows(words, self._tokenizer, longest)]

    def _marks(self, window: Window, known: Syntax) -> Marks:
        given = {
            "ids": np.array([window.ids], dtype=np.int64),
            "syntax": known.at(window.spans)[None],
        }
        heads, trunk = (output[0] for output in self._session.run(["heads", "trunk"], given))
        tags = heads[:, :_TAGS].reshape(-1, 3, 3)
        said, cue, asks, source = np.split(heads[:, _TAGS:], 4, axis=1)
        scale = np.float32(1 / math.sqrt(_POINTER))
        return Marks(
            window,
            content=log_softmax(tags[:, 0]),
            cue=log_softmax(tags[:, 1]),
            source=log_softmax(tags[:, 2]),
            to_cue=log_softmax(said @ cue.T * scale),
            to_source=log_softmax(asks @ source.T * scale),
            trunk=trunk,
        )


def log_softmax(scores: Matrix) -> Matrix:
    """Natural logarithms of probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    logs: Matrix = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logs


@cache
def network() -> Network | None:
    """The shipped network, or None, with one line in the log, where a part of it is missing."""
    model, tokenizer = _parts()
    if tokenizer is None or not model.is_file():
        logging.getLogger(__name__).warning(UNAVAILABLE)
        return None
    return Network(model, tokenizer)


@cache
def network_digest() -> str:
    """What tells one network from another: the SHA-256 of its file, or that there is none."""
    model, tokenizer = _parts()
    if tokenizer is None or not model.is_file():
        return "by rules"
    return hashlib.sha256(model.read_bytes()).hexdigest()


def _parts() -> tuple[Path, Path | None]:
    return Path(__file__).with_name("quotations.onnx"), tokenizer_file()
