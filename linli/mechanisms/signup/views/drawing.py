"""The lot: drawn at the desk, and laid open so that anybody can draw again."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.forms.desk import DrawForm
from linli.mechanisms.signup.queries.sheets import sheet_kept, sheet_shown
from linli.mechanisms.signup.views.tabs import desk_of


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Draws, once, after the closing."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    return step(
        request,
        DrawForm(sent(request)),
        lambda given: actions.draw(sheet, by=request.actor, at=timezone.now(), **given),
        title=_("抽签"),
        note=_("抽签后不能重来。种子、这个词和抽出的编号顺序都会公开，谁都可以照着再算一遍。"),
        done=_("已抽签，结果已通知报名的人。"),
        back=desk_of(sheet),
        leads_to=lambda _made: reverse("signup:lot", args=[request.community.code, sheet.pk]),
    )


@public
@require_safe
def show_lot(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Before the draw the digest of the seed; afterwards all it takes to draw again. Numbers of
    entries, and nobody's name."""
    sheet = sheet_shown(request.actor, request.community, sheet_id)
    drawn = sheet.drawn_at is not None
    lines = [
        {"number": number, "seats": seats, "placed": placed}
        for number, seats, placed in sheet.drawn
    ]
    again = rules.drawn_order(sheet.seed, [each["number"] for each in lines], sheet.draw_word)
    context = {
        "sheet": sheet,
        "drawn": drawn,
        "seed": sheet.seed if drawn else "",
        "lines": lines,
        "same": drawn
        and again == [each["number"] for each in lines]
        and rules.digest_of(sheet.seed) == sheet.seed_digest,
    }
    data = {
        "seed_sha256": sheet.seed_digest,
        "seed": context["seed"],
        "word": sheet.draw_word if drawn else "",
        "order": lines,
    }
    return answer(request, "signup/lot.html", context, json=data)
