"""Asking: what is not ours is counted, what is ours becomes a request."""

from django.db import transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.people.queries import load_person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.service.catalogue.flows import CERTIFICATE
from linli.service.catalogue.models import AskedNotOurs, Certificate, CertificateItem
from linli.service.catalogue.queries.lists import UNLISTED, finding_of, time_for, titles_by_key


@action("catalogue.tell_not_ours", needs="catalogue.search_certificates")
def tell_not_ours(act: Act, community: Place, *, item: str, at_desk: bool) -> AskedNotOurs:
    """Counts that a certificate was asked for which is not issued here, when the way on was
    given. One more on that day for that item; who asked is written down nowhere, not even as the
    account of the entry."""
    titles = titles_by_key(community)
    item = item if item in titles else UNLISTED
    act.leave_out_who()
    column = "at_desk" if at_desk else "on_portal"
    rows = AskedNotOurs.objects.filter(community=community)
    with transaction.atomic():  # two who are the first of the day: the database takes one row
        row, _made = rows.get_or_create(community_id=community.pk, item=item, on=local_day(act.at))
    rows.filter(pk=row.pk).update(**{column: F(column) + 1})
    row.refresh_from_db(fields=[column], from_queryset=rows)
    act.note(item=titles[item])
    return row


@action("catalogue.ask_certificate", needs="catalogue.ask_certificate")
def ask_certificate(
    act: Act, community: Place, *, item: CertificateItem, purpose: str, for_office: str
) -> Certificate:
    """A resident asks for one about themselves. Refused where it is not issued here today, or
    where the account belongs to nobody on this community's roster."""
    on = local_day(act.at)
    require(finding_of(item, on))
    assert act.by.person is not None, "the permission asks for a record"
    person = load_person(community.pk, act.by.person)
    certificate = Certificate(
        community=community,
        item=item,
        person=person,
        asked_by_id=act.by.account,
        asked_on=on,
        holder_name=person.name,
        purpose=purpose.strip(),
        for_office=for_office.strip(),
    )
    act.about = person.pk
    promise = time_for(item, community, on)
    begin(act, CERTIFICATE, certificate, "ask", limits={"promise": promise})
    act.note(item=item.titles)
    act.tell("catalogue.certificate_asked", post="worker", item=item.titles)
    return certificate


@action("catalogue.withdraw_certificate", needs="catalogue.withdraw_certificate")
def withdraw_certificate(
    act: Act, certificate: Certificate, *, seen: int | None = None
) -> Certificate:
    """The one who asked needs it no longer; nothing of what they wrote stays."""
    take(act, CERTIFICATE, certificate, "withdraw", seen=seen)
    certificate.closed_at = certificate.forgotten_at = act.at
    for name in Certificate.PERSONAL:
        setattr(certificate, name, "")
    certificate.save(update_fields=["closed_at", "forgotten_at", *Certificate.PERSONAL])
    act.about = certificate.person_id
    act.note(item=certificate.item.titles)
    return certificate
