"""The secretary's desk: posts, who claimed or checked in, units, the council, wishes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, override
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import SOURCE
from linli.core.pages.stepping import sent
from linli.core.pages.steps import StepForm
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.gathering.queries import present_by_capacity
from linli.partners.party import lists
from linli.partners.party.actions import council, serving as acts, units, wishes
from linli.partners.party.forms import serving as forms
from linli.partners.party.forms.keeping import OnceForm, UntilForm
from linli.partners.party.models import (
    Branch,
    CheckIn,
    Council,
    Letter,
    Service,
    ServicePost,
    UnitCheckIn,
)
from linli.partners.party.offers import wish_waiting, wishes_of
from linli.partners.party.queries import serving as read
from linli.partners.party.queries.calendar import branches_of
from linli.partners.party.views.carrying import desk_tabs, done, page

AT_COUNCIL = 10
"""How many needs and projects the agenda is begun with."""
SEE, KEEP, PRIVATE = "party.see_desk", "party.keep", "party.see_checkins"


def _desk(request: Visit, name: str, template: str, **context: Any) -> HttpResponse:
    here, actor = request.community, request.actor
    more = {"keeps": may(KEEP, actor, here), "today": timezone.localdate()}
    return answer(request, template, {**more, "tabs": desk_tabs(request, name), **context})


@needs(SEE)
@require_safe
def show_posts(request: Visit) -> HttpResponse:
    """The posts and how many claimed them."""
    here = request.community
    return _desk(
        request, "posts_desk", "party/desk/posts.html",
        posts=list(read.posts_of(here)[:100]), closed=list(read.posts_of(here, closed=True)[:30]),
        private=may(PRIVATE, request.actor, here),
    )  # fmt: skip


@needs(KEEP)
def open_post(request: Visit) -> HttpResponse:
    """Lists a post."""
    return done(request, forms.PostForm(sent(request)), acts.open_post, request.community,
                title=_("公布一个公益岗位"), note=_("谁都可以认领，自愿，不分派。"), done=_("公布了。"),
                back=page(request, "posts_desk"))  # fmt: skip


@needs(KEEP)
def close_post(request: Visit, post_id: UUID) -> HttpResponse:
    """Looks for nobody any more."""
    row = read.one_of(ServicePost, request.community, post_id)
    return done(request, StepForm(sent(request), row=row), acts.close_post, row,
                title=_("不再招人"), note=row.title, done=_("好了。"),
                back=page(request, "posts_desk"))  # fmt: skip


@needs(PRIVATE)
@require_safe
def show_checkins(request: Visit) -> HttpResponse:
    """Who claimed and checked in, as rows without names."""
    rows = read.rows_that_serve(request.community)
    return _desk(request, "posts_desk", "party/desk/checkins.html", rows=rows)


@needs(PRIVATE)
@require_safe
def show_row(request: Visit, row_id: UUID) -> HttpResponse:
    """One claim or check-in with the name in it; each look is an entry."""
    row = read.row_for_secretary(request.actor, request.community, row_id)
    acts.look_at_checkin(row, by=request.actor, at=timezone.now())
    return _desk(request, "posts_desk", "party/desk/row.html", row=row,
                 is_checkin=isinstance(row, CheckIn), services=read.services_in(row))  # fmt: skip


@needs(PRIVATE)
def answer_one(request: Visit, service_id: UUID) -> HttpResponse:
    """A word back."""
    row = read.one_of(Service, request.community, service_id, "claim", "checkin")
    if request.method != "POST":  # what it says is read here, as on the page of the whole row
        whose = row.checkin or row.claim
        acts.look_at_checkin(whose, by=request.actor, at=timezone.now())
    back = page(request, "row", row.checkin_id or row.claim_id)
    return done(request, forms.AnswerForm(sent(request)), acts.answer_service, row,
                title=_("反馈"), note=row.told, done=_("本人看得到了。"), back=back)  # fmt: skip


@needs(SEE)
@require_safe
def show_units(request: Visit) -> HttpResponse:
    """The units that checked in, and the one list of what they offer, what is needed and done."""
    here, today = request.community, timezone.localdate()
    return _desk(
        request, "units", "party/desk/units.html", units=read.units_of(here),
        lists=lists.lists_on(here, today), doors=lists.doors_for(request.actor, here),
    )  # fmt: skip


@needs(SEE)
@require_safe
def show_unit(request: Visit, unit_id: UUID) -> HttpResponse:
    """One unit: how it is reached, what of the lists is its, the letters."""
    here, today = request.community, timezone.localdate()
    unit = read.one_of(UnitCheckIn, here, unit_id)
    return _desk(
        request, "units", "party/desk/unit.html", unit=unit, letters=read.letters_of(unit),
        lists=lists.lists_of_unit(here, unit.unit, today),
        doors=lists.doors_of_unit(request.actor, here, unit.unit),
        living=read.living_told(unit, today),
    )  # fmt: skip


@needs(KEEP)
def check_in_unit(request: Visit) -> HttpResponse:
    """A unit of the register checks in."""
    here = request.community
    taken = {each.unit for each in read.units_of(here)}
    known = [each for each in lists.units_known(here) if each.id not in taken]
    form = forms.UnitForm(sent(request), units=known, initial={"since": timezone.localdate()})
    return done(request, form, units.check_in_unit, here, title=_("单位报到"),
                note=_("名称和代码在驻社区单位里登记过，这里不用再写；在职党员只要总数，不要名单。"),
                done=_("登记好了。"), back=page(request, "units"))  # fmt: skip


@needs(KEEP)
def change_unit(request: Visit, unit_id: UUID) -> HttpResponse:
    """Another office, another number."""
    row = read.one_of(UnitCheckIn, request.community, unit_id)
    return done(request, forms.UnitChangeForm(sent(request), row=row), units.change_unit, row,
                title=_("改联系方式和总数"), note=row.name, done=_("改好了。"),
                back=page(request, "unit", row.pk))  # fmt: skip


@needs(KEEP)
def end_unit(request: Visit, unit_id: UUID) -> HttpResponse:
    """It takes part no more."""
    row = read.one_of(UnitCheckIn, request.community, unit_id)
    form = UntilForm(sent(request), row=row, initial={"until": timezone.localdate()})
    return done(request, form, units.end_unit, row, title=_("不再参加"),
                note=_("它提供的和正在做的，还在驻社区单位的清单上。"), done=_("记下了。"),
                back=page(request, "units"))  # fmt: skip


@needs(KEEP)
def write_letter(request: Visit, unit_id: UUID) -> HttpResponse:
    """Tells a unit, in counts, what came of it."""
    row = read.one_of(UnitCheckIn, request.community, unit_id)
    return done(request, forms.LetterForm(sent(request)), units.write_letter, row,
                title=_("写反馈信"), note=_("只有件数；不写人，不打分。"), done=_("写好了，可以打印。"),
                back=page(request, "unit", row.pk))  # fmt: skip


@needs(SEE)
@require_safe
def show_letter(request: Visit, letter_id: UUID) -> HttpResponse:
    """A letter as it prints."""
    letter = read.one_of(Letter, request.community, letter_id, "unit")
    return answer(request, "party/desk/letter.html", {"letter": letter})


@needs(SEE)
@require_safe
def show_council(request: Visit) -> HttpResponse:
    """The meetings of the council."""
    return _desk(request, "council", "party/desk/council.html",
                 councils=read.councils_of(request.community))  # fmt: skip


@needs(SEE)
@require_safe
def show_one_council(request: Visit, council_id: UUID) -> HttpResponse:
    """One meeting: how it stands and what comes next."""
    row = read.one_of(Council, request.community, council_id, "gathering")
    return _show_council(request, row)


@needs(SEE)
@require_safe
def council_of(request: Visit, gathering_id: UUID) -> HttpResponse:
    """The same, from the mechanism's pages."""
    rows = Council.objects.filter(community=request.community, gathering=gathering_id)
    row = rows.select_related("gathering").first()
    if row is None:
        raise Http404
    return _show_council(request, row)


