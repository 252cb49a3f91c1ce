"""Paths to reports: take files apart, remove what is no reporting, date, name."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from volteface.identity import content_id, text_sha256
from volteface.records import DateInterval, Report
from volteface.reports.anachronism import anachronisms, doubtful
from volteface.reports.article import Article
from volteface.reports.articles import articles
from volteface.reports.boilerplate import Cleaned, clean, main_text
from volteface.reports.clue_case import CaseClues
from volteface.reports.infer_date import infer_date
from volteface.reports.language import language_note, language_of
from volteface.reports.outlet import outlet_of
from volteface.reports.published import stated_dates
from volteface.reports.raw import Skipped
from volteface.reports.sidecar import Sidecar
from volteface.reports.site_lines import repeated_lines
from volteface.reports.source import walk

if TYPE_CHECKING:
    from volteface.case.schema import Case

_FAR = timedelta(3653)
"""Ten years: how far from the conflict a stated day of publication is still believed."""


def read_reports(
    paths: Sequence[Path], case: "Case | None" = None, known: Sequence[Report] = ()
) -> Iterator[Report | Skipped]:
    """Every report below ``paths``, and one :class:`Skipped` for each file that is none.

    Files, folders and archives are read in order of their paths; nothing else in the result
    depends on the machine or the day. A report with the same text as an earlier one is skipped.
    The first report comes when all have been read: what a site prints on many of its reports is
    told by comparing them.

    Args:
        paths: Files, folders and archives; one that does not exist is skipped with a reason.
        case: Outlets, offices and facts that help to name and date the reports.
        known: Reports read before, which show what their sites repeat.
    """
    describe = _Describer(case)
    found: list[_Found | Skipped] = []
    seen: dict[str, str] = {}
    for raw in walk(paths):
        if isinstance(raw, Skipped):
            found.append(raw)
            continue
        for article in articles(raw):
            if isinstance(article, Skipped):
                found.append(article)
                continue
            report = describe(article, raw.sidecar)
            if report.id in seen:
                found.append(Skipped(article.path, f"same text as {seen[report.id]}"))
            else:
                seen[report.id] = article.path
                found.append(_Found(article, raw.sidecar, report))
    reports = [one.report for one in found if isinstance(one, _Found)]
    repeated = repeated_lines([*reports, *(one for one in known if one.id not in seen)])
    for one in found:
        if isinstance(one, Skipped):
            yield one
        elif lines := repeated.get(one.report.id):
            yield describe(one.article, one.sidecar, lines)
        else:
            yield one.report


@dataclass(frozen=True, slots=True)
class _Found:
    article: Article
    sidecar: Sidecar
    report: Report


class _Describer:
    """Makes the record of an article, by one case."""

    def __init__(self, case: "Case | None") -> None:
        self._outlets = () if case is None else case.settings.outlets
        self._clues = CaseClues(case)

    def __call__(
        self, article: Article, sidecar: Sidecar, repeated: AbstractSet[str] = frozenset()
    ) -> Report:
        """The report; ``repeated`` are lines that its site prints on other reports too."""
        text = article.text
        cleaned = clean(text, repeated)
        published = sidecar.published or self._stated(article, cleaned)
        if published is None:
            published = _inferred(text, cleaned, self._clues)
        if published is not None:
            cleaned = cleaned.with_removals(anachronisms(cleaned, published, self._clues))
        sha256 = text_sha256(text)
        language = language_of(main_text(text, cleaned.spans))
        title = cleaned.head.title
        return Report(
            id=content_id("r", sha256),
            path=article.path,
            text=text,
            sha256=sha256,
            title=sidecar.title or article.title or (None if title is None else title.text),
            outlet=outlet_of(cleaned, sidecar.outlet or article.outlet, self._outlets),
            published=published,
            language=language,
            removed=cleaned.spans,
            note=language_note(language),
        )

    def _stated(self, article: Article, cleaned: Cleaned) -> DateInterval | None:
        """The first stated day that this conflict allows; what was passed over is said."""
        passed: list[str] = []
        for stated in stated_dates(article, cleaned):
            if _believable(stated, self._clues):
                basis = "; ".join((stated.basis, *passed))
                return DateInterval(stated.earliest, stated.latest, stated.precision, basis)
            passed.append(f"not believed: {stated.basis} ({stated.earliest})")
        return None


def _believable(stated: DateInterval, clues: CaseClues) -> bool:
    if clues.begins is not None and stated.latest < clues.begins - _FAR:
        return False
    return clues.ends is None or stated.earliest <= clues.ends + _FAR


def _inferred(text: str, cleaned: Cleaned, clues: CaseClues) -> DateInterval | None:
    """The day by the mentions; picture captions are no reporting, but know the day."""
    captions = [(one.start, one.end) for one in cleaned.removals if one.kind == "caption"]
    others = [span for span in cleaned.spans if span not in captions]
    return infer_date(main_text(text, others), clues, doubtful(cleaned), captions)
