"""A contract is entered, runs on, is ended by notice; the firm stays until it is taken over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.held import locked
from linli.governance.property import law, rules
from linli.governance.property.actions.estates import WORKER
from linli.governance.property.actions.saying import tell_parties, told
from linli.governance.property.flows import CONTRACT
from linli.governance.property.models import Contract, Estate, HandoverItem, RegimeChange
from linli.governance.property.sentences.clocks import (
    CONTRACT_TITLE,
    HANDOVER_LIST,
    UNDER_CONTRACT,
)
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take

ENDING = "property_contract"
REGIME_OF = {"early": "developer", "chosen": "provider"}


@action("property.enter_contract", needs="property.keep")
def enter_contract(
    act: Act,
    estate: Estate,
    *,
    body: Body,
    given: Mapping[str, Any],
    renews: Contract | None = None,
) -> Contract:
    """Enters a contract that was signed; where it renews one of the same estate, that one is over.
    An estate nobody looked after is looked after from the day the contract begins."""
    require(Finding(given["ends_on"] > given["since"], "property.term_ahead"))
    require(
        Finding(
            body.community_id == estate.community_id and body.kind == "property_provider",
            "property.is_provider",
        )
    )
    estate = locked(estate)
    if renews is not None:
        require(Finding(renews.estate_id == estate.pk, "property.renews_here"))
        take(act, CONTRACT, renews, "renew")
        clocks.settle(act, renews, ENDING)
    standing = estate.contracts.filter(state__in=("running", "indefinite"))
    require(Finding(not standing.exists(), "property.contract_once"))
    contract = Contract(community_id=estate.community_id, estate=estate, body=body, **given)
    contract.scope = told(contract.scope, estate.community_id)
    contract.standard = told(contract.standard, estate.community_id)
    begin(act, CONTRACT, contract, "enter")
    if contract.since <= local_day(act.at):
        _look_after(estate, contract)
    act.note(estate=estate.name, ends=contract.ends_on.isoformat())
    return contract


@action("property.take_up", needs="property.follow_clock")
def take_up(act: Act, contract: Contract) -> Contract:
    """A contract entered beforehand has begun: the estate is looked after again. Not where the
    desk has entered since that nobody looks after it, the contract notwithstanding."""
    require(Finding(contract.since <= local_day(act.at), "property.day_has_come"))
    estate = locked(contract.estate)
    given_up = estate.regimes.filter(after="none", on__gte=contract.since).exists()
    taken_up = not given_up and _look_after(estate, contract)
    require(Finding(taken_up, "property.regime_other"))
    act.note(estate=contract.estate.name)
    return contract


@action("property.raise_ending", needs="property.follow_clock")
def raise_ending(act: Act, contract: Contract) -> Contract:
    """The end of a contract is near: it is a task, and the owners' side and the firm are told."""
    contract = locked(contract)
    require(Finding(contract.raised_on is None, "property.raised_once"))
    contract.raised_on = local_day(act.at)
    contract.save(update_fields=["raised_on"])
    clocks.start(
        act, contract, ENDING, length=max((contract.ends_on - contract.raised_on).days, 1),
        unit="days", title=in_both(CONTRACT_TITLE), holder=WORKER, weekend_rolls=False,
        url_name="property:contract", url_args={"contract_id": contract.pk},
    )  # fmt: skip
    name = contract.estate.name
    act.note(estate=name, ends=contract.ends_on.isoformat())
    act.tell("property.contract_ending", post="worker", estate=name, ends=contract.ends_on)
    tell_parties(act, contract.estate, "property.contract_ending_told", ends=contract.ends_on)
    return contract


@action("property.run_on", needs="property.follow_clock")
def run_on(act: Act, contract: Contract) -> Contract:
    """The contract ended and nobody has decided anew: it goes on, without an end (CC 948)."""
    require(
        Finding(rules.contracts.ran_out(contract.ends_on, local_day(act.at)), "property.ran_out")
    )
    take(act, CONTRACT, contract, "run_on")
    clocks.settle(act, contract, ENDING)
    act.note(estate=contract.estate.name)
    act.tell("property.contract_runs_on", post="worker", estate=contract.estate.name)
    return contract


@action("property.give_notice", needs="property.keep")
def give_notice(
    act: Act, contract: Contract, *, side: str, notice_on: date, leaves_on: date, reason: str,
    seen: int | None = None,
) -> Contract:  # fmt: skip
    """Owners dismissed the firm, or it will not renew: in writing and early enough. What is to be
    handed over is listed at once."""
    today = local_day(act.at)
    require(rules.contracts.notice_not_ahead(notice_on, today))
    open_ended = contract.state == "indefinite"
    days = law.number(_clock_of(side, open_ended), contract.community, notice_on)
    found = rules.contracts.notice_in_time(
        side, notice_on=notice_on, leaves_on=leaves_on,
        ends_on=None if open_ended else contract.ends_on, days=days,
    )  # fmt: skip
    take(
        act, CONTRACT, contract, "give_notice", seen=seen, conditions=(found,),
        reason=told(reason, contract.community_id),
    )  # fmt: skip
    contract.notice_by, contract.notice_on, contract.leaves_on = side, notice_on, leaves_on
    contract.save(update_fields=["notice_by", "notice_on", "leaves_on"])
    clocks.settle(act, contract, ENDING)
    HandoverItem.objects.bulk_create(
        HandoverItem(
            community_id=contract.community_id, contract=contract, kind=kind, what=str(what)
        )
        for kind, what in HANDOVER_LIST
    )
    act.note(estate=contract.estate.name, leaves=leaves_on.isoformat())
    act.tell(
        "property.notice_given",
        post="director",
        estate=contract.estate.name,
        day=leaves_on,
    )
    tell_parties(act, contract.estate, "property.notice_given_told", day=leaves_on)
    return contract


