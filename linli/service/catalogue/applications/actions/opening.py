"""From the wish to the handler: who asks, for whom, who takes it up, who gives it on."""

from dataclasses import dataclass, field

from linli.core.access.models import Account
from linli.core.access.queries import account_of
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.people.models import Agency, Person
from linli.core.people.queries import own_record
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.service.catalogue.applications import queries, rules
from linli.service.catalogue.applications.actions.saying import (
    say_about,
    tell_applicant,
    tell_helpers,
)
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.limits import start_forward
from linli.service.catalogue.applications.models import ApplicationHelp


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to be helped with. `kin_staff`: accounts of relatives on the staff."""

    scheme: str
    urgent: bool = False
    wish: str = ""
    kin: str = ""
    kin_who: str = ""
    kin_staff: list[Account] = field(default_factory=list)


@action("catalogue.ask_for_help", needs="catalogue.ask_for_help")
def ask_for_help(
    act: Act, community: Place, *, wanted: Wanted, consented: bool, agency: Agency | None = None
) -> ApplicationHelp:
    """A resident asks for help to apply, for themselves or with somebody's written mandate. It
    waits, without a name, until a worker takes it up."""
    on = local_day(act.at)
    own = own_record(act.by)
    is_self = agency is None and own is not None and own.community_id == community.pk
    mandates = {each.pk: each for each in queries.mandates_of(act.by, community, on)}
    mandate = mandates.get(agency.pk) if agency is not None else None
    require(rules.may_help(is_self, mandate is not None, False, consented))
    person = mandate.principal if mandate is not None else own
    row = _new(community, wanted, person, act)
    row.channel, row.consent = ("proxy", "guardian") if mandate else ("portal", "online")
    row.asked_by_id, row.agency = act.by.account, mandate
    begin(act, APPLICATION, row, "ask")
    say_about(act, row)
    tell_helpers(act, row)
    return row


@action("catalogue.open_application", needs="catalogue.open_application")
def open_application(
    act: Act, community: Place, *, wanted: Wanted, person: Person, consent: str
) -> ApplicationHelp:
    """A worker opens one at the desk, with the resident's consent, and handles it."""
    require(rules.may_help(False, False, True, consent in ("signed", "spoken", "guardian")))
    row = _new(community, wanted, person, act)
    row.channel, row.consent, row.handler_id = "desk", consent, act.by.account
    _not_kin(act, row, row.handler)
    begin(act, APPLICATION, row, "open_here")
    start_forward(act, row)
    say_about(act, row)
    return row


@action("catalogue.take_up_application", needs="catalogue.take_up_application")
def take_up(
    act: Act, row: ApplicationHelp, *, reason: str = "", seen: int | None = None
) -> ApplicationHelp:
    """A worker takes up what waits and becomes its handler. Who came first is first; a reason for
    anything else is kept. Refused for a relative."""
    require(rules.in_turn(queries.earlier_than(act.by, row), row.urgent, reason))
    account = account_of(act.by.account)
    _not_kin(act, row, account)
    row.handler, row.out_of_turn = account, reason.strip()
    row.save(update_fields=["handler", "out_of_turn"])
    move = "take_up" if row.state == "asked" else "take_over"
    take(act, APPLICATION, row, move, seen=seen)
    if move == "take_up":
        # Promised from the day it was asked for, whenever somebody took it up.
        start_forward(act, row)
    tell_applicant(act, row)
    return row


@action("catalogue.put_back_application", needs="catalogue.handle_application")
def put_back(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """The handler gives it back, so that a colleague takes it up."""
    take(act, APPLICATION, row, "put_back", seen=seen)
    row.handler = row.second = None
    row.save(update_fields=["handler", "second"])
    tell_helpers(act, row)
    return row


@action("catalogue.hand_on_application", needs="catalogue.handle_application")
def hand_on(
    act: Act, row: ApplicationHelp, *, to: Account, seen: int | None = None
) -> ApplicationHelp:
    """The handler gives it to a named colleague, who is no relative either."""
    _not_kin(act, row, to)
    take(act, APPLICATION, row, "hand_on", seen=seen)
    row.handler, row.second = to, None
    row.save(update_fields=["handler", "second"])
    clocks.hand_over(act, row, row.face().holder)
    say_about(act, row)
    act.tell("catalogue.application_yours", account=to.pk)
    return row


@action("catalogue.name_second", needs="catalogue.handle_application")
def name_second(act: Act, row: ApplicationHelp, *, to: Account | None) -> ApplicationHelp:
    """The handler names who stands in for them on this one, or takes that back."""
    _not_kin(act, row, to)
    row.second = to if to is not None and to.pk != row.handler_id else None
    row.save(update_fields=["second"])
    clocks.hand_over(act, row, row.face().holder)
    say_about(act, row)
    if row.second_id:
        act.tell("catalogue.application_yours", account=row.second_id)
    return row


@action("catalogue.note_kin", needs="catalogue.handle_application")
def note_kin(
    act: Act,
    row: ApplicationHelp,
    *,
    kin: str,
    kin_who: str = "",
    kin_staff: list[Account] | None = None,
) -> ApplicationHelp:
    """Writes down whether the applicant is related to staff or members: registered apart, visited
    by the county, and never handled by the relative."""
    require(rules.kin_asked(kin))
    row.kin, row.kin_who = kin, kin_who.strip() if kin == "yes" else ""
    row.kin_staff = [str(each.pk) for each in kin_staff or []] if kin == "yes" else []
    _not_kin(act, row, row.handler)
    row.save(update_fields=["kin", "kin_who", "kin_staff"])
    say_about(act, row)
    return row


@action("catalogue.withdraw_application", needs="catalogue.withdraw_application")
def withdraw(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """Not wanted any more. What is written of the person is cleared at once; the papers are to be
    given back."""
    take(act, APPLICATION, row, "withdraw", seen=seen)
    for name in ApplicationHelp.PERSONAL:
        setattr(row, name, "")
    row.closed_at = act.at
    row.save(update_fields=["closed_at", *ApplicationHelp.PERSONAL])
    say_about(act, row)
    if row.handler_id and row.handler_id != act.by.account:
        act.tell("catalogue.application_withdrawn", account=row.handler_id)
    return row


def _new(community: Place, wanted: Wanted, person: Person | None, act: Act) -> ApplicationHelp:
    row = ApplicationHelp(
        community=community,
        scheme=wanted.scheme,
        person=person,
        opened_at=act.at,
        wish=wanted.wish.strip(),
        kin=wanted.kin,
        kin_who=wanted.kin_who.strip() if wanted.kin == "yes" else "",
        kin_staff=[str(each.pk) for each in wanted.kin_staff] if wanted.kin == "yes" else [],
    )
    row.urgent = wanted.urgent and row.path.urgent
    return row


def _not_kin(act: Act, row: ApplicationHelp, account: Account | None) -> None:
    on = local_day(act.at)
    same_home = queries.share_a_home(account, row.person, on)
    require(rules.not_kin(str(account.pk) if account else None, row.kin_staff, same_home))
