"""Answers as a person reads them: lines for the terminal, Markdown."""

from volteface.report_page.lines import lines
from volteface.report_page.markdown import markdown

__all__ = ["lines", "markdown"]
