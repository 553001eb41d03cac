from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.governance.elections.actions import recall_votes as votes, recalling as acts
from linli.governance.elections.models import Membership, RecallSignature
from linli.governance.elections.tests.afterwards.counting import AGAINST, FOR, hold
from linli.lib.law import Refused
from linli.mechanisms.ballot.models import Mark
from linli.mechanisms.publication.queries import postings_of

pytestmark = pytest.mark.django_db

WHY = "三次不参加会议，收了押金不开收据。"


def rule_of(refused):
    return refused.value.finding.rule


@pytest.fixture
def ask(seat, actor, at):
    def asked(key="elder", base="electors", **more):
        return acts.ask_recall(seat, reasons=WHY, base=base, by=actor(key), at=at, **more)

    return asked


@pytest.fixture
def step(actor, at):
    """Takes a step as one of the cast."""

    def taken(act, recall, key="supervisor", when=None, **given):
        return act(recall, by=actor(key), at=when or at, **given)

    return taken


@pytest.fixture
def accepted(ask, step):
    """A demand that one of ten has signed."""
    recall = step(acts.submit_recall, ask(), "elder")
    return step(
        acts.accept_recall, recall, base_count=10, base_source="居民名册", public_reasons=WHY
    )


@pytest.fixture
def open_vote(accepted, step, on, residents):
    """The vote under way; there are as many electors as the roll of the registers has."""

    def opened(more=0):
        residents(more)
        step(votes.put_to_vote, accepted, day=on, offered=True)
        step(votes.open_recall_poll, accepted)
        return accepted

    return opened


def test_whoever_asks_signs_first_and_only_residents_of_age_sign(ask, step, residents, at, on):
    recall = ask()
    assert recall.state == "collecting"
    assert RecallSignature.objects.filter(community=recall.community, recall=recall).count() == 1
    [child] = residents(1, born=on - timedelta(days=17 * 365))
    with pytest.raises(Refused) as refused:
        step(acts.sign_recall, recall, "worker", person=child)
    assert rule_of(refused) == "elections.may_sign_as_electors"
    step(acts.sign_recall, recall, "tenant")
    with pytest.raises(Refused) as refused:
        step(acts.sign_recall, recall, "tenant")
    assert rule_of(refused) == "elections.signs_once"


def test_a_signature_taken_back_does_not_count_and_can_be_given_again(ask, step):
    recall = ask()
    step(acts.sign_recall, recall, "tenant")
    step(acts.unsign_recall, recall, "tenant")
    assert acts.asked.signatures_of(recall).count() == 1
    step(acts.sign_recall, recall, "tenant")
    assert acts.asked.signatures_of(recall).count() == 2


def test_only_representatives_sign_where_representatives_do(ask, step):
    with pytest.raises(Refused) as refused:
        ask("elder", base="representatives")
    assert rule_of(refused) == "elections.may_sign_as_representatives"
    assert ask("representative", base="representatives").base == "representatives"


def test_one_demand_at_a_time_against_a_member(ask):
    ask()
    with pytest.raises(Refused) as refused:
        ask("tenant")
    assert rule_of(refused) == "elections.one_recall_at_a_time"


def test_a_demand_without_a_reason_is_none(seat, actor, at):
    with pytest.raises(Refused) as refused:
        acts.ask_recall(seat, reasons="  ", base="electors", by=actor("elder"), at=at)
    assert rule_of(refused) == "elections.recall_reasoned"


@pytest.mark.parametrize(("base", "enough"), [(10, True), (11, False)])
def test_one_tenth_is_enough_and_less_is_not(ask, step, base, enough):
    """And with enough signatures nobody may turn the demand away, without them nobody accept it."""
    recall = step(acts.submit_recall, ask(), "elder")
    given = {"base_count": base, "base_source": "居民名册"}
    if enough:
        with pytest.raises(Refused) as refused:
            step(acts.refuse_recall, recall, reason="不成立", **given)
        assert rule_of(refused) == "elections.recall_must_be_accepted"
        recall.refresh_from_db()
        step(acts.accept_recall, recall, public_reasons=WHY, **given)
        assert recall.state == "accepted"
    else:
        with pytest.raises(Refused) as refused:
            step(acts.accept_recall, recall, public_reasons=WHY, **given)
        assert rule_of(refused) == "elections.recall_petitioned"
        recall.refresh_from_db()
        step(acts.refuse_recall, recall, reason="联名不够", **given)
        assert recall.state == "refused"


