"""What of openness and supervision counts. Rows and days, never a name."""

from collections.abc import Iterator
from datetime import date

from linli.core.places.models import Place
from linli.governance.oversight.facts import disclosure, inquiries, supervision
from linli.lib.facts import Fact

KINDS = (*disclosure.KINDS, *inquiries.KINDS, *supervision.KINDS)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from disclosure.rows(community, since, until)
    yield from inquiries.rows(community, since, until)
    yield from supervision.rows(community, since, until)
