"""Paths to reports: decode, take the page apart, remove what is no reporting, date, name."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from volteface.errors import ReportError
from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Report
from volteface.reports.anachronism import anachronisms
from volteface.reports.boilerplate import Cleaned, clean, main_text
from volteface.reports.clue_case import CaseClues
from volteface.reports.decode import decode, is_html
from volteface.reports.infer_date import infer_date
from volteface.reports.language import language_note, language_of
from volteface.reports.outlet import outlet_of
from volteface.reports.page import Page, read_page
from volteface.reports.published import stated_dates
from volteface.reports.source import RawFile, Skipped, walk

if TYPE_CHECKING:
    from volteface.case.schema import Case

_FAR = timedelta(3653)
"""Ten years: how far from the conflict a stated day of publication is still believed."""


def read_reports(paths: Sequence[Path], case: "Case | None" = None) -> Iterator[Report | Skipped]:
    """Every report below ``paths``, and one :class:`Skipped` for each file that is none.

    Files, folders and zip archives are read in order of their paths; nothing else in the result
    depends on the machine or the day. A file with the same text as an earlier one is skipped.

    Args:
        paths: Files, folders and zip archives; one that does not exist is skipped with a reason.
        case: Outlets, offices and facts that help to name and date the reports.
    """
    clues = None if case is None else CaseClues(case)
    seen: dict[str, str] = {}
    for raw in walk(paths):
        if isinstance(raw, Skipped):
            yield raw
            continue
        try:
            report = _report(raw, case, clues)
        except ReportError as error:
            yield Skipped(raw.path, str(error))
            continue
        if report.id in seen:
            yield Skipped(raw.path, f"same text as {seen[report.id]}")
        else:
            seen[report.id] = raw.path
            yield report


def _report(raw: RawFile, case: "Case | None", clues: CaseClues | None) -> Report:
    text = decode(raw.data)
    page = read_page(text) if is_html(text, raw.path) else Page(text, None, None, None)
    text = page.text
    cleaned = clean(text)
    published = _published(text, cleaned, raw.path, page.published, clues)
    if published is not None and published.precision == "day":
        cleaned = cleaned.with_removals(anachronisms(cleaned, published, clues))
    if published is None and clues is not None:
        published = infer_date(_with_captions(text, cleaned), clues)
    sha256 = text_sha256(text)
    language = language_of(main_text(text, cleaned.spans))
    title = cleaned.head.title
    return Report(
        id=content_id("r", sha256),
        path=raw.path,
        text=text,
        sha256=sha256,
        title=page.title or (None if title is None else title.text),
        outlet=outlet_of(cleaned, page.outlet, () if case is None else case.settings.outlets),
        published=published,
        language=language,
        removed=cleaned.spans,
        note=language_note(language),
    )


def _published(
    text: str, cleaned: Cleaned, path: str, page_date: date | None, clues: CaseClues | None
) -> DateInterval | None:
    """The first stated day that is believable for this conflict; what was passed over is said."""
    passed: list[str] = []
    for stated in stated_dates(text, cleaned, path, page_date):
        if clues is None or _believable(stated, clues):
            basis = "; ".join((stated.basis, *passed))
            return DateInterval(stated.earliest, stated.latest, stated.precision, basis)
        passed.append(f"not believed: {stated.basis} ({stated.earliest})")
    return None


def _believable(stated: DateInterval, clues: CaseClues) -> bool:
    if stated.latest < clues.begins - _FAR:
        return False
    return clues.ends is None or stated.earliest <= clues.ends + _FAR


def _with_captions(text: str, cleaned: Cleaned) -> str:
    """The main text and its picture captions: they are no reporting, but know the day."""
    return main_text(
        text, [(one.start, one.end) for one in cleaned.removals if one.kind != "caption"]
    )
