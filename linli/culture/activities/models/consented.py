"""What somebody agreed to before anybody else reads it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.culture.activities.words_learning import CONSENT_WAYS, WAY_NAMES


class Consented(CommunityRow):
    """A row that nobody but the desk reads until the person it is about has agreed. `code` is on
    the slip they are given: it opens the row and takes it down at once, without an account."""

    code = models.CharField(max_length=14, unique=True, editable=False)
    consent_way = models.CharField(_("怎么同意的"), max_length=6, choices=CONSENT_WAYS, blank=True)
    consent_witness = SealedTextField(_("在场作证的人"), blank=True, default="")
    consented_at = models.DateTimeField(null=True)
    shown_since = models.DateField(null=True)

    class Meta:
        abstract = True


def consent_constraints(prefix: str) -> list[Any]:
    """Nothing is shown without consent, and a spoken one has a witness."""
    return [
        models.CheckConstraint(
            condition=Q(consent_way="", consented_at__isnull=True)
            | Q(consent_way__in=WAY_NAMES, consented_at__isnull=False),
            name=f"{prefix}_consent_dated",
        ),
        models.CheckConstraint(
            condition=~Q(consent_way="spoken") | ~Q(consent_witness=""),
            name=f"{prefix}_spoken_has_witness",
        ),
        models.CheckConstraint(
            condition=Q(shown_since__isnull=True) | ~Q(consent_way=""),
            name=f"{prefix}_shown_by_consent",
        ),
    ]
