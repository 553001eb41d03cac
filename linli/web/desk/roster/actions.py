"""Handing long work over to the queue of jobs: an import, a look through the whole register."""

from collections.abc import Mapping

from linli.core.audit.door import Act, action
from linli.core.jobs.models import Job
from linli.core.jobs.starting import begin
from linli.core.people.models import Batch
from linli.core.people.queries import persons_in
from linli.core.people.roster.comparing import Decision
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("roster.begin_import", needs="people.import")
def begin_import(act: Act, batch: Batch, *, decisions: Mapping[int, Decision]) -> Job:
    """Lets the worker take the file in; what was decided on doubtful rows goes along by id."""
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    return begin(
        act,
        "roster.import",
        community=batch.community,
        params={
            "batch": str(batch.pk),
            "decisions": {str(row): str(whom) for row, whom in decisions.items()},
        },
        total=batch.counts.get("read"),
    )


@action("roster.begin_looking", needs="people.merge")
def begin_looking(act: Act, community: Place) -> Job:
    """Lets the worker look through the whole register for rows that may be one person."""
    return begin(
        act, "roster.find_doubles", community=community, total=persons_in(community).count()
    )
