"""A wave from its questions to the year's figures; and nothing leads from an answer to anybody."""

from copy import copy
from datetime import date, datetime
from fractions import Fraction

import pytest
from django.apps import apps
from django.db import connection

from linli.core.audit.actor import the_clock, the_operator
from linli.core.audit.models import Entry
from linli.core.people.actions import move_in, register_person
from linli.core.people.sealed import SealedTextField
from linli.core.places.queries import dwellings_under
from linli.evaluation.models import Figure
from linli.evaluation.periods import period_of, plan_span
from linli.evaluation.surveys import actions, due
from linli.evaluation.surveys.models import Estimate, FrameCell, Invitation, Survey
from linli.evaluation.surveys.presentation import tell_results
from linli.evaluation.surveys.queries.frame import read_frame, say_cell
from linli.evaluation.surveys.queries.waves import wave_in
from linli.evaluation.surveys.surveyed import estimates_of, surveyed_values, value_of
from linli.evaluation.surveys.tests.conftest import AT
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.mechanisms.questionnaire.models import AnswerSheet, PaperEntry, Slip, SlipTaken
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of


def refused(rule):
    return pytest.raises(Refused, match=rule)


def test_a_wave_is_composed_of_sets_and_a_few_questions_of_its_own(hands):
    own = [{"text": "想在哪装长椅", "options": ["东门", "西门"]}, {"text": "还想说", "options": []}]
    survey = hands.compose(sets=["about", "core", "elders"], own=own)
    asked = questions_of(survey.questionnaire)
    assert survey.sets == ["core", "about", "elders"], "in the bank's own order"
    assert [each.item for each in asked[-2:]] == ["", ""]
    assert [each.kind for each in asked[-2:]] == ["one", "words"]
    hard = next(each for each in asked if each.item == "exercise_hard")
    often = next(each for each in asked if each.item == "exercise_often")
    assert hard.asked_if == {"question": often.key, "options": [1, 2, 3]}
    assert next(each for each in asked if each.item == "elders_need").situation == "elders"
    with refused("survey_asks"):
        hands.compose(sets=[])
    with refused("own_questions_few"):
        actions.recompose_survey(survey, sets=["core"], own=own * 3, **hands.who("worker"))
    actions.recompose_survey(survey, sets=["core"], **hands.who("worker"))
    assert len(questions_of(survey.questionnaire)) == 15
    survey = actions.draw_sample(survey, n=60, **hands.who("worker"))
    about = {"title": "改过", "closes_on": date(2026, 12, 30), "strata": "building"}
    survey = actions.recompose_survey(survey, sets=["core"], **about, **hands.who("worker"))
    assert (survey.title, survey.frame_on, survey.seed) == ("改过", None, "")
    assert not Invitation.objects.filter(community=survey.community_id).exists()
    other = hands.compose()
    actions.drop_survey(other, **hands.who("worker"))
    assert [each.pk for each in Survey.objects.filter(community=survey.community_id)] == [survey.pk]
    with refused("survey_framed"):
        actions.open_survey(survey, **hands.who("worker"))


