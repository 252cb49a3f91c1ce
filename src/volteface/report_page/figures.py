"""Figures of what a ledger says of positions."""

from dataclasses import replace
from datetime import date

from volteface.case.lookup import actor as known_actor
from volteface.case.lookup import issue as known_issue
from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger import Ledger
from volteface.positions.channels import Key
from volteface.positions.of_ledger import ledger_verdicts, measure
from volteface.records import Channel
from volteface.report_page.figure import Figure, Panel, timelines_figure
from volteface.report_page.names import Names
from volteface.report_page.timelines import Timelines, mentions

MOST = 40
"""Panels of one figure."""


def position_figure(
    ledger: Ledger,
    case: Case,
    *,
    actor: str | None = None,
    issue: str | None = None,
    channel: Channel | None = None,
    as_of: date | None = None,
) -> Figure:
    """Positions over time: bands, statements sized by weight, chances of a jump, verdicts.

    One panel for each actor, issue and channel with more than one observation.

    Args:
        ledger: The evidence.
        case: Issues, thresholds and dated facts.
        actor: Only this actor, by id.
        issue: Only this issue, by id.
        channel: Only this channel.
        as_of: Only what was published by this day.

    Raises:
        UsageError: the case has no such actor or issue, nothing is known of what was asked for,
            or so much that no figure has room for it.
    """
    title = case.settings.title
    if actor is not None:
        title = f"{title}: {known_actor(case, actor).name}"
    if issue is not None:
        title = known_issue(case, issue).question
    measured = measure(ledger, case, as_of)
    whole = Names(case, mentions(measured))
    asked = Key(actor or "", issue or "", channel or "stated")
    wanted = {
        key: held
        for key, held in measured.series.items()
        if len(held) > 1
        and actor in (None, key.actor)
        and issue in (None, key.issue)
        and channel in (None, key.channel)
    }
    if not wanted:
        about = " ".join(part for part in (asked.actor, asked.issue, channel or "") if part)
        raise UsageError(f"nothing to draw: fewer than two observations for {about or 'the case'}")
    if len(wanted) > MOST:
        raise UsageError(
            f"{len(wanted)} panels are too many for one figure (at most {MOST}): "
            "narrow it down with an actor or an issue"
        )
    verdicts = ledger_verdicts(ledger, case, actor=actor, issue=issue, as_of=as_of)
    only = replace(measured, series=wanted, opinions={})
    drawn = Timelines(only, verdicts, case, whole)
    panels = [
        Panel(line, "" if issue else section.question, section.plus, section.minus)
        for section in drawn.issues()
        for line in (*section.timelines, *section.background)
        if line.level is not None
    ]
    gaps = [replace(one, question="" if issue else one.question) for one in drawn.contrasts()]
    return timelines_figure(title, panels, [one for one in gaps if one.answers])
