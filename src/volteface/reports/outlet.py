"""The outlet a report comes from: what the page, a source line, or the dateline's agency says."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from volteface.reports.boilerplate import Cleaned
from volteface.reports.head import dateline, label_of
from volteface.reports.layout import plain

if TYPE_CHECKING:
    from volteface.case.schema import OutletFile


def outlet_of(
    cleaned: Cleaned, site_name: str | None, outlets: "Sequence[OutletFile]"
) -> str | None:
    """The outlet's name as the case spells it, else as the report does; None where unsaid."""
    names = {
        plain(name).casefold(): outlet.name
        for outlet in outlets
        for name in (outlet.name, *outlet.aliases)
    }
    found = next(_candidates(cleaned, site_name, names), None)
    return None if found is None else names.get(plain(found).casefold(), found)


def _candidates(cleaned: Cleaned, site_name: str | None, names: dict[str, str]) -> Iterator[str]:
    if site_name:
        yield site_name
    for label in cleaned.head.labels:
        if label.role == "source":
            yield label.value
    removed = {removal.start for removal in cleaned.removals}
    lines = [unit for unit in cleaned.units if unit.start in removed]
    for unit in lines:
        if unit.text.strip("()[] .").casefold() in names:
            yield unit.text.strip("()[] .")
    for unit in cleaned.units:
        line = dateline(unit.text)
        if line is not None and line.agency is not None:
            yield line.agency
    for unit in lines:
        below = label_of(unit)
        if below is not None and below.role == "source":
            yield below.value
