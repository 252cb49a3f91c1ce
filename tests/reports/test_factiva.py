from volteface.reports.exported import Exported
from volteface.reports.factiva import exported

BODY = 'Foreign Minister Ilse Brand said no.\n\n"We shall not move," she added.'
PLAIN = f"""Page 1 of 5 © 2020 Factiva, Inc. All rights reserved.
World News
Brand rules out mediators
By Ana Teller
532 words
4 June 2013
14:22
Vesk Herald Online
VHOL
English
(c) 2013 Vesk Herald Limited

{BODY}

Document VHOL000020130604e9640002t

Rebels answer the minister
12 Wörter
6 June 2013
Astrian Press
English
Copyright 2013. Astrian Press.
Rebels said no.
Dokument APA0000020130606e96600001
Search Summary
Text  Brand
"""
TAGGED = """HD         Brand rules
           out mediators
BY         Ana Teller
WC         532 words
PD         4 June 2013
SN\tVesk Herald
CY         (c) 2013 Vesk Herald
LP
Foreign Minister Ilse Brand said no.
TD
"We shall not move," she added.

US ships left.

NS         gdip : International Relations
AN         Document VHOL000020130604e9640002t
"""


def test_articles_by_order() -> None:
    """Headline, count of words, date, source, copyright, body; the summary is no article."""
    one, two = exported(PLAIN.splitlines())
    assert one == Exported("Brand rules out mediators", "Vesk Herald Online", "4 June 2013", BODY)
    assert two == Exported(
        "Rebels answer the minister", "Astrian Press", "6 June 2013", "Rebels said no."
    )


def test_articles_by_tags() -> None:
    """Each part below its tag; a line that begins with other capitals belongs to the text."""
    (found,) = exported(TAGGED.splitlines())
    assert found == Exported(
        "Brand rules out mediators", "Vesk Herald", "4 June 2013", f"{BODY}\n\nUS ships left."
    )


def test_headers_that_lack_parts() -> None:
    """Without a copyright line a blank line ends the header; without a count all is body."""
    end = "Document VHOL000020130604e9640002t"
    lines = ["Brand says no", "5 words", "4 June 2013", "Vesk Herald", "", "She said no.", end]
    assert list(exported(lines)) == [
        Exported("Brand says no", "Vesk Herald", "4 June 2013", "She said no.")
    ]
    assert list(exported(["She said no.", end])) == [Exported(None, None, None, "She said no.")]
    lines = ["Brand says no", "5 words", "English", "(c) Herald", "She said no.", end]
    assert list(exported(lines)) == [Exported("Brand says no", None, None, "She said no.")]


def test_ordinary_text_is_no_export() -> None:
    """A line that begins with the word is none."""
    assert not list(exported(["Document 12 was signed.", "Document 1 of 20"]))
