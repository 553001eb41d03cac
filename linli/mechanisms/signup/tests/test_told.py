"""Who is told what, once each; what time forgets; one's own calendar."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from linli.core.audit.actor import NOBODY
from linli.core.messages.models import Message
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.mechanisms.signup import actions, due
from linli.mechanisms.signup.forgetting import blank_names
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Call, Occasion, Sheet, SignUp
from linli.mechanisms.signup.queries import coming

pytestmark = pytest.mark.django_db


def own(sheet, by, at):
    who = Applicant(name="自己", account=by.account)
    return actions.sign_up(sheet, who=who, by=by, at=at)


def test_a_hundred_dates_called_off_are_one_message_and_one_call(lay, put, act, actor, at):
    sheet = lay(dates=100, seats=9)
    own(sheet, actor("elder"), at)
    for name in ("小明", "小红"):
        put(sheet, name, phone="", by=actor("representative"), via="family")
    put(sheet, "甲", phone="13800000001")
    put(sheet, "乙", phone="13800000001")
    dates = list(Occasion.objects.filter(community=sheet.community_id))
    gone = actions.call_off(act, sheet, dates, reason="教室修缮")
    assert len(gone) == 100
    told = [(each.kind, each.values["count"]) for each in act.tellings]
    assert told == [("signup.called_off", 100)] * 2
    assert Call.objects.filter(community=sheet.community_id).count() == 1
    kept = Occasion.objects.filter(community=sheet.community_id, sheet=sheet)
    assert {(each.state, each.sequence) for each in kept} == {("called_off", 1)}
    with pytest.raises(Refused, match=r"signup.dates_to_come"):
        actions.call_off(act, sheet, dates, reason="再来一次")


def test_a_message_opens_ones_own_entry_and_not_that_of_who_left(
    lay, put, actor, setting, at, visit, django_capture_on_commit_callbacks
):
    sheet = lay(seats=1)
    first = put(sheet, "甲")
    mine = own(sheet, actor("elder"), at)
    with django_capture_on_commit_callbacks(execute=True):
        actions.leave(first, by=NOBODY.bearing(first.pk), at=at)
    message = Message.objects.get(community=setting.community, account=setting.accounts["elder"])
    opened = visit("elder").get(f"/c/{setting.community.code}/signup/entry/{mine.code}/")
    assert opened.status_code == 200
    assert message.kind == "signup.offered"
    assert mine.code in str(message.values)
    with pytest.raises(Refused, match=r"access.permitted"):
        actions.take_offer(mine, by=actor("outsider"), at=at)
    assert actions.take_offer(mine, by=actor("elder"), at=at).state == "in"


def test_whoever_signed_up_hears_that_it_moved_and_that_it_is_cancelled(
    lay, put, act, actor, setting, at, django_capture_on_commit_callbacks
):
    from linli.core.messages.delivery import deliver
    from linli.core.messages.kinds import say_message

    sheet = lay(seats=2, dates=2)
    own(sheet, actor("elder"), at)
    date = Occasion.objects.filter(community=sheet.community_id).first()
    later = date.starts_at + timedelta(days=1)
    actions.move_occasion(
        act, date, starts_at=later, ends_at=later + timedelta(hours=1), venue="礼堂", words="换大的"
    )
    actions.cancel_sheet(act, sheet, reason="老师病了")
    assert [each.kind for each in act.tellings] == ["signup.moved", "signup.cancelled"]
    with django_capture_on_commit_callbacks(execute=True):
        deliver(act.tellings)
    said = [
        say_message(each.kind, each.values)
        for each in Message.objects.filter(community=setting.community)
    ]
    assert any("礼堂" in each.body for each in said)
    assert any("老师病了" in each.body for each in said)
    assert not due.run(at + timedelta(days=200))


def test_one_date_is_excused_without_losing_the_place(lay, put, actor, visit, url, at):
    sheet = lay(dates=3)
    row = put(sheet, "甲")
    date = Occasion.objects.get(community=sheet.community_id, number=2)
    client, page = visit(), url("answer", code=row.code)
    client.post(page, {"do": "excuse", "date": "2"})
    assert "这次不来" in client.get(url("entry", code=row.code)).content.decode()
    assert coming.attended_at([date])[date.pk].excused == 1
    client.post(page, {"do": "come", "date": "2"})
    assert coming.attended_at([date])[date.pk].excused == 0
    assert client.post(page, {"do": "excuse", "date": "9"}).status_code == 404
    assert SignUp.objects.get(community=sheet.community_id).state == "in"


def test_a_year_after_the_last_date_the_names_are_forgotten_and_the_numbers_stay(
    lay, put, at, setting
):
    sheet = lay(dates=2, seats=5, guarded=True)
    put(sheet, "小明", age=8, guardian="王芳", remark="坐轮椅", needs=("step_free",))
    put(sheet, "甲", age=30)
    last = Occasion.objects.filter(community=sheet.community_id).order_by("-ends_at")[0].ends_at
    year = timedelta(days=365)
    assert due.forget(last + year) == 0
    assert due.forget(last + year + timedelta(seconds=1)) == 1
    assert due.forget(last + year * 2) == 0
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
    for row in rows:
        words = (row.name, row.phone, row.guardian, row.remark, row.name_index, row.age, row.needs)
        assert not any(words)
    assert rows.count() == 2
    assert coming.counts_of([sheet])[sheet.pk].holding == 2
    with pytest.raises(Refused, match=r"access.permitted"):
        actions.forget_names(sheet, by=NOBODY, at=at)


def test_a_person_forgotten_leaves_a_number(sheet, setting, actor, at):
    person = setting.accounts["elder"].person
    who = Applicant(name="", person=person, phone="13800000001")
    actions.sign_up(sheet, who=who, via="phone", by=actor("worker"), at=at)
    blank_names(Person.objects.get(community=setting.community, pk=person.pk), at)
    row = SignUp.objects.get(community=sheet.community_id)
    assert (row.name, row.phone, row.person, row.number) == ("", "", None, 1)


def test_ones_own_dates_are_read_elsewhere_by_a_link_that_can_be_revoked(
    lay, put, act, actor, visit, url, at
):
    sheet = lay(dates=3, seats=1)
    own(sheet, actor("elder"), at)
    dates = list(sheet.occasions.all())
    actions.call_off(act, sheet, dates[:1], reason="停电")
    client = visit("elder")
    said = client.post(url("my_feed"), {"make": "1"}).content.decode()
    link = said.split('readonly value="')[1].split('"')[0]
    body = visit().get(link)
    assert body["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(body.content).walk("VEVENT")
    assert [str(each["status"]) for each in events] == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert {str(each["uid"]) for each in events} == {f"{each.pk}@linli" for each in dates}
    assert "自己" not in body.content.decode()
    client.post(url("my_feed"), {"revoke": "1"})
    assert visit().get(link).status_code == 404
    assert visit().get(url("ics", token="x" * 43)).status_code == 404


def test_a_sheet_of_a_thousand_is_read_in_as_many_queries_as_one_of_ten(
    lay, visit, url, at, setting, django_assert_max_num_queries
):
    sheet = lay(seats=900)
    SignUp.objects.bulk_create(
        SignUp(
            community=setting.community,
            sheet=sheet,
            number=n,
            turn=n,
            state="in" if n <= 900 else "waiting",
            state_since=at,
            name=f"某{n}",
            seats=1,
            via="web",
            at=at,
            code=f"T{n}",
        )
        for n in range(1, 1001)
    )
    Sheet.objects.filter(community=setting.community).update(taken=900, last_number=1000)
    date = Occasion.objects.get(community=setting.community)
    client = visit("worker")
    for page, most in (
        (url("desk", sheet_id=sheet.pk), 22),
        (url("attendance", occasion_id=date.pk), 20),
        (url("print", occasion_id=date.pk), 20),
        (url("sheet", sheet_id=sheet.pk), 22),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200
    text = "#接龙\n" + "\n".join(f"{n}. 某{n}" for n in range(1, 300))
    with django_assert_max_num_queries(22):
        client.post(url("paste", sheet_id=sheet.pk), {"text": text})
    Occasion.objects.filter(community=setting.community).update(
        starts_at=at - timedelta(hours=1), ends_at=at
    )
    with django_assert_max_num_queries(50):
        client.post(url("attendance", occasion_id=date.pk), {"all_present": "1"})
    assert coming.attended_at([date])[date.pk].present == 900
