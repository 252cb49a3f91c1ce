import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.reports.boilerplate import clean, main_text

ARTICLE = (
    "The government of Karvia said on Monday that it would not accept outside mediators there.",
    "Foreign Minister Ilse Brand told reporters that talks had to begin without preconditions.",
    "Rebel commanders rejected the offer and said that the president had to leave office first.",
)


def kept(*lines: str) -> str:
    """The main text of lines set as paragraphs."""
    text = "\n\n".join(lines)
    return main_text(text, clean(text).spans)


BOILERPLATE = (
    "Sign up for our weekly newsletter",
    "Sign up here to get the Morning Briefing, sent straight to your inbox.",
    "Subscribe now!",
    "Please register for free to read our analysis.",
    "To unsubscribe whenever you like, use the link below. By signing up you agree to our terms.",
    "We use cookies to improve this site. By continuing, you accept our cookie policy.",
    "Accept all cookies",
    "Privacy policy",
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Follow us on Twitter @veskherald",
    "Follow Ana Teller on Twitter: @anateller",
    "Leave a comment",
    "12 comments",
    "Click here to download our app.",
    "Have your say in the comments below",
    "Spotted a mistake? Let us know by writing to us.",
    "Please select the error in the text and press Ctrl+Enter",
    "Found a typo in this article? Highlight the text and press Ctrl + Enter.",
    "© 2013 Vesk Herald. All rights reserved.",
    "Copyright 2013 Vesk Herald",
    "The views expressed here are the author's own.",
    "The opinions in this column do not necessarily reflect those of its author's employers.",
    "This article was originally published by the Lorn Institute.",
    "This material may not be published, broadcast or redistributed.",
    "ADVERTISEMENT",
    "Story continues below",
    "Please support our journalism.",
    "Related: Astria tests Karvia's patience",
    "RELATED STORIES",
    "Read more: What the rebels want",
    "See also: A short history of the war",
    "Recommended: “How the war began”",
    "For another view of the siege, read: “Why Lorn will hold”",
    "More on Karvia",
    "Watch: Shells fall on the old town",
    "Smoke rises over Lorn after a night of shelling, June 3. Photo: Ana Teller",
    "A soldier looks over the valley. (Photo by Ana Teller/Pool)",
    "Ilse Brand arrives for talks in Lorn, in this file photo.",
    "The president in Lorn. (Ana Teller/AFP)",
    "Ana Teller/Reuters",
    "Home > World > Karvia > Talks",
    "Home | News | World | Contact us",
    "Tags: Karvia, Astria, war",
    "Back to top",
    "see more",
    "(Reporting by Ana Teller in Lorn; Editing by Piet Maas)",
    "By Ana Teller and Piet Maas in Lorn",
    "Надішліть нам повідомлення",
)


@pytest.mark.parametrize("line", BOILERPLATE)
@pytest.mark.parametrize("place", [0, 2, 3])
def test_boilerplate_goes_wherever_it_stands(line: str, place: int) -> None:
    """Before, between and after paragraphs the line goes, and every paragraph stays."""
    lines = [*ARTICLE[:place], line, *ARTICLE[place:]]
    assert kept(*lines).split() == " ".join(ARTICLE).split()


REPORTING = (
    "Related efforts to bring both sides together failed in March, when the envoy left.",
    "The two sides agreed to sign up to the accord within a week, the ministry said in Vesk.",
    "Sign up to the accord or face sanctions, the envoy told both of the warring parties.",
    "“Share the burden with us,” the minister said to the neighbours of Karvia in an appeal.",
    "Share prices fell in Vesk as the ministry warned of a long war on its southern border.",
    "Follow-on talks are due to start in the autumn if the present truce holds until then.",
    "The statement does not necessarily reflect the president's own view, his spokesman said.",
    "Brand said she had read the newsletter of the rebels and found nothing new in its pages.",
    "Inspectors found a mistake in the declaration that Karvia had sent to the Union in May.",
    "The author of the plan, Ilse Brand, holds the opinion that it will not be accepted there.",
    "A photograph of the meeting showed the rebels and the envoy side by side for the first time.",
    "For a year the rebels have read every offer as a trap, and they say this one is no better.",
    "The ministry has copyright on its side, but the rebels broadcast the recording all the same.",
    "He added: “You can find your own way out of this war. Call your men back from the valley.”",
    "By Friday the army had taken the bridge, and the rebels were falling back to the hills.",
    "More on the talks will be known on Tuesday, when the envoy is to speak to the Union again.",
    "Video recordings showed soldiers of Astria near Lorn, a claim that Vesk denied on Sunday.",
    "The group said it would accept no cookies-and-milk diplomacy from Astria or anyone else.",
    "Support for our boys is all that matters, a woman in Vesk told the visiting reporters there.",
    "Home to two million people before the war, the city of Lorn is now a field of ruins.",
    "The plan would be paid for by 2030, long after those who drew it up have left office.",
    "Next: the Union will ask whether the president is ready to give up the south of his country.",
    "Comment from the ministry was not available; the rebels called the raid a massacre on Sunday.",
    "Astria is already a member of the Union and will not leave it because of Karvia, she said.",
    "Do you want a war with Astria? That was what the envoy asked both of them then.",
)


@pytest.mark.parametrize("sentence", REPORTING)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_reporting_stays_wherever_it_stands(sentence: str, place: int) -> None:
    """Sentences that share words with boilerplate stay to the last letter."""
    lines = [*ARTICLE[:place], sentence, *ARTICLE[place:]]
    assert kept(*lines) == "\n\n".join(lines)


