from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from linli.core.jobs import due
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Reached
from linli.core.jobs.rules import ASK_AGAIN_AFTER, MOST_TRIES, STALE_AFTER
from linli.core.jobs.running import (
    PROCESS,
    STOPPING,
    carry_through,
    claim,
    new_token,
    release_dead,
    run_job,
)
from linli.core.jobs.tests.conftest import rows_written, waiting_job, write_row
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_a_job_is_carried_through_once_its_act_is_committed(scene, declare):
    declare("test.count", counting())
    job = scene.start("test.count")
    job.refresh_from_db()
    assert (job.state, job.done_count, job.total) == ("done", 10, 10)
    assert job.result == {"new": 10}
    assert job.message == "第 10 行"
    assert rows_written() == list(range(10))


def test_a_job_of_an_act_that_does_not_come_about_is_not_there(scene, declare):
    declare("test.count", counting())
    with pytest.raises(RuntimeError):
        scene.start("test.count", fail=True)
    assert not Job.objects.filter(community=scene.community).exists()
    assert rows_written() == []


def test_a_generator_is_carried_through_step_by_step(scene, declare):
    def run(job, progress):
        progress.expect(3)
        for number in range(job.checkpoint.get("row", 0), 3):
            write_row(job.community_id, number)
            yield Reached(number + 1, {"row": number + 1}, f"第 {number + 1} 行")
        return {"new": 3}

    declare("test.steps", run)
    job = scene.start("test.steps")
    job.refresh_from_db()
    assert (job.state, job.done_count, job.checkpoint) == ("done", 3, {"row": 3})
    assert job.result == {"new": 3}


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
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    from django.db import connections

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


def test_cancelled_under_way_it_stops_and_what_was_committed_stays(scene, declare):
    from linli.core.jobs.actions import cancel

    def run(job, progress):
        for number in range(5):
            with progress.chunk():
                write_row(job.community_id, number)
                progress.reached(number + 1)
            if number == 2:
                cancel(job, by=scene.actor, at=timezone.now())

    declare("test.cancelled", run)
    job = scene.start("test.cancelled")
    job.refresh_from_db()
    assert (job.state, job.done_count) == ("cancelled", 3)
    assert rows_written() == [0, 1, 2]


def test_asked_to_stop_it_goes_back_into_the_queue_at_its_checkpoint(scene, declare):
    def run(job, progress):
        for number in range(progress.checkpoint.get("row", 0), 6):
            with progress.chunk():
                write_row(job.community_id, number)
                progress.reached(number + 1, row=number + 1)
            if number == 2:
                STOPPING.set()

    declare("test.interrupted", run)
    job = waiting_job(scene, "test.interrupted")
    token = new_token()
    assert carry_through(claim(job.pk, token, timezone.now()), token) == "waiting"
    job.refresh_from_db()
    assert (job.state, job.checkpoint, job.claimed_by) == ("waiting", {"row": 3}, "")
    STOPPING.clear()
    run_job.call(str(job.pk))
    job.refresh_from_db()
    assert job.state == "done"
    assert rows_written() == [0, 1, 2, 3, 4, 5]


def test_a_failure_is_written_down_by_place_and_not_by_its_words(scene, declare):
    def run(job, progress):
        raise ValueError("李阿姨 13800138000")

    declare("test.broken", run)
    job = scene.start("test.broken")
    job.refresh_from_db()
    assert job.state == "failed"
    assert "ValueError" in job.trouble
    assert "test_running.py" in job.trouble
    assert "138" not in job.trouble


def test_a_refusal_keeps_its_finding(scene, declare):
    def run(job, progress):
        raise Refused(Finding(False, "test.rule", numbers={"share": Fraction(2, 3), "n": 7}))

    declare("test.refused", run)
    job = scene.start("test.refused")
    job.refresh_from_db()
    assert job.state == "failed"
    assert job.result["refused"]["rule"] == "test.rule"
    assert job.result["refused"]["numbers"] == {"share": "2/3", "n": 7}


def test_a_database_that_was_away_is_tried_again_but_not_for_ever(scene, declare):
    calls = []

    def run(job, progress):
        calls.append(1)
        raise OperationalError("server closed the connection unexpectedly")

    declare("test.away", run)
    job = scene.start("test.away")
    job.refresh_from_db()
    assert job.state == "waiting"
    at = timezone.now()
    for _ in range(MOST_TRIES + 3):
        at += ASK_AGAIN_AFTER * 2
        due.run(at)
    job.refresh_from_db()
    assert job.state == "failed"
    assert len(calls) == MOST_TRIES


def test_a_job_that_kills_every_worker_is_given_up(scene, declare):
    declare("test.deadly", counting(0))
    job = waiting_job(scene, "test.deadly", tries=MOST_TRIES)
    assert claim(job.pk, new_token(), timezone.now()) is None
    job.refresh_from_db()
    assert job.state == "failed"


def test_a_job_nobody_knows_any_more_says_so(scene):
    job = waiting_job(scene, "test.gone")
    run_job.call(str(job.pk))
    job.refresh_from_db()
    assert job.state == "failed"
    assert "test.gone" in job.trouble


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


def test_what_is_long_done_is_cleared_away(scene, declare):
    from linli.core.jobs.rules import KEEP_JOBS

    declare("test.count", counting())
    job = scene.start("test.count")
    job.refresh_from_db()
    due.run(job.finished_at + KEEP_JOBS)
    assert Job.objects.filter(community=scene.community).exists()
    due.run(job.finished_at + KEEP_JOBS + timedelta(seconds=1))
    assert not Job.objects.filter(community=scene.community).exists()


def test_progress_never_shows_more_done_than_there_are(scene, declare):
    def run(job, progress):
        progress.expect(3)
        with progress.chunk():
            progress.reached(500)

    declare("test.over", run)
    job = scene.start("test.over")
    job.refresh_from_db()
    assert job.done_count == 3
