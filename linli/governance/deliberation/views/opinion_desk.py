"""The desk of opinions: beginning, looking at statements, paper, hands, the end."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.governance.deliberation.actions import opining as voting, statements as actions
from linli.governance.deliberation.forms.statements import (
    BlockForm,
    HandsForm,
    OnceForm,
    OpenForm,
    SeedForm,
    SheetForm,
)
from linli.governance.deliberation.models import Conversation, Topic
from linli.governance.deliberation.queries import statements as queries

MODERATE = "deliberation.moderate"


@needs(MODERATE)
def overview(request: Visit, topic_id: UUID) -> HttpResponse:
    """All statements, those that wait first; or how to begin."""
    topic = _topic(request, topic_id)
    conversation = queries.conversation_on(topic)
    if conversation is None:
        return _begin(request, topic)
    context = {
        "topic": topic,
        "conversation": conversation,
        "statements": queries.all_statements(conversation),
        "counts": queries.counts_of(conversation),
        "people": queries.people_in(conversation),
        "sheets": queries.sheets_in(conversation),
        "hands": queries.hands_in(conversation),
    }
    return answer(request, "deliberation/opinion/desk.html", context)


def _begin(request: Visit, topic: Topic) -> HttpResponse:
    form = OpenForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"topic": topic, "form": form}
        return answer(request, "deliberation/opinion/begin.html", context, status=status)
    with suppress(Replayed):
        actions.open_opinions(topic, **_given(form), by=request.actor, at=timezone.now(),
                              once=form.cleaned_data["once"])  # fmt: skip
        messages.success(request, _("开始收短意见了。居民在手机上就能表态。"))
    return _back(topic)


@needs(MODERATE)
def add(request: Visit, topic_id: UUID) -> HttpResponse:
    """Further statements: from a hall, from paper, of the desk."""
    topic, conversation = _gathering(request, topic_id)
    form = SeedForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with suppress(Replayed):
            actions.add_statements(conversation, **_given(form), by=request.actor,
                                   at=timezone.now(), once=form.cleaned_data["once"])  # fmt: skip
            messages.success(request, _("放进去了。"))
        return _back(topic)
    return _form(request, topic, form, "deliberation/opinion/add.html")


@needs(MODERATE)
@require_safe
def waiting(request: Visit, conversation_id: UUID) -> HttpResponse:
    """From a message that something waits to the statements of that topic."""
    topic = queries.topic_of(request.community, conversation_id)
    return redirect("deliberation:opinion_desk", request.community.code, topic)


@needs(MODERATE)
def look(request: Visit, topic_id: UUID, statement_id: UUID) -> HttpResponse:
    """One statement looked at; with POST, it is not shown, and why."""
    statement = queries.statement_here(request.community, topic_id, statement_id)
    conversation = statement.conversation
    others = [each for each in queries.shown(conversation) if each.pk != statement.pk]
    form = BlockForm(request.POST if request.method == "POST" else None, others=others)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        actions.block_statement(statement, **given, by=request.actor, at=timezone.now())
        messages.success(request, _("没有放出来，原因告诉了写的人。"))
        return _back(conversation.topic)
    likely = [each for each in queries.alike(conversation, statement.text) if each != statement]
    context = {
        "topic": conversation.topic,
        "conversation": conversation,
        "statement": statement,
        "form": form,
        "alike": likely,
    }
    status = 422 if form.is_bound else 200
    return answer(request, "deliberation/opinion/look.html", context, status=status)


@needs(MODERATE)
@require_POST
def show(request: Visit, topic_id: UUID, statement_id: UUID) -> HttpResponse:
    """Shown after a look."""
    statement = queries.statement_here(request.community, topic_id, statement_id)
    actions.show_statement(statement, by=request.actor, at=timezone.now())
    messages.success(request, _("放出来了。"))
    return _back(statement.conversation.topic)


@needs(MODERATE)
def type_sheet(request: Visit, topic_id: UUID) -> HttpResponse:
    """A sheet of paper typed in; the next one follows."""
    topic, conversation = _gathering(request, topic_id)
    sheets = queries.sheets_in(conversation)
    following = max(sheets, default=0) + 1
    data = request.POST if request.method == "POST" else None
    form = SheetForm(data, statements=queries.shown(conversation), initial={"number": following})
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        with suppress(Replayed):
            voting.enter_sheet(
                conversation, number=given["number"], choices=form.choices, again=given["again"],
                by=request.actor, at=timezone.now(), once=given["once"],
            )  # fmt: skip
            messages.success(request, _("第 %(n)s 张录好了。") % {"n": given["number"]})
        return redirect("deliberation:opinion_sheet", request.community.code, topic_id)
    return _form(request, topic, form, "deliberation/opinion/sheet.html", sheets=len(sheets))


@needs(MODERATE)
@require_safe
def paper(request: Visit, topic_id: UUID) -> HttpResponse:
    """The statements on paper, with boxes to tick."""
    topic, conversation = _gathering(request, topic_id)
    context = {
        "topic": topic,
        "conversation": conversation,
        "statements": queries.shown(conversation),
        "large": "large" in request.GET,
    }
    return answer(request, "deliberation/opinion/paper.html", context)


@needs(MODERATE)
def hands(request: Visit, topic_id: UUID) -> HttpResponse:
    """Hands counted in a hall."""
    topic, conversation = _gathering(request, topic_id)
    data = request.POST if request.method == "POST" else None
    initial = {"held_on": timezone.localdate()}
    form = HandsForm(data, statements=queries.shown(conversation), initial=initial)
    if form.is_bound and form.is_valid():
        given = _given(form)
        statement = form.statements[given.pop("statement")]
        with suppress(Replayed):
            voting.count_hands(statement, **given, by=request.actor, at=timezone.now(),
                               once=form.cleaned_data["once"])  # fmt: skip
            messages.success(request, _("举手数记下了，另外列在意见图旁边。"))
        return _back(topic)
    return _form(request, topic, form, "deliberation/opinion/hands.html")


@needs(MODERATE)
def end(request: Visit, topic_id: UUID) -> HttpResponse:
    """The end, for good."""
    topic, conversation = _gathering(request, topic_id)
    form = OnceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with suppress(Replayed):
            actions.close_opinions(
                conversation, by=request.actor, at=timezone.now(), once=form.cleaned_data["once"]
            )
            messages.success(request, _("收完了。代号都换掉了，谁也对不回来。"))
        return _back(topic)
    people = queries.people_in(conversation)
    return _form(request, topic, form, "deliberation/opinion/end.html", people=people)


def _topic(request: Visit, topic_id: UUID) -> Topic:
    found = (
        Topic.objects.filter(community=request.community, pk=topic_id)
        .select_related("community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _gathering(request: Visit, topic_id: UUID) -> tuple[Topic, Conversation]:
    topic = _topic(request, topic_id)
    conversation = queries.conversation_on(topic)
    if conversation is None:
        raise Http404
    return topic, conversation


def _given(form: Any) -> dict[str, Any]:
    """What the act takes, without the form's key."""
    return {name: value for name, value in form.cleaned_data.items() if name != "once"}


def _form(request: Visit, topic: Topic, form: Any, template: str, **more: Any) -> HttpResponse:
    context = {"topic": topic, "form": form, **more}
    return answer(request, template, context, status=422 if form.is_bound else 200)


def _back(topic: Topic) -> HttpResponse:
    return redirect("deliberation:opinion_desk", topic.community.code, topic.pk)