def test_the_draw_is_recorded_and_keeps_no_list_but_of_open_doors(hands):
    worker = hands.who("worker")
    survey = actions.draw_sample(hands.compose(), n=60, seed="a", **worker)
    first = set(Invitation.objects.filter(community=survey.community_id).values_list("dwelling"))
    assert [(each.population, each.drawn) for each in strata_of(survey.questionnaire)] == [
        (36, 30), (36, 30),
    ]  # fmt: skip
    assert (survey.frame_units, survey.frame_on, survey.seed) == (72, date(2026, 12, 8), "a")
    survey = actions.draw_sample(survey, n=60, seed="a", **worker)
    again = Invitation.objects.filter(community=survey.community_id)
    assert set(again.values_list("dwelling")) == first, "the seed and the register give it again"
    with refused("sample_possible"):
        actions.draw_sample(survey, n=73, **worker)
    place = survey.community_id
    survey = actions.open_survey(survey, **worker)
    with refused("survey_in_draft"):
        actions.draw_sample(survey, n=10, **worker)
    doors = list(again)
    actions.leave_door(doors[0], how="reached", **worker)
    actions.leave_door(doors[1], how="refused", **worker)
    with refused("door_open"):
        actions.leave_door(doors[1], how="refused", **worker)
    survey = Survey.objects.select_related("questionnaire").get(community=survey.community_id)
    assert (survey.reached, survey.questionnaire.refused, again.all().count()) == (1, 1, 58)
    given = {"door": doors[1].pk, "dwelling": doors[1].dwelling_id, "stratum": doors[1].stratum}
    actions.put_back_door(survey, **given, how="refused", **worker)
    with refused("door_back"):
        actions.put_back_door(survey, **given, how="refused", **worker)
    made = Survey.objects.select_related("questionnaire").get(pk=survey.pk, community=place)
    assert (made.questionnaire.refused, again.all().count()) == (0, 59)
    for name in ("leave_door", "put_back_door"):
        entries = Entry.objects.filter(action=f"evaluation.{name}")
        assert {(each.account, each.at.astimezone(SHANGHAI).hour) for each in entries} == {
            (None, 0)
        }
    assert not Entry.objects.filter(action="questionnaire.count_unreached").exists()
    actions.close_survey(survey, **worker)
    assert not again.all().exists()


def test_persons_are_drawn_as_an_age_band_at_a_door(hands):
    place, by = hands.setting.community, {"by": the_operator(), "at": AT}
    home = dwellings_under(hands.setting.old)[3]
    for name, born, sex in (("甲", 1950, "female"), ("乙", 1980, "male"), ("丙", 2015, "male")):
        person = register_person(place, name=name, birth_date=date(born, 5, 1), sex=sex, **by)
        move_in(person, dwelling=home, kind="usual_resident", since=date(2026, 1, 1), **by)
    layers = read_frame(place, date(2026, 12, 8), per="person", strata="building")
    assert [(layer.title, [unit.whom for unit in layer.units]) for layer in layers] == [
        ("翠湖新村 1号楼", ["band_60_up/female", "band_18_59/male"])
    ]
    survey = hands.compose(per="person", strata="building")
    survey = actions.draw_sample(survey, n=2, **hands.who("worker"))
    doors = Invitation.objects.filter(community=survey.community_id)
    assert {say_cell(door.whom) for door in doors} == {"60 岁以上，女", "18–59 岁，男"}
    cells = FrameCell.objects.filter(community=survey.community_id)
    assert dict(cells.values_list("cell", "residents")) == {
        "band_60_up/female/hukou_elsewhere": 1,
        "band_18_59/male/hukou_elsewhere": 1,
    }, "children do not answer, and nobody answers for them"


SHARE = (Fraction(24, 29) + Fraction(16, 21)) / 2
"""Satisfied among those of `_taken` with an opinion, the two compounds weighed alike."""


def _taken(hands, **given):
    """A wave of 60 drawn, 52 answered: 40 satisfied, 10 not, 2 do not know."""
    survey = hands.opened(**given)
    strata = [each.code for each in strata_of(survey.questionnaire)]
    codes = [code for stratum in strata for code in hands.slips(survey, 30, stratum)]
    for number, code in enumerate(codes[:52]):
        overall = 0 if number % 26 < 20 else 3 if number % 26 < 25 else 5
        hands.answer(survey, code, overall=overall, change=number % 2, sex=number % 2)
    return survey


