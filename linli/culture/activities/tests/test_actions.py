"""Drafted, announced, moved, called off, closed: what residents and workers would notice."""

from datetime import timedelta

import pytest

from linli.core.messages.models import Message
from linli.core.people.models import Person
from linli.culture.activities import actions
from linli.culture.activities.models import Activity, Term
from linli.culture.activities.plans import plan_of
from linli.culture.activities.queries.coming import dates_of, unmarked_of
from linli.culture.activities.queries.dates import preview_of
from linli.culture.activities.tests.conftest import moment
from linli.lib.law import Refused
from linli.mechanisms.signup.actions import sign_up
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Call, Occasion

pytestmark = pytest.mark.django_db


def rule_of(refused):
    return refused.value.finding.rule


def test_announcing_opens_the_sheet_with_every_date(announced, at):
    activity = announced()
    assert activity.state == "announced"
    assert activity.sheet.state == "open"
    assert dates_of(activity).count() == 12
    assert {each.venue for each in dates_of(activity)} == {"活动室"}


def test_a_draft_is_changed_and_its_way_with_it(drafted, plan, actor, at):
    activity = drafted()
    changed = plan(3, sheet={"way": "by_lot"}, title="书法提高班", price="low", fen=500)
    activity = actions.revise(activity, plan=changed, by=actor("worker"), at=at)
    assert activity.title == activity.sheet.title == "书法提高班"
    assert activity.sheet.seed_digest
    assert activity.sheet.seats == 3
    with pytest.raises(Refused) as stale:
        actions.revise(activity, plan=changed, seen=1, by=actor("worker"), at=at)
    assert rule_of(stale) == "flow.fresh"
    with pytest.raises(Refused) as dear:
        actions.revise(activity, plan=plan(price="paid", fen=None), by=actor("worker"), at=at)
    assert rule_of(dear) == "activities.price_named"


def test_what_everybody_reads_names_no_resident(drafted, announced, actor, at, today, setting):
    resident = Person.objects.filter(community=setting.community).exclude(name="").first()
    with pytest.raises(Refused) as refused:
        drafted(about=f"由{resident.name}带大家写")
    assert rule_of(refused) == "activities.names_nobody"
    with pytest.raises(Refused):
        actions.cancel(announced(), reason=f"{resident.name}病了", by=actor("worker"), at=at)


def test_holidays_are_left_out_and_seen_beforehand(drafted, at, today):
    day = today.replace(year=today.year + (today.month > 9), month=9, day=20)
    activity = drafted(first=day, every="day", times=None, until=day + timedelta(days=14),
                       through_holidays=False)  # fmt: skip
    found = preview_of(activity, at)
    taken = {span[0].date() for span in found.spans}
    assert day.replace(month=10, day=1) in found.skipped
    assert not taken & set(found.skipped)


def test_a_thousand_people_need_a_licence_to_be_announced(drafted, plan, actor, at, today):
    fair = {"kind": "festival", "every": "once", "first": today + timedelta(days=19),
            "by_signup": False}  # fmt: skip
    worker = actor("worker")
    small = drafted(None, expected=999, **fair)
    assert actions.announce(small, by=worker, at=at).sheet.state == "draft"
    large = drafted(None, expected=1000, applied_on=today, **fair)
    with pytest.raises(Refused) as refused:
        actions.announce(large, by=worker, at=at)
    assert rule_of(refused) == "activities.licence"
    later = plan(None, expected=1000, applied_on=today,
                 **{**fair, "first": today + timedelta(days=20)})  # fmt: skip
    actions.revise(large, plan=later, by=worker, at=at)
    assert actions.announce(large, by=worker, at=at).state == "announced"
    with pytest.raises(Refused):
        actions.alter_told(small, expected=1000, by=worker, at=at)


