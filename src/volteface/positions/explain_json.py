"""An explanation as JSON; the form is in ``docs/verdicts.schema.json``."""

from typing import Any

from volteface.positions.explain import Explanation


def explanation_json(found: Explanation) -> dict[str, Any]:
    """The explanation as values that :mod:`json` writes."""
    return {
        "weights": [
            {
                "records": list(weight.observation.records),
                "value": round(weight.observation.value, 4),
                "sd": round(weight.observation.variance**0.5, 4),
                "source": weight.observation.source,
                "share": round(weight.share, 4),
                "pull": round(weight.pull, 4),
            }
            for weight in found.weights
        ],
        "without": [
            {"voice": one.voice, "observations": one.observations, "verdict": one.outcome}
            for one in found.without
        ],
        "strip": [
            {
                "choice": cell.choice,
                "value": cell.value,
                "verdict": cell.outcome,
                "chosen": cell.chosen,
            }
            for cell in found.strip
        ],
        "learned": [
            {
                "group": one.group,
                "name": one.name,
                "observations": one.observations,
                "factor": round(one.factor, 4),
                "low90": round(one.low90, 4),
                "high90": round(one.high90, 4),
            }
            for one in found.factors
        ],
        "events": [
            {
                "fact": event.fact,
                "day": event.day.isoformat(),
                "timing": round(event.timing, 4),
                "mentions": list(event.mentions),
            }
            for event in found.events
        ],
    }
