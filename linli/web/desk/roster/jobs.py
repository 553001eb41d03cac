"""Long work of the register: taking a table in."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import account_of, actor_for
from linli.core.audit.actor import Actor, the_operator
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.core.people.actions import commit_roster
from linli.core.people.actions.rosters import read_batch
from linli.core.people.models import Batch
from linli.core.people.roster.comparing import Decision
from linli.lib.calendar.periods import local_day


@job(
    "roster.import",
    label=_("导入居民表格"),
    told=_("新增 {new} 行，变更 {changed} 行，相同 {same} 行，未导入 {refused} 行"),
    opens="roster:batch",
)
def take_in(job: Job, progress: Progress) -> dict[str, Any]:
    """All of it in one transaction: a half-read register would be worse than none. Called again
    after a restart it finds the file still waiting, or already taken in."""
    batch = Batch.objects.select_related("community").get(
        community=job.community_id, pk=UUID(job.params["batch"])
    )
    decisions: dict[int, Decision] = {
        int(row): "new" if whom == "new" else UUID(whom)
        for row, whom in job.params["decisions"].items()
    }
    at = timezone.now()
    # A file that was taken in already has no content left to read.
    reading = read_batch(batch, local_day(at)) if batch.content else None
    with progress.chunk():
        done = commit_roster(
            batch, by=_whoever_began(job), at=at, decisions=decisions, reading=reading
        )
        progress.reached(done.counts["read"])
    return {**done.counts, "opens": str(done.pk)}


def _whoever_began(job: Job) -> Actor:
    if job.account_id is None:
        return the_operator()
    return actor_for(account_of(job.account_id), timezone.localdate(), channel="desk")
