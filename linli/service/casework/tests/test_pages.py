"""The pages, as a handler, her second and the person meet them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linli.core.access.models import Holding
from linli.core.access.tests.browsers import know_browsers
from linli.core.audit.queries import closed_entries_of
from linli.core.clocks.queries.pressing import page_by_pressing
from linli.core.messages.models import Message
from linli.core.pages.keyset import page_of
from linli.service.casework.actions import care
from linli.service.casework.hands import of
from linli.service.casework.models import Case, Look, Release
from linli.service.casework.queries import care as visiting, cases as queries
from linli.service.casework.tests.conftest import ASSESSED, INTAKE, PLANNED, WORDS
from linli.service.casework.views import gate

pytestmark = pytest.mark.django_db


@pytest.fixture
def usual(monkeypatch):
    """An ordinary hour on a known browser: nothing is strange."""
    monkeypatch.setattr(gate, "why_strange", lambda *_given: ())
    know_browsers(monkeypatch)


@pytest.fixture
def as_one(client, house):
    """Signs one in; returns the client."""

    def sign(key):
        client.force_login(house.account(key), "linli.core.access.sign_in.AccountBackend")
        return client

    return sign


def at(house, name, *more):
    return reverse(f"casework:{name}", args=[house.community.code, *more])


def enter(client, house, case, purpose="contact"):
    return client.post(at(house, "enter", case.pk), {"purpose": purpose, "words": WORDS})


def test_a_handler_opens_writes_passes_on_and_closes_a_case(usual, house, as_one):
    client = as_one("worker")
    page = client.get(at(house, "mine")).content.decode()
    assert at(house, "new") in page
    looked = client.post(at(house, "new"), {"q": house.person.name, "find": "yes"})
    assert looked.status_code == 200
    assert str(house.person.pk) in looked.content.decode()
    made = client.post(
        at(house, "new"),
        {
            "kind": "social_work",
            "second": house.account("colleague").pk,
            "q": house.person.name,
            "person": house.person.pk,
            "called": "王阿姨",
            "reason": "睡不着",
            "once": "6a3c7f8e-2b1d-4c9a-8f4e-0a1b2c3d4e5f",
        },
    )
    case = Case.objects.get(community=house.community)
    assert made["Location"] == at(house, "case", case.pk)
    shown = client.get(at(house, "case", case.pk))
    assert shown["Location"].startswith(at(house, "enter", case.pk))
    assert "王阿姨" not in client.get(at(house, "enter", case.pk)).content.decode()
    assert enter(client, house, case)["Location"] == at(house, "case", case.pk)
    shown = client.get(at(house, "case", case.pk))
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "no-store, private"
    html = shown.content.decode()
    assert "王阿姨" in html
    assert WORDS in html
    assert "<title>保密个案" in html
    assert "ETag" not in shown
    for sheet, values in (("intake", INTAKE), ("assessment", ASSESSED), ("plan", PLANNED)):
        address = at(house, "write", case.pk, sheet)
        assert client.get(address).status_code == 200
        once = {"once": queries_once()}
        assert client.post(address, values | once).status_code == 302
    agreed = client.post(
        at(house, "agree", case.pk),
        {"words": "同意转到医院", "how": "paper", "by_whom": "本人", "given_on": "2026-01-05"}
        | {"once": queries_once()},
    )
    assert agreed.status_code == 302
    form = client.get(at(house, "refer", case.pk)).content.decode()
    assert "同意转到医院" in form
    refused = client.post(
        at(house, "refer", case.pk),
        {"to_kind": "hospital", "to": "示范医院", "purpose": "睡眠门诊", "told": "睡不着"}
        | {"ground": "life", "why": "", "once": queries_once()},
    )
    assert refused.status_code == 409
    html = client.get(at(house, "case", case.pk)).content.decode()
    assert "每周三上门" in html
    ended = client.post(at(house, "end", case.pk), {"ending": "reached"})
    assert ended.status_code == 409
    client.post(
        at(house, "write", case.pk, "evaluation"), {"reached": "好多了", "once": queries_once()}
    )
    assert client.post(at(house, "end", case.pk), {"ending": "reached"}).status_code == 302
    assert client.get(at(house, "case", case.pk))["Location"] == at(house, "closed", case.pk)
    assert "王阿姨" not in client.get(at(house, "closed", case.pk)).content.decode()


def queries_once():
    from linli.lib.identity.ids import new_closed_id

    return new_closed_id()


def test_a_copy_is_asked_by_one_released_by_another_and_fetched_once(usual, house, case, as_one):
    house.write(case, "intake", INTAKE)
    client = as_one("worker")
    enter(client, house, case)
    asked = client.post(
        at(house, "ask_copy", case.pk), {"reason": "律师要看一份", "once": queries_once()}
    )
    assert asked.status_code == 302
    row = Release.objects.get(community=house.community, case=case)
    fetching = at(house, "fetch", case.pk, row.pk)
    assert client.post(fetching).status_code == 409
    as_one("colleague")
    assert enter(client, house, case).status_code == 302
    assert "律师要看一份" in client.get(at(house, "case", case.pk)).content.decode()
    client.post(at(house, "decide", case.pk, row.pk), {"granted": "yes"})
    as_one("worker")
    enter(client, house, case)
    copy = client.post(fetching)
    assert copy["Content-Disposition"] == 'attachment; filename="record.html"'
    assert "夜里睡不着" in copy.content.decode()
    assert client.post(fetching).status_code == 409


def test_the_person_reads_who_opened_it_and_her_agent_does_not(usual, house, case, as_one):
    client = as_one("worker")
    enter(client, house, case)
    as_one("elder")
    html = client.get(at(house, "my_case", case.pk)).content.decode()
    assert WORDS in html
    assert "陈晓" in html
    assert "个案工作" in client.get(at(house, "my_cases")).content.decode()
    looks = client.get(reverse("me:looks") + "?show=closed").content.decode()
    assert "与本人联系" in looks
    assert "与本人联系" not in client.get(reverse("me:looks") + "?show=all").content.decode()
    as_one("representative")
    assert client.get(at(house, "my_case", case.pk)).status_code == 404
    assert "个案工作" not in client.get(at(house, "my_cases")).content.decode()


def test_a_strange_opening_asks_to_sign_in_afresh_and_tells_the_others(
    house, case, as_one, django_capture_on_commit_callbacks
):
    client, other = as_one("worker"), house.open(called="甲", person=None)
    page = client.get(at(house, "mine")).content.decode()
    assert "王阿姨" not in page
    with django_capture_on_commit_callbacks(execute=True):
        sent = enter(client, house, case)
    assert sent["Location"].startswith(reverse("account_reauthenticate"))
    told = Message.objects.filter(
        community=house.community, account=house.account("colleague"), kind="messages.closed"
    )
    assert told.filter(url=at(house, "case", case.pk)).exists()
    assert closed_entries_of(case.pk).filter(action="casework.suspect").count() == 1
    enter(client, house, case)
    assert closed_entries_of(case.pk).filter(action="casework.suspect").count() == 1
    enter(client, house, other)  # asked for one already: the handlers of this one are told too
    assert closed_entries_of(other.pk).filter(action="casework.suspect").count() == 1
    assert not Look.objects.filter(community=house.community).exists()
    proved = client.post(reverse("account_reauthenticate"), {"password": "linli-2026"})
    assert proved.status_code == 302
    opened = enter(client, house, case)
    assert opened["Location"] == at(house, "case", case.pk)
    assert "linli_known" in opened.cookies
    assert client.get(at(house, "case", case.pk)).status_code == 200
    assert "王阿姨" in client.get(at(house, "mine")).content.decode()
    assert queries.looks_of(case)[0].strange


def test_more_different_cases_than_usual_within_an_hour_are_strange(house, as_one, monkeypatch):
    know_browsers(monkeypatch)
    monkeypatch.setattr("linli.service.casework.promises.number_laid_down", _eight_at_any_hour)
    client = as_one("worker")
    cases = [house.open(called=f"甲{n}", person=None) for n in range(9)]
    for case in cases[:8]:
        assert enter(client, house, case)["Location"] == at(house, "case", case.pk)
    assert enter(client, house, cases[0])["Location"] == at(house, "case", cases[0].pk)
    again = enter(client, house, cases[8])
    assert again["Location"].startswith(reverse("account_reauthenticate"))


def _eight_at_any_hour(rule, _community, _on):
    return {"casework.openings_in_an_hour": 8, "casework.usual_from_hour": 0}.get(rule, 24)


def test_a_visit_shows_no_more_than_it_needs_and_every_look_is_in_the_book(
    house, as_one, monkeypatch
):
    monkeypatch.setattr(gate, "why_strange", lambda *_given: ())
    case, now = house.open("elder_care"), timezone.now()
    by, today = {"by": house.actor("worker"), "at": now}, timezone.localdate(now)
    told = {"phone": "0990-5550001", "contact_name": "小王", "contact_phone": "0990-5550002"}
    agreed = care.Agreed("weekly", "in_person", today, {}, told)
    care.begin_care(case, agreed=agreed, consented=True, first_on=today, **by)
    plan = visiting.plan_of(case)
    care.name_visitor(case, plan=plan, account=house.account("third").pk, **by)
    visit = visiting.visits_of(plan)[0]
    client, day = as_one("worker"), at(house, "care_day")
    assert "王阿姨" not in client.get(day).content.decode()
    know_browsers(monkeypatch)
    assert "王阿姨" in client.get(day).content.decode()
    phone = at(house, "care_try", visit.pk, "phone")
    assert client.get(phone).status_code == 404  # nobody is sought
    care.record_visit(case, visit=visit, outcome="not_home", words="她说腿疼", **by)
    assert client.get(phone).status_code == 404  # not its turn
    care.try_to_reach(case, visit=visit, step="second_try", **by)
    looks = closed_entries_of(case.pk).filter(action="casework.open_visit")
    before = looks.count()
    assert "0990-5550001" in client.get(phone).content.decode()
    assert looks.count() == before + 1
    late = client.post(at(house, "care_try", visit.pk, "contact"), {"seen": visit.version})
    assert late.status_code == 409
    assert "0990-5550002" not in late.content.decode()
    shown = at(house, "care_visit", visit.pk)
    assert "她说腿疼" in client.get(shown).content.decode()
    as_one("third")  # on the roster; this visit was not theirs
    assert "她说腿疼" not in client.get(shown).content.decode()


def test_hands_are_changed_and_left_cases_are_taken_over_on_the_pages(usual, house, case, as_one):
    client = as_one("worker")
    enter(client, house, case)
    third = house.account("third")
    added = client.post(
        at(house, "add_handler", case.pk), {"account": third.pk, "once": queries_once()}
    )
    assert added.status_code == 302
    row = next(each for each in queries.handlers_of(case) if each.role == "member")
    assert client.post(at(house, "remove_handler", case.pk, row.pk)).status_code == 302
    given = {"role": "second", "account": third.pk, "once": queries_once()}
    assert client.post(at(house, "change_role", case.pk), given).status_code == 302
    as_one("director")
    assert client.get(at(house, "take_over", case.pk)).status_code == 404
    # Who stays in the house in another post than a desk's handles nothing any more.
    Holding.objects.filter(account=third).update(post="supervisor")
    for key in ("worker",):
        account = house.account(key)
        account.is_active = False
        account.save(update_fields=["is_active"])
    html = client.get(at(house, "mine")).content.decode()
    assert at(house, "take_over", case.pk) in html
    assert "王阿姨" not in html
    taken = client.post(
        at(house, "take_over", case.pk),
        {"lead": house.account("colleague").pk, "second": house.account("director").pk}
        | {"reason": "两位都离岗了", "once": queries_once()},
    )
    assert taken.status_code == 302
    assert queries.handlers_of(case)[0].account_id == house.account("colleague").pk


def test_ones_cases_come_in_pages_that_cost_the_same(usual, house, as_one):
    client, now = as_one("worker"), timezone.now()
    days = {}
    for number in range(5):
        case = house.open(called=f"甲{number}", person=None, at=now - timedelta(days=3 * number))
        days[case.pk] = number
        if number == 0:
            with CaptureQueriesContext(connection) as few:
                client.get(at(house, "mine"))
    with CaptureQueriesContext(connection) as many:
        page = client.get(at(house, "mine")).content.decode()
    assert len(many) == len(few)
    assert page.count("甲") == 5
    mine, seen, after = of(house.actor("worker", now), house.community), [], ""
    for _page in range(3):
        part = page_by_pressing(mine, house.community, after, size=2)
        seen += [days[case.pk] for case in part.rows]
        after = part.after
    assert (seen, after) == ([4, 3, 2, 1, 0], ""), "what falls due first is on the first page"
    closed = list(mine)[:3]
    Case.objects.filter(community=house.community, pk__in=[case.pk for case in closed]).update(
        state=Case.CLOSED, closed_at=now, destroy_on=timezone.localdate(now)
    )
    first = page_of(mine.filter(state="closed"), "closed_at", "", newest=True, size=2)
    rest = page_of(mine.filter(state="closed"), "closed_at", first.after, newest=True, size=2)
    assert {*first.rows, *rest.rows} == {*closed}
    assert client.get(at(house, "mine") + "?show=closed").content.decode().count("甲") == 3
    assert client.get(at(house, "mine")).content.decode().count("甲") == 2
