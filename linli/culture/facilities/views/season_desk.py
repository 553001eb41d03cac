"""Seasons at the desk: drafted, published, allotted; slots given back and booked again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carry, once, pressed, sent, step
from linli.culture.facilities.actions import season as acts, season_turns as turns
from linli.culture.facilities.forms.season import DrawForm, SeasonForm, SlotForm
from linli.culture.facilities.forms.told import PlainStep, ReasonStep
from linli.culture.facilities.models import SeasonSlot
from linli.culture.facilities.queries import season as queries
from linli.culture.facilities.queries.out_of_use import facilities_kept
from linli.culture.facilities.rules.season import may_allocate
from linli.culture.facilities.views.seasons import season_context, wish_form
from linli.culture.facilities.views.sending import desk_tabs, here
from linli.lib.calendar import local_day


@needs("facilities.run_seasons")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every season, drafts too."""
    context = {
        "seasons": queries.seasons_of(request.community, published=False)[:40],
        "tabs": desk_tabs(request, "season_desk"),
    }
    return answer(request, "facilities/keeping/season_desk.html", context)


@needs("facilities.run_seasons")
def draft(request: Visit) -> HttpResponse:
    """A new season."""
    form = SeasonForm(sent(request))
    return step(
        request,
        form,
        lambda said: once(
            request, acts.draft_season, request.community, said, drafted=form.drafted
        ),
        title=_("起草一个场地季"),
        done=_("起草好了，请加时段。"),
        back=here(request, "season_desk"),
        leads_to=lambda made: (
            here(request, "season_work", made.pk) if made else here(request, "season_desk")
        ),
    )


@needs("facilities.run_seasons")
@require_safe
def show(request: Visit, season_id: UUID) -> HttpResponse:
    """One season with what is to be done next."""
    season = queries.season_in(request.community, season_id)
    context = {
        **season_context(request, season),
        "answers": (("yes", _("要")), ("no", _("不要"))),
        "told_wishes": queries.wishes_standing(season),
        "may_draw": may_allocate(season.wishes_until, local_day(timezone.now())),
    }
    return answer(request, "facilities/keeping/season_work.html", context)


@needs("facilities.run_seasons")
def put_slots(request: Visit, season_id: UUID) -> HttpResponse:
    """Adds slots."""
    season = queries.season_in(request.community, season_id)
    form = SlotForm(sent(request), facilities=facilities_kept(request.community))
    return step(
        request,
        form,
        lambda said: once(
            request, acts.put_slots, season, said, facility=said["facility"],
            weekdays=said["weekdays"], starts=said["starts"], ends=said["ends"],
        ),
        title=_("加时段"),
        done=_("加好了。"),
        back=here(request, "season_work", season.pk),
    )  # fmt: skip


@needs("facilities.run_seasons")
@require_POST
def drop_slot(request: Visit, slot_id: UUID) -> HttpResponse:
    """Takes a slot out."""
    slot = SeasonSlot.objects.filter(community=request.community, pk=slot_id).first()
    if slot is None:
        raise Http404
    back = here(request, "season_work", slot.season_id)
    return pressed(request, acts.drop_slot, slot, _("去掉了。"), back)


@needs("facilities.run_seasons")
def publish(request: Visit, season_id: UUID) -> HttpResponse:
    """Publishes the rule; wishes are taken from now on."""
    season = queries.season_in(request.community, season_id)
    form = PlainStep(sent(request), row=season)
    return step(
        request,
        form,
        lambda said: carry(request, acts.publish_season, season, seen=said["seen"]),
        title=_("公布规则，开始收志愿"),
        note=_("公布以后，时段、规则和种子的指纹都不能再改。"),
        done=_("公布了。"),
        back=here(request, "season_work", season.pk),
    )


@needs("facilities.run_seasons")
def cancel(request: Visit, season_id: UUID) -> HttpResponse:
    """Calls it off before anything is given out."""
    season = queries.season_in(request.community, season_id)
    form = ReasonStep(sent(request), row=season)
    return step(
        request,
        form,
        lambda said: carry(
            request, acts.cancel_season, season, reason=said["reason"], seen=said["seen"]
        ),
        title=_("取消这一季"),
        done=_("取消了，填过志愿的都告诉了。"),
        back=here(request, "season_work", season.pk),
    )


@needs("facilities.run_seasons")
def allocate(request: Visit, season_id: UUID) -> HttpResponse:
    """The lot, and everything that follows from it."""
    season = queries.season_in(request.community, season_id)
    form = DrawForm(sent(request), row=season)
    return step(
        request,
        form,
        lambda said: carry(
            request, acts.allocate_season, season, called=said["called"], seen=said["seen"]
        ),
        title=_("抽签并分配"),
        note=_("按公布的规则一次算完，整个学季的日期同时订好。"),
        done=_("分好了，结果和每一步的理由都公布了。"),
        back=here(request, "season_work", season.pk),
        findings=[may_allocate(season.wishes_until, local_day(timezone.now()))],
    )


@needs("facilities.run_seasons")
def wish_for(request: Visit, season_id: UUID) -> HttpResponse:
    """Types wishes in that came on paper or by telephone."""
    season = queries.season_in(request.community, season_id, published=True)
    return wish_form(request, season, by_desk=True)


@needs("facilities.run_seasons")
@require_POST
def book_turn(request: Visit, turn_id: UUID) -> HttpResponse:
    """Tries the dates of a slot again."""
    turn = queries.turn_in(request.community, turn_id)
    back = here(request, "season_work", turn.season_id)
    return pressed(request, turns.book_turn, turn, _("整个学季都订好了。"), back)
