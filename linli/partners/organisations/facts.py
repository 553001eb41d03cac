"""What of organisations counts: those who work here, a head count in which no worker is, and what
resident units, community organisations and contracts leave behind."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.partners.organisations.queries.counted_social import SOCIAL_KINDS, rows_social
from linli.partners.organisations.queries.counted_units import UNIT_FACTS, rows_units
from linli.partners.organisations.queries.staff import certified_on

STAFF, CERTIFIED = "organisations.staff", "organisations.certified"

KINDS = (
    FactKind(STAFF, _("登记在岗的社区工作者"), standard=("S2.1",), stock=True),
    FactKind(CERTIFIED, _("持社会工作者证书的社区工作者"), standard=("S2.1",), stock=True),
    *UNIT_FACTS,
    *SOCIAL_KINDS,
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _rows_of_staff(community, since, until)
    yield from rows_units(community, since, until)
    yield from rows_social(community, since, until)


def _rows_of_staff(community: Place, since: date, until: date) -> Iterator[Fact]:
    """As it stands on the last day of each month. A community that has entered no file tells
    nothing: that is not nought."""
    for on in month_ends(since, until):
        certified, staff = certified_on(community, on)
        if staff:
            yield Fact(community.code, on, STAFF, staff)
            yield Fact(community.code, on, CERTIFIED, certified)
