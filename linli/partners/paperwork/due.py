"""What time does to forms: the kept copies go when their term is over. Safe to run twice."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.partners.paperwork.actions import expire
from linli.partners.paperwork.models import Asking

AT_ONCE = 50


def run(at: datetime) -> int:
    """Empties what is due; says how many forms it touched."""
    kept = Asking.objects.across_communities("time runs everywhere").filter(
        state="handed_over", emptied_at__isnull=True
    )
    done = 0
    communities = kept.order_by().values_list("community_id", flat=True).distinct()
    for community in Place.objects.filter(pk__in=list(communities)):
        for asking in _over(community, at)[:AT_ONCE]:
            expire(asking, by=the_clock(), at=at)
            done += 1
    return done


def _over(community: Place, at: datetime) -> list[Asking]:
    copy, old = (_days(rule, community, at) for rule in ("copy_kept", "superseded_kept"))
    later = Asking.objects.filter(
        community=community,
        form=OuterRef("form"),
        state="handed_over",
        state_since__gt=OuterRef("state_since"),
        state_since__lte=at - timedelta(days=old),
    )
    return list(
        Asking.objects.filter(community=community, state="handed_over", emptied_at__isnull=True)
        .filter(Q(state_since__lte=at - timedelta(days=copy)) | Exists(later))
        .select_related("community")
        .defer("blank")
        .order_by("state_since")
    )


def _days(rule: str, community: Place, at: datetime) -> int:
    found = laid_down(f"paperwork.{rule}", community, local_day(at))
    return int(found.value)
