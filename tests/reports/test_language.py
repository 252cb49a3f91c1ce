import pytest

from volteface.reports import language
from volteface.reports.language import language_note, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The minister said that the talks would begin without the rebels and their friends.",
            "en",
        ),
        (
            "Le ministre a déclaré mardi que son pays ne changerait pas de position sur la guerre.",
            "fr",
        ),
        (
            "Der Minister sagte am Dienstag, die Haltung seines Landes werde sich nicht ändern.",
            "de",
        ),
        ("Министр сказал во вторник, что позиция страны не изменится никогда", "ru"),
        (
            "قال الوزير يوم الثلاثاء إن موقف بلاده من الحرب لن يتغير وإن المحادثات ستبدأ قريبا.",
            "ar",
        ),
    ],
)
def test_language_of_a_sentence(text: str, code: str) -> None:
    """One sentence is enough to tell the language."""
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال الوزير إن بلاده لن تقبل أي وساطة.", "ar"),
        ("مرحبا", "ar"),
        ("Министр сказал, что война", "ru"),
    ],
)
def test_few_words_of_another_script(text: str, code: str) -> None:
    """A text that is too short to be sure of is told, where its letters are not Latin."""
    assert language_of(text) == code


def test_codes_have_two_letters_and_names() -> None:
    """Every language that may be told has an ISO 639-1 code and an English name."""
    codes = set(language._identifier().nb_classes)  # noqa: SLF001 the model's own list
    assert all(len(code) == 2 for code in codes)
    assert not [code for code in codes if language_note(code) == f"in {code}: kept, not coded"]


@pytest.mark.parametrize("text", ["", "12:30 --", "Vesk", "Brand Talvik Lorn"])
def test_too_little_to_tell(text: str) -> None:
    """Names and numbers have no language."""
    assert language_of(text) is None


def test_english_full_of_foreign_names_is_english() -> None:
    """Names do not make a report foreign while its small words are English."""
    text = (
        "Abdullah al-Khatib and Jean-Luc Lefèvre of the Société Générale met with Øystein Bjørnsen."
    )
    assert language_of(text) == "en"


def test_note_names_the_language() -> None:
    """A report in another language says so; English and the unknown need no note."""
    assert language_note("fr") == "in French: kept, not coded"
    assert language_note("xx") == "in xx: kept, not coded"
    assert language_note("en") is None
    assert language_note(None) is None
