"""Estates, the bodies of their owners, and how these come about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.governance.property import law, rules
from linli.governance.property.actions.saying import fresh, said, told
from linli.governance.property.models import (
    BodyMember,
    Estate,
    Founding,
    FoundingStep,
    Owner,
    OwnersBody,
    RegimeChange,
)
from linli.governance.property.queries.bodies import owners_called
from linli.governance.property.sentences.clocks import TERM_TITLE
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

WORKER = Holder(post="worker")
TERM = "property_term"
CHANGEABLE = frozenset(
    {"developer", "built", "delivered_on", "old", "land", "green", "buildings", "on_sewer"}
)


@dataclass(frozen=True)
class Seat:
    """Somebody in an office, as the register writes it. `contact` is public only with the tick."""

    name: str
    office: str = "member"
    side: str = "owner"
    contact: str = ""
    contact_told: bool = False
    owner: Any = None
    person: Any = None


@action("property.enter_estate", needs="property.keep")
def enter_estate(
    act: Act, community: Place, *, name: str, place: Place, given: Mapping[str, Any], since: date
) -> Estate:
    """Enters an estate: which place it is, what is known of it, who looks after it."""
    require(rules.contracts.notice_not_ahead(since, local_day(act.at)))
    require(Finding(place.community_id == community.pk, "property.place_here"))
    _judge(given)
    estate = Estate(community=community, name=told(name, community), place=place, since=since)
    for field, value in given.items():
        setattr(estate, field, value)
    estate.developer = told(estate.developer, community)
    try:
        with transaction.atomic():
            estate.save(force_insert=True)
    except IntegrityError:
        require(Finding(False, "property.estate_once"))
    act.note(name=estate.name)
    return estate


@action("property.alter_estate", needs="property.keep")
def alter_estate(act: Act, estate: Estate, *, given: Mapping[str, Any], seen: int) -> Estate:
    """Changes what is known of an estate: land, greenery, buildings, sewer."""
    _judge(given)
    estate = fresh(estate, seen)
    for field in CHANGEABLE & given.keys():
        setattr(estate, field, given[field])
    estate.developer = told(estate.developer, estate.community_id)
    estate.version += 1
    estate.save()
    act.note(estate=estate.name)
    return estate


@action("property.change_regime", needs="property.keep")
def change_regime(act: Act, estate: Estate, *, after: str, on: date, basis: str) -> RegimeChange:
    """Another way of looking after the estate, with the decision it rests on."""
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    require(said(basis))
    estate = locked(estate)
    require(Finding(after != estate.regime, "property.regime_other"))
    row = RegimeChange.objects.create(
        community_id=estate.community_id, estate=estate, before=estate.regime, after=after, on=on,
        basis=told(basis, estate.community_id),
    )  # fmt: skip
    estate.regime, estate.version = after, estate.version + 1
    estate.save(update_fields=["regime", "version"])
    act.note(estate=estate.name, regime=in_both(dict(Estate.REGIMES)[after]))
    return row


@action("property.seat_body", needs="property.keep")
def seat_body(
    act: Act, estate: Estate, *, kind: str, name: str, seats: list[Seat], since: date,
    term_ends: date, filed_on: date | None = None, body: Any = None,
) -> OwnersBody:  # fmt: skip
    """A body of the owners begins its term; the one before it ends. Who may sit in a preparatory
    group or a property management committee is judged by the place's rules. A member whose name one
    owner of the estate bears is tied to that owner, so that what is kept of them is found."""
    require(rules.contracts.notice_not_ahead(since, local_day(act.at)))
    require(Finding(term_ends > since, "property.term_ahead"))
    require(Finding(bool(seats), "property.somebody_sits"))
    for each in seats:
        require(rules.founding.seat_written(each.name, each.office, each.side))
    _judge_seats(kind, seats, estate, since)
    estate = locked(estate)
    before = OwnersBody.objects.filter(
        community=estate.community_id, estate=estate, kind=kind, until__isnull=True
    )
    for row in before:
        _end(act, row, since)
    made = OwnersBody.objects.create(
        community_id=estate.community_id, estate=estate, kind=kind,
        name=told(name, estate.community_id), seats=len(seats), since=since, term_ends=term_ends,
        filed_on=filed_on, body=body,
    )  # fmt: skip
    BodyMember.objects.bulk_create(_member(made, each, tied) for each, tied in _tied(estate, seats))
    act.note(estate=estate.name, body=in_both(dict(OwnersBody.KINDS)[kind]), seats=len(seats))
    return made


@action("property.file_body", needs="property.keep")
def file_body(act: Act, owners_body: OwnersBody, *, filed_on: date) -> OwnersBody:
    """The street has filed the committee."""
    owners_body = locked(owners_body)
    require(rules.contracts.notice_not_ahead(filed_on, local_day(act.at)))
    require(Finding(owners_body.since <= filed_on, "property.term_ahead"))
    owners_body.filed_on = filed_on
    owners_body.save(update_fields=["filed_on"])
    act.note(estate=owners_body.estate.name)
    return owners_body


@action("property.end_body", needs="property.keep")
def end_body(
    act: Act, owners_body: OwnersBody, *, until: date, basis: str, reason: str, early: bool = False
) -> OwnersBody:
    """Its term is over, or it was dissolved: why, and by what decision, everybody reads. Before
    the last day of its term only where whoever enters it says so (`early`)."""
    require(rules.contracts.notice_not_ahead(until, local_day(act.at)))
    require(said(basis))
    require(said(reason))
    owners_body = locked(owners_body)
    require(Finding(owners_body.until is None, "property.body_sits"))
    require(Finding(owners_body.since <= until, "property.term_ahead"))
    require(rules.founding.term_over(until, owners_body.term_ends, early))
    owners_body.ended_by = told(basis, owners_body.community_id)
    owners_body.ended_for = told(reason, owners_body.community_id)
    _end(act, owners_body, until)
    act.note(estate=owners_body.estate.name)
    return owners_body


@action("property.raise_term", needs="property.follow_clock")
def raise_term(act: Act, owners_body: OwnersBody) -> OwnersBody:
    """The end of a committee's term is near: it is a task from now until its last day."""
    owners_body = locked(owners_body)
    require(Finding(owners_body.raised_on is None, "property.raised_once"))
    today = local_day(act.at)
    owners_body.raised_on = today
    owners_body.save(update_fields=["raised_on"])
    clocks.start(
        act, owners_body, TERM, length=max((owners_body.term_ends - today).days, 1), unit="days",
        title=in_both(TERM_TITLE), holder=WORKER, url_name="property:estate_desk",
        url_args={"estate_id": owners_body.estate_id}, weekend_rolls=False,
    )  # fmt: skip
    act.note(estate=owners_body.estate.name, ends=owners_body.term_ends.isoformat())
    act.tell(
        "property.term_ending", post="worker", estate=owners_body.estate.name,
        ends=owners_body.term_ends,
    )  # fmt: skip
    return owners_body


