"""How a mediation comes about: registered at the window, asked for on the portal, or offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin as open_flow, take
from linli.safety.mediation.actions.telling import hand_to_chair, tell_chair
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.models import CaseMediator, Mediation, Party, Screening
from linli.safety.mediation.rules import agreeing, starting as rules


@dataclass(frozen=True)
class Quarrel:
    """What somebody says of it when it comes in."""

    kind: str
    facts: str
    wishes: str = ""
    received_on: date | None = None
    source: str = "application"
    channel: str = "desk"
    source_office: str = ""
    about_status: bool = False
    wanted: UUID | None = None
    receipt: str = ""
    """The receipt of the matter it comes from, where it does; a crossing ties the two."""


@dataclass(frozen=True)
class PartyGiven:
    """One party as it is entered: somebody of the roster, somebody typed in, or a unit."""

    role: str
    name: str
    person: Person | None = None
    agent_person: Person | None = None
    is_unit: bool = False
    address: str = ""
    phone: str = ""
    represented_by: str = ""
    agent: str = ""
    mandate: str = ""
    identity_seen: str = ""


@action("mediation.register", needs="mediation.register")
def register(
    act: Act, community: Place, *, quarrel: Quarrel, parties: Sequence[PartyGiven]
) -> Mediation:
    """Writes down what was applied for at the window, by phone or on paper, or what police, court
    or street hand over. Whoever assigns hears of it."""
    case = _case(act, community, quarrel, parties)
    case.registered_by_id = act.by.account
    case.from_receipt = quarrel.receipt
    case.channel = quarrel.channel if quarrel.source == "application" else ""
    return _open(act, case, "register", parties)


@action("mediation.apply", needs="mediation.apply")
def apply_for(
    act: Act, community: Place, *, quarrel: Quarrel, own: PartyGiven, other: PartyGiven
) -> Mediation:
    """A resident asks for mediation with somebody, whom they name."""
    case = _case(act, community, quarrel, (own, other))
    case.channel = "portal"
    return _open(act, case, "apply", (own, other))


@action("mediation.offer", needs="mediation.offer")
def offer(
    act: Act,
    community: Place,
    *,
    quarrel: Quarrel,
    parties: Sequence[PartyGiven],
    screening: Screening | None = None,
    apart: bool,
) -> Mediation:
    """A mediator offers to mediate a quarrel they came upon, and asks both sides whether they
    are willing. `apart`: they declare that nothing ties them to a side."""
    case = _case(act, community, quarrel, parties)
    case.source, case.screening, case.taken_at = "own_motion", screening, act.at
    is_party = any(given.person and given.person.pk == act.by.person for given in parties)
    require(rules.stands_apart(is_party=is_party, shares_home=False, declared=apart))
    assert act.by.account is not None, "mediators have accounts"
    lead = CaseMediator(community=community, case=case, account_id=act.by.account, since=act.at)
    case.__dict__["_mediators"] = [lead]
    made = _open(act, case, "offer", parties)
    lead.save(force_insert=True)
    invite(act, made)
    return made


@action("mediation.add_party", needs="mediation.handle")
def add_party(act: Act, case: Mediation, *, party: PartyGiven, seen: int | None = None) -> Party:
    """Another side, who is asked as the others were."""
    _on_one_side(case, party)
    take(act, MEDIATION, case, "write", seen=seen)
    latest = max((side.order for side in case.sides), default=0)
    added = _party(case, party, latest + 1)
    added.save(force_insert=True)
    case.sides_changed()
    if added.person_id is not None:
        act.tell("mediation.invited", person=added.person_id)
    return added


@action("mediation.change_party", needs="mediation.handle")
def change_party(
    act: Act, case: Mediation, *, party: Party, given: PartyGiven, seen: int | None = None
) -> Party:
    """What is known of a party, corrected or added: where to reach them, who acts for them, which
    paper was looked at."""
    _on_one_side(case, given, instead_of=party)
    take(act, MEDIATION, case, "write", seen=seen)
    known = party.person_id
    for name in Party.WORDS:
        setattr(party, name, getattr(given, name).strip())
    party.is_unit = given.is_unit
    party.person_id = given.person.pk if given.person else known
    if given.agent_person is not None:
        party.agent_person_id = given.agent_person.pk
    party.save()
    case.sides_changed()
    if party.person_id is not None and party.person_id != known:
        act.tell("mediation.invited", person=party.person_id)
    return party


def invite(act: Act, case: Mediation) -> None:
    """Lets those who did not ask know that they are asked, and may say no."""
    for side in case.sides:
        if side.role == "other" and side.person_id is not None:
            act.tell("mediation.invited", person=side.person_id)


def _on_one_side(case: Mediation, given: PartyGiven, instead_of: Party | None = None) -> None:
    others = [side.person_id for side in case.sides if side != instead_of]
    require(rules.one_side_each([*others, given.person and given.person.pk]))


def _case(act: Act, community: Place, quarrel: Quarrel, parties: Sequence[PartyGiven]) -> Mediation:
    on = local_day(act.at)
    require(rules.enough_parties(len(parties)))
    require(rules.one_side_each([given.person and given.person.pk for given in parties]))
    require(rules.source_named(quarrel.source, quarrel.source_office))
    received = quarrel.received_on or on
    require(agreeing.not_ahead(received, on))
    case = Mediation(
        community=community,
        kind=quarrel.kind,
        source=quarrel.source,
        received_on=received,
        about_status=quarrel.about_status,
        wanted_id=quarrel.wanted,
    )
    for name in ("facts", "wishes", "source_office"):
        setattr(case, name, getattr(quarrel, name).strip())
    return case


def _open(act: Act, case: Mediation, move: str, parties: Sequence[PartyGiven]) -> Mediation:
    told = hand_to_chair(act, case)
    of = jurisdictions_of(case.community)
    open_flow(act, MEDIATION, case, move, of=of)
    for order, given in enumerate(parties, 1):
        _party(case, given, order).save(force_insert=True)
    case.sides_changed()
    act.subject = case
    if case.state == "received":
        tell_chair(act, told)
    return case


def _party(case: Mediation, given: PartyGiven, order: int) -> Party:
    party = Party(
        community_id=case.community_id,
        case=case,
        order=order,
        role=given.role,
        person=given.person,
        agent_person=given.agent_person,
        is_unit=given.is_unit,
        willing=True if given.role == "applicant" else None,
    )
    for name in Party.WORDS:
        setattr(party, name, getattr(given, name).strip())
    return party
