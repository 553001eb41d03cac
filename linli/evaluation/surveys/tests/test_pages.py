"""The pages: they answer, say what they should, and do what they offer."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.jobs.models import Job
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.models import Estimate, Invitation, Survey
from linli.evaluation.surveys.queries.waves import wave_in
from linli.evaluation.surveys.reckoning import reckon
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.models import AnswerSheet
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def visit(hands):
    def browser(key=""):
        client = Client()
        if key:
            client.force_login(hands.setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def today(hands):
    """`by` and `at` of one of the cast, now: the pages read the clock."""
    at = timezone.now()
    on = timezone.localdate(at)
    return lambda key: {"by": hands.setting.actor(key, on), "at": at}


def said(response, status=200):
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def _opened(hands, today, *, n=60, how="sample", title="今年的调查", after=0):
    on = timezone.localdate() + timedelta(days=after)
    survey = actions.compose_survey(
        hands.setting.community,
        title=title,
        purpose="看哪里要改",
        sets=["core", "about"],
        opens_on=on,
        closes_on=on + timedelta(days=20),
        how=how,
        own=[
            {"text": "想在哪装长椅", "options": ["东门", "西门"]},
            {"text": "还想说", "options": []},
        ],
        **today("worker"),
    )
    survey = actions.draw_sample(survey, n=n, **today("worker"))
    return actions.open_survey(survey, **today("worker"))


def test_the_desk_composes_draws_and_opens(hands, visit):
    desk, url = visit("worker"), hands.url
    assert "还没有做过" in said(desk.get(url("surveys")))
    page = said(desk.get(url("survey_new")))
    assert "和邻居聊一次天" in page, "the bank can be read where one chooses"
    on = timezone.localdate()
    given = {
        "title": "满意度", "purpose": "看哪里要改", "sets": ["core"], "per": "household",
        "how": "sample", "strata": "compound", "opens_on": on, "closes_on": on + timedelta(days=9),
        "own-TOTAL_FORMS": 5, "own-INITIAL_FORMS": 0,
        "own-0-text": "想在哪装长椅", "own-0-options": "东门\n西门",
    }  # fmt: skip
    desk.post(url("survey_new"), given)
    survey = Survey.objects.select_related("questionnaire").get(community=hands.setting.community)
    key = survey.questionnaire_id
    frame = said(desk.get(url("survey_frame", key), {"points": 7, "rate": 50}))
    assert "翠湖新村" in frame
    assert "1.96²" in frame
    desk.post(url("survey_frame", key), {"n": 60})
    assert Invitation.objects.filter(community=survey.community_id).count() == 60
    shown = said(desk.get(url("survey_desk", key)))
    assert "想在哪装长椅" in shown
    with_english = desk.get(url("survey_desk", key), headers={"accept-language": "en"})
    assert "<h2>Questions</h2>" in said(with_english)
    assert "种子" in shown
    assert "交不上去" in said(desk.get(url("survey_preview", key)))
    page = said(desk.get(url("survey_questions", key)))
    assert 'value="满意度"' in page
    draft = desk.post(url("survey_new"), given).url.split("/")[-3]
    said(desk.get(url("survey_drop", draft)))
    assert "都删掉了" in said(desk.post(url("survey_drop", draft), follow=True))
    later = given | {"closes_on": on + timedelta(days=12), "title": "满意度调查"}
    assert "满意度调查" in said(desk.post(url("survey_questions", key), later, follow=True))
    said(desk.get(url("survey_open", key)))
    desk.post(url("survey_open", key))
    assert "印调查条" in said(desk.get(url("survey_desk", key)))
    for name in ("surveys", "survey_new"):
        assert visit().get(url(name)).status_code == 302
        assert visit("elder").get(url(name)).status_code == 404


def test_doors_shrink_as_they_are_worked_through(hands, visit, today):
    survey = _opened(hands, today)
    desk, key = visit("worker"), survey.questionnaire_id
    page = said(desk.get(hands.url("survey_doors", key)))
    door = Invitation.objects.filter(community=survey.community_id).first()
    assert door.dwelling.full_name in page
    assert "看不出哪张条给了哪一户" in page
    page = said(desk.post(hands.url("survey_door", key, door.pk), {"how": "refused"}))
    sealed = {"sealed": re.search(r'name="sealed" value="([^"]+)"', page)[1]}
    assert "登记过了" in said(
        desk.post(hands.url("survey_door", key, door.pk), {"how": "reached"}), 409
    )
    back = hands.url("survey_door_back", key)
    assert str(door.pk) in said(desk.post(back, sealed, follow=True))
    assert "放不回去" in said(desk.post(back, sealed), 409)
    assert "放不回去" in said(desk.post(back, {"sealed": "x"}), 409)
    said(desk.post(hands.url("survey_door", key, door.pk), {"how": "refused"}))
    left = said(desk.get(hands.url("survey_doors", key), {"stratum": door.stratum}))
    assert str(door.pk) not in left


def test_a_resident_answers_with_a_slip_and_reads_how_it_stays_unknown(hands, visit, today):
    survey = _opened(hands, today)
    (code,) = questionnaires.print_slips(survey.questionnaire, count=1, **today("worker"))
    phone, address = visit(), hands.url("survey_come_in")
    page = said(phone.get(address))
    assert "对不上" in page
    assert "只问抽到的" in page
    assert "不能用" in said(phone.get(address, {"code": "AAAA"}))
    sheet = said(phone.get(address, {"code": code}))
    assert "看哪里要改" in sheet
    turn = hands.url("survey_turn", survey.questionnaire_id)
    given = {"code": code, "once": "018f0000-0000-7000-8000-000000000001", "leaf": 0, "q1": "0"}
    for _leaf in range(3):
        response = phone.post(turn, given)
        if response.status_code == 302:
            break
        given["leaf"] = int(given["leaf"]) + 1
    assert response.status_code == 302
    made = AnswerSheet.objects.get(community=survey.community_id)
    assert made.answers == {"1": ["0"]}


def test_where_everybody_is_asked_a_household_takes_its_slip_on_the_page(hands, visit, today):
    survey = _opened(hands, today, how="whole")
    assert (survey.seed, survey.frame_units) == ("", 72)
    _opened(hands, today, how="whole", title="又一次")
    coming = _opened(hands, today, how="whole", title="下一次", after=2)
    (code,) = questionnaires.print_slips(coming.questionnaire, count=1, **today("worker"))
    elder = visit("elder")
    page = said(elder.get(hands.url("survey_come_in")))
    assert page.count("领一张调查条") == 2, "of each that is being taken"
    assert "开始收答卷" in page
    assert "还没开始" in said(elder.get(hands.url("survey_come_in"), {"code": code}), 409)
    taken = elder.post(hands.url("survey_slip", survey.questionnaire_id))
    assert "code=" in taken.url
    assert "看哪里要改" in said(elder.get(taken.url))


def test_results_stand_beside_their_answer_rate_and_hide_the_small(
    hands, visit, today, django_assert_max_num_queries
):
    survey = _opened(hands, today)
    made = survey.questionnaire
    keys = {each.item: each.key for each in questions_of(made)}
    made_own, words = (each.key for each in questions_of(made) if not each.item)
    for stratum in strata_of(made):
        codes = questionnaires.print_slips(made, count=28, stratum=stratum.code, **today("worker"))
        for number, code in enumerate(codes):
            answers = {
                keys["overall"]: [str(number % 2 * 3)],
                keys["belong"]: ["3" if number < 2 else "0"],
                keys["covenant"]: [str(number % 3)], keys["sex"]: [str(number % 2)],
                made_own: ["0" if number < 4 else "1"], words: "树",
            }  # fmt: skip
            questionnaires.answer(
                made, code=code, answers=answers, by=NOBODY, at=today("worker")["at"]
            )
    desk, key = visit("director"), survey.questionnaire_id
    assert visit().get(hands.url("survey_results", key)).status_code == 404
    (code,) = questionnaires.print_slips(made, count=1, **today("worker"))
    answers = {keys["overall"]: ["0"]}
    questionnaires.type_paper(made, code=code, answers=answers, **today("worker"))
    page = said(desk.get(hands.url("survey_close", key)))
    assert "核对两遍录入" in page
    assert "1 份没有录完的纸质答卷不计入" in page
    said(desk.post(hands.url("survey_close", key), {"leaving": 1}), 422)
    desk.post(hands.url("survey_close", key), {"leaving": 1, "knowingly": "on"})
    survey = wave_in(survey.community_id, key)
    Job.objects.filter(pk=survey.job_id, community=survey.community_id).update(
        state="failed", finished_at=survey.job.created_at
    )
    page = said(desk.get(hands.url("survey_desk", key)))
    assert "没有算出来" in page
    assert f"/jobs/{survey.job_id}/" in page
    at = today("director")["at"]
    actions.reckon_survey(survey, found=reckon(survey, timezone.localdate()), by=the_clock(), at=at)
    said(desk.get(hands.url("survey_publish", key)))
    desk.post(hands.url("survey_publish", key))
    with django_assert_max_num_queries(25):
        page = said(visit().get(hands.url("survey_results", key)))
    assert "93.3" in page, "56 of 60"
    assert "50.0" in page
    assert "几乎都是" in page, "four of 56 do not, so no number is told"
    assert "想在哪装长椅" in page
    assert "东门" in page
    assert "自己写的话由居委会看" in page
    assert "树</li>" not in page
    shown = said(desk.get(hands.url("survey_desk", key)))
    assert "想在哪装长椅" in shown
    assert "树</li>" in shown, "words at the desk only"
    data = visit().get(hands.url("survey_results", key)[:-1] + ".json").json()
    found = {each["item"]: each for each in data["estimates"]}
    assert found["overall_satisfied"]["state"] == "shown"
    assert found["belong"] | {"value": None} == found["belong"]
    tables = {each["item"] for each in data["tables"]}
    assert "总体满意" in tables
    assert "有归属感" not in tables, "no table tells what the figure withholds"
    assert "算法：按抽样的层加权。" in page
    assert "18 岁以上居民" in page
    assert (data["answered"], data["drawn"], data["enough"]) == (56, 60, True)
    assert Estimate.objects.filter(community=survey.community_id, item="safe").count() == 0
    counted = {each["question"]: each["counts"] for each in data["counted"]}
    assert counted == {"想在哪装长椅": [None, None], "还想说": []}, "eight alone could be had back"
    assert "今年的调查" in said(visit().get(hands.url("survey_come_in")))
