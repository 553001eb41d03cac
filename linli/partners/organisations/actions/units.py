"""The file of a resident unit: opened, changed, ended."""

from datetime import date

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.organisations.actions.holding_units import held, keep
from linli.partners.organisations.models import Organisation, ResidentUnit
from linli.partners.organisations.rules import units as rules
from linli.partners.organisations.unit_words import UNIT_KINDS


@action("organisations.open_unit_file", needs="organisations.keep_units")
def open_unit_file(
    act: Act,
    community: Place,
    *,
    does: str,
    name: str = "",
    organisation: Organisation | None = None,
    body: Body | None = None,
    agreement_since: date | None = None,
    agreement_until: date | None = None,
    agreement_about: str = "",
) -> ResidentUnit:
    """Opens the file of a unit: of a body that is in the register already, or of a new one by its
    name. `body`: what accounts know it by, where it has one here already. Refused for a body that
    is no resident unit and no property service provider, or has a file."""
    require(rules.public_words(name, does, agreement_about))
    require(rules.agreement_ordered(agreement_since, agreement_until))
    if organisation is None:
        organisation = _entered(act, community, name, body)
    elif organisation.body_id is None:
        organisation.body = body or _body(act, community, organisation.name)
        organisation.save(update_fields=["body"])
    fits = organisation.kind in UNIT_KINDS and organisation.until is None
    has_file = ResidentUnit.objects.filter(community=community, organisation=organisation).exists()
    require(Finding(fits and not has_file, "organisations.unit_without_file"))
    act.note(unit=organisation.name)
    return ResidentUnit.objects.create(
        community=community,
        organisation=organisation,
        does=does.strip(),
        agreement_since=agreement_since,
        agreement_until=agreement_until,
        agreement_about=agreement_about.strip(),
        opened_on=local_day(act.at),
    )


@action("organisations.change_unit_file", needs="organisations.speak_for_unit")
def change_unit_file(
    act: Act, unit: ResidentUnit, *, does: str, seen: int | None = None
) -> ResidentUnit:
    """Says otherwise what the unit does; its delegate may."""
    require(rules.public_words(does))
    fresh = held(unit, seen)
    keep(fresh, does=does.strip())
    act.note(unit=fresh.name)
    return fresh


@action("organisations.record_agreement", needs="organisations.keep_units")
def record_agreement(
    act: Act,
    unit: ResidentUnit,
    *,
    agreement_since: date | None,
    agreement_until: date | None = None,
    agreement_about: str = "",
    seen: int | None = None,
) -> ResidentUnit:
    """Writes down the co-building agreement both have signed; without a day it begins there is
    none."""
    require(rules.agreement_ordered(agreement_since, agreement_until))
    require(rules.public_words(agreement_about))
    fresh = held(unit, seen)
    keep(
        fresh,
        agreement_since=agreement_since,
        agreement_until=agreement_until,
        agreement_about=agreement_about.strip(),
    )
    act.note(unit=fresh.name)
    return fresh


@action("organisations.end_unit_file", needs="organisations.keep_units")
def end_unit_file(act: Act, unit: ResidentUnit, *, seen: int | None = None) -> ResidentUnit:
    """The unit is no longer here: its offers are gone, its delegates see nothing more; its pledges
    stay to be read as they stand."""
    fresh = held(unit, seen)
    require(Finding(fresh.ended_on is None, "organisations.unit_here"))
    today = local_day(act.at)
    keep(fresh, ended_on=today)
    fresh.offers.filter(withdrawn_on__isnull=True).update(withdrawn_on=today)
    fresh.needs.filter(state="open").update(state="withdrawn")
    act.note(unit=fresh.name)
    return fresh


def _entered(act: Act, community: Place, name: str, body: Body | None) -> Organisation:
    require(rules.said(name))
    name = " ".join(name.split())
    known = Organisation.objects.filter(community=community, name=name, until__isnull=True).first()
    if known is not None:
        return known
    kind = body.kind if body is not None and body.kind in UNIT_KINDS else "resident_unit"
    return Organisation.objects.create(
        community=community,
        kind=kind,
        name=name,
        body=body or _body(act, community, name),
        since=local_day(act.at),
    )


def _body(act: Act, community: Place, name: str) -> Body:
    """What accounts will know it by: the one of that name, or a new one."""
    found, _made = Body.objects.get_or_create(
        community=community,
        name=name,
        defaults={"kind": "resident_unit", "place": community, "since": local_day(act.at)},
    )
    return found
