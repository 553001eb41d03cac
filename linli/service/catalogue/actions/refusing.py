"""A refusal: always with its reason and the way on."""

from linli.core.audit.door import Act, action
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.flows import CERTIFICATE
from linli.service.catalogue.models import Certificate


@action("catalogue.refuse_certificate", needs="catalogue.draft_certificates")
def refuse_certificate(
    act: Act, certificate: Certificate, *, reason: str, way_on: str, seen: int | None = None
) -> Certificate:
    """Does not issue what was asked for, and says why and where to go."""
    take(act, CERTIFICATE, certificate, "refuse", reason=reason, way_on=way_on, seen=seen)
    certificate.closed_at = act.at
    certificate.reason, certificate.way_on = reason.strip(), way_on.strip()
    certificate.save(update_fields=["closed_at", "reason", "way_on"])
    act.about = certificate.person_id
    act.note(item=certificate.item.titles)
    if certificate.asked_by_id:
        told = {"item": certificate.item.titles}
        act.tell("catalogue.certificate_refused", account=certificate.asked_by_id, **told)
    return certificate
