"""A community, the one who begins jobs, and kinds of job that count."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import rules

from linli.core.access.models import Account, Holding
from linli.core.access.queries import actor_for
from linli.core.audit.door import ACTIONS, action
from linli.core.jobs.models import Job
from linli.core.jobs.registry import KINDS, job
from linli.core.jobs.running import STOPPING
from linli.core.jobs.starting import begin
from linli.core.links.models import Link
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_community(code="110101001001", name="翠湖社区"):
    place = Place(
        kind="community", level=COMMUNITY, code=code, name=name, full_name=name, path=code
    )
    place.community_id = place.pk
    place.save(force_insert=True)
    return place


def make_account(community, post, label="某人"):
    account = Account(label=label, created_at=AT)
    account.username = account.pk.hex
    account.save(force_insert=True)
    if post:
        Holding.objects.create(
            account=account, post=post, place=community, since=AT.date() - timedelta(days=30)
        )
    return account


def write_row(community, number):
    """A row of work done; which one it is can be told, so that twice is noticed."""
    Link.objects.create(
        community_id=getattr(community, "pk", community),
        relation="follows_from",
        from_kind=f"row {number}",
        from_id=new_id(),
        to_kind="test",
        to_id=new_id(),
        at=AT,
    )


def rows_written():
    kinds = Link.objects.across_communities("a test looks at all").values_list(
        "from_kind", flat=True
    )
    return sorted(int(kind.split()[1]) for kind in kinds)


class Killed(BaseException):
    """What the operating system does: nothing of ours catches it."""


def counting(stop_at=None, how=Killed, total=10, size=2):
    """Writes rows 0 … total - 1, `size` to a chunk; `how` strikes inside the chunk of `stop_at`."""
    strikes = [stop_at]

    def run(job, progress):
        progress.expect(total)
        for start in range(progress.checkpoint.get("row", 0), total, size):
            with progress.chunk():
                for number in range(start, start + size):
                    write_row(job.community_id, number)
                    if number == strikes[0]:
                        strikes[0] = None
                        raise how
                progress.reached(start + size, row=start + size, message=f"第 {start + size} 行")
        return {"new": total}

    return run


@pytest.fixture(autouse=True)
def running_on():
    STOPPING.clear()
    yield
    STOPPING.clear()


@pytest.fixture
def declare():
    """Declares kinds of job for one test."""
    before = dict(KINDS)

    def declare(name, run, **given):
        return job(name, label=given.pop("label", name), **given)(run)

    yield declare
    KINDS.clear()
    KINDS.update(before)


@pytest.fixture
def scene(db):
    community = make_community()
    worker = make_account(community, "worker", "工作人员")
    rules.add_perm("jobs_test.do", rules.Predicate(lambda actor, subject=None: True))

    @action("jobs_test.start", needs="jobs_test.do")
    def start(act, subject, *, kind, fail=False, **given):
        started = begin(act, kind, community=subject, **given)
        if fail:
            raise RuntimeError
        return started

    yield SimpleNamespace(
        community=community,
        worker=worker,
        actor=actor_for(worker, AT.date()),
        start=lambda kind, at=AT, **given: start(
            community, kind=kind, by=actor_for(worker, AT.date()), at=at, **given
        ),
    )
    rules.remove_perm("jobs_test.do")
    del ACTIONS["jobs_test.start"]


def waiting_job(scene, kind, **given):
    """A job as the commit leaves it, before any worker looked."""
    return Job.objects.create(
        community=scene.community,
        kind=kind,
        account=scene.worker,
        created_at=AT,
        enqueued_at=AT,
        **given,
    )
