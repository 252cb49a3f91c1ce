"""The form that a model's answer must have, as a JSON Schema made from the case."""

from collections.abc import Sequence
from typing import Any, get_args

from volteface.case.schema import Case
from volteface.coding.strangers import observers_actor
from volteface.records import Register

Json = dict[str, Any]

REGISTERS: tuple[str, ...] = get_args(Register)
"""What a statement's ``register`` may be."""
_MOST = 60
"""Statements in one answer; a window holds fewer."""


def actor_ids(case: Case) -> tuple[str, ...]:
    """Whom a statement may be of, the observers included."""
    return tuple(dict.fromkeys([*(actor.id for actor in case.actors), observers_actor(case)]))


def answer_form(case: Case) -> Json:
    """The schema: an object with a list of ``statements``, every field of each required.

    Required fields that may be null, and no others, are what strict servers ask for; ids are
    enumerated, so that a server which enforces the schema cannot invent one.
    """
    actor = _one_of(actor_ids(case))
    fields: Json = {
        "sentence": {"type": "integer"},
        "content": {"type": "array", "items": {"type": "string"}},
        "speaker": _maybe("string"),
        "cue": _maybe("string"),
        "voice": {"type": "string", "enum": ["attributed", "writer"]},
        "register": {"type": "string", "enum": list(REGISTERS)},
        "person": _maybe("string"),
        "role": _maybe("string"),
        "actor": actor,
        "about": actor,
        "addressee": _maybe("string"),
        "via": {"type": "array", "items": {"type": "string"}},
        "endorsed": {"type": "boolean"},
        "when": _maybe("string"),
        "issue": _one_of([issue.id for issue in case.issues]),
        "stance": _maybe("number"),
    }
    statement = {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"statements": {"type": "array", "items": statement, "maxItems": _MOST}},
        "required": ["statements"],
        "additionalProperties": False,
    }


def _maybe(kind: str) -> Json:
    return {"type": [kind, "null"]}


def _one_of(ids: Sequence[str]) -> Json:
    """One of the ids or null; said so that servers which heed ``type`` before ``enum`` obey too."""
    if not ids:
        return {"type": "null"}
    return {"anyOf": [{"type": "string", "enum": list(ids)}, {"type": "null"}]}
