import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.jobs.models import Job, Tick
from linli.core.jobs.tests.conftest import make_account, make_community, waiting_job
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db(transaction=True)


def visitor(account):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(account)
    return client


@pytest.fixture
def worker(scene):
    return visitor(scene.worker)


def page_of(client, job):
    return client.get(reverse("jobs:show", args=[job.pk])).content.decode()


def test_a_running_job_shows_how_far_it_is_and_asks_again_by_itself(scene, declare, worker):
    declare("test.job", lambda job, progress: None, label="导入诉求")
    job = waiting_job(scene, "test.job", total=1000)
    Job.objects.filter(community=scene.community).update(
        state="running", claimed_by="a:1:b", heartbeat_at=timezone.now(), done_count=250
    )
    page = page_of(worker, job)
    assert "导入诉求" in page
    assert "250" in page
    assert "25%" in page
    assert 'hx-trigger="every 2s"' in page
    assert f'href="{reverse("jobs:show", args=[job.pk])}"' in page, "a plain link without scripts"


def test_the_part_htmx_asks_for_is_the_job_alone(scene, declare, worker):
    declare("test.job", lambda job, progress: None)
    job = waiting_job(scene, "test.job")
    part = worker.get(reverse("jobs:show", args=[job.pk]), headers={"HX-Request": "true"})
    assert part.content.decode().startswith('<div id="job"')


def test_a_job_done_says_what_came_of_it_and_stops_asking(scene, declare, worker):
    declare("test.job", lambda job, progress: {"new": 12}, told="新增 {new} 条", opens="jobs:list")
    page = page_of(worker, scene.start("test.job"))
    assert "新增 12 条" in page
    assert "看结果" in page
    assert "every 2s" not in page


def test_a_job_refused_shows_the_finding(scene, declare, worker):
    def run(job, progress):
        raise Refused(Finding(False, "jobs.may_cancel"))

    declare("test.job", run)
    assert "已经结束，不能取消" in page_of(worker, scene.start("test.job"))


def test_a_job_that_failed_can_be_taken_up_again(scene, declare, worker):
    broken = [True]

    def run(job, progress):
        if broken[0]:
            raise ValueError
        return {}

    declare("test.job", run)
    job = scene.start("test.job")
    page = page_of(worker, job)
    assert "没有做完" in page
    assert "ValueError" in page
    broken[0] = False
    sent = worker.post(reverse("jobs:steer", args=[job.pk, "retry"]))
    assert sent.status_code == 302
    job.refresh_from_db()
    assert (job.state, job.trouble) == ("done", "")


def test_paused_it_waits_until_it_is_resumed(scene, declare, worker):
    declare("test.job", lambda job, progress: {})
    job = waiting_job(scene, "test.job")
    worker.post(reverse("jobs:steer", args=[job.pk, "pause"]))
    job.refresh_from_db()
    assert job.state == "paused"
    from linli.core.jobs.running import claim, new_token

    assert claim(job.pk, new_token(), timezone.now()) is None
    worker.post(reverse("jobs:steer", args=[job.pk, "resume"]))
    job.refresh_from_db()
    assert job.state == "done"


def test_what_cannot_be_done_any_more_is_said_in_a_sentence(scene, declare, worker):
    declare("test.job", lambda job, progress: {})
    job = scene.start("test.job")
    sent = worker.post(reverse("jobs:steer", args=[job.pk, "cancel"]))
    assert sent.status_code == 409
    assert "已经结束，不能取消" in sent.content.decode()
    assert worker.post(reverse("jobs:steer", args=[job.pk, "explode"])).status_code == 404
    assert worker.get(reverse("jobs:steer", args=[job.pk, "cancel"])).status_code == 405


def test_a_job_is_shown_to_its_beginner_and_the_director_and_to_no_other(scene, declare):
    declare("test.job", lambda job, progress: {})
    job = scene.start("test.job")
    far = make_community("110101001002", "碧湖社区")
    seen = {
        name: visitor(account).get(reverse("jobs:show", args=[job.pk])).status_code
        for name, account in {
            "director": make_account(scene.community, "director"),
            "colleague": make_account(scene.community, "worker"),
            "resident": make_account(scene.community, ""),
            "outsider": make_account(far, "director"),
        }.items()
    }
    assert seen == {"director": 200, "colleague": 404, "resident": 404, "outsider": 404}
    assert Client().get(reverse("jobs:show", args=[job.pk])).status_code == 302


def test_an_outsider_steers_nothing(scene, declare):
    declare("test.job", lambda job, progress: {})
    job = waiting_job(scene, "test.job")
    outsider = visitor(make_account(scene.community, "worker"))
    assert outsider.post(reverse("jobs:steer", args=[job.pk, "cancel"])).status_code == 404
    job.refresh_from_db()
    assert job.state == "waiting"


def test_the_list_has_ones_own_jobs_and_the_director_sees_how_the_minutes_went(
    scene, declare, worker, django_assert_max_num_queries
):
    declare("test.job", lambda job, progress: {}, label="导入诉求")
    for _ in range(20):
        scene.start("test.job")
    Tick.objects.create(
        minute=timezone.now(),
        worker="a:1:b",
        finished_at=timezone.now(),
        failed=1,
        failures=[{"app": "matters", "trouble": "KeyError due.py:12"}],
    )
    with django_assert_max_num_queries(10):
        page = worker.get(reverse("jobs:list")).content.decode()
    assert page.count("导入诉求") >= 20
    assert "KeyError due.py:12" not in page
    director = visitor(make_account(scene.community, "director"))
    page = director.get(reverse("jobs:list")).content.decode()
    assert "KeyError due.py:12" in page
    assert "没有后台工作" in page
