"""A found claim as the stanza of claims.toml that an analyst can paste and word anew."""

import re

from volteface.records import Claim, DateInterval, Report

_WORD = re.compile(r"[a-z]+")
_ID_WORDS = 5
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "in", "is", "it", "its",
        "of", "on", "or", "that", "the", "this", "to", "was", "will", "with", "would",
    }
)  # fmt: skip
_SIGNS = {"brings": "+", "raises": "+", "lowers": "-", "prevents": "-", "none": "0"}


def stanza(claim: Claim, report: Report) -> str:
    """TOML for claims.toml: valid as it stands, with what the analyst has to decide as comments.

    Args:
        claim: A claim that none of the case's says.
        report: The report in which it stands.
    """
    lines = [
        "[[claim]]",
        f"id = {_quoted(slug(claim))}",
        f"text = {_quoted(claim.text)}",
        f"holder = {_quoted(claim.holder)}",
        f"outlet = {_quoted(report.outlet or 'not named')}",
        f"date = {_date(report.published)}",
        f"report = {_quoted(claim.report)}",
        f"endorsed = {str(claim.endorsed).lower()}",
        f"# condition: {_line(claim.condition)}",
        f"# consequence: {_line(claim.consequence)}",
        f'# put it to the model with do, measure and by; then expect = "{_SIGNS[claim.direction]}"',
        'unmodelled = "not yet put to the model"',
    ]
    return "\n".join(lines)


def slug(claim: Claim) -> str:
    """An id of the claim's own words and the first signs of its record's id."""
    words = [w for w in _WORD.findall(claim.text.lower()) if w not in _SMALL][:_ID_WORDS]
    return "-".join([*words, claim.id.removeprefix("c-")[:4]]) if words else claim.id


def _quoted(text: str) -> str:
    escaped = _line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _line(text: str) -> str:
    """On one line, without characters that TOML refuses."""
    return _CONTROL.sub(" ", " ".join(text.split())).encode("utf-8", "replace").decode("utf-8")


def _date(published: DateInterval | None) -> str:
    """A day, a month in quotes where no more is known, and a date to fill in where nothing is."""
    if published is None:
        return '"0001-01"  # not known: fill in'
    if published.earliest == published.latest:
        return published.earliest.isoformat()
    return f'"{published.latest.strftime("%Y-%m")}"'
