"""From the network's marks to attributions: the likeliest sequence of who-introduced-what."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from volteface.coding.tagger.network import Marks
from volteface.records import Span

_OUTSIDE, _BEGINS, _GOES_ON = 0, 1, 2
_LEAST_CUE = np.log(0.3)


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
    path = _path(marks, cues)
    found = []
    for k, cue in enumerate(cues, start=1):
        inside = np.flatnonzero(path == k)
        if len(inside) == 0:
            continue
        sure = float(np.exp(marks.to_cue[inside, cue]).mean())
        found.append(
            Tagged(_spans(marks, inside), _cue_span(marks, cue), _source(marks, cue), sure)
        )
    return sorted(found, key=lambda item: item.content)


def _cues(marks: Marks) -> list[int]:
    """Pieces at which a cue may begin."""
    pointed = marks.to_cue.max(axis=0)
    likely = (pointed > _LEAST_CUE) | (marks.cue[:, _BEGINS] > _LEAST_CUE)
    return [int(n) for n in np.flatnonzero(likely) if n > 0]


def _path(marks: Marks, cues: list[int]) -> NDArray[np.int64]:
    """Viterbi: for each piece 0, nobody's words, or the number of the cue that introduces it.

    A piece scores by its pointer, and by its tag: outside, begins (the state before was another),
    or goes on.
    """
    states = marks.to_cue[:, [0, *cues]].astype(np.float64)
    length, size = states.shape
    tags = marks.content.astype(np.float64)
    back = np.zeros((length, size), dtype=np.int64)
    score = np.full(size, -np.inf)
    score[0] = 0.0
    for n in range(1, length):
        best = int(score.argmax())
        enter = score[best] + tags[n, _BEGINS]
        stay = score + tags[n, _GOES_ON]
        stay[0] = -np.inf
        take = stay >= enter
        new = np.where(take, stay, enter)
        origin = np.where(take, np.arange(size), best)
        new[0], origin[0] = score[best] + tags[n, _OUTSIDE], best
        back[n] = origin
        score = new + states[n]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = int(score.argmax())
    for n in range(length - 1, 0, -1):
        path[n - 1] = back[n, path[n]]
    return path


def _spans(marks: Marks, inside: NDArray[np.int64]) -> tuple[Span, ...]:
    """Runs of pieces as spans of text."""
    breaks = np.flatnonzero(np.diff(inside) > 1) + 1
    spans = []
    for run in np.split(inside, breaks):
        pieces = [marks.window.spans[n] for n in run if marks.window.spans[n] != (0, 0)]
        if pieces:
            spans.append((pieces[0][0], pieces[-1][1]))
    return tuple(spans)


def _cue_span(marks: Marks, cue: int) -> Span:
    last = cue
    while last + 1 < len(marks.window.ids) and marks.cue[last + 1].argmax() == _GOES_ON:
        last += 1
    return marks.window.spans[cue][0], marks.window.spans[last][1]


def _source(marks: Marks, cue: int) -> Span | None:
    first = int(marks.to_source[cue].argmax())
    if first == 0:
        return None
    last = first
    while last + 1 < len(marks.window.ids) and marks.source[last + 1].argmax() == _GOES_ON:
        last += 1
    return marks.window.spans[first][0], marks.window.spans[last][1]


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
