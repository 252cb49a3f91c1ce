"""Print how near the shipped branch comes to the teacher on articles that it was not trained on.

Usage, from the root of the project: ``python training/meaning/measure.py ARTICLES``. Stretches are
those of the training: what is attributed, clauses, sentences, runs of them, paragraphs.
"""

import argparse
import random
from pathlib import Path

import numpy as np
from spans import load, read

from volteface.coding.meaning import BRANCH
from volteface.coding.tagger.branch import branch
from volteface.coding.tagger.network import network
from volteface.coding.vectors import load_vectors

PAIRS = 100_000
SHORT, LONG = 12, 30
"""Word pieces: stretches of fewer are short, of at least so many long."""


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="annotated articles, JSON lines, gzipped")
    tagger, pupil, teacher = network(), branch(BRANCH), load_vectors()
    assert tagger is not None, "the tagger is in the package"
    assert pupil is not None, "the branch is in the package"
    assert teacher is not None, "the sentence vectors are installed"
    windows, texts = read(load(parser.parse_args().articles), tagger, random.Random(0))
    taught = teacher.encode(texts)
    found, rows, sizes = [], [], []
    for window in windows:
        states = pupil.run(window.states.astype(np.float32))
        found += [states[held].mean(axis=0) for held in window.stretches]
        sizes += [len(held) for held in window.stretches]
        rows += window.rows
    vectors = np.array(found)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    wanted, size = taught[rows], np.array(sizes)
    cosine = (vectors * wanted).sum(axis=1)
    print(f"{len(cosine)} stretches, mean cosine with the teacher {cosine.mean():.3f}")
    for name, held in (
        ("short", size < SHORT),
        ("middling", (size >= SHORT) & (size < LONG)),
        ("long", size >= LONG),
    ):
        print(f"  {name:9} {cosine[held].mean():.3f}")
    first, second = np.random.default_rng(0).integers(0, len(cosine), (2, PAIRS))
    other = first != second
    mixed = (vectors[first] * wanted[second]).sum(axis=1)[other]
    taught_alone = (wanted[first] * wanted[second]).sum(axis=1)[other]
    print(f"cosines with other texts: correlation {np.corrcoef(mixed, taught_alone)[0, 1]:.3f}")
    print(f"  mean absolute error {np.abs(mixed - taught_alone).mean():.3f}")


if __name__ == "__main__":
    main()
