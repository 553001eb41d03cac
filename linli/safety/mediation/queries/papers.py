"""How the thirteen papers of a case stand, and whether its file is whole."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.lib.law import Finding, Findings
from linli.safety.mediation.flows import ENDED, IN_FORCE
from linli.safety.mediation.kinds import DISTURBING
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.queries.course import (
    agreement_of,
    exhibits_of,
    points_of,
    records_of,
)
from linli.safety.mediation.rules import papers as rules
from linli.safety.mediation.rules.papers import Course, Standing

TITLES: dict[str, Any] = {
    rules.APPLICATION: _("申请书或者受理登记表"),
    rules.RIGHTS: _("权利义务告知书"),
    rules.IDENTITY: _("当事人身份证明"),
    rules.MANDATE: _("授权委托书"),
    rules.INVESTIGATION: _("调查记录"),
    rules.EVIDENCE: _("证据材料"),
    rules.RECORD: _("调解记录"),
    rules.AGREEMENT: _("调解协议书或者口头协议登记表"),
    rules.PERFORMANCE: _("履行凭证"),
    rules.VISIT: _("回访记录"),
    rules.CONFIRMATION: _("司法确认材料"),
    rules.NOTE: _("卷宗情况说明"),
    rules.BACK: _("封底"),
    "paper": _("没有这份材料"),
    "signature": _("没有签名或者按指印"),
    "seal": _("没有盖章"),
}


def titles() -> dict[str, str]:
    """What papers are called, and what they may lack, in the reader's language."""
    return {key: str(title) for key, title in TITLES.items()}


def course_of(case: Mediation) -> Course:
    """What bears on which papers must be there."""
    agreement = agreement_of(case)
    return Course(
        agreed=agreement is not None,
        oral=bool(agreement and agreement.oral),
        talked=agreement is not None or bool(records_of(case, "session")),
        by_agent=any(side.agent for side in case.sides),
    )


def standings_of(case: Mediation) -> list[Standing]:
    """Each of the thirteen in order: whether it is there, signed, and sealed."""
    signed = set(case.marks.filter(community=case.community_id).values_list("paper", flat=True))
    laid = {exhibit.kind for exhibit, _file in exhibits_of(case)}
    written = {record.kind for record in records_of(case) if record.written_at}
    agreement, sides = agreement_of(case), case.sides
    agents = [side for side in sides if side.agent]
    there = {
        rules.APPLICATION: bool(case.facts),
        rules.RIGHTS: bool(sides) and all(side.told_on for side in sides),
        rules.IDENTITY: bool(sides) and all(side.identity_seen for side in sides),
        rules.MANDATE: bool(agents) and (all(side.mandate for side in agents) or "mandate" in laid),
        rules.INVESTIGATION: bool(written & {"investigation", "persuasion"}),
        rules.EVIDENCE: "evidence" in laid,
        rules.RECORD: "session" in written,
        rules.AGREEMENT: agreement is not None,
        rules.PERFORMANCE: "performance" in laid,
        rules.VISIT: "visit" in written,
        rules.CONFIRMATION: bool(agreement and agreement.confirmation) or "confirmation" in laid,
        rules.NOTE: bool(case.note),
        rules.BACK: case.filed_on is not None,
    }
    by_hand = {paper: paper in signed for paper in rules.PAPERS}
    if agreement is not None and not agreement.oral:
        everybody = all(side.signed_on for side in sides)
        by_hand[rules.AGREEMENT] = everybody and agreement.mediator_signed_on is not None
    sealed = bool(agreement and agreement.sealed_on)
    return [
        Standing(paper, there[paper], by_hand[paper], sealed and paper == rules.AGREEMENT)
        for paper in rules.PAPERS
    ]


def check_of(case: Mediation) -> Findings:
    """One finding for each paper that must be there."""
    return rules.check(standings_of(case), course_of(case), titles())


def whole(case: Mediation) -> Finding:
    """Whether the file may be printed as complete; what is missing, where it may not."""
    return rules.file_whole(check_of(case))


def may_be_filed(case: Mediation) -> Finding:
    """Whether all but the back cover is there, which is filled in when the file is closed."""
    found = [one for one in check_of(case) if one.numbers["number"] != len(rules.PAPERS)]
    return rules.file_whole(Findings(tuple(found)))


def disturbs(case: Mediation) -> bool:
    """Whether a record of dissuading is offered: it is about noise or an animal, or somebody was
    dissuaded."""
    return case.kind in DISTURBING or bool(records_of(case, "persuasion"))


def is_over(case: Mediation) -> bool:
    """Whether a file may be put together: there is an agreement in force, or an end."""
    return case.state in (*IN_FORCE, *ENDED)


def points_left(case: Mediation) -> int:
    """How many points of the agreement are not marked as done."""
    return sum(point.state != "done" for point in points_of(case))
