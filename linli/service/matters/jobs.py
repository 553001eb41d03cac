"""Long work of 诉求: taking in a table."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import account_of, actor_for
from linli.core.audit.actor import Actor, the_operator
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.service.matters.actions.importing import finish_import, import_rows
from linli.service.matters.importing.files import open_batch
from linli.service.matters.importing.reading import Incoming, verdicts
from linli.service.matters.models import ImportBatch

CHUNK = 1000


@job(
    "matters.import",
    label=_("导入诉求表"),
    told=_("新增 {new} 件，更新 {changed} 件，相同 {same} 件，有问题 {refused} 行"),
    opens="matters:import",
)
def take_in(job: Job, progress: Progress) -> dict[str, Any]:
    """Reads the kept file again and takes its good rows in, a thousand at a time; each chunk and
    the place where to go on commit together."""
    batch = ImportBatch.objects.select_related("community", "file").get(
        community=job.community_id, pk=UUID(job.params["batch"])
    )
    by = _whoever_began(job)
    counts = dict(progress.checkpoint.get("counts") or {})
    done = int(progress.checkpoint.get("row", 0))
    chunk: list[Incoming] = []
    read = 0

    def write(upto: int) -> None:
        with progress.chunk():
            took = import_rows(batch, rows=chunk, by=by, at=timezone.now()) if chunk else {}
            for name, number in took.items():
                counts[name] = counts.get(name, 0) + number
            progress.reached(upto, row=upto, counts=dict(counts))
        chunk.clear()

    for verdict in verdicts(open_batch(batch), timezone.now()):
        read += 1
        if read <= done:
            continue
        if verdict.incoming is not None:
            chunk.append(verdict.incoming)
        else:
            counts["refused"] = counts.get("refused", 0) + 1
        if len(chunk) == CHUNK:
            write(read)
    write(read)
    result = {name: counts.get(name, 0) for name in ("new", "changed", "same", "held", "refused")}
    finish_import(batch, counts=result, by=by, at=timezone.now())
    return {**result, "opens": str(batch.pk)}


def _whoever_began(job: Job) -> Actor:
    if job.account_id is None:
        return the_operator()
    return actor_for(account_of(job.account_id), timezone.localdate(), channel="desk")