def test_nobody_signs_after_the_demand_was_handed_in(ask, step):
    recall = step(acts.submit_recall, ask(), "elder")
    for act in (acts.sign_recall, acts.unsign_recall):
        with pytest.raises(Refused) as refused:
            step(act, recall, "tenant")
        assert rule_of(refused) == "elections.recall_collecting"


def test_a_resident_signs_for_nobody_else(ask, step, residents):
    recall = ask()
    [other] = residents(1)
    with pytest.raises(Refused) as refused:
        step(acts.sign_recall, recall, "tenant", person=other)
    assert rule_of(refused) == "access.permitted"


def test_whoever_is_asked_to_leave_has_no_part_in_the_vote(open_vote, setting, actor):
    from linli.core.audit.door import may

    recall = open_vote()
    account = setting.accounts["director"]
    assert acts.asked.serves_at_recall(recall.poll, account)
    account.person_id = recall.membership.person_id
    account.save()
    assert not acts.asked.serves_at_recall(recall.poll, account)
    for permission in ("elections.judge_recall", "elections.help_recall_vote"):
        assert not may(permission, actor("director"), recall.poll)
        assert may("elections.judge_recall", actor("worker"), recall.poll)


def test_nobody_judges_a_demand_against_themselves(setting, actor, at, on, ask):
    """The director sits on the committee and is asked to leave."""
    from linli.governance.elections.actions.sitting import enter_member

    director = setting.accounts["director"]
    director.person = setting.accounts["representative"].person
    director.save()
    seat = enter_member(
        setting.community, person=director.person, office="director",
        since=on - timedelta(days=9), term_ends=on + timedelta(days=9),
        by=actor("worker"), at=at,
    )  # fmt: skip
    recall = acts.ask_recall(seat, reasons=WHY, base="electors", by=actor("elder"), at=at)
    acts.submit_recall(recall, by=actor("elder"), at=at)
    given = {"base_count": 10, "base_source": "名册", "public_reasons": WHY}
    with pytest.raises(Refused) as refused:
        acts.accept_recall(recall, by=actor("director"), at=at, **given)
    assert rule_of(refused) == "access.permitted"
    acts.accept_recall(recall, by=actor("worker"), at=at, **given)


def test_the_answer_is_posted_beside_the_reasons(accepted, step):
    step(acts.defend, accepted, "worker", text="押金都有登记。")
    notice = postings_of(accepted).get()
    assert notice.fields["reasons"] == WHY
    assert notice.fields["defence"] == "押金都有登记。"


def test_no_vote_before_the_member_could_answer(accepted, step, on):
    with pytest.raises(Refused) as refused:
        step(votes.put_to_vote, accepted, day=on, offered=False)
    assert rule_of(refused) == "elections.defence_offered"


def test_the_vote_does_not_begin_before_the_day_that_was_posted(accepted, step, on):
    step(votes.put_to_vote, accepted, day=on + timedelta(days=1), offered=True)
    with pytest.raises(Refused) as refused:
        step(votes.open_recall_poll, accepted)
    assert rule_of(refused) == "elections.not_before_its_day"


@pytest.mark.parametrize(
    ("yes", "no", "carried"),
    [(6, 5, True), (5, 5, False), (6, 4, True), (5, 0, False)],
)
def test_more_than_half_must_vote_and_more_than_half_of_them_agree(
    open_vote, step, at, yes, no, carried
):
    """With fifteen on the roll: eight papers are enough, five are not; six of eleven carry it."""
    recall = open_vote(12)
    assert recall.electorate.size == 15
    hold(recall.poll, at, [(FOR, yes), *([(AGAINST, no)] if no else [])])
    step(votes.declare_recall, recall)
    assert recall.state == ("carried" if carried else "failed")
    seat = Membership.objects.get(community=recall.community, pk=recall.membership_id)
    assert (seat.ended_for == "recalled") is carried
    assert postings_of(recall).get().fields["yes"] == yes


