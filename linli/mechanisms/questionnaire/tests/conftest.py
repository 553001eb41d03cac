"""A sort of questionnaire whose paper is typed twice, and one of it that is open."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from linli.core.audit.door import Act
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.questionnaire import actions, kinds
from linli.mechanisms.questionnaire.kinds import QuestionnaireKind
from linli.web.demo.cast import gather

QUESTIONS = (
    {"text": "您对社区满意吗？", "text_en": "Are you satisfied?", "kind": "scale",
     "item": "overall_satisfied", "options": ["很不满意", "不满意", "一般", "满意", "很满意"]},
    {"text": "办过哪些事？", "kind": "several", "options": ["开证明", "报修", "都没有"]},
    {"text": "报修修好了吗？", "kind": "one", "options": ["修好了", "没有"], "dont_know": True,
     "asked_if": {"question": "2", "options": [1]}, "item": "repaired"},
    {"text": "家里几口人？", "kind": "number", "options": ["一两口", "三口以上"],
     "edges": [1, 3], "situation": "elders"},
    {"text": "还有什么想说的？", "kind": "words"},
)  # fmt: skip


@pytest.fixture
def at():
    """A morning in December."""
    return datetime(2026, 12, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def setting(db, at):
    return gather(at)


@pytest.fixture
def who(setting, at):
    """`by` and `at` of one of the cast: `who("worker")`."""

    def given(key, when=None):
        moment = when or at
        return {"by": setting.actor(key, moment.date()), "at": moment}

    return given


@pytest.fixture
def step(setting, who):
    """Takes a step as an act of the room would: `step(actions.open_up, asked)`."""

    def taken(function, subject, *args, by="worker", **given):
        act = Act("planning.draft_survey", **who(by), subject=subject)
        return function(act, subject, *args, **given)

    return taken


@pytest.fixture
def kind(monkeypatch):
    """A room whose pages are those of the survey of needs."""
    sort = QuestionnaireKind(
        "满意度调查",
        keeps="planning.survey",
        types="planning.type_in",
        page=lambda asked: reverse("planning:survey", args=[asked.community.code]),
        desk=lambda asked: reverse("planning:surveys", args=[asked.community.code]),
        typed_twice=True,
    )
    monkeypatch.setitem(kinds._KINDS, "asked", sort)
    return "asked"


@pytest.fixture
def drafted(setting, step, kind):
    """The questionnaire in draft."""
    days = {"opens_on": date(2026, 12, 8), "closes_on": date(2026, 12, 20)}
    given = {"title": "满意度调查", "title_en": "Satisfaction", "questions": QUESTIONS}
    return step(actions.draft, setting.community, kind, **given, **days)


@pytest.fixture
def asked(drafted, step):
    """The questionnaire, open."""
    return step(actions.open_up, drafted)
