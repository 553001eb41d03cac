"""Paper lists, chains, the telephone list; and forms that are sent twice or bent."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Call, Occasion, SignUp
from linli.mechanisms.signup.queries import sheets

pytestmark = pytest.mark.django_db


def names(sheet):
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
    return [each.name for each in rows.order_by("number")]


@pytest.fixture
def over(lay, at):
    """A sheet whose one date ends now."""
    sheet = lay(seats=20)
    rows = Occasion.objects.filter(community=sheet.community_id, sheet=sheet)
    rows.update(starts_at=at - timedelta(hours=1), ends_at=at)
    return sheet, rows.get()


def test_a_paper_name_is_the_one_on_the_sheet_and_asks_where_there_are_two(over, put, actor, at):
    sheet, date = over
    worker = actor("worker")
    chain = [(Applicant(name=name), 1) for name in ("甲一", "乙二")]
    actions.put_down_many(sheet, names=chain, by=worker, at=at)
    put(sheet, "丙三", phone="13800000003")
    for who in (
        Applicant(name="甲一", phone="13800000001"),
        Applicant(name="乙 二"),
        Applicant(name="丙三"),
        Applicant(name="丙三", phone="138-0000-0003"),
    ):
        actions.add_late(date, who=who, by=worker, at=at)
    assert names(sheet) == ["甲一", "乙二", "丙三"]
    put(sheet, "丙三", phone="13800000004")
    whom = [Applicant(name="丁四"), Applicant(name="丙三")]
    with pytest.raises(Refused, match=r"signup.one_of_that_name"):
        actions.add_late_many(date, whom=whom, by=worker, at=at)
    assert "丁四" not in names(sheet)
    other = Applicant(name="丙三", phone="13800000005")
    actions.add_late(date, who=other, by=worker, at=at)
    assert names(sheet).count("丙三") == 3


def test_a_list_of_late_names_is_one_act_and_an_empty_one_is_said(over, visit, url):
    sheet, date = over
    late, client = url("late", occasion_id=date.pk), visit("worker")
    assert client.post(late, {"names": "，", "once": new_id()}).status_code == 422
    form = {"names": "甲一\n乙二\n丙三 13800000003", "once": new_id()}
    for _twice in range(2):
        assert client.post(late, form).status_code == 302
    assert names(sheet) == ["甲一", "乙二", "丙三"]
    assert Entry.objects.filter(action="signup.add_late_many").count() == 1


def test_who_signs_up_after_a_date_did_not_miss_it(over, put, at):
    sheet, date = over
    put(sheet, "甲一")
    put(sheet, "乙二", when=at + timedelta(seconds=1))
    assert [row.signup.name for row in sheets.attendance_of(date)] == ["甲一"]


def test_a_chain_of_two_keepers_stands_once(sheet, actor, at):
    chain = [(Applicant(name=name), 1) for name in ("甲一", "乙二")]
    for key in ("worker", "director"):
        made = actions.put_down_many(sheet, names=chain, by=actor(key), at=at)
    assert names(sheet) == ["甲一", "乙二"]
    assert [each.rule for _place, each in made.refused] == ["signup.not_yet_down"] * 2


def test_forms_sent_twice_or_bent_are_answered(lay, put, act, visit, url, at):
    sheet = lay(way="by_lot", seats=1)
    row = put(sheet, "甲一")
    client = visit("worker")
    word = {"whom": "everyone", "words": "请带剪刀", "once": new_id()}
    for _twice in range(2):
        assert client.post(url("write_to", sheet_id=sheet.pk), word).status_code == 302
    paste = {"text": "#接龙\n1. 王小二", "go": "1"}
    assert client.post(url("paste", sheet_id=sheet.pk), paste).status_code == 302
    assert client.post(url("paste", sheet_id=sheet.pk), {**paste, "once": "x"}).status_code == 422
    actions.close(act, sheet)
    once = new_id()
    for _twice in range(2):
        drawn = client.post(url("draw", sheet_id=sheet.pk), {"word": "春", "once": once})
        assert drawn.status_code == 302
    many = "9" * 5000
    desk = client.get(url("desk", sheet_id=sheet.pk), {"after": f"{many}-{many}"})
    assert desk.status_code == 200
    bent = visit().post(url("answer", code=row.code), {"do": "excuse", "date": many})
    assert bent.status_code == 404


def test_what_runs_out_first_is_rung_first_however_many_wait(
    sheet, put, actor, at, setting, monkeypatch
):
    row = put(sheet, "甲一")
    monkeypatch.setattr(sheets, "MOST_CALLS", 2)
    Call.objects.bulk_create(
        Call(
            community=setting.community, signup=row, about="words", asked_at=at - timedelta(days=n)
        )
        for n in range(1, 4)
    )
    urgent = Call.objects.create(
        community=setting.community, signup=row, about="offer", asked_at=at, until=at
    )
    found = sheets.calls_kept(actor("worker"), setting.community)
    assert (found[0], len(found)) == (urgent, 2)
    assert not sheets.calls_kept(actor("elder"), setting.community)


def test_my_entries_cost_the_same_however_many(
    lay, actor, visit, url, at, django_assert_max_num_queries
):
    by = actor("elder")
    for number in range(8):
        sheet = lay(seats=1, title=f"第{number}课", dates=2)
        if number % 2:
            actions.sign_up(sheet, who=Applicant(name="甲", phone="1380000"), by=NOBODY, at=at)
        who = Applicant(name="自己", account=by.account)
        actions.sign_up(sheet, who=who, by=by, at=at)
    client = visit("elder")
    client.get(url("mine"))
    with django_assert_max_num_queries(16):
        said = client.get(url("mine")).content.decode()
    assert "候补第 1 位" in said
