"""How a server wants to be asked: what it does not know is left out, one thing after the other.

Servers differ in which form of answer they enforce and in what they call the most tokens; what
one refuses is tried in the next way, and the way that it takes is kept for the whole run.
"""

from dataclasses import dataclass, replace
from typing import Any

from volteface.model_reader.answer_form import Json

FORMS = ("json_schema", "json_object with schema", "json_object", "text")
"""Ways of asking for JSON, the strictest first; llama.cpp takes a schema beside ``json_object``."""


@dataclass(frozen=True, slots=True)
class Manner:
    """One way of asking: the form of answer, the name of the limit, a fixed temperature or none."""

    form: int = 0
    limit: str = "max_tokens"
    steady: bool = True

    def options(self, schema: Json, most: int) -> dict[str, Any]:
        """The options of a request.

        Args:
            schema: What the answer must look like.
            most: Tokens it may have.
        """
        found: dict[str, Any] = {self.limit: most}
        if self.steady:
            found["temperature"] = 0
        name = FORMS[self.form]
        if name == "json_schema":
            inner = {"name": "statements", "strict": True, "schema": schema}
            found["response_format"] = {"type": "json_schema", "json_schema": inner}
        elif name == "json_object with schema":
            found["response_format"] = {"type": "json_object", "schema": schema}
        elif name == "json_object":
            found["response_format"] = {"type": "json_object"}
        return found

    def after(self, complaint: str) -> "Manner | None":
        """The next way to try once a server has refused this one; None when there is none.

        Args:
            complaint: What the server says, which may name the option.
        """
        said = complaint.lower()
        if self.limit in said and self.limit == "max_tokens" and "completion" in said:
            return replace(self, limit="max_completion_tokens")
        if self.steady and "temperature" in said:
            return replace(self, steady=False)
        if self.form + 1 < len(FORMS):
            return replace(self, form=self.form + 1)
        return None
