"""From the network's marks to attributions: the likeliest sequence of who-introduced-what."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from volteface.coding.tagger.network import Marks
from volteface.records import Span

_OUTSIDE, _BEGINS, _GOES_ON = 0, 1, 2
_LEAST_POINTED = 0.15
_LEAST_CUE = 0.3
_TAG_WEIGHT = 2.0
_LEAST_SURE = 0.6
"""Chosen on development articles: lower adds as many wrong attributions as right ones."""
_LEAST_RUN = 0.3
_FAINT = 1e-9


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution; spans are offsets into the text that was read.

    ``sure`` is the mean probability, over the content's word pieces, that this cue introduced them.
    """

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    sure: float


def decoded(marks: Marks) -> list[Tagged]:
    """The window's attributions in order of their content."""
    cues = _cues(marks)
    if not cues:
        return []
    pointed = np.exp(marks.to_cue.astype(np.float64))
    chances = np.stack([pointed[:, 0], *(pointed[:, cue].sum(axis=1) for cue in cues)], axis=1)
    path = _path(chances, marks.content.astype(np.float64))
    path[[n for n, span in enumerate(marks.window.spans) if span == (0, 0)]] = 0
    found = []
    for k, cue in enumerate(cues, start=1):
        runs = _sure_runs(np.flatnonzero(path == k), chances[:, k])
        if not runs:
            continue
        sure = float(chances[np.concatenate(runs), k].mean())
        if sure >= _LEAST_SURE:
            spans = tuple(_span(marks, run[0], run[-1]) for run in runs)
            found.append(Tagged(spans, _span(marks, cue[0], cue[-1]), _source(marks, cue[0]), sure))
    return sorted(found, key=lambda item: item.content)


def _cues(marks: Marks) -> list[list[int]]:
    """The pieces of each possible cue: pointed at, or tagged, and what goes on from there."""
    tags = np.exp(marks.cue)
    likely = (np.exp(marks.to_cue).max(axis=0) > _LEAST_POINTED) | (tags[:, _BEGINS] > _LEAST_CUE)
    cues: list[list[int]] = []
    for n, span in enumerate(marks.window.spans):
        if span == (0, 0):
            continue
        ends_here = bool(cues) and cues[-1][-1] == n - 1
        begins_anew = tags[n, _BEGINS] >= tags[n, _GOES_ON]
        goes_on = likely[n] or tags[n].argmax() == _GOES_ON
        if ends_here and goes_on and not begins_anew:
            cues[-1].append(n)
        elif likely[n]:
            cues.append([n])
    return cues


def _path(chances: NDArray[np.float64], tags: NDArray[np.float64]) -> NDArray[np.int64]:
    """Viterbi: for each piece 0, nobody's words, or the number of the cue that introduces it.

    A piece scores by its pointer, and by its tag: outside, begins (the state before was another),
    or goes on.

    Args:
        chances: Probability that nobody, or each cue, introduced the piece: (pieces, cues + 1).
        tags: Log probability of the three content tags: (pieces, 3).
    """
    states = np.log(np.maximum(chances, _FAINT))
    tags = _TAG_WEIGHT * tags
    length, size = states.shape
    back = np.zeros((length, size), dtype=np.int64)
    every = np.arange(size)
    score = np.full(size, -np.inf)
    score[0] = 0.0
    for n in range(1, length):
        best = int(score.argmax())
        enter = score[best] + tags[n, _BEGINS]
        stay = score + tags[n, _GOES_ON]
        stay[0] = -np.inf
        take = stay >= enter
        back[n] = np.where(take, every, best)
        back[n, 0] = best
        outside = score[best] + tags[n, _OUTSIDE]
        score = np.where(take, stay, enter)
        score[0] = outside
        score += states[n]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = int(score.argmax())
    for n in range(length - 1, 0, -1):
        path[n - 1] = back[n, path[n]]
    return path


def _sure_runs(inside: NDArray[np.int64], chance: NDArray[np.float64]) -> list[NDArray[np.int64]]:
    """The unbroken stretches of a cue's pieces, without those that hardly point to it."""
    if len(inside) == 0:
        return []
    runs = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
    return [run for run in runs if chance[run].mean() >= _LEAST_RUN]


def _span(marks: Marks, first: int, last: int) -> Span:
    return marks.window.spans[first][0], marks.window.spans[last][1]


def _source(marks: Marks, cue: int) -> Span | None:
    first = int(marks.to_source[cue].argmax())
    if marks.window.spans[first] == (0, 0):
        return None
    last = first
    while last + 1 < len(marks.window.ids) and marks.source[last + 1].argmax() == _GOES_ON:
        last += 1
    return _span(marks, first, last)


def by_paragraph(found: Sequence[Tagged], paragraphs: Sequence[Span]) -> list[list[Tagged]]:
    """The attributions of each paragraph in its own offsets.

    Words go to the paragraph of the cue; what stands in another is left to the reader, who knows
    who spoke last.
    """
    out: list[list[Tagged]] = [[] for _ in paragraphs]
    starts = [start for start, _ in paragraphs]
    for item in found:
        n = bisect_right(starts, item.cue[0]) - 1
        base, end = paragraphs[n]
        content = tuple((s - base, e - base) for s, e in item.content if base <= s and e <= end)
        source = item.source
        inside = source is not None and base <= source[0] and source[1] <= end
        if content:
            out[n].append(
                Tagged(
                    content,
                    (item.cue[0] - base, item.cue[1] - base),
                    (source[0] - base, source[1] - base) if source and inside else None,
                    item.sure,
                )
            )
    return out
