"""What was found about one report, into the ledger, inside the caller's transaction."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from volteface.case.schema import Case
from volteface.errors import LedgerError, UsageError
from volteface.formats.bundle import ByHand, Made, by_hand_of, decision_of, made_of
from volteface.formats.by_coder import Coder
from volteface.formats.found import Coded, Fault, Happened, Kept, Tally
from volteface.formats.names import Names
from volteface.formats.record_json import claim_of, event_of, report_of, statement_of
from volteface.formats.spool import Piece, Spool
from volteface.formats.store_bundle import reading_of
from volteface.formats.storing import decide, enter, supersede
from volteface.identity import content_id
from volteface.ledger import by_id
from volteface.ledger.checking import check
from volteface.ledger.entries import Decision, Reading
from volteface.ledger.machine import MACHINE, coder_for
from volteface.ledger.storing import store
from volteface.records import Claim, Event, Report, Statement

Records: TypeAlias = dict[str, Statement | Event | Claim]
"""By id."""


def refuse_other_case(found: Iterable[str], case: Case, where: str) -> None:
    """A ledger and a file are one case's.

    Raises:
        UsageError: The machine has read by another case.
    """
    for name in found:
        if name.startswith(f"{MACHINE}/") and name != coder_for(case):
            other = name.removeprefix(f"{MACHINE}/")
            raise UsageError(f"{where} is of the case {other}, not of {case.settings.id}")


class Taking:
    """One file on its way in, report by report."""

    def __init__(
        self,
        spool: Spool,
        case: Case,
        coder: str | None,
        clock: Callable[[], datetime],
    ) -> None:
        self.tally = Tally()
        self._spool, self._case, self._clock = spool, case, clock
        self._coder = Coder(coder or "", Names(case))

    def take(self, connection: Connection, report_id: str, pieces: list[Piece]) -> None:
        """Store what was found about one report."""
        known = by_id.report(connection, report_id)
        report = self._report(report_id, known, pieces)
        if report is None:
            return
        records, made, hands, choices = self._kept(report, pieces)
        coded, changed = self._coded(report, pieces)
        if not made and not coded:
            return
        self.tally.new_reports += known is None
        at = self._clock()
        for one in made:
            refuse_other_case([one.coder], self._case, "the file")
            store(connection, reading_of(report, one, records), at)
        for hand in hands:
            enter(connection, hand, records.get(hand.record), report, at)
        for choice in choices:
            decide(connection, choice)
        if coded:
            key = content_id("i", sorted(record.id for record in coded))
            mine: Records = {record.id: record for record in coded}
            reading = Made(self._coder.name, key, None, tuple(mine))
            store(connection, reading_of(report, reading, mine), at)
            for old, new in changed.items():
                self.tally.changed += supersede(connection, old, new, self._coder.name, at)
        self.tally.kept += len(records)
        self.tally.coded += len(coded)

    def _fault(self, line: int, words: str) -> None:
        self._spool.fault(Fault(line, words))

    def _report(self, report_id: str, known: Report | None, pieces: list[Piece]) -> Report | None:
        for piece in pieces:
            if isinstance(piece, Kept) and piece.part == "report":
                try:
                    report = report_of(piece.data)
                except ValueError as error:
                    self._fault(piece.line, f"report {report_id}: {error}")
                    continue
                if known is None or known.text == report.text:
                    return report
                self._fault(piece.line, f"report {report_id} is in the ledger with another text")
                return None
        if known is None:
            self._fault(pieces[0].line, f"report {report_id} is neither here nor in the ledger")
        return known

    def _kept(
        self, report: Report, pieces: list[Piece]
    ) -> tuple[Records, list[Made], list[ByHand], list[Decision]]:
        records: Records = {}
        made: list[Made] = []
        hands: list[ByHand] = []
        choices: list[Decision] = []
        for piece in pieces:
            if not isinstance(piece, Kept) or piece.part == "report":
                continue
            try:
                match piece.part:
                    case "reading":
                        made.append(made_of(piece.data))
                    case "by_hand":
                        hands.append(by_hand_of(piece.data))
                    case "decision":
                        choices.append(decision_of(piece.data))
                    case "statement":
                        _put(records, statement_of(piece.data), report)
                    case "event":
                        _put(records, event_of(piece.data), report)
                    case "claim":
                        _put(records, claim_of(piece.data), report)
            except (ValueError, LedgerError) as error:
                name = piece.data.get("id") or piece.data.get("record") or piece.part
                self._fault(piece.line, f"{name}: {error}".split(";", maxsplit=1)[0])
        self._say_missing(report, made, hands, records, pieces)
        return records, made, hands, choices

    def _say_missing(
        self,
        report: Report,
        made: list[Made],
        hands: list[ByHand],
        records: Records,
        pieces: list[Piece],
    ) -> None:
        """Say which records the readings name that are not in the file any more."""
        changed = {p.base["id"] for p in pieces if isinstance(p, Coded | Happened) and p.base}
        named = {record for one in made for record in one.records}
        named |= {hand.record for hand in hands} - {report.id}
        for record in sorted(named - records.keys() - changed):
            self._fault(pieces[0].line, f"{record} of {report.path} is not in the file any more")

    def _coded(
        self, report: Report, pieces: list[Piece]
    ) -> tuple[list[Statement | Event], dict[str, str]]:
        coded: dict[str, Statement | Event] = {}
        changed: dict[str, str] = {}
        for piece in pieces:
            if isinstance(piece, Kept):
                continue
            try:
                record: Statement | Event
                if isinstance(piece, Coded):
                    record = self._coder.statement(piece, report)
                    check(Reading(report, "", "", (record,)))
                else:
                    record = self._coder.event(piece, report)
                    check(Reading(report, "", "", (), events=(record,)))
            except (ValueError, LedgerError) as error:
                self._fault(piece.line, str(error))
                continue
            coded[record.id] = record
            if piece.base and piece.base["id"] != record.id:
                changed[str(piece.base["id"])] = record.id
        return list(coded.values()), changed


def _put(
    records: Records,
    record: Statement | Event | Claim,
    report: Report,
) -> None:
    """Know a record that holds together.

    Raises:
        LedgerError: It does not.
    """
    match record:
        case Statement():
            check(Reading(report, "", "", (record,)))
        case Event():
            check(Reading(report, "", "", (), events=(record,)))
        case Claim():
            check(Reading(report, "", "", (), claims=(record,)))
    records[record.id] = record
