"""What a model is told: one text made from the case, the same for every report, and the report.

The report stands between marks that are made from its own text, so that no text can hold them, and
line breaks inside a sentence are spaces, so that none can begin a line of its own.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from volteface.case.lookup import offices_at
from volteface.case.schema import Actor, Case, Issue, Pole
from volteface.coding.names import Gazetteer
from volteface.coding.offices import main_title
from volteface.coding.strangers import observers_actor
from volteface.identity import text_sha256
from volteface.model_reader.windows import Window
from volteface.records import DateInterval

_NAMES = 6
"""Names of an actor that are told; reports use the first ones oftenest."""
_EXAMPLES = 2
"""Sentences of the case for each pole."""
_NONE = 4
"""Sentences of the case that bear on no issue."""


def system_prompt(case: Case) -> str:
    """The rules, the case's actors and its issues."""
    rules = _rules()
    title = f"THE CONFLICT\n{case.settings.title}, from {case.settings.begins}"
    if case.settings.description:
        title += f"\n{case.settings.description}"
    parts = [rules, title, "ACTORS, as id: name (how reports call them)"]
    parts[-1] += "".join(f"\n{_actor(actor)}" for actor in case.actors)
    observers = observers_actor(case)
    if all(actor.id != observers for actor in case.actors):
        parts[-1] += f"\n{observers}: observers (journalists, analysts, experts)"
    if not case.issues:
        parts.append("ISSUES\nnone: issue and stance are always null")
        return "\n\n".join(parts)
    parts.append("\n\n".join(["ISSUES", *(_issue(issue, case.issues) for issue in case.issues)]))
    none = case.settings.vocabulary.none[:_NONE]
    if none:
        parts.append("\n".join(["SENTENCES THAT BEAR ON NO ISSUE", *(f"- {one}" for one in none)]))
    return "\n\n".join(parts)


def data_prompt(window: Window, case: Case, gazetteer: Gazetteer) -> str:
    """The report's head, who of those it names holds which office that day, and its sentences."""
    report = window.report
    text = report.text
    lines = [
        f"[{one.number}] {' '.join(text[one.start : one.end].split())}" for one in window.sentences
    ]
    head = {"title": report.title, "outlet": report.outlet, "published": _days(report.published)}
    told = json.dumps(head, ensure_ascii=False)
    body = "\n".join([told, *lines])
    mark = text_sha256(body)[:16]
    offices = list(_offices(window, case, gazetteer))
    known = "\n".join(["People it may name, and their offices that day", *offices, ""])
    first, last = window.sentences[0].number, window.sentences[-1].number
    return (
        f"{known if offices else ''}<<<{mark} report\n{body}\n{mark} end of report>>>\n"
        f"Give the statements of sentences {first} to {last} as one JSON object and nothing else."
    )


@cache
def _rules() -> str:
    return files("volteface.model_reader").joinpath("prompt.txt").read_text("utf-8").strip()


def _actor(actor: Actor) -> str:
    names = list(dict.fromkeys([*actor.adjectives, *actor.metonyms, *actor.aliases]))[:_NAMES]
    members = f"; members: {', '.join(actor.members)}" if actor.members else ""
    kind = " [the observers]" if actor.kind == "observers" else ""
    return f"{actor.id}: {actor.name}{kind}" + (f" ({', '.join(names)}{members})" if names else "")


def _issue(issue: Issue, issues: Sequence[Issue]) -> str:
    lines = [f"{issue.id} (kind: {issue.kind}): {issue.question}"]
    lines += _pole("+1", issue.plus)
    lines += _pole("-1", issue.minus)
    above = [other.id for other in issues if issue.id in other.over]
    told = {
        "counts": issue.counts,
        "not": issue.excludes,
        "gives way to": ", ".join(above),
        "goes before": ", ".join(issue.over),
        "held only by": ", ".join(issue.holders),
        "about the conduct of": issue.subject or "",
    }
    return "\n".join([*lines, *(f"  {name}: {words}" for name, words in told.items() if words)])


def _pole(sign: str, pole: Pole) -> Iterator[str]:
    yield f"  {sign}: {pole.pole}"
    for example in pole.examples[:_EXAMPLES]:
        yield f"    as in: {example}"


def _offices(window: Window, case: Case, gazetteer: Gazetteer) -> Iterator[str]:
    """A line for each person of the case whom the report may name."""
    published = window.report.published
    if published is None:
        return
    known = {person.name: person for person in case.people}
    named = (name.person for name in gazetteer.find(window.report.text) if name.person is not None)
    for name in dict.fromkeys(person.name for person in named if person.name in known):
        held = offices_at(known[name], published)
        told = ", ".join(f"{main_title(office)} ({office.actor})" for office in held)
        yield f"- {name}: {told or 'none'}"


def _days(when: DateInterval | None) -> str | None:
    if when is None:
        return None
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return first if first == last else f"{first} to {last}"
