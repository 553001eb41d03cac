"""Elections and recalls that read the place's numbers at each of their steps: while one is held,
the place does not lay down others."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.local_law.effects import Open
from linli.governance.elections.models import Election, Recall

_BEFORE_AND_AFTER = ("planned", "archived", "cancelled")
_OF_A_RECALL = ("collecting", "submitted", "accepted", "polling")


def under_way(rule: str, community: Any) -> Iterable[Open]:
    """From the choice of the election committee to the file: elections; and recalls not decided."""
    if not rule.startswith("elections."):
        return
    held = (
        (_("正在进行的选举"), Election.objects.filter(~Q(state__in=_BEFORE_AND_AFTER))),
        (_("正在进行的罢免"), Recall.objects.filter(state__in=_OF_A_RECALL)),
    )
    for what, rows in held:
        if community is None:
            found = rows.across_communities("a whole province's rule").count()
        else:
            found = rows.filter(community=community).count()
        if found:
            yield Open(what, found, binds=True)
