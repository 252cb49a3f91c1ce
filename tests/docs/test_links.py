"""Links between the pages lead somewhere."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PAGES = sorted(
    page.relative_to(_ROOT).as_posix()
    for page in (*_ROOT.glob("*.md"), *_ROOT.glob("docs/**/*.md"))
)
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def _anchors(page: Path) -> set[str]:
    """The names by which headings are linked: lower case, spaces as hyphens, marks left out."""
    headings = _HEADING.findall(_FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", _PAGES)
def test_relative_links_lead_somewhere(name: str) -> None:
    """Each link within the project names a file or folder that is there, and a heading in it."""
    page = _ROOT / name
    for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"\w+:", target):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.is_relative_to(_ROOT), target
        assert place.exists(), target
        assert not anchor or anchor in _anchors(place), target


def test_every_page_can_be_reached(docs: Path) -> None:
    """From the index one comes to every page by following links."""
    found, waiting = set(), [docs / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in found or page.suffix != ".md" or not page.is_file():
            continue
        found.add(page)
        links = _LINK.findall(_CODE.sub("", page.read_text("utf-8")))
        waiting += [(page.parent / link.partition("#")[0]).resolve() for link in links]
    assert set(docs.glob("**/*.md")) <= found
