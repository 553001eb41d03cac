"""A word to those who came, who did not, or who wait."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.stepping import sent, step
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.forms.desk import WordForm
from linli.mechanisms.signup.queries.sheets import occasion_kept, sheet_kept
from linli.mechanisms.signup.views.tabs import desk_of


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def write_to(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Writes to some of a sheet; `?date=`: to those of one of its dates."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    about: Any = sheet
    back = desk_of(sheet)
    if request.GET.get("date"):
        occasion = occasion_kept(request.actor, request.community, _key(request.GET["date"]))
        if occasion.sheet_id != sheet.pk:
            raise Http404
        about = occasion
        back = reverse("signup:attendance", args=[request.community.code, occasion.pk])
    return step(
        request,
        WordForm(sent(request), about=about),
        lambda given: actions.write_to(about, by=request.actor, at=timezone.now(), **given),
        title=_("给报名的人发通知"),
        note=sheet.title,
        done=_("已发出；没有账号的人在“要打的电话”里。"),
        back=back,
        says=_("发出"),
    )


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