def test_nothing_is_declared_before_every_station_is_counted(open_vote, step, at):
    from linli.core.audit.actor import Actor
    from linli.core.audit.door import Act
    from linli.mechanisms.ballot import actions as ballot

    recall = open_vote()
    with pytest.raises(Refused):
        step(votes.declare_recall, recall)
    act = Act("test", Actor(), at, recall)
    station = ballot.add_station(act, recall.poll, name="一站")
    station.poll = recall.poll
    ballot.open_station(act, station)
    ballot.close_station(act, station)
    step(votes.close_recall_poll, recall)
    with pytest.raises(Refused) as refused:
        step(votes.declare_recall, recall)
    assert rule_of(refused) == "elections.counted_in_full"


def test_after_the_result_no_list_tells_who_had_a_paper(open_vote, step, at):
    recall = open_vote(10)
    hold(recall.poll, at, [(FOR, 9)])
    assert Mark.objects.filter(community=recall.community, poll=recall.poll).count() == 9
    step(votes.declare_recall, recall)
    assert not Mark.objects.filter(community=recall.community, poll=recall.poll).exists()
    recall.poll.refresh_from_db()
    assert recall.poll.marked == 9


def test_who_signed_reaches_nobody_but_those_who_check_and_they_are_written_down(
    ask, step, visit, url, setting
):
    recall = ask()
    name = setting.accounts["elder"].person.name
    for key in ("visitor", "outsider", "street", "tenant", "worker", "representative"):
        page = visit(key).get(url("recall", recall_id=recall.pk))
        assert name not in page.content.decode(), key
    for page in ("desk_recall", "desk_recalls", "signatures"):
        parts = {} if page == "desk_recalls" else {"recall_id": recall.pk}
        assert name not in visit("supervisor").get(url(page, **parts)).content.decode(), page
    opened = visit("supervisor").post(url("signatures", recall_id=recall.pk))
    assert name in opened.content.decode()
    assert Entry.objects.filter(action="elections.open_signatures", subject=recall.pk).count() == 1
    assert visit("tenant").post(url("signatures", recall_id=recall.pk)).status_code == 404


def test_a_demand_that_still_collects_is_known_to_residents_only(ask, visit, url, setting):
    recall = ask()
    page = url("recall", recall_id=recall.pk)
    assert visit("tenant").get(page).status_code == 200
    for key in ("visitor", "outsider", "street", "manager"):
        assert visit(key).get(page).status_code == 404, key


def test_the_whole_way_through_the_pages(visit, url, seat, setting, on, at, residents):
    elder, tenant, supervisor = visit("elder"), visit("tenant"), visit("supervisor")
    asked = elder.post(
        url("ask_recall", membership_id=seat.pk),
        {"reasons": WHY, "base": "electors", "once": str(uuid4())},
    )
    page = asked["Location"]
    recall = seat.recalls.get()
    assert tenant.post(url("sign_recall", recall_id=recall.pk)).status_code == 302
    assert "2" in tenant.get(page).content.decode()
    assert elder.post(url("submit_recall", recall_id=recall.pk)).status_code == 302
    recall.refresh_from_db()
    step = url("recall_step", recall_id=recall.pk, step="accept")
    assert supervisor.get(step).status_code == 200
    sent = {
        "seen": recall.version, "base_count": 20, "base_source": "名册", "mode": "electors",
        "public_reasons": WHY,
    }  # fmt: skip
    assert supervisor.post(step, sent).status_code == 302
    assert WHY in visit().get(page).content.decode()
    recall.refresh_from_db()
    vote = url("recall_step", recall_id=recall.pk, step="put_to_vote")
    given = {"seen": recall.version, "day": on.isoformat(), "offered": "on"}
    assert supervisor.post(vote, given).status_code == 302
    assert supervisor.post(url("recall_poll", recall_id=recall.pk, step="open")).status_code == 302
    recall.refresh_from_db()
    hold(recall.poll, timezone.now(), [(FOR, 3)])
    declare = url("recall_step", recall_id=recall.pk, step="declare")
    assert supervisor.get(declare).status_code == 200
    recall.refresh_from_db()
    assert supervisor.post(declare, {"seen": recall.version}).status_code == 302
    recall.refresh_from_db()
    assert recall.state == "carried"
    assert visit().get(page).status_code == 200
    for address in ("recalls", "recalls_json", "members", "desk_recalls"):
        key = "worker" if address.startswith("desk") else "visitor"
        assert visit(key).get(url(address)).status_code == 200, address
