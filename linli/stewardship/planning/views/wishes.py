"""The wish list at the desk: looked at, listed, answered."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.mechanisms.flow.queries import moves_open
from linli.stewardship.planning import actions
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.forms.steps import WISH_STEPS, offered
from linli.stewardship.planning.forms.wishes import WishForm
from linli.stewardship.planning.queries import plans, wishes
from linli.stewardship.planning.views.answering import sent, show_form, take_step

VIEWS = (
    ("new", _("等着看")),
    ("listed", _("已列出")),
    ("comments", _("对草案的意见")),
    ("settled", _("有结果的")),
    ("all", _("全部")),
)


@needs("planning.tend_wishes")
@require_safe
def queue(request: Visit) -> HttpResponse:
    """The wishes by view, the latest first."""
    wanted = request.GET.get("show", "new")
    show = wanted if wanted in dict(VIEWS) else "new"
    page = wishes.wish_queue(request.community, show, request.GET.get("after", ""))
    counts = wishes.queue_counts(request.community)
    address = reverse("planning:wishes_desk", args=[request.community.code])
    tabs = [Tab(t, f"{address}?show={name}", name == show, counts.get(name)) for name, t in VIEWS]
    context = {"rows": page.rows, "after": page.after, "tabs": tabs}
    return answer(request, "planning/wishes_desk.html", context)


@needs("planning.tend_wishes")
@require_safe
def show(request: Visit, wish_id: UUID) -> HttpResponse:
    """One wish in the sender's words, with the steps, and the plans it can become a task of."""
    wish = wishes.wish_in(request.community, wish_id)
    taking = plans.plans_of(request.community).filter(state__in=("draft", "consulting", "approved"))
    context = {
        "wish": wish,
        "offers": offered(moves_open(WISH, wish, request.actor), WISH_STEPS),
        "entries": wishes.story_of(wish, public=False),
        "plans": taking if wish.state == "listed" else [],
        "merged": wish.merged.filter(community=request.community),
    }
    return answer(request, "planning/wish_desk.html", context)


@needs("planning.tend_wishes")
def move(request: Visit, wish_id: UUID, name: str) -> HttpResponse:
    """A step of a wish."""
    wish = wishes.wish_in(request.community, wish_id)
    start = {"back": ("planning:wish_desk", wish.pk), "row_title": wish.title}
    done = redirect("planning:wish_desk", request.community.code, wish.pk)
    return take_step(request, WISH, wish, name, WISH_STEPS, start) or done


@needs("planning.tend_wishes")
def type_in(request: Visit) -> HttpResponse:
    """A wish somebody said at the counter or on the telephone."""
    form = WishForm(sent(request), community=request.community)
    if not form.is_valid():
        return show_form(request, "planning/wish_type_in.html", form)
    with suppress(Replayed):
        made = actions.send_wish(
            request.community,
            **form.cleaned_data,
            source="desk",
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("记下了，编号 {number}。").format(number=made.number))
        return redirect("planning:wish_desk", request.community.code, made.pk)
    return redirect("planning:wishes_desk", request.community.code)