@action("property.begin_founding", needs="property.keep")
def begin_founding(act: Act, estate: Estate, *, way: str, given: Mapping[str, Any]) -> Founding:
    """Owners ask for an assembly or a management committee. Who may ask is judged by the place's
    rules, where it has any."""
    on = given["asked_on"]
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    require(
        Finding(
            given["asked"] <= given["owners"] and given["area_asked"] <= given["area_all"]
            and given["area_delivered"] <= given["area_all"],
            "property.parts_of_whole",
        )
    )  # fmt: skip
    share = law.share_if_any("ask_share", estate.community, on)
    if share is not None:
        require(
            rules.founding.may_ask(
                asked=given["asked"], owners=given["owners"], area_asked=given["area_asked"],
                area_all=given["area_all"], by_developer=given["by_developer"], share=share,
            )
        )  # fmt: skip
    delivered = law.share_if_any("delivered_share", estate.community, on)
    if way == "assembly" and delivered is not None:
        require(
            rules.founding.enough_delivered(given["area_delivered"], given["area_all"], delivered)
        )
    estate = locked(estate)
    running = estate.foundings.filter(ended_on__isnull=True).exists()
    require(Finding(not running, "property.founding_once"))
    founding = Founding.objects.create(
        community_id=estate.community_id, estate=estate, way=way, **given
    )
    _reach(founding, "asked", on, "")
    act.note(estate=estate.name, way=in_both(dict(Founding.WAYS)[way]))
    return founding


