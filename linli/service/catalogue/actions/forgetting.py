"""When its term is over, a certificate forgets whom it was about; number, title and days stay."""

from datetime import datetime

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.service.catalogue.models import Certificate


@action("catalogue.forget_certificate", needs="catalogue.forget_certificates")
def forget_certificate(act: Act, certificate: Certificate) -> Certificate:
    """Blanks what it said of anybody. The check page then confirms number, title and days only."""
    blank(certificate, act.at)
    act.note(number=certificate.number or "—")
    return certificate


def blank(certificate: Certificate, at: datetime) -> None:
    """Empties what is about a person, in the certificate and in its steps."""
    for name in Certificate.PERSONAL:
        setattr(certificate, name, "")
    certificate.person = certificate.asked_by = None
    certificate.reason = certificate.way_on = ""
    certificate.forgotten_at = at
    certificate.save()
    ours = {"community_id": certificate.community_id}
    certificate.steps.filter(**ours).update(reason="", given={})


@when_forgotten
def forget_certificates_of(person: Person, at: datetime) -> None:
    """Whoever is forgotten is forgotten here too, before the term: what nobody can ask for any
    more is kept for nobody."""
    rows = Certificate.objects.filter(
        Q(person=person), community=person.community_id, forgotten_at__isnull=True
    )
    for certificate in rows:
        blank(certificate, at)
