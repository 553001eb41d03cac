from datetime import date

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.models import Entry
from linli.core.clocks.models import ClockPause, Holder
from linli.core.clocks.queries import clocks_of
from linli.core.clocks.tests.cast import at
from linli.core.clocks.tests.together import shared_database, together
from linli.core.pages.sentences import sentence
from linli.lib.law import Finding, Refused
from linli.mechanisms.flow.queries import moves_open, posts_that_may, timeline
from linli.mechanisms.flow.tests.parcels import PARCEL, Parcel, ParcelStep, move_parcel

pytestmark = pytest.mark.django_db


def _move(parcel, move, by, moment=None, **more):
    return move_parcel(parcel, by=by, at=moment or at(11, 3), move=move, **more)


def _again(parcel):
    return Parcel.objects.get(community=parcel.community_id, pk=parcel.pk)


def _refusal(parcel, move, by, **more):
    with pytest.raises(Refused) as caught:
        _move(parcel, move, by, **more)
    return caught.value.finding


def test_opening_a_case_saves_it_tells_the_first_step_and_starts_its_clocks(parcel, resident):
    kept = _again(parcel)
    assert (kept.state, kept.version, kept.state_since) == ("filed", 1, at(11, 2))
    (step,) = kept.steps.all()
    assert (step.move, step.from_state, step.to_state, step.account_id) == (
        "file",
        "",
        "filed",
        resident.account,
    )
    days = {clock.name: clock.last_day for clock in clocks_of(kept)}
    # Three working days as the flow says; twenty as the law of the day says.
    assert days == {"promise": date(2026, 11, 5), "limit": date(2026, 11, 30)}
    assert {clock.rule for clock in clocks_of(kept)} == {"", "gov_info.answered_within"}


def test_a_move_changes_the_state_and_is_told_and_entered_in_the_book(parcel, worker):
    _move(parcel, "accept", worker)
    kept = _again(parcel)
    assert (kept.state, kept.version, kept.state_since) == ("open", 2, at(11, 3))
    assert (parcel.state, parcel.version) == ("open", 2)
    entry = Entry.objects.get(action="parcels.move")
    assert entry.note == {"move": "accept", "from_state": "filed", "to_state": "open"}
    assert kept.steps.last().post == "worker"


def test_a_move_that_stays_does_not_touch_how_long_the_state_has_lasted(parcel, worker):
    _move(parcel, "accept", worker)
    _move(parcel, "note", worker, at(11, 4), reason="已电话联系电工")
    kept = _again(parcel)
    assert (kept.state, kept.state_since, kept.version) == ("open", at(11, 3), 3)


def test_a_move_that_does_not_start_here_is_refused_naming_the_state_and_who(parcel, worker):
    finding = _refusal(parcel, "answer", worker)
    assert finding.rule == "flow.move_open"
    told = sentence(finding)
    assert told.text == "现在是“已登记”，不能“办结”。这一步由社区工作者、居委会主任办理。"
    assert told.way_on == "现在可以办的是：受理、不予受理。"
    assert _again(parcel).state == "filed"


def test_a_move_that_is_not_theirs_is_refused_naming_whose_it_is(parcel, resident):
    finding = _refusal(parcel, "accept", resident)
    assert finding.rule == "flow.move_theirs"
    assert "社区工作者" in sentence(finding).text


def test_what_a_move_asks_for_must_be_given(parcel, worker):
    finding = _refusal(parcel, "refuse", worker, reason=" ")
    assert sentence(finding).text == "“不予受理”还缺：原因。"
    _move(parcel, "refuse", worker, reason="不属于本社区")
    assert _again(parcel).steps.last().reason == "不属于本社区"


def test_the_domains_own_conditions_bear_on_a_move(parcel, worker):
    unmet = Finding(False, "clocks.reasoned")
    assert _refusal(parcel, "accept", worker, conditions=[unmet]) is unmet
    _move(parcel, "accept", worker, conditions=[Finding(True, "clocks.reasoned")])


def test_clocks_pause_with_the_reason_resume_and_are_settled(parcel, worker, resident):
    _move(parcel, "accept", worker)
    _move(parcel, "ask", worker, at(11, 4), reason="请补一张照片")
    states = {clock.name: clock.state for clock in clocks_of(parcel)}
    assert states == {"promise": "paused", "limit": "running"}
    assert ClockPause.objects.get(community=parcel.community_id).reason == "请补一张照片"
    _move(parcel, "reply", resident, at(11, 10))
    _move(parcel, "answer", worker, at(11, 11))
    assert {clock.state for clock in clocks_of(parcel)} == {"met"}
    _move(parcel, "reopen", resident, at(11, 12))
    assert [clock.name for clock in clocks_of(parcel) if clock.is_open] == ["promise", "limit"]


def test_a_clock_is_prolonged_by_a_move_that_asks_by_how_much_and_why(parcel, worker):
    _move(parcel, "accept", worker)
    _move(parcel, "prolong", worker, at(11, 4), reason="要等住建部门鉴定", longer_by=10)
    limit = next(clock for clock in clocks_of(parcel) if clock.name == "limit")
    assert limit.extended_by == 10
    assert limit.last_day == date(2026, 12, 14)
    assert _again(parcel).steps.last().given == {"longer_by": 10}


