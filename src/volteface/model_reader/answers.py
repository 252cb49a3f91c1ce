"""What a model answered, as far as it is JSON: whole, fenced, wrapped in talk, or cut off."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_LIST = re.compile(r'"statements"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_LONGEST = 2_000_000
"""Characters of an answer that are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """The objects that an answer lists; ``whole`` is false where some may be missing."""

    statements: tuple[dict[str, Any], ...]
    whole: bool


def found_in(text: str) -> Found | None:
    """The statements in an answer, None where it has no JSON that could hold any."""
    text = _THOUGHT.sub("", text[:_LONGEST])
    for value in _values(text):
        listed = _listed(value)
        if listed is not None:
            return Found(tuple(one for one in listed if isinstance(one, dict)), whole=True)
    begin = _LIST.search(text)
    if begin is None:
        return None
    return Found(tuple(_salvaged(text, begin.end())), whole=False)


def _values(text: str) -> Iterator[object]:
    """The whole answer, else what stands from its first brace or bracket on."""
    starts = [0, *sorted(at for at in (text.find("{"), text.find("[")) if at > 0)]
    for start in starts:
        value = _decoded(text, start)
        if value is not None:
            yield value[0]


def _decoded(text: str, start: int) -> tuple[Any, int] | None:
    """The JSON value that begins at an offset, after spaces, and where it ends."""
    while start < len(text) and text[start].isspace():
        start += 1
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return value, end


def _listed(value: object) -> list[Any] | None:
    if isinstance(value, list):
        return value if all(isinstance(one, dict) for one in value) else None
    if isinstance(value, dict):
        inner = value.get("statements")
        if isinstance(inner, list):
            return inner
        if "content" in value:
            return [value]
    return None


def _salvaged(text: str, at: int) -> Iterator[dict[str, Any]]:
    """The objects of a list that breaks off, up to the one that is not whole."""
    while True:
        between = _BETWEEN.match(text, at)
        value = _decoded(text, between.end() if between is not None else at)
        if value is None or not isinstance(value[0], dict):
            return
        yield value[0]
        at = value[1]
