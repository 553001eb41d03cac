"""The pages, as a worker walks them without scripts."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.lib.identity.ids import new_id
from linli.partners.paperwork.asked.tests.strangers import strangers
from linli.partners.paperwork.models import Asking, HandOver, Line
from linli.partners.paperwork.queries import filled
from linli.partners.paperwork.tests import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(visit):
    return visit("worker")


def upload(content=None, name="统计表.xlsx"):
    return SimpleUploadedFile(name, content or making.blank())


def sent(body, **said):
    return {
        "blank": upload(),
        "body": body.pk,
        "due_on": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "purpose": "核对近况",
        "once": str(new_id()),
        **said,
    }


def only(setting):
    return Asking.objects.select_related("form").get(community=setting.community)


def test_from_the_upload_to_the_hand_over(worker, url, body, homes, setting):
    response = worker.post(url("receive"), sent(body))
    asking = only(setting)
    here = {"asking_id": asking.pk}
    assert response.url == url("mapping", **here)
    page = worker.get(url("mapping", **here)).content.decode()
    assert "当面问" in page
    decisions = dict(re.findall(r'name="(d\d+)".*?<option value="([^"]+)" selected', page, re.S))
    response = worker.post(
        url("mapping", **here), {**decisions, "subject": "household", "seen": asking.version}
    )
    assert response.status_code == 302, response.content.decode()[:500]
    response = worker.post(url("choose", **here), {"how": "everybody"})
    assert response.url == url("rows", **here)
    page = worker.get(url("rows", **here)).content.decode()
    assert page.count("要问") >= 16
    number = homes[0][1][0].id_number
    assert number not in page, "numbers are masked until a file is drawn"
    row = filled.fill(only(setting), timezone.localdate()).rows[0]
    shown = worker.get(url("row", line_id=row.line.pk, **here)).content.decode()
    assert "名册" in shown
    assert "我们没有，要问" in shown
    assert "第一户" in worker.get(url("to_ask", **here)).content.decode()
    ask = url("ask", line_id=row.line.pk, **here)
    page = worker.get(ask).content.decode()
    field = re.search(r'name="(a\d+)"', page)[1]
    response = worker.post(ask, {"seen": 0, field: "一切如常"})
    assert "/ask/" in response.url
    assert response.url != ask
    stale = worker.post(ask, {"seen": 0, field: "另一个回答"})
    assert stale.status_code == 422
    assert "刚才有同事" in stale.content.decode()
    assert "另一个回答" in stale.content.decode(), "what was typed stays"
    drawn = worker.post(url("file", **here))
    assert drawn.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert drawn.headers["Cache-Control"] == "no-store"
    given = {"received_by": "救助科", "way": "mail", "scope": "all", "ground": "duty",
             "minutes": 9, "once": str(new_id())}  # fmt: skip
    response = worker.post(url("hand_over", **here), given)
    assert response.url == url("form", **here)
    replayed = worker.post(url("hand_over", **here), given)
    assert replayed.status_code in (302, 422)
    assert HandOver.objects.filter(community=setting.community).count() == 1
    page = worker.get(url("form", **here)).content.decode()
    assert "救助科" in page
    for name in ("forms", "letter", "rows", "compare", "changes"):
        parts = {} if name == "forms" else here
        assert worker.get(url(name, **parts)).status_code == 200, name


def test_a_form_we_know_goes_straight_to_its_rows(worker, url, body, listed, give):
    give(listed)
    response = worker.post(url("receive"), sent(body, blank=upload(making.blank(rows=9))))
    assert response.url.endswith("/who/")
    assert "上次交表的那些" in worker.get(response.url).content.decode()


def test_a_file_that_is_no_form_is_said_so_and_what_was_typed_stays(worker, url, body):
    for content, name in ((b"\xd0\xcf\x11\xe0 not a form", "a.doc"), (b"plain", "a.xlsx")):
        response = worker.post(url("receive"), sent(body, blank=upload(content, name)))
        page = response.content.decode()
        assert response.status_code == 422
        assert "核对近况" in page
        assert "换一份文件" in page


def test_the_letter_names_the_articles_for_what_was_left_empty(
    worker, url, receive, settle, setting, actor, at, homes
):
    from linli.partners.paperwork import actions

    asking = settle(receive(making.blank("居民表", making.PERSONS)), subject="person")
    actions.choose(asking, how="everybody", by=actor("worker"), at=at)
    page = worker.get(url("letter", asking_id=asking.pk)).content.decode()
    for words in ("宗教信仰", "第六条", "第十三条", "第二十八条"):
        assert words in page, words


def test_a_list_is_picked_one_by_one(worker, url, receive, settle, homes, setting):
    asking = settle(receive(making.blank("居民表", making.PERSONS)), subject="person")
    here = {"asking_id": asking.pk}
    response = worker.post(url("choose", **here), {"how": "picked"})
    assert response.url == url("add", **here)
    person = homes[0][1][0]
    assert str(person.pk) in worker.post(url("add", **here), {"q": person.name}).content.decode()
    worker.post(url("add", **here), {"person": [str(person.pk)]})
    worker.post(url("add", **here), {"person": [str(homes[1][1][0].pk), "nonsense"]})
    lines = Line.objects.filter(community=setting.community, asking=asking)
    assert lines.count() == 2
    worker.post(url("take_off", line_id=lines[0].pk, **here))
    assert lines.count() == 1


def test_a_form_is_put_aside_with_a_reason(worker, url, receive):
    asking = receive()
    there = url("put_aside", asking_id=asking.pk)
    assert worker.post(there, {"reason": ""}).status_code == 422
    assert worker.post(there, {"reason": "对方撤回"}).status_code == 302
    assert "对方撤回" in worker.get(url("form", asking_id=asking.pk)).content.decode()


@pytest.mark.parametrize("key", ["elder", "manager", "street", "outsider", "supervisor"])
def test_who_does_not_work_here_finds_no_form(visit, url, listed, key):
    browser = visit(key)
    for name in ("form", "rows", "to_ask", "letter", "compare", "mapping", "choose"):
        assert browser.get(url(name, asking_id=listed.pk)).status_code == 404, name


def test_rows_cost_the_same_however_many_there_are(
    worker, url, listed, actor, at, django_assert_max_num_queries
):
    worker.get(url("rows", asking_id=listed.pk))
    with django_assert_max_num_queries(24):
        worker.get(url("rows", asking_id=listed.pk))
    with django_assert_max_num_queries(28):
        worker.get(url("form", asking_id=listed.pk))


def test_a_form_about_buildings_says_that_it_is_filled_by_person_or_household(worker, url, body):
    (form,) = [each for each in strangers() if each.entity == "building"]
    blank = SimpleUploadedFile(form.filename, form.make())
    page = worker.post(url("receive"), sent(body, blank=blank), follow=True).content.decode()
    assert "这张表像是一栋楼一行的" in page
