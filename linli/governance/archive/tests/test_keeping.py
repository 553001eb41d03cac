"""Lending, holding back, appraising, destroying: the content goes, the line stays."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_clock
from linli.core.clocks.queries import clocks_of
from linli.core.files import store
from linli.core.files.models import StoredFile
from linli.governance.archive import actions, due
from linli.governance.archive.actions.appraising import Verdict
from linli.governance.archive.models import Appraisal, CopyRequest, Item, Judgement
from linli.governance.archive.queries.appraisals import counts_of, judgements_of, present_at
from linli.governance.archive.queries.bars import bars_of
from linli.governance.archive.queries.holdings import hold_of
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

GROUP = [("李建国", "representative"), ("陈晓", "worker")]
WATCH = [("赵敏", "supervisor"), ("陈晓", "worker")]


@pytest.fixture
def listed(setting, past, actor, at):
    """A list of three items past their term."""
    return actions.open_appraisal(setting.community, by=actor("worker"), at=at)


@pytest.fixture
def judged(listed, actor, at, today):
    """Two to be destroyed, one to be kept ten years longer."""

    def judge(verdicts=None, present=GROUP, met_on=today, by="worker"):
        lines = judgements_of(listed)
        said = {line.pk: Verdict("destroy") for line in lines}
        said[lines[2].pk] = Verdict("extend", "short", "街道要用")
        said |= verdicts or {}
        return actions.judge(
            listed, verdicts=said, present=present, met_on=met_on, by=actor(by), at=at
        )

    return judge


@pytest.fixture
def carry(actor, at, django_capture_on_commit_callbacks):
    """Carries an approved list out, as the job does."""

    def out(appraisal, watching=WATCH):
        with django_capture_on_commit_callbacks(execute=True):
            actions.carry_out(appraisal, watching=watching, way="粉碎", by=actor("worker"), at=at)
        return Appraisal.objects.get(community=appraisal.community_id, pk=appraisal.pk)

    return out


def refusal_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.finding.rule


def test_an_original_goes_out_once_and_its_clock_ends_when_it_is_back(
    setting, file_paper, actor, at, today
):
    item = file_paper(shelf="一号柜")
    to, back = setting.accounts["director"], today + timedelta(days=10)

    def lend(day=back):
        return actions.lend(item, to=to, purpose="审计", due_on=day, by=actor("worker"), at=at)

    assert refusal_of(lambda: lend(today + timedelta(days=31))) == "archive.back_in_time"
    loan = lend()
    assert refusal_of(lend) == "archive.may_be_lent_lent"
    assert bars_of(item) == ("loan",)
    assert [clock.is_open for clock in clocks_of(loan)] == [True]
    actions.take_back(loan, condition="完好", by=actor("worker"), at=at)
    assert [clock.state for clock in clocks_of(loan)] == ["met"]
    assert bars_of(item) == ()


def test_a_list_is_judged_approved_and_carried_out_and_the_content_is_gone(
    setting, past, judged, carry, actor, at, reread, today
):
    kept = [store.path_of(file.stored_name) for file in StoredFile.objects.filter(
        community=setting.community)]  # fmt: skip
    appraisal = judged()
    assert (
        refusal_of(lambda: actions.approve(appraisal, by=actor("worker"), at=at))
        == "access.permitted"
    )
    actions.approve(appraisal, by=actor("director"), at=at)
    assert refusal_of(lambda: carry(appraisal, [("甲", "worker"), ("乙", "director")])) == (
        "archive.watched"
    )
    appraisal = Appraisal.objects.get(community=setting.community, pk=appraisal.pk)
    appraisal = carry(appraisal)
    assert appraisal.state == "done"
    first, second, third = (reread(item) for item in past)
    assert (first.state, second.state, third.state) == ("destroyed", "destroyed", "kept")
    assert first.number == past[0].number
    assert first.sha256 == past[0].sha256
    assert (first.contents[0]["name"], first.contents[0]["title"], first.shelf) == ("", "", "")
    assert first.contents[0]["sha256"] == past[0].contents[0]["sha256"]
    # What was extended is kept ten years from the year in which the group met.
    assert third.keep_until.year == today.year + 11
    assert [path.exists() for path in kept] == [False, False, True]
    assert counts_of(appraisal) == {
        "items": 3, "destroy": 2, "extend": 1, "destroyed": 2, "extended": 1, "spared": 0,
    }  # fmt: skip
    assert {row.name for row in present_at(appraisal, "group")} == {"李建国", "陈晓"}


def test_a_list_without_a_representative_or_half_judged_is_refused(
    setting, listed, judged, actor, today
):
    assert refusal_of(lambda: judged(present=GROUP[1:])) == "archive.group_complete"
    no_residents = [("周明华", "director"), ("陈晓", "worker")]
    assert refusal_of(lambda: judged(present=no_residents)) == "archive.group_complete"
    first = judgements_of(listed)[0]
    longer = {first.pk: Verdict("extend", "", "")}
    assert refusal_of(lambda: judged(longer)) == "archive.judged_with_reason"
    early = today - timedelta(days=1)
    assert refusal_of(lambda: judged(met_on=early)) == "archive.group_met"


def test_whoever_wrote_the_judgements_does_not_approve_them(judged, actor, at):
    appraisal = judged(by="director")
    assert (
        refusal_of(lambda: actions.approve(appraisal, by=actor("director"), at=at))
        == "archive.four_eyes"
    )
    actions.send_back(appraisal, reason="请别人记", by=actor("director"), at=at)
    assert appraisal.state == "listed"


def test_what_is_held_is_not_judged_away_and_what_is_held_later_is_spared(
    setting, past, judged, carry, actor, at, reread
):
    actions.hold_back(past[0], reason="法院要查", by=actor("supervisor"), at=at)
    assert refusal_of(judged) == "archive.not_held"
    actions.lift_hold(hold_of(past[0]), by=actor("supervisor"), at=at)
    appraisal = judged()
    actions.approve(appraisal, by=actor("director"), at=at)
    actions.hold_back(past[1], reason="有居民起诉", by=actor("worker"), at=at)
    appraisal = carry(appraisal)
    assert [reread(item).state for item in past[:2]] == ["destroyed", "kept"]
    line = Judgement.objects.get(community=setting.community, item=past[1])
    assert (line.outcome, line.spared) == ("spared", "hold")


def test_a_clock_that_runs_on_its_owner_bars_an_item(setting, letters, file_year, actor, at):
    from linli.core.clocks import actions as clocks
    from linli.partners.intake.models import Letter

    file_year()
    item = Item.objects.filter(community=setting.community).first()
    letter = Letter.objects.get(community=setting.community, pk=item.owner)
    act = type("Act", (), {"at": at, "by": actor("worker")})()
    clocks.start(act, letter, "limit", length=5, title="复议")
    assert bars_of(item) == ("clock",)


def test_a_copy_is_asked_for_with_a_receipt_and_given_or_refused(setting, file_paper, actor, at):
    item, elder = file_paper(), actor("elder")
    request = actions.ask_copy(item, way="file", by=elder, at=at)
    assert request.sender_id == elder.account
    assert [clock.length for clock in clocks_of(request)] == [5]
    assert bars_of(item) == ("copy",)
    assert (
        refusal_of(lambda: actions.refuse_copy(request, reason=" ", by=actor("worker"), at=at))
        == "archive.reason_given"
    )
    actions.give_copy(request, by=actor("worker"), at=at)
    assert (request.state, [clock.state for clock in clocks_of(request)]) == ("given", ["met"])
    inside = file_paper("vouchers")
    assert (
        refusal_of(lambda: actions.ask_copy(inside, way="file", by=elder, at=at))
        == "archive.open_to_all"
    )
    assert (
        refusal_of(lambda: actions.ask_copy(item, way="file", by=actor("outsider"), at=at))
        == "access.permitted"
    )


def test_five_wait_at_a_time_and_the_window_asks_for_others(setting, file_paper, actor, at):
    item, elder = file_paper(), actor("elder")
    for _number in range(5):
        actions.ask_copy(item, way="paper", by=elder, at=at)
    assert (
        refusal_of(lambda: actions.ask_copy(item, way="paper", by=elder, at=at))
        == "archive.copies_at_once"
    )
    made = actions.ask_copy(item, way="paper", for_somebody=True, by=actor("worker"), at=at)
    assert made.sender_id is None


def test_a_year_after_the_answer_nobody_knows_who_asked(setting, file_paper, actor, at):
    request = actions.ask_copy(file_paper(), way="file", by=actor("elder"), at=at)
    actions.give_copy(request, by=actor("worker"), at=at)
    due.run(at + timedelta(days=364))
    mine = CopyRequest.objects.filter(community=setting.community, pk=request.pk)
    assert mine.get().sender_id is not None
    due.run(at + timedelta(days=366))
    assert mine.get().sender_id is None


def test_a_confidential_item_is_one_persons_and_goes_over_to_another(
    setting, file_paper, actor, at
):
    from linli.core.audit.door import may

    item = file_paper("help_files")
    assert item.entrusted_to_id == actor("worker").account
    assert not may("archive.read", actor("director"), item)
    assert (
        refusal_of(
            lambda: actions.entrust(
                item, to=setting.accounts["worker"], by=actor("director"), at=at
            )
        )
        == "access.permitted"
    )
    actions.entrust(item, to=setting.accounts["director"], by=actor("worker"), at=at)
    assert may("archive.read", actor("director"), item)
    assert not may("archive.read", actor("worker"), item)


def test_only_time_forgets_a_sender(setting, file_paper, actor, at):
    request = actions.ask_copy(file_paper(), way="file", by=actor("elder"), at=at)
    assert (
        refusal_of(lambda: actions.forget_copy_sender(request, by=the_clock(), at=at))
        == "archive.sender_kept"
    )
