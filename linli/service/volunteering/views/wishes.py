"""Wishes for everybody: what is wished, one's own, claiming, meeting, thanking."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, sent, step
from linli.core.places.laid_down import number_laid_down
from linli.service.volunteering.actions import wishes as acts
from linli.service.volunteering.forms.neighbours import (
    ChangeForm,
    ClaimForm,
    MeetForm,
    ThankForm,
    WishForm,
)
from linli.service.volunteering.models import Wish
from linli.service.volunteering.queries import wishes as read
from linli.service.volunteering.views.seen import seen_form

STATES = ("published", "claimed", "met")


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is wished here and waits for somebody; what came true."""
    here, state = request.community, request.GET.get("state", "published")
    state = state if state in STATES else "published"
    states = ("met", "thanked") if state == "met" else (state,)
    rows = read.wishes_of(here).filter(state__in=states)
    found = page_of(rows, "published_on", request.GET.get("after", ""), newest=True, size=30)
    counts = read.counts_shown(here)
    context = {
        "rows": found.rows,
        "next": found.after,
        "state": state,
        "tabs": _tabs(here.code, state, counts),
        "counts": counts,
        "may_make": may("volunteering.make_wish", request.actor, here),
        "desk": may("volunteering.look_at_wish", request.actor, here),
        "mine": read.own_wishes(request.actor, here) or read.claimed_by(request.actor, here),
    }
    return answer(request, "volunteering/wishes/all.html", context, json=lambda: _data(counts))


@public
@require_safe
def show(request: Visit, wish_id: UUID) -> HttpResponse:
    """One wish, without the person."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    own = read.is_own(request.actor, wish)
    held = may("volunteering.held_wish", request.actor, wish)
    context = {
        "wish": wish,
        "own": own,
        "held": held and wish.state == "claimed",
        "claimable": wish.state == "published" and not own,
        "may_claim": may("volunteering.claim_wish", request.actor, wish),
        "desk": may("volunteering.look_at_wish", request.actor, wish),
        "days": number_laid_down(
            "volunteering.wish_claim_days", request.community, timezone.localdate()
        ),
        "course": read.course_of_wish(wish, public=True),
    }
    return answer(request, "volunteering/wishes/one.html", context)


@signed_in
@require_safe
def show_mine(request: Visit) -> HttpResponse:
    """What one wished, and what one promised to meet."""
    context = {
        "wishes": read.own_wishes(request.actor, request.community),
        "claims": read.claimed_by(request.actor, request.community),
    }
    return answer(request, "volunteering/wishes/mine.html", context)


@needs("volunteering.make_wish")
def make(request: Visit) -> HttpResponse:
    """A wish of one's own, or of one's child."""
    here = request.community
    days = number_laid_down("volunteering.wish_looked_within", here, timezone.localdate())
    return step(
        request,
        WishForm(sent(request)),
        carried(request, acts.make_wish, here),
        title=_("许一个微心愿"),
        note=_("%(days)d 个工作日内有人看。公布时不写是谁；不收钱、不募捐。") % {"days": days},
        done=_("收到了，看过以后告诉您。"),
        back=reverse("volunteering:wishes_mine", args=[here.code]),
        frame="portal.html",
        says=_("送出"),
    )


@signed_in
def claim(request: Visit, wish_id: UUID) -> HttpResponse:
    """A resident promises to meet it."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    day = timezone.localdate()
    days = number_laid_down("volunteering.wish_claim_days", request.community, day)
    note = _("%(title)s。认领后为您保留 %(days)d 天；来不及了随时放开，没有人会知道。")
    return _step(
        request, wish, ClaimForm(sent(request)), acts.claim_wish,
        title=_("我来实现"),
        note=note % {"title": wish.title, "days": days},
        done=_("谢谢您。社区工作者会和您联系，帮忙转交。"),
        who="resident",
    )  # fmt: skip


@signed_in
def release(request: Visit, wish_id: UUID) -> HttpResponse:
    """The promise is taken back."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    return _step(
        request, wish, seen_form(request, wish), acts.release_wish,
        title=_("放开认领"), note=_("没有关系，不问为什么，也没有人会知道。"), done=_("放开了，等下一位。"),
    )  # fmt: skip


@signed_in
def meet(request: Visit, wish_id: UUID) -> HttpResponse:
    """It came true."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    return _step(
        request, wish, MeetForm(sent(request)), acts.meet_wish,
        title=_("实现了"), note=wish.title,
        done=_("太好了，许愿的人会知道；您写的话，居委会看过就公布。"),
    )  # fmt: skip


@signed_in
def thank(request: Visit, wish_id: UUID) -> HttpResponse:
    """A word of thanks."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    return _step(
        request, wish, ThankForm(sent(request)), acts.thank_wish,
        title=_("说一句"), note=wish.public_told, done=_("居委会看过就公布，实现心愿的人会读到。"),
    )  # fmt: skip


@signed_in
def withdraw(request: Visit, wish_id: UUID) -> HttpResponse:
    """The wish is taken back."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    return _step(
        request, wish, seen_form(request, wish), acts.withdraw_wish,
        title=_("收回心愿"), note=_("不问为什么，马上就收回。"), done=_("收回了。"),
        back=reverse("volunteering:wishes_mine", args=[request.community.code]),
    )  # fmt: skip


@signed_in
def change(request: Visit, wish_id: UUID) -> HttpResponse:
    """The wish is said differently."""
    wish = read.wish_for(request.actor, request.community, wish_id)
    form = ChangeForm(sent(request), initial={"words": wish.words})
    return _step(
        request, wish, form, acts.change_wish,
        title=_("改一改再送"), note=wish.answer, done=_("收到了，看过以后告诉您。"),
        back=reverse("volunteering:wishes_mine", args=[request.community.code]),
    )  # fmt: skip


def _step(
    request: Visit, wish: Wish, form: Any, act: Any, *, back: str = "", who: str = "", **said: Any
) -> HttpResponse:
    more = {"who": who} if who else {}
    page = reverse("volunteering:wish", args=[request.community.code, wish.pk])
    return step(
        request, form, carried(request, act, wish, **more), back=back or page,
        frame="portal.html", **said,
    )  # fmt: skip


def _tabs(code: str, state: str, counts: dict[str, int]) -> list[Tab]:
    page = reverse("volunteering:wishes", args=[code])
    titles = (
        ("published", _("等人认领"), "open"),
        ("claimed", _("有人认领"), "claimed"),
        ("met", _("实现了"), "met"),
    )
    return [
        Tab(title, f"{page}?state={name}", name == state, counts[key])
        for name, title, key in titles
    ]


def _data(counts: dict[str, int]) -> dict[str, Any]:
    return {"wishes": counts}
