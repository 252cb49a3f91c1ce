"""``volteface reread``."""

import json
import os
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.open_case import opened_case
from volteface.cli.options import existing, json_option, ledger_option, quiet_option
from volteface.cli.progress import progress
from volteface.errors import EndpointError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from volteface.case.schema import Case
    from volteface.ledger import Ledger
    from volteface.model_reader.cost import Price
    from volteface.model_reader.endpoint import Endpoint
    from volteface.model_reader.kept import KeptAnswers
    from volteface.model_reader.rereading import Outcome
    from volteface.model_reader.storing import Compared
    from volteface.records import Report

_ONE = click.IntRange(min=1)


@click.command("reread")
@click.argument("case")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--endpoint",
    "address",
    envvar="VOLTEFACE_ENDPOINT",
    required=True,
    metavar="URL",
    help="The service's address, such as http://localhost:8080/v1.",
)
@click.option(
    "--model",
    envvar="VOLTEFACE_MODEL",
    required=True,
    metavar="NAME",
    help="The model's name there; two models are two coders.",
)
@click.option(
    "--price",
    nargs=2,
    type=click.FloatRange(min=0),
    metavar="SENT RECEIVED",
    help="What a million tokens cost. [default: the case's]",
)
@click.option(
    "--most",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MONEY",
    help="Stop before more than this is spent.",
)
@click.option("--yes", is_flag=True, help="Do not ask before sending.")
@click.option(
    "--count", is_flag=True, help="Let the readings enter verdicts, not only be compared."
)
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    help="How often its issue and side are right. [default: the case's, or what is measured]",
)
@click.option(
    "--at-once", type=click.IntRange(1, 64), default=4, show_default=True, help="Requests at once."
)
@click.option(
    "--words", type=_ONE, default=900, show_default=True, help="Words of a report in a request."
)
@click.option(
    "--answer",
    type=_ONE,
    default=16_000,
    show_default=True,
    metavar="TOKENS",
    help="The most an answer may have.",
)
@click.option(
    "--wait",
    type=click.FloatRange(min=0, min_open=True),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="How long an answer may take.",
)
@click.option(
    "--one-message", is_flag=True, help="For models without a system message, such as Gemma."
)
@click.option("--anew", is_flag=True, help="Ask again what has been answered before.")
@ledger_option
@json_option
@quiet_option
def command(
    case: str,
    paths: tuple[str, ...],
    address: str,
    model: str,
    price: tuple[float, float] | None,
    most: float | None,
    confidence: float | None,
    at_once: int,
    words: int,
    answer: int,
    wait: float,
    ledger: str | None,
    *,
    yes: bool,
    count: bool,
    anew: bool,
    one_message: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read a ledger's reports once more with a language model that you name, as a second coder.

    Never needed: everything else works without. Says what is sent, where, and what it will cost,
    before anything is sent. Only what stands in the reports word for word is kept; answers are
    remembered, and a stopped run goes on where it was. The service's key is taken from
    VOLTEFACE_API_KEY or OPENAI_API_KEY and nowhere else. Without PATH, reads what the ledger holds.
    """
    from volteface.case import load_case
    from volteface.model_reader.cost import Budget
    from volteface.model_reader.endpoint import endpoint_of
    from volteface.model_reader.rereading import Rereading
    from volteface.model_reader.service import Limits, Service
    from volteface.model_reader.storing import compared, store
    from volteface.model_reader.wording import after, before

    loaded = load_case(case)
    named = endpoint_of(address, model, os.environ, one_message=one_message)
    asks = _price(loaded, model, price)
    if most is not None and asks is None:
        raise UsageError("--most needs to know what tokens cost: give --price SENT RECEIVED")
    with opened_case(loaded, ledger, quiet=quiet) as opened, _answers(opened, loaded) as kept:
        reports = _reports(opened, loaded, paths, quiet=quiet)
        reader = Rereading(loaded, named, kept, words=words, longest=answer)
        plan = reader.plan(reports, anew=anew)
        if not quiet or not (yes or not plan.open):
            for line in before(plan, named, asks, most, at_once):
                click.echo(line, err=True)
        if plan.open and not yes:
            click.confirm("go on?", abort=True, err=True)
        budget, begin = Budget(asks, most), time.monotonic()
        with (
            closing(Service(named, Limits(seconds=wait))) as service,
            progress("reading", quiet=quiet) as tell,
        ):
            outcome = reader.run(plan, service, budget, at_once=at_once, progress=tell)
        lines = after(outcome, plan, budget, time.monotonic() - begin, asks)
        if outcome.refused is not None and not outcome.read:
            raise outcome.refused
        given = confidence if confidence is not None else _known(loaded, model, "confidence")
        ready = compared(opened, loaded, named, outcome.read, given)
        read = [report for report in plan.reports if report.id in outcome.read]
        store(opened, loaded, named, read, ready, counts=count)
        _show(opened, loaded, named, read, outcome, ready, lines, count=count, as_json=as_json)
    if outcome.failed or outcome.refused is not None:
        raise EndpointError(
            f"{len(plan.reports) - len(read)} of {len(plan.reports)} reports were not read; what "
            "was answered is kept: run it again to go on"
        )


def _price(case: "Case", model: str, given: tuple[float, float] | None) -> "Price | None":
    from volteface.model_reader.cost import Price

    if given is not None:
        return Price(*given)
    sent, received = _known(case, model, "sent"), _known(case, model, "received")
    return Price(sent, received) if sent is not None and received is not None else None


def _known(case: "Case", model: str, key: str) -> float | None:
    """What the case says of the model."""
    for coder in case.settings.coders:
        if coder.model == model:
            value: float | None = getattr(coder, key)
            return value
    return None


@contextmanager
def _answers(ledger: "Ledger", case: "Case") -> "Iterator[KeptAnswers]":
    """The file of answers, beside the ledger where that is a file."""
    from volteface.model_reader.kept import KeptAnswers

    name = f"{case.settings.id}.answers"
    beside = "://" not in ledger.place
    path = Path(ledger.place).with_suffix(".answers") if beside else Path(name)
    with KeptAnswers(path) as kept:
        yield kept


def _reports(
    ledger: "Ledger", case: "Case", paths: tuple[str, ...], *, quiet: bool
) -> "list[Report]":
    """What the ledger holds, or of it what the paths give; that is read offline first."""
    from volteface.ledger.intake import take_in

    if not paths:
        return list(ledger.reports())
    with progress("reading offline", quiet=quiet) as tell:
        intake = take_in(ledger, existing(paths), case, progress=tell)
    return list(intake.reports)


def _show(
    ledger: "Ledger",
    case: "Case",
    endpoint: "Endpoint",
    read: "list[Report]",
    outcome: "Outcome",
    ready: "Compared",
    lines: list[str],
    *,
    count: bool,
    as_json: bool,
) -> None:
    from volteface.ledger.machine import coder_for
    from volteface.model_reader.as_data import as_data
    from volteface.model_reader.wording import silent, together
    from volteface.report_page.inert import visible

    if as_json:
        data = as_data(endpoint, read, outcome, ready)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    found: dict[str, int] = {}
    for one in ledger.read_by(coder_for(case)):
        found[one.report] = found.get(one.report, 0) + 1
    lines = [*lines, *together(ready, endpoint.model)]
    lines += [f"not read: {_path(ledger, k)}: {why}" for k, why in outcome.failed.items()]
    lines += silent(ready, found, read)
    held = "they count in verdicts" if count else "beside the offline reader's; --count counts them"
    lines.append(f"ledger: {ledger.place}, coder {endpoint.coder}: {held}")
    for line in lines:
        click.echo(visible(line))


def _path(ledger: "Ledger", report_id: str) -> str:
    """Where a report of the ledger came from."""
    report = ledger.report(report_id)
    return report.path if report is not None else report_id
