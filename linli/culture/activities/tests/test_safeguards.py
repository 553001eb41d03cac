"""What residents and the law would notice: names that stay, numbers that point, a large event that
was laid out small, a child nobody asked about."""

from datetime import time, timedelta

import pytest
from django.utils.timezone import localtime

from linli.core.people.actions import forgetting as people_forgetting
from linli.core.people.models import Person
from linli.culture.activities import actions, rules
from linli.culture.activities.actions import learning
from linli.culture.activities.forgetting import forget_learning
from linli.culture.activities.models import Activity
from linli.culture.activities.models.learning import CourseCertificate
from linli.culture.activities.queries.brief import brief_of
from linli.culture.activities.queries.coming import dates_of
from linli.culture.activities.tests.conftest import moment
from linli.lib.law import Refused
from linli.mechanisms.signup.actions import sign_up
from linli.mechanisms.signup.forgetting import blank_names
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Occasion, Presence

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.mark.parametrize("hooks", [(blank_names, forget_learning), (forget_learning, blank_names)])
def test_a_certificate_forgets_the_name_whoever_is_asked_first(
    hooks, announced, setting, actor, at, monkeypatch
):
    course = announced(every="once", times=None)
    by = actor("elder")
    row = sign_up(course.sheet, who=Applicant("王秀兰", account=by.account), by=by, at=at)
    (date,) = dates_of(course)
    rows = Occasion.objects.filter(community=setting.community, pk=date.pk)
    rows.update(state="held", marked_at=at)
    Presence.objects.create(
        community=setting.community, signup=row, occasion=date, state="present", at=at
    )
    assert learning.give_certificates(course.sheet, by=actor("worker"), at=at) == 1
    assert {blank_names, forget_learning} <= set(people_forgetting._elsewhere)
    person = Person.objects.get(community=setting.community, pk=by.person)
    for hook in hooks:
        hook(person, at)
    kept = CourseCertificate.objects.get(community=setting.community)
    assert (kept.name, kept.person_id, kept.serial) == ("", None, 1)


def test_what_is_for_children_asks_their_age_whatever_the_form_says(drafted, plan, actor, at):
    worker, asked = actor("worker"), {"guarded": False}
    for audience in ("children", "teenagers", "families"):
        assert drafted(audience=audience, sheet=asked).sheet.guarded
    elders = drafted(sheet=asked)
    assert not elders.sheet.guarded
    changed = plan(sheet=asked, audience="children")
    assert actions.revise(elders, plan=changed, by=worker, at=at).sheet.guarded
    told = actions.announce(elders, by=worker, at=at)
    told = actions.alter_told(told, sheet=asked, by=worker, at=at)
    assert told.sheet.guarded


def test_where_one_asks_is_a_landline_and_nobodys_name_or_door(
    drafted, announced, actor, at, setting, visit, url
):
    name = Person.objects.filter(community=setting.community).exclude(name="").first().name
    line = "一楼窗口，0990-5550123"
    activity = announced(ask_at=line)
    for words in (f"找{name}", "打 139 0000 1234", "3栋2单元501室"):
        with refused("activities.(names_nobody|desk_number)"):
            drafted(ask_at=words)
        with refused("activities.(names_nobody|desk_number)"):
            actions.alter_told(activity, ask_at=words, by=actor("worker"), at=at)
    given = {"ask_at": line, "licence": "公安许可〔2027〕13812345678号", "about": "从握笔讲起。"}
    assert actions.alter_told(activity, **given, by=actor("worker"), at=at).ask_at == line
    page = url("move", activity_id=activity.pk, move="alter")
    form = visit("worker").get(page).context["form"]
    sent = {"seen": form["seen"].value(), "about": "从握笔讲起。", "ask_at": f"找{name}"}
    answered = visit("worker").post(page, sent)
    assert answered.status_code == 422
    assert "ask_at" in answered.context["form"].errors
    big = visit("worker").post(page, {**sent, "ask_at": line, "waiting_most": "9" * 12})
    assert {"waiting_most"} == set(big.context["form"].errors)
    assert visit("worker").post(page, {**sent, "ask_at": line}).status_code == 302


def test_three_people_on_twelve_dates_are_still_few(announced, put_down, setting, at):
    course = announced(9)
    rows = [put_down(course, name) for name in ("甲一", "乙二", "丙三")]
    for date in dates_of(course):
        Presence.objects.bulk_create(
            Presence(community=setting.community, signup=row, occasion=date, state="present", at=at)
            for row in rows
        )
    brief = brief_of(course)
    assert (brief.people, brief.visits, brief.few) == (3, 36, True)
    # Where nobody signs up the heads counted are people, too.
    course.by_signup, course.heads = False, 800
    assert not brief_of(course).few


def test_a_large_event_is_one_by_its_places_and_stays_one_when_it_moves(
    drafted, plan, announced, actor, at, today, setting
):
    assert rules.most_expected(999, 1000) == rules.most_expected(1000, None) == 1000
    assert rules.most_expected(None, None) is None
    worker = actor("worker")
    fair = {"kind": "festival", "every": "once", "times": None, "expected": 999,
            "first": today + timedelta(days=30)}  # fmt: skip
    with refused("activities.licence"):
        actions.announce(drafted(1000, **fair), by=worker, at=at)
    small = actions.announce(drafted(999, **fair), by=worker, at=at)
    with refused("activities.licence"):
        actions.alter_told(small, sheet={"seats": 1000}, by=worker, at=at)
    large = actions.announce(drafted(1000, applied_on=today, **fair), by=worker, at=at)
    (date,) = dates_of(large)
    for days, holds in ((19, False), (20, True)):
        on = moment(today + timedelta(days=days))
        moved = {"occasion": date, "starts_at": on, "ends_at": on + timedelta(hours=1)}
        added = actions.spans_on([localtime(on).date()], time(15), 60)
        for act, given in ((actions.move_date, moved), (actions.add_dates, {"spans": added})):
            fresh = Activity.objects.get(community=setting.community, pk=large.pk)
            if holds:
                act(fresh, **given, by=worker, at=at)
                continue
            with refused("activities.licence"):
                act(fresh, **given, by=worker, at=at)
