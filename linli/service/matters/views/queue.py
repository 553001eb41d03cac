"""The desk's queue of matters: what waits, for whom, until when; and acts on several at once."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, ngettext
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import staff_of
from linli.core.audit.door import may
from linli.core.pages import cursors
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.shapes import Tab
from linli.lib.law import Refused
from linli.service.matters import actions
from linli.service.matters.queries import (
    QueueFilter,
    fields_sent,
    kinds_of,
    matter_for,
    queue,
    queue_counts,
)
from linli.service.matters.views import shapes

VIEWS = (
    ("open", _("待办")),
    ("mine", _("我经办的")),
    ("new", _("待受理")),
    ("overdue", _("已超期")),
    ("asked", _("待补充")),
    ("look", _("待公开")),
    ("answered", _("已答复")),
    ("all", _("全部")),
)
AT_ONCE = 200


class QueueForm(forms.Form):
    """Filters; the address holds them."""

    kind = forms.ChoiceField(label=_("类型"), required=False)
    q = forms.CharField(label=_("标题或位置里的词"), required=False, max_length=60)

    def __init__(self, *args: Any, community: Any, ours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("全部")), *((kind.code, kind.name) for kind in kinds_of(community))]
        if not ours:
            del self.fields["q"]  # the words of a matter may not have been sent


class TogetherForm(forms.Form):
    """Several matters and one act."""

    act = forms.ChoiceField(choices=[("accept", _("受理")), ("assign", _("交给同事"))])
    assignee = forms.ModelChoiceField(queryset=None, required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = staff_of(community, timezone.localdate())
        self.fields["assignee"].queryset = staff  # type: ignore[attr-defined]


@needs("matters.see_queue")
def show(request: Visit) -> HttpResponse:
    """The queue, a page at a time; a body sees only what is with it."""
    at = timezone.now()
    ours = may("matters.handle", request.actor, request.community)
    form = QueueForm(request.GET, community=request.community, ours=ours)
    given = form.cleaned_data if form.is_valid() else {}
    view = request.GET.get("show", "open")
    wanted = QueueFilter(
        show=view if view in dict(VIEWS) else "open",
        kind=given.get("kind", ""),
        words=given.get("q", ""),
        after=cursors.read(request.GET.get("after", "")),
    )
    page = queue(request.actor, request.community, wanted, at)
    sent = None if ours else fields_sent(request.actor, page.rows)
    context = {
        "form": form,
        "rows": shapes.rows(page.rows, at, sent),
        "after": cursors.write(page.next),
        "tabs": _tabs(request, wanted.show, at, ours),
        "show": wanted.show,
        "ours": ours,
        "staff": staff_of(request.community, timezone.localdate(at)) if ours else [],
    }
    return answer(request, "matters/queue.html", context, "matters/_queue.html")


@needs("matters.handle")
@require_POST
def act_together(request: Visit) -> HttpResponse:
    """One act on every ticked matter. Each is its own act: what cannot be done to one is told,
    and the others are done."""
    form = TogetherForm(request.POST, community=request.community)
    chosen = [UUID(text) for text in request.POST.getlist("matter") if _is_id(text)][:AT_ONCE]
    done, refusals = 0, []
    if form.is_valid() and (form.cleaned_data["act"] == "accept" or form.cleaned_data["assignee"]):
        for key in chosen:
            try:
                _act_on(request, key, form.cleaned_data)
                done += 1
            except Refused as refused:
                refusals.append(sentence(refused.finding).text)
            except Http404:  # ticked on a page that is out of date; the others are done
                refusals.append(gettext("有一件已经不在这里了。"))
    else:
        messages.warning(request, _("请先选好要做什么、交给谁。"))
    if done:
        told = ngettext("办好了 %(done)d 件。", "办好了 %(done)d 件。", done) % {"done": done}
        messages.success(request, told)
    for text in sorted(set(refusals)):
        messages.error(request, text)
    back = reverse("matters:queue", kwargs={"community_code": request.community.code})
    return redirect(f"{back}?show={request.POST.get('show', 'open')}")


def _act_on(request: Visit, key: UUID, given: dict[str, Any]) -> None:
    matter = matter_for(request.actor, request.community, key)
    at, by = timezone.now(), request.actor
    if given["act"] == "accept":
        actions.accept(matter, assignee=given["assignee"], by=by, at=at)
    else:
        actions.assign(matter, assignee=given["assignee"], by=by, at=at)


def _tabs(request: Visit, current: str, at: Any, ours: bool) -> list[Tab]:
    counts = queue_counts(request.actor, request.community, at)
    address = reverse("matters:queue", kwargs={"community_code": request.community.code})
    shown = VIEWS if ours else [view for view in VIEWS if view[0] in ("open", "answered", "all")]
    return [
        Tab(title, f"{address}?show={name}", name == current, counts.get(name))
        for name, title in shown
    ]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
