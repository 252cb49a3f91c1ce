"""Which report of a ledger a file means, by whatever it says of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from volteface.case.references import same
from volteface.formats.found import Where
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Report

_SHOWN = 60


class UnknownReportError(ValueError):
    """The file names no report, or names several; the message says which."""


class ReportIndex:
    """Ids of reports by all that can name them; texts are not kept."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._ids: dict[str, str] = {}
        self._by: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._published: dict[str, DateInterval] = {}
        for report in reports:
            self.add(report)

    def __contains__(self, report_id: str) -> bool:
        return report_id in self._ids

    def sha256(self, report_id: str) -> str | None:
        """The hash of the report's text, None for an unknown id."""
        return self._ids.get(report_id)

    def add(self, report: Report) -> None:
        """Know a further report."""
        self._ids[report.id] = report.sha256
        for kind, name in _names(report.path, report.title, report.sha256):
            self._by[kind, name].add(report.id)
        if report.published is not None:
            self._published[report.id] = report.published

    def find(self, where: Where) -> str:
        """The id of the one report that is meant.

        Raises:
            UnknownReportError: None is meant, or several.
        """
        if where.id is not None and where.id in self._ids:
            return where.id
        digest = where.sha256 or (text_sha256(where.text) if where.text else None)
        title = where.title if where.title is not None else where.path
        for kind, name in _names(where.path, title, digest):
            found = self._on_day(self._by.get((kind, name), set()), where.published)
            if len(found) == 1:
                return next(iter(found))
            if found:
                raise UnknownReportError(f'{len(found)} reports are called "{_shown(where)}"')
        raise UnknownReportError(f'no report "{_shown(where)}" in the ledger')

    def _on_day(self, ids: set[str], published: str | None) -> set[str]:
        """Those that can be of that day, where the day tells them apart."""
        if len(ids) < 2 or not published:  # noqa: PLR2004 - one needs no choice
            return ids
        try:
            day = date.fromisoformat(published[:10])
        except ValueError:
            return ids
        fits = {
            each
            for each in ids
            if each in self._published
            and self._published[each].earliest <= day <= self._published[each].latest
        }
        return fits or ids


def new_report(where: Where, path: str) -> Report | None:
    """A report of the text that the file gives, None where it gives none."""
    if not where.text or not where.text.strip():
        return None
    digest = text_sha256(where.text)
    return Report(
        id=content_id("r", digest),
        path=where.path or path,
        text=where.text,
        sha256=digest,
        title=where.title,
        outlet=where.outlet,
        published=_day(where.published),
        language=None,
        note=None,
    )


def _day(written: str | None) -> DateInterval | None:
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return DateInterval(day, day, "day", "as imported")


def _names(path: str | None, title: str | None, digest: str | None) -> Iterator[tuple[str, str]]:
    if digest:
        yield "sha256", digest
    if path:
        yield "path", path
        yield "file", path.rsplit("/", 1)[-1]
    if title:
        yield "title", same(title)


def _shown(where: Where) -> str:
    name = where.id or where.path or where.title or (where.text or "without a name")
    flat = " ".join(name.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN] + "..."
