"""The pages of a round, without scripts: planned, walked, decided; and what a device sends."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.access.tests.browsers import know_browsers
from linli.core.messages.models import Message
from linli.mechanisms.rounds import actions, declaration
from linli.mechanisms.rounds.models import Arrival, Attempt, Conflict, Round, Stop
from linli.mechanisms.rounds.queries import planning
from linli.mechanisms.rounds.tests.conftest import door, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_page(setting):
    def address(name, *args):
        return reverse(f"rounds:{name}", args=[setting.community.code, *args])

    return address


def key_in(response):
    return response.context["form"]["key"].value()


def test_a_round_is_planned_from_the_desk(sign_in, setting, at_page):
    client = sign_in("director")
    assert "演练走访" in client.get(at_page("choose")).content.decode()
    page = at_page("plan", "tests.drill", "all")
    shown = client.get(page)
    stairs = [key for key, _words in shown.context["form"].fields["stairs"].choices]
    sent = {
        "title": "春季走访", "stairs": stairs[:1], "day": timezone.localdate().isoformat(),
        "carriers": [str(setting.accounts["worker"].pk)],
    }  # fmt: skip
    assert client.post(page, {**sent, "stairs": []}).status_code == 422
    assert client.post(page, sent).status_code == 302
    made = Round.objects.get(community=setting.community)
    assert made.title == "春季走访"
    listed = client.get(at_page("list")).content.decode()
    assert "春季走访" in listed
    assert client.get(at_page("plan", "tests.closed", "all")).status_code == 404


def test_where_no_door_lacks_anything_the_way_on_is_shown(sign_in, at_page, monkeypatch):
    found = planning.source_of

    def nothing_left(*given):
        return replace(found(*given), stops=[], stairs={}, lies_on={})

    monkeypatch.setattr(planning, "source_of", nothing_left)
    page = sign_in("director").get(at_page("plan", "tests.drill", "all")).content.decode()
    assert "没有还缺的户" in page
    assert f'href="{at_page("choose")}"' in page
    assert "data-guard" not in page


def test_no_change_takes_three_taps_and_leads_to_the_next_door(sign_in, at_page, round_):
    client, stop = sign_in("worker"), door(round_)
    opened = client.get(at_page("door", round_.pk, stop.pk))
    assert "上次：是" in opened.content.decode()
    asked = client.get(at_page("no_change", round_.pk, stop.pk))
    done = client.post(at_page("no_change", round_.pk, stop.pk), {"key": key_in(asked)})
    assert done.url == at_page("door", round_.pk, door(round_, 2).pk)
    assert door(round_).outcome == "unchanged"
    again = client.post(at_page("no_change", round_.pk, stop.pk), {"key": key_in(asked)})
    assert again.status_code == 302


def test_only_what_changed_is_written_and_what_does_not_fit_is_said(sign_in, at_page, round_, room):
    client, stop = sign_in("worker"), door(round_)
    opened = client.get(at_page("door", round_.pk, stop.pk))
    sent = {"key": key_in(opened), "a1": "many"}
    wrong = client.post(at_page("record", round_.pk, stop.pk), sent)
    assert wrong.status_code == 422
    assert "不合格式" in wrong.content.decode()
    assert (
        client.post(at_page("record", round_.pk, stop.pk), {**sent, "a1": "3"}).status_code == 302
    )
    assert room.told == [(1, {"well": "yes", "heads": "3"}, "answered")]


def test_who_is_not_met_is_noted_and_shows_on_the_desk(sign_in, at_page, round_):
    client, stop = sign_in("worker"), door(round_)
    for _time in range(3):
        opened = client.get(at_page("door", round_.pk, stop.pk))
        sent = {"way": "knock", "result": "nobody", "key": key_in(opened)}
        assert client.post(at_page("attempt", round_.pk, stop.pk), sent).status_code == 302
    assert Attempt.objects.filter(community=round_.community_id).count() == 3
    assert "留一封信" in client.get(at_page("show", round_.pk)).content.decode()
    sheet = client.get(at_page("sheet", round_.pk)).content.decode()
    assert "□ 上午" in sheet
    doors = client.get(at_page("doors", round_.pk)).content.decode()
    assert "找过 3 次" in doors


def test_both_values_are_shown_and_one_is_decided(sign_in, at_page, round_, say):
    say(door(round_), "worker", device="手机甲", heads="3")
    say(door(round_), "director", device="手机乙", heads="4")
    client = sign_in("director")
    assert "1 处记的不一样" in client.get(at_page("show", round_.pk)).content.decode()
    page = client.get(at_page("waiting", round_.pk)).content.decode()
    assert page.index("手机甲") < page.index("手机乙")
    conflict = Conflict.objects.get(community=round_.community_id)
    decide = at_page("decide", round_.pk, conflict.pk)
    assert client.post(decide, {"choice": "nobody", "seen": 1}).status_code == 404
    assert client.post(decide, {"choice": "other", "seen": 1}).status_code == 302
    assert client.post(at_page("end", round_.pk)).status_code == 302
    assert kept(round_).state == "ended"
    late = say(door(round_, 2), wish="灯泡")
    assert "灯泡" in client.get(at_page("waiting", round_.pk)).content.decode()
    decide = at_page("decide_late", round_.pk, late.pk)
    assert client.post(decide, {"do": "take"}).status_code == 302
    late.refresh_from_db()
    assert late.fate == "taken_late"


def test_doors_are_handed_over_and_another_is_named(sign_in, setting, at_page, round_):
    client = sign_in("director")
    worker, director = (setting.accounts[key].pk for key in ("worker", "director"))
    assert client.post(at_page("name_carrier", round_.pk), {"account": worker}).status_code == 302
    page = at_page("hand_over", round_.pk, worker)
    assert client.get(page).status_code == 200
    assert client.post(page, {"account": director}).status_code == 302
    assert round_.carriers.filter(until__isnull=True).count() == 1


def entry(round_, stop, account, **said):
    return {
        "key": str(uuid4()), "account": str(account.pk), "round": str(round_.pk),
        "stop": str(stop.pk), "sort": "record", "said_at": timezone.now().isoformat(),
        "device": "手机", "seen": {}, "after": [], **said,
    }  # fmt: skip


def test_a_device_is_answered_entry_by_entry(sign_in, setting, at_page, round_):
    worker, director = setting.accounts["worker"], setting.accounts["director"]
    client = sign_in("worker")
    entries = [
        entry(round_, door(round_, 1), worker, answers={"heads": "3"}),
        entry(round_, door(round_, 2), worker, answers={"heads": "many"}),
        entry(round_, door(round_, 3), worker, sort="no_change"),
        entry(round_, door(round_, 4), worker, sort="attempt", way="knock", result="nobody"),
        entry(round_, door(round_, 5), director, answers={"heads": "3"}),
        entry(round_, door(round_, 6), worker, sort="nonsense"),
        {"key": "no key"},
    ]
    post = {"content_type": "application/json"}
    for _twice in range(2):
        told = client.post(at_page("enter"), json.dumps({"entries": entries}), **post).json()
        fates = [each["fate"] for each in told["results"]]
        assert fates == ["taken", "refused", "taken", "taken", "not_yours", "refused", "refused"]
    assert "整数" in told["results"][1]["told"]
    assert told["results"][0]["door"]["now"] == {"heads": "3"}
    assert Arrival.objects.filter(community=round_.community_id).count() == 3
    stranger = entry(round_, door(round_), setting.accounts["outsider"], answers={"heads": "9"})
    client = sign_in("outsider")
    told = client.post(at_page("enter"), json.dumps({"entries": [stranger]}), **post).json()
    assert [each["fate"] for each in told["results"]] == ["refused"]
    assert client.post(at_page("enter"), "nonsense", **post).status_code == 404
    client.logout()
    assert client.post(at_page("enter"), "{}", **post).status_code == 302


def test_the_doors_lie_on_a_device_only_while_they_were_taken_along(
    sign_in, setting, at_page, round_, actor, at
):
    client = sign_in("worker")
    assert client.get(at_page("package", round_.pk)).status_code == 404
    assert "手机上是加密的" in client.get(at_page("take", round_.pk)).content.decode()
    kept_at = client.post(at_page("take", round_.pk)).url
    assert kept_at.endswith("?keep=1")
    assert "doors.json" in client.get(kept_at).content.decode()
    found = client.get(at_page("package", round_.pk)).json()
    assert len(found["doors"]) == 6
    person = Stop.objects.select_related("person").get(
        community=round_.community_id, round=round_, number=1
    ).person  # fmt: skip
    assert found["doors"][0]["who"]
    assert person.name not in json.dumps(found, ensure_ascii=False), "no whole name on a device"
    assert client.post(at_page("hand_in", round_.pk)).status_code == 302
    assert client.get(at_page("package", round_.pk)).status_code == 404
    assert client.get(at_page("mine")).status_code == 200


def test_a_closed_round_asks_an_unknown_browser_who_it_is(
    sign_in, setting, at_page, make, round_, django_capture_on_commit_callbacks
):
    closed, client = make("tests.closed"), sign_in("worker")
    account = setting.accounts["worker"]
    stop = closed.stops.filter(community=closed.community_id).first()
    pages = [at_page(name, closed.pk) for name in ("doors", "show", "sheet", "take", "package")]
    pages += [at_page("door", closed.pk, stop.pk), at_page("no_change", closed.pk, stop.pk)]
    told = Message.objects.filter(account=account, kind="access.strange_browser")
    told = told.filter(community=closed.community_id)
    with django_capture_on_commit_callbacks(execute=True):
        for page in pages:
            asked = client.get(page)
            assert asked["Location"].startswith(reverse("account_reauthenticate")), page
            assert "no-store" in asked["Cache-Control"]
    assert told.count() == 1, "the holder hears of it once"
    said = client.post(at_page("attempt", closed.pk, stop.pk), {})
    assert said["Location"].startswith(reverse("account_reauthenticate"))
    for name in ("list", "mine"):
        assert client.get(at_page(name)).status_code == 200
    assert client.get(at_page("doors", round_.pk)).status_code == 200, "an open one asks nobody"
    assert client.get(at_page("doors", uuid4())).status_code == 404
    client.post(reverse("account_reauthenticate"), {"password": "linli-2026"})
    shown = client.get(pages[0])
    assert (shown.status_code, shown["Cache-Control"]) == (200, "no-store, private")
    assert all(client.get(page).status_code == 200 for page in pages[:4])
    # A new password makes the browser a strange one again.
    account.set_password("linli-2027")
    account.save(update_fields=["password"])
    client.force_login(account, "linli.core.access.sign_in.AccountBackend")
    assert client.get(pages[0]).status_code == 302


def test_a_closed_round_answers_strangers_as_if_it_were_not_there(
    sign_in, setting, at_page, make, monkeypatch
):
    know_browsers(monkeypatch)
    closed = make("tests.closed")
    client = sign_in("worker")
    take = at_page("take", closed.pk)
    assert client.get(take).status_code == 200
    from linli.lib.law import Refused

    with pytest.raises(Refused):
        actions.take_along(
            closed, by=setting.actor("worker", timezone.localdate()), at=timezone.now()
        )
    assert client.post(take, {"agreed": "on"}).status_code == 302
    # Who has handed it over has no more business with it; their device may still send.
    worker = closed.carriers.filter(account=setting.accounts["worker"])
    worker.update(until=timezone.now())
    assert client.get(at_page("doors", closed.pk)).status_code == 404
    worker.update(until=None)
    # Nor who may no longer go to its doors.
    usual = closed.kind_of_it
    for fits, code in ((lambda stops, account: False, 404), (None, 200)):
        declaration._KINDS["tests.closed"] = replace(usual, fits=fits)
        assert client.get(at_page("doors", closed.pk)).status_code == code
    closed.carriers.all().delete()
    for name in ("doors", "show", "sheet", "package", "take"):
        gone, never = (client.get(at_page(name, key)) for key in (closed.pk, uuid4()))
        assert gone.status_code == never.status_code == 404


def test_the_worker_and_its_page_hold_nothing_of_anybody(client, setting, at_page, round_):
    script = client.get(at_page("worker")).content.decode()
    assert script.startswith("self.LINLI = ")
    assert at_page("walk") in script
    page = client.get(at_page("walk"))
    assert page.status_code == 200
    assert round_.title not in page.content.decode()
