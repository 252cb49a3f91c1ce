"""Files, web pages and archives to reports: main text, date, outlet, language, duplicates.

:func:`read_reports` turns paths into :class:`~volteface.records.Report` records and says of every
other file why it was skipped; :func:`mark_duplicates` finds reprints. Parsers and models are
loaded by the first file that needs them.
"""

from volteface.reports.duplicate import mark_duplicates
from volteface.reports.raw import Skipped
from volteface.reports.read import read_reports

__all__ = ["Skipped", "mark_duplicates", "read_reports"]
