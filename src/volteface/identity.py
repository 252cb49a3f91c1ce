"""Content hashes: the same content has the same id on any machine."""

import hashlib
import json
from collections.abc import Sequence
from typing import TypeAlias

Part: TypeAlias = "str | int | float | bool | Sequence[Part] | None"


def content_id(prefix: str, *parts: Part) -> str:
    """A stable id such as ``s-3f9a0c17d2b84e51``: the prefix, and 64 bits of SHA-256 of the parts.

    Args:
        prefix: One or two letters naming the kind of record.
        parts: JSON-like values; order counts.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode()).hexdigest()[:16]}"


def text_sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, lone surrogates included, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
