import re
import tomllib
from importlib.resources import files

import pytest
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
    for table in ("pointing", "asking", "closing"):
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
        *("sign-up", "paywall", "consent", "share", "error report", "rights", "appeal"),
        *("related", "caption", "navigation", "page", "live blog", "code"),
    }


CLASSES = {
    "caption": (
        "Tents outside Lorn in March. (Ana Teller/Vesk Herald)",
        "A column leaves Vesk (Ana Teller for the Lorn Gazette).",
        "Image caption The bridge was rebuilt twice",
        "FILE - Soldiers patrol the harbour",
    ),
    "navigation": (
        "Skip to main content",
        "Return to the home page",
        "Politics - Economy - Sport - Weather",
        "Save for later",
        "Swipe left for more pictures",
    ),
    "page": (
        "Sorry, this video is not available in your region.",
        "Your browser does not support this player.",
        "Please enable JavaScript to go on.",
        "Please wait…",
        "View this post on Instagram",
        "Interactive map: who holds what",
        "This article is more than 3 years old.",
        "4 min read",
        "Updated 2 hours ago",
        "Share this story: https://vesk.example/a-1",
    ),
    "live blog": ("14:05 GMT", "9.40 p.m.", "* * *", "___", "Key events", "Pinned post"),
    "code": (
        ".side-box {",
        "margin-top: 12px;",
        "}",
        "var slot = document.getElementById('top');",
        "<div class='box'></div>",
    ),
    "sign-up": (
        "Get our free morning newsletter",
        "For more on the war, follow our page",
        "Never miss a story from our reporters",
    ),
    "paywall": (
        "You have 2 free articles left.",
        "Subscribe to continue reading",
        "Join today for $1 a week",
        "To read the full story, start a free trial.",
        "Already convinced? Begin your subscription here.",
    ),
    "consent": ("We and our partners store data on your device.", "Accept all"),
    "share": (
        "See all 214 comments",
        "Be the first to comment",
        "Please follow our community rules",
        "Was this article useful?",
        "Our Standards: The Vesk Trust Principles",
    ),
    "error report": (
        "Report a typo or problem",
        "Do you have a tip for our newsroom?",
        "Contact the reporter at teller@vesk.example",
    ),
    "appeal": (
        "Advertisement - scroll to continue",
        "Continue reading the main story",
        "Support independent journalism",
    ),
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in CLASSES.items() for line in lines]
)
def test_lines_that_surround_reporting_have_their_class(kind: str, line: str) -> None:
    """What pages, live blogs, paywalls and a careless extractor leave in a text is known."""
    assert kind_of(line) == kind


CLOSING = {
    "byline": (
        "Ana Teller contributed reporting from Vesk.",
        "Teller reported from Vesk, and Piet Maas from Lorn.",
        "With files from Ana Teller and The Vesk Herald",
        "--additional reporting by Piet Maas",
        "Editing by Piet Maas",
        "About the author",
        "Ana Teller is a staff writer at the Herald.",
    ),
    "note": (
        "Correction: An earlier version of this article misspelled the minister's name.",
        "Clarification: the date of the raid was incorrectly given.",
        "This story has been updated with the ministry's answer.",
        "Originally published in the Lorn Gazette",
        "For more about the talks, go to the World section",
    ),
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in CLOSING.items() for line in lines]
)
def test_credits_and_notes_stand_in_the_last_lines_alone(kind: str, line: str) -> None:
    """Who contributed and what was changed is a closing; elsewhere such words are the report's."""
    assert kind_of(line, closing=True) == kind
    assert kind_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Prosecutors in Vesk will begin a trial of forty rebels in March.",
        "To see the full account of the massacre, investigators need both archives.",
        "For more than a decade, families follow the same road to the border.",
        "Advertising continues to fall in Vesk.",
        "Give Lorn independent courts, envoy demands",
        "Our men depend on foreign sources.",
        "Update: Vesk denied this report.",
        "An earlier version of the report blamed the army for the raid.",
        "With material from the depot, rebels built bombs.",
        "Reporting from the front was impossible for a week.",
        "Karvia - Astria - a deal in sight",
        "ceasefire: all sides stop firing at once;",
        "let aid into the besieged towns;",
        "The governor (a friend of the president) left the city.",
        "Piet Maas is a former fellow of the institute that Astria closed.",
        "This report was produced by the inspectors of the Union.",
    ],
)
def test_sentences_that_share_words_with_such_lines_are_reporting(line: str) -> None:
    """Wherever they stand, nothing of them is thrown away."""
    assert kind_of(line) is None
    assert kind_of(line, closing=True) is None
