"""One file against its model: unknown keys, missing keys, types and ranges."""

import re
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from volteface.case.document import Document
from volteface.case.locate import line_of
from volteface.case.problem import Problem, hint, nearest

_MUST = {
    "string_type": "must be text in quotes",
    "string_too_short": "must not be empty",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "date_type": "must be a date without quotes, such as 2012-05-31",
    "tuple_type": 'must be a list, such as ["a", "b"], or tables',
    "model_type": "must be a table of keys and values",
    "too_short": "needs at least one entry",
}
_PATTERNS = {
    r"^[A-Za-z][A-Za-z0-9_/-]*$": "must be a letter and then letters, digits, _, / or -",
    r"^[A-Z]{3}$": "must be three capital letters, such as RUS",
    r"^Q[1-9][0-9]*$": "must be Q and a number, such as Q159",
    r"^s-\S+$": "must be the id of a statement, such as s-3f9a0c17d2b84e51",
    r"\S": "must not be blank",
}
_SHOWN = 40
_Model = TypeVar("_Model", bound=BaseModel)


def build(model: type[_Model], document: Document) -> _Model:
    """The document as its model, with no conversion of types but lists to tuples.

    Raises:
        ValidationError: where :func:`shape_problems` would find problems.
    """
    return model.model_validate(_tuples(document.data), strict=True, by_alias=True, by_name=False)


def shape_problems(model: type[BaseModel], document: Document) -> list[Problem]:
    """Every place where the document does not fit its model, with what is allowed there."""
    try:
        build(model, document)
    except ValidationError as error:
        return [
            Problem(
                "error",
                document.name,
                line_of(document.lines, detail["loc"]),
                _message(model, detail),
            )
            for detail in error.errors(include_url=False)
        ]
    return []


def _tuples(value: object) -> object:
    """Lists as tuples, all the way down: the models are frozen."""
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return value


def _message(model: type[BaseModel], detail: ErrorDetails) -> str:
    path, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    key = _spoken(path)
    if kind == "extra_forbidden":
        return f"unknown key {key} ({hint(str(path[-1]), _keys(model, path))})"
    if kind == "missing":
        return f"{key} is missing"
    if kind == "string_pattern_mismatch":
        must = _PATTERNS[context["pattern"]]
    elif kind == "literal_error":
        must = f"must be {context['expected']}"
        close = nearest(str(detail["input"]), re.findall(r"'([^']*)'", context["expected"]))
        must += f" (nearest: {close})" if close else ""
    else:
        must = _MUST.get(kind) or _range(detail["msg"])
    return f"{key} {must}, not {_shown(detail['input'])}"


def _range(message: str) -> str:
    """Pydantic's own words for a bound: "must be less than or equal to 2"."""
    return message.replace("Input should be", "must be")


def _shown(value: object) -> str:
    """The value as the analyst wrote it, shortened."""
    if isinstance(value, dict | tuple):
        return "a table" if isinstance(value, dict) else f"a list of {len(value)}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = f'"{text}"' if isinstance(value, str) else text
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _spoken(path: tuple[str | int, ...]) -> str:
    """The key, with its place if it is an entry of a list: ``aliases, entry 2``."""
    if isinstance(path[-1], int):
        return f"{path[-2]}, entry {path[-1] + 1},"
    return str(path[-1])


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys allowed in the table that the last step of ``path`` stands in."""
    for step in path[:-1]:
        if isinstance(step, str):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            model = _model_in(fields[step].annotation)
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel]:  # noqa: ANN401 - annotations have no one type
    """The model in ``Model`` or ``tuple[Model, ...]``."""
    inner = typing.get_args(annotation)
    found: type[BaseModel] = inner[0] if inner else annotation
    return found
