"""Questions to the dependency parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Token

from volteface.coding.grammar import (
    child,
    misjoined,
    noun_phrase,
    spans_of,
    subject,
    that_clause,
    words_in,
)


def word(doc: Doc, text: str) -> Token:
    """The first token with that text."""
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The junta left Gao.", "left", "junta"),
        ("The envoy met the general, who left Gao.", "left", "general"),
        ("The army entered Aden and left Gao.", "left", "army"),
        ("The army wants to leave Gao.", "leave", "army"),
        ("Kabila spoke of leaving Goma.", "leaving", "Kabila"),
        ("The army is likely to leave Gao.", "leave", "army"),
        ("The troops leaving Gao sang.", "leaving", "troops"),
        ("Gao was left by the army.", "left", None),
        ("It is wrong to leave Gao.", "leave", None),
        ("There are fears in Gao.", "are", None),
        ("The army said: leave Gao.", "Gao", None),
    ],
)
def test_subject(language: Language, text: str, verb: str, expected: str | None) -> None:
    """The subject is found across ellipsis and relative clauses, none for passive or impersonal."""
    found = subject(word(language(text), verb))
    assert (found.text if found is not None else None) == expected


def test_misjoined_verbs_go_with_the_verb_further_up(language: Language) -> None:
    """A past tense joined to a bare infinitive is not governed by what governs the infinitive."""
    doc = language("Petro said the talks would go on and warned that the army would answer.")
    assert misjoined(word(doc, "warned"))
    assert not misjoined(word(doc, "go"))
    assert subject(word(doc, "warned")) == word(doc, "Petro")


def test_noun_phrases_keep_titles_and_drop_clauses(language: Language) -> None:
    """The phrase around a noun holds what stands before it and no relative clause behind it."""
    text = "The Sudanese foreign minister, who was in Juba, left."
    doc = language(text)
    start, end = noun_phrase(word(doc, "minister"))
    assert text[start:end] == "The Sudanese foreign minister"


def test_noun_phrases_keep_appositives(language: Language) -> None:
    """A name beside a title belongs to the phrase."""
    text = "The rebel leader, Riek Machar, left Juba."
    start, end = noun_phrase(word(language(text), "leader"))
    assert text[start:end] == "The rebel leader, Riek Machar"


def test_children_by_relation_and_word(language: Language) -> None:
    """A child is asked for by its relation, and by its word where that matters."""
    doc = language("Belgrade blamed Pristina for the raid.")
    blamed = word(doc, "blamed")
    assert child(blamed, "dobj") == word(doc, "Pristina")
    assert child(blamed, "prep", "for") == word(doc, "for")
    assert child(blamed, "prep", "of") is None


def test_that_clauses_of_nouns(language: Language) -> None:
    """A noun has a that-clause or none."""
    doc = language("His claim that Gao had fallen was false; the rumour spread.")
    clause = that_clause(word(doc, "claim"))
    assert clause is not None
    assert clause.text == "fallen"
    assert that_clause(word(doc, "rumour")) is None


def test_spans_bridge_punctuation_and_drop_a_dangling_and(language: Language) -> None:
    """Tokens on both sides of a comma are one span; one left out between them makes two."""
    text = "He left, she stayed and"
    doc = language(text)
    assert spans_of(doc, range(len(doc))) == ((0, len("He left, she stayed")),)
    assert spans_of(doc, [0, 1, 4]) == ((0, 7), (text.index("stayed"), text.index(" and")))
    assert spans_of(doc, []) == ()


@given(st.data())
def test_words_in_spans_are_those_that_made_them(language: Language, data: st.DataObject) -> None:
    """Spans of tokens hold those tokens again, and nothing that stands beyond them."""
    doc = language("The army of Mali, which had left Gao in May, said on Friday: no talks.")
    chosen = data.draw(st.sets(st.integers(0, len(doc) - 1)))
    plain = {i for i in chosen if doc[i].pos_ not in {"PUNCT", "SPACE"}}
    assert words_in(doc, spans_of(doc, chosen)) == plain


def test_a_word_only_partly_inside_counts(language: Language) -> None:
    """A span that begins within a word takes the word in; an empty one holds nothing."""
    doc = language("Goma fell.")
    assert words_in(doc, [(2, 6)]) == {0, 1}
    assert words_in(doc, [(2, 2)]) == set()
