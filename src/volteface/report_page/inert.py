"""Text from reports and cases made inert: it shows as characters and does nothing.

Markup is escaped. Characters that act on others without being seen (controls, overrides of
writing direction, tags, lone surrogates) are shown by their code points. Characters that a
language needs (joiners, soft hyphens, marks of direction that override nothing) are left.
"""

import json
import unicodedata
from typing import Any

from markupsafe import Markup, escape

_NEEDED = frozenset("\t\n\u00ad\u061c\u200c\u200d\u200e\u200f")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text with unseen characters written like ``[U+202E]``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text.replace("\r\n", "\n"))


def inert(value: object) -> Markup:
    """A value as HTML text or attribute; what is markup already (our own) stays as it is."""
    if isinstance(value, Markup):
        return value
    return escape(visible(str(value)))


def script_data(data: Any) -> Markup:  # noqa: ANN401 - whatever JSON can hold
    r"""JSON for a ``script`` element, which no text in it can end: ``<``, ``>``, ``&`` as ``\u``.

    Raises:
        ValueError: a number is not finite.
    """
    written = json.dumps(data, allow_nan=False, separators=(",", ":"))
    for character in "<>&":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - nothing in it can end the element


def _shown(character: str) -> str:
    if character in _NEEDED or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"[U+{ord(character):04X}]"
