"""What of a model's answers did not stand up to the report, counted."""

from collections import Counter
from collections.abc import Iterable

NOT_THERE = "words that are not in the report"
NO_SPEAKER = "a speaker who is not in the report"
NO_FORM = "no statement in form"
NO_ISSUE = "an issue that the case has not"
NO_STANCE = "no stance between -1 and 1"
NOTHING_SAID = "the writer's own sentence on no issue"
TWICE = "said twice"
NO_ACTOR = "an actor that the case has not"
NO_CUE = "a cue that is not in the report"
NO_NAME = "a name or office that is not in the report"

DROPPED = (NOT_THERE, NO_SPEAKER, NO_FORM, NO_ISSUE, NO_STANCE, NOTHING_SAID, TWICE)
"""Why a statement was thrown away as a whole."""
BLANKED = (NO_ACTOR, NO_CUE, NO_NAME)
"""Why a field of a statement was left empty."""

Tally = Counter[str]
"""How often each of these was met; ``kept`` counts the statements that stood."""

KEPT = "kept"


def told(tally: Tally, reasons: Iterable[str]) -> str:
    """Those that were met, the commonest first: ``12 words that are not in the report``."""
    met = sorted((reason for reason in reasons if tally[reason]), key=lambda r: -tally[r])
    return ", ".join(f"{tally[reason]} {reason}" for reason in met)
