"""The door, the floor, the minutes and the hall, as people open them."""

import pytest

from linli.mechanisms.gathering import actions
from linli.mechanisms.gathering.models import Attendance

pytestmark = pytest.mark.django_db


def test_whoever_keeps_the_door_finds_and_signs_in(called, visit, url):
    page = visit("worker").get(url("door", gathering_id=called.pk), {"q": "ljg"})
    assert "李建国" in page.content.decode()
    expected = called.expected.get(name="李建国")
    visit("worker").post(url("check_in", gathering_id=called.pk), {"expected": expected.pk})
    assert Attendance.objects.filter(community=called.community_id).get().name == "李建国"


def test_the_door_is_closed_to_everybody_else(called, visit, url):
    for key in ("elder", "outsider", "street", "manager"):
        for name in ("door", "floor", "minutes", "slips", "door_code"):
            answer = visit(key).get(url(name, gathering_id=called.pk))
            assert answer.status_code == 404, (key, name)


def test_the_wall_shows_counts_and_nobodys_name(opened, visit, url):
    for path in (url("wall", gathering_id=opened.pk), url("wall_data", gathering_id=opened.pk)):
        said = visit().get(path).content.decode()
        assert "春季演练" in said
        assert "李建国" not in said
        assert "赵敏" not in said
    data = visit().get(url("wall_data", gathering_id=opened.pk)).json()
    assert (data["present"]["member"], data["counted"], data["in_hand"]) == (3, 3, 1)


def test_what_is_only_prepared_nobody_sees(prepared, visit, url):
    assert visit().get(url("wall", gathering_id=prepared.pk)).status_code == 404


def test_an_invitation_tells_the_door_whose_it_is_and_nobody_else(called, visit, url):
    expected = called.expected.get(name="张伟")
    path = url("slip", gathering_id=called.pk, slip=expected.slip)
    assert "张伟" not in visit().get(path).content.decode()
    assert "张伟" in visit("worker").get(path).content.decode()
    wrong = url("slip", gathering_id=called.pk, slip="0000-0000-0000")
    assert visit("worker").get(wrong).status_code == 404


def test_somebody_signs_in_at_the_door_with_an_invitation(called, visit, url):
    expected = called.expected.get(name="张伟")
    path = url("come_in", gathering_id=called.pk, door_code=called.door_code)
    assert visit().get(path).status_code == 200
    visit().post(path, {"slip": expected.slip})
    assert Attendance.objects.filter(community=called.community_id).get().way == "slip"
    elsewhere = url("come_in", gathering_id=called.pk, door_code="0000-0000-0000")
    assert visit().get(elsewhere).status_code == 404


def test_somebody_signs_in_at_the_door_with_an_account(called, visit, url):
    path = url("come_in", gathering_id=called.pk, door_code=called.door_code)
    assert visit().post(path, {"account": "1"}).status_code == 302  # the way in, first
    visit("supervisor").post(path, {"account": "1"})
    visit("tenant").post(path, {"account": "1", "capacity": "observer"})
    came = Attendance.objects.filter(community=called.community_id)
    assert sorted(came.values_list("capacity", flat=True)) == ["member", "observer"]


def test_the_floor_keeps_who_speaks_and_what_was_said(opened, visit, url):
    here = {"gathering_id": opened.pk}
    came = opened.attendances.first()
    visit("worker").post(url("ask", **here), {"attendance": came.pk})
    speech = opened.speeches.get()
    path = url("speech", speech_id=speech.pk, **here)
    assert visit("worker").post(path, {"gist": ""}).status_code == 422
    visit("worker").post(path, {"gist": "集合点要有灯"})
    item = opened.items.get(order=2)
    visit("worker").post(url("write", item_id=item.pk, **here), {"words": "大家说了意见"})
    visit("worker").post(url("take_up", **here), {"item": item.pk})
    for page in ("floor", "minutes"):
        said = visit("worker").get(url(page, **here)).content.decode()
        assert "集合点要有灯" in said
        assert "大家说了意见" in said
    opened.refresh_from_db()
    assert opened.in_hand_id == item.pk


def test_the_minutes_are_signed_by_two_on_the_page(opened, act, visit, url):
    actions.put_off(act, opened.items.get(order=1), reason="材料不全")
    actions.close_gathering(act, opened)
    path = url("sign", gathering_id=opened.pk)
    visit("worker").post(path, {"as": "recorder"})
    assert visit("worker").post(path, {"as": "chair"}).status_code == 409
    visit("director").post(path, {"as": "chair"})
    said = visit("director").get(url("minutes", gathering_id=opened.pk)).content.decode()
    assert "记录已签字" in said
    assert "材料不全" in said


def test_slips_and_the_code_of_the_door_are_printed(called, visit, url):
    said = visit("worker").get(url("slips", gathering_id=called.pk)).content.decode()
    assert said.count("qr-code") == 4
    assert visit("worker").get(url("door_code", gathering_id=called.pk)).status_code == 200
