"""Jobs carried through, stopped, refused and failed."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import OperationalError
from django.utils import timezone

from linli.core.jobs import due
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Reached
from linli.core.jobs.rules import ASK_AGAIN_AFTER, MOST_TRIES
from linli.core.jobs.running import STOPPING, carry_through, claim, new_token, run_job
from linli.core.jobs.tests.conftest import counting, rows_written, waiting_job, write_row
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_a_job_of_the_whole_instance_is_steered_like_any_other(scene, declare):
    from linli.core.audit.actor import the_operator
    from linli.core.jobs.actions import pause, resume

    declare("test.count", lambda job, progress: {})
    job = Job.objects.create(
        kind="test.count", created_at=timezone.now(), enqueued_at=timezone.now()
    )
    pause(job, by=the_operator(), at=timezone.now())
    assert job.state == "paused"
    resume(job, by=the_operator(), at=timezone.now())
    job.refresh_from_db()
    assert job.state == "done"


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


def test_a_job_nobody_knows_any_more_says_so(scene):
    job = waiting_job(scene, "test.gone")
    run_job.call(str(job.pk))
    job.refresh_from_db()
    assert job.state == "failed"
    assert "test.gone" in job.trouble


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
