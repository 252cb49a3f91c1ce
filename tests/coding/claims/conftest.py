"""What the tests of claims share: the claims of one sentence."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from volteface.coding.claims.markers import markers
from volteface.coding.claims.sentence import claims_in

Claims = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def claims(language: Language) -> Claims:
    """Direction, condition and consequence of each claim in a sentence; proper names act."""

    def read(text: str) -> list[tuple[str, str, str]]:
        doc = language(text)
        found = claims_in(next(doc.sents), markers(), lambda token: token.pos_ == "PROPN")
        return [
            (
                one.direction,
                " ".join(doc[i].text for i in sorted(one.condition)),
                " ".join(doc[i].text for i in sorted(one.consequence)),
            )
            for one in found
        ]

    return read
