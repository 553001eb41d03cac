"""A community with a wave that is being taken."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.evaluation.surveys import actions
from linli.evaluation.surveys.bank import bank
from linli.evaluation.surveys.reckoning import reckon
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.web.demo.cast import gather

AT = datetime(2026, 12, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db):
    return gather(AT)


@pytest.fixture
def hands(setting):
    """Those who do things: `hands.who("worker")`; and a wave in each of its states."""

    def who(key, at=AT):
        return {"by": setting.actor(key, timezone.localdate(at)), "at": at}

    def compose(**given):
        return actions.compose_survey(
            setting.community,
            **{
                "title": "2026 年满意度调查",
                "purpose": "看哪里要改",
                "sets": ["core", "about"],
                "opens_on": date(2026, 12, 8),
                "closes_on": date(2026, 12, 20),
                **given,
            },
            **who("worker"),
        )

    def opened(n=60, **given):
        survey = actions.draw_sample(compose(**given), n=n, seed="a", **who("worker"))
        return actions.open_survey(survey, **who("worker"))

    def sheet(survey, **said):
        """Answers by the key of the bank, as the mechanism takes them."""
        keys = {each.item: each.key for each in questions_of(survey.questionnaire)}
        return {keys[key]: [str(number)] for key, number in said.items()}

    def answer(survey, code, **said):
        made = survey.questionnaire
        questionnaires.answer(made, code=code, answers=sheet(survey, **said), by=NOBODY, at=AT)

    def slips(survey, count, stratum=""):
        return questionnaires.print_slips(
            survey.questionnaire, count=count, stratum=stratum, **who("worker")
        )

    def reckoned(survey):
        actions.close_survey(survey, **who("worker"))
        found = reckon(survey, date(2026, 12, 9))
        return actions.reckon_survey(survey, found=found, by=the_clock(), at=AT)

    def url(name, *parts):
        return reverse(f"evaluation:{name}", args=[setting.community.code, *parts])

    return SimpleNamespace(
        setting=setting, who=who, compose=compose, opened=opened, sheet=sheet, answer=answer,
        slips=slips, reckoned=reckoned, url=url, bank=bank(),
    )  # fmt: skip
