"""The certificate of volunteer service record: asked for, given free, revoked where it is no
longer true."""

import secrets
from datetime import date

from linli.core.access.queries import bodies_of
from linli.core.audit.door import Act, action
from linli.core.places.serials import take_next_serial
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.service.volunteering.actions.wording import told_to_all
from linli.service.volunteering.models import HoursCertificate, Volunteer
from linli.service.volunteering.queries.hours import lines_of, sum_of
from linli.service.volunteering.queries.volunteers import lock_lines
from linli.service.volunteering.rules import hours

_MENDED = "volunteering.certificate_revoked"


@action("volunteering.ask_certificate", needs="volunteering.own")
def ask_certificate(
    act: Act, volunteer: Volunteer, *, since: date, until: date
) -> HoursCertificate:
    """Asks for a certificate of what was served in a period: free, as often as one likes."""
    require(Finding(since <= until, "volunteering.ends_after_start"))
    require(Finding(until <= local_day(act.at), "volunteering.not_ahead"))
    require(hours.something_to_certify(sum_of(volunteer, since, until).half_hours))
    row = HoursCertificate.objects.create(
        community_id=volunteer.community_id,
        volunteer=volunteer,
        since=since,
        until=until,
        asked_at=act.at,
    )
    act.tell("volunteering.certificate_asked", post="worker")
    act.about = volunteer.person_id
    return row


@action("volunteering.issue_certificate", needs="volunteering.keep")
def issue_certificate(
    act: Act, certificate: HoursCertificate, *, handler: str, responsible: str
) -> HoursCertificate:
    """Gives a certificate its number, its code and the sum as it stands in the record; the seal is
    pressed on the paper."""
    # First whoever served: a correction locks them before it revokes, and would wait for us else.
    lock_lines(certificate.community_id, [certificate.volunteer])
    row = HoursCertificate.objects.select_for_update().get(
        community=certificate.community_id, pk=certificate.pk
    )
    require(Finding(row.state == "asked", "volunteering.certificate_waits"))
    volunteer = row.volunteer
    require(Finding(volunteer.person_id is not None, "volunteering.person_known"))
    own = act.by.person is not None and act.by.person == volunteer.person_id
    require(hours.another_confirms(own))
    on = local_day(act.at)
    require(Finding(row.until <= on, "volunteering.not_ahead"))
    found = sum_of(volunteer, row.since, row.until)
    require(hours.something_to_certify(found.half_hours))
    committee = bodies_of(row.community, on).filter(kind="residents_committee").first()
    row.state, row.issued_on, row.issued_by_id = "issued", on, act.by.account
    row.issued_at = act.at
    row.half_hours, row.times = found.half_hours, found.times
    row.handler, row.responsible = handler.strip(), responsible.strip()
    row.phone = committee.office_phone if committee else ""
    row.code = receipt_from(secrets.token_bytes(16))
    row.year = on.year

    def keep(serial: int) -> None:
        row.serial = serial
        row.save()

    take_next_serial(HoursCertificate, row.community_id, on.year, keep)
    if volunteer.account_id is not None:
        act.tell("volunteering.certificate_issued", account=volunteer.account_id, number=row.number)
    act.about = volunteer.person_id
    act.note(number=row.number)
    return row


@action("volunteering.revoke_certificate", needs="volunteering.keep")
def revoke_certificate(act: Act, certificate: HoursCertificate, *, reason: str) -> HoursCertificate:
    """Revokes a certificate; whoever checks it is told so."""
    certificate = HoursCertificate.objects.select_for_update().get(
        community=certificate.community_id, pk=certificate.pk
    )
    require(Finding(certificate.state == "issued", "volunteering.certificate_holds"))
    require(Finding(bool(reason.strip()), "volunteering.something_said"))
    _revoke(act, certificate, told_to_all(reason))
    act.about = certificate.volunteer.person_id
    act.note(number=certificate.number)
    return certificate


def revoke_for_correction(act: Act, volunteer: Volunteer, on: date) -> int:
    """Certificates that counted a service of that day hold no longer once it was mended."""
    rows = HoursCertificate.objects.filter(
        community=volunteer.community_id,
        volunteer__in=lines_of(volunteer),
        state="issued",
        since__lte=on,
        until__gte=on,
    )
    for row in rows:
        _revoke(act, row, "")
    return len(rows)


def _revoke(act: Act, row: HoursCertificate, reason: str) -> None:
    row.state, row.revoked_at, row.revoked_for = "revoked", act.at, reason[:200]
    row.save(update_fields=["state", "revoked_at", "revoked_for"])
    if row.volunteer.account_id is not None:
        kind = "volunteering.certificate_withdrawn" if row.revoked_for else _MENDED
        said = {"reason": row.revoked_for} if row.revoked_for else {}
        act.tell(kind, account=row.volunteer.account_id, number=row.number, **said)
