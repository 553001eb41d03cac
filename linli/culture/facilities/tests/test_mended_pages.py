"""Pages as strangers tried them: far days, slips, too many, what is public."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.culture.facilities.forms.days import near
from linli.culture.facilities.models import Booking, LentItem

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_no_day_breaks_a_page(pages, add, day):
    room = add()
    worker, elder = pages("worker"), pages("elder")
    assert worker.get("desk/rooms/", day=day).status_code == 200
    assert elder.get(f"rooms/{room.pk}/", since=day).status_code == 200
    for client, form in ((elder, f"rooms/{room.pk}/book/"), (worker, f"desk/rooms/{room.pk}/book/"),
                         (elder, f"rooms/{room.pk}/wait/")):  # fmt: skip
        assert client.get(form, **{"from": f"{day}T23:59", "to": f"{day}T23:59"}).status_code == 200
        sent = client.post(form, day=day, begins="23:00", stops="01:00", purpose="练字")
        assert sent.status_code == 422
    desk = f"desk/rooms/{room.pk}/"
    sent = worker.post(f"{desk}other-hours/", since=day, until=day, reason="粉刷")
    assert sent.status_code == 422
    assert "离得太远" in read(sent)
    assert worker.post(f"{desk}out/", reason="漏水", until=day).status_code == 422
    assert pages().get(f"rooms/{room.pk}/").status_code == 200
    assert pages().get(f"rooms/door/{room.tag}/").status_code == 200


def test_a_series_is_booked_whole_or_not_at_all(pages, add, setting):
    room = add(weekly=dict.fromkeys(range(7), ((0, 1440),)))
    first = timezone.localdate() + timedelta(days=2)
    given = {
        "day": first.isoformat(), "begins": "09:00", "stops": "10:00", "purpose": "合唱",
        "name": "周老师", "phone": "19900001234", "every": "day", "holidays": "on",
        "once": "018f0000-0000-7000-8000-000000000003",
    }  # fmt: skip
    worker, form = pages("worker"), f"desk/rooms/{room.pk}/book/"
    for days in (60, 399):
        until = (first + timedelta(days=days)).isoformat()
        sent = worker.post(form, **given, until=until)
        assert sent.status_code == 422
        assert "一串最多 60 次" in read(sent)
    again = worker.post(form, **given, until=(first + timedelta(days=59)).isoformat())
    assert again.status_code == 302
    assert Booking.objects.filter(community=setting.community).count() == 60


def test_a_series_of_nothing_but_holidays_says_so(setting, monkeypatch):
    from linli.culture.facilities.forms.booking import DeskBookForm

    day = timezone.localdate() + timedelta(days=3)
    form = DeskBookForm(
        {"day": day, "begins": "09:00", "stops": "10:00", "purpose": "课", "name": "周老师",
         "phone": "19900001234", "every": "day", "until": day + timedelta(days=2),
         "once": "018f0000-0000-7000-8000-000000000003"},
        is_holiday=lambda _on: True,
    )  # fmt: skip
    assert not form.is_valid()
    assert "holidays" in form.errors
    assert near(day) == day


def test_numbers_and_labels_no_column_holds(pages, setting):
    worker = pages("worker")
    given = {
        "name": "活动室", "kind": "room", "functions": ["culture"], "owner": "unit", "price": "free",
        "days_ahead": "60", "minutes_most": "240", "set_up": "0",
    }  # fmt: skip
    for name in ("minutes_most", "days_ahead", "set_up", "people_most"):
        sent = worker.post("desk/rooms/register/new/", **{**given, name: "99999999999"})
        assert sent.status_code == 422, name
    form = {"kind": "ladder", "title": "梯子", "days_most": 3, "labels": "号" * 31,
            "once": "018f0000-0000-7000-8000-000000000003"}  # fmt: skip
    assert worker.post("desk/borrow/new/", **form).status_code == 422
    assert not LentItem.objects.filter(community=setting.community).exists()


def test_broken_is_said_from_the_page_and_the_door_with_six_photographs_at_most(
    pages, add, setting
):
    room = add()
    for page in (f"rooms/{room.pk}/", f"rooms/door/{room.tag}/"):
        shown = read(pages().get(page))
        assert f"rooms/{room.pk}/broken/" in shown
        assert f"rooms/{room.pk}/condition/" in shown
    photos = [SimpleUploadedFile(f"{n}.jpg", b"x", "image/jpeg") for n in range(7)]
    sent = pages().post(
        f"rooms/{room.pk}/broken/", what="灯坏了", photos=photos,
        once="018f0000-0000-7000-8000-000000000003",
    )  # fmt: skip
    assert sent.status_code == 422
    assert "一次最多 6 张照片" in read(sent)


def test_the_door_says_asked_where_it_is_asked_and_who_does_not_live_here_is_told(pages, add):
    square = add("广场", "ground", weekly=dict.fromkeys(range(7), ((0, 1440),)),
                 needs_approval=True)  # fmt: skip
    starts = timezone.localtime() + timedelta(days=1)
    given = {"day": f"{starts:%Y-%m-%d}", "begins": "09:00", "stops": "10:00", "purpose": "舞",
             "once": "018f0000-0000-7000-8000-000000000003"}  # fmt: skip
    door = f"rooms/door/{square.tag}/book/"
    assert pages("outsider").post(door, **given).status_code in (403, 409)
    elder = pages("elder")
    assert elder.post(door, **given).status_code == 302
    assert "批准了会告诉您" in read(elder.get("rooms/mine/"))
