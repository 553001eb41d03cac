"""The lists a place lays down, and the offices it knows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.catalogue.lists import office_kinds
from linli.service.catalogue.models import CertificateItem, CertificateOffice
from linli.service.catalogue.queries.lists import certificates_on
from linli.service.catalogue.rules import certificates as rules


@dataclass(frozen=True)
class Line:
    """One line of a list as the director enters it; see `CertificateItem`."""

    listed: str
    title: str
    basis: str
    basis_text: str
    document: str
    in_force_from: date
    in_force_to: date | None = None
    title_en: str = ""
    words: list[str] = field(default_factory=list)
    same_as: str = ""
    template: str = ""
    papers: str = ""
    witness: bool = False
    simple: bool = True
    valid_days: int | None = None
    office: str = ""
    way_on: str = ""


@action("catalogue.enter_certificate_line", needs="catalogue.set_certificate_lists")
def enter_line(act: Act, community: Place, *, line: Line) -> CertificateItem:
    """Enters a line with its basis, document and days. Refused where its template takes more
    than the whitelist, or where an earlier line of that title holds on one of its days."""
    item = CertificateItem(community=community, **asdict(line))
    _require_sound(item)
    item.save(force_insert=True)
    act.note(item=item.titles, document=item.document)
    return item


@action("catalogue.change_certificate_line", needs="catalogue.set_certificate_lists")
def change_line(act: Act, item: CertificateItem, *, line: Line) -> CertificateItem:
    """Corrects a line on which no request stands yet; afterwards it is closed and another
    entered, so that every certificate keeps the line it was judged by."""
    require(rules.unused(certificates_on(item)))
    for name, value in asdict(line).items():
        setattr(item, name, value)
    _require_sound(item)
    item.save()
    act.note(item=item.titles, document=item.document)
    return item


@action("catalogue.end_certificate_line", needs="catalogue.set_certificate_lists")
def end_line(act: Act, item: CertificateItem, *, last_day: date) -> CertificateItem:
    """Closes a line with its last day, today or later, so that nothing already judged changes.
    What was asked for up to and on that day is still issued."""
    require(rules.ends_in_time(last_day, local_day(act.at), item.in_force_from))
    item.in_force_to = last_day
    _require_sound(item)
    item.save(update_fields=["in_force_to"])
    act.note(item=item.titles, last_day=last_day.isoformat())
    return item


@action("catalogue.save_certificate_office", needs="catalogue.set_certificate_offices")
def save_office(
    act: Act, community: Place, *, kind: str, given: Mapping[str, Any]
) -> CertificateOffice:
    """Writes down where the office round the corner is, and that somebody made sure today."""
    assert kind in office_kinds()
    office, _made = CertificateOffice.objects.update_or_create(
        community_id=community.pk,
        kind=kind,
        defaults={**given, "checked_on": local_day(act.at)},
    )
    act.note(office=office.name)
    return office


def _require_sound(item: CertificateItem) -> None:
    if item.listed == rules.KEPT:
        require(rules.template_allowed(item.template))
    rows = CertificateItem.objects.filter(community=item.community_id, listed=item.listed)
    others = [row.as_entry() for row in rows if row.pk != item.pk]
    require(rules.apart(item.in_force_from, item.in_force_to, others, item.title))
