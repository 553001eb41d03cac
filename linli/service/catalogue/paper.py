"""A certificate as it lies on paper, and the slip that shows the way to another office."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from linli.core.access.queries import bodies_of
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.service.catalogue.models import Certificate

STYLE = "catalogue/certificate.css"


def drawn(request: HttpRequest, certificate: Certificate) -> str:
    """The paper in the language of the place, whoever prints it."""
    assert certificate.issued_at is not None, "only what is sealed has a paper"
    on = local_day(certificate.issued_at)
    here = {"community_code": certificate.community.code}
    check = request.build_absolute_uri(
        reverse("catalogue:checked", kwargs={**here, "code": certificate.code})
    )
    context: dict[str, Any] = {
        "certificate": certificate,
        "issuer": issuer_of(certificate.community, on),
        "issued_on": on,
        "check": check,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("catalogue/_paper.html", context)


def issuer_of(community: Place, on: Any) -> str:
    """The committee by its name; the community's own where it has none yet."""
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.name if committee else community.name


def phone_of(community: Place, on: Any) -> str:
    """The committee's own telephone, to ask where the slip leaves something open."""
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.office_phone if committee else ""
