"""The rules of a round in sentences: how one votes, how it is counted, who may vote."""

from typing import Any

from django.utils.translation import gettext as _

from linli.governance.budgeting.explained import tell_rules_of
from linli.governance.budgeting.models import Round, Ruling
from linli.governance.budgeting.queries.results import published_rules
from linli.governance.budgeting.rules.rounds import ADVISED


def area_of(round_: Round) -> str:
    """Where the money is for."""
    return round_.area.name_inside if round_.area is not None else _("整个社区")


def how_to_vote(ruling: Ruling, projects: int) -> str:
    """The form of the ballot, as one explains it to a voter."""
    advised = min(ADVISED, projects)
    if ruling.form == "points":
        return _(
            "您有 {most} 点，可以分给几个项目，一个项目最多 {each} 点；不用分完。"
            "建议至少分给 {advised} 个项目：只给一个的，这个项目没选上，您的份额就闲着了。"
        ).format(most=ruling.most, each=ruling.each, advised=advised)
    if ruling.form == "up_to":
        return _(
            "在您赞成的项目后面打勾，最多 {most} 个。建议至少选 {advised} 个："
            "只选一个的，这个项目没选上，您的份额就闲着了。"
        ).format(most=ruling.most, advised=advised)
    return _(
        "在您赞成的项目后面打勾，几个都行。建议至少选 {advised} 个："
        "只选一个的，这个项目没选上，您的份额就闲着了。"
    ).format(advised=advised)


def how_counted(ruling: Ruling) -> list[str]:
    """The counting rules, one sentence each, in the order they are used."""
    drawn = _(
        "抽签的字在开始投票时才定：公布的种子、换行、那时固定的名册的校验值，合起来算 SHA-256。"
        "定种子的时候名册还没有固定，谁也不能挑一个合意的种子。"
    )
    return [
        *tell_rules_of(published_rules(ruling)),
        drawn,
        _("空白票算一张票，作废的票不算。"),
    ]


def who_votes(round_: Round, ruling: Ruling) -> str:
    """Who may vote, as the round decided it."""
    return _(
        "{day}住在{area}（户籍、常住或租住）、满 {age} 周岁的居民，一人一票。"
        "名册上没有的，投票期间带证件到居委会补登。"
    ).format(day=_day(ruling.roll_on), area=area_of(round_), age=ruling.voter_age)


def _day(day: Any) -> str:
    return _("{y} 年 {m} 月 {d} 日").format(y=day.year, m=day.month, d=day.day)
