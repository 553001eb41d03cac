"""Why a project won or did not, in sentences that a neighbour can check.

Fewer than the floor of people are never told of alone: with a handful of supporters, what they had
left and what they paid for would tell what else they voted for.
"""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from linli.governance.budgeting.explained.shapes import Amount, ToldProject, ToldSpent
from linli.governance.budgeting.rules.count import Loser, Outcome, Spent, Why, Winner
from linli.lib.numbers import suppressed

NAMED = 4
"""So many projects are named together in one line."""


def tell_winner(
    winner: Winner, outcome: Outcome, names: Mapping[str, str], tell: Amount, floor: int
) -> ToldProject:
    """A winner: how many paid how much each."""
    words = _paid(winner, outcome, tell, floor) if winner.price else _by_votes(winner, outcome)
    cost = tell(Fraction(winner.cost))
    return ToldProject(
        winner.key, names.get(winner.key, winner.key), True, winner.place, cost,
        winner.supporters, winner.votes, tuple(words),
    )  # fmt: skip


def tell_loser(
    loser: Loser, outcome: Outcome, names: Mapping[str, str], tell: Amount, floor: int
) -> ToldProject:
    """A loser: what it lacked, and what its supporters' money went to."""
    few = suppressed(loser.supporters, floor)
    words = [_why(loser, outcome, tell, few=few)]
    if loser.why is Why.SHORT and not few and loser.cost > outcome.left:
        # What its supporters lack may be less than what is left, and still it cannot be paid.
        said = {"left": tell(Fraction(outcome.left)), "cost": tell(Fraction(loser.cost))}
        words.append(_("这是计算用的份额；预算里真正还剩 {left}，付不了 {cost}。").format(**said))
    spent = () if few else _spent(loser.spent, names, tell, floor)
    if spent:
        words.append(_("支持它的人，钱先用在了这些项目上："))
    cost = tell(Fraction(loser.cost))
    return ToldProject(
        loser.key, names.get(loser.key, loser.key), False, 0, cost,
        loser.supporters, loser.votes, tuple(words), spent,
    )  # fmt: skip


def _paid(winner: Winner, outcome: Outcome, tell: Amount, floor: int) -> list[str]:
    assert winner.price is not None
    whole = sum(each.voters for each in winner.payments if each.whole)
    rest = sum(
        (each.amount * each.voters for each in winner.payments if not each.whole), Fraction()
    )
    spent = sum(each.voters for each in winner.payments if not each.amount)
    less = winner.supporters - whole - spent
    said = {"n": f"{winner.supporters:,}", "whole": f"{whole:,}", "less": f"{less:,}",
            "price": tell(winner.price), "rest": tell(rest), "cost": tell(Fraction(winner.cost)),
            "votes": f"{winner.votes:,}", "spent": f"{spent:,}"}  # fmt: skip
    apart = not any(suppressed(number, floor) for number in (whole, less, spent))
    if outcome.points:
        words = [_("支持它的 {n} 人一共给了 {votes} 分，每一分出 {price}。").format(**said)]
        if not apart:
            words.append(_("钱不够按分数出的人，把剩下的都出了。"))
        elif less:
            words.append(
                _("{less} 人的钱不够按分数出，把剩下的都出了，合计 {rest}。").format(**said)
            )
    elif whole == winner.supporters:
        return [_("支持它的 {n} 人每人出 {price}，正好 {cost}。").format(**said)]
    elif not apart:
        return [
            _(
                "支持它的 {n} 人一起出了 {cost}：钱够的每人出 {price}，不够的把剩下的都出了。"
            ).format(**said)
        ]
    else:
        words = [_("支持它的 {n} 人里，{whole} 人每人出 {price}。").format(**said)]
        if less:
            words.append(
                _("另外 {less} 人的钱不够这个数，把剩下的都出了，合计 {rest}。").format(**said)
            )
    if apart and spent:
        words.append(_("{spent} 人的钱已经用完，没有再出。").format(**said))
    return words


def _by_votes(winner: Winner, outcome: Outcome) -> list[str]:
    said = {"votes": f"{winner.votes:,}", "place": f"{winner.place:,}"}
    if outcome.points:
        return [_("得 {votes} 分，第 {place} 个入选，预算还放得下。").format(**said)]
    return [_("得 {votes} 票，第 {place} 个入选，预算还放得下。").format(**said)]


def _why(loser: Loser, outcome: Outcome, tell: Amount, *, few: bool) -> str:
    said: dict[str, str] = {
        "n": f"{loser.supporters:,}",
        "votes": f"{loser.votes:,}",
        "cost": tell(Fraction(loser.cost)),
        "least": f"{outcome.rules.least:,}",
        "room": tell(Fraction(loser.room or 0)),
        "together": tell(loser.together or Fraction()),
        "missing": tell(loser.missing or Fraction()),
        "needed": f"{-(-loser.cost * outcome.voters // (3 * outcome.budget)):,}",
    }
    match loser.why:
        case Why.UNNAMED:
            words = _("没有人选它。")
        case Why.BELOW_LEAST if outcome.points:
            words = _("得 {votes} 分，规则要求至少 {least} 分才参加计算。")
        case Why.BELOW_LEAST:
            words = _("得 {votes} 票，规则要求至少 {least} 票才参加计算。")
        case Why.BELOW_THRESHOLD:
            words = _(
                "支持它的有 {n} 人。按规则，支持的人所占的份要达到费用占三倍预算的份，也就是至少 "
                "{needed} 人，才参加计算。"
            )
        case Why.NO_ROOM:
            words = _("轮到它时预算还剩 {room}，放不下 {cost}。")
        case Why.AFTER_STOP:
            words = _("排在它前面的项目放不下，按规则计算就停了。")
        case Why.REPLACED:
            words = _("按均等份额本来入选；更多的人用按票数的结果得到更多，按规则换成了那个结果。")
        case _ if few:
            words = _("要 {cost}，支持它的 {n} 人一起也不够。人太少，不公布他们还剩多少。")
        case _:
            words = _("要 {cost}。支持它的 {n} 人最后一共还有 {together}，差 {missing}。")
    return words.format(**said)


def _spent(
    spent: tuple[Spent, ...], names: Mapping[str, str], tell: Amount, floor: int
) -> tuple[ToldSpent, ...]:
    """Dearest first; what only a few paid goes together, and is left out if it stays a few's."""
    shown = [each for each in spent if not suppressed(each.voters, floor)]
    few = [each for each in spent if suppressed(each.voters, floor)]
    shown.sort(key=lambda each: -each.amount)
    told = [ToldSpent(names.get(each.key, each.key), tell(each.amount)) for each in shown]
    if len(few) > 1 and not suppressed(sum(each.voters for each in few), floor):
        together = sum((each.amount for each in few), Fraction())
        told.append(ToldSpent(_named_together(few, names), tell(together)))
    return tuple(told)


def _named_together(few: list[Spent], names: Mapping[str, str]) -> str:
    """A few projects by their names, with one sum for all of them; many without."""
    if len(few) > NAMED:
        return _("别的 {n} 个项目").format(n=len(few))
    return _("、").join(names.get(each.key, each.key) for each in few)
