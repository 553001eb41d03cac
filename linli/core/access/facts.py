"""What the evaluation may read of posts: how many people work for the committee. A head count; who
they are, and how much of the day each works, is not in it."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Holding
from linli.core.access.posts import POSTS
from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind

KINDS = (FactKind("access.workers", _("为居委会工作的人数"), stock=True),)

FOR_A_TIME = ("election_committee", "mediator")
"""Posts of residents who serve beside their own work."""

WORKING = tuple(
    post.name
    for post in POSTS.values()
    if post.works and not post.for_body and post.name not in FOR_A_TIME
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """How many held such a post on the last day of each month and of the period, each person once
    however many posts. Told from the first holder on: before that nobody has entered any."""
    held = list(
        Holding.objects.filter(
            Q(until__isnull=True) | Q(until__gt=since),
            place__community=community,
            post__in=WORKING,
            since__lte=until,
        ).values_list("account_id", "since", "until")
    )
    for on in month_ends(since, until):
        people = {
            account
            for account, begun, ended in held
            if begun <= on and (ended is None or on < ended)
        }
        if people:
            yield Fact(community.code, on, "access.workers", len(people))