def test_sign_up_sentence_leaves_a_paragraph_alone() -> None:
    """A plea at the end of a paragraph goes; the paragraph's own sentences stay."""
    text = f"{ARTICLE[0]} Sign up for our free newsletter.\n\n{ARTICLE[1]}"
    cleaned = clean(text)
    assert [text[start:end] for start, end in cleaned.spans] == ["Sign up for our free newsletter."]


def test_credit_takes_its_caption_but_no_reporting() -> None:
    """A credit behind what somebody said goes alone; behind a description it goes with it."""
    caption = "Smoke over Lorn in June. Rebels hold the northern bank."
    assert kept(*ARTICLE, f"{caption} Photo: Ana Teller").split() == " ".join(ARTICLE).split()
    text = f"{ARTICLE[0]} Photo: Ana Teller"
    assert kept(text, *ARTICLE[1:]).split() == " ".join(ARTICLE).split()


def test_service_banner_and_its_heading_go() -> None:
    """A box above the report that addresses the reader goes with its title, whatever it tells."""
    text = "\n\n".join(
        (
            "Travel advice for Karvia",
            "The border is closed. Are you stuck in Karvia? Find your consulate in our list.",
            "Brand rules out mediators",
            *ARTICLE,
        )
    )
    cleaned = clean(text)
    assert cleaned.head.title is not None
    assert cleaned.head.title.text == "Brand rules out mediators"
    assert [removal.kind for removal in cleaned.removals] == ["heading", "reader"]


def test_note_on_the_text_is_no_headline() -> None:
    """A line saying for whom the text was put together goes when a headline follows."""
    note = (
        "Summary compiled for the Lorn project from public facts; all of the speech is paraphrased."
    )
    cleaned = clean("\n\n".join((note, "Brand rules out mediators", *ARTICLE)))
    assert cleaned.head.title is not None
    assert cleaned.head.title.text == "Brand rules out mediators"
    assert [removal.kind for removal in cleaned.removals] == ["project note"]


def test_summary_that_opens_a_report_stays() -> None:
    """Without a headline below it, such a line is the report's own."""
    first = "Summary reports prepared for the Union blame the army of Karvia for that raid."
    assert first in kept(first, *ARTICLE)


def test_crosshead_and_link_titles_go() -> None:
    """Short lines without a verb between paragraphs, and titles below a list heading."""
    lines = (
        ARTICLE[0],
        "A long road",
        *ARTICLE[1:],
        "Read more",
        "Why Lorn will hold out",
        "Vesk notes",
    )
    assert kept(*lines).split() == " ".join(ARTICLE).split()


@pytest.mark.parametrize(
    "line",
    [
        "Brand refused to answer",
        "Ana Teller, 34",
        "- the south of the country",
        "“No way back”",
        "Q: And the south",
    ],
)
def test_short_lines_that_may_report_stay(line: str) -> None:
    """A finite verb, a number, a bullet, quote marks or a colon keep a short line."""
    assert line in kept(ARTICLE[0], line, *ARTICLE[1:])


def test_speakers_of_a_transcript_stay() -> None:
    """A line that comes again and again names who speaks."""
    lines = [line for paragraph in ARTICLE for line in ("Minister Brand", paragraph)]
    assert kept(*lines, ARTICLE[0]).count("Minister Brand") == 3


def test_paragraph_in_another_script_goes_only_if_short() -> None:
    """A long paragraph in another script is somebody's text, not a footer."""
    long = "Министр сказал что позиция правительства не изменится " * 10
    assert "Министр" in kept(*(line * 5 for line in ARTICLE), long)


def test_text_half_in_another_script_stays_whole() -> None:
    """Where no script prevails, none is foreign."""
    lines = (
        ARTICLE[0],
        "Правительство заявило что не примет никаких посредников в этой войне сейчас.",
    )
    assert kept(*lines) == "\n\n".join(lines)


@given(
    st.lists(st.sampled_from([*BOILERPLATE, *REPORTING, *ARTICLE, "A title", "", "x"]), max_size=12)
)
def test_removals_are_sorted_disjoint_and_inside(lines: list[str]) -> None:
    """Whatever lines a text is made of, its removed spans are well formed."""
    text = "\n".join(lines)
    at = 0
    for start, end in clean(text).spans:
        assert at <= start < end <= len(text)
        at = end


@given(st.text(max_size=400))
def test_blanking_keeps_offsets(text: str) -> None:
    """The main text has the length of the text, and differs from it by spaces alone."""
    main = main_text(text, clean(text).spans)
    assert len(main) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, main, strict=True))


@pytest.mark.parametrize(
    "text", ["By A\n" * 20000, "a | " * 25000, '. "' * 30000, "Home\n" * 20000, "(" * 100000]
)
def test_odd_texts_are_finished(text: str) -> None:
    """Long runs of the marks that patterns look for do not hold the reader up."""
    assert len(main_text(text, clean(text).spans)) == len(text)


def test_what_the_extractor_let_through_goes() -> None:
    """Style sheets, clocks of a live blog and player notes leave the report as it was."""
    lines = (
        ".side-box {",
        "margin-top: 12px;",
        "}",
        ARTICLE[0],
        "14:05 GMT",
        ARTICLE[1],
        "Your browser does not support this player.",
        "___",
        ARTICLE[2],
        "You have 2 free articles left.",
    )
    assert kept(*lines).split() == " ".join(ARTICLE).split()


def test_closing_notes_and_credits_go_from_the_end_only() -> None:
    """Below the report they go; above it the same words may be a headline or a lead."""
    note = "This story has been updated with the answer of the ministry in Vesk."
    credit = "Ana Teller reported from Vesk."
    assert kept(*ARTICLE, note, credit).split() == " ".join(ARTICLE).split()
    assert note in kept(note, *ARTICLE, *ARTICLE)
