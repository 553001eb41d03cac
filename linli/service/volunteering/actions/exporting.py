"""The record leaves the house: by the director alone, for a purpose that is typed, and each
person it speaks of can read that it did."""

from datetime import date
from typing import Any

from linli.core.access.queries import bodies_of
from linli.core.audit.door import Act, action, record_openings
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.volunteering import words
from linli.service.volunteering.models import ServiceRecord, Thanks, Volunteer
from linli.service.volunteering.queries.hours import Served, services_of

LEAST_PURPOSE = 4
Rows = list[list[Any]]


@action("volunteering.export_record", needs="volunteering.export")
def export_record(act: Act, community: Place, *, since: date, until: date, purpose: str) -> Rows:
    """The confirmed services of a period as rows of the national columns. Written down for each
    volunteer who is in it, with the purpose."""
    said = purpose.strip()
    require(Finding(len(said) >= LEAST_PURPOSE, "volunteering.purpose_typed", cites=("pipl.6",)))
    require(Finding(since <= until, "volunteering.ends_after_start"))
    records = ServiceRecord.objects.filter(
        community=community, on__range=(since, until), corrects__isnull=True
    )
    volunteers = list(
        Volunteer.objects.filter(
            community=community, pk__in=records.values("volunteer"), person__isnull=False
        ).select_related("person")
    )
    issuer = _issuer(community, local_day(act.at))
    rows, persons = [], {}
    by_line = {each.pk: each for each in volunteers}
    awards = _awards(community, since, until)
    for each in services_of(volunteers, since, until):
        line = by_line[each.record.volunteer_id]
        if each.half_hours > 0:
            rows.append(_row(each, line, awards.get(line.pk, ""), issuer))
            persons[line.person_id] = line.person
    record_openings(
        "volunteering.exported", act.by, list(persons.values()), at=act.at, note={"purpose": said}
    )
    act.note(count=len(rows), people=len(persons), purpose=said)
    return rows


def _issuer(community: Place, on: date) -> str:
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.name if committee else community.name


def _awards(community: Place, since: date, until: date) -> dict[Any, str]:
    found: dict[Any, str] = {}
    rows = Thanks.objects.filter(community=community, kind="award", on__range=(since, until))
    for row in rows.order_by("on"):
        # The words are their volunteer's alone until they let everybody read them.
        told = f"表彰 {row.on}：{row.said}" if row.shown_at is not None else f"表彰 {row.on}"
        said = found.get(row.volunteer_id, "")
        found[row.volunteer_id] = f"{said}；{told}" if said else told
    return found


def _row(each: Served, line: Volunteer, awards: str, issuer: str) -> list[Any]:
    record, person = each.record, line.person
    assert person is not None
    told = {
        "national_number": line.national_number,
        "name": person.name,
        "id_kind": str(person.get_id_kind_display()),
        "id_number": person.id_number,
        "activity": record.activity,
        "place": record.place,
        "served": str(record.get_served_display()),
        "content": str(record.get_content_display()),
        "on": record.on,
        "hours": each.half_hours / 2,
        "training": str(record.get_training_display()) if record.training else "",
        "awards": awards,
        "evaluation": str(record.get_evaluation_display()),
        "recorded_by": issuer,
    }
    return [told[key] for key, _title in words.EXPORT_COLUMNS]
