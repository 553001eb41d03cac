"""A paper as a PDF, and as a document for a word processor."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.paper import as_pdf
from linli.core.pages.word import WordPage
from linli.safety.mediation.papers.sheets import File, Pairs, Sheet, Sign, Table, Text

STYLE = "mediation/papers.css"


def drawn(context: dict[str, Any]) -> str:
    """The paper as HTML, in the language of the place whoever prints it."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("mediation/_papers.html", context)


def sheet_pdf(sheet: Sheet, issuer: str) -> bytes:
    """One paper."""
    return _pdf({"sheets": [sheet], "issuer": issuer})


def file_pdf(file: File, issuer: str) -> bytes:
    """The whole file: cover, index with page numbers, papers."""
    return _pdf({"file": file, "sheets": file.there, "issuer": issuer})


def sheet_word(sheet: Sheet, issuer: str, at: datetime) -> bytes:
    """One paper."""
    with translation.override(settings.LANGUAGE_CODE):
        page = FilePage(sheet.title, made_at=at)
        page.paragraph(issuer, quiet=True)
        page.blocks(sheet)
        return page.content()


def file_word(file: File, issuer: str, at: datetime) -> bytes:
    """The whole file; the page numbers of its index are fields, which fill themselves in when it
    is opened."""
    with translation.override(settings.LANGUAGE_CODE):
        page = FilePage(file.title, made_at=at)
        page.paragraph(issuer, quiet=True)
        page.pairs(file.cover)
        if file.missing:
            page.paragraph(_("草稿，卷宗还不齐："))
            page.paragraph("\n".join(file.missing))
        page.heading(_("卷内目录"))
        page.index(file)
        for sheet in file.there:
            page.new_page()
            page.marked_heading(f"{sheet.number}. {sheet.title}", f"paper{sheet.number}")
            page.blocks(sheet)
        return page.content()


class FilePage(WordPage):
    """A document of mediation papers: forms, blanks to sign, an index with page numbers."""

    def __init__(self, title: str, *, made_at: datetime) -> None:
        super().__init__(title, made_at=made_at)
        self._marks = 0
        footer = self._page.sections[0].footer.paragraphs[0]
        footer.alignment = 1
        self._field(footer, "PAGE")

    def new_page(self) -> None:
        """What follows begins on a page of its own."""
        self._page.add_page_break()

    def pairs(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Terms beside what is said of them."""
        table = self._page.add_table(rows=0, cols=2, style="Table Grid")
        for term, what in rows:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(term).bold = True
            cells[1].paragraphs[0].add_run(what)
        self._page.add_paragraph()

    def index(self, file: File) -> None:
        """Number, paper, page; where a must is missing, what."""
        table = self._page.add_table(rows=1, cols=3, style="Table Grid")
        for cell, heading in zip(
            table.rows[0].cells, (_("序号"), _("材料"), _("页码")), strict=True
        ):
            cell.paragraphs[0].add_run(heading).bold = True
        for sheet in file.sheets:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(str(sheet.number))
            told = f"{sheet.title}（{sheet.lacks}）" if sheet.lacks else sheet.title
            cells[1].paragraphs[0].add_run(told)
            if sheet.present:
                self._field(cells[2].paragraphs[0], f"PAGEREF paper{sheet.number}")
            else:
                cells[2].paragraphs[0].add_run("—")
        self._page.add_paragraph()

    def marked_heading(self, text: str, mark: str) -> None:
        """A heading the index points to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        heading = self._page.add_heading(text, 1)
        self._marks += 1
        for name in ("bookmarkStart", "bookmarkEnd"):
            element = OxmlElement(f"w:{name}")
            element.set(qn("w:id"), str(self._marks))
            if name == "bookmarkStart":
                element.set(qn("w:name"), mark)
                heading._p.insert(0, element)
            else:
                heading._p.append(element)

    def blocks(self, sheet: Sheet) -> None:
        """What a paper says, and the blanks to be signed."""
        for block in sheet.blocks:
            match block:
                case Pairs(rows):
                    self.pairs(rows)
                case Text(heading, words):
                    if heading:
                        self.heading(heading, 2)
                    self.paragraph(words)
                case Table(heading, columns, rows):
                    if heading:
                        self.heading(heading, 2)
                    self.table(columns, rows)
                case Sign():
                    self.paragraph(blank_of(block))

    def _field(self, paragraph: Any, instruction: str) -> None:
        """A number the word processor fills in itself."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), instruction)
        field.set(qn("w:dirty"), "true")
        run = paragraph.add_run("1")
        field.append(run._r)
        paragraph._p.append(field)


def blank_of(sign: Sign) -> str:
    """A line to sign, to seal or to print a thumb on."""
    what = _("（盖章）") if sign.seal else _("（签名、盖章或者按指印）")
    return f"{sign.who}{what}：______________　{sign.day or _('    年  月  日')}"


def _pdf(context: dict[str, Any]) -> bytes:
    html = f'<!doctype html><html lang="zh-hans"><meta charset="utf-8">{drawn(context)}</html>'
    return as_pdf(html, [STYLE])
