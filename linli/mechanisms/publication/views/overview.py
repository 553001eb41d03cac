"""The desk's notices: what is up and comes down when, what waits, what still hangs; one of them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.forms import HangForm, WithdrawForm
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import boards as on_boards, desk
from linli.mechanisms.publication.queries.rounds import reach_of
from linli.mechanisms.publication.views.shapes import loaded


@needs("publication.see_desk")
@require_safe
def overview(request: Visit) -> HttpResponse:
    """What is up, what comes down when, what waits for release, what is to be taken off."""
    community, at = request.community, timezone.now()
    up = desk.up_now(community, at)
    context = {
        "tabs": tabs(request, "overview"),
        "up": up,
        "bare": [line for line in up if not line.hangs],
        "coming": desk.coming_up(community, at),
        "drafts": [
            (line, way_to_draft(request, line.posting, line.template))
            for line in desk.drafts(community)
        ],
        "over": on_boards.to_take_off(community, at),
        "ended": desk.ended_lately(community, at),
        "boards": on_boards.boards_of(community, timezone.localdate(at)),
    }
    return answer(request, "publication/desk/overview.html", context)


@needs("publication.see_desk")
@require_safe
def manage(request: Visit, notice: UUID) -> HttpResponse:
    """One notice for the desk: where it hangs, whom it reached, what was objected, its history."""
    return show_managed(request, notice)


def show_managed(
    request: Visit, notice: UUID, *, hang_form: Any = None, status: int = 200
) -> HttpResponse:
    """The page of one notice, also with what was wrong in one of its forms."""
    posting, template = loaded(request, notice)
    at = timezone.now()
    on = timezone.localdate(at)
    boards = list(on_boards.boards_of(request.community, on))
    rows = list(on_boards.hangings_of(posting))
    context = {
        "posting": posting,
        "template": template,
        "heading": heading_of(posting, template),
        "up": posting.is_up(at),
        "to_come": posting.listed_at is not None and posting.listed_at > at,
        "hangings": [(row, list(files_of(row))) for row in rows],
        "hang_form": hang_form or (HangForm(boards=boards) if boards else None),
        "reach": reach_of(posting, on) if posting.round_begun_at else None,
        "objections": posting.objections.order_by("raised_at"),
        "versions": posting.versions.select_related("account").order_by("-version"),
        "may_withdraw": may("publication.withdraw", request.actor, request.community),
        "withdraw_form": WithdrawForm(),
        "book": entries_of(posting.pk),
        "forms": forms_of(request, posting),
    }
    return answer(request, "publication/desk/manage.html", context, status=status)


def forms_of(request: Visit, posting: Posting) -> list[tuple[str, Any, str]]:
    """The other forms of a notice that is up: icon, name, address."""
    here = [request.community.code, posting.pk]
    return [
        ("pin", _("张贴版"), reverse("publication:sheet", args=here) + "?size=A3"),
        ("text-size", _("大字版"), reverse("publication:large", args=here)),
        ("copy", _("发到群里"), reverse("publication:share", args=here)),
        ("phone", _("电话告知稿"), reverse("publication:script", args=here)),
    ]


def way_to_draft(request: Visit, posting: Posting, template: Any) -> str:
    """Where a draft is looked at: the practice's own page where it has one."""
    page = template.prepared_at or "publication:draft"
    if not (template.prepared_at or template.by_hand):
        return ""
    return reverse(page, args=[request.community.code, posting.pk])


def tabs(request: Visit, current: str) -> list[Tab]:
    """The parts of the notice desk."""
    here = {"community_code": request.community.code}
    waiting = desk.waiting_counts(request.community)
    parts: list[tuple[str, Any, int | None]] = [
        ("overview", _("正在公示"), None),
        ("objections", _("异议"), waiting["objections"] or None),
        ("boards", _("公告栏"), None),
    ]
    return [
        Tab(title, reverse(f"publication:{name}", kwargs=here), name == current, count)
        for name, title, count in parts
    ]
