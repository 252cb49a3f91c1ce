from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.reports import Skipped
from volteface.reports.article import Article

Apart = Callable[..., list[Article | Skipped]]
BODY = "Foreign Minister Ilse Brand said on Monday that no mediators would be accepted.\n"
LONG = BODY * 6


def mail(body: str = LONG, subject: str = "Fwd: Re: Brand says no", **headers: str) -> EmailMessage:
    """A mail sent on 4 June 2013."""
    message = EmailMessage(policy=default)
    message["Subject"] = subject
    message["Date"] = headers.pop("date", "Tue, 04 Jun 2013 23:30:00 +0200")
    for name, value in headers.items():
        message[name] = value
    if body:
        message.set_content(body)
    return message


def test_subject_is_the_title_and_the_day_of_sending_is_known(apart: Apart) -> None:
    """Marks of answering and sending on are no title; the day is the sender's."""
    (found,) = apart("a.eml", mail().as_bytes())
    assert isinstance(found, Article)
    assert found.title == "Brand says no"
    assert found.text.startswith("Brand says no\n\nForeign Minister")
    assert found.sent is not None
    assert (found.sent.earliest, found.published) == (date(2013, 6, 4), None)


def test_page_in_a_mail_is_taken_apart(apart: Apart) -> None:
    """A mail of markup alone gives its article; beside plain text the plain text counts."""
    only = EmailMessage(policy=default)
    only["Subject"] = "Brand says no"
    only.set_content(f"<html><body><article><p>{LONG}</p></article></body></html>", subtype="html")
    (found,) = apart("a.eml", only.as_bytes())
    assert isinstance(found, Article)
    assert "<p>" not in found.text
    both = mail()
    both.add_alternative(f"<html><body><p>other {LONG}</p></body></html>", subtype="html")
    (found,) = apart("a.eml", both.as_bytes())
    assert isinstance(found, Article)
    assert "other" not in found.text


def test_attachments_are_files(apart: Apart, docx: Callable[..., bytes]) -> None:
    """Documents and mails attached are read, pictures passed over, other files named."""
    message = mail()
    message.add_attachment(
        docx("Rebels said no."), maintype="application", subtype="msword", filename="in\\x.docx"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    message.add_attachment(b"123", maintype="application", subtype="x", filename="sheet.xlsx")
    message.add_attachment(mail("Other words of another mail."))
    found = apart("a.eml", message.as_bytes())
    assert {one.path for one in found if isinstance(one, Article)} == {
        "a.eml",
        "a.eml/x.docx",
        "a.eml/4.eml",
    }
    assert [one.path for one in found if isinstance(one, Skipped)] == ["a.eml/sheet.xlsx"]


def test_covering_note_gives_way_to_its_attachment(apart: Apart) -> None:
    """A few words above an attachment are no report, and that is said."""
    message = mail("See attached.")
    message.add_attachment(LONG.encode(), maintype="text", subtype="plain", filename="a.txt")
    note, found = apart("a.eml", message.as_bytes())
    assert note == Skipped("a.eml", "a covering note: its attachments are read")
    assert isinstance(found, Article)
    assert found.text == LONG.replace("\n", "\n")


def test_body_that_cannot_be_read_costs_no_attachment(apart: Apart) -> None:
    """The body has its line, the attachment is read."""
    message = mail("")
    message.set_content(b"\x00\x01words", maintype="text", subtype="plain")
    message.add_attachment(LONG.encode(), maintype="text", subtype="plain", filename="a.txt")
    body, found = apart("a.eml", message.as_bytes())
    assert isinstance(body, Skipped)
    assert "null bytes" in body.reason
    assert isinstance(found, Article)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\nwords without any header\n", "no mail: it has no header lines"),
        (mail("").as_bytes(), "a mail without text"),
        (b"X: y\n" * 50_000 + b"\nwords", "a message with endless headers: refused"),
    ],
)
def test_what_is_no_mail_says_so(apart: Apart, data: bytes, reason: str) -> None:
    """No headers, or nothing below them, is one line."""
    assert apart("a.eml", data) == [Skipped("a.eml", reason)]


def test_encodings_of_mail(apart: Apart) -> None:
    """Transfer encodings, character sets and encoded subjects are undone."""
    message = EmailMessage(policy=default)
    message["Subject"] = "Négociations"
    message.set_content("Le ministre a déclaré que la position n'a pas changé.", charset="latin-1")
    (found,) = apart("a.eml", message.as_bytes())
    assert isinstance(found, Article)
    assert found.text.startswith("Négociations\n\nLe ministre a déclaré")
    assert found.sent is None


def test_mails_inside_mails_end(apart: Apart) -> None:
    """Mails attached to mails are opened to some depth and then refused."""
    message = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    found = apart("a.eml", message.as_bytes())
    assert isinstance(found[-1], Skipped)
    assert "without end" in found[-1].reason


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damage_anywhere_never_raises(apart: Apart, data: st.DataObject) -> None:
    """Bytes changed anywhere give articles or reasons."""
    message = mail()
    message.add_alternative(f"<html><body><p>{LONG}</p></body></html>", subtype="html")
    message.add_attachment(b"words", maintype="text", subtype="plain", filename="a.txt")
    content = bytearray(message.as_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, 700))] = data.draw(st.integers(0, 255))
    assert all(isinstance(one, Article | Skipped) for one in apart("a.eml", bytes(content)))