def test_a_hundred_dates_fall_out_in_one_act_and_everybody_is_told_once(
    setting, announced, put_down, actor, at, django_capture_on_commit_callbacks
):
    activity = announced(None, every="day", times=100)
    elder = Applicant("王秀兰", account=setting.accounts["elder"])
    sign_up(activity.sheet, who=elder, by=actor("elder"), at=at)
    put_down(activity, "邻居甲")
    chosen = list(dates_of(activity))
    with django_capture_on_commit_callbacks(execute=True):
        activity = actions.call_off_dates(
            activity, occasions=chosen, reason="活动室漏水，修两个月", by=actor("worker"), at=at
        )
    assert len(activity.touched) == 100
    assert not dates_of(activity).exclude(state="called_off").exists()
    told = Message.objects.filter(community=setting.community, kind="signup.called_off")
    assert told.count() == 1
    assert Call.objects.filter(community=setting.community, about="called_off").count() == 1
    with pytest.raises(Refused):
        actions.call_off_dates(activity, occasions=[], reason="再来", by=actor("worker"), at=at)


def test_one_date_moves_and_the_series_keeps_it_as_its_exception(announced, actor, at):
    activity = announced()
    first, second = list(dates_of(activity))[:2]
    other = moment((second.starts_at + timedelta(days=1)).date(), 14)
    activity = actions.move_date(
        activity, occasion=second, starts_at=other, ends_at=other + timedelta(minutes=90),
        venue="大会议室", by=actor("worker"), at=at,
    )  # fmt: skip
    (moved,) = activity.touched
    assert (moved.pk, moved.starts_at, moved.sequence) == (second.pk, other, 1)
    assert activity.without == [second_day(second, other)]
    assert activity.also == [other.date().isoformat()]
    assert preview_of(activity, at).spans[0][0] == first.starts_at
    strange = announced(title="另一班")
    later = other + timedelta(hours=1)
    with pytest.raises(Refused) as refused:
        actions.move_date(
            strange, occasion=first, starts_at=other, ends_at=later, by=actor("worker"), at=at
        )
    assert rule_of(refused) == "activities.dates_chosen"


def second_day(_moved, other):
    return (other - timedelta(days=1)).date().isoformat()


def test_a_lesson_is_added_once(announced, actor, at, today):
    activity = announced(times=2)
    extra = actions.spans_on([today + timedelta(days=3)], activity.starts, 90)
    activity = actions.add_dates(activity, spans=extra, by=actor("worker"), at=at)
    assert len(activity.touched) == 1
    assert dates_of(activity).count() == 3
    with pytest.raises(Refused) as twice:
        actions.add_dates(activity, spans=extra, by=actor("worker"), at=at)
    assert rule_of(twice) == "activities.date_once"


def test_it_is_closed_once_everybody_who_came_is_written_down(announced, put_down, actor, at):
    activity = announced(every="once", times=None)
    put_down(activity)
    worker, after = actor("worker"), at + timedelta(days=9)
    with pytest.raises(Refused) as early:
        actions.close(activity, by=worker, at=at)
    assert rule_of(early) == "activities.all_over"
    with pytest.raises(Refused) as open_still:
        actions.close(activity, by=worker, at=after)
    assert rule_of(open_still) == "activities.attendance_complete"
    (date,) = unmarked_of(activity, after)
    Occasion.objects.filter(community=date.community_id, pk=date.pk).update(
        state="held", marked_at=after
    )
    activity = actions.close(activity, told="学了三个字。", by=worker, at=after)
    assert (activity.state, activity.sheet.state) == ("closed", "closed")


def test_last_term_is_drafted_again_in_one_act(setting, announced, actor, at, today):
    worker = actor("worker")
    spring, autumn = (
        actions.open_term(setting.community, name=name, since=since,
                          until=since + timedelta(days=110), by=worker, at=at)
        for name, since in (("春季", today), ("秋季", today + timedelta(days=180)))
    )  # fmt: skip
    courses = [announced(title=title, term=spring, licence="旧") for title in ("书法班", "合唱班")]
    made = actions.copy_term(autumn, activities=courses, by=worker, at=at)
    assert [each.title for each in made] == ["书法班", "合唱班"]
    for each in made:
        assert each.state == "draft"
        assert each.first >= autumn.since
        assert each.first.weekday() == courses[0].first.weekday()
        assert each.until == autumn.until
        assert each.licence == ""
        assert each.sheet.seats == 2
    assert plan_of(made[0]).told["term"] == autumn
    with pytest.raises(Refused) as twice:
        actions.open_term(
            setting.community, name="春季", since=today, until=today, by=worker, at=at
        )
    assert rule_of(twice) == "activities.term_once"
    assert Term.objects.filter(community=setting.community).count() == 2
    assert Activity.objects.filter(community=setting.community, state="draft").count() == 2
