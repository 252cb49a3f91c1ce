import pytest

from volteface.reports.exported import Exported
from volteface.reports.proquest import exported

RULE = "_" * 60
BODY = 'Foreign Minister Ilse Brand said no.\n\n"We shall not move," she added.'
FIRST = f"""Document 1 of 2

Brand rules out mediators

Author: Teller, Ana.

Publication info: Vesk Herald ; Lorn [Lorn]04 June 2013: A.8.

http://search.example.org/docview/1

Full text: {BODY}

Subject: Diplomacy;

ProQuest document ID: 1017
"""
SECOND = """Document 2 of 2

Full text:   Rebels said no.
Title: Rebels
answer
Publication title: Astrian Press, Late Edition; Vesk
Publication date: Jun 6, 2013
ProQuest document ID: 1018
"""


@pytest.mark.parametrize("rule", [RULE, ""])
def test_articles(rule: str) -> None:
    """Labelled parts, with rules between the articles or only their numbers."""
    text = f"Report Information from ProQuest\n\n{rule}\n{FIRST}\n{rule}\n{SECOND}\n{rule}\nEnd"
    one, two = exported(text.splitlines())
    assert one == Exported("Brand rules out mediators", "Vesk Herald", "04 June 2013", BODY)
    assert (two.title, two.outlet, two.day) == ("Rebels answer", "Astrian Press", "Jun 6, 2013")
    assert two.body.startswith("Rebels said no.")


def test_article_without_text_or_headline() -> None:
    """Where a part is missing there is none."""
    (found,) = exported(["Pages: A.8", "ProQuest document ID: 1"])
    assert found == Exported(None, None, None, "")


def test_ordinary_text_is_no_export() -> None:
    """Rules and labels alone are no mark."""
    assert not list(exported([RULE, "Title: x", "Full text: y", RULE]))
