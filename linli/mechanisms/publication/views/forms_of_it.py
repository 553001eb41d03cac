"""The other forms of one notice: board sheet, large print, text with a code, script, original."""

import io
from typing import Any
from uuid import UUID

import segno
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from linli.core.access.gates import public
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.mechanisms.publication.face import Face
from linli.mechanisms.publication.renditions import as_text, original_of, script_of
from linli.mechanisms.publication.views.shapes import address_of, guarded, loaded, own_face


def _size(request: Any) -> str:
    return "A3" if request.GET.get("size") == "A3" else "A4"


@public
@require_safe
def print_sheet(request: Any, notice: UUID) -> HttpResponse:
    """The notice as it hangs on the board, on A4 or A3 paper."""
    face = own_face(request, notice)
    context = {
        "face": face,
        "size": _size(request),
        "community": request.community,
        "url": address_of(request, notice),
        "can_draw": can_draw(),
    }
    return guarded(answer(request, "publication/sheet.html", context), face)


@public
@require_safe
def sheet_file(request: Any, notice: UUID) -> HttpResponse:
    """The same as a PDF, where this machine can draw one."""
    face = own_face(request, notice)
    if not can_draw():
        raise Http404
    size = _size(request)
    html = sheet_html(face, size, address_of(request, notice))
    styles = ["publication/paper.css", f"publication/paper-{size.lower()}.css"]
    return guarded(pdf_response(as_pdf(html, styles), f"{face.number}-{size}.pdf"), face)


def sheet_html(face: Face, size: str, url: str) -> str:
    """The page a PDF of the sheet is drawn from."""
    with translation.override(face.locale):
        return render_to_string(
            "publication/sheet_pdf.html", {"face": face, "size": size, "url": url}
        )


@public
@require_safe
def large_print(request: Any, notice: UUID) -> HttpResponse:
    """The notice in large print, to be read at home or handed over at the counter."""
    face = own_face(request, notice)
    context = {"face": face, "community": request.community, "url": address_of(request, notice)}
    return guarded(answer(request, "publication/large.html", context), face)


@public
@require_safe
def paste_text(request: Any, notice: UUID) -> HttpResponse:
    """The notice as a plain message to paste into a group."""
    face = own_face(request, notice)
    text = _text(request, face)
    return guarded(HttpResponse(text, content_type="text/plain; charset=utf-8"), face)


@public
@require_safe
def share(request: Any, notice: UUID) -> HttpResponse:
    """The same with a button to copy it, and the code of the page as a picture."""
    face = own_face(request, notice)
    context = {
        "face": face,
        "community": request.community,
        "text": _text(request, face),
        "url": address_of(request, notice),
    }
    return guarded(answer(request, "publication/share.html", context), face)


@public
@require_safe
def code_picture(request: Any, notice: UUID) -> HttpResponse:
    """The code that leads to the page, as a PNG to be sent into a group."""
    face = own_face(request, notice)
    picture = io.BytesIO()
    segno.make(address_of(request, notice), error="m", micro=False).save(
        picture, kind="png", scale=12, border=4
    )
    return guarded(file_response(picture.getvalue(), f"{face.number}.png", "image/png"), face)


@public
@require_safe
def read_out(request: Any, notice: UUID) -> HttpResponse:
    """What a volunteer reads out on the telephone or at the door."""
    face = own_face(request, notice)
    with translation.override(face.locale):
        said = script_of(face)
    context = {"face": face, "community": request.community, "said": said}
    return guarded(answer(request, "publication/script.html", context), face)


@public
@require_safe
def original(request: Any, notice: UUID) -> HttpResponse:
    """The kept form as a file: its SHA-256 is the digest on the page and on the sheet."""
    posting, template = loaded(request, notice)
    if not posting.is_up(timezone.now()):
        raise Http404
    content = original_of(posting, template)
    if content is None:
        raise Http404
    response = file_response(content, f"{posting.number}.json", "application/json")
    return guarded(response, own_face(request, notice))


def _text(request: Any, face: Face) -> str:
    with translation.override(face.locale):
        return as_text(face, address_of(request, face.id))
