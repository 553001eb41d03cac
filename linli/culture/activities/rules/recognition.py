"""What thanks may say, and what comes before anybody reads them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from linli.lib.calendar.periods import corresponding_day
from linli.lib.law import Finding

FREELY = ("civil_code.990", "pipl.24")

_NEVER = re.compile(
    r"扣分|减分|加分|积分|得分|打分|评分|分值|记分|\d+\s*分(?!钟|之|会)|排名|名次|排行|第[一二三四五六七八九十\d]+名"
    r"|一票否决|不得评|取消资格|黑名单|红黑榜|曝光|失信|末位|星级|评星|等级|达标率|优先享受|可享受|享受.{0,8}优惠"
    r"|优先.{0,8}(?:保障|分配|入学|住房|补贴|低保|救助)|奖金|补贴|兑换|挂钩"
)
"""Words of deduction, reckoning up, ranking, and of what one is entitled to."""


def positive_only(words: str) -> Finding:
    """Criteria say what somebody does for others, and nothing else: no deduction, no points, no
    ranking, nothing one would be entitled to."""
    found = _NEVER.search(words)
    return Finding(
        found is None,
        "activities.positive_only",
        cites=FREELY,
        numbers={"words": found.group(0)[:20] if found else ""},
    )


def has_criteria(lines: Sequence[str]) -> Finding:
    """It is said beforehand what is looked at."""
    return Finding(bool(lines), "activities.honour_criteria")


def takes_nominations(opens_on: date, closes_on: date, closed: bool, on: date) -> Finding:
    """From the first day to the last, both included."""
    return Finding(
        not closed and opens_on <= on <= closes_on,
        "activities.honour_open",
        numbers={"opens_on": opens_on, "closes_on": closes_on},
    )


def agreed_first(consent_way: str) -> Finding:
    """Nothing about somebody is public before they agree."""
    return Finding(
        bool(consent_way), "activities.nominee_consents", cites=("pipl.25", "civil_code.1032")
    )


def looked_at(voices: int, open_questions: int, *, least: int) -> Finding:
    """So many representatives have said that they support it or asked, and every question is
    answered."""
    return Finding(
        voices >= least and open_questions == 0,
        "activities.honour_looked_at",
        numbers={"voices": voices, "least": least, "open": open_questions},
    )


def not_about_oneself(own: bool) -> Finding:
    """Nobody looks at a nomination of themselves, or at one they made."""
    return Finding(not own, "activities.not_own_nomination")


def objections_heard(shown_until: date, on: date, unanswered: int) -> Finding:
    """An honour is given when the days of objection are over (the last one included) and each
    objection is answered."""
    return Finding(
        on > shown_until and unanswered == 0,
        "activities.objections_heard",
        numbers={"shown_until": shown_until, "open": unanswered},
    )


def may_object(shown_since: date | None, shown_until: date | None, on: date) -> Finding:
    """From the day it is shown to the last day of the objection period, both included."""
    holds = shown_since is not None and shown_until is not None and shown_since <= on <= shown_until
    return Finding(holds, "activities.objection_in_time", numbers={"shown_until": shown_until})


def expires_on(awarded_on: date, months: int) -> date:
    """The day an honour is no longer shown."""
    return corresponding_day(awarded_on, months)


AFTER_ROUND, AFTER_NOTICE = timedelta(days=30), timedelta(days=60)
"""How long a name waits for an answer after its round, and for an award after the objections."""


def run_out(
    state: str, closes_on: date, shown_until: date | None, expires_on: date | None, on: date
) -> bool:
    """Whether time takes it down: nobody agreed in the days after the round, nothing was given in
    those after the objections (the last day of both still counts), or the honour has run out."""
    if state == "named":
        return on > closes_on + AFTER_ROUND
    if state == "shown":
        return shown_until is not None and on > shown_until + AFTER_NOTICE
    return state == "awarded" and expires_on is not None and on >= expires_on


def own_name(others: int) -> Finding:
    """Whoever agrees online writes their own name, or none: a name of the register that is not
    known to be theirs is written down at the desk."""
    return Finding(others == 0, "activities.honour_own_name", cites=("pipl.25", "civil_code.1032"))


def in_state(state: str, *wanted: str) -> Finding:
    """It is still where the step begins."""
    return Finding(state in wanted, "activities.nomination_fresh")
