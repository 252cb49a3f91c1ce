from datetime import date
from pathlib import Path

import pytest

from volteface.case import bundled_cases
from volteface.conflict.conflict import Conflict
from volteface.conflict.load import conflict_problems, load_conflict
from volteface.errors import CaseError, UsageError

from .conftest import two_text

PATRON = '[[patron]]\nid = "P"\nclient = "GOV"\nsource = "judgement"\n'


def problems(text: str) -> str:
    """All problems of a text, a line each."""
    return "\n".join(str(problem) for problem in conflict_problems(text.encode()))


@pytest.mark.parametrize("name", bundled_cases())
def test_every_bundled_case_is_right_and_sourced(name: str) -> None:
    """Every quantity has a source, every shock one of its own, and the Council its five vetoes."""
    conflict = load_conflict(name)
    assert all(quantity.source for quantity in conflict.quantities)
    assert all(shock.source for shock in conflict.file.shocks)
    assert len(conflict.file.council.members) == 15
    assert sum(member.permanent for member in conflict.file.council.members) == 5


def test_a_folder_a_name_and_a_text_are_read(tmp_path: Path, syria: Conflict) -> None:
    """A conflict comes from a case folder, or from its text."""
    (tmp_path / "conflict.toml").write_text(two_text(), encoding="utf-8")
    assert load_conflict(tmp_path).file == load_conflict(two_text()).file
    assert syria.first_day(0) == date(2011, 3, 1)
    assert syria.first_day(22) == date(2013, 1, 1)
    assert syria.month_of(date(2013, 1, 31)) == 22


def test_a_folder_without_the_file_says_so(tmp_path: Path) -> None:
    """The war model needs conflict.toml; a case without it says what is missing."""
    with pytest.raises(CaseError, match=r"conflict\.toml: is missing"):
        load_conflict(tmp_path)
    with pytest.raises(UsageError):
        load_conflict("no-such-case")


def test_text_that_is_no_toml_is_said_with_its_line() -> None:
    """A syntax error names its line."""
    assert problems("begins = 2011-03-01\nmonths = = 3\n").startswith("conflict.toml:2: is not")
    with pytest.raises(CaseError, match=r"conflict\.toml:2"):
        load_conflict("begins = 2011-03-01\nmonths = = 3\n")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("months = 12", "month = 12"), "conflict.toml:2: unknown key month (nearest: months)"),
        (('id = "OPP"', 'id = "GOV"'), "id GOV is taken already"),
        (('id = "OPP"', 'id = "council"'), "id council is taken already"),
        (("regime = true", "regime = false"), "exactly one party must have regime = true, not 0"),
        (("forts = 12", "forts = 13"), "hold 21 forts; they must hold 20"),
        (("forts = 8", "forts = 8\nstrength = 0"), "strength must be above 0"),
        (("forts = 8", "forts = 8\nstrenght = 1"), "nearest: strength"),
        (("forts = 8", "forts = 8\ncore = 9"), "GOV would fall at once"),
        (("forts = 8", "forts = 8\nprior = 1"), "prior must be at most 1"),
        (("forts = 8", "forts = 8\nprior = { normal = [0.5, 0.1] }"), "cut it with within"),
        (("battles = 5", "battles = 1e9"), "battles must be at most 200"),
        (('["GOV", "OPP"]', '["GOV", "OP"]'), "between names no party: OP (nearest: OPP)"),
        (('["GOV", "OPP"]', '["GOV", "GOV"]'), "GOV and GOV must be two"),
        (('source = "judgement"\noverstretch = 0', "overstretch = 0"), "overstretch has no source"),
        (("forts = 12", "forts = 12\nenters = 2011-05-01"), "needs both enters and splits_from"),
        (
            ("forts = 12", 'forts = 12\nmerges_into = "OPP"'),
            "merges_into names no other party: OPP",
        ),
        (
            ("forts = 12", 'forts = 12\nenters = 2031-05-01\nsplits_from = "GO"'),
            "OPP must enter after the start, within the run",
        ),
        (
            ("forts = 12", 'forts = 12\nenters = 2011-05-01\nsplits_from = "GO"'),
            "splits_from names no party: GO (nearest: GOV)",
        ),
    ],
)
def test_each_mistake_has_its_line_and_its_remedy(change: tuple[str, str], message: str) -> None:
    """What is wrong, where, and what is allowed, in one line."""
    text = two_text()
    assert change[0] in text
    found = problems(text.replace(change[0], change[1], 1))
    assert message in found
    assert all(line.startswith("conflict.toml:") for line in found.splitlines())


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (PATRON.replace('"GOV"', '"GVO"'), "P has no client GVO (nearest: GOV)"),
        (
            PATRON + PATRON.replace('"GOV"', '"OPP"'),
            "id P is taken already; for a second client give it another id and power",
        ),
        (PATRON + "cover = { cots = 1 }\n", "unknown key cots (nearest: cost)"),
        (
            PATRON + 'starts = "weapons"\n',
            "starts names no step: weapons (allowed: arms, cover, force, none)",
        ),
        (
            '[[option]]\nid = "o"\ntitle = "t"\nsource = "s"\n',
            "option o is worth nothing to anybody",
        ),
        (
            '[[option]]\nid = "o"\ntitle = "t"\nsource = "s"\npayoff = { GVO = 1 }\n',
            "payoff names no actor: GVO (nearest: GOV)",
        ),
        (
            '[[option]]\nid = "o"\ntitle = "t"\nsource = "s"\npayoff = { GOV = 2 }\n',
            "must be at most 1",
        ),
        (
            '[council]\nsource = "s"\n[[council.member]]\nid = "A"\n[[council.member]]\nid = "A"\n',
            "nobody can reach 9 votes: the 2 members have 2 together",
        ),
        (
            '[council]\nvotes = 1\nsource = "s"\n' + 2 * '[[council.member]]\nid = "A"\n',
            "member A stands here twice",
        ),
        (PATRON + 'power = "Q"\n', "power names no patron: Q"),
        (
            PATRON + PATRON.replace('id = "P"', 'id = "P2"\npower = "P"'),
            "P supports GOV twice",
        ),
        (
            '[[instrument]]\nid = "none"\ntitle = "nothing"\n',
            "id none is taken already",
        ),
        (
            '[[instrument]]\nid = "stake"\ntitle = "a stake"\n',
            "id stake is taken already",
        ),
        (
            '[council]\nvotes = 30\nsource = "s"\n[[council.member]]\nid = "A"\nweight = 29\n',
            "nobody can reach 30 votes: the 1 members have 29 together",
        ),
        (
            '[council]\ncast = "half"\nsource = "s"\n',
            'cast must be a share of the votes cast, such as "2/3" or "more than 1/2", not "half"',
        ),
        (
            '[council]\ncast = "3/2"\nsource = "s"\n',
            "cast must be a share of the votes cast",
        ),
        (
            '[council]\ncast = "1/2"\nsource = "s"\n[[council.member]]\nid = "A"\nweight = 900\n',
            "the members have 900 votes; the model counts up to 200",
        ),
        (
            '[council]\nvotes = 1\nsource = "s"\n[[council.rival]]\nid = "GOV"\ntitle = "t"\n',
            "id GOV is taken already",
        ),
        (
            PATRON + '[[bargain]]\nid = "b"\ntarget = "P"\npower = "P"\nsource = "s"\n',
            "target names nobody: P",
        ),
        (
            PATRON + '[[relation]]\nbetween = ["P", "Q"]\nsource = "s"\n',
            "between names no patron: Q",
        ),
    ],
)
def test_mistakes_beyond_the_parties_are_found(more: str, message: str) -> None:
    """Patrons, options, Council, bargains and relations are checked by name and number."""
    assert message in problems(two_text(more=more))


