"""Guides at the desk: adopt, write, publish with another's eyes, look after, retire."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.keyset import cut
from linli.core.pages.stepping import sent, step
from linli.lib.law import Refused
from linli.service.catalogue.actions import guides as actions
from linli.service.catalogue.content import National, national_guides
from linli.service.catalogue.forms.guides import LocalForm, OwnForm, RetireForm, begin_guide
from linli.service.catalogue.models import Guide, GuideVersion
from linli.service.catalogue.queries import guides as queries
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.views import guide_shapes as shapes


@needs("catalogue.draft_guides")
@require_safe
def lines(request: Visit) -> HttpResponse:
    """Every guide, those to be looked at first; and the country's that are not here yet."""
    rows = queries.desk_lines(request.community, timezone.localdate())
    page = cut(rows, lambda row: row.guide.key, request.GET.get("after", ""))
    context = {
        "rows": page.rows,
        "after": page.after,
        "not_adopted": queries.not_adopted(request.community),
        "stale": sum(row.stale for row in rows),
    }
    return answer(request, "catalogue/guides/desk.html", context)


@needs("catalogue.draft_guides")
def adopt(request: Visit, key: str) -> HttpResponse:
    """A national guide, with this community's where, when and number."""
    text = national_guides().get(key)
    if text is None:
        raise Http404
    begin = begin_guide(None, text.means) | {"at_home": text.at_home}
    form = LocalForm(sent(request), community=request.community, initial=begin)
    return _written(request, form, key=key, text=text)


@needs("catalogue.draft_guides")
def write(request: Visit) -> HttpResponse:
    """A guide of one's own."""
    return _written(request, OwnForm(sent(request), community=request.community))


@needs("catalogue.draft_guides")
def edit(request: Visit, guide_id: UUID) -> HttpResponse:
    """The next version, or the one being drafted."""
    guide = _guide(request, guide_id)
    rows = list(queries.versions_of(guide)[:1])
    kind = LocalForm if guide.national else OwnForm
    form = kind(
        sent(request), community=request.community, initial=begin_guide(rows[0] if rows else None)
    )
    return _written(request, form, guide=guide, text=national_guides().get(guide.key))


@needs("catalogue.draft_guides")
@require_safe
def show(request: Visit, guide_id: UUID) -> HttpResponse:
    """One guide: what is live, what is drafted, and what was in force when."""
    guide = _guide(request, guide_id)
    versions = list(queries.versions_of(guide))
    context = {
        "guide": guide,
        "title": queries.last_title(guide),
        "versions": versions,
        "live": next((row for row in versions if row.state == "live"), None),
        "draft": next((row for row in versions if row.state == "draft"), None),
    }
    return answer(request, "catalogue/guides/one.html", context)


@needs("catalogue.draft_guides")
@require_safe
def version(request: Visit, version_id: UUID) -> HttpResponse:
    """One version as residents would read it; of a draft, the buttons."""
    row = queries.version_in(request.community, version_id)
    return _draft_page(request, row)


@needs("catalogue.publish_guides")
@require_POST
def publish(request: Visit, version_id: UUID) -> HttpResponse:
    """Makes it what holds from today."""
    row = queries.version_in(request.community, version_id)
    seen = request.POST.get("seen", "")
    try:
        actions.publish_guide(row, seen=seen, by=request.actor, at=timezone.now())
    except Refused as refused:
        return _draft_page(request, row, refused)
    messages.success(request, _("已公布，居民马上看得到。"))
    return _to(request, row.guide_id)


@needs("catalogue.draft_guides")
@require_POST
def discard(request: Visit, version_id: UUID) -> HttpResponse:
    """Throws a draft away."""
    row = queries.version_in(request.community, version_id)
    actions.discard_guide_draft(row, by=request.actor, at=timezone.now())
    messages.success(request, _("草稿已删除。"))
    return redirect("catalogue:guide_desk", community_code=request.community.code)


@needs("catalogue.draft_guides")
@require_POST
def confirm(request: Visit, version_id: UUID) -> HttpResponse:
    """Asked, and all of it is still so."""
    row = queries.version_in(request.community, version_id)
    actions.confirm_guide(row, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了：今天核实过，都没变。"))
    return _to(request, row.guide_id)


@needs("catalogue.retire_guides")
def retire(request: Visit, guide_id: UUID) -> HttpResponse:
    """No longer offered: where to go instead."""
    guide = _guide(request, guide_id)
    others = {
        str(each.version.guide_id): each
        for each in queries.offered(request.community, timezone.now())
        if each.version.guide_id != guide.pk
    }
    form = RetireForm(sent(request), others=[(k, e.version.name) for k, e in others.items()])

    def carry_out(given: dict[str, Any]) -> object:
        chosen = others.get(given["go_to"])
        go_to = chosen.version.guide if chosen else None
        by, at = request.actor, timezone.now()
        return actions.retire_guide(guide, go_to=go_to, words=given["words"], by=by, at=at)

    return step(
        request,
        form,
        carry_out,
        title=_("不再提供：{title}").format(title=queries.last_title(guide)),
        done=_("已停办，原来的地址会告诉居民改到哪里。"),
        back=_url(request, guide.pk),
        note=_("地址会一直留着，写明改到哪里办。"),
    )


def _written(
    request: Visit,
    form: Any,
    *,
    key: str = "",
    guide: Guide | None = None,
    text: National | None = None,
) -> HttpResponse:
    refused = None
    if form.is_bound and form.is_valid():
        given = {"given": form.given(), "hours": form.hours()}
        given |= {"by": request.actor, "at": timezone.now()}
        try:
            made = (
                actions.redraft_guide(guide, **given)
                if guide
                else actions.draft_guide(request.community, key=key, **given)
            )
            return redirect(
                "catalogue:guide_version_desk",
                community_code=request.community.code,
                version_id=made.pk,
            )
        except Refused as caught:
            refused = caught
    context = {
        "form": form,
        "text": text,
        "guide": guide,
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "catalogue/guides/write.html", context, status=status)


def _draft_page(request: Visit, row: GuideVersion, refused: Refused | None = None) -> HttpResponse:
    context = {
        "version": row,
        "guide": row.guide,
        "told": shapes.page(row, timezone.now()),
        "seen": row.stamp,
        "own": row.drafted_by_id == request.actor.account,
        "finding": refused.finding if refused else None,
        "phone": committee_phone(request.community, timezone.localdate()),
    }
    status = 409 if refused else 200
    return answer(request, "catalogue/guides/draft.html", context, status=status)


def _guide(request: Visit, guide_id: UUID) -> Guide:
    guide = Guide.objects.filter(community=request.community, pk=guide_id).first()
    if guide is None:
        raise Http404
    return guide


def _url(request: Visit, guide_id: UUID) -> str:
    here = {"community_code": request.community.code, "guide_id": guide_id}
    return reverse("catalogue:guide_one_desk", kwargs=here)


def _to(request: Visit, guide_id: UUID) -> HttpResponse:
    return redirect(_url(request, guide_id))
