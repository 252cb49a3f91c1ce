"""``volteface claims --found``: what reports claim and claims.toml does not have yet."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.ledger import Ledger
    from volteface.records import Claim, Report


def show_found(case: "Case", ledger: "Ledger", *, as_json: bool) -> None:
    """Print each claim that no claim of the case says, as TOML to paste or as JSON.

    Args:
        case: Whose claims.toml they are held against, as it is now.
        ledger: Where the reports were read.
        as_json: Print the claims' records, one list.
    """
    from volteface.coding.claims.stanza import stanza
    from volteface.coding.wire import claim_line
    from volteface.report_page.inert import visible

    found = list(_unmatched(case, ledger))
    if as_json:
        lines = [claim_line(claim, report) for claim, report in found]
        click.echo(json.dumps(lines, indent=2, ensure_ascii=False))
        return
    for claim, report in found:
        click.echo(f"# {claim.id} in {visible(report.path)}")
        click.echo(visible(stanza(claim, report)))
        click.echo()
    click.echo(f"# {len(found)} claims that claims.toml does not have")


def _unmatched(case: "Case", ledger: "Ledger") -> "Iterator[tuple[Claim, Report]]":
    """Claims that none of the case's says, with their reports, in the order of paths."""
    from volteface.case import load_claims
    from volteface.coding.claims.matching import Matcher, Said, named_in
    from volteface.coding.reader import gazetteer_of
    from volteface.coding.vectors import load_vectors

    gazetteer, vectors = gazetteer_of(case), load_vectors()
    matcher = Matcher(load_claims(case.folder), vectors, gazetteer) if vectors else None
    for report in ledger.reports():
        claims = list(ledger.claims(report=report.id))
        said = [Said(claim, named_in(claim.text, gazetteer)) for claim in claims]
        matches = matcher.match(report.id, said) if matcher is not None else [None] * len(said)
        for claim, match in zip(claims, matches, strict=True):
            if match is None:
                yield claim, report
