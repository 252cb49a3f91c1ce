"""``volteface learn``."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from volteface.cli.options import json_option, ledger_option

if TYPE_CHECKING:
    from volteface.coding.learning import Score


@click.command("learn")
@click.argument("case")
@ledger_option
@json_option
def command(case: str, ledger: str | None, *, as_json: bool) -> None:
    """Learn a case's wording from the statements that were approved in its ledger.

    Says how well statements are read before and after, each read by what was learnt from the
    others. From then on reports are read by what was learnt, those read before again; what was
    approved stays as it is.
    """
    from volteface.case import load_case
    from volteface.coding.learning import learn
    from volteface.coding.learnt import save_learnt
    from volteface.coding.vectors import UNAVAILABLE, load_vectors
    from volteface.errors import UsageError
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.lessons import approved_statements, lessons
    from volteface.ledger.machine import refuse_other_case

    loaded = load_case(case)
    vectors = load_vectors()
    if vectors is None:
        raise UsageError(f"nothing can be learnt: {UNAVAILABLE}")
    with open_ledger(ledger or default_ledger(loaded.settings.id)) as opened:
        refuse_other_case(opened, loaded)
        found = lessons(opened, loaded, approved_statements(opened, loaded))
    learnt, before, after = learn(loaded, found, vectors)
    path = save_learnt(loaded, learnt)
    if as_json:
        told = {"approved": len(learnt.approved), "before": asdict(before), "after": asdict(after)}
        click.echo(json.dumps(told | {"kept": str(path)}, indent=2))
        return
    click.echo(f"learnt from {len(learnt.approved)} approved statements")
    click.echo(f"{before.count} read by what was learnt from the others: before, after")
    for name, value in _rows(before).items():
        click.echo(f"  {name:18} {value:>5} {_rows(after)[name]:>5}")
    click.echo(f"kept in {path}; the next run reads all reports again")


def _rows(score: "Score") -> dict[str, str]:
    shares = {
        "issue": score.issue,
        "issue among three": score.among_three,
        "side": score.side,
    }
    return {name: "-" if value is None else f"{value:.0%}" for name, value in shares.items()}
