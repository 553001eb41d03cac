"""The result as it hangs on the board: what won, how ties were settled, what the other says."""

from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_money
from linli.governance.budgeting.explained import explain, title_of
from linli.governance.budgeting.models import Project, Round, Ruling
from linli.governance.budgeting.queries.results import outcomes_of, titles
from linli.governance.budgeting.rules.count import Outcome
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries.counts import voided
from linli.mechanisms.ballot.queries.listing import in_groups
from linli.mechanisms.ballot.queries.polls import participation


def other_in_words(outcome: Outcome, other: Outcome, named: dict[str, str]) -> str:
    """What the other rule would have come to on the same papers."""
    if set(outcome.won) == set(other.won):
        return _("换一种算法，选上的项目一样。")
    only = [named[key] for key in other.won if key not in outcome.won]
    not_ = [named[key] for key in outcome.won if key not in other.won]
    return _("换一种算法（{method}），选上的是{won}：多出{more}，少了{less}；一共 {cost}。").format(
        method=title_of(other),
        won=_("、").join(named[key] for key in other.won) or _("没有"),
        more=_("、").join(only) or _("没有"),
        less=_("、").join(not_) or _("没有"),
        cost=tell_money(other.cost),
    )


def voided_in_words(poll: Poll) -> str:
    """The stations whose papers count for nothing, with how many these were, and why."""
    return "\n".join(
        _("{name}：发出 {issued} 张，箱内 {returned} 张，全部作废；{ground}。").format(
            name=each.name,
            issued=each.issued,
            returned="—" if each.returned is None else each.returned,
            ground=each.void_ground or _("没有写原因"),
        )
        for each in voided(poll)
    )


def result_fields(round_: Round, ruling: Ruling, projects: list[Project]) -> dict[str, Any]:
    """The fields of the posting."""
    outcome, other = outcomes_of(round_, ruling, projects)
    named = dict(titles(projects))
    by_key = {str(each.position): each for each in projects}
    won = [by_key[key] for key in outcome.won]
    assert round_.poll is not None
    return {
        "title": round_.title,
        "fen": round_.fen,
        "papers": round_.papers,
        "roll": round_.poll.electorate.size,
        "marked": participation(round_.poll) or 0,
        "voided": voided_in_words(round_.poll),
        "method": title_of(outcome),
        "winners": [
            {"position": each.position, "title": each.title, "fen": each.fen} for each in won
        ],
        "cost": outcome.cost,
        "left": outcome.left,
        "ties": "\n".join(explain(outcome, named).ties),
        "other": other_in_words(outcome, other, named),
        "head": in_groups(round_.poll.list_head),
    }
