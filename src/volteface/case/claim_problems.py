"""What a claim says of itself and of the case: whole questions, ids once, holders that exist."""

import re
from collections.abc import Iterator

from volteface.case.claims_schema import ClaimsFile
from volteface.case.document import Table
from volteface.case.problem import Problem, hint
from volteface.case.references import Documents, ids, same
from volteface.case.shape import shape_problems

CLAIMS = "claims.toml"

_LIKE_AN_ID = re.compile(r"[A-Z][A-Z0-9_/-]+")
_QUESTION = ("measure", "by", "expect")


def claim_problems(documents: Documents) -> Iterator[Problem]:
    """Every mistake in claims.toml that can be seen without the war model."""
    document = documents.get(CLAIMS)
    if document is None:
        return
    yield from shape_problems(ClaimsFile, document)
    actors = ids(documents, "actors.toml", "actor")
    first: dict[str, int] = {}
    for claim in document.root.tables("claim"):
        name, line = claim.text("id"), claim.line("id")
        if name and first.setdefault(same(name), line) != line:
            yield claim.problem(f"id {name} is taken in line {first[same(name)]}", "id")
        holder = claim.text("holder") or ""
        if actors is not None and _LIKE_AN_ID.fullmatch(holder) and holder not in actors:
            wrong = f"holder: there is no actor {holder} ({hint(holder, actors)})"
            yield claim.problem(wrong, "holder")
        yield from _question(claim)


def _question(claim: Table) -> Iterator[Problem]:
    has = claim.data.keys()
    if "unmodelled" in has:
        for key in (*_QUESTION, "do", "given", "against"):
            if key in has:
                wrong = f"{key} and unmodelled: either the model can answer or it cannot"
                yield claim.problem(wrong, key)
        return
    for key in _QUESTION:
        if key not in has:
            yield claim.problem(f"{key} is missing (or say why it is unmodelled)")
    if ("do" in has) == ("against" in has):
        wrong = "needs either do (what is changed) or against (what the measure is compared with)"
        yield claim.problem(wrong)
    elif claim.data.get("do") == []:
        yield claim.problem("do needs at least one intervention", "do")
    if "against" in has and claim.data.get("expect") == "0":
        yield claim.problem('expect must be "+" or "-" with against: above or below it', "expect")
