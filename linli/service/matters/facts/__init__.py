"""What of 诉求 counts: the rows evaluation may read. No words, no names, no places finer than
the community."""

from collections.abc import Iterator
from datetime import date

from linli.core.places.models import Place
from linli.lib.facts import Fact
from linli.service.matters.facts import answers, benefits, closing, promises

KINDS = (*promises.KINDS, *answers.KINDS, *closing.KINDS, *benefits.KINDS)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from promises.rows(community, since, until)
    yield from answers.rows(community, since, until)
    yield from closing.rows(community, since, until)
    yield from benefits.rows(community, since, until)
