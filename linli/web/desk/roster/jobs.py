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
from linli.core.people.actions import note_resemblances
from linli.core.people.actions.taking_in import read_batch, take_in_blocks
from linli.core.people.models import Batch
from linli.core.people.queries import resembling_in
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require


@job(
    "roster.import",
    label=_("导入居民表格"),
    told=_("新增 {new} 行，变更 {changed} 行，相同 {same} 行，未导入 {refused} 行"),
    opens="roster:batch",
)
def take_in(job: Job, progress: Progress) -> dict[str, Any]:
    """Block by block, each in one transaction with how far it came; called again after a restart
    it goes on behind the last block."""
    batch = Batch.objects.select_related("community").get(
        community=job.community_id, pk=UUID(job.params["batch"])
    )
    if batch.state == Batch.WRITING:
        progress.reached(progress.job.done_count, message=gettext("正在读表格"))
        progress.beat()
        reading = read_batch(batch, local_day(batch.counts_from))

        def told(rows: int) -> None:
            progress.reached(rows, message=gettext("正在写入登记册；中断了会接着写"))

        batch = take_in_blocks(
            batch,
            reading,
            by=_whoever_began(job),
            now=timezone.now,
            around=progress.chunk,
            told=told,
        )
    require(Finding(batch.state == Batch.COMMITTED, "people.batch_under_way"))
    return {**batch.counts, "opens": str(batch.pk)}


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
