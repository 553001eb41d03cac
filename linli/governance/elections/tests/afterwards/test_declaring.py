from datetime import timedelta

import pytest

from linli.core.access.models import Holding
from linli.core.clocks.queries import clocks_of
from linli.governance.elections.actions import declaring as acts, handing_over, seating
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.elections.models import Candidate, Membership
from linli.governance.elections.queries import outcomes
from linli.governance.elections.queries.counted import current_round
from linli.governance.elections.queries.sitting import committee_on
from linli.governance.elections.tests.afterwards.holding import hold_round, marks
from linli.lib.law import Refused
from linli.mechanisms.publication.queries import postings_of

pytestmark = pytest.mark.django_db

# Two for one director, two for one deputy, four for three members; thirty on the roll.
FULL = marks([1], [1], [1, 2, 3])
OTHER = marks([2], [2], [4])
# Two of the three members find a majority; one seat is left.
SHORT = [
    (marks([1], [1], [1, 2]), 11),
    (marks([1], [1], [1, 3]), 6),
    (marks([1], [1], [1, 4]), 4),
]


def rule_of(refused):
    return refused.value.finding.rule


@pytest.fixture
def declare(actor, run_by, at):
    def declared(election, **given):
        return acts.declare(election, by=actor(run_by), at=at, **given)

    return declared


def elected(election):
    return {(seat.office, seat.name) for seat in outcomes.members_from(election)}


def names(election, office, number=1):
    rows = Candidate.objects.filter(
        community=election.community, election=election, office__office=office, round=number
    )
    return [each.name for each in rows.order_by("position")]


def test_more_than_half_elect_and_their_terms_begin(held, declare, on):
    election = declare(held([(FULL, 12), (OTHER, 8)]))
    round_ = current_round(election)
    assert election.state == "declared"
    assert round_.valid
    assert elected(election) == {
        ("director", names(election, "director")[0]),
        ("deputy_director", names(election, "deputy_director")[0]),
        *(("committee_member", name) for name in names(election, "committee_member")[:3]),
    }
    assert all(seat.since == on for seat in committee_on(election.community, on))
    assert round_.outcome["left"] == 0


@pytest.mark.parametrize(("papers", "valid"), [(15, False), (16, True)])
def test_half_of_the_roll_is_not_enough(held, declare, papers, valid):
    election = declare(held([(FULL, papers)]))
    assert current_round(election).valid is valid
    assert bool(elected(election)) is valid


def test_the_mode_of_representatives_asks_for_more_than_two_thirds(held, declare):
    election = declare(held([(FULL, 20)], mode="representatives"))
    assert not current_round(election).valid


def test_what_was_declared_is_kept_with_every_step_and_posted(held, declare, visit, url):
    election = declare(held([(FULL, 12), (OTHER, 8)]))
    [found] = outcomes.all_declared(election)
    assert [step.rule for step in found.steps][:3] == [
        "elections.no_more_than_electors",
        "elections.no_more_than_issued",
        "elections.enough_took_part",
    ]
    notice = postings_of(found.round).get()
    assert len(notice.fields["elected"]) == 5
    page = visit().get(url("result", election_id=election.pk))
    assert page.status_code == 200
    assert names(election, "director")[0] in page.content.decode()
    data = visit().get(url("result_json", election_id=election.pk)).json()
    assert data["rounds"][0]["cast"] == 20
    assert "person" not in str(data)


def test_a_result_is_declared_once(held, declare):
    election = declare(held([(FULL, 20)]))
    with pytest.raises(Refused) as refused:
        declare(election)
    assert rule_of(refused) == "elections.declared_once"


def test_seats_left_go_to_a_further_vote_among_the_best_with_a_third(
    held, declare, actor, run_by, at, on
):
    """One seat is left; of the two with most votes the better takes it, with just a third."""
    election = declare(held(SHORT))
    assert current_round(election).outcome["left"] == 1
    [member] = [each for each in outcomes.seats_left(election).values() if each]
    assert member == 1
    election = acts.hold_again(election, day=on + timedelta(days=1), by=actor(run_by), at=at)
    assert election.state == "nominated"
    again = names(election, "committee_member", 2)
    assert again == names(election, "committee_member", 1)[2:]
    hold_round(
        election, 2, [(marks([1]), 7), (marks([2]), 6), (marks([]), 8)], at=at, on=on,
        seats={"committee_member": 1},
    )  # fmt: skip
    election.refresh_from_db()
    declare(election)
    last = current_round(election)
    assert last.outcome["runoff"]
    assert [line["name"] for line in last.outcome["elected"]] == [again[0]]