@action("property.reach_stage", needs="property.keep")
def reach_stage(
    act: Act, founding: Founding, *, code: str, on: date, note: str = "", seen: int | None = None
) -> Founding:
    """The next stage on the way to an owners' committee was reached on that day."""
    founding = fresh(founding, seen)
    require(Finding(founding.ended_on is None, "property.founding_open"))
    stages = rules.founding.STAGES[founding.way]
    reached = dict(founding.reached.values_list("code", "on"))
    expected = rules.founding.next_stage(stages, reached)
    last = max(reached.values(), default=None)
    require(rules.founding.comes_next(code, expected, on, last, local_day(act.at)))
    _reach(founding, code, on, told(note, founding.community_id))
    if code == stages[-1].code:
        founding.ended_on = on
    founding.version += 1
    founding.save(update_fields=["ended_on", "version"])
    act.note(estate=founding.estate.name, stage=code)
    return founding


@action("property.plan_first_assembly", needs="property.keep")
def plan_first_assembly(
    act: Act, founding: Founding, *, on: date, seen: int | None = None
) -> Founding:
    """The day the first assembly is meant for, or another: from it is counted back by when its
    matters are posted."""
    founding = fresh(founding, seen)
    require(Finding(founding.ended_on is None, "property.founding_open"))
    reached = dict(founding.reached.values_list("code", "on"))
    last, held = max(reached.values(), default=founding.asked_on), "assembly_held" in reached
    require(rules.founding.may_plan(on, last, held or founding.way != "assembly"))
    founding.planned_on = on
    founding.version += 1
    founding.save(update_fields=["planned_on", "version"])
    act.note(estate=founding.estate.name, day=on.isoformat())
    return founding


def _reach(founding: Founding, code: str, on: date, note: str) -> None:
    FoundingStep.objects.create(
        community_id=founding.community_id, founding=founding, code=code, on=on, note=note
    )


def _tied(estate: Estate, seats: list[Seat]) -> list[tuple[Seat, Owner | None]]:
    """Each seat with the owner it belongs to, where that is known or one owner bears the name."""
    called = owners_called(estate)

    def owner_of(seat: Seat) -> Owner | None:
        if seat.owner is not None or seat.side != "owner":
            return seat.owner
        return called.get("".join(seat.name.split()))

    return [(seat, owner_of(seat)) for seat in seats]


def _member(body: OwnersBody, seat: Seat, owner: Owner | None) -> BodyMember:
    person = seat.person.pk if seat.person is not None else owner.person_id if owner else None
    return BodyMember(
        community_id=body.community_id, owners_body=body, owner=owner, person_id=person,
        name=seat.name.strip(), office=seat.office, side=seat.side, contact=seat.contact.strip(),
        contact_told=seat.contact_told, since=body.since,
    )  # fmt: skip


def _end(act: Act, owners_body: OwnersBody, until: date) -> None:
    owners_body.until = max(until, owners_body.since)
    owners_body.save(update_fields=["until", "ended_for", "ended_by"])
    owners_body.members.filter(until__isnull=True).update(until=owners_body.until)
    clocks.settle(act, owners_body, TERM)


def _judge(given: Mapping[str, Any]) -> None:
    land, green = given.get("land"), given.get("green")
    require(Finding(not (land and green) or green <= land, "property.green_in_land"))
    houses, joined = given.get("buildings"), given.get("on_sewer")
    require(Finding(not (houses and joined) or joined <= houses, "property.sewer_in_buildings"))


def _judge_seats(kind: str, seats: list[Seat], estate: Estate, on: date) -> None:
    sides = [each.side for each in seats]
    chairs = [each.side for each in seats if each.office == "chair"]
    require(Finding(len(chairs) == 1, "property.one_chair"))
    if law.number_if_any("management_least", estate.community, on) is None:
        return  # the place has laid down nothing of who sits
    if kind == "preparatory_group":
        require(rules.founding.group_composed(sides, chairs[0]))
    if kind == "management_committee":
        least = law.number("management_least", estate.community, on)
        require(rules.founding.committee_composed(sides, chairs[0], least))
