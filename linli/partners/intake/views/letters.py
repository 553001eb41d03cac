"""A letter as it went out: to be read, printed, kept as a PDF, or pasted; in either language."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import ENGLISH, SOURCE
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.shapes import Tab
from linli.partners.intake.letters import unread
from linli.partners.intake.models import Letter
from linli.partners.intake.queries import letter_for

STYLE = "intake/letter.css"
LANGUAGES = ((SOURCE, "中文"), (ENGLISH, "English"))


@needs("intake.see_desk")
@require_safe
def show(request: Visit, letter_id: UUID) -> HttpResponse:
    """The letter on a page that prints, with its text to paste."""
    letter = letter_for(request.actor, request.community, letter_id)
    language = _language(request)
    refused = letter.kind == "refusal" and letter.request.ground
    context = {
        "letter": letter,
        "can_draw": can_draw(),
        "unread": unread(letter.request, letter.request.ground) if refused else (),
        "tabs": [Tab(name, f"?in={code}", code == language) for code, name in LANGUAGES],
        **_parts(letter, language),
    }
    return answer(request, "intake/letter.html", context)


@needs("intake.see_desk")
@require_safe
def download(request: Visit, letter_id: UUID) -> HttpResponse:
    """The letter as a PDF; where this machine cannot draw one, the page prints the same."""
    letter = letter_for(request.actor, request.community, letter_id)
    if not can_draw():
        raise Http404
    context = {"letter": letter, **_parts(letter, _language(request))}
    html = render_to_string("intake/letter_pdf.html", context)
    return pdf_response(as_pdf(html, [STYLE]), f"letter-{letter.number}.pdf")


def _language(request: Visit) -> str:
    """The language asked for, else the reader's."""
    asked = request.GET.get("in", "")
    if asked in dict(LANGUAGES):
        return asked
    return ENGLISH if (translation.get_language() or SOURCE).startswith(ENGLISH) else SOURCE


def _parts(letter: Letter, language: str) -> dict[str, Any]:
    """What it is, to whom, what is said, and the two lines it is signed with."""
    words = letter.text[language]
    lines = words.split("\n")
    with translation.override(language):
        title = letter.get_kind_display()
    return {
        "language": language,
        "title": title,
        "words": words,
        "to": lines[0],
        "paragraphs": lines[1:-2],
        "signed": lines[-2:],
    }
