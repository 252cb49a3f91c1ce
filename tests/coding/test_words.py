"""The word lists of reporting."""

from dataclasses import fields

from spacy.language import Language

from volteface.coding.words import words


def test_every_list_is_filled_and_in_lower_case() -> None:
    """Each list of the lexicon has entries, all in lower case."""
    lists = words()
    for field in fields(lists):
        entries = getattr(lists, field.name)
        assert entries
        assert all(entry == entry.lower().strip() for entry in entries)


def test_cues_are_every_verb_of_speech_and_belief() -> None:
    """What people say, hold, ask for, call something or pass on is a cue; deeds are not."""
    cues = words().cues
    assert {"say", "believe", "condemn", "refuse", "accuse", "call", "quote"} <= cues
    assert not {"bomb", "deploy", "walk"} & cues


def test_the_lists_are_read_once() -> None:
    """The lexicon is the same object every time."""
    assert words() is words()


def test_verbs_are_lemmas(language: Language) -> None:
    """The parser gives the verbs of speech back as they stand in the lists."""
    for verb in sorted(words().say):
        doc = language(f"They will {verb} that the war is over.")
        assert doc[2].lemma_.lower() == verb
