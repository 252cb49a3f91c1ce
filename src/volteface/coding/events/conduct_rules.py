"""What a deed says of a position: the case's rules of conduct."""

import re
from dataclasses import dataclass, replace

from volteface.case.schema import Case, Conduct
from volteface.coding.inflection import base_forms
from volteface.coding.record_id import identified
from volteface.records import Event

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Rule:
    issue: str
    conduct: Conduct

    @property
    def narrowness(self) -> int:
        """How many conditions it sets: the narrow rule beats the wide one."""
        return sum(map(bool, (self.conduct.actors, self.conduct.recipients, self.conduct.words)))


class ConductRules:
    """Places events on the case's issues; see ``[[issue.conduct]]`` in docs/issue.md."""

    def __init__(self, case: Case) -> None:
        rules = [_Rule(issue.id, conduct) for issue in case.issues for conduct in issue.conduct]
        self._rules = sorted(rules, key=lambda rule: -rule.narrowness)

    def placed(self, event: Event) -> Event:
        """The event with issue and stance where a rule fits it.

        Only what was done shows a position. Of several rules the narrowest counts, of equally
        narrow ones the first of the case.
        """
        if event.mode != "historical":
            return event
        for rule in self._rules:
            if _fits(rule.conduct, event):
                placed = replace(event, issue=rule.issue, stance=rule.conduct.stance)
                return identified(placed)
        return event


def _fits(conduct: Conduct, event: Event) -> bool:
    if conduct.type != event.type:
        return False
    for wanted, there in (
        (conduct.actors, event.actors),
        (conduct.recipients, event.recipients),
    ):
        if wanted and not set(wanted) & set(there):
            return False
    return not conduct.words or any(_stands_in(words, event.text) for words in conduct.words)


def _stands_in(phrase: str, text: str) -> bool:
    """Whether each word of the phrase stands in the text in some form."""
    there = {form for word in _WORD.findall(text) for form in base_forms(word)}
    return all(base_forms(word) & there for word in _WORD.findall(phrase))
