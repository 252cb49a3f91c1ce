"""The formats that ledgers can be written in and read from."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from volteface.formats.bundle import Bundle
    from volteface.formats.found import Found
    from volteface.formats.holdings import Tell
    from volteface.formats.names import Names


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """One format: ``module`` has its writer and its reader, and is loaded when one is needed."""

    name: str
    suffix: str
    about: str
    module: str

    def write(self, bundles: "Iterable[Bundle]", path: Path, names: "Names") -> None:
        """Write a ledger's reports, as :func:`volteface.formats.holdings.bundles` gives them."""
        self._loaded().write(bundles, path, names)

    def read(self, path: Path, tell: "Tell") -> "Iterable[Found]":
        """What is in a file, entry by entry."""
        found: Iterable[Found] = self._loaded().read(path, tell)
        return found

    def _loaded(self) -> ModuleType:
        return import_module(f"volteface.formats.{self.module}")


KINDS = {
    kind.name: kind
    for kind in (
        KindOfFile("csv", ".csv", "one row a statement, every attribute a column", "flat_csv"),
        KindOfFile("parquet", ".parquet", "the same in Apache Parquet", "parquet"),
        KindOfFile("dna", ".csv", "event list of Discourse Network Analyzer", "dna"),
        KindOfFile("annotations", ".jsonld", "W3C Web Annotations (JSON-LD)", "web_annotation"),
        KindOfFile("plover", ".jsonl", "events as PLOVER records (JSON lines)", "plover"),
        KindOfFile("doccano", ".jsonl", "texts with labels for doccano", "doccano"),
        KindOfFile("label-studio", ".json", "tasks of Label Studio", "label_studio"),
        KindOfFile("prov", ".json", "who read what, as W3C PROV-JSON", "prov_json"),
        KindOfFile("ftm", ".csv", "statements of FollowTheMoney", "follow_the_money"),
    )
}  # fmt: skip
"""By name; each reads back as the same ledger."""

VIEWS = {
    "graphml": "network as GraphML: a view, from which no ledger can be read",
    "gexf": "the same as GEXF, for Gephi",
}
"""By name; see :mod:`volteface.formats.networks`."""
