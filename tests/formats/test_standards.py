"""What is written holds to the formats' own rules, as their own readers see it."""

import csv
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from prov.model import ProvDocument

from volteface.errors import UsageError
from volteface.formats.follow_the_money import COLUMNS
from volteface.ledger import open_ledger
from volteface.records import Report, Statement


def test_prov(place: Path, said: Statement, trip: Any) -> None:  # noqa: ANN401
    """The prov package reads it, and finds who read what, from which report, and whose words."""
    path = trip.export(place, "prov")
    document = ProvDocument.deserialize(source=str(path), format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert again == document
    (bundle,) = document.bundles
    notation = bundle.get_provn()
    assert f"wasGeneratedBy(volteface:{said.id}, volteface:{said.report}-reading-0" in notation
    assert f"wasDerivedFrom(volteface:{said.id}, volteface:{said.report}" in notation
    assert "prov:SoftwareAgent" in notation
    assert "wasAttributedTo" in notation


def test_prov_of_others(place: Path, tmp_path: Path, trip: Any) -> None:  # noqa: ANN401
    """Provenance of something else holds no statements, and that is said."""
    path = tmp_path / "other.json"
    path.write_text('{"prefix": {}, "entity": {"e1": {}}}', encoding="utf-8")
    with pytest.raises(UsageError, match="has no statements"):
        trip.take_in(place, path, "prov")


def test_annotation_page(place: Path, report: Report, said: Statement, trip: Any) -> None:  # noqa: ANN401
    """Each annotation has an id, a target with both selectors, and bodies with purposes."""
    page = json.loads(trip.export(place, "annotations").read_text(encoding="utf-8"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    about, item = page["items"]
    assert (about["motivation"], about["target"]) == ("describing", f"urn:volteface:{report.id}")
    assert item["type"] == "Annotation"
    (target,) = item["target"]
    quote, position = target["selector"]
    assert quote["exact"] == said.text
    assert report.text[position["start"] : position["end"]] == quote["exact"]
    assert report.text[: position["start"]].endswith(quote["prefix"])
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("classifying", "garrison:+"), ("tagging", "stated"), ("identifying", "UPL"),
        ("identifying", "Mara Venn"),
    ]  # fmt: skip


def test_event_list(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A row of an event list reads as DNA's own, with one column more."""
    with trip.export(place, "dna").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    del row["volteface"]
    assert row == {
        "statement ID": "1", "time": "2012-05-31 00:00:00", "document ID": "1",
        "document title": "Garrison debate goes on", "author": "", "source": "The Wire",
        "section": "", "type": "", "text": "We keep the garrison, it is ours.",
        "person": "Mara Venn", "organization": "Upland",
        "concept": "The garrison should stay.", "agreement": "1",
    }  # fmt: skip


def test_parquet_types(place: Path, said: Statement, trip: Any) -> None:  # noqa: ANN401
    """Numbers are numbers and lists are lists, so that a query needs no parsing."""
    table = pq.read_table(trip.export(place, "parquet"))
    assert table.schema.field("stance").type == pa.float64()
    assert table.schema.field("endorsed").type == pa.bool_()
    (row,) = table.to_pylist()
    assert row["content"] == [list(span) for span in said.content]
    assert row["candidates"][0] == {"issue": "garrison", "stance": 0.83, "p": 0.9}
    assert row["actor_name"] == "Upland"


def test_follow_the_money(place: Path, said: Statement, trip: Any) -> None:  # noqa: ANN401
    """Every entity has its id row, and each row the columns that FollowTheMoney asks for."""
    with trip.export(place, "ftm").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0])[: len(COLUMNS)] == COLUMNS
    schemata = {row["schema"] for row in rows if row["prop"] == "id"}
    assert schemata == {"Article", "LegalEntity", "Note"}
    note = f"volteface-{said.id}"
    of_note = {(row["prop"], row["value"]) for row in rows if row["entity_id"] == note}
    assert ("description", said.text) in of_note
    assert ("entity", "volteface-actor-UPL") in of_note
    assert len({row["id"] for row in rows}) == len(rows)


def test_lines_instead(place: Path, trip: Any) -> None:  # noqa: ANN401
    """FollowTheMoney and Label Studio may be written on lines of JSON, and come back as well."""
    from volteface.formats.holdings import bundles, opened  # noqa: PLC0415
    from volteface.formats.kinds import KINDS  # noqa: PLC0415

    for kind in ("ftm", "label-studio"):
        path, again = place.with_name(f"{kind}.jsonl"), trip.fresh()
        with opened(place) as database:
            KINDS[kind].write(bundles(database), path, trip.names)
        assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        assert trip.take_in(again, path, kind).faults == ()
        assert trip.holdings(again) == trip.holdings(place)


def test_empty_ledger(trip: Any) -> None:  # noqa: ANN401
    """A ledger with nothing in it makes files that can be read, of which nothing comes."""
    for kind in ("csv", "label-studio", "annotations", "ftm"):
        place = trip.fresh()
        path = trip.export(place, kind)
        assert trip.take_in(place, path, kind).faults == ()


def test_graph_is_simple(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A network reads with networkx alone, its names beside the ids."""
    from volteface.formats.holdings import bundles, opened  # noqa: PLC0415
    from volteface.formats.networks import network, write_network  # noqa: PLC0415

    path = place.with_suffix(".graphml")
    with opened(place) as database:
        write_network(network(bundles(database), trip.names, "actor-issue"), path)
    graph = nx.read_graphml(path)
    assert graph.nodes["actor:UPL"]["name"] == "Upland"
    with open_ledger(place) as ledger:
        assert (
            len(list(ledger.statements())) == graph.edges["actor:UPL", "issue:garrison"]["weight"]
        )
