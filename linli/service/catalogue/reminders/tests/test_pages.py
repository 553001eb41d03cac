"""The pages as those meet them who use them: the resident, the worker, the others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.core.access.views import proving
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.people.models import Person
from linli.lib.calendar import corresponding_day
from linli.lib.identity.ids import new_closed_id
from linli.service.catalogue.reminders import queries
from linli.service.catalogue.reminders.kinds import kinds
from linli.service.catalogue.reminders.models import Reminder, ServiceCard
from linli.service.catalogue.reminders.tests.conftest import PHONE

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}


def text_of(response, status=200):
    assert response.status_code == status, response.status_code
    return response.content.decode()


@pytest.fixture
def today():
    return timezone.localdate()


def test_a_resident_sets_changes_finishes_and_takes_back_ones_own(visit, url, setting, today):
    visitor, elder = visit(), visit("elder")
    page = text_of(visitor.get(url("reminders")))
    assert page.count("leaf-title") == len(kinds())
    assert "0990-5550001" in page  # without a phone: the counter
    assert visitor.get(url("set_reminder", kind="pension")).status_code == 302
    page = text_of(elder.get(url("set_reminder", kind="residence_permit")))
    for words in ("发证的日子", "居住地派出所", "《居住证暂行条例》", "1 个月", "待核对"):
        assert words in page, words
    assert elder.get(url("set_reminder", kind="everything")).status_code == 404
    once, told = new_closed_id(), corresponding_day(today, -12)
    given = {"day": told, "note": "证在抽屉里", "once": once}
    response = elder.post(url("set_reminder", kind="residence_permit"), given)
    row = Reminder.objects.get(community=setting.community)
    own = url("own_reminder", reminder=row.pk)
    assert response.url == own
    assert (
        elder.post(url("set_reminder", kind="residence_permit"), given).url == own
    )  # pressed twice
    page = text_of(elder.get(own))
    for words in ("证在抽屉里", "只有您自己看得到", "快到期，现在可以办", "身份证"):
        assert words in page, words
    assert "identity card" in text_of(elder.get(own, **ENGLISH)).lower()
    for stranger in (visit("tenant"), visit("worker")):
        assert stranger.get(own).status_code == 404
    assert "居住证签注" in text_of(elder.get(url("reminders")))
    # A call without a number is refused with the way on; what was there stays.
    page = text_of(elder.post(own, {"day": told, "call": "on"}), 422)
    assert "打得通的电话" in page
    asked = {"day": told, "call": "on", "note": "记着这句", "once": new_closed_id()}
    page = text_of(elder.post(url("set_reminder", kind="pension"), asked), 422)
    assert "记着这句" in page
    # What had to be asked for ahead, and still holds.
    asked = {"day": today, "once": new_closed_id()}
    made = elder.post(url("set_reminder", kind="public_rental"), asked)
    page = text_of(elder.get(made.url))
    assert page.count("该提前申请的时间已经过了，现在就去") == 2
    assert "过期了" not in page
    Reminder.objects.filter(community=setting.community, kind="public_rental").delete()
    assert elder.post(own, {"day": told, "call": "on", "phone": PHONE}).url == own
    for word in ("恢复提醒", "先停着"):
        elder.post(url("own_reminder_pause", reminder=row.pk))
        assert word in text_of(elder.get(own))
    done = url("own_reminder_done", reminder=row.pk)
    assert "new_day" not in text_of(elder.get(done))
    assert elder.post(done, {"done_on": today}).url == url("reminders")
    row = Reminder.objects.get(community=setting.community)
    assert row.due_on == corresponding_day(today, 12)
    elder.post(url("own_reminder_delete", reminder=row.pk))
    assert not Reminder.objects.filter(community=setting.community).exists()


def test_a_worker_sets_one_rings_and_each_look_can_be_read(visit, url, setting, aunt, elder, today):
    worker = visit("worker")
    new = url("new_reminder")
    assert "吴桂芳" in text_of(worker.post(new, {"q": "吴桂芳"}))
    given = {
        "q": "吴桂芳", "person": aunt.pk, "kind": "pension", "call": "on", "phone": PHONE,
        "day": corresponding_day(today, -12), "agreed": "phone", "once": new_closed_id(),
    }  # fmt: skip
    response = worker.post(new, given)
    row = Reminder.objects.get(community=setting.community)
    show = url("reminder", reminder=row.pk)
    assert response.url == show
    assert worker.post(new, given).status_code == 302  # pressed twice
    month = url("reminder_list")
    page = text_of(worker.get(month))
    assert "吴桂芳" in page
    assert PHONE in page
    assert "吴桂芳" in text_of(worker.get(f"{month}?month={today:%Y-%m}"))
    for key in ("tenant", "supervisor", "outsider", "mediator"):
        stranger = visit(key)
        for address in (month, show, url("cards"), new):
            assert stranger.get(address).status_code == 404, (key, address)
    assert "没人接" in text_of(worker.post(url("reminder_called", reminder=row.pk), follow=True))
    worker.post(url("reminder_called", reminder=row.pk), {"reached": "yes"})
    assert "打通了" in text_of(worker.get(show))
    looks = [words for words, _at in queries.looks_at(aunt.pk)]
    assert looks.count("看了要打电话提醒的名单") >= 2
    assert "打开了到期提醒" in looks
    assert queries.looks_at(elder.pk) == []
    assert not Entry.objects.filter(about=aunt.pk, action__contains="reminder").exists()
    for name, more, there in (
        ("change", {"day": row.day, "call": "on", "phone": PHONE}, True),
        ("pause", {}, True),
        ("done", {"done_on": today}, True),
        ("delete", {}, False),
    ):
        step = url("reminder_step", reminder=row.pk, name=name)
        before = len(queries.looks_at(aunt.pk))
        text_of(worker.get(step))
        assert len(queries.looks_at(aunt.pk)) == before + 1, name
        assert worker.post(step, more).url == month
        assert Reminder.objects.filter(community=setting.community).exists() is there, name
    assert worker.get(url("reminder_step", reminder=row.pk, name="approve")).status_code == 404


def test_a_worker_cannot_learn_what_somebody_set_for_themselves(
    visit, url, setting, elder, aunt, today
):
    told, place = corresponding_day(today, -12), setting.community
    owner, worker, new = visit("elder"), visit("worker"), url("new_reminder")
    mine = {"day": told, "note": "存折在抽屉里", "once": new_closed_id()}
    owner.post(url("set_reminder", kind="pension"), mine)
    row = Reminder.objects.get(community=place)
    Reminder.objects.filter(community=place).update(told=1, told_on=today, paused=True)

    def asked(kind, **more):
        given = {
            "q": elder.name, "person": elder.pk, "kind": kind, "agreed": "spoken", "note": "带证",
            "day": told, "once": new_closed_id(), **more,
        }  # fmt: skip
        return worker.post(new, given)

    def shown(kind):
        one = Reminder.objects.get(community=place, kind=kind)
        return text_of(worker.get(url("reminder", reminder=one.pk)))

    # Without a call, with a day that cannot be, with a call: the same as of one never set.
    for more in ({}, {"day": today.replace(year=today.year + 1)}):
        there, fresh = asked("pension", **more), asked("residence_permit", **more)
        assert there.status_code == fresh.status_code
        assert getattr(there, "url", "") == getattr(fresh, "url", "")
    Reminder.objects.filter(community=place, kind="residence_permit").delete()
    call = {"call": "on", "phone": PHONE}
    there, fresh = asked("pension", **call), asked("residence_permit", **call)
    assert there.status_code == fresh.status_code == 302
    kept, other = (
        Reminder.objects.get(community=place, kind=kind) for kind in ("pension", "residence_permit")
    )
    assert there.url == url("reminder", reminder=kept.pk)
    assert fresh.url == url("reminder", reminder=other.pk)
    for name in ("told", "told_on", "paused", "agreed", "called", "number", "done_on"):
        assert getattr(kept, name) == getattr(other, name), name
    assert (kept.pk, kept.note, kept.call) == (row.pk, "存折在抽屉里", True)
    for kind in ("pension", "residence_permit"):
        page = shown(kind)
        assert "想记住的" not in page
        assert "存折" not in page
    step = url("reminder_step", reminder=kept.pk, name="change")
    assert "存折" not in text_of(worker.get(step))
    worker.post(step, {"day": told, **call})
    assert "存折在抽屉里" in text_of(owner.get(url("own_reminder", reminder=kept.pk)))
    # What a worker may see is changed, not set a second time.
    assert asked("pension", **call).status_code == 409


def test_a_strange_browser_reads_no_name(visit, url, for_aunt, monkeypatch):
    row = for_aunt()
    monkeypatch.setattr(proving, "device_is_known", lambda *_given: False)
    worker, of = visit("worker"), {"reminder": row.pk}
    for address in (
        url("reminder_list"), url("new_reminder"), url("reminder", **of), url("cards"),
        url("reminder_step", **of, name="change"), url("new_card"), url("card", card=row.pk),
        url("card_paper_desk", card=row.pk), url("card_step", card=row.pk, name="keep"),
    ):  # fmt: skip
        response = worker.get(address)
        assert response.status_code == 302, address
        assert "again/?next=" in response.url, address


def test_a_card_of_nothing_is_served_and_a_newcomer_reads_their_rights(
    visit, url, setting, aunt, actor, at
):
    tenant, worker = visit("tenant"), visit("worker")
    assert "没有卡，服务一样" in text_of(tenant.get(url("my_card")))
    form = {"source": "newcomer", "once": new_closed_id()}
    assert tenant.post(url("write_card"), form).url == url("my_card")
    page = text_of(tenant.get(url("my_card")))
    for words in ("没有写", "有事找谁", "登记参加居委会选举", "席位也不限户口", "设提醒"):
        assert words in page, words
    assert "register" in text_of(tenant.get(url("my_card"), **ENGLISH))
    for address in (url("card_paper"), f"{url('card_paper')}?large=1"):
        assert "刘洋" in text_of(tenant.get(address))
    card = ServiceCard.objects.get(community=setting.community)
    page = text_of(worker.get(url("cards")))
    assert "还没有见面" in page
    show = url("card", card=card.pk)
    worker.post(url("card_step", card=card.pk, name="welcome"))
    page = text_of(worker.get(show))
    assert "陈晓" in page
    assert worker.get(url("card_step", card=card.pk, name="welcome")).status_code == 404
    form = {"source": "newcomer", "wishes": ["certification", "volunteering"], "reach": "敲门就行"}
    worker.post(url("card_step", card=card.pk, name="change"), {**form, "once": new_closed_id()})
    page = text_of(worker.get(show))
    for words in ("敲门就行", "做志愿服务", "还没有设"):
        assert words in page, words
    assert "敲门就行" in text_of(worker.get(url("card_paper_desk", card=card.pk)))
    assert "打开了服务卡" in text_of(tenant.get(url("my_card")))
    # A retiree who declines everything, at the counter.
    given = {
        "q": "吴桂芳", "person": aunt.pk, "source": "handed_over", "welcomed": "on",
        "agreed": "spoken", "once": new_closed_id(),
    }  # fmt: skip
    response = worker.post(url("new_card"), given)
    hers = ServiceCard.objects.get(community=setting.community, person=aunt)
    assert response.url == url("card", card=hers.pk)
    assert (hers.employer, hers.wishes) == ("", "")
    assert hers.welcomed_on is not None
    assert worker.post(url("card_step", card=hers.pk, name="delete")).url == url("cards")
    tenant.post(url("delete_card"))
    assert not ServiceCard.objects.filter(community=setting.community).exists()


def test_the_two_lists_cost_the_same_for_one_and_for_many(
    visit, url, setting, for_aunt, at, today, actor
):
    worker, director = visit("worker"), visit("director")
    row = for_aunt(day=corresponding_day(today, -12))
    card = {"community": setting.community, "source": "newcomer", "agreed": "spoken"}
    ServiceCard.objects.create(person=row.person, made_at=at, kept_on=today, **card)

    def cost(address):
        worker.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert "吴桂芳" in text_of(worker.get(address))
        return len(asked)

    one = [cost(url(page)) for page in ("reminder_list", "cards")]
    for number in range(12):
        person = Person.objects.create(
            community=setting.community, name=f"邻居{number}", registered_at=at, changed_at=at
        )
        like = {"kind": "pension", "day": row.day, "opens_on": row.opens_on, "due_on": row.due_on}
        Reminder.objects.create(
            community=setting.community, person=person, call=True, phone=PHONE, agreed="phone",
            set_at=at, **like,
        )  # fmt: skip
        ServiceCard.objects.create(person=person, made_at=at, kept_on=today, **card)
    assert [cost(url(page)) for page in ("reminder_list", "cards")] == one
    assert max(one) <= 30, one
    assert ClosedEntry.objects.filter(action="catalogue.look_at_cards").count() >= 13
    assert "不到十件" in text_of(director.get(url("reminder_counts")))
    assert worker.get(url("reminder_counts")).status_code == 404
