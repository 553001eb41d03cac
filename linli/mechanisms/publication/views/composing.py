"""Writing a notice by hand: the sort, the fields, every form it will have, and the release."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.lib.law import Refused
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.forms import ComposeForm, CorrectForm, SendBackForm
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import desk
from linli.mechanisms.publication.queries.agreeing import agreeing_to
from linli.mechanisms.publication.registry import template_named
from linli.mechanisms.publication.views.previews import previewed
from linli.mechanisms.publication.views.shapes import loaded


@needs("publication.write")
@require_safe
def choose(request: Visit) -> HttpResponse:
    """Which sort of notice."""
    return answer(request, "publication/desk/choose.html", {"templates": desk.by_hand()})


@needs("publication.write")
def write(request: Visit, template: str) -> HttpResponse:
    """Its fields, and no others."""
    chosen = template_named(template)
    if chosen is None or not chosen.by_hand:
        raise Http404
    form = _form(request, chosen)
    if request.method == "POST" and form.is_valid():
        given = {"by": request.actor, "at": timezone.now(), **_given(form)}
        try:
            posting = actions.write_notice(request.community, template=chosen, **given)
        except Refused as refused:
            return _write_page(request, chosen, form, refused=refused)
        return _to_draft(request, posting.pk)
    return _write_page(request, chosen, form)


@needs("publication.write")
def rewrite(request: Visit, notice: UUID) -> HttpResponse:
    """A draft written anew."""
    posting, template = _draft(request, notice)
    form = _form(request, template, posting)
    if request.method == "POST" and form.is_valid():
        given = {"by": request.actor, "at": timezone.now(), **_given(form)}
        try:
            actions.rewrite_notice(posting, **given)
        except Refused as refused:
            return _write_page(request, template, form, posting, refused)
        return _to_draft(request, notice)
    return _write_page(request, template, form, posting)


@needs("publication.write")
@require_safe
def show_draft(request: Visit, notice: UUID) -> HttpResponse:
    """A draft in every form it will have, and what still stands in the way of posting it."""
    posting, template = loaded(request, notice)
    if posting.state != "draft":
        return redirect("publication:manage", community_code=request.community.code, notice=notice)
    if not template.by_hand:
        raise Http404
    context = {
        "posting": posting,
        "template": template,
        "seen": actions.state_of(posting),
        "own": posting.prepared_by_id == request.actor.account,
        "findings": desk.findings_before(posting, template, request.actor, timezone.now()),
        "send_back_form": SendBackForm(),
        "named": desk.named_in(posting),
        **previewed(request, posting, template),
    }
    return answer(request, "publication/desk/draft.html", context)


@needs("publication.release")
@require_POST
def release(request: Visit, notice: UUID) -> HttpResponse:
    """Posts it."""
    posting, _template = _draft(request, notice)
    seen = request.POST.get("seen", "")
    actions.release_notice(posting, by=request.actor, at=timezone.now(), seen=seen)
    messages.success(request, _("已公布。请打印张贴版，贴到公告栏并记下来。"))
    return redirect("publication:manage", community_code=request.community.code, notice=notice)


@needs("publication.release")
@require_POST
def send_back(request: Visit, notice: UUID) -> HttpResponse:
    """Gives it back with what is to be put right."""
    posting, _template = _draft(request, notice)
    reason = request.POST.get("reason", "")
    actions.send_back_notice(posting, by=request.actor, at=timezone.now(), reason=reason)
    messages.success(request, _("已退回给起草的人。"))
    return redirect("publication:overview", community_code=request.community.code)


@needs("publication.write")
@require_POST
def discard(request: Visit, notice: UUID) -> HttpResponse:
    """Throws it away."""
    posting, _template = _draft(request, notice)
    actions.discard_notice(posting, by=request.actor, at=timezone.now())
    messages.success(request, _("草稿已删除。"))
    return redirect("publication:overview", community_code=request.community.code)


@needs("publication.write")
def correct(request: Visit, notice: UUID) -> HttpResponse:
    """Puts right what is up."""
    posting, template = loaded(request, notice)
    if not template.by_hand or posting.state not in Posting.SHOWN:
        raise Http404
    form = CorrectForm(request.POST or None, template=template, initial=posting.fields)
    refused = None
    if request.method == "POST" and form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("reason", "restart")}
        try:
            actions.correct_notice(
                posting, fields=form.values(), by=request.actor, at=timezone.now(), **given
            )
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("已更正。公告栏上的纸质件请换成新的。"))
            code = request.community.code
            return redirect("publication:manage", community_code=code, notice=notice)
    context = {
        "posting": posting,
        "template": template,
        "form": form,
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "publication/desk/correct.html", context, status=status)


def _form(request: Visit, template: Template, posting: Posting | None = None) -> ComposeForm:
    initial: dict[str, Any] = {}
    if posting is not None:
        initial = {
            **posting.fields,
            "days": posting.planned_days or template.period_days,
            "on": posting.planned_on,
            "persons": [str(row.person_id) for row in desk.named_in(posting)],
        }
    agreeing = agreeing_to(request.community, template.consent) if template.consent else ()
    return ComposeForm(request.POST or None, template=template, agreeing=agreeing, initial=initial)


def _given(form: ComposeForm) -> dict[str, Any]:
    persons = form.cleaned_data.get("persons") or ()
    return {
        "fields": form.values(),
        "days": form.cleaned_data["days"],
        "on": form.cleaned_data["on"],
        "persons": [UUID(person) for person in persons],
    }


def _write_page(
    request: Visit,
    template: Template,
    form: ComposeForm,
    posting: Posting | None = None,
    refused: Refused | None = None,
) -> HttpResponse:
    context = {
        "template": template,
        "form": form,
        "posting": posting,
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "publication/desk/write.html", context, status=status)


def _draft(request: Visit, notice: UUID) -> tuple[Posting, Template]:
    posting, template = loaded(request, notice)
    if posting.state != "draft" or not template.by_hand:
        raise Http404
    return posting, template


def _to_draft(request: Visit, notice: UUID) -> HttpResponse:
    return redirect("publication:draft", community_code=request.community.code, notice=notice)
