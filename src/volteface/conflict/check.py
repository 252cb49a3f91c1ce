"""What a conflict.toml must say beyond the form of each table: names, sums, dates, sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from volteface.case.conflict_schema import Bargain, ConflictFile, Option, Party
from volteface.case.council_schema import Rival
from volteface.case.document import Document
from volteface.case.patron_schema import NONE, Patron
from volteface.case.problem import Problem, hint
from volteface.conflict.conflict import Conflict, changed
from volteface.conflict.layout import ADD, SET, TIMES
from volteface.errors import UsageError

RESERVED = (
    "battlefield", "belief", "scandal", "settlement", "council", "hostility", "relation", "shock",
)  # fmt: skip


MOST_VOTES, MOST_VOTES_CAST = 2000, 200
"""Votes that the model counts in time, of all and where abstentions count for nothing."""


def name_problems(document: Document, file: ConflictFile) -> list[Problem]:
    """Names that are used twice or stand for nothing, forts that do not add up, and the like."""
    problems = [
        *_ids(document, file),
        *_parties(document, file),
        *_patrons(document, file),
        *_pairs(document, file),
        *_payoffs(document, file),
        *_bodies(document, file),
    ]
    return sorted(problems, key=lambda problem: problem.line or 0)


def _ids(document: Document, file: ConflictFile) -> Iterator[Problem]:
    tables: dict[tuple[str, ...], Sequence[Party | Patron | Option | Bargain | Rival]] = {
        ("party",): file.parties,
        ("patron",): file.patrons,
        ("option",): file.options,
        ("bargain",): file.bargains,
        ("council", "rival"): file.council.rivals,
    }
    seen: set[str] = set(RESERVED)
    for key, items in tables.items():
        for place, item in enumerate(items):
            if item.id in seen:
                message = f"id {item.id} is taken already"
                if key == ("patron",):
                    message += "; for a second client give it another id and power"
                yield _at(document, message, *key, place, "id")
            seen.add(item.id)
    taken = {NONE, *Patron.model_fields}
    for place, instrument in enumerate(file.instruments):
        if instrument.id in taken:
            yield _at(document, f"id {instrument.id} is taken already", "instrument", place, "id")
        taken.add(instrument.id)
    for kind, path, names in (
        ("member", ("council", "member"), [member.id for member in file.council.members]),
        ("shock", ("shock",), [shock.id for shock in file.shocks]),
    ):
        for place, name in enumerate(names):
            if name in names[:place]:
                yield _at(document, f"{kind} {name} stands here twice", *path, place, "id")


def _parties(document: Document, file: ConflictFile) -> Iterator[Problem]:
    names = [party.id for party in file.parties]
    regimes = [place for place, party in enumerate(file.parties) if party.regime]
    if len(regimes) != 1:
        message = f"exactly one party must have regime = true, not {len(regimes)}"
        yield _at(document, message, "party", *(regimes[1:2] or [0]))
    held = sum(party.forts for party in file.parties if party.enters is None)
    if held != file.forts:
        message = f"the parties there from the start hold {held} forts; they must hold {file.forts}"
        yield _at(document, message, "forts")
    for place, party in enumerate(file.parties):
        core = party.core.support[1]
        if party.forts <= core:
            message = f"{party.id} would fall at once: {party.forts} forts, core up to {core:g}"
            yield _at(document, message, "party", place, "forts")
        if (party.enters is None) != (party.splits_from is None):
            message = f"{party.id} needs both enters and splits_from, or neither"
            yield _at(document, message, "party", place)
        if party.splits_from is not None and party.splits_from not in names:
            message = f"splits_from names no party: {party.splits_from}"
            message += f" ({hint(party.splits_from, names)})"
            yield _at(document, message, "party", place, "splits_from")
        if party.merges_into is not None and party.merges_into not in {*names} - {party.id}:
            message = f"merges_into names no other party: {party.merges_into}"
            message += f" ({hint(party.merges_into, {*names} - {party.id})})"
            yield _at(document, message, "party", place, "merges_into")
        if party.enters is not None and (party.regime or not _inside(file, party.enters)):
            message = f"{party.id} must enter after the start, within the run, and be no regime"
            yield _at(document, message, "party", place, "enters")


def _inside(file: ConflictFile, day: date) -> bool:
    months = (day.year - file.begins.year) * 12 + day.month - file.begins.month
    return 0 < months < file.months


def _patrons(document: Document, file: ConflictFile) -> Iterator[Problem]:
    names = [party.id for party in file.parties]
    principals = [patron.id for patron in file.patrons if patron.power is None]
    lines = [(patron.power or patron.id, patron.client) for patron in file.patrons]
    for place, patron in enumerate(file.patrons):
        if patron.client not in names:
            message = f"{patron.id} has no client {patron.client} ({hint(patron.client, names)})"
            yield _at(document, message, "patron", place, "client")
        if patron.power is not None and patron.power not in principals:
            message = f"power names no patron: {patron.power} ({hint(patron.power, principals)})"
            yield _at(document, message, "patron", place, "power")
        if lines[place] in lines[:place]:
            message = f"{lines[place][0]} supports {patron.client} twice"
            yield _at(document, message, "patron", place, "client")
        if patron.starts is not None and patron.starts not in file.ladder:
            message = f"starts names no step: {patron.starts} ({hint(patron.starts, file.ladder)})"
            yield _at(document, message, "patron", place, "starts")


def _pairs(document: Document, file: ConflictFile) -> Iterator[Problem]:
    parties = [party.id for party in file.parties]
    patrons = [patron.id for patron in file.patrons if patron.power is None]
    for place, relation in enumerate(file.relations):
        if relation.third is not None and relation.third not in {*patrons} - {*relation.between}:
            message = f"third names no other patron: {relation.third}"
            yield _at(document, message, "relation", place, "third")
    groups = (
        ("hostility", [pair.between for pair in file.hostilities], parties, "party"),
        ("relation", [relation.between for relation in file.relations], patrons, "patron"),
    )
    for key, pairs, names, kind in groups:
        counted = Counter(frozenset(pair) for pair in pairs)
        for place, pair in enumerate(pairs):
            for name in pair:
                if name not in names:
                    message = f"between names no {kind}: {name} ({hint(name, names)})"
                    yield _at(document, message, key, place, "between")
            if pair[0] == pair[1] or counted[frozenset(pair)] > 1:
                message = f"{pair[0]} and {pair[1]} must be two, and stand here once"
                yield _at(document, message, key, place, "between")


def _payoffs(document: Document, file: ConflictFile) -> Iterator[Problem]:
    names = [party.id for party in file.parties] + [patron.id for patron in file.patrons]
    parties = [party.id for party in file.parties]
    for place, option in enumerate(file.options):
        if not option.payoff:
            message = f"option {option.id} is worth nothing to anybody: give its payoff"
            yield _at(document, message, "option", place)
        for key, given, allowed in (
            ("payoff", tuple(option.payoff), names),
            ("leaves", option.leaves, parties),
        ):
            for name in given:
                if name not in allowed:
                    message = f"{key} names no actor: {name} ({hint(name, allowed)})"
                    yield _at(document, message, "option", place, key, name)


def _bodies(document: Document, file: ConflictFile) -> Iterator[Problem]:
    council = file.council
    if council.members and council.needed > council.all_votes:
        message = f"nobody can reach {council.needed} votes: "
        message += f"the {len(council.members)} members have {council.all_votes} together"
        yield _at(document, message, "council", "votes")
    most = MOST_VOTES if council.cast is None else MOST_VOTES_CAST
    if council.all_votes > most:
        message = f"the members have {council.all_votes} votes; the model counts up to {most}: "
        yield _at(document, message + "divide all weights", "council", "member")
    parties = [party.id for party in file.parties]
    patrons = [patron.id for patron in file.patrons]
    for place, bargain in enumerate(file.bargains):
        for key, name, allowed in (
            ("target", bargain.target, parties),
            ("power", bargain.power, patrons),
        ):
            if name not in allowed:
                message = f"{key} names nobody: {name} ({hint(name, allowed)})"
                yield _at(document, message, "bargain", place, key)


def change_problems(document: Document, file: ConflictFile, known: Conflict) -> list[Problem]:
    """What is wrong with the shocks; ``known`` is the conflict without them.

    They must name a quantity, say one thing, lie within the run, and keep the quantity in bounds.
    """
    problems = []
    ranges: dict[int, tuple[float, float]] = {}
    for place, shock in enumerate(file.shocks):
        given = [value for value in (shock.set, shock.add, shock.times) if value is not None]
        if len(given) != 1:
            problems.append(_at(document, "needs one of set, add, times", "shock", place))
            continue
        first = known.month_of(shock.from_)
        last = known.months - 1 if shock.to is None else known.month_of(shock.to)
        if not 0 <= first <= last < known.months:
            message = f"from and to must lie in the run ({known.first_day(0):%Y-%m} to "
            message += f"{known.first_day(known.months - 1):%Y-%m}), in order"
            problems.append(_at(document, message, "shock", place, "from"))
        try:
            spot = known.quantities.place(shock.quantity)
        except UsageError as error:
            problems.append(_at(document, str(error), "shock", place, "quantity"))
            continue
        quantity = known.quantities.named(shock.quantity)
        operation = SET if shock.set is not None else ADD if shock.add is not None else TIMES
        before = ranges.get(spot, quantity.parameter.support)
        after = changed(before, operation, given[0].support)
        fault = quantity.bounds.fault(*after) if not quantity.levels else None
        if quantity.levels:
            fault = "must be changed by an intervention: a shock cannot hold a patron's support"
        ranges[spot] = (min(before[0], after[0]), max(before[1], after[1]))
        if fault is not None:
            message = f"{shock.quantity} {fault}; this can take it to {after[0]:g} .. {after[1]:g}"
            problems.append(_at(document, message, "shock", place))
    return problems


def source_problems(document: Document, conflict: Conflict) -> list[Problem]:
    """Quantities whose number has no source, neither its own nor its table's."""
    return [
        _at(
            document,
            f'{quantity.name} has no source: give one to it or to its table, or "judgement"',
            *quantity.path,
        )
        for quantity in conflict.quantities
        if not quantity.source
    ]


def _at(document: Document, message: str, *path: str | int) -> Problem:
    return document.root.problem(message, *path)
