"""The file of a resident unit: opened, changed, ended."""

from datetime import date

from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
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
    fits = organisation.kind in UNIT_KINDS and organisation.until is None
    has_file = ResidentUnit.objects.filter(community=community, organisation=organisation).exists()
    require(Finding(fits and not has_file, "organisations.unit_without_file"))
    _known_by(act, organisation, body)
    act.note(unit=organisation.name)
    unit = ResidentUnit(
        community=community,
        organisation=organisation,
        does=does.strip(),
        agreement_since=agreement_since,
        agreement_until=agreement_until,
        agreement_about=agreement_about.strip(),
        opened_on=local_day(act.at),
    )
    try:
        with transaction.atomic():
            unit.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "organisations.unit_without_file")) from None
    return unit


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
    _leave(fresh, local_day(act.at))
    act.note(unit=fresh.name)
    return fresh


def body_gone(act: Act, organisation: Organisation) -> None:
    """A step of the register's own act: with a body that is there no longer its file ends."""
    rows = ResidentUnit.objects.filter(
        community=organisation.community_id, organisation=organisation, ended_on__isnull=True
    )
    for row in rows:
        _leave(held(row), local_day(act.at))


def _leave(unit: ResidentUnit, today: date) -> None:
    keep(unit, ended_on=today)
    unit.offers.filter(withdrawn_on__isnull=True).update(withdrawn_on=today)
    unit.needs.filter(state="open").update(state="withdrawn", withdrawn_on=today)


def _entered(act: Act, community: Place, name: str, body: Body | None) -> Organisation:
    require(rules.said(name))
    name = " ".join(name.split())
    known = Organisation.objects.filter(community=community, name=name, until__isnull=True).first()
    if known is not None:
        return known
    kind = body.kind if body is not None and body.kind in UNIT_KINDS else "resident_unit"
    made = Organisation(community=community, kind=kind, name=name, since=local_day(act.at))
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "organisations.named_once_here")) from None
    return made


def _known_by(act: Act, organisation: Organisation, body: Body | None) -> None:
    """Ties the register's entry to what accounts know it by. One that is tied stays so: a body
    named beside it must be the same. One by which another unit is known is not shared: whoever
    speaks for the one would speak for both."""
    if organisation.body is not None:
        same = body is None or body.pk == organisation.body_id
        require(Finding(same, "organisations.unit_one_body"))
        _of_no_other(organisation, organisation.body)
        return
    found = body or _body(act, organisation)
    _of_no_other(organisation, found)
    organisation.body = found
    organisation.save(update_fields=["body"])


def _of_no_other(organisation: Organisation, body: Body) -> None:
    """The body is held: of two who take it at once, one does."""
    others = ResidentUnit.objects.filter(
        community=organisation.community_id, organisation__body=locked(body), ended_on__isnull=True
    ).exclude(organisation=organisation)
    require(Finding(not others.exists(), "organisations.body_of_one_unit"))


def _body(act: Act, organisation: Organisation) -> Body:
    """What accounts will know it by: the one of that name, or a new one. A body of that name that
    is no unit (an office, a committee) is not taken for it."""
    found, _made = Body.objects.get_or_create(
        community=organisation.community,
        name=organisation.name,
        defaults={
            "kind": organisation.kind,
            "place": organisation.community,
            "since": local_day(act.at),
        },
    )
    require(Finding(found.kind in UNIT_KINDS, "organisations.unit_without_file"))
    return found
