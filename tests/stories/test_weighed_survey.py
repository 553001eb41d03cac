"""A survey is drawn and answered: a resident on a phone, another on paper that two people type and
the second types wrong; then everybody reads what came of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.models import Survey
from linli.evaluation.surveys.queries.waves import wave_in
from linli.evaluation.surveys.reckoning import reckon
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.models import AnswerSheet
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of
from tests.stories.steps import send
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story

HANDED_IN = "main form[method=post] button[type=submit]:not([name])"


class Hands:
    """What is done away from the browser."""

    def __init__(self, house):
        self.house, self.at = house, timezone.now()
        on = timezone.localdate(self.at)
        self.worker, self.director = (
            {"by": house.setting.actor(key, on), "at": self.at} for key in ("worker", "director")
        )
        survey = actions.compose_survey(
            house.setting.community,
            title="今年的调查",
            title_en="This year's survey",
            purpose="看哪里做得好、哪里要改；结果会公布。",
            sets=["core"],
            opens_on=on,
            closes_on=on + timedelta(days=9),
            **self.worker,
        )
        survey = actions.draw_sample(survey, n=60, **self.worker)
        self.survey = actions.open_survey(survey, **self.worker)
        self.codes = [
            code
            for each in strata_of(survey.questionnaire)
            for code in questionnaires.print_slips(
                survey.questionnaire, count=30, stratum=each.code, **self.worker
            )
        ]

    def others_answer(self):
        made = self.survey.questionnaire
        keys = {each.item: each.key for each in questions_of(made)}
        for number, code in enumerate(self.codes[4:54]):
            answers = {
                keys["overall"]: ["0" if number % 4 else "3"],
                keys["covenant"]: [str(number % 4)],
                keys["belong"]: [str(number % 3)],
            }
            questionnaires.answer(made, code=code, answers=answers, by=NOBODY, at=self.at)

    def end(self):
        survey = wave_in(self.survey.community_id, self.survey.questionnaire_id)
        actions.close_survey(survey, **self.worker)
        found = reckon(survey, timezone.localdate(self.at))
        actions.reckon_survey(survey, found=found, by=the_clock(), at=self.at)


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_survey_is_answered_typed_and_told(own_house, look):
    house = own_house
    house.speak(look)
    hands = Hands(house)
    key = hands.survey.questionnaire_id
    with house.visit(look) as page:
        page.goto(house.at("surveys/"))
        seen(page, house, look, "survey-come-in")
        page.goto(house.at(f"surveys/?code={hands.codes[0]}"))
        seen(page, house, look, "survey-answer")
        page.reload()  # looking for barriers leaves marks, which the next page would take over
        page.check("input[name=q1][value='0']")
        for leaf in (1, 2):
            page.locator(HANDED_IN).first.click()
            page.wait_for_selector(f"input[name=leaf][value='{leaf}']", state="attached")
        page.locator(HANDED_IN).first.click()
        page.wait_for_url("**/surveys/")
        assert AnswerSheet.objects.filter(community=house.setting.community).count() == 1
    for who, said in (("worker", "1"), ("director", "3")):
        with house.visit(look, who) as page:
            page.goto(house.at(f"desk/questionnaires/{key}/type-in/"))
            page.fill("input[name=code]", hands.codes[1])
            page.check(f"input[name=q1][value='{said}']")
            send(page, HANDED_IN)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/questionnaires/{key}/doubts/"))
        page.click("main a[href*='/doubts/']")
        page.check("input[name=q1][value='1']")
        send(page, HANDED_IN)
        assert AnswerSheet.objects.filter(community=house.setting.community).count() == 2
        page.goto(house.at(f"desk/surveys/{key}/doors/"))
        seen(page, house, look, "survey-doors")
        page.goto(house.at(f"desk/surveys/{key}/"))
        seen(page, house, look, "survey-desk")
        page.goto(house.at("desk/surveys/new/"))
        seen(page, house, look, "survey-new")
    hands.others_answer()
    hands.end()
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/surveys/{key}/publish/"))
        send(page, HANDED_IN)
    assert Survey.objects.get(community=house.setting.community).published_on
    with house.visit(look) as page:
        page.goto(house.at(f"surveys/{key}/"))
        text = page.inner_text("main")
        assert "86.7" in text, "52 of 60 answered"
        seen(page, house, look, "survey-results")
