"""What runs out by itself, of every floor below: notices on the board, posts held for a term."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Holding
from linli.core.access.queries import in_term
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.cycles import register_cycle
from linli.core.clocks.expiring import Expiring, Source, register_expiring
from linli.core.clocks.rules import last_day
from linli.governance.elections.models import Membership
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.registry import template_named

MOST = 12
"""As many as a first page can hold; the rest stand on the pages they lead to."""


def notices_ending(community: Any, since: date, until: date, actor: Actor) -> Iterable[Expiring]:
    """Notices whose time on the board is over in those days."""
    begins = datetime.combine(since, time.min, SHANGHAI)
    ends = datetime.combine(until + timedelta(days=1), time.min, SHANGHAI)
    rows = (
        Posting.objects.filter(
            community=community,
            listed_at__isnull=False,
            comes_down_at__gt=begins,
            comes_down_at__lte=ends,
        )
        .defer("snapshot")
        .order_by("comes_down_at", "id")[:MOST]
    )
    for posting in rows:
        template = template_named(posting.template)
        if template is None or posting.comes_down_at is None:
            continue
        url = reverse("publication:notice", args=[community.code, posting.pk])
        yield Expiring(heading_of(posting, template), last_day(posting.comes_down_at), url)


def posts_ending(community: Any, since: date, until: date, actor: Actor) -> Iterable[Expiring]:
    """Posts whose term is over in those days: for those who may see who holds what."""
    if not may("access.see_posts", actor, community):
        return
    rows = (
        Holding.objects.filter(
            in_term(since),
            place__community=community,
            until__gt=since,
            until__lte=until + timedelta(days=1),
        )
        .select_related("account")
        .order_by("until", "pk")[:MOST]
    )
    for held in rows:
        title = _("%(post)s %(name)s 任期到期") % {
            "post": held.get_post_display(),
            "name": held.account.label,
        }
        if held.last_day is not None:
            yield Expiring(title, held.last_day, reverse("access_posts", args=[community.code]))


def committee_term_end(community: Any, on: date) -> date | None:
    """The day on which the present committee's term is over."""
    ends: date | None = (
        Membership.objects.filter(community=community, since__lte=on, term_ends__gt=on)
        .order_by("-term_ends")
        .values_list("term_ends", flat=True)
        .first()
    )
    return ends


def declare() -> None:
    """Called when the desk is ready."""
    register_expiring(Source("notices", _("公告"), notices_ending))
    register_expiring(Source("posts", _("岗位"), posts_ending))
    register_cycle("committee_term", committee_term_end)
