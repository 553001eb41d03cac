"""The survey of satisfaction in the demo: a sample of the dwellings, asked in three weeks by phone,
on paper and at the door, closed, reckoned and published."""

import random
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.places.queries import dwellings_under
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.models import Invitation, Survey
from linli.evaluation.surveys.reckoning import reckon
from linli.lib.calendar import local_day
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.actions.typing import DIFFERS
from linli.mechanisms.questionnaire.models import Question
from linli.mechanisms.questionnaire.queries.asking import questions_of, strata_of
from linli.mechanisms.questionnaire.queries.slips import entries_in_doubt
from linli.web.demo.cast import Setting

SEED = 20261211
DRAWN, ANSWERED, PAPER, TOLD = 240, 168, 12, 12
OPENED, CLOSED, PUBLISHED = 62, 41, 38
"""How many days ago."""

SETS = ("core", "features", "about", "elders", "owners")
WEIGHTS = {
    "overall": (30, 46, 13, 6, 2, 3), "change": (40, 44, 8, 8), "covenant": (22, 34, 30, 14),
    "safe_day": (58, 34, 4, 1, 3), "safe_dark": (36, 42, 13, 5, 4),
    "surroundings": (22, 38, 22, 11, 5, 2), "property": (14, 30, 18, 14, 8, 4, 12),
    "exercise_often": (24, 26, 28, 22), "exercise_long": (24, 52, 24),
    "exercise_hard": (30, 54, 16), "talk": (30, 28, 18, 16, 8), "help": (68, 24, 8),
    "belong": (24, 42, 20, 8, 6), "influence": (12, 30, 30, 18, 10),
    "party": (30, 34, 12, 4, 2, 18), "age": (4, 60, 36), "sex": (55, 45), "hukou": (66, 34),
}  # fmt: skip
"""How often each answer of the bank is chosen; of others each alike, of a lack one in four."""


def play_surveys(setting: Setting, at: datetime) -> None:
    """One wave, from its questions to its results."""
    hands = _Hands(setting, at)
    survey = hands.open()
    codes = {
        each.code: questionnaires.print_slips(
            survey.questionnaire, count=each.drawn, stratum=each.code, **hands.by("worker", OPENED)
        )
        for each in strata_of(survey.questionnaire)
        if each.drawn
    }
    hands.take(survey, codes)
    hands.finish(survey)


class _Hands:
    """Worker, director and residents, and the days on which they do what."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now = setting, at
        self.chance = random.Random(SEED)

    def ago(self, days: int) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=10, minute=0, second=0, microsecond=0)

    def by(self, key: str, days: int) -> dict[str, Any]:
        moment = self.ago(days)
        return {"by": self.setting.actor(key, local_day(moment)), "at": moment}

    def open(self) -> Survey:
        worker, opens = self.by("worker", OPENED), local_day(self.ago(OPENED))
        homes = dwellings_under(self.setting.community).count()
        survey = actions.compose_survey(
            self.setting.community,
            title=f"{opens.year} 年居民满意度调查",
            title_en=f"Residents' survey {opens.year}",
            purpose="了解大家住得怎么样，看哪里做得好、哪里要改；结果会公布。",
            sets=SETS,
            opens_on=opens,
            closes_on=local_day(self.ago(CLOSED)),
            own=[
                {"text": "小花园的长椅，最想先装在哪里？", "options": ["东门", "健身角", "4号楼前"]}
            ],
            **worker,
        )
        survey = actions.draw_sample(survey, n=min(DRAWN, homes), seed=f"{SEED}", **worker)
        return actions.open_survey(survey, **worker)

    def take(self, survey: Survey, codes: dict[str, list[str]]) -> None:
        """Seven in ten answer: most by their phone, some on paper or to a worker."""
        made, asked = survey.questionnaire, questions_of(survey.questionnaire)
        slips = [code for each in codes.values() for code in each]
        self.chance.shuffle(slips)
        for number, code in enumerate(slips[: len(slips) * ANSWERED // DRAWN]):
            answers, days = self._answers(asked), OPENED - 2 - number % 18
            if number < PAPER:
                self._type(survey, code, answers, days, wrong=number == 0)
            elif number < PAPER + TOLD:
                how = "phone" if number % 2 else "door"
                questionnaires.answer_for(
                    made, code=code, answers=answers, channel=how, **self.by("worker", days)
                )
            else:
                moment = self.ago(days)
                questionnaires.answer(made, code=code, answers=answers, by=NOBODY, at=moment)
        doors = Invitation.objects.filter(community=survey.community_id, survey=survey)
        for number, door in enumerate(doors.select_related("survey__questionnaire")[:18]):
            how = "refused" if number % 3 == 0 else "reached"
            actions.leave_door(door, how=how, **self.by("worker", CLOSED + 3))

    def _type(
        self, survey: Survey, code: str, answers: dict[str, Any], days: int, *, wrong: bool
    ) -> None:
        made = survey.questionnaire
        questionnaires.type_paper(made, code=code, answers=answers, **self.by("worker", days))
        again = {**answers, "1": ["4"]} if wrong else answers
        said = questionnaires.type_paper(
            made, code=code, answers=again, **self.by("director", days)
        )
        if said == DIFFERS:
            (entry,) = entries_in_doubt(made)
            given = {"1": answers["1"]}
            questionnaires.settle_paper(entry, answers=given, **self.by("worker", days))

    def _answers(self, asked: list[Question]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for question in asked:
            if question.situation != "all" and self.chance.random() < 0.7:
                continue
            numbers = range(len(question.options))
            weights = WEIGHTS.get(question.item) or (
                (72, 24, 4) if question.item.startswith("lack_") else [1] * len(numbers)
            )
            several = question.kind == "several"
            chosen = self.chance.choices(list(numbers), weights, k=2 if several else 1)
            said[question.key] = [str(number) for number in sorted(set(chosen))]
        return said

    def finish(self, survey: Survey) -> None:
        actions.close_survey(survey, **self.by("worker", CLOSED - 1))
        on, moment = local_day(self.ago(CLOSED - 1)), self.ago(CLOSED - 1)
        actions.reckon_survey(survey, found=reckon(survey, on), by=the_clock(), at=moment)
        actions.publish_survey(survey, **self.by("director", PUBLISHED))
