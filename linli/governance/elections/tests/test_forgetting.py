"""What outlives an election says that something was done, and not by whom or for whose sake."""

import pytest

from linli.core.audit.models import Entry
from linli.governance.elections import actions, due
from linli.governance.elections.actions import recalling
from linli.governance.elections.models import CommitteeSeat, Nomination, Nominator
from linli.governance.elections.queries.elections import nominations_of
from linli.governance.elections.rules.kin import without_kin
from linli.governance.elections.tests.refusals import refused
from linli.lib.calendar import local_day

pytestmark = pytest.mark.django_db


def entry(name):
    return Entry.objects.filter(action=name).latest("at", "id")


def nominated_by(village, election, number=3):
    office = election.offices.get(office="director")
    lines = [village.elector(election, person) for person in village.people[4 : 4 + number]]
    row = actions.nominate(
        election, office=office, person=village.people[20], proposed_by="electors",
        first=lines[0], **village.by("worker"),
    )  # fmt: skip
    for line in lines[1:]:
        actions.join_nomination(election, nomination=row, elector=line, **village.by("worker"))
    return row


def test_the_book_says_that_an_elector_joined_and_not_which(village):
    """What the desk writes down for others stays the desk's; twice is refused all the same."""
    election = village.listed()
    row = nominated_by(village, election)
    assert entry("elections.join_nomination").account == village.setting.accounts["worker"].pk
    own = village.elector(election, village.person("tenant"))
    join = actions.join_nomination
    join(election, nomination=row, elector=own, **village.by("tenant"))
    told = Entry.objects.filter(action="elections.join_nomination", account__isnull=True).get()
    assert (told.post, told.about) == ("", None)
    assert told.at != village.at
    told = refused(join, election, nomination=row, elector=own, **village.by("tenant"))
    assert told == "elections.joined_once"
    actions.leave_nomination(election, nomination=row, elector=own, **village.by("tenant"))
    assert entry("elections.leave_nomination").account is None


def test_the_book_does_not_name_who_asks_for_a_recall_or_signs_it(village):
    from linli.governance.elections.tests.test_what_is_asked import sits

    seat = sits(village, village.people[0])
    recall = recalling.ask_recall(seat, reasons="不尽职", base="electors", **village.by("elder"))
    recalling.sign_recall(recall, **village.by("tenant"))
    told = refused(recalling.sign_recall, recall, **village.by("tenant"))
    assert told == "elections.signs_once"
    recalling.unsign_recall(recall, **village.by("tenant"))
    recalling.sign_recall(recall, person=village.people[5], **village.by("worker"))
    assert entry("elections.ask_recall").account is None
    accounts = Entry.objects.filter(action="elections.sign_recall").values_list(
        "account", flat=True
    )
    assert set(accounts) == {None, village.setting.accounts["worker"].pk}
    recalling.withdraw_recall(recall, **village.by("elder"))
    assert entry("elections.withdraw_recall").account is None


def over(election, state="archived"):
    election.state = state
    election.save(update_fields=["state"])


def test_who_joined_is_destroyed_when_the_election_is_over_and_how_many_stays(village):
    election = village.listed()
    row = nominated_by(village, election)
    over(election)
    assert due.run(village.at) == 1
    assert not Nominator.objects.filter(community=village.community).exists()
    kept = Nomination.objects.get(community=village.community, pk=row.pk)
    assert (kept.joined_then, nominations_of(election).get(pk=row.pk).joined) == (3, 3)
    assert due.run(village.at) == 0


def test_what_told_of_kinship_is_neutral_once_it_is_forgotten(village):
    election = village.listed()
    member = election.committee.get(community=village.community, place=2)
    actions.declare_kinship(
        election, one=member.person, other=village.people[20], relation="sibling",
        **village.by("elder"),
    )  # fmt: skip
    row = actions.nominate(
        election, office=election.offices.get(office="director"), person=village.people[20],
        proposed_by="party", **village.by("worker"),
    )  # fmt: skip
    actions.answer_nomination(row, accepts=True, **village.by("worker"))
    member.refresh_from_db()
    assert member.left_for == "kin_nominated"
    over(election)
    assert due.run(village.at) == 1
    left = CommitteeSeat.objects.get(community=village.community, pk=member.pk)
    assert (left.left_for, left.left_on) == ("other", local_day(village.at))


def test_a_kept_outcome_no_longer_says_who_gave_way_to_whom():
    step = {
        "rule": "elections.elected_without_kin",
        "holds": False,
        "cites": ["rcl2025.8", "civil_code.1045"],
        "numbers": {"pairs": 1, "leaving": ["试一"], "tied": [], "settled": True},
    }
    other = {"rule": "elections.has_woman", "holds": True, "cites": [], "numbers": {"women": 1}}
    kept = without_kin({"valid": True, "steps": [step, other]})
    assert kept["steps"][0] == {
        "rule": "elections.kin_looked_at", "holds": True, "numbers": {},
        "cites": ["rcl2025.8", "civil_code.1045"],
    }  # fmt: skip
    assert kept["steps"][1] == other
    assert without_kin({}) == {}