def _show_council(request: Visit, row: Council) -> HttpResponse:
    return _desk(
        request, "council", "party/desk/one_council.html", council=row, gathering=row.gathering,
        items=list(row.gathering.items.order_by("order")),
        present=sum(present_by_capacity(row.gathering).values()),
    )  # fmt: skip


@needs(KEEP)
def plan_council(request: Visit) -> HttpResponse:
    """Begins to prepare one."""
    lines = lists.lists_on(request.community, timezone.localdate())
    form = forms.CouncilForm(sent(request), initial={"agenda": _agenda(lines)})

    def plan(community: Any, *, on: Any, hour: Any, agenda: str, **given: Any) -> object:
        starts = datetime.combine(on, hour, tzinfo=SHANGHAI)
        return council.plan_council(
            community, starts_at=starts, agenda=agenda.splitlines(), **given
        )

    return done(request, form, plan, request.community, title=_("筹备联席会议"),
                note=_("议题先列了没对接的需求和正在做的项目。发通知以前谁也看不到。"),
                done=_("筹备好了，请发通知。"),
                back=page(request, "council"))  # fmt: skip


def _agenda(listed: lists.Lists) -> str:
    """What waits and what is under way, as the council goes through it."""
    running = [line for line in listed.projects if line.tone == "open"]
    # Everybody reads it afterwards: in the community's language, not the writer's.
    with override(SOURCE):
        return "\n".join(
            [
                *(_("需求：%(what)s") % {"what": line.title} for line in listed.needs[:AT_COUNCIL]),
                *(_("项目：%(what)s") % {"what": line.title} for line in running[:AT_COUNCIL]),
            ]
        )


