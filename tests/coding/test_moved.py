from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from volteface.coding.draft import Draft
from volteface.coding.mention import Mention
from volteface.coding.moved import about_who_moved
from volteface.coding.naming import Named

Make = Callable[..., Draft]


@pytest.fixture
def draft(language: Language) -> Draft:
    """An observer says that Kestria has not changed its line."""
    text = "Analysts said there was no reason for Kestria to change its line on Odrun."
    doc = language(text)
    names = []
    for word, actor in (("Analysts", "watchers"), ("Kestria", "KES"), ("Odrun", "ODR")):
        start = text.index(word)
        span = doc.char_span(start, start + len(word))
        assert span is not None
        mention = Mention(start, start + len(word), actor, None)
        names.append(Named(mention, span.root))
    said = (text.index("there"), len(text) - 1)
    return Draft(
        paragraph=0, voice="attributed", content=(said,), speaker=(), cue=(), clause=(0, len(text)),
        kind="indirect", register="stated", person=None, actor="watchers", role="Analysts",
        about=None, addressee=None, via=(), endorsed=True, said_on=None, names=tuple(names),
    )  # fmt: skip


def test_an_observers_verdict_is_about_the_first_it_names(draft: Draft) -> None:
    """Who moved, or did not, is the actor named first in what was said."""
    placed = about_who_moved(draft, "watchers")
    assert (placed.register, placed.actor, placed.about) == ("imputed", "watchers", "KES")


def test_a_partys_own_word_stays_its_own(draft: Draft) -> None:
    """A party speaks of itself; where nobody is named, things are left as they are."""
    party = replace(draft, actor="KES")
    assert about_who_moved(party, "watchers") == party
    nobody = replace(draft, names=())
    assert about_who_moved(nobody, "watchers") == nobody
