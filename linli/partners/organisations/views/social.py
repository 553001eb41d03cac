"""Community social organisations: for everybody, for whoever founds one, and a case in full."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.partners.organisations.actions import social as acts
from linli.partners.organisations.flows_social import SOCIAL
from linli.partners.organisations.forms.social import SocialChangeForm, SocialForm, SocialWriteForm
from linli.partners.organisations.law_social import checklist, way_of
from linli.partners.organisations.models.social import CATEGORIES, SocialOrganisation
from linli.partners.organisations.queries import social, social_grants
from linli.partners.organisations.rules.social import may_file
from linli.partners.organisations.spaces import spaces_of
from linli.partners.organisations.views.social_steps import STEPS

PORTAL, DESK = "portal.html", "desk.html"
BEGINNING: dict[str, Any] = {
    "title": _("成立一个组织"),
    "note": _("先写名称和做什么就可以存下来；还缺什么，下一页的清单会告诉您。"),
    "done": _("存下来了。对照清单补齐，就可以递交备案。"),
    "says": _("存下来"),
    "frame": PORTAL,
}


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Who is on record here, by category."""
    here, on = request.community, timezone.localdate()
    category = request.GET.get("category", "")
    page = social.public_page(here, category, request.GET.get("after", ""))
    rows = [social.told(row, on) for row in page.rows]
    context = {
        "rows": rows,
        "after": page.after,
        "category": category,
        "categories": CATEGORIES,
        "merits": social.merits_told(here),
        "desk": may("organisations.see_social_desk", request.actor, here),
    }
    return answer(request, "organisations/social/list.html", context, json={"groups": rows})


@public
@require_safe
def guide(request: Visit) -> HttpResponse:
    """How an organisation is founded: what it is, the checklist, which way."""
    here, on = request.community, timezone.localdate()
    blank = SocialOrganisation(community=here)
    context = {
        "way": way_of(blank, on),
        "spaces": spaces_of(here),
        "categories": [title for _name, title in CATEGORIES],
    }
    return answer(request, "organisations/social/guide.html", context)


@public
@require_safe
def show(request: Visit, row_id: UUID) -> HttpResponse:
    """One organisation as everybody reads it."""
    here, on = request.community, timezone.localdate()
    row = social.public_one(here, row_id)
    summaries = list(row.summaries.all()[:5])
    context = {
        "row": row,
        "told": social.told(row, on),
        "deeds": [
            (each, social.told_count(each.people, here, on)) for each in row.deeds.all()[:20]
        ],
        "summaries": [(each, social.told_count(each.people, here, on)) for each in summaries],
        "merits": social.merits_told(here, of=row),
        "grants": social_grants.granted_to(row),
        "spaces": spaces_of(here),
        "entries": timeline(SOCIAL, row, public=True),
        "own": may("organisations.own_social", request.actor, row),
    }
    return answer(request, "organisations/social/show.html", context)


@signed_in
@require_safe
def show_mine(request: Visit) -> HttpResponse:
    """What this reader proposed."""
    context = {"rows": social.mine(request.actor, request.community)}
    return answer(request, "organisations/social/mine.html", context)


@signed_in
def propose(request: Visit) -> HttpResponse:
    """Begins an organisation."""
    form = SocialForm(sent(request))

    def carry_out(said: dict[str, Any]) -> Any:
        try:
            return acts.propose_social(
                request.community,
                said=form.proposed,
                by=request.actor,
                at=timezone.now(),
                once=said["once"],
            ).pk
        except Replayed as earlier:  # the same form came twice; once is enough
            return earlier.subject

    return step(
        request,
        form,
        carry_out,
        **BEGINNING,
        back=reverse("organisations:social_guide", args=[request.community.code]),
        leads_to=lambda key: _case(request, key),
    )


