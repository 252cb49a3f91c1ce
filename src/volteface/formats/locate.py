"""Where quoted words stand in a report, whatever another program did to their marks and spaces."""

from volteface.formats.found import Quote
from volteface.records import Span

# One character for one, so that places stay: what exports change, and what keyboards lack.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\v\f\u00a0\u2007\u202f", " "),
        **dict.fromkeys('\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a"`', "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-"),
        ";": ",",
    }
)
_SHOWN = 60


class NotFoundError(ValueError):
    """The words are not in the text, or stand in several places; the message says which."""


class Text:
    """A report's text in which quotations are looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = text.translate(_ALIKE)

    def place(self, quote: Quote) -> Span:
        """The one place where the quotation stands.

        The place that the file names is right if the words stand there, if need be counted in
        UTF-16 units; else the words are searched, with what stands around them.

        Raises:
            NotFoundError: They stand nowhere, or in several places.
        """
        if quote.exact is None:
            return self._given(quote)
        words = quote.exact.translate(_ALIKE)
        for span in self._said(quote):
            if self._plain[span[0] : span[1]] == words:
                return span
        if not words.strip():
            raise NotFoundError("a quotation without words")
        words = words.strip()
        found = self._everywhere(words)
        around = [span for span in found if self._fits(span, quote)] if len(found) > 1 else found
        match around or found:
            case []:
                raise NotFoundError(f'the words "{_shown(quote.exact)}" are not in the report')
            case [span]:
                return span
            case several:
                raise NotFoundError(
                    f'the words "{_shown(quote.exact)}" stand {len(several)} times in the report: '
                    "give their start and end"
                )

    def _given(self, quote: Quote) -> Span:
        start, end = quote.start, quote.end
        if start is None or end is None:
            raise NotFoundError("neither words nor their place are given")
        if not 0 <= start < end <= len(self._text):
            raise NotFoundError(f"{start}-{end} is not inside the text of {len(self._text)}")
        return start, end

    def _said(self, quote: Quote) -> list[Span]:
        if quote.start is None or quote.end is None or not 0 <= quote.start < quote.end:
            return []
        units = self._text.encode("utf-16-le", "surrogatepass")
        before = units[: 2 * quote.start].decode("utf-16-le", "replace")
        inside = units[2 * quote.start : 2 * quote.end].decode("utf-16-le", "replace")
        return [(quote.start, quote.end), (len(before), len(before) + len(inside))]

    def _everywhere(self, words: str) -> list[Span]:
        found: list[Span] = []
        start = self._plain.find(words)
        while start >= 0:
            found.append((start, start + len(words)))
            start = self._plain.find(words, start + 1)
        return found

    def _fits(self, span: Span, quote: Quote) -> bool:
        prefix, suffix = (part.translate(_ALIKE) for part in (quote.prefix, quote.suffix))
        if not prefix and not suffix:
            return False
        ends = self._plain.endswith(prefix, 0, span[0])
        return ends and self._plain.startswith(suffix, span[1])


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN] + "..."
