"""Deliveries and days of sport, for everybody and for the desk."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.culture.activities.models.screenings import Delivery, SportDay
from linli.lib.numbers import suppressed

MOST = 60


def deliveries(community: Any) -> list[Delivery]:
    """What was asked for and brought, the latest first."""
    return list(Delivery.objects.filter(community=community).order_by("-asked_on", "-pk")[:MOST])


def sport_days(community: Any) -> list[SportDay]:
    """Days of sport, those to come first."""
    return list(SportDay.objects.filter(community=community).order_by("-starts_at")[:MOST])


def delivery_at(community: Any, delivery_id: UUID) -> Delivery:
    """One delivery; otherwise Http404."""
    found: Delivery | None = Delivery.objects.filter(community=community, pk=delivery_id).first()
    if found is None:
        raise Http404
    return found


def sport_day_at(community: Any, day_id: UUID) -> SportDay:
    """One day of sport; otherwise Http404."""
    found: SportDay | None = SportDay.objects.filter(community=community, pk=day_id).first()
    if found is None:
        raise Http404
    return found


def came_told(came: int | None, floor: int) -> int | None:
    """How many came, as everybody may read it: nothing of a few."""
    return None if came is None or suppressed(came, floor) else came


def next_eighth_of_august(on: date) -> date:
    """The next national day of sport."""
    this = date(on.year, 8, 8)
    return this if on <= this else date(on.year + 1, 8, 8)
