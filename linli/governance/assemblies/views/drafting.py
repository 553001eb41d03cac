"""The desk: a charter or covenant on its way from draft to filing."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.assemblies import actions
from linli.governance.assemblies.flows import DOCUMENT
from linli.governance.assemblies.forms.meetings import ReasonForm
from linli.governance.assemblies.forms.residents import (
    AnswerForm,
    ConsultForm,
    DraftForm,
    FileForm,
    SettleForm,
)
from linli.governance.assemblies.models import Opinion, Version
from linli.governance.assemblies.models.documents import KINDS
from linli.governance.assemblies.queries import opinions_of, version_in, versions_of
from linli.governance.assemblies.rules import look_at_text
from linli.mechanisms.flow.queries import timeline

MOVES: dict[str, tuple[Any, Callable[..., object], Any]] = {
    "consult": (ConsultForm, actions.consult, gettext_lazy("已公开征求意见。")),
    "redraft": (ReasonForm, actions.redraft_version, gettext_lazy("已退回修改。")),
    "settle": (SettleForm, actions.settle_version, gettext_lazy("已定稿，可以列入会议议程。")),
    "file": (FileForm, actions.file_version, gettext_lazy("已备案，开始施行，并贴到公告栏。")),
    "drop": (ReasonForm, actions.drop_version, gettext_lazy("已登记不再推进。")),
}


@needs("assemblies.draft")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Charter and covenant with their versions."""
    documents = [(kind, title, list(versions_of(request.community, kind))) for kind, title in KINDS]
    return answer(request, "assemblies/documents_desk.html", {"documents": documents})


@needs("assemblies.draft")
def draft(request: Visit, kind: str) -> HttpResponse:
    """A new version, beginning from the latest text."""
    if kind not in dict(KINDS):
        raise Http404
    latest = versions_of(request.community, kind).first()
    initial = {"text": latest.text, "plain": latest.plain} if latest else {}
    return step(
        request,
        DraftForm(sent(request), initial=initial),
        lambda given: actions.draft_version(
            request.community, kind=kind, by=request.actor, at=timezone.now(), **given
        ),
        title=_("起草新版：%(title)s") % {"title": dict(KINDS)[kind]},
        done=_("草案已保存。"),
        back=reverse("assemblies:documents_desk", args=[request.community.code]),
        says=_("保存草案"),
    )


@needs("assemblies.draft")
@require_safe
def show(request: Visit, version_id: UUID) -> HttpResponse:
    """One version at the desk: clauses with the warnings of art. 31, opinions, what comes next."""
    version = version_in(request.community, version_id)
    context = {
        "version": version,
        "clauses": look_at_text(version.text),
        "opinions": opinions_of(version),
        "moves": [move for move in DOCUMENT.moves_from(version.state) if move.name in MOVES],
        "entries": timeline(DOCUMENT, version, public=False),
    }
    return answer(request, "assemblies/version_desk.html", context)


@needs("assemblies.draft")
def write(request: Visit, version_id: UUID) -> HttpResponse:
    """Changes the text of a draft."""
    version = version_in(request.community, version_id)
    initial = {"text": version.text, "plain": version.plain}
    return step(
        request,
        DraftForm(sent(request), initial=initial),
        lambda given: actions.write_version(version, by=request.actor, at=timezone.now(), **given),
        title=_("修改草案"),
        done=_("草案已保存。"),
        back=_here(version),
        says=_("保存草案"),
    )


@needs("assemblies.draft")
def take(request: Visit, version_id: UUID, move: str) -> HttpResponse:
    """The next step of a version."""
    version = version_in(request.community, version_id)
    if move not in MOVES:
        raise Http404
    form, act, done = MOVES[move]
    seen = version.version
    findings = [finding for clause in look_at_text(version.text) for finding in clause.findings]
    return step(
        request,
        form(sent(request)),
        lambda given: act(version, by=request.actor, at=timezone.now(), seen=seen, **given),
        title=str(DOCUMENT.move(move).title),
        note=_("%(title)s第 %(number)d 版")
        % {"title": version.document.get_kind_display(), "number": version.number},
        done=done,
        back=_here(version),
        findings=findings if move == "settle" else [],
    )


@needs("assemblies.draft")
def answer_opinion(request: Visit, opinion_id: UUID) -> HttpResponse:
    """What is made of an opinion, and why."""
    opinion = Opinion.objects.filter(community=request.community, pk=opinion_id).first()
    if opinion is None:
        raise Http404
    opinion.version = version_in(request.community, opinion.version_id)
    form = AnswerForm(sent(request), instance=opinion)
    return step(
        request,
        form,
        lambda given: actions.answer_opinion(opinion, by=request.actor, at=timezone.now(), **given),
        title=_("回应意见"),
        note=opinion.text,
        done=_("已回应，会和意见一起公开。"),
        back=_here(opinion.version),
        says=_("回应"),
    )


def _here(version: Version) -> str:
    return reverse("assemblies:version_desk", args=[version.community.code, version.pk])
