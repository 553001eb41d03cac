"""What is asked from above, from the day it comes to the letter or the day it is done."""

from datetime import timedelta

import pytest

from linli.core.audit import door
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.lib.law import Refused
from linli.partners.intake import actions
from linli.partners.intake.letters import unread
from linli.partners.intake.models import Item, Letter, Minutes

pytestmark = pytest.mark.django_db


def refused(act, *given, **more):
    with pytest.raises(Refused) as told:
        act(*given, **more)
    return told.value.finding


def clocks(request, name):
    return Clock.objects.filter(community=request.community_id, owner=request.pk, name=name)


def test_what_is_on_the_list_is_accepted_the_same_day(ask, item, today):
    request = ask(item, due_on=today + timedelta(days=9))
    assert (request.state, request.listed, request.item) == ("accepted", True, item)
    assert not clocks(request, "intake_decision").exists()
    assert clocks(request, "intake_due").get().state == "running"
    assert request.flags == []  # the line of the list has basis and money


def test_what_is_off_the_list_waits_for_the_director_and_the_clock_of_the_place(ask, at):
    request = ask()
    assert (request.state, request.listed) == ("waiting", False)
    clock = clocks(request, "intake_decision").get()
    assert (clock.length, clock.unit, clock.holder_post) == (15, "working_days", "director")
    assert {found.rule for found in request.flags} == {"intake.has_basis", "intake.money_line"}


def test_a_request_is_judged_by_the_list_of_the_day_it_was_received(
    ask, item, actor, at, today, setting
):
    early = today - timedelta(days=40)
    actions.amend_item(
        item,
        since=today - timedelta(days=30),
        title="社会救助",
        does="协助走访。",
        nature="assist",
        cites=["social_assistance.5"],
        by=actor("director"),
        at=at,
    )
    old = Item.objects.get(community=setting.community, pk=item.pk)
    assert ask(old, received_on=early).state == "accepted"
    assert refused(ask, old, received_on=today).numbers["state"] == "not_in_force"


def test_the_wrong_office_and_the_never_list_are_told_when_a_line_is_claimed(ask, item, other):
    assert refused(ask, item, body=other).numbers["state"] == "other_body"
    assert refused(ask, item, never="plaques").numbers["state"] == "never"


def test_only_offices_ask_and_only_for_days_that_come_after(ask, setting, today):
    firm = setting.bodies["property"]
    assert refused(ask, body=firm).rule == "intake.asks_here"
    tomorrow = today + timedelta(days=1)
    assert refused(ask, received_on=tomorrow).rule == "intake.days_ordered"
    assert refused(ask, due_on=today - timedelta(days=1)).rule == "intake.days_ordered"


def test_the_director_approves_only_with_basis_and_a_word_about_the_money(
    ask, actor, at, grounded, today
):
    bare = ask()
    found = refused(actions.approve, bare, by=actor("director"), at=at)
    assert found.rule == "intake.has_basis"
    unpaid = ask(ground={"cites": ["rcl2025.10"]})
    found = refused(actions.approve, unpaid, by=actor("director"), at=at)
    assert found.rule == "intake.money_said"
    whole = ask(ground=grounded, due_on=today + timedelta(days=30))
    actions.approve(whole, by=actor("director"), at=at)
    assert (whole.state, whole.listed, whole.flags) == ("accepted", False, [])
    assert clocks(whole, "intake_decision").get().state == "met"
    assert clocks(whole, "intake_due").get().holder_post == "worker"


def test_commissioned_work_taken_on_without_money_stays_incomplete(ask, actor, at):
    request = ask(ground={"cites": ["rcl2025.10"], "money": "none"})
    actions.approve(request, by=actor("director"), at=at)
    assert [found.rule for found in request.flags] == ["intake.money_line"]


def test_the_worker_may_not_decide(ask, actor, at):
    for act in (actions.approve, actions.send_back, actions.refuse):
        assert refused(act, ask(), by=actor("worker"), at=at).rule == "access.permitted"


def test_sent_back_rests_the_clock_and_goes_out_as_a_letter(ask, actor, at, grounded):
    request = ask()
    actions.send_back(request, reason="请写明由哪个科室出钱。", by=actor("director"), at=at)
    assert clocks(request, "intake_decision").get().state == "paused"
    letter = Letter.objects.get(community=request.community_id, request=request)
    assert letter.kind == "return"
    text = letter.text["zh-hans"]
    assert "请写明由哪个科室出钱。" in text
    assert "没有写明依据" in text
    assert "《城市居民委员会组织法》第四十三条" in text
    actions.supplement(request, ground=grounded, by=actor("worker"), at=at)
    assert clocks(request, "intake_decision").get().state == "running"
    again = refused(actions.send_back, request, reason="再补", by=actor("director"), at=at)
    assert again.rule == "intake.something_lacks"


def test_a_refusal_is_a_kind_letter_that_names_the_rule_in_both_languages(ask, actor, at, bureau):
    request = ask(kind="plaque", title="创建示范点挂牌", never="plaques")
    actions.refuse(
        request, ground="never", words="我们愿意帮忙贴通知。", by=actor("director"), at=at
    )
    letter = Letter.objects.get(community=request.community_id, request=request)
    zh, en = letter.text["zh-hans"], letter.text["en"]
    assert zh.startswith(f"{bureau.name}：")
    assert "民发〔2015〕136号" in zh
    # Nobody here has held the notice against its text yet: the letter itself says so.
    assert "（待核对）" in zh
    assert "(to be checked)" in en
    assert "我们还没有对照过原文" in zh
    assert [each.key for each in unread(request, "never")] == ["mca136.3"]
    assert "我们愿意帮忙贴通知。" in zh
    assert "感谢" in zh
    assert "Minfa 2015 No. 136" in en
    assert (letter.year, letter.serial) == (at.year, 1)
    assert request.state == "refused"
    assert clocks(request, "intake_decision").get().state == "met"


