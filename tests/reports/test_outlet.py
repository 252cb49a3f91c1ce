import pytest

from volteface.case.schema import OutletFile
from volteface.reports.boilerplate import clean
from volteface.reports.outlet import outlet_of

OUTLETS = (OutletFile(name="Vesk Herald", aliases=("The Herald",)), OutletFile(name="Reuters"))
BODY = (
    "The government of Karvia said on Monday that it would not accept any outside mediators.\n\n"
    "Rebel commanders rejected the offer and said that the president had to leave office first."
)


@pytest.mark.parametrize(
    ("text", "site", "expected"),
    [
        (f"A headline of words\n\nSource : The Herald\n\n{BODY}", None, "Vesk Herald"),
        (f"A headline of words\n\nSource: Lorn Times\n\n{BODY}", None, "Lorn Times"),
        (f"A headline of words\n\nvesk herald\n\n{BODY}", None, "Vesk Herald"),
        (f"A headline of words\n\nLorn Times\n\n{BODY}", None, None),
        (f"LORN, June 4 (Reuters) - {BODY}", None, "Reuters"),
        (f"{BODY}\n\nSource: Lorn Times", None, "Lorn Times"),
        (f"A headline of words\n\nSource: Lorn Times\n\n{BODY}", "The Herald", "Vesk Herald"),
        (BODY, None, None),
    ],
)
def test_outlet(text: str, site: str | None, expected: str | None) -> None:
    """The page's name, a source line, a known outlet alone on a line, or the dateline's agency."""
    assert outlet_of(clean(text), site, OUTLETS) == expected
