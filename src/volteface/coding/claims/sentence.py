"""The claims of one sentence: every form it has, each assertion once."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from volteface.coding.claims.ascribing import of_ascription
from volteface.coding.claims.causes import of_adjective, of_noun, of_verb
from volteface.coding.claims.comparing import of_comparison
from volteface.coding.claims.conditions import of_clause, of_imperative, of_participle, of_time
from volteface.coding.claims.forecasts import of_absence, of_forecast
from volteface.coding.claims.found import Found
from volteface.coding.claims.images import of_image
from volteface.coding.claims.markers import Markers
from volteface.coding.claims.phrases import of_phrases
from volteface.coding.claims.subjects import IsActor

_FEWEST = 2
"""Words of condition and consequence together that carry meaning."""
_WORDY = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB"})
_SHARED = 0.5


def claims_in(sentence: Span, known: Markers, is_actor: IsActor) -> list[Found]:
    """What the sentence claims, in the order of its words; a claim within a claim is left out."""
    kept: list[Found] = []
    found = (one for one in _all(sentence, known, is_actor) if _says(sentence, one))
    for one in sorted(found, key=lambda f: (f.rank, -len(f.tokens))):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: min(f.tokens))


def _all(sentence: Span, known: Markers, is_actor: IsActor) -> Iterator[Found]:
    yield from of_phrases(sentence, known)
    yield from of_comparison(sentence)
    for token in sentence:
        if token.pos_ in {"AUX", "VERB"}:
            yield from of_clause(token, known)
            yield from of_imperative(token)
            yield from of_participle(token)
            yield from of_verb(token, known, is_actor)
            yield from of_image(token, known, is_actor)
            yield from of_ascription(token, known)
            yield from of_forecast(token, known, is_actor)
        elif token.pos_ == "NOUN":
            yield from of_noun(token, known)
            yield from of_absence(token, known)
            yield from of_time(token)
        elif token.pos_ == "ADJ":
            yield from of_adjective(token, known, is_actor)


def _says(sentence: Span, one: Found) -> bool:
    """Whether both sides have words that say something."""
    doc = sentence.doc
    sides: Iterable[frozenset[int]] = (one.condition, one.consequence)
    words = [sum(doc[i].pos_ in _WORDY for i in side) for side in sides]
    return sum(words) >= _FEWEST and words[1] > 0 and bool(one.condition)


def _same(one: Found, other: Found) -> bool:
    shared = len(one.tokens & other.tokens)
    return shared > _SHARED * min(len(one.tokens), len(other.tokens))
