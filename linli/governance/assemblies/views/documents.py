"""Charter and covenant: what is in force, in plain words; drafts, opinions, versions compared."""

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
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.governance.assemblies import actions
from linli.governance.assemblies.forms.residents import OpinionForm
from linli.governance.assemblies.models import Version
from linli.governance.assemblies.models.documents import KINDS
from linli.governance.assemblies.queries import (
    difference_between,
    in_force,
    opinions_of,
    version_in,
    versions_of,
)
from linli.governance.assemblies.queries.documents import clauses_of

PUBLIC = ("consulting", "settled", "adopted", "in_force", "superseded")


@public
@require_safe
def show(request: Visit, kind: str) -> HttpResponse:
    """The text in force, in plain words first; and the draft that is open for opinions."""
    title = _title(kind)
    now = in_force(request.community, kind)
    coming = versions_of(request.community, kind).filter(state__in=PUBLIC[:3]).first()
    versions = list(versions_of(request.community, kind).filter(state__in=PUBLIC))
    context = {
        "kind": kind,
        "title": title,
        "now": now,
        "clauses": clauses_of(now.text) if now else [],
        "coming": coming,
        "versions": versions,
        "others": [each_title for each, each_title in KINDS if each != kind],
        "other": next(each for each, _each_title in KINDS if each != kind),
    }
    data = lambda: {"kind": kind, "versions": [_as_data(each) for each in versions]}  # noqa: E731
    return answer(request, "assemblies/document.html", context, json=data)


@public
@require_safe
def show_version(request: Visit, version_id: UUID) -> HttpResponse:
    """One version: its clauses, what residents said to it, what became of that."""
    version = _public_version(request, version_id)
    taking = (
        version.state == "consulting"
        and version.consulted_until is not None
        and timezone.localdate() <= version.consulted_until
    )
    context = {
        "version": version,
        "clauses": clauses_of(version.text),
        "opinions": opinions_of(version),
        "taking": taking,
        "form": OpinionForm(),
        "before": _before(version),
        "may_say": may("assemblies.comment", request.actor, version),
    }
    return answer(request, "assemblies/version.html", context, json=lambda: _as_data(version))


@signed_in
@require_POST
def say_opinion(request: Visit, version_id: UUID) -> HttpResponse:
    """What somebody thinks of the draft; kept without their name."""
    version = _public_version(request, version_id)
    form = OpinionForm(request.POST)
    if form.is_valid():
        actions.say_opinion(version, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("收到了，公开时不带您的名字。每条意见都会有回应。"))
    else:
        messages.error(request, _("请写意见再提交。"))
    return redirect("assemblies:version", request.community.code, version.pk)


@public
@require_safe
def compare(request: Visit, version_id: UUID) -> HttpResponse:
    """A version beside the one before it (or `?with=` another number), clause by clause."""
    version = _public_version(request, version_id)
    before = _before(version, request.GET.get("with", ""))
    if before is None:
        raise Http404
    context = {
        "version": version,
        "before": before,
        "rows": difference_between(before.text, version.text),
        "back": reverse("assemblies:version", args=[request.community.code, version.pk]),
    }
    return answer(request, "assemblies/compare.html", context)


def _public_version(request: Visit, key: UUID) -> Version:
    version = version_in(request.community, key)
    if version.state not in PUBLIC and not may(
        "assemblies.draft", request.actor, request.community
    ):
        raise Http404
    return version


def _before(version: Version, wanted: str = "") -> Version | None:
    others = versions_of(version.community_id, version.document.kind).filter(
        state__in=("in_force", "superseded", "adopted")
    )
    if wanted.isascii() and wanted.isdigit():
        return others.filter(number=int(wanted)).exclude(pk=version.pk).first()
    return others.filter(number__lt=version.number).first()


def _title(kind: str) -> str:
    titles = dict(KINDS)
    if kind not in titles:
        raise Http404
    return str(titles[kind])


def _as_data(version: Version) -> dict[str, Any]:
    return {
        "id": version.pk,
        "kind": version.document.kind,
        "number": version.number,
        "state": version.state,
        "clauses": clauses_of(version.text),
        "plain": version.plain,
        "consulted_until": version.consulted_until,
        "adopted_on": version.adopted_on,
        "filed_on": version.filed_on,
        "filed_with": version.filed_with,
    }
