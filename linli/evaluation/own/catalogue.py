"""The indicators of a community: those shipped with the house and its own beside them."""

from typing import Any

from django.db.models import QuerySet

from linli.evaluation.definitions import Catalogue, catalogue
from linli.evaluation.own.choices import KEPT
from linli.evaluation.own.composing import as_indicator
from linli.evaluation.own.models import OwnIndicator


def catalogue_of(community: Any) -> Catalogue:
    """Whatever is reckoned and shown of one community; one query. A street and all above it have
    only the shipped ones (`catalogue`), since nobody else has a community's own."""
    own = [as_indicator(row) for row in kept_of(community)]
    return catalogue().joined(own) if own else catalogue()


def kept_of(community: Any) -> QuerySet[OwnIndicator]:
    """Every version that counts, by code, the oldest first."""
    return OwnIndicator.objects.filter(community=community, state=KEPT).order_by("code", "version")
