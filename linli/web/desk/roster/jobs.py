"""Long work of the register: taking a table in, looking for rows that are one person."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.access.queries import account_of, actor_for
from linli.core.audit.actor import Actor, the_operator
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.core.people.actions import commit_roster, note_resemblances
from linli.core.people.actions.rosters import read_batch
from linli.core.people.models import Batch
from linli.core.people.queries import resembling_in
from linli.core.people.roster.comparing import Decision
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day


@job(
    "roster.import",
    label=_("导入居民表格"),
    told=_("新增 {new} 行，变更 {changed} 行，相同 {same} 行，未导入 {refused} 行"),
    opens="roster:batch",
)
def take_in(job: Job, progress: Progress) -> dict[str, Any]:
    """All of it in one transaction: a half-read register would be worse than none. Called again
    after a restart it finds the file still waiting, and begins anew, or already taken in. How far
    the writing is cannot be seen from outside before it is done; what it is doing can."""
    batch = Batch.objects.select_related("community").get(
        community=job.community_id, pk=UUID(job.params["batch"])
    )
    decisions: dict[int, Decision] = {
        int(row): "new" if whom == "new" else UUID(whom)
        for row, whom in job.params["decisions"].items()
    }
    at = timezone.now()
    progress.reached(0, message=gettext("正在读表格"))
    progress.beat()
    # A file that was taken in already has no content left to read.
    reading = read_batch(batch, local_day(at)) if batch.content else None
    progress.reached(0, message=gettext("正在写入登记册；中断了会从头再来，不会只写一半"))
    progress.beat()
    with progress.chunk():
        done = commit_roster(
            batch, by=_whoever_began(job), at=at, decisions=decisions, reading=reading
        )
        progress.reached(done.counts["read"], message=gettext("写完了"))
    return {**done.counts, "opens": str(done.pk)}


@job(
    "roster.find_doubles",
    label=_("查找可能重复的登记"),
    told=_("找到 {count} 对"),
    opens="roster:pairs",
)
def find_doubles(job: Job, progress: Progress) -> dict[str, Any]:
    """Reads and compares outside any transaction, then keeps what was found in one. Safe to run
    again: what was found before is replaced."""
    assert job.community_id
    community = Place.objects.get(pk=job.community_id)

    def beat(gone: int) -> None:
        if gone:
            progress.reached(gone)
        progress.beat()

    pairs = resembling_in(community, beat=beat)
    with progress.chunk():
        count = note_resemblances(community, by=_whoever_began(job), at=timezone.now(), pairs=pairs)
        progress.reached(job.total or 0)
    return {"count": count}


def _whoever_began(job: Job) -> Actor:
    if job.account_id is None:
        return the_operator()
    return actor_for(account_of(job.account_id), timezone.localdate(), channel="desk")
