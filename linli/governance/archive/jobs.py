"""Long work of the archive: filing a year, carrying out a destruction, making a package."""

from typing import Any
from uuid import UUID

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.core.pages.bilingual import SOURCE
from linli.core.places.models import Place
from linli.governance.archive import actions
from linli.governance.archive.models import Appraisal, Package
from linli.governance.archive.package.building import build, workshop
from linli.governance.archive.queries.filing import unfiled

CHUNK = 25


@job(
    "archive.file_year",
    label=_("归档"),
    told=_("{year} 年新归档 {filed} 件。"),
    opens="archive:home",
)
def file_year(job: Job, progress: Progress) -> dict[str, Any]:
    """Files what every room settled in the year, some at a time. What is filed drops out of what
    waits, so that a job taken up again goes on where it was, and one run twice does nothing."""
    community, year = _community(job), int(job.params["year"])
    filed, by = int(progress.checkpoint.get("filed", 0)), the_clock()
    with translation.override(SOURCE):  # titles and papers are in the language of the file
        waiting = list(unfiled(community, year))
        progress.expect(filed + len(waiting))
        for start in range(0, len(waiting), CHUNK):
            with progress.chunk():
                filed += actions.file_pieces(
                    community,
                    year=year,
                    pieces=waiting[start : start + CHUNK],
                    by=by,
                    at=timezone.now(),
                )
                progress.reached(filed, filed=filed)
    actions.finish_filing(community, year=year, by=by, at=timezone.now())
    return {"year": year, "filed": filed}


@job(
    "archive.destroy",
    label=_("鉴定销毁"),
    told=_("{lines} 件已按鉴定结果处理。"),
    opens="archive:appraisal",
)
def destroy(job: Job, progress: Progress) -> dict[str, Any]:
    """Carries out an approved list, some lines at a time; what is done is not done again."""
    appraisal = Appraisal.objects.select_related("community").get(
        community=job.community_id, pk=UUID(job.params["appraisal"])
    )
    by, done = the_clock(), int(progress.checkpoint.get("lines", 0))
    while True:
        with progress.chunk():
            carried = actions.destroy_lines(appraisal, most=CHUNK, by=by, at=timezone.now())
            done += carried
            progress.reached(done, lines=done)
        if not carried:
            break
    if appraisal.state == "carrying":
        actions.finish_destruction(appraisal, by=by, at=timezone.now())
    return {"lines": done, "opens": str(appraisal.pk)}


@job(
    "archive.export",
    label=_("导出档案包"),
    told=_("{year} 年的档案包已做好，共 {items} 件。"),
    opens="archive:packages",
)
def export(job: Job, progress: Progress) -> dict[str, Any]:
    """Makes the package of a year. Taken up again it begins anew: half a package is none."""
    package = Package.objects.select_related("community").get(
        community=job.community_id, pk=UUID(job.params["package"])
    )
    if package.state == "making":
        at = timezone.now()

        def advance(done: int) -> None:
            if done % CHUNK == 0:
                with progress.chunk():
                    progress.reached(done, begun=True)

        with workshop() as folder:
            on = timezone.localdate(at)
            built = build(package.community, package.year, folder, on=on, advance=advance)
            with progress.chunk():
                actions.keep_package(package, built=built, by=the_clock(), at=timezone.now())
                progress.reached(built.items, begun=True)
    return {"year": package.year, "items": package.items}


def _community(job: Job) -> Place:
    assert job.community is not None
    return job.community
