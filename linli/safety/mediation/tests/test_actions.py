"""A quarrel from the window to the file, and every way it may stop."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404

from linli.core.audit.models import ClosedEntry, Entry
from linli.core.audit.queries import closed_entries_about
from linli.core.clocks.models import Clock
from linli.core.links.models import Link
from linli.core.messages.models import Message
from linli.lib.law import Refused
from linli.safety.mediation import actions, due
from linli.safety.mediation.actions import Happened, PartyGiven, Quarrel
from linli.safety.mediation.models import Party, Record
from linli.safety.mediation.queries import cases as queries
from linli.safety.mediation.queries.papers import check_of, may_be_filed, whole as file_whole
from linli.safety.mediation.tests.conftest import fresh

pytestmark = pytest.mark.django_db


def clocks(case):
    rows = Clock.objects.filter(community=case.community_id, owner=case.pk)
    return {clock.name: clock for clock in rows}


def refused(act, *args, **given):
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.finding.rule


def told(key, setting):
    account = setting.accounts[key].pk
    return Message.objects.filter(community=setting.community, account=account)


def test_the_whole_of_it_from_the_window_to_the_file(whole, setting, actor, at, on):
    case, by = whole(), actor("mediator")
    assert case.state == "in_force"
    assert case.agreement.in_force_on == on
    running = clocks(case)
    assert running["mediation_taken_up"].state == running["mediation_usual"].state == "met"
    assert running["mediation_confirm"].last_day == case.agreement.confirm_until
    assert running["mediation_visit"].last_day == on + timedelta(days=30)
    assert all(clock.closed and clock.private for clock in running.values())
    assert {clock.holder_account_id for clock in running.values()} >= {by.account}
    assert may_be_filed(case)
    assert [one.numbers["number"] for one in check_of(case) if not one] == [13]
    actions.write_record(
        case, happened=Happened("visit", at, text="已修好", result="done"), by=by, at=at
    )
    assert clocks(case)["mediation_visit"].state == "met"
    [point] = case.agreement.points.filter(community=case.community_id)
    assert refused(actions.perform, case, by=by, at=at) == "mediation.all_done"
    actions.note_point(case, point=point, state="done", on=on, by=by, at=at)
    actions.perform(case, by=by, at=at)
    actions.close_file(case, by=by, at=at)
    case = fresh(case)
    assert (case.state, case.ended_on, case.filed_on) == ("performed", on, on)
    assert clocks(case)["mediation_confirm"].state == "dropped"
    assert file_whole(case)
    assert not Entry.objects.filter(action__startswith="mediation.").exclude(
        action__in=("mediation.enter_term", "mediation.screen")
    )
    assert ClosedEntry.objects.filter(subject=case.pk).count() >= 5


@pytest.mark.parametrize("stage", ["registered", "taken", "talking", "held"])
@pytest.mark.parametrize("key", ["elder", "tenant"])
def test_a_clear_refusal_by_either_side_stops_it_at_any_time(request, stage, key, actor, at, on):
    case = fresh(request.getfixturevalue(stage)())
    side = next(side for side in case.sides if side.person_id == actor(key).person)
    actions.refuse(case, party=side, by=actor(key), at=at)
    case = fresh(case)
    assert (case.state, case.ended_on) == ("refused", on)
    assert {"court", "arbitration"} <= set(case.routes)
    assert all(clock.settled_at for clock in clocks(case).values())
    by = actor("mediator")
    assert refused(actions.refuse, case, party=side, by=actor(key), at=at) == "flow.move_open"
    assert refused(actions.begin, case, by=by, at=at)


def test_a_refusal_before_all_have_signed_stops_it_and_both_hear(
    held, agreement, actor, at, setting, django_capture_on_commit_callbacks
):
    case, by = held(), actor("mediator")
    actions.agree(case, agreed=agreement(case), by=by, at=at)
    case = fresh(case)
    with django_capture_on_commit_callbacks(execute=True):
        actions.refuse(case, party=case.sides[1], by=actor("elder"), at=at)
    for key in ("elder", "tenant", "mediator"):
        assert told(key, setting).exists()
    assert "漏水" not in str(list(told("elder", setting).values()))


@pytest.mark.parametrize(
    ("key", "state"), [("tenant", "withdrawn"), ("mediator", "withdrawn"), ("elder", "preparing")]
)
def test_only_who_asked_or_who_mediates_withdraws(key, state, taken, actor, at):
    case, by = taken(), actor(key)
    if state == "preparing":
        assert refused(actions.withdraw, case, by=by, at=at) == "mediation.withdrawn_by"
    else:
        actions.withdraw(case, by=by, at=at)
    assert fresh(case).state == state


def test_nobody_is_on_two_sides(setting, sides, taken, actor, at, person):
    twice = (sides[0], PartyGiven("other", "x", person=person("tenant")))
    given = {"quarrel": Quarrel("noise", "x"), "parties": twice, "by": actor("worker"), "at": at}
    assert refused(actions.register, setting.community, **given) == "mediation.one_side_each"
    case, by = taken(), actor("mediator")
    added = {"party": twice[1], "by": by, "at": at}
    assert refused(actions.add_party, case, **added) == "mediation.one_side_each"
    changed = {"party": case.sides[1], "given": twice[1], "by": by, "at": at}
    assert refused(actions.change_party, case, **changed) == "mediation.one_side_each"
    actions.change_party(case, party=case.sides[0], given=sides[0], by=by, at=at)


def test_after_it_is_in_force_nobody_refuses_it(in_force, actor, at):
    case = in_force()
    assert refused(actions.refuse, case, party=case.sides[1], by=actor("elder"), at=at)


def test_talks_wait_for_both_sides(taken, actor, at):
    case, by = taken(), actor("mediator")
    assert refused(actions.begin, case, by=by, at=at) == "mediation.all_willing"
    below, above = case.sides
    assert below.willing
    actions.tell_side(case, party=above, wants_open=True, by=actor("elder"), at=at)
    assert refused(actions.begin, case, by=by, at=at) == "mediation.rights_told"
    for side in case.sides:
        actions.tell_rights(case, party=side, by=by, at=at)
    assert refused(actions.begin, case, by=by, at=at) == "mediation.mediator_accepted"
    actions.tell_side(case, party=below, by=by, at=at)
    assert not case.openly  # one side alone does not open the door
    actions.begin(case, by=by, at=at)
    when = at + timedelta(days=1)
    fix = {"when": when, "where": "x", "with_others": True, "by": by, "at": at}
    assert refused(actions.fix_session, case, **fix) == "mediation.others_agreed"


def test_the_chair_gives_a_case_and_never_reads_it(term, registered, setting, actor, at, on):
    case = registered()
    chair, mediator = actor("second"), actor("mediator")
    place = setting.community
    assert [each.kind for each in queries.new_cases(chair, place, on)] == ["邻里"]
    assert queries.new_cases(mediator, place, on) == []
    case = queries.waiting_for(chair, place, case.pk, on)
    actions.note_look(case, "mediation.look_at_names", by=chair, at=at)
    actions.assign(case, mediator=setting.accounts["mediator"], by=chair, at=at)
    assert closed_entries_about(actor("tenant").person).count() == 1
    assert not closed_entries_about(actor("elder").person).exists()  # they were not heard yet
    for load in (queries.waiting_for, queries.case_for):
        extra = (on,) if load is queries.waiting_for else ()
        with pytest.raises(Http404):
            load(chair, place, case.pk, *extra)
    case = queries.waiting_for(mediator, place, case.pk, on)
    assert (
        refused(actions.take_on, case, apart=False, by=mediator, at=at) == "mediation.stands_apart"
    )
    actions.hand_back(case, why="一方是我表哥", by=mediator, at=at)
    case = queries.waiting_for(chair, place, case.pk, on)
    assert case.state == "received"
    actions.assign(case, mediator=setting.accounts["mediator"], by=chair, at=at)
    case = queries.waiting_for(mediator, place, case.pk, on)
    actions.take_on(case, apart=True, by=mediator, at=at)
    case = queries.case_for(mediator, place, case.pk)
    actions.note_look(case, "mediation.open_case", by=mediator, at=at)
    assert closed_entries_about(actor("elder").person).count() == 1
    actions.ask_another(fresh(case), by=actor("elder"), at=at)
    with pytest.raises(Http404):
        queries.case_for(mediator, place, case.pk)
    assert queries.waiting_for(chair, place, case.pk, on).state == "received"


def test_a_mediator_who_is_a_side_or_lives_with_one_cannot_take_it(
    registered, setting, actor, at, person, on
):
    case = fresh(registered())
    account = setting.accounts["mediator"]
    account.person = person("elder")
    account.save()
    by = actor("mediator")
    assert refused(actions.take_on, case, apart=True, by=by, at=at) == "mediation.stands_apart"
    assert queries.is_party(account, case)
    account.person = person("tenant")
    assert not queries.shares_home(account, [], on)


def test_a_part_that_is_missing_is_named_and_a_spoken_agreement_holds_at_once(
    held, agreement, actor, at, on
):
    case, by = held(), actor("mediator")
    lacking = agreement(case, issue=" ", limit="")
    with pytest.raises(Refused) as refusal:
        actions.agree(case, agreed=lacking, by=by, at=at)
    assert refusal.value.finding.numbers["missing"] == ("争议的事项", "履行期限")
    spoken = agreement(case, oral=True, issue="", limit="", reached_on=on - timedelta(days=3))
    made = actions.agree(case, agreed=spoken, by=by, at=at)
    assert fresh(case).state == "in_force"
    assert made.in_force_on == on - timedelta(days=3)
    assert made.confirm_until >= on + timedelta(days=27)


def test_a_court_is_asked_within_thirty_days_and_not_about_status(in_force, actor, at, on):
    case, by = in_force(), actor("mediator")
    late = {"outcome": "applied", "on": on, "by": by, "at": at}
    case.agreement.confirm_until = on - timedelta(days=1)
    assert refused(actions.confirm_in_court, case, **late) == "mediation.confirm_in_time"
    case = fresh(case)
    case.about_status = True
    assert refused(actions.confirm_in_court, case, **late) == "mediation.may_be_confirmed"
    case = fresh(case)
    actions.confirm_in_court(case, outcome="applied", on=on, court="示范区法院", by=by, at=at)
    assert clocks(case)["mediation_confirm"].state == "met"


def test_what_may_grow_is_told_to_the_police_at_once_with_the_moment(talking, actor, at):
    case, by = talking(), actor("mediator")
    record = actions.report_to_police(
        case, office="湖滨派出所", text="扬言动手", measure="请双方家人劝住", by=by, at=at
    )
    assert record.at == at
    kinds = Record.objects.filter(case=case, community=case.community_id).values_list("kind")
    assert {"police", "measure"} <= {kind for (kind,) in kinds}
    actions.hand_to_police(case, why="打起来了", by=by, at=at)
    assert fresh(case).state == "to_police"


@pytest.mark.parametrize(
    ("act", "given", "state"),
    [
        (actions.fail, {"why": "谈不拢"}, "failed"),
        (actions.break_off, {"why": "不修"}, "not_performed"),
        (actions.decline, {"bars": ["in_court"]}, "declined"),
    ],
)
def test_every_end_tells_the_other_routes(act, given, state, request, actor, at):
    stage = {"failed": "held", "not_performed": "in_force", "declined": "taken"}[state]
    case, by = request.getfixturevalue(stage)(), actor("mediator")
    assert refused(act, case, **given, routes=[], by=by, at=at) == "mediation.routes_told"
    act(case, **given, routes=["court"], by=by, at=at)
    assert (fresh(case).state, fresh(case).routes) == (state, ["court"])


def test_the_month_is_prolonged_only_where_all_agree_and_keeps_no_words(talking, actor, at):
    case, by = talking(), actor("mediator")
    before = clocks(case)["mediation_usual"].last_day
    given = {"longer_by": 15, "by": by, "at": at}
    assert refused(actions.extend, case, all_agree=False, **given) == "mediation.all_prolong"
    actions.extend(case, all_agree=True, **given)
    assert clocks(case)["mediation_usual"].last_day > before


def test_an_offer_asks_both_sides_and_a_hand_over_names_the_office(
    setting, sides, actor, at, registered
):
    quarrel = Quarrel("noise", "夜里唱歌", source="own_motion")
    by = actor("mediator")
    given = {"quarrel": quarrel, "parties": sides, "by": by, "at": at}
    assert refused(actions.offer, setting.community, apart=False, **given)
    case = actions.offer(setting.community, apart=True, **given)
    assert (case.state, case.source) == ("preparing", "own_motion")
    assert queries.case_for(by, setting.community, case.pk)
    with pytest.raises(Refused) as refusal:
        registered(source="police")
    assert refusal.value.finding.rule == "mediation.source_named"
    assert registered(source="police", source_office="湖滨派出所").source == "police"


def test_a_copy_of_a_card_wants_its_rule_and_a_file_is_not_closed_with_gaps(
    in_force, actor, at, on
):
    case, by = in_force(), actor("mediator")
    given = {"kind": "identity", "title": "身份证", "on": on, "by": by, "at": at}
    assert refused(actions.add_exhibit, case, **given) == "mediation.copy_asked_for"
    actions.add_exhibit(case, asked_by="某规定第5条", **given)
    assert refused(actions.close_file, case, by=by, at=at) == "mediation.file_whole"
    mark = {"paper": "visit", "signed_on": on, "by": by, "at": at}
    assert refused(actions.mark_paper, case, **mark) == "mediation.paper_there"


def test_without_a_mediator_nobody_is_promised_anything(setting, sides, actor, at, on):
    setting.accounts["mediator"].holdings.all().delete()
    given = {"quarrel": Quarrel("noise", "x"), "parties": sides, "by": actor("worker"), "at": at}
    assert refused(actions.register, setting.community, **given) == "mediation.somebody_mediates"


def test_when_its_term_is_over_a_case_forgets_who_quarrelled(whole, taken, actor, at):
    case = whole()
    by = actor("mediator")
    actions.break_off(case, why="不修", routes=["court"], by=by, at=at)
    stopped = taken()
    actions.refuse(stopped, party=stopped.sides[0], by=by, at=at)
    actions.note_look(stopped, "mediation.open_case", by=by, at=at)
    book = ClosedEntry.objects.filter(subject=stopped.pk)
    assert book.filter(about__isnull=False).count() >= 2
    ends = {"from_kind": "matters.Matter", "from_id": uuid4(), "to_kind": "mediation.Mediation"}
    Link.objects.create(
        community=stopped.community, relation="referred_to", to_id=stopped.pk, at=at, **ends
    )
    assert due.run(at + timedelta(days=300)) == 0
    assert due.run(at + timedelta(days=400)) == 1
    stopped = fresh(stopped)
    assert (stopped.facts, stopped.forgotten_at is None) == ("", False)
    assert book.exists()
    assert not book.filter(about__isnull=False).exists()
    assert not Link.objects.filter(community=stopped.community, to_id=stopped.pk).exists()
    assert fresh(case).facts
    assert due.run(at + timedelta(days=3700)) == 1
    parties = Party.objects.filter(case=case, community=case.community_id)
    assert {(party.name, party.person_id) for party in parties} == {("", None)}
    assert fresh(case).agreement.content == ""
    assert due.run(at + timedelta(days=3700)) == 0


def test_a_term_replaces_the_one_before_and_the_chair_mediates(setting, term, actor, at, on):
    given = {"members": 5, "women": 2, "chosen_on": on, "by": actor("director"), "at": at}
    wrong = setting.accounts["worker"]
    assert refused(actions.enter_term, setting.community, chair=wrong, **given)
    later = actions.enter_term(setting.community, chair=setting.accounts["mediator"], **given)
    term.refresh_from_db()
    assert term.until == on
    actions.say_listed(later, on=on, by=actor("mediator"), at=at)
    found = {"noise": 2, "pets": 0, "unknown": 4}
    row = actions.screen(setting.community, on=on, found=found, by=actor("mediator"), at=at)
    assert row.found == {"noise": 2}
    assert Entry.objects.filter(action="mediation.screen").count() == 1


def test_a_party_typed_in_is_found_in_the_roster_later(taken, actor, at, person):
    case, by = taken(), actor("mediator")
    given = PartyGiven("other", "物业公司", is_unit=True, represented_by="马强")
    added = actions.add_party(case, party=given, by=by, at=at)
    assert (added.label, added.order) == ("丙方", 3)
    agent = PartyGiven("other", "物业公司", agent_person=person("representative"), agent="李建国")
    actions.change_party(case, party=added, given=agent, by=by, at=at)
    assert queries.own_cases(actor("representative"), case.community)
