"""What of the calendar of duties counts: each time round, done by its day or not. Whose it was is
not told. Not of what comes every day or week, which would outweigh all the rest, nor of what a
room tells by a kind of its own."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.actions.turns import CLOCK
from linli.core.clocks.models import Turn
from linli.core.clocks.queries.duties import duties_of
from linli.core.clocks.queries.kept import judged
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind

KINDS = (FactKind("clocks.duty", _("到期的工作，每日、每周的除外（是否按期做了）")),)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    left_out = _left_out(community)
    for each in judged(community, since, until, Turn._meta.label, CLOCK):
        if each.owner in left_out:
            continue
        yield Fact(community.code, each.on, "clocks.duty", int(each.kept), 1)


def _left_out(community: Place) -> set[UUID]:
    """The times round that are not counted here."""
    keys = [
        kept.duty.key
        for kept in duties_of(community.pk)
        if kept.duty.is_quick or kept.duty.counted_by
    ]
    return set(Turn.objects.filter(community=community, key__in=keys).values_list("pk", flat=True))
