"""Wishes and the survey: nobody is asked who they are, and nothing can be had back."""

from datetime import date, datetime

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.lib.numbers import FLOOR
from linli.mechanisms.questionnaire.models import AnswerSheet, Slip, SlipTaken
from linli.mechanisms.questionnaire.queries.results import results_of, words_said
from linli.mechanisms.questionnaire.queries.slips import slip_open
from linli.stewardship.planning import actions, due
from linli.stewardship.planning.forms.surveys import shipped_questions
from linli.stewardship.planning.queries import wishes
from linli.stewardship.planning.queries.needs import needs_open
from linli.stewardship.planning.queries.plans import plan_of_year


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def wish(setting, at):
    def send(title="楼下装几把长椅", **more):
        return actions.send_wish(setting.community, title=title, **more, by=NOBODY, at=at)

    return send


def test_a_wish_is_listed_only_after_a_look_and_bears_no_name(setting, wish, who):
    made = wish(text="我是 3 号楼的，电话 13800138000")
    assert list(wishes.public_wishes(setting.community)) == []
    entry = Entry.objects.get(action="planning.send_wish")
    assert (entry.account, entry.post) == (None, "")
    with refused("public_words"):
        actions.list_wish(made, public_title="打 13800138000", **who("worker"))
    actions.list_wish(made, public_title="楼下装几把长椅", standard="S5", **who("worker"))
    assert [each.public_title for each in wishes.public_wishes(setting.community)] == [
        "楼下装几把长椅"
    ]
    told = wishes.story_of(made, public=True)
    assert "138" not in str(told)


def test_merged_wishes_count_their_voices_and_each_ends_with_an_answer(setting, wish, who):
    first, second, third = wish(), wish("想要长椅"), wish("免费停车")
    worker = who("worker")
    with refused("may_merge"):
        actions.merge_wish(second, into=first, **worker)
    actions.list_wish(first, public_title="楼下装几把长椅", **worker)
    actions.merge_wish(second, into=first, **worker)
    first.refresh_from_db()
    assert first.voices == 2
    actions.decline_wish(
        third, reason="道路归市政管，请找街道城管科。", public_title="停车", **worker
    )
    assert third.reply.startswith("道路归市政管")
    with refused("flow"):
        actions.answer_wish(third, reply="再想想", **worker)


def test_a_wish_in_an_approved_plan_is_taken_up(setting, wish, approved, who):
    made = wish()
    actions.list_wish(made, public_title="楼下装几把长椅", **who("worker"))
    ref = f"wish:{made.pk}"
    assert ref in {
        need.ref.text for _title, found in needs_open(setting.community) for need in found
    }
    row = actions.TaskRow(title="装长椅", due_on=date(2027, 4, 1), need=ref, standard="S5")
    plan = approved(row)
    made.refresh_from_db()
    assert made.state == "taken_up"
    assert "2027" in made.reply
    assert plan.tasks.get(title="装长椅").need_words == "楼下装几把长椅"


def test_a_comment_on_a_draft_is_taken_until_its_last_day(setting, plan, who, at):
    with refused("takes_comments"):
        actions.send_wish(setting.community, title="早一点", about_plan=plan, by=NOBODY, at=at)
    actions.consult_on_plan(plan, comments_until=date(2026, 12, 20), **who("director"))
    last = datetime(2026, 12, 20, 23, 0, tzinfo=SHANGHAI)
    said = actions.send_wish(setting.community, title="早一点", about_plan=plan, by=NOBODY, at=last)
    assert said.source == "plan"
    late = datetime(2026, 12, 21, 0, 1, tzinfo=SHANGHAI)
    with refused("takes_comments"):
        actions.send_wish(setting.community, title="晚了", about_plan=plan, by=NOBODY, at=late)
    assert plan_of_year(setting.community, 2027).comments.count() == 1


@pytest.fixture
def survey(setting, who):
    made = actions.draft_survey(
        setting.community,
        title="2027 年需求调查",
        per="household",
        opens_on=date(2026, 12, 8),
        closes_on=date(2026, 12, 20),
        questions=shipped_questions(),
        **who("worker"),
    )
    return actions.open_survey(made, **who("worker"))


def test_a_slip_is_good_for_one_answer_in_every_channel(survey, who, at):
    codes = actions.print_slips(survey, count=3, **who("worker"))
    given = {"code": codes[0], "answers": {"1": ["0"], "7": "多种树，找 13800138000"}}
    actions.answer_survey(survey, **given, by=NOBODY, at=at)
    with refused("slip_good"):
        actions.type_in_answer(survey, **given, **who("worker"))
    with refused("answers_fit"):
        actions.answer_survey(survey, code=codes[1], answers={"1": ["99"]}, by=NOBODY, at=at)
    assert slip_open(survey.questionnaire, codes[1]), "what was refused does not use a slip up"
    actions.type_in_answer(survey, code=codes[1], answers={"2": ["0", "1"]}, **who("worker"))
    sheet = AnswerSheet.objects.get(community=survey.community_id, channel="web")
    assert "13800138000" not in str(sheet.answers)
    for name in ("planning.answer_survey", "planning.type_in_answer"):
        entry = Entry.objects.get(action=name)
        assert (entry.account, entry.at.astimezone(SHANGHAI).hour) == (None, 0)


def test_a_household_takes_one_slip_and_is_forgotten_when_it_is_over(survey, who, at):
    code = actions.take_slip(survey, **who("elder"))
    assert slip_open(survey.questionnaire, code)
    with refused("slip_taken_once"):
        actions.take_slip(survey, **who("elder"))
    with refused("slip_asks_dwelling"):
        actions.take_slip(survey, **who("street"))
    with refused("slip_asks_account"):
        actions.take_slip(survey, by=NOBODY, at=at)
    assert due.run(datetime(2026, 12, 20, 23, 0, tzinfo=SHANGHAI)) == 0
    assert due.run(datetime(2026, 12, 21, 0, 5, tzinfo=SHANGHAI)) == 1
    here = {"community": survey.community_id, "questionnaire": survey.questionnaire}
    assert not SlipTaken.objects.filter(**here).exists()
    assert not Slip.objects.filter(**here).exists()
    survey.refresh_from_db()
    assert (survey.state, survey.questionnaire.handed_out) == ("closed", 1)
    with refused("takes_answers"):
        actions.answer_survey(survey, code=code, answers={"1": ["0"]}, by=NOBODY, at=at)


def test_published_counts_hide_the_small_and_never_tell_words(survey, who, at):
    codes = actions.print_slips(survey, count=40, **who("worker"))
    for number, code in enumerate(codes[:26]):
        answers = {"1": ["0" if number < 14 else "1" if number < 25 else "2"], "7": "一句话"}
        actions.answer_survey(survey, code=code, answers=answers, by=NOBODY, at=at)
    actions.close_survey(survey, **who("worker"))
    actions.publish_results(survey, **who("director"))
    told = results_of(survey.questionnaire, FLOOR)
    first = told.results[0]
    assert first.shown.answered == 26
    assert first.shown.counts[0] == 14
    assert first.shown.counts[1:3] == (None, None), "one alone could be had back from the total"
    assert first.chart.rows[0] == (first.question.options[0], 14)
    assert told.results[-1].chart is None
    assert words_said(survey.questionnaire)[0][1] == ["一句话"] * 26
