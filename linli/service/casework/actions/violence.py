"""Violence at home: the police told, the victim kept safe, two visits that never meet."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.casework.actions.apart import hold_both_sides
from linli.service.casework.actions.cases import begin, holder_of
from linli.service.casework.actions.telling import handler_ids, lead_id
from linli.service.casework.kinds import kind_called
from linli.service.casework.models.violence import (
    OtherSide,
    OtherVisit,
    ProtectionOrder,
    VictimVisit,
    ViolenceFile,
)
from linli.service.casework.queries.cases import may_handle
from linli.service.casework.rules import corrections, violence
from linli.service.casework.rules.cases import may_be_handler, still_open

OTHER_KIND = "violence_other"
TITLES = (_("一份文书快到期"), _("一份文书到期"))
"""What its clocks say; nothing of what paper it is."""


@action("casework.begin_violence", needs="casework.tend")
def begin_violence(act: Act, case: Any, *, capacity: str, police_told: bool) -> None:
    """Begins the victim's file. Of whoever lacks full capacity the police are told first."""
    require(still_open(case.is_open))
    require(violence.reported(capacity == "full", police_told))
    file = ViolenceFile(
        community_id=case.community_id,
        case=case,
        capacity=capacity,
        police_told_at=act.at if police_told else None,
    )
    file.save(force_insert=True)
    act.note(police_told=police_told)


@action("casework.keep_safe", needs="casework.tend")
def keep_safe(
    act: Act,
    case: Any,
    *,
    file: ViolenceFile,
    safe_address: str = "",
    safe_phone: str = "",
    lines: Mapping[str, str] | None = None,
) -> None:
    """Where and how the victim is reached, and the safety plan: for the handlers' eyes."""
    require(still_open(case.is_open))
    file.safe_address, file.safe_phone = safe_address.strip(), safe_phone.strip()
    file.place_safety(dict(lines or {}))
    file.save()


@action("casework.receive_letter", needs="casework.tend")
def receive_letter(
    act: Act,
    case: Any,
    *,
    file: ViolenceFile,
    letter_on: date,
    letter_from: str,
    letter_number: str = "",
) -> None:
    """The police have sent the committee a written warning: both sides are to be visited."""
    require(still_open(case.is_open))
    require(violence.has_come(letter_on, local_day(act.at)))
    file.letter_on, file.letter_from = letter_on, letter_from.strip()
    file.letter_number = letter_number.strip()
    file.save(update_fields=["letter_on", "letter_from", "letter_number"])


@action("casework.set_other_side_apart", needs="casework.tend")
def set_other_side_apart(
    act: Act,
    case: Any,
    *,
    file: ViolenceFile,
    initials: str,
    lead: UUID,
    second: UUID,
    may_ask: Collection[UUID] = (),
) -> None:
    """Gives the other side a case of its own, in other hands, with the letter and initials and
    nothing else. `may_ask`: whom those hands may ask later; nobody else is offered to them."""
    require(still_open(case.is_open))
    hold_both_sides(case)
    file.refresh_from_db(fields=["other"])
    require(violence.has_letter(file.letter_on))
    assert file.letter_on is not None
    require(violence.apart_once(file.other_id is None))
    most = number_laid_down("corrections.longest_initials", case.community, local_day(act.at))
    require(corrections.only_initials(initials, most=most))
    for hand in (lead, second):
        require(violence.different_people(lead_id(case), hand))
    named = {lead, second, *may_ask}
    require(violence.in_other_hands(not named.isdisjoint(handler_ids(case))))
    fits = may_handle(case.community, kind_called(OTHER_KIND).handled_by, act.at)
    require(may_be_handler(fits.filter(pk__in=named).count() == len(named)))
    other = begin(
        act, case.community, kind_called(OTHER_KIND), lead=lead, second=second, called=initials
    )
    row = OtherSide(
        community_id=case.community_id,
        case=other,
        letter_on=file.letter_on,
        letter_from=file.letter_from,
        letter_number=file.letter_number,
        initials=initials,
    )
    row.name_for_it(named)
    row.save(force_insert=True)
    file.other = row
    file.save(update_fields=["other"])
    act.about = None


