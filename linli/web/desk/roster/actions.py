"""Handing long work over to the queue of jobs: an import, a look through the whole register."""

from collections.abc import Mapping

from linli.core.audit.door import Act, action
from linli.core.jobs.models import Job
from linli.core.jobs.starting import begin
from linli.core.people.actions import begin_roster
from linli.core.people.models import Batch
from linli.core.people.queries import persons_in
from linli.core.people.roster.comparing import Decision
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("roster.begin_import", needs="people.import")
def begin_import(act: Act, batch: Batch, *, decisions: Mapping[int, Decision]) -> Job:
    """Lets the worker take the file in; what was decided on doubtful rows goes along by id. Of a
    file whose writing stopped, it lets the worker go on."""
    if batch.state != Batch.WRITING:
        batch = begin_roster(batch, by=act.by, at=act.at, decisions=decisions)
    require(Finding(job_of(batch) is None, "people.one_roster_at_a_time"))
    return begin(
        act,
        "roster.import",
        community=batch.community,
        params={"batch": str(batch.pk)},
        total=batch.counts.get("read"),
    )


def job_of(batch: Batch) -> Job | None:
    """The job that writes a batch, while it goes on by itself."""
    return Job.objects.filter(
        community=batch.community_id,
        kind="roster.import",
        state__in=Job.ACTIVE,
        params__batch=str(batch.pk),
    ).first()


@action("roster.begin_looking", needs="people.merge")
def begin_looking(act: Act, community: Place) -> Job:
    """Lets the worker look through the whole register for rows that may be one person."""
    return begin(
        act, "roster.find_doubles", community=community, total=persons_in(community).count()
    )
