"""The filled file, the hand-over, and the letter that goes with it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _, pgettext
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import account_of
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.shapes import Crumb
from linli.lib.law import Refused, cite
from linli.partners.paperwork import actions
from linli.partners.paperwork.forms import HandOverForm
from linli.partners.paperwork.models import Asking, HandOver
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.queries.around import around_of
from linli.partners.paperwork.views import shapes
from linli.partners.paperwork.views.lists import add_refusal

STYLE = "paperwork/letter.css"
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
}


@needs("paperwork.fill")
@require_POST
def draw_file(request: Visit, asking_id: UUID) -> HttpResponse:
    """The form filled, in their layout. POST: drawing it opens the records in it, which is
    written down for each person."""
    asking = lists.asking_in(request.community, asking_id)
    if asking.is_emptied or asking.state not in ("listed", "handed_over"):
        raise Http404
    scope = request.POST.get("scope", HandOver.ALL)
    scope = scope if scope in (HandOver.ALL, HandOver.CHANGES) else HandOver.ALL
    drawn = actions.draw_file(asking, scope=scope, by=request.actor, at=timezone.now())
    name = f"{asking.file_name.rpartition('.')[0] or asking.file_name}.{drawn.ending}"
    return file_response(drawn.content, name, TYPES[drawn.ending])


@needs("paperwork.fill")
def hand_over(request: Visit, asking_id: UUID) -> HttpResponse:
    """To whom, when, on what ground, after how many minutes; then it is done."""
    asking = lists.asking_in(request.community, asking_id)
    now = filled.fill(asking, timezone.localdate())
    changes = filled.compare(now, asking.earlier)
    form = HandOverForm(
        request.POST or None, scopes=_scopes(changes), initial={"seen": asking.version}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(asking, by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Replayed:
            return redirect("paperwork:form", request.community.code, asking.pk)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("交表记下了，说明信可以打印。"))
            return redirect("paperwork:form", request.community.code, asking.pk)
    context = {"form": form, "asking": asking, "filled": now, "changes": changes,
               "crumbs": shapes.crumbs(asking, Crumb(pgettext("a filled form", "交表")))}  # fmt: skip
    status = 422 if form.errors else 200
    return answer(request, "paperwork/hand_over.html", context, status=status)


@needs("paperwork.see")
@require_safe
def letter(request: Visit, asking_id: UUID) -> HttpResponse:
    """The letter that goes with the form, to be printed from the browser."""
    asking = lists.asking_in(request.community, asking_id)
    context = {
        "asking": asking,
        "letter": _letter(request, asking),
        "can_draw": can_draw(),
        "crumbs": shapes.crumbs(asking, Crumb(_("说明信"))),
    }
    return answer(request, "paperwork/letter.html", context)


@needs("paperwork.see")
@require_safe
def letter_pdf(request: Visit, asking_id: UUID) -> HttpResponse:
    """The same as a PDF; where this machine cannot draw one, the page is printed."""
    asking = lists.asking_in(request.community, asking_id)
    if not can_draw():
        raise Http404
    html = render_to_string("paperwork/letter_pdf.html", {"letter": _letter(request, asking)})
    return pdf_response(as_pdf(html, [STYLE]), f"letter-{asking.due_on:%Y%m%d}.pdf")


def _scopes(changes: filled.Changes | None) -> list[str]:
    """What may be handed over, the likeliest first."""
    if changes is None:
        return [HandOver.ALL]
    if changes.none:
        return [HandOver.NO_CHANGE, HandOver.ALL]
    return [HandOver.CHANGES, HandOver.ALL] if changes.rows else [HandOver.ALL]


def _letter(request: Visit, asking: Asking) -> str:
    """The letter in the language of the place, whoever prints it."""
    on = timezone.localdate()
    handed = lists.hand_over_of(asking)
    now = filled.fill(asking, on)
    changes = filled.compare(now, asking.earlier) if handed is None else None
    had = lists.share_had(lists.had_already(asking))
    context: dict[str, Any] = {
        "asking": asking,
        "handed": handed,
        "on": timezone.localdate(handed.at) if handed else on,
        "signer": handed.signed_as if handed else account_of(request.actor.account).label,
        "unit": around_of(asking, request.actor.account, on)["unit"],
        "rows": handed.rows if handed else len(now.rows),
        "no_change": handed.scope == HandOver.NO_CHANGE
        if handed
        else bool(changes and changes.none),
        "changes_only": bool(handed and handed.scope == HandOver.CHANGES),
        "since": handed.since if handed else asking.earlier.state_since if asking.earlier else None,
        "left_empty": [slot.title for slot in now.slots if slot.is_left_empty],
        "articles": [cite(f"pipl.{number}") for number in ("6", "13", "28")],
        "handler": cite("pipl.23"),
        "had": had,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("paperwork/_letter.html", context)