def test_a_refusal_does_not_claim_what_is_not_so(ask, actor, at, grounded):
    request = ask(ground=grounded)
    for ground in ("no_basis", "no_money", "never", "too_late"):
        found = refused(actions.refuse, request, ground=ground, by=actor("director"), at=at)
        assert found.rule == "intake.ground_holds"
    actions.refuse(request, ground="off_list", by=actor("director"), at=at)
    assert request.state == "refused"


def test_letters_are_numbered_within_their_year(ask, actor, at):
    for _number in range(3):
        actions.refuse(ask(), ground="no_basis", by=actor("director"), at=at)
    serials = Letter.objects.filter(community=ask().community_id).values_list("serial", flat=True)
    assert sorted(serials) == [1, 2, 3]


def test_a_request_is_matched_finished_or_withdrawn(ask, item, actor, at, today):
    late = ask()
    actions.match(late, item=item, by=actor("worker"), at=at)
    assert (late.state, late.listed) == ("accepted", True)
    actions.finish(late, by=actor("worker"), at=at)
    assert (late.state, late.done_on) == ("done", today)
    gone = ask()
    actions.withdraw(gone, reason="对方说不用了", by=actor("worker"), at=at)
    assert (gone.state, clocks(gone, "intake_decision").get().state) == ("withdrawn", "dropped")
    assert refused(actions.finish, gone, by=actor("worker"), at=at).rule == "flow.move_open"


def test_minutes_are_kept_for_the_office_and_never_for_a_person(
    ask, item, actor, at, today, setting, bureau, other
):
    request = ask(item)
    given = {"minutes": 45, "on": today, "what": "困难家庭统计表", "by": actor("worker"), "at": at}
    entry = actions.log_minutes(setting.community, body=bureau, request=request, **given)
    people = {field.name for field in Minutes._meta.get_fields() if field.is_relation}
    assert people == {"community", "body", "request"}
    wrong = refused(actions.log_minutes, setting.community, body=other, request=request, **given)
    assert wrong.rule == "intake.same_office"
    nought = refused(actions.log_minutes, setting.community, body=bureau, **given | {"minutes": 0})
    assert nought.rule == "intake.minutes_possible"
    actions.strike_minutes(entry, by=actor("worker"), at=at)
    assert entry.struck_on == today
    again = refused(actions.strike_minutes, entry, by=actor("worker"), at=at)
    assert again.rule == "intake.not_struck"


def test_the_list_is_taken_over_line_by_line_and_each_stands_once(setting, actor, at, today, item):
    given = {"since": today, "by": actor("director"), "at": at}
    taken = actions.take_over(setting.community, code="fire", **given)
    assert [found.rule for found in taken.flags] == ["intake.money_line"]  # who asks must pay
    again = refused(actions.take_over, setting.community, code="fire", **given)
    assert again.rule == "intake.listed_once"
    assert refused(actions.take_over, setting.community, code="nothing", **given).rule == (
        "intake.shipped"
    )
    own = actions.add_item(
        setting.community, title="便民缝补", does="每周三缝补。", nature="self_governed", money="none",
        **given,
    )  # fmt: skip
    assert [found.rule for found in own.flags] == ["intake.has_basis"]
    private = refused(
        actions.add_item, setting.community, title="代办", does="请打 13812345678", **given
    )
    assert private.rule == "intake.public_words"
    actions.end_item(own, until=today + timedelta(days=1), by=actor("director"), at=at)
    ended = refused(
        actions.end_item, own, until=today + timedelta(days=2), by=actor("director"), at=at
    )
    assert ended.rule == "intake.still_listed"


def test_every_shipped_line_can_be_taken_over_as_it_is(setting, actor, at, today):
    from linli.partners.intake.seed import seed_lines

    for line in seed_lines():
        actions.take_over(
            setting.community, code=line.code, since=today, by=actor("director"), at=at
        )
    assert Item.objects.filter(community=setting.community).count() == len(seed_lines())


def test_a_line_put_right_on_its_first_day_makes_no_second_one(setting, actor, at, today):
    given = {"by": actor("director"), "at": at}
    line = actions.take_over(setting.community, code="fire", since=today, **given)
    actions.amend_item(line, since=today, payer="消防救援站", money="amount", fen=100, **given)
    assert Item.objects.filter(community=setting.community).count() == 1
    assert line.flags == []


def test_the_book_keeps_labels_and_numbers_only(ask, actor, at):
    request = ask(title="某某表", asked="很长的说明")
    actions.refuse(request, ground="no_basis", words="只说给对方听", by=actor("director"), at=at)
    notes = str(list(Entry.objects.filter(action__startswith="intake.").values_list("note")))
    assert "只说给对方听" not in notes
    assert "很长的说明" not in notes


def test_the_director_hears_of_what_is_off_the_list(ask, item, monkeypatch):
    heard = []
    monkeypatch.setattr(door, "_deliverers", [heard.extend])
    ask(item)
    assert heard == []
    ask()
    assert [(told.kind, told.post) for told in heard] == [("intake.off_list", "director")]
