"""The desk: estates, their bodies, contracts and foundings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.sentences import Told
from linli.core.pages.stepping import sent, step
from linli.core.pages.wording import tell_day
from linli.governance.property.actions import contracts, estates, meetings
from linli.governance.property.flows import CONTRACT
from linli.governance.property.forms.contracts import ContractForm, GivenForm, NoticeForm, SureForm
from linli.governance.property.forms.estates import (
    BodyForm,
    EndBodyForm,
    EstateForm,
    FiledForm,
    FoundingForm,
    KnownForm,
    RegimeForm,
    StageForm,
)
from linli.governance.property.forms.meetings import ResolutionForm
from linli.governance.property.models import HandoverItem, OwnersBody
from linli.governance.property.origins import complaints_of
from linli.governance.property.queries import estates as found, scopes
from linli.governance.property.queries.disputes import open_at_desk
from linli.governance.property.queries.overview import all_at_desk, overdue_periods
from linli.governance.property.queries.votes import votes_at_desk
from linli.governance.property.rules.founding import STAGES, next_stage
from linli.governance.property.sentences.stages import STAGE_TITLES
from linli.governance.property.views.public import parts_of
from linli.lib.calendar import local_day

YEAR = timedelta(days=365)


@needs("property.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The estates as the desk keeps them, what is overdue in each."""
    today = local_day(timezone.now())
    context = {
        "rows": all_at_desk(request.community, today),
        "cases": scopes.cases_of(request.community),
        "disputes": open_at_desk(request.actor, request.community).count(),
    }
    return answer(request, "property/desk.html", context)


@needs("property.see_desk")
@require_safe
def show(request: Visit, estate_id: UUID) -> HttpResponse:
    """One estate with all that can be done about it."""
    estate = found.estate_of(request.community, estate_id)
    today = local_day(timezone.now())
    founding = found.founding_of(estate)
    coming = ""
    if founding is not None and founding.ended_on is None:
        reached = dict(founding.reached.values_list("code", "on"))
        coming = next_stage(STAGES[founding.way], reached)
    context = {
        **parts_of(estate),
        "coming": coming,
        "coming_title": STAGE_TITLES.get(coming, ""),
        "overdue": overdue_periods(estate, today),
        "rosters": may("property.keep_roster", request.actor, request.community),
        "complaints": complaints_of(request.community, estate.place, today - YEAR, today),
        "resolutions": estate.resolutions.order_by("-received_on")[:20],
        "meetings": found.meetings_of(estate),
        "repairs": estate.repairs.order_by("-on")[:20],
        "votes": votes_at_desk(request.community, [estate])[:10],
        "keeps_roster": may("property.keep_roster", request.actor, estate),
        "runs_votes": may("property.run_votes", request.actor, estate),
    }
    return answer(request, "property/estate_desk.html", context)


