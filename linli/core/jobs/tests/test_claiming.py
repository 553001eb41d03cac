"""Workers that die, and workers that meet: a job is done once, by one of them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections
from django.utils import timezone

from linli.core.jobs import due
from linli.core.jobs.models import Job
from linli.core.jobs.rules import MOST_TRIES, STALE_AFTER
from linli.core.jobs.running import PROCESS, carry_through, claim, new_token, release_dead
from linli.core.jobs.tests.conftest import (
    Killed,
    counting,
    rows_written,
    waiting_job,
    write_row,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("stop_at", [0, 1, 4, 7, 9])
def test_killed_anywhere_it_goes_on_from_its_checkpoint_and_does_nothing_twice(
    scene, declare, stop_at
):
    declare("test.count", counting(stop_at))
    job = waiting_job(scene, "test.count")
    token = new_token()
    with pytest.raises(Killed):
        carry_through(claim(job.pk, token, timezone.now()), token)
    job.refresh_from_db()
    assert job.state == "running", "nobody was left to write that it stopped"
    assert rows_written() == list(range(stop_at // 2 * 2)), "half a chunk is no chunk"

    late = job.heartbeat_at + STALE_AFTER + timedelta(seconds=1)
    other = new_token()
    assert carry_through(claim(job.pk, other, late), other) == "done"
    assert rows_written() == list(range(10))


def test_time_itself_takes_up_what_a_dead_worker_left(scene, declare):
    declare("test.count", counting(4))
    job = waiting_job(scene, "test.count")
    token = new_token()
    with pytest.raises(Killed):
        carry_through(claim(job.pk, token, timezone.now()), token)
    # Its last sign of life was long ago.
    Job.objects.filter(community=scene.community).update(
        heartbeat_at=timezone.now() - STALE_AFTER * 2
    )
    due.run(timezone.now())
    job.refresh_from_db()
    assert job.state == "done"
    assert rows_written() == list(range(10))


def test_a_job_whose_worker_still_shows_itself_is_left_alone(scene, declare):
    declare("test.count", counting())
    job = waiting_job(scene, "test.count")
    at = timezone.now()
    assert claim(job.pk, new_token(), at)
    assert claim(job.pk, new_token(), at) is None
    assert claim(job.pk, new_token(), at + STALE_AFTER) is None
    assert claim(job.pk, new_token(), at + STALE_AFTER + timedelta(seconds=1))


def test_of_two_workers_at_once_one_has_the_job(scene, declare):
    if connection.vendor == "sqlite":
        pytest.skip("an SQLite database in memory has one writer by construction")
    declare("test.count", counting())
    job = waiting_job(scene, "test.count")
    together, at = Barrier(4), timezone.now()

    def take():
        together.wait()
        try:
            return claim(job.pk, new_token(), at) is not None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as workers:
        taken = [future.result() for future in [workers.submit(take) for _ in range(4)]]
    assert sum(taken) == 1


def test_a_worker_that_was_given_up_and_comes_back_writes_nothing_more(scene, declare):
    job = waiting_job(scene, "test.slow")
    late = timezone.now() + STALE_AFTER * 2

    def run(job, progress):
        for number in (0, 1):
            with progress.chunk():
                write_row(job.community_id, number)
                progress.reached(number + 1, row=number + 1)
            if number == 0:
                assert claim(job.pk, new_token(), late), "another takes over meanwhile"

    declare("test.slow", run)
    token = new_token()
    assert carry_through(claim(job.pk, token, timezone.now()), token) == "lost"
    assert rows_written() == [0]
    job.refresh_from_db()
    assert job.state == "running"
    assert job.claimed_by != token


def test_a_job_that_kills_every_worker_is_given_up(scene, declare):
    declare("test.deadly", counting(0))
    job = waiting_job(scene, "test.deadly", tries=MOST_TRIES)
    assert claim(job.pk, new_token(), timezone.now()) is None
    job.refresh_from_db()
    assert job.state == "failed"


def test_after_a_restart_the_jobs_of_dead_processes_go_on_at_once(scene, declare):
    declare("test.count", counting())
    host, process, _ = PROCESS.rsplit(":", 2)
    gone, elsewhere, ours = (waiting_job(scene, "test.count") for _ in range(3))
    at = timezone.now()
    claim(gone.pk, f"{host}:{2**22 + 1}:x", at)
    claim(elsewhere.pk, "another-machine:1:x", at)
    claim(ours.pk, f"{host}:{process}:x", at)
    # No two processes have one number at a time, so a claim with ours is from before our start.
    assert release_dead(at) == 2
    for job, state in ((gone, "done"), (ours, "done"), (elsewhere, "running")):
        job.refresh_from_db()
        assert job.state == state
