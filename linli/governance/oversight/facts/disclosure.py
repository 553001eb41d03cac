"""Whether what was due was disclosed in time, and for as long as it must be."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.governance.oversight.models import Disclosure
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.mechanisms.publication.disclosed import LEAST_DAYS
from linli.mechanisms.publication.models import Posting

FOR_SOMEBODY = ("privacy", "consent")
"""Grounds on which the law asks that a notice comes down at once: nothing is missed by that."""
GOES_ON = ("wrong", "replaced")
"""Grounds on which the same has to go on elsewhere."""

KINDS = (
    FactKind(
        "oversight.disclosed",
        _("到期应公开的事项（是否按期公布、公布满十五日；为保护个人信息撤下的不算缺）"),
        "oversight:show",
        "disclosure_id",
        ("S1.2",),
    ),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each item on the last day it was due. What was taken down before its fifteen days were over
    was not up for them, whatever had been planned: unless it came down to protect somebody, or
    another notice of the same stood in its place for the rest of them."""
    due = Disclosure.objects.filter(
        community=community, due_on__gte=since, due_on__lte=until
    ).exclude(state="dropped")
    columns = ("pk", "due_on", "posted_on", "days", "posting__ended_at", "posting__ended_for")
    for key, due_on, posted_on, days, ended_at, why in due.values_list(*columns):
        assert due_on is not None
        kept = posted_on is not None and posted_on <= due_on and (days or 0) >= LEAST_DAYS
        if kept and ended_at and why not in FOR_SOMEBODY:
            ended, last = local_day(ended_at), posted_on + timedelta(days=LEAST_DAYS)
            kept = ended >= last or (why in GOES_ON and _stood(community, key, ended, last))
        yield Fact(community.code, due_on, "oversight.disclosed", int(kept), 1, record=key)


def _stood(community: Place, item: UUID, since: date, until: date) -> bool:
    """Whether another notice of the same line and time was up from one day to the other."""
    it = Disclosure.objects.get(community=community, pk=item)
    assert it.posting_id is not None, "what came down had been up"
    same = Disclosure.objects.filter(
        community=community, line=it.line, since__lte=it.until, until__gte=it.since
    )
    others = Posting.objects.filter(
        community=community,
        owner_kind=Disclosure._meta.label,
        owner__in=same.values("pk"),
        posted_at__isnull=False,
    ).exclude(pk=it.posting_id)
    return any(
        posted_at is not None
        and local_day(posted_at) <= since
        and (ended_at is None or local_day(ended_at) >= until)
        for posted_at, ended_at in others.values_list("posted_at", "ended_at")
    )
