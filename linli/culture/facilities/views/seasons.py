"""Seasons for everybody, and one's own wishes."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Step
from linli.core.pages.stepping import once, pressed, sent, step
from linli.culture.facilities.actions import season as acts, season_turns as turns
from linli.culture.facilities.forms.season import WishForm
from linli.culture.facilities.models import Season
from linli.culture.facilities.queries import season as queries
from linli.culture.facilities.queries.kept import wish_in
from linli.culture.facilities.views.sending import here
from linli.lib.calendar import local_day


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The seasons: what is open for wishes, what was given out."""
    context = {
        "seasons": queries.seasons_of(request.community)[:24],
        "runs": may("facilities.run_seasons", request.actor, request.community),
    }
    return answer(request, "facilities/keeping/seasons.html", context)


@public
@require_safe
def show(request: Visit, season_id: UUID) -> HttpResponse:
    """One season: its slots, its rule, and after the lot every outcome with its working."""
    season = queries.season_in(request.community, season_id, published=True)
    return answer(
        request,
        "facilities/keeping/season.html",
        season_context(request, season),
        json=lambda: queries.as_data(season),
    )


def season_context(request: Visit, season: Season) -> dict[str, Any]:
    """What the public page and the desk's page of a season show."""
    rows = queries.rows_of(season)
    return {
        "season": season,
        "slots": queries.slots_now(season),
        "rows": rows,
        "numbers": {row.wish.number: row for row in rows},
        "open": season.state == "open" and local_day(timezone.now()) <= season.wishes_until,
        "wishes": queries.wishes_standing(season).count(),
        "stages": _stages(season),
        "runs": may("facilities.run_seasons", request.actor, request.community),
        "cancelled": season.steps.filter(move="cancel").first(),
    }


def _stages(season: Season) -> list[Step]:
    order = ["open", "closed", "allocated"]
    over = local_day(timezone.now()) > season.wishes_until
    now = "allocated" if season.state == "allocated" else "closed" if over else "open"
    at = order.index(now)
    titles = (_("收志愿"), _("当众抽签"), _("公布结果"))
    done = season.state == "allocated"
    return [
        Step(title, "done" if done or number < at else "current" if number == at else "coming")
        for number, title in enumerate(titles)
    ]


@signed_in
def wish(request: Visit, season_id: UUID) -> HttpResponse:
    """A group's wishes, by whoever speaks for it."""
    season = queries.season_in(request.community, season_id, published=True)
    return wish_form(request, season, by_desk=False)


def wish_form(request: Visit, season: Season, *, by_desk: bool) -> HttpResponse:
    """The form of wishes, for a resident or typed by the desk."""
    slots = list(season.slots.select_related("facility"))
    form = WishForm(sent(request), season=season, slots=slots, by_desk=by_desk)
    back = here(request, "season_work" if by_desk else "season", season.pk)
    return step(
        request,
        form,
        lambda said: once(request, acts.wish_slots, season, said, wanted=form.wanted),
        title=_("填志愿：{season}").format(season=season.title),
        done=_("志愿收到了。抽签以前都可以撤回重填；先填后填一样。"),
        back=back,
        leads_to=None if by_desk else lambda _made: here(request, "own_kept"),
        note=_("按想要的先后填。填了的时段才可能分到，最多分到 {most} 个。").format(
            most=season.slots_most
        ),
        frame="desk.html" if by_desk else "portal.html",
        says=_("交志愿"),
    )


@signed_in
@require_POST
def withdraw_wish(request: Visit, wish_id: UUID) -> HttpResponse:
    """Takes the wishes back, to put them down anew."""
    row = wish_in(request.community, wish_id)
    back = here(request, "own_kept")
    return pressed(request, acts.withdraw_wish, row, _("撤回了，可以重新填。"), back)


@signed_in
@require_POST
def give_back(request: Visit, turn_id: UUID) -> HttpResponse:
    """One tap: the slot goes to the next."""
    turn = queries.turn_in(request.community, turn_id)
    return pressed(
        request,
        turns.give_slot_back,
        turn,
        _("还回了，谢谢。已经去问下一个团队。"),
        back_to(request),
    )


@signed_in
@require_POST
def answer_slot(request: Visit, turn_id: UUID, said: str) -> HttpResponse:
    """Takes what is offered, or does not."""
    if said not in ("yes", "no"):
        raise Http404
    turn = queries.turn_in(request.community, turn_id)
    done = _("归您的团队了。") if said == "yes" else _("好的，去问下一个团队。")
    return pressed(request, turns.answer_slot, turn, done, back_to(request), accept=said == "yes")


def back_to(request: Visit) -> str:
    """The desk's page of the season where it was pressed there, one's own otherwise."""
    season = request.POST.get("season", "")
    if season and may("facilities.run_seasons", request.actor, request.community):
        try:
            return here(request, "season_work", UUID(season))
        except ValueError:
            raise Http404 from None
    return here(request, "own_kept")
