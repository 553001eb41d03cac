"""Comments on figures: left by anybody, seen by the receipt, looked at and answered at the desk."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.steps import StepForm
from linli.evaluation.scorecard import actions, queries
from linli.evaluation.scorecard.forms import CommentForm, ReasonForm, ReceiptForm, ReplyForm
from linli.evaluation.scorecard.said import title_of
from linli.evaluation.scorecard.views.answering import sent, show_form, take_step
from linli.lib.identity.receipt import parse_receipt

MOVES: dict[str, tuple[type[StepForm], Any, Any, Any]] = {
    "show": (StepForm, actions.show_comment, pgettext_lazy("button", "公开"), _("已公开。")),
    "answer": (ReplyForm, actions.answer_comment, _("公开并答复"), _("已答复。")),
    "refuse": (ReasonForm, actions.refuse_comment, _("不公开"), _("已写明理由。")),
}


@public
def comments(request: Visit, year: int) -> HttpResponse:
    """What was remarked on the figures of a year, and a form for one more."""
    on = timezone.localdate()
    if not on.year - 1 <= year <= on.year:
        raise Http404
    start = {"indicator": request.GET.get("indicator", "")}
    form = CommentForm(sent(request), on=on, initial=start)
    if form.is_valid():
        with suppress(Replayed):
            given: Any = {"year": year, "at": timezone.now(), "by": request.actor}
            made = actions.send_comment(request.community, **form.cleaned_data, **given)
            messages.success(request, _("收到了。把回执号记下来，就能看到结果。"))
            return redirect("evaluation:comment_kept", request.community.code, made.receipt)
        return redirect("evaluation:comments", request.community.code, year)
    rows = queries.comments_of(request.community, year)[:300]
    shown = [(title_of(each.indicator), each) for each in rows]
    page: dict[str, Any] = {"year": year, "rows": shown, "receipt": ReceiptForm()}
    return show_form(request, "evaluation/scorecard/comments.html", form, **page)


@public
@require_safe
def find(request: Visit) -> HttpResponse:
    """Leads from a typed receipt to what became of the comment."""
    read = parse_receipt(request.GET.get("receipt", ""))
    if isinstance(read, str):
        return redirect("evaluation:comment_kept", request.community.code, read)
    messages.error(request, _("回执号不对，请再看一遍。"))
    return redirect("evaluation:comments", request.community.code, timezone.localdate().year)


@public
@require_safe
def kept(request: Visit, receipt: str) -> HttpResponse:
    """What became of a comment, for whoever holds its receipt."""
    comment = queries.comment_with(request.community, receipt)
    context = {"comment": comment, "figure": title_of(comment.indicator)}
    return answer(request, "evaluation/scorecard/kept.html", context)


@needs("scorecard.keep")
@require_safe
def show(request: Visit, comment_id: UUID) -> HttpResponse:
    """One comment at the desk, and what can be done with it."""
    comment = queries.comment_in(request.community, comment_id)
    context = {"comment": comment, "figure": title_of(comment.indicator)}
    return answer(request, "evaluation/scorecard/comment_desk.html", context)


@needs("scorecard.keep")
def move(request: Visit, comment_id: UUID, name: str) -> HttpResponse:
    """A step of a comment."""
    comment = queries.comment_in(request.community, comment_id)
    if name not in MOVES:
        raise Http404
    form, act, title, done = MOVES[name]
    back = reverse("evaluation:comment_desk", args=[request.community.code, comment.pk])
    words = {"title": title, "lead": comment.text, "done": done, "back": back}
    return take_step(request, form(sent(request), row=comment), act, comment, **words)
