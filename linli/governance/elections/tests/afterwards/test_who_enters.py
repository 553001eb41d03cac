"""Who opens which page of the register, of recalls and of what follows an election."""

import pytest
from django.db import connection
from django.shortcuts import resolve_url
from django.test.utils import CaptureQueriesContext

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.governance.elections.actions import declaring, recalling
from linli.governance.elections.queries import outcomes
from linli.governance.elections.tests.afterwards.holding import marks
from linli.web.demo.cast import CAST

pytestmark = pytest.mark.django_db

EVERYBODY = ("visitor", *(role.key for role in CAST))
SEES, KEEPS, ENTERS = (
    {"director", "worker", "supervisor", "mediator"},
    {"director", "worker"},
    {"director", "worker", "supervisor", "mediator"},
)
PUBLIC = ["members", "members_json", "recalls", "recalls_json", "result", "result_json"]
AT_THE_DESK = {
    "register_of_members": SEES,
    "member": SEES,
    "enter_member": KEEPS,
    "end_term": KEEPS,
    "desk_ask_recall": ENTERS,
    "desk_recalls": SEES,
    "desk_recall": SEES,
    "sign_for": ENTERS,
    "signatures": {"director", "worker", "supervisor"},
    "outcome": SEES,
    "result_sheet": SEES,
    "certificates": SEES,
    "handover": SEES,
    "complete_handover": {"mediator"},
    "give_item": SEES,
    "file": SEES,
    "file_zip": SEES,
}
POSTED = {
    "report": {"mediator"},
    "invite_elected": {"mediator"},
    "take_item": SEES,
    "strike_item": {"mediator"},
}
RESIDENTS = {"elder", "representative", "supervisor", "tenant"}
OF_RESIDENTS = ["recall", "ask_recall"]


@pytest.fixture
def address(setting, url, held, actor, run_by, at, on, seat):
    """Any page's address, filled with what is really there. The mediator sits on the election
    committee; the recall still collects signatures; the director's account is the new one's."""
    recall = recalling.ask_recall(seat, reasons="不尽职", base="electors", by=actor("elder"), at=at)
    election = declaring.declare(held([(marks([1], [1], [1, 2, 3]), 20)]), by=actor(run_by), at=at)
    appoint(
        setting.community, account=setting.accounts["director"], post="director", since=on,
        by=the_operator(), at=at,
    )  # fmt: skip
    sitting = outcomes.members_from(election)[0]
    parts = {
        "election": {"election_id": election.pk},
        "member": {"membership_id": sitting.pk},
        "recall": {"recall_id": recall.pk},
        "item": {"election_id": election.pk, "item_id": outcomes.handover_of(election)[0].pk},
    }
    needed = {
        "member": "member", "end_term": "member", "desk_ask_recall": "member",
        "ask_recall": "member", "desk_recall": "recall", "sign_for": "recall",
        "signatures": "recall", "recall": "recall", "give_item": "item", "take_item": "item",
        "strike_item": "item",
    }  # fmt: skip
    of_election = {
        "result", "result_json", "outcome", "result_sheet", "certificates", "handover",
        "complete_handover", "file", "file_zip", "report", "invite_elected",
    }  # fmt: skip

    def filled(name):
        which = "election" if name in of_election else needed.get(name)
        return url(name, **(parts[which] if which else {}))

    return filled


def is_turned_away(response, key):
    way_in = response.status_code == 302 and response["Location"].startswith(
        resolve_url("account_login")
    )
    return response.status_code == 404 or (key == "visitor" and way_in)


@pytest.mark.parametrize("key", EVERYBODY)
def test_each_of_the_cast_opens_what_is_theirs_and_nothing_else(key, visit, address):
    browser, wrong = visit(key), []

    def knock(name, allowed, answer=200):
        response = browser.get(address(name))
        good = response.status_code == answer if allowed else is_turned_away(response, key)
        if not good:
            wrong.append(f"{name}: {response.status_code}")

    for name in PUBLIC:
        knock(name, True)
    for name, who in AT_THE_DESK.items():
        knock(name, key in who)
    for name, who in POSTED.items():
        knock(name, key in who, 405)
    knows = {"recall": RESIDENTS | SEES, "ask_recall": RESIDENTS}
    for name in OF_RESIDENTS:
        knock(name, key in knows[name])
    assert not wrong, "\n".join(wrong)


def test_the_pages_cost_the_same_however_many_there_are(visit, address, url, actor, at, on):
    browsers = {"visitor": visit(), "director": visit("director")}
    pages = [
        ("visitor", "members"), ("visitor", "recalls"), ("director", "register_of_members"),
        ("director", "desk_recalls"), ("director", "outcome"), ("director", "handover"),
    ]  # fmt: skip

    def counted():
        found = {}
        for who, name in pages:
            browsers[who].get(address(name))
            with CaptureQueriesContext(connection) as asked:
                browsers[who].get(address(name))
            found[name] = len(asked)
        return found

    few = counted()
    from linli.governance.elections.models import HandoverItem, Membership, Recall

    election = HandoverItem.objects.filter(community=actor("director").posts[0].community).first()
    one = Membership.objects.filter(community=election.community).first()
    for number in range(9):
        HandoverItem.objects.create(
            community=election.community, election=election.election, kind="other",
            what=f"第{number}件", position=100 + number,
        )  # fmt: skip
        Membership.objects.create(
            community=election.community, person=one.person, name="试", office="committee_member",
            since=on.replace(year=2000 + number), until=on.replace(year=2001 + number),
            ended_for="term",
        )  # fmt: skip
        Recall.objects.create(
            community=election.community, membership=one, reasons="试", asked_on=on,
            base="electors", mode="electors", state="failed", state_since=at, version=1,
        )  # fmt: skip
    assert counted() == few
