"""The stations of the vote on a recall: kept by the staff, and by nobody whom it concerns."""

import pytest
from django.urls import reverse

from linli.governance.elections.actions import recall_votes as votes, recalling as acts
from linli.governance.elections.tests.refusals import refused
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Station, Teller

pytestmark = pytest.mark.django_db

SERVES = {"first": "worker", "second": "representative", "witness": "supervisor"}


@pytest.fixture
def poll(setting, seat, actor, at, on):
    """The vote on the recall of the member, who has an account: the mediator's."""
    account = setting.accounts["mediator"]
    account.person = seat.person
    account.save(update_fields=["person"])
    recall = acts.ask_recall(
        seat, reasons="收了押金不开收据。", base="electors", by=actor("elder"), at=at
    )
    acts.submit_recall(recall, by=actor("elder"), at=at)
    acts.accept_recall(
        recall, base_count=10, base_source="名册", public_reasons="押金没有收据。",
        by=actor("supervisor"), at=at,
    )  # fmt: skip
    votes.put_to_vote(recall, day=on, offered=True, by=actor("supervisor"), at=at)
    recall.refresh_from_db()
    return recall.poll


def page(setting, name, key):
    return reverse(f"ballot:{name}", args=[setting.community.code, key])


def test_the_worker_sets_the_stations_up(setting, poll, visit):
    desk = visit("worker")
    assert desk.get(page(setting, "stations", poll.pk)).status_code == 200
    desk.post(page(setting, "add_station", poll.pk), {"name": "一号站"})
    station = Station.objects.get(community=setting.community, poll=poll)
    assert desk.get(page(setting, "station", station.pk)).status_code == 200
    named = {part: str(setting.accounts[key].pk) for part, key in SERVES.items()}
    desk.post(page(setting, "name_tellers", station.pk), named)
    assert Teller.objects.filter(community=setting.community, station=station).count() == 3


def test_the_member_concerned_does_not_serve_nor_look_on(setting, poll, visit, actor, at):
    station = evening.set_up_station(poll, name="一号站", by=actor("worker"), at=at)
    named = {part: setting.accounts[key] for part, key in SERVES.items()}
    named["second"] = setting.accounts["mediator"]
    rule = refused(evening.name_tellers, station, named=named, by=actor("worker"), at=at)
    assert rule == "elections.serves_at_recall"
    for key in ("mediator", "tenant", "visitor"):
        answer = visit(key).get(page(setting, "stations", poll.pk))
        assert answer.status_code != 200, key
