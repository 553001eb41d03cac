"""Whether what was due was disclosed in time, and for as long as it must be."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.governance.oversight.models import Disclosure
from linli.lib.facts import Fact, FactKind
from linli.mechanisms.publication.disclosed import LEAST_DAYS

KINDS = (
    FactKind(
        "oversight.disclosed",
        _("到期应公开的事项（是否按期公布、公布满十五日）"),
        "oversight:show",
        "disclosure_id",
        ("S1.2",),
    ),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each item on the last day it was due."""
    due = Disclosure.objects.filter(
        community=community, due_on__gte=since, due_on__lte=until
    ).exclude(state="dropped")
    for key, due_on, posted_on, days in due.values_list("pk", "due_on", "posted_on", "days"):
        assert due_on is not None
        kept = posted_on is not None and posted_on <= due_on and (days or 0) >= LEAST_DAYS
        yield Fact(community.code, due_on, "oversight.disclosed", int(kept), 1, record=key)
