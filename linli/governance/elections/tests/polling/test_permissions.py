"""Who opens which page of election day: the whole cast at every door."""

import pytest
from django.shortcuts import resolve_url
from django.urls import reverse

from linli.governance.elections.actions import printing
from linli.web.demo.cast import CAST

pytestmark = pytest.mark.django_db

EVERYBODY = ("visitor", *(role.key for role in CAST))
# The representative of the cast sits on the election committee; the mediator is named a teller.
COMMITTEE = {"representative"}
HELPERS = COMMITTEE | {"worker"}
WATCHERS = HELPERS | {"director", "supervisor"}
NAMED = {"worker", "mediator", "supervisor"}
PUBLIC = ["ballot:wall", "ballot:wall_data", "ballot:worker", "elections:specimen"]
DESK = {
    "elections:stations": WATCHERS,
    "elections:roster": WATCHERS,
    "elections:ballots": COMMITTEE,
    "elections:ballots_pdf": COMMITTEE,
    "ballot:stations": WATCHERS | NAMED,
    "ballot:station": WATCHERS | NAMED,
    "ballot:compare": WATCHERS | NAMED,
}
POSTED = {
    "elections:prepare_ballots": COMMITTEE,
    "elections:add_duty": HELPERS,
    "elections:take_run": COMMITTEE,
    "elections:open_polls": COMMITTEE,
    "elections:close_polls": COMMITTEE,
    "ballot:add_station": COMMITTEE,
    "ballot:name_tellers": COMMITTEE,
    "ballot:hand_out": HELPERS,
    "ballot:open_box": NAMED,
    "ballot:confirm": NAMED,
    "ballot:merge": COMMITTEE,
    "ballot:void_station": COMMITTEE,
    "ballot:enter": NAMED,
}


@pytest.fixture
def address(ready):
    run = printing.print_ballots(
        ready.round, station=ready.station("一号站"), number=1, by=ready.committee, at=ready.at
    )
    parts = {
        "ballot:wall": [ready.round.poll_id],
        "ballot:wall_data": [ready.round.poll_id],
        "ballot:worker": [],
        "ballot:stations": [ready.round.poll_id],
        "ballot:add_station": [ready.round.poll_id],
        "elections:ballots": [ready.election.pk, run.pk],
        "elections:ballots_pdf": [ready.election.pk, run.pk],
    }
    code = ready.setting.community.code

    def filled(name):
        usual = (
            [ready.election.pk] if name.startswith("elections:") else [ready.station("一号站").pk]
        )
        return reverse(name, args=[code, *parts.get(name, usual)])

    return filled


@pytest.mark.parametrize("key", EVERYBODY)
def test_each_of_the_cast_opens_what_is_theirs_and_nothing_else(key, visit, address):
    browser, wrong = visit(key), []
    way_in = resolve_url("account_login")

    def knock(name, allowed, answer):
        response = browser.get(address(name))
        sent_in = response.status_code == 302 and response["Location"].startswith(way_in)
        turned_away = response.status_code == 404 or (key == "visitor" and sent_in)
        if (response.status_code != answer) if allowed else not turned_away:
            wrong.append(f"{key} {name}: {response.status_code}")

    for name in PUBLIC:
        knock(name, True, 200)
    for name, who in DESK.items():
        knock(name, key in who, 200)
    for name, who in POSTED.items():
        # Whoever runs the vote on a recall knows these doors, and is refused at this one.
        if name.startswith("ballot:") and key in WATCHERS - who:
            if browser.post(address(name)).status_code not in (403, 404, 422):
                wrong.append(f"{key} {name} was let in")
        else:
            knock(name, key in who, 405)
    assert not wrong, "\n".join(wrong)


def test_the_table_is_for_the_two_who_count_and_nobody_else(ready, visit):
    ready.open("一号站")
    ready.hand_out("一号站", 1)
    ready.seal("一号站")
    table = reverse("ballot:table", args=[ready.setting.community.code, ready.station("一号站").pk])
    opened = {key for key in EVERYBODY if visit(key).get(table).status_code == 200}
    assert opened == {"worker", "mediator"}


def test_the_station_of_the_next_community_is_not_there(ready, visit):
    station = ready.station("一号站").pk
    there = ready.setting.neighbour.code
    for name in ("station", "compare", "table"):
        address = reverse(f"ballot:{name}", args=[there, station])
        for key in ("outsider", "representative", "worker"):
            assert visit(key).get(address).status_code == 404, (name, key)
