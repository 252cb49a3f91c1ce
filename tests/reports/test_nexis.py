from volteface.reports.exported import Exported
from volteface.reports.nexis import exported

BODY = 'Foreign Minister Ilse Brand said no.\n\n"We shall not move," she added.'
OLDER = """
                               1 of 2 DOCUMENTS


                                  The Vesk Herald (Lorn)

                            June 4, 2013 Tuesday 8:12 PM GMT
                               Late Edition - Final

Brand rules out mediators in the war over
the Isles

BYLINE: Ana Teller
and Ivo Marsh

LENGTH: 678 words

HIGHLIGHT: Talks must begin
without conditions.

DATELINE: LORN

Foreign Minister Ilse Brand said no.

"We shall not move," she added.

Subject: the talks were hard, said one.

LOAD-DATE: June 5, 2013

SUBJECT: DIPLOMACY

                     Copyright 2013 Vesk Herald Limited
                            All Rights Reserved

\f
                               2 of 2 DOCUMENTS

              Copyright 2013 Astrian Press Agency
                       Astrian Press

                            June 6, 2013

Rebels answer

LENGTH: 12 words

Rebels said no.

GRAPHIC: Rebels

"""
NEWER = f"""User Name: = Ana Teller
Date and Time: = Monday, January 6, 2020 10:12:00 AM CET
Documents (2)
1. Brand rules out mediators
Client/Matter: -None-
2. Rebels answer

Brand rules out mediators

The Vesk Herald (Lorn)
June 4, 2013 Tuesday 8:12 PM GMT

Copyright 2013 Vesk Herald Limited All Rights Reserved

Section: WORLD
Length: 678 words
Highlight: Talks must begin without conditions.

Body

{BODY}

Subject: the talks were hard, said one.

Graphic

Brand in Lorn

Load-Date: June 5, 2013

End of Document


Rebels answer
Astrian Press
June 6, 2013
Length: 12 words
Body
Rebels said no.
Classification
Language: ENGLISH
End of Document
"""
TALKS = "\n\nSubject: the talks were hard, said one."


def test_older_exports() -> None:
    """Outlet, date, headline, labels, body: of the labels only the standfirst is text."""
    one, two = exported(OLDER.splitlines())
    assert one == Exported(
        "Brand rules out mediators in the war over the Isles",
        "The Vesk Herald",
        "June 4, 2013 Tuesday 8:12 PM GMT",
        BODY + TALKS,
        "Talks must begin without conditions.",
    )
    assert two == Exported("Rebels answer", "Astrian Press", "June 6, 2013", "Rebels said no.")


def test_newer_exports() -> None:
    """Headline, outlet, date, labels, body; the list of documents in front is no article."""
    one, two = exported(NEWER.splitlines())
    assert one == Exported(
        "Brand rules out mediators",
        "The Vesk Herald",
        "June 4, 2013 Tuesday 8:12 PM GMT",
        BODY + TALKS,
        "Talks must begin without conditions.",
    )
    assert two == Exported("Rebels answer", "Astrian Press", "June 6, 2013", "Rebels said no.")


def test_articles_without_a_date() -> None:
    """What can be told without the date is told."""
    older = "1 of 1 DOCUMENTS\n\nBrand says no\n\nLENGTH: 3 words\n\nShe said no.\n"
    assert list(exported(older.splitlines())) == [
        Exported("Brand says no", None, None, "She said no.")
    ]
    newer = "Brand says no\nVesk Herald\nLength: 3 words\nBody\nNo.\nEnd of Document\n"
    assert list(exported(newer.splitlines())) == [Exported("Brand says no", None, None, "No.")]


def test_article_without_anything() -> None:
    """A mark with nothing below it is an article without parts."""
    assert list(exported(["1 of 1 DOCUMENTS"])) == [Exported(None, None, None, "")]


def test_ordinary_text_is_no_export() -> None:
    """A sentence that has the words of a mark is none; nor is a mark without any label."""
    assert not list(exported(["He read 3 of 12 documents.", "The end of document."]))
    assert not list(exported(["She said no.", "End of Document"]))
