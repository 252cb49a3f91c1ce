"""What a run came to, for machines."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from volteface.coding.wire import statement_line
from volteface.model_reader.endpoint import Endpoint
from volteface.model_reader.rereading import Outcome
from volteface.model_reader.storing import Compared
from volteface.records import Report


def as_data(
    endpoint: Endpoint, read: Sequence[Report], outcome: Outcome, ready: Compared
) -> dict[str, Any]:
    """JSON-like: coder, reports read and failed, counts, agreement and the statements.

    Args:
        endpoint: The model.
        read: The reports that were read to their end.
        outcome: What came of it.
        ready: The statements and how they agree; as in ``read --jsonl``.
    """
    reports = {report.id: report for report in read}
    return {
        "coder": endpoint.coder,
        "reports": list(reports),
        "failed": outcome.failed,
        "stopped": outcome.stopped,
        "tally": dict(outcome.tally),
        "agreement": asdict(ready.agreement),
        "confidence": ready.measured.right,
        "statements": [
            statement_line(one, reports[report])
            for report, statements in ready.statements.items()
            for one in statements
        ],
    }