SHOCK = """
[[shock]]
id = "s"
text = "something happens"
quantity = "{quantity}"
from = {first}
{change}
source = "judgement"
"""


@pytest.mark.parametrize(
    ("quantity", "first", "change", "message"),
    [
        ("GOV.strenth", "2011-05-01", "set = 1", "unknown quantity GOV.strenth (nearest: GOV.str"),
        ("GOV.strength", "2011-05-01", "", "needs one of set, add, times"),
        ("GOV.strength", "2011-05-01", "set = 1\nadd = 1", "needs one of set, add, times"),
        ("GOV.strength", "2010-05-01", "set = 1", "must lie in the run (2011-03 to 2012-02)"),
        ("GOV.strength", "2011-05-01\nto = 2011-04-01", "set = 1", "in order"),
        ("GOV.strength", "2011-05-01", "set = 0", "GOV.strength must be above 0"),
        ("GOV.sees", "2011-05-01", "add = 0.5", "GOV.sees must be at most 1; this can take it"),
        ("GOV.sees", "2011-05-01", "times = 2", "GOV.sees must be at most 1; this can take it"),
        ("P.support", "2011-05-01", "set = 2", "must be changed by an intervention"),
    ],
)
def test_shocks_are_checked(quantity: str, first: str, change: str, message: str) -> None:
    """A shock names a quantity, says one thing, lies in the run, and stays in bounds."""
    shock = SHOCK.format(quantity=quantity, first=first, change=change)
    assert message in problems(two_text(more=PATRON + shock))


def test_one_party_is_no_war() -> None:
    """A war needs two parties that fight."""
    text = two_text()
    lone = text[: text.index('[[party]]\nid = "OPP"')]
    assert "hostility is missing" in problems(lone)
    assert "party" in problems(lone.replace("forts = 8", "forts = 20"))


THIRD = """
[[relation]]
between = ["P", "Q"]
third = "P"
source = "judgement"
"""


def test_a_third_is_none_of_the_two() -> None:
    """A rapprochement is minded by somebody else."""
    more = PATRON + PATRON.replace('"P"', '"Q"') + THIRD
    assert "third names no other patron: P" in problems(two_text(more=more))


OWN_LADDER = """
[[instrument]]
id = "money"
title = "money"
public = false
[[instrument]]
id = "guns"
title = "guns"
arms = true
"""


def test_a_case_may_have_a_ladder_of_its_own() -> None:
    """Each instrument is a table of the patron; one it has no table for it cannot take."""
    patron = PATRON + 'starts = "money"\nguns = { cost = 1 }\n'
    conflict = load_conflict(two_text(more=OWN_LADDER + patron))
    assert conflict.file.ladder == ("none", "money", "guns")
    opened = {n: conflict.quantities.named(f"P.{n}.open").value for n in conflict.file.ladder}
    assert opened == {"none": "1", "money": "1", "guns": "1"}
    assert conflict.quantities.named("P.support").levels == conflict.file.ladder
    structure = conflict.structure
    assert (structure.cover, structure.arms, structure.force) == (2, 2, 3)
    closed = load_conflict(two_text(more=OWN_LADDER + PATRON + "guns = { cost = 1 }\n"))
    assert closed.quantities.named("P.money.open").value == "0"
    wrong = two_text(more=OWN_LADDER + PATRON + "gun = { cost = 1 }\n")
    assert "unknown key gun (nearest: guns)" in problems(wrong)
    wrong = two_text(more=OWN_LADDER + PATRON + "guns = { cots = 1 }\n")
    assert "unknown key cots (nearest: cost)" in problems(wrong)