STEPS: dict[str, tuple[Any, Any, Any]] = {
    "call": (forms.CallForm, council.call_council, lambda: _("通知各单位")),
    "open": (forms.ChairForm, council.open_council, lambda: _("宣布开会")),
    "close": (OnceForm, council.close_council, lambda: _("宣布散会")),
    "cancel": (forms.WhyForm, council.cancel_council, lambda: _("取消会议")),
}


@needs(KEEP)
def step_council(request: Visit, council_id: UUID, move: str) -> HttpResponse:
    """Calls, opens, closes or cancels it."""
    row = read.one_of(Council, request.community, council_id, "gathering")
    if move not in STEPS:
        raise Http404
    form, act, title = STEPS[move]
    back, told = page(request, "one_council", row.pk), _("记下了。")
    if move == "call":  # units have no account here: the slip is how they hear of it
        back = reverse("gathering:slips", args=[request.community.code, row.gathering_id])
        told = _("记下了。系统不会自动通知单位：请打印通知单，或者打电话。")
    return done(request, form(sent(request)), act, row, title=title(), note=row.gathering.title,
                done=told, back=back)  # fmt: skip


@needs(SEE)
@require_safe
def show_wishes(request: Visit) -> HttpResponse:
    """The wishes that wait, and those branches took on."""
    here = request.community
    branches = [each for each in branches_of(here) if each.kind != "committee"]
    return _desk(request, "wishes", "party/desk/wishes.html", waiting=wishes_of(here),
                 taken=read.wishes_taken(here), branches=branches)  # fmt: skip


@needs(KEEP)
def take_wish(request: Visit, wish_id: UUID, branch_id: UUID) -> HttpResponse:
    """A branch takes a wish on."""
    branch = read.one_of(Branch, request.community, branch_id)
    wish = wish_waiting(request.community, wish_id)
    if wish is None:
        raise Http404

    def take(row: Branch, **given: Any) -> object:
        return wishes.take_wish(row, wish=wish_id, **given)

    return done(request, OnceForm(sent(request)), take, branch,
                title=_("%(branch)s 认领") % {"branch": branch.name}, note=wish.title,
                done=_("认领了，由社区转交，不见名字。"), back=page(request, "wishes"))  # fmt: skip