def test_what_was_answered_becomes_the_year_s_figure_once_it_is_published(hands):
    survey = _taken(hands)
    place = survey.community
    with refused("survey_reckoned"):
        actions.publish_survey(survey, **hands.who("director"))
    survey = hands.reckoned(survey)
    year = period_of("year", date(2026, 12, 1))
    assert estimates_of(place, year) == [], "not before the director has published it"
    with refused("permitted"):
        actions.publish_survey(survey, **hands.who("worker"))
    actions.publish_survey(survey, **hands.who("director"))
    found = {each.item: each for each in estimates_of(place, year)}
    made = found["overall_satisfied"]
    assert abs(made.share - SHARE) < Fraction(1, 72000)
    assert (made.answers, made.dont_know, made.sheets, made.drawn) == (50, 2, 52, 60)
    assert (made.method, made.population) == ("stratified", 72)
    assert made.low < 0.8 < made.high
    assert made.enough, "with 50 of 72 the interval is narrow"
    assert "safe" not in found, "nobody answered it"
    assert wave_in(place, survey.questionnaire_id).seed == "", "no door can be had back from it"
    with refused("survey_closed"):
        actions.publish_survey(survey, **hands.who("director"))
    with refused("survey_closed"):
        actions.reckon_survey(survey, found=None, by=the_clock(), at=AT)


def test_the_indicators_read_the_latest_wave_and_say_why_there_is_none(hands, asking):
    survey = actions.publish_survey(hands.reckoned(_taken(hands)), **hands.who("director"))
    year, next_year = (period_of("year", date(each, 6, 1)) for each in (2026, 2027))
    found = {each.item: each for each in estimates_of(survey.community, year)}
    satisfied = value_of(asking("overall_satisfied"), year, found)
    assert (satisfied.numerator, satisfied.denominator) == (round(SHARE * 72000), 72000)
    assert (satisfied.n, satisfied.gap, satisfied.small) == (50, "", False)
    assert satisfied.se > 0
    assert value_of(asking("overall_satisfied", minimum=51), year, found).gap == "too_few"
    assert value_of(asking("safe"), year, found).gap == "no_records"
    few = {**found, "overall_satisfied": copy(found["overall_satisfied"])}
    for drawn, gap in ((1039, ""), (1040, "too_few")):
        few["overall_satisfied"].drawn = drawn
        assert value_of(asking("overall_satisfied"), year, few).gap == gap
    from linli.evaluation.definitions import Catalogue

    told = list(
        surveyed_values(
            Catalogue([asking("overall_satisfied"), asking("answer_rate", id="DQ02")]),
            survey.community,
            [year, next_year],
        )
    )
    assert [each.gap for each in told] == ["", "", "no_records", "no_records"]
    assert (told[1].numerator, told[1].denominator, told[1].small) == (52, 60, False)


def test_a_wave_of_which_nothing_can_be_estimated_still_says_how_many_were_asked(hands, asking):
    from linli.evaluation.definitions import Catalogue

    survey = hands.opened()
    hands.answer(survey, hands.slips(survey, 1)[0], overall=0)
    survey = actions.publish_survey(hands.reckoned(survey), **hands.who("director"))
    assert not Estimate.objects.filter(community=survey.community_id).exists()
    told = tell_results(survey, 10, public=True)
    assert (told.drawn, told.sheets, told.enough.holds) == (60, None, False)
    assert told.enough.numbers == {"asked": 60, "floor": 10}
    rate = Catalogue([asking("answer_rate", id="DQ02")])
    (value,) = surveyed_values(rate, survey.community, [period_of("year", date(2026, 12, 1))])
    assert (value.numerator, value.denominator, value.small) == (1, 60, True)


def test_strata_too_small_to_be_said_are_drawn_as_one(hands):
    survey = actions.draw_sample(hands.compose(), n=40, seed="a", **hands.who("worker"))
    strata = strata_of(survey.questionnaire)
    assert [(each.code, each.population, each.drawn) for each in strata] == [
        ("compound-rest", 72, 40)
    ]


@pytest.fixture
def asking():
    """An indicator that asks a sample for an item."""
    from linli.evaluation.definitions import Indicator
    from linli.evaluation.words import Words

    words = Words("一", "a")

    def make(item, **given):
        return Indicator(
            **{
                "id": "BS08", "version": 1, "valid_from": date(2020, 1, 1), "standards": ("S3.4",),
                "title": words, "says": words, "numerator": words, "denominator": words,
                "aggregator": "survey", "kinds": (), "unit": "percent", "direction": "higher",
                "mark": "book", "source": words, "item": item, "every": "", "basis": "survey",
                **given,
            }
        )  # fmt: skip

    return make


