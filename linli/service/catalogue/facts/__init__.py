"""What of the catalogue counts: certificates, guides and who stands behind them, visits at home,
help to apply, reminders, openings; and which of the book's ten fields something was done in."""

from collections.abc import Iterator
from datetime import date

from linli.core.places.models import Place
from linli.lib.facts import Fact
from linli.service.catalogue.applications import facts as applications
from linli.service.catalogue.facts import certificates, fields, guides, home_services
from linli.service.catalogue.reminders import facts as reminders
from linli.service.catalogue.work import facts as work

KINDS = (
    *certificates.KINDS,
    *applications.KINDS,
    *reminders.KINDS,
    *guides.KINDS,
    *work.KINDS,
    *home_services.KINDS,
    *fields.KINDS,
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from certificates.rows(community, since, until)
    yield from applications.rows(community, since, until)
    yield from work.rows(community, since, until)
    yield from reminders.rows(community, since, until)
    yield from guides.rows(community, since, until)
    yield from home_services.rows(community, since, until)
    yield from fields.rows(community, since, until)
