"""The brief as a Word document, with the same bytes for the same content."""

import io
import zipfile
from typing import Any

from volteface.report_page.brief import brief
from volteface.report_page.content import Content
from volteface.report_page.inert import visible

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip archive can say."""
_FONT = "Arial"
"""On every machine, itself or in a face of the same widths."""
_CLOCK = ("created", "modified", "lastModifiedBy", "lastPrinted")


def brief_docx(content: Content) -> bytes:
    """The document's bytes; text stands in it as text, fields and links are not made."""
    # Imported here: no other part of the page needs it.
    from docx import Document  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    page = brief(content)
    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.5)
    for name, size in (("Normal", 9), ("List Bullet", 9), ("Heading 1", 11), ("Title", 18)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.paragraph_format.line_spacing = Pt(1.25 * size)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(6 if name == "Heading 1" else 0)
    document.add_paragraph(visible(page.title), style="Title")
    document.add_paragraph(visible(page.lead))
    for part in page.parts:
        document.add_heading(visible(part.heading), level=1)
        for point in part.points:
            document.add_paragraph(visible(point), style="List Bullet")
    document.add_paragraph().add_run(visible(page.foot)).italic = True
    _forget_clock(document)
    document.core_properties.title = visible(page.title)
    document.core_properties.author = "volteface"
    written = io.BytesIO()
    document.save(written)
    return _still(written.getvalue())


def _forget_clock(document: Any) -> None:  # noqa: ANN401 - python-docx names no public type
    """No dates that come from a template or a clock."""
    properties = document.core_properties._element  # noqa: SLF001 - there is no public way
    for child in list(properties):
        if child.tag.rpartition("}")[2] in _CLOCK:
            properties.remove(child)


def _still(archive: bytes) -> bytes:
    """The archive with one fixed date for all members."""
    still = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(member))
    return still.getvalue()
