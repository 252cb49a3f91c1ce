"""What a site prints on many of its reports: banners, appeals and notices of no known wording.

A line counts if it stands, word for word, on three stories of one outlet, above or below their
running text, or alone between paragraphs. Reprints of one story are one story. What gives words
to somebody stays, and so do sentences that name what the story names: a paragraph of background
is reporting, however often it is printed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from volteface.records import Report, Span
from volteface.reports.duplicate import mark_duplicates
from volteface.reports.layout import Unit, units
from volteface.reports.wording import attributes, site_voice

LEAST_STORIES = 3
_MOST_WORDS = 100
_MOST_BETWEEN = 12
"""Words of a line between paragraphs."""
_NAME = re.compile(r"(?<=[^.!?] )(?:[^\W\d_a-z]\w+|\d[\d,.]*\d)")
"""A word in capitals, or a number, that does not begin a sentence."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Page:
    """A report, its lines, and those of them that may be its site's."""

    report: Report
    units: tuple[Unit, ...]
    eligible: frozenset[str]


def repeated_lines(reports: Sequence[Report]) -> dict[str, frozenset[str]]:
    """The lines that are their sites', by report id; reports that have none are left out."""
    by_site: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_site[(report.outlet or "").casefold()].append(report)
    found: dict[str, frozenset[str]] = {}
    for group in by_site.values():
        if len(group) >= LEAST_STORIES:
            found |= _of_site([_page(report) for report in group])
    return found


def _of_site(pages: Sequence[_Page]) -> dict[str, frozenset[str]]:
    often = Counter(line for page in pages for line in page.eligible)
    shared = {line for line, count in often.items() if count >= LEAST_STORIES}
    likely = {page.report.id: tuple(_around(page, shared)) for page in pages if shared}
    if not any(likely.values()):
        return {}
    story = _stories(pages, likely)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for report, lines in likely.items():
        for unit in lines:
            stories[unit.text].add(story[report])
    sites = {line for line, on in stories.items() if len(on) >= LEAST_STORIES}
    found = {
        report: frozenset(unit.text for unit in lines) & sites for report, lines in likely.items()
    }
    return {report: lines for report, lines in found.items() if lines}


def _page(report: Report) -> _Page:
    found = tuple(units(report.text))
    often = Counter(unit.text for unit in found)
    return _Page(
        report,
        found,
        frozenset(unit.text for unit in found if often[unit.text] == 1 and _eligible(unit)),
    )


def _eligible(unit: Unit) -> bool:
    """Whether a line may be the site's: it quotes nobody and names nobody who speaks next."""
    text = unit.text
    return (
        unit.words <= _MOST_WORDS
        and '"' not in text
        and not text.endswith(":")
        and not attributes(text)
    )


def _around(page: _Page, shared: set[str]) -> Iterator[Unit]:
    """The shared lines around the running text, and the short ones between its paragraphs."""
    removed = {start for start, _ in page.report.removed}
    own = [
        index
        for index, unit in enumerate(page.units)
        if unit.prose and unit.text not in shared and unit.start not in removed
    ]
    if not own:
        return
    names = {name for index in own for name in _NAME.findall(page.units[index].text)}
    names -= set(_WORD.findall(page.report.outlet or ""))
    for index, unit in enumerate(page.units):
        if unit.text not in shared or unit.start in removed:
            continue
        between = own[0] < index < own[-1]
        if between and (unit.prose or unit.ends or unit.words > _MOST_BETWEEN):
            continue
        if (
            unit.prose
            and not site_voice(unit.text)
            and not names.isdisjoint(_NAME.findall(unit.text))
        ):
            continue
        yield unit


def _stories(pages: Sequence[_Page], likely: Mapping[str, Sequence[Unit]]) -> dict[str, str]:
    """The story that each report tells, by the words left without the likely lines."""
    cores = [
        replace(
            page.report,
            removed=_merged(
                [*page.report.removed, *((u.start, u.end) for u in likely[page.report.id])]
            ),
            duplicate_of=None,
        )
        for page in pages
    ]
    return {core.id: core.duplicate_of or core.id for core in mark_duplicates(cores)}


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that lie inside others left out."""
    found: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return tuple(found)