def test_a_reckoning_keeps_the_error_of_what_was_asked(hands, asking):
    from linli.evaluation.definitions import Catalogue
    from linli.evaluation.outcome import reckon_community
    from linli.evaluation.reckoning import reckon as write_figures

    actions.publish_survey(hands.reckoned(_taken(hands)), **hands.who("director"))
    place, by = hands.setting.community, hands.who("director")["by"]
    known = Catalogue([asking("net_better")])
    outcome = reckon_community(place, plan_span(date(2026, 12, 31)), definitions=known)
    write_figures(place, outcome=outcome, by=by, at=AT)
    figure = Figure.objects.get(community=place, indicator="BS08")
    assert figure.se > 0
    assert figure.n == 52


def test_time_closes_what_is_over_and_has_it_reckoned(hands, django_capture_on_commit_callbacks):
    survey = hands.opened()
    assert due.run(datetime(2026, 12, 20, 23, 0, tzinfo=SHANGHAI)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert due.run(datetime(2026, 12, 21, 0, 5, tzinfo=SHANGHAI)) == 1
    survey = wave_in(survey.community_id, survey.questionnaire_id)
    assert (survey.state, survey.job.state, survey.job.trouble) == ("closed", "done", "")
    assert survey.reckoned_at is not None


def _told(model):
    """Every column that can be read at all."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if not isinstance(field, SealedTextField)
    ]


def test_nothing_leads_from_an_answer_to_anybody(hands, request):
    """Ten known answers by ten known doors: afterwards no row of any table says which."""
    survey = hands.opened()
    strata = [each.code for each in strata_of(survey.questionnaire)]
    codes = hands.slips(survey, 10, strata[0])
    doors = list(Invitation.objects.filter(community=survey.community_id)[:10])
    for number, (code, door) in enumerate(zip(codes, doors, strict=True)):
        hands.answer(survey, code, overall=number % 5, covenant=number % 4)
        actions.leave_door(door, how="reached", **hands.who("worker"))
    fields = {field.name for field in AnswerSheet._meta.concrete_fields}
    assert fields == {"id", "community", "questionnaire", "channel", "stratum", "answers"}
    sheets = {str(each.pk) for each in AnswerSheet.objects.filter(community=survey.community_id)}
    assert all(
        each.pk.version == 4 for each in AnswerSheet.objects.filter(community=survey.community_id)
    )
    known = {str(door.dwelling_id) for door in doors} | {str(door.pk) for door in doors}
    there = set(connection.introspection.table_names())
    # Tests of other rooms bring models of their own that have no table here.
    for model in (each for each in apps.get_models() if each._meta.db_table in there):
        rows = repr(list(model._base_manager.values_list(*_told(model))))
        if model is not AnswerSheet:
            assert not any(sheet in rows for sheet in sheets), f"{model._meta.label} knows a sheet"
        if model in (AnswerSheet, Slip, SlipTaken, PaperEntry, Estimate):
            assert not any(each in rows for each in known), f"{model._meta.label} knows a door"
        assert not any(code in rows for code in codes), f"{model._meta.label} keeps a code"
    entries = Entry.objects.filter(action="questionnaire.answer")
    assert {(each.account, each.at.astimezone(SHANGHAI).hour) for each in entries} == {(None, 0)}
    linked = {
        field.related_model
        for model in (AnswerSheet, Slip)
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete
    }
    assert {each._meta.model_name for each in linked} == {"place", "questionnaire"}
    if connection.vendor == "sqlite" and not request.config.getoption("nomigrations"):
        with connection.cursor() as cursor:
            for table in ("questionnaire_slip", "questionnaire_answersheet"):
                cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
                assert cursor.fetchone()[0].endswith("WITHOUT ROWID"), table
    hands.reckoned(survey)
    for model in (Invitation, Slip, SlipTaken, PaperEntry):
        assert not model.objects.filter(community=survey.community_id).exists()
