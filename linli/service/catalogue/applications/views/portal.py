"""Help to apply for residents: what there is, asking for it, one's own and whose turn it is."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.audit.queries import closed_entries_of
from linli.core.local_law.words import tell_source
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.mechanisms.flow.queries import timeline
from linli.service.catalogue.applications import actions, forms, limits, queries, told
from linli.service.catalogue.applications.flows import APPLICATION, BEFORE_DECISION
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import Path, papers_named, paths

AGAIN = ("refused", "lowered", "ended", "withdrawn")


@public
@require_safe
def start(request: Visit) -> HttpResponse:
    """What one can be helped to apply for, and who decides each."""
    may_wish = may("catalogue.wish_for_help", request.actor, request.community)
    context = {"paths": list(paths().values()), "may_wish": may_wish}
    return answer(request, "catalogue/applications/start.html", context)


@public
@require_safe
def scheme(request: Visit, scheme: str) -> HttpResponse:
    """One scheme: who decides, within what time here, which papers, what after a refusal."""
    path, on = _path(scheme), timezone.localdate()
    context = {
        "path": path,
        "papers": papers_named(path.papers),
        "more": papers_named(path.more),
        "found": papers_named(path.found),
        "limits": [
            (name, limit, tell_source(limit))
            for name, limit in limits.limits_here(path, request.community, on)
        ],
        "remedies": told.remedies(ApplicationHelp(community=request.community, scheme=path.key,
                                                  decided_on=on)),
        "may_ask": may("catalogue.ask_for_help", request.actor, request.community),
    }  # fmt: skip
    return answer(request, "catalogue/applications/scheme.html", context)


@signed_in
def ask(request: Visit, scheme: str) -> HttpResponse:
    """Asks for help with it, for oneself or for whom one holds a mandate."""
    path, here = _path(scheme), {"community_code": request.community.code}
    if not may("catalogue.ask_for_help", request.actor, request.community):
        return redirect("catalogue:application_scheme", scheme=path.key, **here)
    on, at = timezone.localdate(), timezone.now()
    mandates = queries.mandates_of(request.actor, request.community, on)
    given = {"community": request.community, "path": path, "mandates": mandates}
    form = forms.AskForm(sent(request), **given)
    if not (form.is_bound and form.is_valid()):
        return _form_page(request, "ask.html", {"form": form, "path": path})
    agency = form.mandates.get(form.cleaned_data["whom"])
    wanted, agreed = form.wanted(), form.cleaned_data["consented"]
    once, by = form.cleaned_data["once"], request.actor
    try:
        made = actions.ask_for_help(
            request.community, wanted=wanted, consented=agreed, agency=agency, by=by, at=at,
            once=once,
        )  # fmt: skip
    except Replayed as replayed:
        return redirect("catalogue:own_application", application=replayed.subject, **here)
    messages.success(request, _("收到了。有人接手会告诉您。"))
    return redirect("catalogue:own_application", application=made.pk, **here)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """One's own, and those one asked for with a mandate."""
    rows = list(queries.own(request.actor, request.community, timezone.localdate())[:100])
    lines = [(row, told.whose_turn(row)) for row in rows]
    return _private(answer(request, "catalogue/applications/mine.html", {"lines": lines}))


@signed_in
@require_safe
def own(request: Visit, application: UUID) -> HttpResponse:
    """One of them: where it is, whose turn, until when, which papers, what was told."""
    row, at = _own(request, application), timezone.now()
    decided = row.state in ("refused", "lowered")
    context = {
        **shared(row, at),
        "entries": timeline(APPLICATION, row, public=True),
        "looks": closed_entries_of(row.pk).filter(action="catalogue.look_at_application"),
        "remedies": told.remedies(row) if decided else [],
        "decided": decided,
        "may_withdraw": row.state in BEFORE_DECISION,
        "again": row.state in AGAIN,
    }
    return _private(answer(request, "catalogue/applications/own.html", context))


@signed_in
@require_POST
def withdraw(request: Visit, application: UUID) -> HttpResponse:
    """Not wanted any more."""
    actions.withdraw(_own(request, application), by=request.actor, at=timezone.now())
    messages.success(request, _("撤回了，写的内容已清除。材料请到窗口取回。"))
    return redirect("catalogue:my_applications", community_code=request.community.code)


@signed_in
def objection(request: Visit, application: UUID) -> HttpResponse:
    """Writes why one does not accept the decision, to be printed and signed."""
    row = _own(request, application)
    if row.state not in ("refused", "lowered"):
        raise Http404
    return step(
        request,
        forms.ObjectionForm(sent(request), row=row),
        lambda given: actions.write_objection(
            row, words=given["words"], by=request.actor, at=timezone.now()
        ),
        title=_("写一份异议"),
        done=_("写好了，可以打印。"),
        back=_address(row),
        frame="portal.html",
    )


@signed_in
def change(request: Visit, application: UUID) -> HttpResponse:
    """Reports that something has changed at home."""
    row = _own(request, application)
    if row.state != "granted":
        raise Http404
    return step(
        request,
        forms.ChangeForm(sent(request), row=row),
        lambda given: actions.report_change(row, **given, by=request.actor, at=timezone.now()),
        title=_("报告家庭变化"),
        done=_("记下了，经办人会转给单位。"),
        back=_address(row),
        frame="portal.html",
    )


@signed_in
def wishes(request: Visit) -> HttpResponse:
    """What one would like to be offered: said, changed, taken back at once."""
    community, actor = request.community, request.actor
    if not may("catalogue.wish_for_help", actor, community):
        raise Http404
    kept = list(queries.own_wishes(actor, community))
    held = {wish.scheme for wish in kept}
    initial = {"schemes": sorted(held), "shared": any(wish.shared for wish in kept)}
    form = forms.WishForm(sent(request), initial=initial)
    if not (form.is_bound and form.is_valid()):
        context = {"form": form, "suggested": [wish.path for wish in kept]}
        return _private(_form_page(request, "wishes.html", context))
    wanted, shared = form.cleaned_data["schemes"], form.cleaned_data["shared"]
    by: dict[str, Any] = {"by": actor, "at": timezone.now()}
    for key in held.difference(wanted):
        actions.take_back_wish(community, scheme=key, **by)
    for key in wanted:
        actions.wish_for_help(community, scheme=key, shared=shared, **by)
    messages.success(request, _("照您说的记下了。"))
    return redirect("catalogue:application_wishes", community_code=community.code)


def shared(row: ApplicationHelp, at: Any) -> dict[str, Any]:
    """What the page of one application shows to both sides."""
    ours = {"community_id": row.community_id}
    return {
        "row": row,
        "path": row.path,
        "standing": told.standing(row, at),
        "papers": list(row.papers.filter(**ours).order_by("handed_at", "id")),
        "lists": list(row.lists.filter(**ours).order_by("number")),
        "told": list(row.told.filter(**ours).order_by("on", "version")),
        "fields": [forms.FIELDS[key] for key in row.fields if key in forms.FIELDS],
    }


def _own(request: Visit, application: UUID) -> ApplicationHelp:
    return queries.own_one(request.actor, request.community, application, timezone.localdate())


def _path(scheme: str) -> Path:
    if scheme not in paths():
        raise Http404
    return paths()[scheme]


def _address(row: ApplicationHelp) -> str:
    here = {"community_code": row.community.code, "application": row.pk}
    return reverse("catalogue:own_application", kwargs=here)


def _form_page(request: Visit, name: str, context: dict[str, Any]) -> HttpResponse:
    form: Any = context["form"]
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, f"catalogue/applications/{name}", context, status=status)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
