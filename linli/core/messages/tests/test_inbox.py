from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from linli.core.audit.actor import NOBODY, Actor
from linli.core.audit.door import may
from linli.core.messages.models import Message
from linli.core.messages.queries import inbox, page_of_inbox, unread_count
from linli.core.messages.tests.conftest import AT
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db


def put(scene, account, minutes, *, read=False, url=""):
    return Message.objects.create(
        community=scene.community,
        telling=new_id(),
        account=account,
        kind="test.answered",
        values={"label": f"第{minutes}件", "by": "3月"},
        url=url,
        created_at=AT + timedelta(minutes=minutes),
        read_at=AT + timedelta(days=1) if read else None,
    )


def pages(account, size):
    after, seen = "", []
    while True:
        page = page_of_inbox(account.pk, after, size)
        seen.append([item.row.values["label"] for item in page.items])
        after = page.after
        if not after:
            return seen


@pytest.fixture
def visit(scene):
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(scene.resident)
    return client


def test_what_is_unread_comes_first_then_the_rest_each_newest_first(scene):
    for minutes in range(1, 8):
        put(scene, scene.resident, minutes, read=minutes % 2 == 0)
    expected = [f"第{minutes}件" for minutes in (7, 5, 3, 1, 6, 4, 2)]
    for size in (1, 2, 3, 4, 7, 30):
        seen = pages(scene.resident, size)
        assert [label for page in seen for label in page] == expected
        assert all(len(page) == size for page in seen[:-1])


def test_messages_of_the_same_moment_are_neither_lost_nor_shown_twice(scene):
    for number in range(7):
        message = put(scene, scene.resident, 0)
        Message.objects.filter(community=scene.community, pk=message.pk).update(
            values={"label": str(number), "by": ""}
        )
    seen = [label for page in pages(scene.resident, 2) for label in page]
    assert sorted(seen) == [str(number) for number in range(7)]


def test_a_cursor_somebody_made_up_begins_anew(scene):
    put(scene, scene.resident, 1)
    for made_up in ("x", "u~~", "u~2026~1", "u~2026-03-02T00:00:00+00:00~no"):
        assert len(page_of_inbox(scene.resident.pk, made_up).items) == 1


def test_the_count_for_the_frame_is_one_query_and_stops_at_a_hundred(
    scene, django_assert_num_queries
):
    Message.objects.bulk_create(
        Message(
            community=scene.community,
            telling=new_id(),
            account=scene.resident,
            kind="test.answered",
            values={},
            created_at=AT,
        )
        for _ in range(120)
    )
    with django_assert_num_queries(1):
        assert unread_count(scene.resident.pk) == 100
    with django_assert_num_queries(0):
        assert unread_count(None) == 0


def test_the_inbox_is_its_owners_alone(scene, client):
    put(scene, scene.resident, 1)
    assert client.get(reverse("messages:inbox")).status_code == 302
    message = put(scene, scene.resident, 2)
    client.force_login(scene.director)
    page = client.get(reverse("messages:inbox"))
    assert "第1件" not in page.content.decode()
    for name in ("messages:open", "messages:mark_read"):
        assert client.post(reverse(name, args=[message.pk])).status_code == 404
    assert not may("messages.read", NOBODY, message)
    assert not may("messages.read", Actor(account=scene.director.pk), message)


def test_the_page_shows_the_words_and_works_without_scripts(scene, visit):
    put(scene, scene.resident, 1)
    page = visit.get(reverse("messages:inbox")).content.decode()
    assert "诉求“第1件”有了答复" in page
    assert "翠湖社区" in page
    assert f'action="{reverse("messages:mark_all_read")}"' in page
    assert "未读" in page


def test_the_inbox_costs_the_same_for_one_message_and_for_thirty(
    scene, visit, django_assert_max_num_queries
):
    for minutes in range(30):
        put(scene, scene.resident, minutes)
    with django_assert_max_num_queries(10):
        visit.get(reverse("messages:inbox"))


def test_opening_marks_it_read_and_leads_on(scene, visit):
    message = put(scene, scene.resident, 1, url="/somewhere/")
    opened = visit.post(reverse("messages:open", args=[message.pk]))
    assert opened.status_code == 302
    assert opened["Location"] == "/somewhere/"
    assert unread_count(scene.resident.pk) == 0


def test_looking_at_a_page_changes_nothing(scene, visit):
    message = put(scene, scene.resident, 1, url="/somewhere/")
    visit.get(reverse("messages:inbox"))
    assert visit.get(reverse("messages:open", args=[message.pk])).status_code == 405
    assert unread_count(scene.resident.pk) == 1


def test_all_are_marked_read_at_once_and_other_peoples_are_not(scene, visit):
    for minutes in range(3):
        put(scene, scene.resident, minutes)
    put(scene, scene.director, 9)
    visit.post(reverse("messages:mark_all_read"))
    assert unread_count(scene.resident.pk) == 0
    assert unread_count(scene.director.pk) == 1


def test_a_message_read_keeps_its_first_moment(scene, visit):
    message = put(scene, scene.resident, 1)
    visit.post(reverse("messages:mark_read", args=[message.pk]))
    first = inbox(scene.resident.pk).get().read_at
    visit.post(reverse("messages:mark_read", args=[message.pk]))
    assert inbox(scene.resident.pk).get().read_at == first


def test_e_mail_is_chosen_and_unchosen(scene, visit):
    visit.post(reverse("messages:choose_email"), {"wants": "yes"})
    scene.resident.refresh_from_db()
    assert scene.resident.wants_email
    visit.post(reverse("messages:choose_email"), {"wants": "no"})
    scene.resident.refresh_from_db()
    assert not scene.resident.wants_email


def test_without_an_address_e_mail_cannot_be_chosen(scene, client):
    client.force_login(scene.worker)
    page = client.get(reverse("messages:inbox"), headers={"accept-language": "zh-hans"})
    assert "没有登记邮箱" in page.content.decode()
    client.post(reverse("messages:choose_email"), {"wants": "yes"})
    scene.worker.refresh_from_db()
    assert not scene.worker.wants_email


def test_htmx_gets_the_list_alone(scene, visit):
    put(scene, scene.resident, 1)
    part = visit.get(reverse("messages:inbox"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "第1件" in part
