"""Statements as marks on a text, which is how annotation programs see them, and back.

What was said is marked with issue and side, who said it with *speaker*, the reporting word with
*cue*; links tie them together. A statement of ours is as it was if all its marks are there; marks
that belong to none are somebody's coding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from volteface.formats.bundle import Bundle, whole_json
from volteface.formats.carried import digest, kept_parts
from volteface.formats.found import Coded, Fault, Found, Kept, Quote, Where
from volteface.formats.labels import meant
from volteface.formats.names import label
from volteface.formats.record_json import Json
from volteface.identity import text_sha256

SPEAKER, CUE = "speaker", "cue"
SAYS, POINTS, GOES_ON = "says", "points to", "goes on"
"""Links from a speaker, from a cue, and from a part of what was said to its next part."""

_CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a text and its label; ``words`` are there where the file repeats them."""

    start: int
    end: int
    label: str
    words: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A link between two marks."""

    source: Mark
    target: Mark
    kind: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of one text, each once, and the links between them."""

    marks: tuple[Mark, ...]
    links: tuple[Link, ...]


def marked(statements: Iterable[Json]) -> Marked:
    """The marks of some statements, given as JSON."""
    marks: dict[Mark, None] = {}
    links: dict[Link, None] = {}
    for statement in statements:
        content = _marks(statement, "content", label(statement["issue"], statement["stance"]))
        speaker, cue = _marks(statement, "speaker", SPEAKER), _marks(statement, "cue", CUE)
        marks |= dict.fromkeys((*content, *speaker, *cue))
        if content:
            links |= dict.fromkeys(Link(mark, content[0], SAYS) for mark in speaker)
            links |= dict.fromkeys(Link(mark, content[0], POINTS) for mark in cue)
        links |= dict.fromkeys(Link(one, two, GOES_ON) for one, two in pairwise(content))
    return Marked(tuple(marks), tuple(links))


def _marks(statement: Json, part: str, name: str) -> list[Mark]:
    return [Mark(start, end, name) for start, end in statement[part]]


def rest_of_text(bundle: Bundle) -> Json:
    """What a text carries beside its marks: all but the text itself."""
    rest = whole_json(bundle)
    del rest["report"]["text"]
    return rest


def seal(*all_marked: Marked) -> str:
    """A digest of the marks and links, by which it is known that nobody touched them."""
    return digest(sorted(repr(each) for one in all_marked for each in (*one.marks, *one.links)))


def found_in(line: int, where: Where, has: Marked, own: Json) -> Iterator[Found]:
    """What a marked text holds.

    Args:
        line: Where it stands in the file.
        where: The text and what else the file says of the report.
        has: The marks.
        own: What volteface wrote beside them, empty for a file made elsewhere.
    """
    rest = own.get("bundle")
    text = where.text or ""
    lost: list[Json] = []
    left = set(has.marks)
    if isinstance(rest, dict) and isinstance(rest.get("report"), dict):
        report = rest["report"]
        where = replace(where, id=report.get("id"), path=report.get("path"))
        same_text = text_sha256(text) == report.get("sha256")
        if same_text:
            rest = rest | {"report": report | {"text": text}}
        sealed = own.get("as") == seal(has)
        for part in kept_parts(line, rest):
            if isinstance(part, Kept) and part.part == "statement":
                mine = marked([part.data])
                if not sealed and not (same_text and set(mine.marks) <= set(has.marks)):
                    lost.append(part.data)
                    continue
                left -= set(mine.marks)
            if same_text or isinstance(part, Fault) or part.part != "report":
                yield part
    for coded in _new(where, has, left, lost):
        yield replace(coded, line=line)


def _new(where: Where, has: Marked, left: set[Mark], lost: list[Json]) -> Iterator[Coded]:
    """The codings that the marks that are ``left`` mean; ``lost`` are statements without theirs."""
    text = where.text or ""
    later = {link.target for link in has.links if link.kind == GOES_ON}
    content = sorted(m for m in left - later if m.label.casefold() not in {SPEAKER, CUE})
    # Several labels on the same words say different things of one statement.
    for _, same in groupby(content, key=lambda mark: (mark.start, mark.end)):
        mark, *others = same
        parts = [mark]
        while nexts := [n.target for n in has.links if n.source == parts[-1] and n.kind == GOES_ON]:
            parts.append(nexts[0])
        yield Coded(
            0,
            where,
            tuple(_quote(text, part) for part in parts),
            speaker=_tied(text, mark, has, SPEAKER),
            cue=_tied(text, mark, has, CUE),
            base=_changed(mark, lost),
            **meant([mark.label, *(other.label for other in others)]),
        )


def _tied(text: str, mark: Mark, has: Marked, name: str) -> tuple[Quote, ...]:
    """The marks with that label that are linked to ``mark``, either way."""
    ends = [(link.source, link.target) for link in has.links]
    others = [a for a, b in ends if b == mark] + [b for a, b in ends if a == mark]
    return tuple(_quote(text, each) for each in others if each.label.casefold() == name)


def _changed(mark: Mark, lost: list[Json]) -> Json | None:
    """The lost statement whose words the mark overlaps most, taken from the list."""

    def shared(statement: Json) -> int:
        return sum(
            max(0, min(end, mark.end) - max(start, mark.start))
            for start, end in statement["content"]
        )

    best = max(lost, key=shared, default=None)
    if best is None or not shared(best):
        return None
    lost.remove(best)
    return best


def _quote(text: str, mark: Mark) -> Quote:
    start, end = mark.start, mark.end
    words = text[start:end] if mark.words is None else mark.words
    prefix, suffix = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Quote(words or None, start, end, prefix, suffix)
