"""Whose position, in which channel, a statement measures; or why it measures none."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from volteface.case.schema import Case, Issue
from volteface.records import Channel, Register, Report, Statement

CHANNELS: Mapping[Register, Channel] = {
    "stated": "stated",
    "conduct": "revealed",
    "imputed": "observers",
}
"""Absence ("has given no indication") and reported plans place nobody and have no channel."""


class Key(NamedTuple):
    """One state of the model: an actor on an issue in a channel."""

    actor: str
    issue: str
    channel: Channel


class Vocabulary(NamedTuple):
    """The case's issues and the kinds of its actors, by id."""

    issues: Mapping[str, Issue]
    actors: Mapping[str, str]

    @classmethod
    def of(cls, case: Case) -> "Vocabulary":
        """What a statement may speak of in this case."""
        return cls({i.id: i for i in case.issues}, {a.id: a.kind for a in case.actors})


def channel_of(statement: Statement, vocabulary: Vocabulary) -> Key | str:
    """The state that a statement measures, or in a few words why it measures none.

    Beliefs have one channel whoever shows them; what others impute, of any kind, is the
    observers'. A verdict on whether somebody moved is about whoever it describes.
    """
    if statement.register not in CHANNELS:
        return f"register {statement.register}: places nobody"
    if statement.issue is None or statement.stance is None:
        return "about none of the case's issues"
    issue = vocabulary.issues.get(statement.issue)
    if issue is None:
        return f"issue {statement.issue} is not in the case"
    imputed = statement.register == "imputed"
    actor = statement.about if imputed else statement.actor
    refused = _not_endorsed(statement) or _no_holder(actor, issue, vocabulary)
    if actor is None or refused:
        return refused or "nobody whose position it is"
    channel = CHANNELS[statement.register]
    if issue.kind == "belief" and not imputed:
        channel = "belief"
    return Key(actor, issue.id, channel)


def source_of(statement: Statement, report: Report | None) -> str:
    """Who vouches for it: a person, an outlet, or a report's file name where it names no outlet.

    A named person answers for their own words wherever they are printed. For the writer's voice
    and for unnamed speakers the outlet answers: a reader can check no one else. A view that the
    report rejects is vouched for by its holder alone.
    """
    if statement.person is not None:
        return statement.person
    if not statement.endorsed and statement.actor is not None:
        return statement.actor
    if report is None:
        return statement.report
    return report.outlet or PurePosixPath(report.path).name


def _not_endorsed(statement: Statement) -> str | None:
    """A rejected view is its holder's alone: never a fact, never the writer's."""
    if statement.endorsed:
        return None
    if statement.register == "conduct":
        return "not endorsed: a deed its report denies"
    if statement.register == "stated" and statement.voice == "writer":
        return "not endorsed: a position its report denies"
    if statement.person is None and statement.actor is None:
        return "not endorsed: nobody named holds it"
    return None


def _no_holder(actor: str | None, issue: Issue, vocabulary: Vocabulary) -> str | None:
    if actor is None:
        return None
    kind = vocabulary.actors.get(actor)
    if kind is None:
        return "actor is not in the case"
    if kind == "observers":
        return "an observer's own view: no party"
    if issue.holders and actor not in issue.holders:
        return "actor holds no position on the issue"
    return None
