from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from volteface.case import Case
from volteface.model_reader.merging import merged
from volteface.model_reader.sources import Sources
from volteface.model_reader.statements import Checker
from volteface.model_reader.tally import TWICE
from volteface.model_reader.windows import windows
from volteface.records import Report, Statement

Make = Callable[..., Report]


def one(case: Case, report: Report, **fields: object) -> Statement:
    """A statement of the report's first quotation."""
    given = {
        "sentence": 2, "content": ["Our soldiers will stay in Tarvia"], "speaker": "Ilvar Dressen",
        "actor": "ODRUN", "issue": "odrun_troops", "stance": 0.9,
    }  # fmt: skip
    checker = Checker(case, Sources(case), report, Counter())
    ((made),) = checker.read([given | fields], windows(report)[0])
    return made


def test_what_two_windows_share_is_kept_once(case: Case, make_report: Make) -> None:
    """The longer reading, as the other window may have cut it off."""
    report = make_report()
    whole = one(case, report)
    cut = replace(whole, content=((whole.content[0][0], whole.content[0][1] - 10),))
    tally: Counter[str] = Counter()
    assert merged([[cut], [whole], [whole]], tally) == (whole,)
    assert tally == {TWICE: 2}


def test_what_differs_is_kept(case: Case, make_report: Make) -> None:
    """Another issue, another side, another speaker, other words."""
    report = make_report()
    whole = one(case, report)
    other = one(case, report, issue="talks")
    against = one(case, report, stance=-0.9)
    elsewhere = one(case, report, sentence=5, content=["want it now"])
    found = merged([[whole, other, against, elsewhere]], Counter())
    assert set(found) == {whole, other, against, elsewhere}
    assert [s.content for s in found] == sorted(s.content for s in found)
