"""The agreement: reached, signed, in force; the court's confirmation; kept or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.audit.door import Act, action
from linli.core.clocks.actions import start
from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import number_laid_down, weekend_rolls
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import Unit, local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.safety.mediation.actions.telling import say_why, tell_sides
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.models import Agreement, Mediation, Party, Point
from linli.safety.mediation.queries.course import agreement_of
from linli.safety.mediation.queries.papers import points_left
from linli.safety.mediation.rules import agreeing as rules

PART_TITLES: dict[str, Any] = {
    "parties": gettext_lazy("各方当事人的姓名和住址"),
    "facts": gettext_lazy("纠纷的主要事实"),
    "issue": gettext_lazy("争议的事项"),
    "responsibility": gettext_lazy("各方的责任"),
    "content": gettext_lazy("协议内容"),
    "manner": gettext_lazy("履行方式"),
    "limit": gettext_lazy("履行期限"),
}
_RULES = {
    "mediation_confirm": "mediation.confirm_within",
    "mediation_visit": "mediation.visit_after",
}
WORDS = ("facts", "issue", "responsibility", "content", "manner", "limit")


@dataclass(frozen=True)
class Due:
    """What one party does by a day."""

    party: Party
    what: str
    due_on: date


@dataclass(frozen=True)
class Agreed:
    """What was agreed, and when."""

    reached_on: date
    content: str
    oral: bool = False
    facts: str = ""
    issue: str = ""
    responsibility: str = ""
    manner: str = ""
    limit: str = ""
    points: Sequence[Due] = ()


@action("mediation.agree", needs="mediation.handle")
def agree(act: Act, case: Mediation, *, agreed: Agreed, seen: int | None = None) -> Agreement:
    """The parties agree. Written: it waits for every signature and the seal; spoken: it is in
    force that day. Refused where a part the law asks for is missing, which is named."""
    require(rules.not_ahead(agreed.reached_on, local_day(act.at)))
    require(parts_of(case, agreed))
    take(act, MEDIATION, case, "agree_orally" if agreed.oral else "agree", seen=seen)
    agreement = Agreement(
        community_id=case.community_id,
        case=case,
        oral=agreed.oral,
        reached_on=agreed.reached_on,
    )
    for name in WORDS:
        setattr(agreement, name, getattr(agreed, name).strip())
    agreement.save(force_insert=True)
    for due in agreed.points:
        point = Point(
            community_id=case.community_id,
            agreement=agreement,
            party=due.party,
            due_on=due.due_on,
        )
        point.what = due.what.strip()
        point.save(force_insert=True)
    case.agreement = agreement
    if agreed.oral:
        _enter_into_force(act, case, agreement, agreed.reached_on)
    return agreement


def parts_of(case: Mediation, agreed: Agreed) -> Any:
    """Whether the agreement says what it must, by the parts of art. 29."""
    given = {name: bool(getattr(agreed, name).strip()) for name in WORDS}
    given["parties"] = bool(case.sides) and all(
        side.name and (agreed.oral or side.address) for side in case.sides
    )
    titles = {key: str(title) for key, title in PART_TITLES.items()}
    return rules.parts_given(given, titles, oral=agreed.oral)


@action("mediation.reopen_talks", needs="mediation.handle")
def reopen_talks(act: Act, case: Mediation, *, why: str, seen: int | None = None) -> Mediation:
    """A party does not sign as it stands: the text is laid aside, and the talks go on."""
    take(act, MEDIATION, case, "rewrite", seen=seen, of=jurisdictions_of(case.community))
    Agreement.objects.filter(community=case.community_id, case=case).delete()
    case.parties.filter(community=case.community_id).update(signed_on=None)
    case.sides_changed()
    case._state.fields_cache.pop("agreement", None)
    say_why(act, case, why)
    return case


@action("mediation.sign", needs="mediation.handle")
def sign(
    act: Act,
    case: Mediation,
    *,
    signed: Mapping[UUID, date | None],
    mediator_on: date | None,
    sealed_on: date | None,
    seen: int | None = None,
) -> Agreement:
    """Enters who signed the paper when, and when the committee sealed it. With the last of them
    the agreement is in force, on that day."""
    agreement, on = agreement_of(case), local_day(act.at)
    take(act, MEDIATION, case, "sign", seen=seen)
    assert agreement is not None, "what was agreed has an agreement"
    for day in (*signed.values(), mediator_on, sealed_on):
        require(rules.not_ahead(day, on))
    for side in case.sides:
        side.signed_on = signed.get(side.pk)
        side.save(update_fields=["signed_on"])
    agreement.mediator_signed_on, agreement.sealed_on = mediator_on, sealed_on
    agreement.save(update_fields=["mediator_signed_on", "sealed_on"])
    days = [side.signed_on for side in case.sides]
    in_force = rules.in_force_on(days, mediator_on, sealed_on)
    if in_force is not None:
        take(act, MEDIATION, case, "take_effect")
        _enter_into_force(act, case, agreement, max(in_force, agreement.reached_on))
    return agreement


def signatures_of(case: Mediation, agreement: Agreement) -> Any:
    """Whether every signature and the seal are there; whose is missing."""
    missing = [side.label for side in case.sides if side.signed_on is None]
    if agreement.mediator_signed_on is None:
        missing.append(_("调解员签名"))
    if agreement.sealed_on is None:
        missing.append(_("调解委员会盖章"))
    return rules.all_signed(missing)


@action("mediation.confirm_in_court", needs="mediation.handle")
def confirm_in_court(
    act: Act,
    case: Mediation,
    *,
    outcome: str,
    on: date,
    court: str = "",
    seen: int | None = None,
) -> Agreement:
    """The parties asked a court together, within thirty days, or want none; what it decided."""
    agreement = agreement_of(case)
    require(rules.not_ahead(on, local_day(act.at)))
    if outcome == "applied":
        require(rules.may_be_confirmed(case.about_status))
        assert agreement is not None
        assert agreement.confirm_until is not None
        require(rules.asked_in_time(on, agreement.confirm_until))
    take(act, MEDIATION, case, "confirm", seen=seen)
    assert agreement is not None
    agreement.confirmation, agreement.confirmation_on = outcome, on
    agreement.court = court.strip()
    agreement.save()
    return agreement


@action("mediation.note_point", needs="mediation.handle")
def note_point(
    act: Act, case: Mediation, *, point: Point, state: str, on: date, seen: int | None = None
) -> Point:
    """One point of the agreement is done, or its day has passed without."""
    require(rules.not_ahead(on, local_day(act.at)))
    take(act, MEDIATION, case, "write", seen=seen)
    point.state, point.done_on = state, on if state == "done" else None
    point.save(update_fields=["state", "done_on"])
    return point


@action("mediation.perform", needs="mediation.handle")
def perform(act: Act, case: Mediation, *, seen: int | None = None) -> Mediation:
    """Everything agreed is done: the case is over."""
    require(rules.all_done(points_left(case)))
    take(act, MEDIATION, case, "perform", seen=seen)
    case.ended_on = local_day(act.at)
    case.save(update_fields=["ended_on"])
    tell_sides(act, case, "mediation.performed")
    return case


def _enter_into_force(act: Act, case: Mediation, agreement: Agreement, on: date) -> None:
    """The agreement holds from `on`: the thirty days of joint confirmation and the visit run from
    that day, whenever it is entered."""
    community, today = case.community, local_day(act.at)
    within = number_laid_down("mediation.confirm_within", community, on)
    agreement.in_force_on = on
    agreement.confirm_until = rules.confirm_until(
        on,
        days=within,
        weekend_rolls=weekend_rolls(community, on),
        calendar=work_calendar(case.community_id),
    )
    agreement.save(update_fields=["in_force_on", "confirm_until"])
    visit_by = on + timedelta(days=number_laid_down("mediation.visit_after", community, on))
    days = {"mediation_visit": visit_by}
    if not case.about_status:
        days["mediation_confirm"] = agreement.confirm_until
    face = case.face()
    for name, last_day in days.items():
        if last_day > today:
            start(
                act,
                case,
                name,
                length=(last_day - today).days,
                unit=Unit.FIXED,
                title=face.title,
                url_name=face.url_name,
                url_args=face.url_args,
                holder=face.holder,
                rule=_RULES[name],
            )
    tell_sides(act, case, "mediation.in_force")
