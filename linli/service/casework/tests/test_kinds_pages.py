"""The pages of the kinds, as a handler, the person and the post meet them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.access.views import proving
from linli.core.audit.actor import the_operator
from linli.service.casework.models import Case, CaseVisit, ConsultationDay, RightsRoute
from linli.service.casework.queries.cases import case_for
from linli.service.casework.tests.conftest import NOON
from linli.service.casework.tests.test_kinds import ASKED, LETTER
from linli.service.casework.tests.test_pages import as_one, at, enter, usual

__all__ = ["as_one", "usual"]

pytestmark = pytest.mark.django_db

TODAY = NOON.date()


def put(house, post, *keys):
    for key in keys:
        appoint(house.community, account=house.account(key), post=post,
                since=TODAY - timedelta(days=90), by=the_operator(), at=NOON)  # fmt: skip


def walked(client, house, name, *more, **given):
    """Opens the page of a step, then takes it."""
    address = at(house, name, *more)
    assert client.get(address).status_code == 200, name
    taken = client.post(address, given)
    assert taken.status_code == 302, taken.content.decode()[:3000]
    return client.get(taken["Location"]).content.decode()


def test_rights_help_from_the_question_to_the_letter_she_prints(usual, house, as_one):
    case = house.open("rights")
    house.write(case, "asked", ASKED)
    client = as_one("worker")
    enter(client, house, case)
    html = client.get(at(house, "case", case.pk)).content.decode()
    assert at(house, "rights", case.pk) in html
    assert at(house, "letter", case.pk) not in html  # nothing written yet
    assert client.get(at(house, "letter", case.pk)).status_code == 404
    since = TODAY - timedelta(days=20)
    html = walked(
        client, house, "note_route", case.pk, route="labour", since=since, next_step="带合同"
    )
    row = RightsRoute.objects.get(community=house.community, case=case)
    assert "带合同" in html
    assert str(row.last_day.year) in html
    assert "劳动争议仲裁：最后一天" in client.get(at(house, "case", case.pk)).content.decode()
    note = at(house, "note_route", case.pk)
    assert client.post(note, {"route": "consumer", "since": ""}).status_code == 422
    assert "<br>劳动争议仲裁：" in client.get(note).content.decode()
    walked(client, house, "note_route", case.pk, route="mediation", since="")
    walked(client, house, "take_route", case.pk, row.pk, to="区仲裁委", on=TODAY, referral="")
    html = walked(client, house, "ask_route_again", case.pk, row.pk, on=TODAY + timedelta(days=3))
    assert "区仲裁委" in html
    html = walked(client, house, "end_route", case.pk, row.pk, outcome="answered", answer="受理了")
    assert "受理了" in html
    house.write(case, "letter", LETTER)
    letter = client.get(at(house, "letter", case.pk))
    assert house.person.name in letter.content.decode()
    assert letter["Cache-Control"] == "no-store, private"
    assert client.get(at(house, "letter_word", case.pk))["Content-Type"].endswith("document")
    as_one("elder")
    own = client.get(at(house, "my_case", case.pk)).content.decode()
    for words in ("受理了", ASKED["question"], LETTER["facts"], at(house, "own_letter", case.pk)):
        assert words in own
    assert LETTER["request"] in client.get(at(house, "own_letter", case.pk)).content.decode()
    assert client.get(at(house, "own_letter_word", case.pk)).status_code == 200
    as_one("representative")
    for name in ("my_case", "own_letter", "own_letter_word"):
        assert client.get(at(house, name, case.pk)).status_code == 404


def test_only_kinds_that_say_so_are_read_by_the_person(house, case, as_one):
    house.write(case, "intake", {"came": "自己来的", "wish": "夜里睡不着"})
    own = as_one("elder").get(at(house, "my_case", case.pk)).content.decode()
    assert "夜里睡不着" not in own


def test_a_consultation_day_shows_numbers_and_never_who(house, as_one):
    client = as_one("worker")
    assert "还没有安排" in client.get(at(house, "consultations")).content.decode()
    soon = timezone.localdate() + timedelta(days=2)
    late = {"on": soon, "opens": "11:00", "closes": "09:00", "where": "二楼南间",
            "adviser": "李律师", "adviser_kind": "lawyer", "verified_how": "看过",
            "numbers": 3}  # fmt: skip
    kept = client.post(at(house, "announce_consultation"), late)
    assert kept.status_code == 422
    assert "二楼南间" in kept.content.decode()
    assert "结束要比开始晚" in kept.content.decode()
    walked(client, house, "announce_consultation", on=soon, opens="09:00", closes="11:00",
           where="二楼", adviser="李律师", adviser_kind="lawyer", verified_how="看过执业证",
           numbers=3)  # fmt: skip
    day = ConsultationDay.objects.get(community=house.community)
    assert client.post(at(house, "give_number", day.pk)).status_code == 302
    as_one("elder")
    assert client.post(at(house, "take_number", day.pk)).status_code == 302
    html = client.get(at(house, "consultations")).content.decode()
    assert "您是 2 号" in html
    assert "1 / 3" in html
    client.logout()
    page = at(house, "consultations")
    take, home = at(house, "take_number", day.pk), reverse("home", args=[house.community.code])
    for referer, back in (
        (f"http://testserver{page}?x=1", page),
        (f"http://elsewhere.example{page}", home),
        ("http://testserver//elsewhere.example", home),
        ("", home),
    ):
        response = client.post(take, headers={"referer": referer})
        assert response.url.endswith(f"?next={back}"), referer
    html = client.get(at(house, "consultations")).content.decode()
    assert "李律师" in html
    assert house.person.name not in html
    assert "您是" not in html
    as_one("elder")
    assert client.post(at(house, "give_number_back", day.pk)).status_code == 302
    assert client.post(at(house, "call_off", day.pk)).status_code == 404
    as_one("worker")
    assert client.post(at(house, "call_off", day.pk)).status_code == 302
    assert "这次取消了" in client.get(at(house, "consultations")).content.decode()


def test_the_veterans_post_plans_its_visits_and_nobody_else_sees_the_list(usual, house, as_one):
    assert as_one("worker").get(at(house, "veterans")).status_code == 404
    put(house, "veterans", "worker", "colleague")
    case = house.open("veteran")
    client = as_one("worker")
    assert at(house, "veterans") in client.get(at(house, "mine")).content.decode()
    soon = timezone.localdate() + timedelta(days=1)
    html = walked(client, house, "veterans", occasion="august", on=soon, cases=[str(case.pk)])
    assert "王阿姨" in html
    visit = CaseVisit.objects.get(community=house.community)
    enter(client, house, case)
    html = walked(client, house, "enter_case_visit", case.pk, visit.pk, outcome="no_more")
    assert "本人说过以后不要来" in html
    assert "本人不要来" in client.get(at(house, "veterans")).content.decode()
    html = walked(client, house, "plan_case_visit", case.pk, occasion="other", on=soon,
                  asked_again="on")  # fmt: skip
    assert "平时走访" in html
    as_one("third")
    assert client.get(at(house, "veterans")).status_code == 404
    put(house, "veterans", "third")
    html = client.get(at(house, "veterans")).content.decode()  # the post, but not this file
    assert "王阿姨" not in html


def test_a_childs_file_is_opened_by_leave_and_its_list_shows_the_sort_only_then(
    usual, house, as_one, monkeypatch
):
    put(house, "child_protection", "worker", "colleague")
    case = house.open("child", called="小雨", person=None)
    client = as_one("worker")
    html = client.get(at(house, "child_files")).content.decode()
    assert "小雨" in html
    assert "经同意打开后才显示" in html
    for name in ("child_describe", "child_school_answer", "case_visits", "plan_case_visit"):
        asked = client.get(at(house, name, case.pk))
        assert asked["Location"] == at(house, "closed", case.pk), name
    _let_read(house, case)
    enter(client, house, case)
    walked(client, house, "child_begin", case.pk)
    html = walked(client, house, "child_describe", case.pk, category="in_difficulty",
                  difficulties=["own_condition"], guardian="妈妈", rhythm="quarterly")  # fmt: skip
    assert "妈妈" in html
    walked(client, house, "child_school", case.pk, school="一小", words="减免")
    html = walked(client, house, "child_school_answer", case.pk, answer="给了助学金")
    assert "给了助学金" in html
    assert "困境" in client.get(at(house, "child_files")).content.decode()
    monkeypatch.setattr(proving, "device_is_known", lambda *_given: False)
    assert "困境" not in client.get(at(house, "child_files")).content.decode()
    sent = client.post(at(house, "child_files"), {"cases": [str(case.pk)]})
    assert sent["Location"].startswith(reverse("account_reauthenticate"))
    as_one("third")
    assert client.get(at(house, "child_files")).status_code == 404


def _let_read(house, case):
    from linli.service.casework.actions import ask, decide

    now = timezone.now()
    worker, colleague = house.actor("worker"), house.actor("colleague")
    row = ask(case, what="reading", reason="去看孩子之前", by=worker, at=now)
    decide(case, release=row, granted=True, by=colleague, at=now)


def test_help_after_release_begins_with_consent_on_its_page(usual, house, as_one):
    case = house.open("resettlement", called="ZW", person=None)
    client = as_one("worker")
    enter(client, house, case)
    page = client.get(at(house, "corrections", case.pk)).content.decode()
    assert "不记行踪" in page
    for asked in ("for_a_woman", "minors_member"):
        assert asked not in page
    given = {"initials": "ZW", "begins_on": TODAY, "ends_on": TODAY + timedelta(days=60),
             "needs": ["registration"]}  # fmt: skip
    assert client.post(at(house, "corrections", case.pk), given).status_code == 409
    assert case_for(house.actor("worker"), house.community, case.pk).state == Case.OPEN


def test_a_household_without_work_finds_the_scheme_by_its_name(usual, house, as_one):
    case = house.open("zero_employment")
    client = as_one("worker")
    enter(client, house, case)
    html = client.get(at(house, "case", case.pk)).content.decode()
    scheme = f"/c/{house.community.code}/help/employment_aid/"
    assert scheme in html
    assert client.get(scheme).status_code == 200
