"""Flat tables as Apache Parquet: one row a statement, every attribute a typed column."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from volteface.errors import UsageError
from volteface.formats.bundle import Bundle
from volteface.formats.carried import FIELD, digest, kept_parts, parse, rest_of, unchanged
from volteface.formats.flat import (
    COLUMNS,
    NUMBERS,
    SPANS,
    TEXTS,
    coded,
    column,
    flat,
    statement_json,
)
from volteface.formats.found import Fault, Found, Kept
from volteface.formats.holdings import Tell
from volteface.formats.json_stream import compact
from volteface.formats.names import Names
from volteface.formats.record_json import Json
from volteface.ledger.words import escape, unescape

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_BATCH = 5000


def write(bundles: Iterable[Bundle], path: Path, names: Names) -> None:
    """Write a table."""
    import pyarrow as pa  # noqa: PLC0415 - slow to load
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415

    schema = _schema()
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        rows = _rows(bundles, names)
        while some := list(islice(rows, _BATCH)):
            writer.write_table(pa.Table.from_pylist(some, schema=schema))


def _rows(bundles: Iterable[Bundle], names: Names) -> Iterator[dict[str, Any]]:
    for bundle in bundles:
        rest: Json | None = rest_of(bundle, "statements")
        for statement in bundle.statements:
            row = {n: _storable(v) for n, v in flat(statement, bundle.report, names).items()}
            own: Json = {"as": _digest(row)} | ({} if rest is None else {"bundle": rest})
            yield row | {FIELD: escape(compact(own))}
            rest = None
        if rest is not None:
            yield {"path": escape(bundle.report.path), FIELD: escape(compact({"bundle": rest}))}


def read(path: Path, tell: Tell) -> Iterator[Found]:
    """What is in a table, ours or another's; ``line`` is the number of the row, from 1."""
    import pyarrow as pa  # noqa: PLC0415 - slow to load
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise UsageError(f"{path}: is no Parquet file ({error})") from error
    with file:
        line, total = 0, file.metadata.num_rows
        for batch in file.iter_batches(_BATCH):
            for found in batch.to_pylist():
                line += 1
                yield from _row(line, {column(name): _read(v) for name, v in found.items()})
            tell(line, total)


def _row(line: int, row: dict[str, Any]) -> Iterator[Found]:
    own = parse(escape(row.pop(FIELD, None) or ""))
    if "bundle" in own:
        yield from kept_parts(line, own["bundle"])
        if "as" not in own:
            return
    if "as" in own and unchanged(own, [_plain(row)]):
        yield Kept(line, str(row["report"]), "statement", statement_json(row))
        return
    base = statement_json(row) if "as" in own else None
    try:
        yield coded(line, row | {"said_earliest": _day(row.get("said_earliest"))}, base)
    except (TypeError, ValueError) as error:
        yield Fault(line, str(error))


def _digest(row: dict[str, Any]) -> str:
    return digest([_plain({name: _read(value) for name, value in row.items()})])


def _plain(row: dict[str, Any]) -> str:
    return compact([row.get(name) for name in COLUMNS])


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _storable(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    match value:
        case str():
            return escape(value)
        case list():
            return [_storable(each) for each in value]
        case dict():
            return {name: _storable(each) for name, each in value.items()}
    return value


def _read(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    match value:
        case str():
            return unescape(value)
        case list():
            return [_read(each) for each in value]
        case dict():
            return {name: _read(each) for name, each in value.items()}
    return value


def _schema() -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415 - slow to load

    candidate = pa.struct([("issue", pa.string()), ("stance", pa.float64()), ("p", pa.float64())])
    kinds = dict.fromkeys(TEXTS, pa.string())
    kinds |= dict.fromkeys(NUMBERS, pa.float64())
    kinds |= dict.fromkeys(SPANS, pa.list_(pa.list_(pa.int64())))
    kinds |= {"via": pa.list_(pa.string()), "endorsed": pa.bool_()}
    kinds |= {"candidates": pa.list_(candidate)}
    return pa.schema([(name, kinds[name]) for name in COLUMNS] + [(FIELD, pa.string())])
