"""What activities count: never a name."""

from collections.abc import Iterator
from datetime import date

from linli.core.places.models import Place
from linli.culture.activities.facts import coming, groups
from linli.lib.facts import Fact

KINDS = (*coming.KINDS, *groups.KINDS)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from coming.rows(community, since, until)
    yield from groups.rows(community, since, until)
