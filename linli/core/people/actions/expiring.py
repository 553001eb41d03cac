"""Ending what is only kept for a while."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.models import Agency, Batch, Change, Declaration
from linli.core.people.rules import DAYS_KEPT_AFTER_LEAVING
from linli.core.places.models import Place
from linli.core.places.scope import CommunityQuerySet
from linli.lib.calendar.periods import local_day

PREVIEW_KEPT = timedelta(days=1)
UNDO_KEPT = timedelta(days=30)


@action("people.expire", needs="people.expire")
def expire(act: Act, community: Place) -> None:
    """Ends what was only kept for a while: files read and not decided on, or written half-way and
    left; a month after an import, the values it replaced; a year after its end, a mandate."""
    dropped = stale_previews(act.at).filter(community=community)
    stopped = [
        _stop(batch, act.at) for batch in stopped_imports(act.at).filter(community=community)
    ]
    settled = settled_changes(act.at).filter(community=community)
    gone = settled.update(before="", closed=[])
    ended, _by_model = ended_agencies(act.at).filter(community=community).delete()
    count = dropped.update(state=Batch.DROPPED, decided_at=act.at, content="")
    told, _by_model = settled_declarations(act.at).filter(community=community).delete()
    act.note(count=count + len(stopped) + gone + ended + told)


def stale_previews(at: datetime) -> CommunityQuerySet[Batch]:
    """Files read more than a day ago that nobody decided on."""
    return Batch.objects.filter(state=Batch.PREVIEWED, read_at__lte=at - PREVIEW_KEPT)


def stopped_imports(at: datetime) -> CommunityQuerySet[Batch]:
    """Files begun more than a day ago that nobody wrote to their end."""
    return Batch.objects.filter(state=Batch.WRITING, begun_at__lte=at - PREVIEW_KEPT)


def settled_changes(at: datetime) -> CommunityQuerySet[Change]:
    """What would undo an import, once the time for that is over."""
    return Change.objects.filter(
        ~Q(before="") | ~Q(closed=[]),
        batch__state=Batch.COMMITTED,
        batch__decided_at__lte=at - UNDO_KEPT,
    )


def ended_agencies(at: datetime) -> CommunityQuerySet[Agency]:
    """Mandates that ended more than a year ago."""
    return Agency.objects.filter(until__lte=kept_since(local_day(at)))


def settled_declarations(at: datetime) -> CommunityQuerySet[Declaration]:
    """Changes told of that were decided more than a year ago."""
    return Declaration.objects.filter(decided_at__lte=at - timedelta(days=DAYS_KEPT_AFTER_LEAVING))


def _stop(batch: Batch, at: datetime) -> Batch:
    """What was written stays, and can be undone; the file goes. How many rows were left."""
    written = Change.objects.filter(community=batch.community_id, batch=batch)
    batch.counts = {
        **batch.counts,
        **{kind: written.filter(kind=kind).count() for kind in (Change.NEW, Change.CHANGED)},
        "left": batch.counts["new"] + batch.counts["changed"] - batch.counts.get("written", 0),
    }
    batch.state, batch.decided_at, batch.content, batch.decisions = Batch.COMMITTED, at, "", {}
    batch.save()
    return batch


def kept_since(on: date) -> date:
    """What ended on this day or before is kept no longer on the day `on`."""
    return on - timedelta(days=DAYS_KEPT_AFTER_LEAVING)
