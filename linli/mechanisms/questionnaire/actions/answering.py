"""One answer for one slip. The book says on which day somebody answered, and no more."""

from collections.abc import Mapping
from typing import Any

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import AnswerSheet, Questionnaire, Slip
from linli.mechanisms.questionnaire.queries.asking import questions_of, takes_answers
from linli.mechanisms.questionnaire.queries.slips import digest_of

ANSWERED_FOR = ("phone", "door")
"""The ways a worker writes down what somebody says."""


def put_in(
    act: Act,
    questionnaire: Questionnaire,
    *,
    code: str,
    answers: Mapping[str, Any],
    channel: str,
) -> None:
    """A step: one answer for one slip. `answers`: by the question's key a list of option numbers
    as text (`["dk"]` for "don't know"), or the words. Answers to what was not asked of this
    person are left out, words are kept without what would say who wrote them. Refused where the
    answers do not fit, the slip is used or unknown, or the last day is over; then nothing is
    kept and the slip stays good. Leaves out who."""
    act.leave_out_who()
    given = fitting(act, questionnaire, answers, channel)
    write_sheet(questionnaire, use_slip(questionnaire, code), given, channel)


@action("questionnaire.answer", needs="questionnaire.answer")
def answer(
    act: Act, questionnaire: Questionnaire, *, code: str, answers: Mapping[str, Any]
) -> Questionnaire:
    """Somebody answers on the page (`put_in`)."""
    put_in(act, questionnaire, code=code, answers=answers, channel="web")
    return questionnaire


@action("questionnaire.answer_for", needs="questionnaire.type_in")
def answer_for(
    act: Act, questionnaire: Questionnaire, *, code: str, answers: Mapping[str, Any], channel: str
) -> Questionnaire:
    """A worker writes down what somebody says by telephone or at the door (`put_in`)."""
    if channel not in ANSWERED_FOR:
        raise ValueError(f"nobody answers for somebody by {channel!r}")
    put_in(act, questionnaire, code=code, answers=answers, channel=channel)
    return questionnaire


def fitting(
    act: Act, questionnaire: Questionnaire, answers: Mapping[str, Any], channel: str
) -> dict[str, Any]:
    """The answers as they would be kept, or refused."""
    on = local_day(act.at)
    require(takes_answers(questionnaire, on, channel))
    asked = [each.as_asked() for each in questions_of(questionnaire)]
    given = rules.asked_only(asked, answers)
    require(rules.answers_fit(asked, given))
    return {key: _masked(said) for key, said in given.items()}


def use_slip(questionnaire: Questionnaire, code: str) -> Slip:
    """Uses a slip up: of two at once, one. Refused where it is used or unknown."""
    slips = Slip.objects.filter(
        community=questionnaire.community_id, questionnaire=questionnaire, digest=digest_of(code)
    )
    if not slips.filter(used=False).update(used=True):
        raise Refused(Finding(False, "questionnaire.slip_good"))
    return slips.get()


def write_sheet(
    questionnaire: Questionnaire, slip: Slip, answers: Mapping[str, Any], channel: str
) -> None:
    """The sheet that counts: of the slip it keeps the group, where the slip bears one."""
    AnswerSheet.objects.create(
        community_id=questionnaire.community_id,
        questionnaire=questionnaire,
        channel=channel,
        stratum=slip.stratum,
        answers=dict(answers),
    )


def _masked(said: Any) -> Any:
    """Words as they are kept: without what would say who wrote them."""
    return redact(said).text.strip() if isinstance(said, str) else said
