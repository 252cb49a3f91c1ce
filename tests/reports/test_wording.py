import re
import tomllib
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.wording import (
    addresses_reader,
    attributes,
    kind_of,
    project_note,
    site_voice,
)


def test_every_pattern_is_a_regular_expression() -> None:
    """The file of wordings names only words that it defines, and every pattern compiles."""
    text = files("volteface.reports").joinpath("wording.toml").read_text("utf-8")
    data = tomllib.loads(text)
    for table in ("pointing", "asking"):
        for pattern in (one for patterns in data[table].values() for one in patterns):
            assert set(re.findall(r"<(\w+)>", pattern)) <= data["words"].keys()


def test_quoted_pleas_are_reporting() -> None:
    """What stands in quote marks was said by somebody in the report."""
    assert kind_of("Sign up for our newsletter today") == "sign-up"
    assert kind_of('"Sign up for our newsletter today"') is None


def test_words_given_to_somebody_are_reporting() -> None:
    """A verb of saying keeps a sentence, though not a link that quotes a headline."""
    assert kind_of("We use cookies, the ministry said") is None
    assert kind_of("Related: Brand said no") == "related"
    assert attributes("the rebels rejected it, according to Vesk")


def test_long_text_is_of_no_class() -> None:
    """A wording inside a long paragraph does not make it boilerplate."""
    assert kind_of("Sign up for our newsletter " * 20) is None


def test_the_reader_is_addressed_outside_quote_marks_only() -> None:
    """A question or order to "you" addresses the reader unless somebody says it."""
    assert addresses_reader("Are you in Lorn and in need of help?")
    assert addresses_reader("Find your consulate here.")
    assert not addresses_reader('He asked: "Are you in Lorn?"')
    assert not addresses_reader("You could see the smoke from the bridge.")


def test_the_state_called_us_is_no_voice_of_the_site() -> None:
    """US in capitals is a country; us in small letters is the site."""
    assert site_voice("write to us")
    assert not site_voice("The US and Astria")


def test_project_notes_name_what_the_text_is() -> None:
    """A digest for somebody is a note; a sentence that reports what a digest says is not."""
    assert project_note("This is a short digest prepared for the Lorn reader")
    assert not project_note("The digest said that the army was losing ground for want of men")


@given(st.text(max_size=700))
def test_any_text_can_be_asked_about(text: str) -> None:
    """A class is one of the file's, or none."""
    assert kind_of(text) in {
        None,
        *("sign-up", "consent", "share", "error report", "rights", "appeal"),
        *("related", "caption", "navigation"),
    }