@action("property.withdraw_notice", needs="property.keep")
def withdraw_notice(
    act: Act, contract: Contract, *, reason: str, seen: int | None = None
) -> Contract:
    """The notice is taken back by whoever gave it, the other side agreeing, before somebody else
    was chosen: the firm goes on, under the contract where it still runs, else without an end.
    What the list of the handover held is no longer asked for."""
    estate = locked(contract.estate)
    heirs = estate.contracts.filter(state__in=("running", "indefinite"))
    require(Finding(not heirs.exists(), "property.contract_once"))
    over = rules.contracts.ran_out(contract.ends_on, local_day(act.at))
    take(
        act, CONTRACT, contract, "withdraw_late" if over else "withdraw_notice", seen=seen,
        reason=told(reason, contract.community_id),
    )  # fmt: skip
    contract.notice_by, contract.notice_on, contract.leaves_on = "", None, None
    contract.raised_on = None  # its end is near again, or comes near
    contract.save(update_fields=["notice_by", "notice_on", "leaves_on", "raised_on"])
    contract.handover.all().delete()
    act.note(estate=estate.name)
    act.tell("property.notice_withdrawn", post="director", estate=estate.name)
    tell_parties(act, estate, "property.notice_withdrawn_told")
    return contract


@action("property.list_handover", needs="property.report")
def list_handover(act: Act, contract: Contract, *, kind: str, what: Sequence[str]) -> int:
    """Further rooms, papers or keys on the list of what is handed over."""
    contract = locked(contract)
    require(Finding(contract.state in ("notice", "staying"), "property.leaving"))
    words = [told(each, contract.community_id) for each in what if each.strip()]
    require(Finding(bool(words), "property.said"))
    known = set(contract.handover.filter(kind=kind).values_list("what", flat=True))
    rows = [
        HandoverItem(community_id=contract.community_id, contract=contract, kind=kind, what=each)
        for each in dict.fromkeys(words)
        if each not in known
    ]
    HandoverItem.objects.bulk_create(rows)
    act.note(estate=contract.estate.name, count=len(rows))
    return len(rows)


@action("property.take_over_item", needs="property.keep")
def take_over_item(act: Act, item: HandoverItem, *, on: date, note: str = "") -> HandoverItem:
    """One thing of the list has been handed over, on that day."""
    contract = locked(item.contract)
    require(Finding(contract.state in ("notice", "staying"), "property.leaving"))
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    item.refresh_from_db()
    require(Finding(item.given_on is None, "property.given_once"))
    item.given_on, item.note = on, told(note, item.community_id)
    item.save(update_fields=["given_on", "note"])
    act.note(estate=contract.estate.name, what=item.what)
    return item


@action("property.stay_on", needs="property.follow_clock")
def stay_on(act: Act, contract: Contract) -> Contract:
    """The day has come and nobody has taken over: the firm goes on serving (CC 950)."""
    gone = contract.leaves_on is not None and local_day(act.at) >= contract.leaves_on
    require(Finding(gone, "property.day_has_come"))
    take(act, CONTRACT, contract, "stay_on")
    act.note(estate=contract.estate.name)
    act.tell("property.firm_stays", post="worker", estate=contract.estate.name)
    act.tell(
        "property.firm_stays", post="property_manager", body=contract.body_id,
        estate=contract.estate.name,
    )  # fmt: skip
    return contract


@action("property.finish_handover", needs="property.keep")
def finish_handover(act: Act, contract: Contract, *, seen: int | None = None) -> Contract:
    """Everything is handed over and somebody serves in the firm's stead today: now it may go. A
    contract that begins next month relieves nobody yet."""
    estate = locked(contract.estate)
    items = contract.handover.count()
    left = contract.handover.filter(given_on__isnull=True).count()
    require(rules.contracts.handed_over_whole(left, items))
    heirs = estate.contracts.filter(
        state__in=("running", "indefinite"), since__lte=local_day(act.at)
    )
    own = estate.regime in ("self", "custody")
    require(rules.contracts.somebody_takes_over(heirs.exists() or own))
    take(act, CONTRACT, contract, "hand_over", seen=seen)
    contract.handed_over_on = local_day(act.at)
    contract.save(update_fields=["handed_over_on"])
    act.note(estate=estate.name)
    act.tell(
        "property.handed_over_told", post="property_manager", body=contract.body_id,
        estate=estate.name,
    )  # fmt: skip
    tell_parties(act, estate, "property.handed_over_told")
    return contract


def _look_after(estate: Estate, contract: Contract) -> bool:
    """Writes down that an estate nobody looked after is under this contract; whether it was so."""
    if estate.regime != "none":
        return False
    after = REGIME_OF[contract.kind]
    RegimeChange.objects.create(
        community_id=estate.community_id, estate=estate, before="none", after=after,
        on=contract.since, basis=str(UNDER_CONTRACT),
    )  # fmt: skip
    estate.regime, estate.version = after, estate.version + 1
    estate.save(update_fields=["regime", "version"])
    return True


def _clock_of(side: str, open_ended: bool) -> str:
    if open_ended:
        return "indefinite_notice"
    return "not_renew_notice" if side == "provider" else "dismiss_notice"
