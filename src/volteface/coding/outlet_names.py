"""Outlets that no table knows, told by the words beside their names: *the weekly Zvezda*."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from volteface.coding.calendar_words import CALENDAR
from volteface.coding.grammar import text_of
from volteface.coding.mention import Mention
from volteface.coding.naming import Named
from volteface.records import Span

_NOUN = (
    r"(?:newspaper|daily|weekly|tabloid|magazine|journal|broadcaster|website|(?:news )?agency"
    r"|(?:radio|television|TV|news)(?: station| channel| network)?|station|channel|network|paper)"
)
_WORD = r"[^\W\d_a-zß-ÿ](?:[\w'’]|-(?=\w))*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|al-\w+|d[eu]|of|\d+)){{0,4}}"
_MASTHEAD = (
    r"(?:Bulletin|Chronicle|Courier|Daily|Dispatch|Examiner|Express|FM|Gazette|Herald|Journal|Mail"
    r"|Mirror|Monitor|News|Observer|Post|Press|Radio|Sun|TV|Telegraph|Television|Times|Tribune"
    r"|Weekly|Zeitung)"
)
_ALONE = (
    r"(?:Express|Gazette|Herald|Independent|Journal|Mirror|Monitor|Observer|Post|Sun|Telegraph"
    r"|Times|Tribune)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_NOUN} (?P<name>{_NAME})",
        rf"\b(?P<name>{_NAME}) {_NOUN}\b(?! {_WORD})",
        rf"\b(?P<name>{_NAME}), an? (?:[\w-]+ ){{0,3}}{_NOUN}\b",
        rf"\b(?P<name>(?:{_WORD} ){{1,3}}{_MASTHEAD})\b",
        rf"\b[Tt]he (?P<name>{_ALONE})\b(?! {_WORD})",
        rf"\b(?P<name>(?:Radio|TV|Television) {_WORD})",
    )
)
_NO_NAME = CALENDAR | {
    "a", "and", "army", "as", "for", "government", "he", "his", "in", "local", "national", "on",
    "president", "private", "public", "she", "state", "the", "they", "today", "told", "yesterday",
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:The|A|An|In|On) ")


def with_described_outlets(doc: Doc, names: list[Named]) -> list[Named]:
    """The paragraph's names and, in their order, the outlets that the words beside them show.

    *Kenya* in *the Kenya Herald* is then no name of its own.
    """
    found = list(names)
    for start, end in _spans(text_of(doc)):
        inside = [n for n in found if n.mention.start < end and start < n.mention.end]
        piece = doc.char_span(start, end, alignment_mode="expand")
        if piece is None or any(not _may_give_way(n.mention, start, end) for n in inside):
            continue
        mention = Mention(start, end, None, None, text_of(doc)[start:end], "outlet")
        found = [n for n in found if n not in inside]
        found.append(Named(mention, piece.root))
    return sorted(found, key=lambda item: item.mention.start)


def _may_give_way(mention: Mention, start: int, end: int) -> bool:
    """A state's name within a longer one, not a person or an outlet."""
    shorter = start <= mention.start and mention.end < end
    return shorter and mention.outlet is None and mention.person is None


def _spans(text: str) -> Iterator[Span]:
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span("name")
            article = _ARTICLE.match(text[start:end])
            start += article.end() if article is not None else 0
            words = text[start:end].split()
            common = not words or {words[0].lower(), words[-1].lower()} & _NO_NAME
            if not common and (article is None or len(words) > 1):
                yield start, end
