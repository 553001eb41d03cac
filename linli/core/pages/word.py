"""A document for a word processor: headings, paragraphs, tables with links, by python-docx.

    page = WordPage("2026年10月工作报告", made_at=at)
    page.heading("居民自治")
    page.table(("事项", "件数"), [("收到的诉求", Linked("34", "https://…"))])
    response(page.content(), "report.docx")

What it holds may be edited by whoever receives it; where that must not be, give a PDF (`paper`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from linli.core.pages.downloads import file_response

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY, _HEADING = "宋体", "黑体"


@dataclass(frozen=True, slots=True)
class Linked:
    """A text that leads somewhere."""

    text: str
    url: str


Content = str | Linked


class WordPage:
    """A document under way, on A4."""

    def __init__(self, title: str, *, made_at: datetime) -> None:
        # Read when one is made: every process of the house imports the pages, few ever make one.
        from docx import Document
        from docx.shared import Mm, Pt

        self._page = Document()
        section = self._page.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin = section.bottom_margin = Mm(25)
        about = self._page.core_properties
        about.title, about.author, about.comments = title, "", ""
        about.created = about.modified = made_at.replace(microsecond=0, tzinfo=None)
        self._dress("Normal", _BODY, Pt(12))
        for level in range(1, 4):
            self._dress(f"Heading {level}", _HEADING, Pt(18 - 2 * level))
        self._dress("Title", _HEADING, Pt(20))
        self._page.add_paragraph(title, style="Title")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading of level 1 to 3."""
        self._page.add_heading(text, level)

    def paragraph(self, text: str, *, quiet: bool = False) -> None:
        """A paragraph; its line breaks are kept. `quiet`: smaller, for notes."""
        from docx.shared import Pt

        for line in text.splitlines() or [""]:
            run = self._page.add_paragraph().add_run(line)
            if quiet:
                run.font.size = Pt(10)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[Content]]) -> None:
        """A table with lines; its heading row comes again on every page."""
        from docx.oxml import OxmlElement

        table = self._page.add_table(rows=1, cols=len(headings), style="Table Grid")
        for cell, heading in zip(table.rows[0].cells, headings, strict=True):
            cell.paragraphs[0].add_run(heading).bold = True
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            for cell, content in zip(table.add_row().cells, row, strict=True):
                self._write(cell.paragraphs[0], content)
        self._page.add_paragraph()

    def content(self) -> bytes:
        """The document as a .docx file."""
        file = BytesIO()
        self._page.save(file)
        return file.getvalue()

    def _write(self, paragraph: "Paragraph", content: Content) -> None:
        if isinstance(content, str):
            paragraph.add_run(content)
            return
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        to = self._page.part.relate_to(content.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), to)
        run = paragraph.add_run(content.text)
        run.font.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    def _dress(self, style: str, face: str, size: Any) -> None:
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        found: Any = self._page.styles[style]
        found.font.name, found.font.size = "Times New Roman", size
        found.font.color.rgb = RGBColor(0, 0, 0)
        # Chinese letters take their face from another attribute than Latin ones.
        faces = found.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            faces.attrib.pop(qn(theme), None)
        faces.set(qn("w:eastAsia"), face)


def word_response(content: bytes, name: str) -> HttpResponse:
    """The document as a file to keep."""
    return file_response(content, name, WORD_TYPE)
