"""Who mediates: given by the chair, taken with a declaration, given back, or changed because a
party asks. Who had it and has it no longer cannot open it any more."""

from datetime import datetime, time

from linli.core.access.models import Account
from linli.core.access.queries import account_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action, record_opening, record_openings
from linli.core.audit.queries import closed_entries_of
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.safety.mediation.actions.starting import invite
from linli.safety.mediation.actions.telling import hand_to_chair, say_why, tell_chair, tell_sides
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.models import CaseMediator, Mediation
from linli.safety.mediation.queries.cases import is_party, shares_home
from linli.safety.mediation.rules import starting as rules


@action("mediation.assign", needs="mediation.assign")
def assign(act: Act, case: Mediation, *, mediator: Account, seen: int | None = None) -> Mediation:
    """The chair gives a new case to a mediator, who is no party and lives with none."""
    on = local_day(act.at)
    persons = [side.person_id for side in case.sides]
    require(
        rules.stands_apart(
            is_party=is_party(mediator, case),
            shares_home=shares_home(mediator, persons, on),
            declared=True,
        )
    )
    case.assignee = mediator
    case.save(update_fields=["assignee"])
    take(act, MEDIATION, case, "assign", seen=seen)
    if mediator.pk != act.by.account:
        act.tell("mediation.given", account=mediator.pk)
    return case


@action("mediation.take", needs="mediation.take")
def take_on(act: Act, case: Mediation, *, apart: bool, seen: int | None = None) -> Mediation:
    """Takes a case on, declaring that neither kinship nor interest ties one to a side. From here
    on its mediator reads all of it, and the other side is asked."""
    account, on = account_of(act.by.account), local_day(act.at)
    persons = [side.person_id for side in case.sides]
    require(
        rules.stands_apart(
            is_party=is_party(account, case),
            shares_home=shares_home(account, persons, on),
            declared=apart,
        )
    )
    CaseMediator.objects.create(
        community_id=case.community_id,
        case=case,
        account=account,
        since=act.at,
        chosen=case.wanted_id == account.pk,
    )
    case.mediators_changed()
    take(act, MEDIATION, case, "take", seen=seen, of=jurisdictions_of(case.community))
    case.assignee, case.taken_at = None, act.at
    case.save(update_fields=["assignee", "taken_at"])
    invite(act, case)
    for side in case.sides:
        if side.role == "applicant" and side.person_id is not None:
            act.tell("mediation.taken_on", person=side.person_id)
    return case


@action("mediation.hand_back", needs="mediation.hand_back")
def hand_back(act: Act, case: Mediation, *, why: str, seen: int | None = None) -> Mediation:
    """Whoever was given it cannot take it, kin of a side for one; the chair gives it to another."""
    told = hand_to_chair(act, case)
    take(act, MEDIATION, case, "hand_back", seen=seen)
    case.assignee = None
    case.save(update_fields=["assignee"])
    say_why(act, case, why)
    tell_chair(act, told)
    return case


@action("mediation.step_back", needs="mediation.handle")
def step_back(act: Act, case: Mediation, *, why: str, seen: int | None = None) -> Mediation:
    """Whoever mediates finds that something ties them to a side, or cannot go on."""
    _leave(act, case, "step_back", seen)
    say_why(act, case, why)
    tell_sides(act, case, "mediation.mediator_changes")
    return case


@action("mediation.ask_another", needs="mediation.speak")
def ask_another(act: Act, case: Mediation, *, why: str = "", seen: int | None = None) -> Mediation:
    """A party wants another mediator; no reason is asked for."""
    before = [each.account_id for each in case.current_mediators]
    _leave(act, case, "ask_another", seen)
    say_why(act, case, why)
    for account in before:
        if account != act.by.account:
            act.tell("mediation.another_wanted", account=account)
    return case


def note_look(case: Mediation, look: str, *, by: Actor, at: datetime) -> None:
    """Writes into the closed book that a case was opened (`mediation.open_case`), or that the
    chair read the parties' names to find a mediator (`mediation.look_at_names`): once a day for
    each who looks. Those it is about read it; until it is taken on only who asked, since nobody
    else is to learn of it before they are heard."""
    day = datetime.combine(local_day(at), time(), tzinfo=SHANGHAI)
    seen = closed_entries_of(case.pk).filter(account=by.account, action=look, at__gte=day)
    told, heard = set(seen.values_list("about", flat=True)), case.taken_at is not None
    persons = [
        side.person
        for side in case.sides
        if side.person is not None
        and side.person_id not in told
        and (heard or side.role == "applicant")
    ]
    if persons:
        record_openings(look, by, persons, at=at, note={}, subject=case)
    elif not told:
        record_opening(look, by, case, at=at, about=None)


def _leave(act: Act, case: Mediation, move: str, seen: int | None) -> None:
    rows = CaseMediator.objects.filter(community=case.community_id, case=case, until__isnull=True)
    told = hand_to_chair(act, case)
    of = jurisdictions_of(case.community)
    take(act, MEDIATION, case, move, seen=seen, of=of)
    rows.update(until=act.at)
    case.mediators_changed()
    case.parties.filter(community=case.community_id).update(accepts_mediator=False)
    case.sides_changed()
    tell_chair(act, told)
