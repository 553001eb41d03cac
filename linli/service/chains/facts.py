"""What of chain lists counts: how many were taken care of, and how many entries and homes they
served. Told from the book, which stays when a list and its lines are long gone; never a name."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.audit.models import Entry
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind("chains.served", _("办完的接龙"), standard=("S3.2",)),
    FactKind("chains.entries", _("接龙里算数的条数")),
    FactKind("chains.homes", _("接龙对上的住房")),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. A list that was closed, opened
    again and closed later counts once, by its last end."""
    closings = Entry.objects.filter(
        community=community.pk, action="chains.close", at__gte=_moment(since)
    )
    last: dict[object, tuple[datetime, dict[str, int]]] = {}
    for list_, at, note in closings.order_by("at", "id").values_list("subject", "at", "note"):
        last[list_] = (at, note)
    for at, note in last.values():
        on = timezone.localdate(at)
        if on <= until:
            yield Fact(community.code, on, "chains.served")
            for name in ("entries", "homes"):
                yield Fact(community.code, on, f"chains.{name}", note.get(name, 0))


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
