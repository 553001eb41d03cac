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

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.access.queries import account_of
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.lib.law import Finding
from linli.mechanisms.flow.queries import moves_open, timeline
from linli.partners.organisations.actions import social as acts
from linli.partners.organisations.flows_social import SOCIAL
from linli.partners.organisations.forms.social import SocialChangeForm, SocialForm, SocialWriteForm
from linli.partners.organisations.grants_told import calls_page, grants_of
from linli.partners.organisations.law_social import checklist, way_of
from linli.partners.organisations.models.social import CATEGORIES, SocialOrganisation
from linli.partners.organisations.queries import social
from linli.partners.organisations.rules.social import may_file
from linli.partners.organisations.spaces import spaces_of
from linli.partners.organisations.views.social_steps import DONE, STEPS

HANDS_IN = ("hand_in", "supplement")
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
        "calls": calls_page(here),
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
        "begins": request.actor.account is None
        or may("organisations.propose_social", request.actor, here),
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
        "grants": [each for each in grants_of(here, row.pk) if each.granted],
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


@needs("organisations.propose_social")
def propose(request: Visit) -> HttpResponse:
    """Begins an organisation."""
    form = SocialForm(sent(request), initial={"phone": _own_phone(request)})

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
    own = may("organisations.own_social", request.actor, row)
    if own:
        _look(request, row)
    wants = {"send_to_register": way_of(row, on)}
    wants.update((move, gap) for move in HANDS_IN for gap in _gaps(row, on)[:1])
    offers = moves_open(SOCIAL, row, request.actor, wants)
    context = {
        "shell": DESK if desk else PORTAL,
        "row": row,
        "desk": desk,
        "own": own,
        "looks": social.looks_at(row) if _proposed(request, row) else None,
        "keeps": may("organisations.keep_social", request.actor, row),
        "moves": _steps_open(offers, row),
        "writes": [each.move.name for each in offers if each.open],
        "entries": timeline(SOCIAL, row, public=False),
        **_filing_of(request, row, on),
        **_life_of(row, on),
    }
    return answer(request, "organisations/social/case.html", context)


def _filing_of(request: Visit, row: SocialOrganisation, on: date) -> dict[str, Any]:
    """What the filing still wants, and who decides."""
    lines = checklist(row, on)
    unsent = row.state in ("draft", "supplement")
    return {
        "checklist": lines,
        "filing": may_file(way_of(row, on)),
        "incomplete": unsent and not all(each.holds for each in lines),
        "files": may("organisations.file_social", request.actor, row),
    }


def _gaps(row: SocialOrganisation, on: date) -> list[Finding]:
    """The lines of the checklist that are still open."""
    return [each for each in checklist(row, on) if not each.holds]


def _own_phone(request: Visit) -> str:
    """The telephone of whoever founds one for themselves, so that it need not be typed; the desk
    writes for others."""
    if may("organisations.see_social_desk", request.actor, request.community):
        return ""
    return account_of(request.actor.account).phone.removeprefix("+86")


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
    row = social.own_for(request.actor, request.community, row_id)
    _theirs(request, row, "change" if (change := row.on_record) else "write")
    if request.method != "POST":
        _look(request, row)
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
    row = social.own_for(request.actor, request.community, row_id)
    if move not in STEPS:
        raise Http404
    _theirs(request, row, move)
    form, act, _icon, note = STEPS[move]
    chosen, on = SOCIAL.move(move), timezone.localdate()
    return step(
        request,
        form(sent(request), row=row),
        lambda said: act(row, **said, by=request.actor, at=timezone.now()),
        title=chosen.title,
        note=note,
        done=DONE.get(move, chosen.told),
        findings=_gaps(row, on) if move in HANDS_IN else (),
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
        "applications": grants_of(row.community, row.pk)[:10],
        "spaces": spaces_of(row.community),
    }


def _proposed(request: Visit, row: SocialOrganisation) -> bool:
    return request.actor.account is not None and row.handed_in_by_id == request.actor.account


def _theirs(request: Visit, row: SocialOrganisation, move: str) -> None:
    """A form is there for whoever may take its step (Http404)."""
    if not may(SOCIAL.move(move).who, request.actor, row):
        raise Http404


def _look(request: Visit, row: SocialOrganisation) -> None:
    """That the leader's name is opened is written down, unless their own group opens it."""
    if (row.leader or row.phone) and not _proposed(request, row):
        record_opening(social.OPENED, request.actor, row, at=timezone.now(), about=None)


def _case(request: Visit, row_id: UUID) -> str:
    return reverse("organisations:social_case", args=[request.community.code, row_id])