@signed_in
@require_safe
def show_case(request: Visit, row_id: UUID) -> HttpResponse:
    """One in full: the checklist, which way, guidance, what may be done now."""
    row = social.case_for(request.actor, request.community, row_id)
    at = timezone.now()
    on = timezone.localdate(at)
    desk = may("organisations.see_social_desk", request.actor, row)
    if row.leader and row.handed_in_by_id != request.actor.account:
        record_opening(social.OPENED, request.actor, row, at=at, about=None)
    way = way_of(row, on)
    offers = moves_open(SOCIAL, row, request.actor, {"send_to_register": way})
    context = {
        "shell": DESK if desk else PORTAL,
        "row": row,
        "desk": desk,
        "own": may("organisations.own_social", request.actor, row),
        "keeps": may("organisations.keep_social", request.actor, row),
        "checklist": checklist(row, on),
        "filing": may_file(way),
        "moves": _steps_open(offers, row),
        "writes": [each.move.name for each in offers if each.open],
        "entries": timeline(SOCIAL, row, public=False),
        **_life_of(row, on),
    }
    return answer(request, "organisations/social/case.html", context)


def _steps_open(offers: Any, row: Any) -> list[Any]:
    """The steps with a page of their own; a contact that is not shown cannot be hidden."""
    hidden = set() if row.contact_public else {"hide_contact"}
    return [
        each
        for each in offers
        if each.open and each.move.name in STEPS and each.move.name not in hidden
    ]


@signed_in
def write(request: Visit, row_id: UUID) -> HttpResponse:
    """Writes the draft; what is on record is changed with a reason, by the desk."""
    row = social.case_for(request.actor, request.community, row_id)
    change = row.on_record
    form = (SocialChangeForm if change else SocialWriteForm)(sent(request), row=row)

    def carry_out(said: dict[str, Any]) -> None:
        given = {"said": form.proposed, "seen": said["seen"]}
        with suppress(Replayed):  # the same form came twice; once is enough
            if change:
                given["reason"] = said["reason"]
            act = acts.change_social if change else acts.write_social
            act(row, **given, by=request.actor, at=timezone.now(), once=said["once"])

    return step(
        request,
        form,
        carry_out,
        title=_("变更备案事项") if change else _("修改材料"),
        note=row.name,
        done=_("保存了。"),
        back=_case(request, row.pk),
        frame=DESK if may("organisations.see_social_desk", request.actor, row) else PORTAL,
        says=_("保存"),
    )


@signed_in
def take_move(request: Visit, row_id: UUID, move: str) -> HttpResponse:
    """A step of the filing."""
    row = social.case_for(request.actor, request.community, row_id)
    if move not in STEPS:
        raise Http404
    form, act, _icon, note = STEPS[move]
    chosen = SOCIAL.move(move)
    return step(
        request,
        form(sent(request), row=row),
        lambda said: act(row, **said, by=request.actor, at=timezone.now()),
        title=chosen.title,
        note=note,
        done=chosen.told,
        back=_case(request, row.pk),
        frame=DESK if may("organisations.see_social_desk", request.actor, row) else PORTAL,
    )


@signed_in
@require_safe
def show_receipt(request: Visit, row_id: UUID) -> HttpResponse:
    """The receipt of a filing, to print and keep."""
    row = social.case_for(request.actor, request.community, row_id)
    if not row.serial:
        raise Http404
    context = {"row": row, "told": social.told(row, timezone.localdate())}
    return answer(request, "organisations/social/receipt.html", context)


def _life_of(row: SocialOrganisation, on: date) -> dict[str, Any]:
    return {
        "deeds": row.deeds.all()[:10] if row.on_record else (),
        "summaries": row.summaries.all()[:5],
        "owed": social.summaries_owed(row.community, on, of=row),
        "merits": social.merits_told(row.community, of=row),
        "applications": list(row.applications.select_related("round")[:10]),
        "spaces": spaces_of(row.community),
    }


def _case(request: Visit, row_id: UUID) -> str:
    return reverse("organisations:social_case", args=[request.community.code, row_id])
