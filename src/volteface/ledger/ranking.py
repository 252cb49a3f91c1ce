"""Which statements to look at first: how doubtful each is, times how far it moves a level.

    score = doubt * pull * reach

``doubt`` is the probability that issue or side was misread; of a statement read on none of the
issues, that it bears on the likeliest one. ``pull`` is how far the actor's level on the issue
moves, among the statements nearest in time, when this one is counted as certain:

    pull = w / (w + W + 1 / tau**2) * |stance - M|,    M = sum(w_k s_k) / (W + 1 / tau**2)

with w the weight (one by variance) that the case gives to such a statement, W and M the sum of
the weights and the level of the others, each weighed by its confidence squared. ``reach`` is less
than 1 where too few others are near for any verdict. It is what the estimator of positions would
do if levels stood still for the time of these few statements; it is cheap enough for the database
to rank all of them when review opens.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, select

from volteface.ledger import tables
from volteface.ledger.standing import statement_holds
from volteface.ledger.words import unescape

NEAREST = 10
"""Statements on either side in time among which a statement's pull is measured."""
NEEDED = 3
"""Statements without which there is no verdict (:mod:`volteface.positions.conditions`)."""

_STATEMENT = tables.statement.c
_CANDIDATE = tables.candidate.c


@dataclass(frozen=True, slots=True)
class Scales:
    """What the case says of evidence: standard deviations by kind, tau, and the threshold."""

    direct: float
    indirect: float
    anonymous: float
    conduct: float
    imputed: float
    spread: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A statement and why it is where it is in the queue; numbers as in the module's text."""

    record: str
    doubt: float
    pull: float
    reach: float

    @property
    def score(self) -> float:
        """How much there is to be learned from looking at it, in stance units."""
        return self.doubt * self.pull * self.reach


def informative(
    connection: Connection,
    scales: Scales,
    *,
    limit: int,
    actor: str | None = None,
    issue: str | None = None,
) -> list[Ranked]:
    """The statements that hold, most informative first.

    Args:
        connection: Inside a transaction.
        scales: The case's.
        limit: At most so many.
        actor: Only those spoken for this actor, or said of it.
        issue: Only those on this issue, or likeliest on it.
    """
    read = _read(scales).subquery()
    column = read.c
    if actor is not None:
        read = select(read).where(column.who == actor).subquery()
        column = read.c
    if issue is not None:
        read = select(read).where(column.issue == issue).subquery()
        column = read.c

    def near(values: ColumnElement[Any]) -> ColumnElement[Any]:
        """The sum over those near in time of the same actor, issue and channel, but for itself."""
        return (
            func.sum(values).over(
                partition_by=[column.who, column.issue, column.channel],
                order_by=[column.day, column.number],
                rows=(-NEAREST, NEAREST),
            )
            - values
        )

    others, held = near(column.weight), near(column.weight * column.stance)
    known = near(column.counted)
    prior = 1 / scales.spread**2
    whole = column.certain / (column.certain + others + prior)
    pull = whole * func.abs(column.stance - held / (others + prior))
    reach = case((known >= NEEDED - 1, 1.0), else_=(known + 1.0) / NEEDED)
    placed = and_(column.who.is_not(None), column.issue.is_not(None), column.endorsed)
    ranked = select(
        column.id,
        column.number,
        column.doubt,
        case((placed, pull), else_=0.0).label("pull"),
        case((placed, reach), else_=0.0).label("reach"),
    ).subquery()
    score = ranked.c.doubt * ranked.c.pull * ranked.c.reach
    query = (
        select(ranked.c.id, ranked.c.doubt, ranked.c.pull, ranked.c.reach)
        .order_by(score.desc(), ranked.c.doubt.desc(), ranked.c.number)
        .limit(limit)
    )
    # With its numbers written out the database sees that all windows are one, and sorts once.
    written = query.compile(connection, compile_kwargs={"literal_binds": True})
    rows = connection.exec_driver_sql(str(written))
    return [Ranked(unescape(row[0]), *map(float, row[1:])) for row in rows]


def _read(scales: Scales) -> Select[Any]:
    """One row a statement that holds: whose level it bears on, where, and with what weight."""
    second = and_(
        _CANDIDATE.statement == _STATEMENT.number,
        _CANDIDATE.ordinal == 1,
        _STATEMENT.issue.is_(None),
    )
    stance = func.coalesce(_STATEMENT.stance, _CANDIDATE.stance, 0.0)
    doubt = case(
        (_STATEMENT.issue.is_(None), func.coalesce(_CANDIDATE.p, 0.0)),
        else_=1.0 - _STATEMENT.confidence,
    )
    counted = and_(
        _STATEMENT.issue.is_not(None),
        _STATEMENT.confidence >= scales.confidence,
        _STATEMENT.endorsed,
    )
    deviation = _deviation(scales)
    certain = 1.0 / (deviation * deviation)
    weight = certain * _STATEMENT.confidence * _STATEMENT.confidence
    imputed = _STATEMENT.register == "imputed"
    placing = _STATEMENT.register.in_(("stated", "conduct", "imputed"))
    day = func.coalesce(_STATEMENT.said_earliest, tables.report.c.published_earliest)
    who = case((imputed, _STATEMENT.about), (placing, _STATEMENT.actor), else_=None)
    return (
        select(
            _STATEMENT.id,
            _STATEMENT.number,
            _STATEMENT.endorsed,
            _STATEMENT.register.label("channel"),
            day.label("day"),
            who.label("who"),
            func.coalesce(_STATEMENT.issue, _CANDIDATE.issue).label("issue"),
            stance.label("stance"),
            doubt.label("doubt"),
            certain.label("certain"),
            case((counted, weight), else_=0.0).label("weight"),
            case((counted, 1), else_=0).label("counted"),
        )
        .join_from(tables.statement, tables.report)
        .outerjoin(tables.candidate, second)
        .where(statement_holds())
    )


def _deviation(scales: Scales) -> ColumnElement[float]:
    """The case's standard deviation for the kind of statement (positions.noise)."""
    return case(
        (_STATEMENT.register == "conduct", literal(scales.conduct)),
        (_STATEMENT.register == "imputed", literal(scales.imputed)),
        (_STATEMENT.person.is_(None), literal(scales.anonymous)),
        (_STATEMENT.kind == "direct", literal(scales.direct)),
        else_=literal(scales.indirect),
    )