@needs("property.keep")
def add(request: Visit) -> HttpResponse:
    """Enters an estate."""
    form = EstateForm(sent(request), places=found.places_for_estates(request.community))
    return step(
        request, form,
        lambda said: estates.enter_estate(
            request.community, name=said["name"], place=said["place"], given=form.given,
            since=said["since"], by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("登记小区"), done=_("登记好了。"), back=_at(request, "desk"),
        leads_to=lambda made: _at(request, "estate_desk", made.pk),
    )  # fmt: skip


@needs("property.keep")
def alter(request: Visit, estate_id: UUID) -> HttpResponse:
    """Changes what is known of an estate."""
    estate = found.estate_of(request.community, estate_id)
    form = KnownForm(sent(request), row=estate)
    return _on(
        request, estate, form,
        lambda said: estates.alter_estate(
            estate, given=form.given, seen=said["seen"], by=request.actor, at=timezone.now()
        ),
        _("改登记"),
    )  # fmt: skip


@needs("property.keep")
def change_regime(request: Visit, estate_id: UUID) -> HttpResponse:
    """Another way of looking after the estate."""
    estate = found.estate_of(request.community, estate_id)
    return _on(
        request, estate, RegimeForm(sent(request)), _act(request, estates.change_regime, estate),
        _("改变管理方式"),
    )  # fmt: skip


@needs("property.keep")
def seat_body(request: Visit, estate_id: UUID) -> HttpResponse:
    """A body of the owners begins its term."""
    estate = found.estate_of(request.community, estate_id)

    def carry_out(said: dict[str, Any]) -> object:
        given = {name: value for name, value in said.items() if name not in ("once", "members")}
        return estates.seat_body(
            estate, **given, seats=said["members"], by=request.actor, at=timezone.now(),
            once=said["once"],
        )  # fmt: skip

    return _on(request, estate, BodyForm(sent(request)), carry_out, _("登记业主组织"))


@needs("property.keep")
def file_body(request: Visit, body_id: UUID) -> HttpResponse:
    """The street has filed the committee."""
    row = _body(request, body_id)
    return _on(
        request, row.estate, FiledForm(sent(request)),
        lambda said: estates.file_body(
            row, filed_on=said["on"], by=request.actor, at=timezone.now(), once=said["once"]
        ),
        _("登记备案"),
    )  # fmt: skip


@needs("property.keep")
def end_body(request: Visit, body_id: UUID) -> HttpResponse:
    """A body's term is over; before its last day, with a warning."""
    row = _body(request, body_id)
    running = local_day(timezone.now()) < row.term_ends
    return step(
        request, EndBodyForm(sent(request), running=running),
        lambda said: estates.end_body(
            row, until=said["on"], reason=said["reason"], basis=said["basis"],
            early=said.get("early", False), by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("{name}任期结束").format(name=row.name), done=_("记下了，列在“以前的业主组织”里。"),
        note=_ended_with(row, running), says=_("登记任期结束"),
        back=_at(request, "estate_desk", row.estate_id),
    )  # fmt: skip


@needs("property.keep")
def begin_founding(request: Visit, estate_id: UUID) -> HttpResponse:
    """Owners ask for an assembly."""
    estate = found.estate_of(request.community, estate_id)

    def carry_out(said: dict[str, Any]) -> object:
        given = {name: value for name, value in said.items() if name not in ("once", "way")}
        return estates.begin_founding(
            estate, way=said["way"], given=given, by=request.actor, at=timezone.now(),
            once=said["once"],
        )  # fmt: skip

    return _on(request, estate, FoundingForm(sent(request)), carry_out, _("登记筹备申请"))


@needs("property.keep")
def reach_stage(request: Visit, estate_id: UUID, code: str) -> HttpResponse:
    """The next stage was reached."""
    estate = found.estate_of(request.community, estate_id)
    founding = found.founding_of(estate)
    if founding is None or founding.ended_on is not None or code not in STAGE_TITLES:
        raise Http404
    return _on(
        request, estate, StageForm(sent(request), row=founding),
        lambda said: estates.reach_stage(
            founding, code=code, **said, by=request.actor, at=timezone.now()
        ),
        STAGE_TITLES[code],
    )  # fmt: skip


@needs("property.keep")
def enter_contract(
    request: Visit, estate_id: UUID, contract_id: UUID | None = None
) -> HttpResponse:
    """Enters a contract; one that renews another ends it."""
    estate = found.estate_of(request.community, estate_id)
    renews = found.contract_of(request.community, contract_id) if contract_id else None
    if renews is not None and renews.estate_id != estate.pk:
        raise Http404
    providers = found.providers_of(request.community, local_day(timezone.now()))
    register = format_html(
        '{} <a href="{}">{}</a>', _("名单里没有的，先登记为物业服务人。"),
        reverse("access_new_body", args=[request.community.code]), _("登记单位"),
    )  # fmt: skip
    form = ContractForm(sent(request), providers=providers, elsewhere=register)
    return _on(
        request, estate, form,
        lambda said: contracts.enter_contract(
            estate, body=said["body"], given=form.given, renews=renews, by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        _("续签合同") if renews else _("登记物业合同"),
    )  # fmt: skip


@needs("property.see_desk")
@require_safe
def show_contract(request: Visit, contract_id: UUID) -> HttpResponse:
    """A contract with its clocks, its steps and the list of what is handed over."""
    contract = found.contract_of(request.community, contract_id)
    items = list(contract.handover.order_by("kind", "what"))
    contract.relieved = found.relieved(
        contract, found.serving(contract.estate), local_day(timezone.now())
    )
    context = {
        "contract": contract,
        "estate": contract.estate,
        "items": items,
        "left": sum(row.given_on is None for row in items),
        "steps": [
            (CONTRACT.move(row.move).title, row) for row in contract.steps.order_by("version")
        ],
    }
    return answer(request, "property/contract.html", context)


@needs("property.keep")
def give_notice(request: Visit, contract_id: UUID) -> HttpResponse:
    """A written notice that the firm goes."""
    contract = found.contract_of(request.community, contract_id)
    return step(
        request, NoticeForm(sent(request), row=contract),
        lambda said: contracts.give_notice(
            contract, **said, by=request.actor, at=timezone.now()
        ),
        title=_("登记书面通知"), done=_("记下了，交接清单已经列好。"),
        note=_("业主解聘提前 60 日；物业不续约在到期前 90 日；不定期的任何一方提前 60 日。"),
        back=_at(request, "contract", contract.pk),
    )  # fmt: skip


@needs("property.keep")
def take_over_item(request: Visit, item_id: UUID) -> HttpResponse:
    """One thing has been handed over."""
    rows = HandoverItem.objects.filter(community=request.community, pk=item_id)
    item = rows.select_related("contract__estate", "community").first()
    if item is None:
        raise Http404
    return step(
        request, GivenForm(sent(request)),
        lambda said: contracts.take_over_item(
            item, on=said["on"], note=said["note"], by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("登记交接"), done=_("记下了。"), note=item.what,
        back=_at(request, "contract", item.contract_id),
    )  # fmt: skip


@needs("property.keep")
def finish_handover(request: Visit, contract_id: UUID) -> HttpResponse:
    """Everything is handed over and somebody has taken over."""
    contract = found.contract_of(request.community, contract_id)
    return step(
        request, SureForm(sent(request), row=contract),
        lambda said: contracts.finish_handover(
            contract, seen=said["seen"], by=request.actor, at=timezone.now()
        ),
        title=_("交接完毕，物业离开"), done=_("交接完了。"),
        note=_("清单每一项都交接了，又有人接管，原来的物业才能离开。"),
        back=_at(request, "contract", contract.pk),
    )  # fmt: skip


@needs("property.keep")
def receive_resolution(request: Visit, estate_id: UUID) -> HttpResponse:
    """The residents' committee has received a resolution."""
    estate = found.estate_of(request.community, estate_id)
    return _on(
        request, estate, ResolutionForm(sent(request)),
        _act(request, meetings.receive_resolution, estate), _("登记收到的业主决定"),
    )  # fmt: skip


def _ended_with(row: OwnersBody, running: bool) -> str:
    """What ends, and how long before its day."""
    sitting = row.members.filter(until__isnull=True).count()
    told = _("{members} 位成员一起离任，不能撤回。").format(members=sitting)
    if not running:
        return told
    ends = _("任期到{day}，还没有满。").format(day=tell_day(row.term_ends))
    return Told(ends, told).whole


def _body(request: Visit, key: UUID) -> OwnersBody:
    rows = OwnersBody.objects.filter(community=request.community, pk=key, until__isnull=True)
    row = rows.select_related("estate", "community").first()
    if row is None:
        raise Http404
    found_row: OwnersBody = row
    return found_row


def _act(
    request: Visit, act: Callable[..., object], row: Any
) -> Callable[[dict[str, Any]], object]:
    return lambda said: act(row, **said, by=request.actor, at=timezone.now())


def _on(request: Visit, estate: Any, form: Any, carry_out: Any, title: Any) -> HttpResponse:
    back = _at(request, "estate_desk", estate.pk)
    return step(request, form, carry_out, title=title, done=_("记下了。"), back=back)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"property:{name}", args=[request.community.code, *args])
