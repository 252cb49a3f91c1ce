"""What the analyst says of a report in a TOML file beside it: ``NAME.toml`` for the file ``NAME``.

It has the last word on the day of publication, the outlet and the title. For a file of many
reports it holds for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from volteface.errors import ReportError
from volteface.records import DateInterval
from volteface.reports.date_value import date_value

SIDECAR_SUFFIX = ".toml"
SIDECAR_LIMIT = 100_000
"""Bytes; the rest of a longer file is not looked at."""
_KEYS = ("outlet", "published", "title")
_BASIS = "the sidecar file"
_FORMS = "write a day (2012-05-31), a month (2012-05), a year (2012) or [first day, last day]"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What was said of a report; None where nothing was."""

    published: DateInterval | None = None
    outlet: str | None = None
    title: str | None = None

    def over(self, other: "Sidecar") -> "Sidecar":
        """Its own word, and the other's where it says nothing."""
        return Sidecar(
            self.published or other.published,
            self.outlet or other.outlet,
            self.title or other.title,
        )


NOTHING_SAID = Sidecar()
"""Where there is no sidecar."""


def read_sidecar(data: bytes) -> Sidecar:
    """The sidecar in a file's bytes.

    Raises:
        ReportError: It is no TOML, has an unknown key or a value of another kind; with the line.
    """
    # Imported here: most reports have no sidecar.
    from volteface.case.document import parse_document  # noqa: PLC0415
    from volteface.case.locate import line_of  # noqa: PLC0415
    from volteface.case.problem import Problem, hint  # noqa: PLC0415

    found = parse_document("", data)
    if isinstance(found, Problem):
        raise ReportError(_at(found.line, f"the sidecar file {found.message}"))
    for key, value in found.data.items():
        line = line_of(found.lines, (key,))
        if key not in _KEYS:
            raise ReportError(_at(line, f"a sidecar file has no key {key!r} ({hint(key, _KEYS)})"))
        if key != "published" and not (isinstance(value, str) and value.strip()):
            raise ReportError(_at(line, f"{key} is to be a text in quotation marks"))
        if key == "published" and _interval(value) is None:
            raise ReportError(_at(line, f"published is no date: {_FORMS}"))
    return _sidecar(found.data)


def _sidecar(data: Mapping[str, object]) -> Sidecar:
    texts = {key: " ".join(str(data[key]).split()) for key in ("outlet", "title") if key in data}
    return Sidecar(_interval(data.get("published")), **texts)


def _at(line: int | None, message: str) -> str:
    return message if line is None else f"line {line}: {message}"


def _interval(value: object) -> DateInterval | None:
    if isinstance(value, list):
        days = [_day(item) for item in value]
        if len(days) != 2 or days[0] is None or days[1] is None or days[0] > days[1]:  # noqa: PLR2004 first and last
            return None
        return DateInterval(days[0], days[1], "interval", _BASIS)
    if (day := _day(value)) is not None:
        return DateInterval(day, day, "day", _BASIS)
    return date_value(str(value), _BASIS) if isinstance(value, str | int) else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
