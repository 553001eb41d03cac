"""Wishes at the desk: looked at, published in words that name nobody, passed on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carried, sent, step
from linli.mechanisms.flow.queries import moves_open
from linli.service.volunteering.actions import wishes as acts
from linli.service.volunteering.forms.neighbours import (
    DeskClaimForm,
    DeskWishForm,
    MeetForm,
    PublishForm,
    ReasonForm,
    RefuseForm,
    ThankForm,
    WordsForm,
)
from linli.service.volunteering.models import Wish
from linli.service.volunteering.queries import wishes as read
from linli.service.volunteering.views.seen import seen_form
from linli.service.volunteering.views.tabs import neighbour_tabs
from linli.service.volunteering.ways import ways_on

LOOK = "volunteering.look_at_wish"


@needs(LOOK)
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What waits to be looked at, what is promised, all others."""
    rows = read.wishes_of(request.community)
    others = rows.exclude(state__in=("made", "claimed"))
    found = page_of(others, "state_since", request.GET.get("after", ""), newest=True)
    context = {
        "waiting": list(rows.filter(state="made").order_by("state_since")[:50]),
        "claimed": list(rows.filter(state="claimed").order_by("claim__holds_until")[:50]),
        "unseen": read.words_to_look_at(request.community),
        "rows": found.rows,
        "next": found.after,
        "tabs": neighbour_tabs(request, "wishes_desk"),
    }
    return answer(request, "volunteering/wishes/desk.html", context)


@needs(LOOK)
@require_safe
def show(request: Visit, wish_id: UUID) -> HttpResponse:
    """One wish as it was said, and what can be done now."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    offers = moves_open(wish.flow, wish, request.actor)
    clocks = [clock for clock in clocks_of(wish) if clock.is_open]
    context = {
        "wish": wish,
        "moves": {each.move.name for each in offers if each.finding},
        "course": read.course_of_wish(wish, public=False),
        "deadline": deadline_of(clocks[0], work_calendar(request.community.pk), timezone.now())
        if clocks
        else None,
        "ways": ways_on(request.community),
    }
    return answer(request, "volunteering/wishes/desk_one.html", context)


@needs(LOOK)
def make(request: Visit) -> HttpResponse:
    """Typed in for somebody who said it at the desk, with their consent."""
    return step(
        request,
        DeskWishForm(sent(request)),
        carried(request, acts.make_wish, request.community, at_desk=True),
        title=_("登记一个微心愿"),
        note=_("先问本人；孩子的先问监护人。不收钱、不募捐；生活有困难的，请直接帮他申请救助。"),
        done=_("登记好了，看过就可以公布。"),
        back=reverse("volunteering:wishes_desk", args=[request.community.code]),
    )


@needs(LOOK)
def publish(request: Visit, wish_id: UUID) -> HttpResponse:
    """In words that name nobody."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    form = PublishForm(sent(request), initial={"title": wish.title, "about": wish.about})
    note = _("原话：%(words)s（公布时只写“%(whose)s”）") % {
        "words": wish.words,
        "whose": wish.get_whose_display(),
    }
    return _step(request, wish, form, acts.publish_wish, title=_("公布"), note=note,
                 done=_("公布了，等人认领。"))  # fmt: skip


@needs(LOOK)
def give_back(request: Visit, wish_id: UUID) -> HttpResponse:
    """Asks the person to say it differently."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, ReasonForm(sent(request)), acts.give_wish_back,
                 title=_("请改一改"), done=_("告诉了许愿的人。"))  # fmt: skip


@needs(LOOK)
def refuse(request: Visit, wish_id: UUID) -> HttpResponse:
    """It is nothing for a wish: why, and where it belongs."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, RefuseForm(sent(request)), acts.refuse_wish,
                 title=_("不适合做微心愿"), done=_("告诉了许愿的人，和可以怎么办。"))  # fmt: skip


@needs(LOOK)
def end(request: Visit, wish_id: UUID) -> HttpResponse:
    """Put away."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, ReasonForm(sent(request)), acts.end_wish,
                 title=_("收起"), done=_("收起了，告诉了许愿的人。"))  # fmt: skip


@needs(LOOK)
def claim(request: Visit, wish_id: UUID) -> HttpResponse:
    """A unit, a group, or a resident who came to the desk promises to meet it."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, DeskClaimForm(sent(request)), acts.claim_wish,
                 title=_("登记认领"), note=wish.title, done=_("登记好了，保留的日子从今天算。"))  # fmt: skip


@needs(LOOK)
def release(request: Visit, wish_id: UUID) -> HttpResponse:
    """The claim is let go."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, seen_form(request, wish), acts.release_wish,
                 title=_("放开认领"), note=_("认领的人是谁，放开后不再留下。"), done=_("放开了。"))  # fmt: skip


@needs(LOOK)
def meet(request: Visit, wish_id: UUID) -> HttpResponse:
    """It came true."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, MeetForm(sent(request)), acts.meet_wish,
                 title=_("实现了"), note=wish.title, done=_("记下了。"))  # fmt: skip


@needs(LOOK)
def thank(request: Visit, wish_id: UUID) -> HttpResponse:
    """What the person said at the desk."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, ThankForm(sent(request)), acts.thank_wish,
                 title=_("记下许愿人的一句话"), note=wish.public_told, done=_("记下了。"))  # fmt: skip


@needs(LOOK)
def show_words(request: Visit, wish_id: UUID) -> HttpResponse:
    """What those who met it and who wished it said: everybody reads it, or it is taken away."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    form = WordsForm(sent(request), initial={"told": wish.told, "thanks": wish.thanks})
    return _step(request, wish, form, acts.show_wish_words,
                 title=_("看过再公布"), note=_("写了是谁的、不合适的，改掉或者留空。"), done=_("好了。"))  # fmt: skip


@needs(LOOK)
def withdraw(request: Visit, wish_id: UUID) -> HttpResponse:
    """The person no longer wishes it and said so at the desk."""
    wish = read.wish_at_desk(request.actor, request.community, wish_id)
    return _step(request, wish, seen_form(request, wish), acts.withdraw_wish,
                 title=_("本人收回"), note=_("不问为什么。"), done=_("收回了。"))  # fmt: skip


def _step(request: Visit, wish: Wish, form: Any, act: Any, **said: Any) -> HttpResponse:
    back = reverse("volunteering:wish_desk", args=[request.community.code, wish.pk])
    more: dict[str, Any] = {} if hasattr(form, "row") else {"seen": wish.version}
    if isinstance(form, DeskClaimForm):
        more["at_desk"] = True
    return step(request, form, carried(request, act, wish, **more), back=back, **said)