def test_the_clocks_follow_whoever_must_act_next(parcel, worker):
    assert {clock.holder for clock in clocks_of(parcel)} == {Holder(post="worker")}
    parcel.keeper = worker.account
    parcel.save(update_fields=["keeper"])
    _move(parcel, "accept", worker)
    assert {clock.holder for clock in clocks_of(parcel)} == {Holder(account=worker.account)}


def test_a_form_drawn_before_somebody_acted_is_refused_telling_who_did_what_when(
    parcel, worker, colleague
):
    seen = parcel.version
    _move(parcel, "accept", worker)
    finding = _refusal(_again(parcel), "accept", colleague, seen=seen)
    assert finding.rule == "flow.fresh"
    assert finding.numbers["who"] == "社区工作者 王丽"
    assert finding.numbers["did"] == "受理"
    assert finding.numbers["at"] == at(11, 3)
    assert "社区工作者 王丽" in sentence(finding).text


def test_a_row_loaded_before_somebody_acted_is_refused_even_where_the_move_is_still_legal(
    parcel, worker, colleague
):
    _move(parcel, "accept", worker)
    stale = _again(parcel)
    _move(parcel, "note", worker, at(11, 4), reason="已电话联系电工")
    assert _refusal(stale, "answer", colleague).rule == "flow.fresh"
    assert _again(parcel).state == "open"


def test_the_buttons_are_those_that_start_here_with_the_reason_for_the_withheld(
    parcel, worker, resident
):
    shown = {offer.title: offer.open for offer in moves_open(PARCEL, parcel, worker)}
    assert shown == {"受理": True, "不予受理": True}
    withheld = moves_open(PARCEL, parcel, resident)
    assert [offer.open for offer in withheld] == [False, False]
    assert {offer.finding.rule for offer in withheld} == {"flow.move_theirs"}
    unmet = Finding(False, "clocks.reasoned")
    offers = moves_open(PARCEL, parcel, worker, {"accept": unmet})
    assert offers[0].finding is unmet
    assert offers[1].open


def test_everybody_reads_the_public_steps_without_names_and_staff_read_all(
    parcel, worker, resident
):
    _move(parcel, "accept", worker, public_note="已安排电工")
    _move(parcel, "ask", worker, at(11, 4), reason="请补一张照片")
    _move(parcel, "reply", resident, at(11, 10))
    public = timeline(PARCEL, parcel, public=True)
    assert [(entry.what, entry.who, entry.note) for entry in public] == [
        ("登记", "居民", ""),
        ("已受理", "社区工作者", "已安排电工"),
        ("补充", "居民", ""),
    ]
    full = timeline(PARCEL, parcel, public=False)
    assert [(entry.what, entry.who, entry.note) for entry in full] == [
        ("登记", "居民", ""),
        ("已受理", "社区工作者 王丽", "已安排电工"),
        ("请补充", "社区工作者 王丽", "请补一张照片"),
        ("补充", "居民", ""),
    ]


def test_who_holds_a_permission_is_said_by_the_titles_of_posts():
    assert posts_that_may("parcels.work") == "社区工作者、居委会主任"
    assert posts_that_may("parcels.unheard_of") == "有权办理的人"


def test_the_database_itself_holds_the_states_and_one_step_a_version(parcel):
    rows = Parcel.objects.filter(community=parcel.community_id, pk=parcel.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(state="flying")
    step = parcel.steps.first()
    step.pk = None
    step.id = None
    with pytest.raises(IntegrityError), transaction.atomic():
        ParcelStep.objects.bulk_create(
            [
                ParcelStep(
                    community=parcel.community,
                    case=parcel,
                    version=1,
                    move="file",
                    to_state="filed",
                    at=at(11, 2),
                )
            ]
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_who_take_the_same_move_at_once_one_is_told_of_the_other(
    parcel, worker, colleague, tmp_path
):
    people = {"王丽": worker, "李强": colleague}

    def take(actor):
        # Both loaded the same page before either acted.
        row = _again(parcel)
        row.state, row.version = "filed", 1
        return lambda: _move(row, "accept", actor)

    with shared_database(tmp_path):
        results = together([take(actor) for actor in people.values()])
        kept = _again(parcel)
        steps = kept.steps.filter(move="accept").select_related("account")
        (winner,) = [step.account.label for step in steps]
        entries = Entry.objects.filter(action="parcels.move").count()
    refused = [result for result in results if isinstance(result, Refused)]
    done = [result for result in results if isinstance(result, Parcel)]
    assert (len(done), len(refused)) == (1, 1)
    assert refused[0].finding.rule == "flow.fresh"
    assert refused[0].finding.numbers["who"] == f"社区工作者 {winner}"
    assert (kept.state, kept.version, entries) == ("open", 2, 1)


@pytest.mark.django_db(transaction=True)
def test_ten_workers_at_once_leave_one_answer_and_one_set_of_settled_clocks(
    parcel, worker, tmp_path
):
    _move(parcel, "accept", worker)
    with shared_database(tmp_path):
        rows = [_again(parcel) for _ in range(10)]
        results = together(
            [lambda row=row: _move(row, "answer", worker, at(11, 4)) for row in rows]
        )
        kept = _again(parcel)
        states = {clock.state for clock in clocks_of(kept)}
        steps = kept.steps.count()
    assert sum(isinstance(result, Parcel) for result in results) == 1
    assert {type(result) for result in results} == {Parcel, Refused}
    assert (kept.state, steps, states) == ("done", 3, {"met"})