@action("casework.plan_two_visits", needs="casework.tend")
def plan_two_visits(
    act: Act, case: Any, *, file: ViolenceFile, victim_on: date, other_on: date
) -> None:
    """Plans both visits: the victim first, the other side a day later at the earliest, by another
    colleague, who learns the day of that visit and nothing else."""
    require(still_open(case.is_open))
    other = file.other
    require(violence.set_apart(other is not None))
    assert other is not None
    require(violence.other_still_open(other.case.is_open))
    on = local_day(act.at)
    require(violence.not_past(min(victim_on, other_on), on))
    days = number_laid_down("violence.visits_apart", case.community, on)
    require(violence.visits_apart(victim_on, other_on, days=days))
    mine, theirs = lead_id(case), lead_id(other.case)
    require(violence.different_people(mine, theirs))
    assert mine is not None  # a case has two hands from its first moment
    assert theirs is not None
    made = VictimVisit(
        community_id=case.community_id, case=case, planned_on=victim_on, worker_id=mine
    )
    made.save(force_insert=True)
    visit = OtherVisit(
        community_id=case.community_id, case=other.case, planned_on=other_on, worker_id=theirs
    )
    visit.save(force_insert=True)
    act.tell("casework.other_visit_planned", account=theirs, code=str(other.case_id))


@action("casework.record_victim_visit", needs="casework.tend")
def record_victim_visit(act: Act, case: Any, *, visit: VictimVisit, words: str) -> None:
    """How the victim was found."""
    require(still_open(case.is_open))
    require(violence.visited_once(visit.done_on is None))
    visit.done_on, visit.words = local_day(act.at), words.strip()
    visit.save(update_fields=["done_on", "words"])


@action("casework.record_other_visit", needs="casework.tend")
def record_other_visit(act: Act, case: Any, *, visit: OtherVisit, words: str) -> None:
    """What was said to the other side, and what they said."""
    require(still_open(case.is_open))
    require(violence.visited_once(visit.done_on is None))
    visit.done_on, visit.words = local_day(act.at), words.strip()
    visit.save(update_fields=["done_on", "words"])


@action("casework.apply_for_order", needs="casework.tend")
def apply_for_order(act: Act, case: Any, *, file: ViolenceFile, because: str, court: str) -> None:
    """The committee applies to the court in the victim's stead, because the victim cannot."""
    require(still_open(case.is_open))
    require(violence.may_apply_for(because))
    file.apply_because, file.court = because, court.strip()
    file.applied_on = local_day(act.at)
    file.save(update_fields=["apply_because", "court", "applied_on"])
    act.note(because=because)


@action("casework.receive_order", needs="casework.tend")
def receive_order(
    act: Act,
    case: Any,
    *,
    made_on: date,
    last_day: date,
    received_on: date,
    court: str,
    number: str = "",
) -> None:
    """A protection order has come. Its clock warns before its end, while it can be prolonged."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    months = number_laid_down("violence.order_longest", case.community, made_on)
    require(violence.order_within(made_on, last_day, months=months))
    require(violence.has_come(received_on, on))
    order = ProtectionOrder(
        community_id=case.community_id,
        case=case,
        made_on=made_on,
        last_day=last_day,
        received_on=received_on,
        court=court.strip(),
        number=number.strip(),
    )
    order.save(force_insert=True)
    warned = number_laid_down("violence.order_warned", case.community, on)
    left = (last_day - on).days
    for name, title, days in zip(order.clocks, TITLES, (left - warned, left), strict=True):
        if days > 0:
            clocks.start(
                act,
                case,
                name,
                length=days,
                unit="fixed",
                title=in_both(title),
                url_name="casework:violence",
                url_args={"community_code": case.community.code, "case_id": case.pk},
                holder=holder_of(case),
            )


@action("casework.lift_order", needs="casework.tend")
def lift_order(act: Act, case: Any, *, order: ProtectionOrder, lifted_on: date) -> None:
    """The court has lifted an order, or made another in its place."""
    require(still_open(case.is_open))
    require(Finding(order.lifted_on is None, "casework.violence_lifted_once"))
    require(violence.has_come(lifted_on, local_day(act.at)))
    order.lifted_on = lifted_on
    order.save(update_fields=["lifted_on"])
    clocks.settle(act, case, *order.clocks)