def test_in_a_further_vote_less_than_a_third_is_not_enough(held, declare, actor, run_by, at, on):
    election = declare(held(SHORT))
    acts.hold_again(election, day=on + timedelta(days=1), by=actor(run_by), at=at)
    hold_round(
        election, 2, [(marks([1]), 6), (marks([]), 15)], at=at, on=on,
        seats={"committee_member": 1},
    )  # fmt: skip
    election.refresh_from_db()
    declare(election)
    assert current_round(election).outcome["left"] == 1
    assert current_round(election).outcome["elected"] == []


def test_no_further_vote_where_every_seat_is_filled(held, declare, actor, run_by, at, on):
    election = declare(held([(FULL, 20)]))
    with pytest.raises(Refused) as refused:
        acts.hold_again(election, day=on, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.seats_are_open"


def test_a_vote_that_was_not_valid_is_held_again_as_a_whole(held, declare, actor, run_by, at, on):
    election = declare(held([(FULL, 15)]))
    acts.hold_again(election, day=on + timedelta(days=1), by=actor(run_by), at=at)
    assert names(election, "director", 2) == names(election, "director", 1)
    hold_round(election, 2, [(FULL, 16)], at=at, on=on)
    election.refresh_from_db()
    declare(election)
    assert not current_round(election).outcome["runoff"]
    assert len(elected(election)) == 5


def test_whoever_declines_on_the_spot_takes_no_seat(held, declare):
    election = held([(FULL, 20)])
    first = Candidate.objects.get(
        community=election.community, election=election, office__office="director", position=1
    )
    declare(election, declined=[first.pk])
    assert ("director", first.name) not in elected(election)
    assert current_round(election).outcome["left"] == 1


def test_a_name_written_in_sits_once_it_is_known_who_is_meant(
    held, declare, actor, run_by, at, residents
):
    election = held([(marks(["张另选"], [1], [1, 2, 3]), 20)])
    declare(election)
    [line] = outcomes.written_in(election)
    assert line["name"] == "张另选"
    [person] = residents(1)
    seating.seat_written_in(election, name="张另选", person=person, by=actor(run_by), at=at)
    assert outcomes.written_in(election) == []
    assert Membership.objects.get(community=election.community, office="director").person == person


def test_the_former_committee_leaves_and_the_handover_begins(
    setting, held, declare, actor, at, on, residents
):
    [former] = residents(1)
    seat = enter_member(
        setting.community, person=former, office="director", since=on - timedelta(days=1000),
        term_ends=on + timedelta(days=20), by=actor("director"), at=at,
    )  # fmt: skip
    election = declare(held([(FULL, 20)]))
    seat.refresh_from_db()
    assert (seat.until, seat.ended_for) == (on, "term")
    [clock] = clocks_of(election, "handover")
    assert clock.length == 10
    assert outcomes.handover_of(election)


def test_too_few_elected_leave_the_former_committee_in_place(
    setting, held, declare, actor, at, on, residents
):
    [former] = residents(1)
    seat = enter_member(
        setting.community, person=former, office="director", since=on - timedelta(days=1000),
        term_ends=on + timedelta(days=20), by=actor("director"), at=at,
    )  # fmt: skip
    election = declare(held([(marks([1], [1], [1]), 20)]))
    seat.refresh_from_db()
    assert seat.until is None
    assert not clocks_of(election, "handover")


def test_the_elected_get_their_post_or_a_slip_for_it(setting, held, declare, actor, run_by, at):
    election = held([(FULL, 20)])
    first = Candidate.objects.get(
        community=election.community, election=election, office__office="director", position=1
    )
    account = setting.accounts["tenant"]
    account.person = first.person
    account.save()
    declare(election)
    assert Holding.objects.filter(account=account, post="director", until=None).exists()
    slips = seating.invite_elected(election, by=actor(run_by), at=at)
    assert len(slips) == 4
    assert {slip.post for _seat, slip, _code in slips} == {"deputy_director", "committee_member"}


@pytest.fixture
def handing(held, declare):
    return declare(held([(FULL, 20)]))


def test_each_thing_is_given_by_one_and_taken_by_another(handing, setting, actor, run_by, at, on):
    item = outcomes.handover_of(handing)[0]
    with pytest.raises(Refused) as refused:
        handing_over.take_item(item, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.given_before_taken"
    handing_over.give_item(item, amount="2 枚", by=actor(run_by), at=at)
    with pytest.raises(Refused) as refused:
        handing_over.take_item(item, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.two_sides"
    incoming = setting.accounts["tenant"]
    incoming.person_id = outcomes.members_from(handing)[0].person_id
    incoming.save()
    handing_over.take_item(item, by=actor("tenant"), at=at)
    with pytest.raises(Refused):
        handing_over.give_item(
            outcomes.handover_of(handing)[1],
            by=actor("tenant"), at=at,
        )  # fmt: skip


def test_what_is_missing_is_explained(handing, actor, run_by, at):
    item = outcomes.handover_of(handing)[0]
    with pytest.raises(Refused) as refused:
        handing_over.give_item(item, missing=True, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.missing_explained"


def finish(election, actor, run_by, at):
    for item in outcomes.handover_of(election):
        item.given_at = item.taken_at = at
        item.save()
    return handing_over.complete_handover(election, watched=True, by=actor(run_by), at=at)


def test_the_handover_is_complete_when_all_is_ticked_and_the_street_was_there(
    handing, actor, run_by, at
):
    with pytest.raises(Refused) as refused:
        handing_over.complete_handover(handing, watched=True, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.all_handed_over"
    for item in outcomes.handover_of(handing):
        item.given_at = item.taken_at = at
        item.save()
    with pytest.raises(Refused) as refused:
        handing_over.complete_handover(handing, watched=False, by=actor(run_by), at=at)
    assert rule_of(refused) == "elections.handover_witnessed"
    handing_over.complete_handover(handing, watched=True, by=actor(run_by), at=at)
    [clock] = clocks_of(handing, "handover")
    assert clock.state == "met"


def test_the_file_is_whole_the_same_each_time_and_names_no_voter(
    handing, actor, run_by, at, visit, url
):
    from linli.core.files.filing import digest, pack
    from linli.governance.elections import filing

    finish(handing, actor, run_by, at)
    handing.refresh_from_db()
    before = digest(filing.file_of(handing))
    assert pack(filing.file_of(handing)) == pack(filing.file_of(handing))
    listed = {each.name for each in filing.file_of(handing)}
    assert {"03-roll.csv", "10-round-01-result.json", "12-handover.csv"} <= listed
    browser = visit(run_by)
    assert browser.get(url("file", election_id=handing.pk)).status_code == 200
    sent = {"seen": handing.version}
    assert browser.post(url("file", election_id=handing.pk), sent).status_code == 302
    handing.refresh_from_db()
    assert handing.state == "archived"
    assert digest(filing.file_of(handing)) == before
    zipped = visit("supervisor").get(url("file_zip", election_id=handing.pk))
    assert zipped["Content-Type"] == "application/zip"
    assert current_round(handing).poll.marks_forgotten_at is not None


def test_the_pages_at_the_desk(handing, visit, url, run_by):
    browser = visit(run_by)
    for name in (
        "outcome", "result_sheet", "certificates", "handover", "file", "complete_handover",
    ):  # fmt: skip
        assert browser.get(url(name, election_id=handing.pk)).status_code == 200, name
    item = outcomes.handover_of(handing)[0]
    given = url("give_item", election_id=handing.pk, item_id=item.pk)
    assert browser.get(given).status_code == 200
    assert browser.post(given, {"amount": "1"}).status_code == 302
    assert browser.post(url("invite_elected", election_id=handing.pk)).status_code == 200
    assert browser.post(url("report", election_id=handing.pk)).status_code == 302
    for key in ("tenant", "elder", "street", "outsider", "manager"):
        for name in ("outcome", "handover", "file", "file_zip"):
            assert visit(key).get(url(name, election_id=handing.pk)).status_code == 404, (key, name)


def test_declaring_through_the_page(held, visit, url, run_by):
    election = held([(FULL, 12), (OTHER, 8)])
    browser = visit(run_by)
    assert browser.get(url("outcome", election_id=election.pk)).status_code == 200
    page = browser.get(url("declare", election_id=election.pk))
    assert "finding-met" in page.content.decode()
    done = browser.post(url("declare", election_id=election.pk), {"seen": election.version})
    assert done.status_code == 302
    assert visit().get(url("result", election_id=election.pk)).status_code == 200


def test_a_further_vote_through_the_page(held, declare, visit, url, run_by, on):
    election = declare(held(SHORT))
    browser = visit(run_by)
    assert browser.get(url("hold_again", election_id=election.pk)).status_code == 200
    sent = {"seen": election.version, "day": (on + timedelta(days=2)).isoformat()}
    assert browser.post(url("hold_again", election_id=election.pk), sent).status_code == 302


def test_whoever_was_written_in_and_not_elected_is_named_to_nobody_outside(
    held, declare, visit, url
):
    """They never agreed to stand; and a name only one voter writes would tell who voted so."""
    signed = marks(["赵独写"], [1], [1, 2, 3])
    election = declare(held([(FULL, 19), (signed, 1)]))
    round_ = current_round(election)
    notice = postings_of(round_).get()
    assert "赵独写" not in str(notice.fields)
    assert {"office": "主任", "name": "另选他人（未当选）合计", "votes": 1} in notice.fields[
        "tally"
    ]
    for name in ("result", "result_json"):
        assert "赵独写" not in visit().get(url(name, election_id=election.pk)).content.decode()
    assert ["赵独写", 1] in round_.outcome["offices"][0]["tally"]  # the file keeps it
