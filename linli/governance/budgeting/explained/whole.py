"""A whole count in words: the rules, what came of them, ties, and how shares were raised."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from linli.governance.budgeting.explained.projects import tell_loser, tell_winner
from linli.governance.budgeting.explained.shapes import (
    Amount,
    ToldOutcome,
    ToldStage,
    tell_fen,
)
from linli.governance.budgeting.rules.count import (
    Completion,
    CountRules,
    Ended,
    Method,
    Outcome,
    Stop,
    Tie,
)
from linli.lib.numbers import FLOOR


def explain(
    outcome: Outcome,
    names: Mapping[str, str],
    *,
    tell: Amount = tell_fen,
    floor: int = FLOOR,
) -> ToldOutcome:
    """The count in the reader's language. `tell`: how an amount is written (fen; in yuan without
    it); `floor`: fewer people than this are never told of alone."""
    winners = (tell_winner(each, outcome, names, tell, floor) for each in outcome.winners)
    losers = (tell_loser(each, outcome, names, tell, floor) for each in outcome.losers)
    return ToldOutcome(
        rules=tell_rules_of(outcome.rules, tell),
        summary=_summary(outcome, tell),
        projects=(*winners, *losers),
        ties=_ties(outcome, names),
        stages=_stages(outcome, names, tell),
        budget=tell(Fraction(outcome.budget)),
        cost=tell(Fraction(outcome.cost)),
        left=tell(Fraction(outcome.left)),
        points=outcome.points,
    )


def tell_rules_of(rules: CountRules, tell: Amount = tell_fen) -> tuple[str, ...]:
    """The rules in sentences, as they are published before the vote."""
    words = [_METHODS[rules.method]()]
    if rules.method is Method.EQUAL_SHARES:
        if rules.completion is Completion.ADD1:
            step = tell(Fraction(rules.step))
            words.append(
                _("钱没有用完时，每人的份额同样加 {step} 再从头算，直到规则说停。").format(
                    step=step
                )
            )
            words.append(
                _("剩下的钱放不下任何还能入选的项目时就停。")
                if rules.stop is Stop.EXHAUSTIVE
                else _("再加一次就会超出预算时才停，取超出以前的结果。")
            )
        if rules.compared:
            words.append(_("如果按票数的结果让更多的人选中更多项目，就用按票数的结果。"))
    if rules.least:
        words.append(_("少于 {least} 票（分）的项目不参加计算。").format(least=f"{rules.least:,}"))
    if rules.threshold:
        words.append(_("支持的人所占的份小于费用占三倍预算的份的项目，不参加计算。"))
    ties = [_TIES[tie]() for tie in rules.ties if tie is not Tie.LOT or rules.lot]
    if ties:
        words.append(_("一样靠前时：{ties}。").format(ties=_("，再相同就看").join(ties)))
    if rules.lot and Tie.LOT in rules.ties:
        words.append(_("抽签用字：{lot}。").format(lot=rules.lot))
    return tuple(words)


_METHODS = {
    Method.EQUAL_SHARES: lambda: _(
        "均等份额：预算平均分给每一张票，每个人的钱只用在自己选的项目上；"
        "同样的钱支持的人最多的项目先入选，由支持它的人平摊。"
    ),
    Method.GREEDY: lambda: _("按票数：从得票最多的起依次入选，放不下的跳过。"),
    Method.GREEDY_NO_SKIP: lambda: _("按票数：从得票最多的起依次入选，遇到放不下的就停。"),
}
_TIES = {
    Tie.COST: lambda: _("费用少的先"),
    Tie.VOTES: lambda: _("得票（分）多的先"),
    Tie.LOT: lambda: _("投票以前抽好的签"),
}


def _summary(outcome: Outcome, tell: Amount) -> tuple[str, ...]:
    said = {
        "voters": f"{outcome.voters:,}",
        "won": f"{len(outcome.winners):,}",
        "cost": tell(Fraction(outcome.cost)),
        "budget": tell(Fraction(outcome.budget)),
        "left": tell(Fraction(outcome.left)),
        "steps": f"{outcome.steps:,}",
    }
    words = [
        _("{voters} 张票。{won} 个项目入选，共 {cost}；预算 {budget}，还剩 {left}。").format(**said)
    ]
    if outcome.share is not None:
        first = tell(Fraction(outcome.budget, outcome.voters))
        share = {"first": first, "share": tell(outcome.share), **said}
        words.append(_("每张票平均是 {first}。").format(**share))
        if outcome.steps:
            words.append(_("加了 {steps} 次，最后按每张票 {share} 计算。").format(**share))
        words.append(
            _("这只是计算用的数，不是发给谁的钱；真正花的只有入选项目的费用 {cost}。").format(
                **said
            )
        )
    if ended := _ENDED.get(outcome.ended):
        words.append(ended())
    if compared := outcome.compared:
        told = {
            "equal": f"{compared.prefer_equal_shares:,}",
            "greedy": f"{compared.prefer_greedy:,}",
            "same": f"{compared.indifferent:,}",
        }
        words.append(
            _(
                "与按票数的结果相比：均等份额让 {equal} 张票选中的更多，按票数让 {greedy} 张票选中的"
                "更多，{same} 张票一样。"
            ).format(**told)
        )
        if compared.replaced:
            words.append(_("按规则，用按票数的结果。"))
    if not outcome.exact:
        words.append(
            _(
                "不同的票太多，逐次加份额时用的是近似到十亿分之一的小数；最后这一次用分数重新精确算过。"
            )
        )
        if not outcome.agreed:
            words.append(_("精确计算与近似计算的结果不同，以精确计算为准。"))
    return tuple(words)


_ENDED = {
    Ended.EXHAUSTED: lambda: _("剩下的钱放不下任何还能入选的项目。"),
    Ended.OVERSHOT: lambda: _("再加一次就会超出预算。"),
    Ended.ALL: lambda: _("能入选的项目全部入选了。"),
}


def _ties(outcome: Outcome, names: Mapping[str, str]) -> tuple[str, ...]:
    words = []
    every = [(each.key, each.votes) for each in outcome.winners]
    votes_of = dict(every + [(each.key, each.votes) for each in outcome.losers])
    for tie in outcome.ties:
        said = {
            "alike": _("、").join(names.get(key, key) for key in tie.keys),
            "k": f"{len(tie.keys):,}",
            "taken": names.get(tie.taken, tie.taken),
            "by": _TIES[tie.by](),
        }
        votes = {votes_of[key] for key in tie.keys if key in votes_of}
        if len(votes) != 1:  # some of their supporters had already spent a part
            same = _("{alike}：同样的钱算下来，支持这 {k} 个项目的人一样多。")
        elif outcome.points:
            same = _("{alike}：这 {k} 个项目得的分一样多（{n} 分）。")
        else:
            same = _("{alike}：支持这 {k} 个项目的人一样多（{n} 人）。")
        said["n"] = f"{min(votes, default=0):,}"
        words.append((same + _("按投票前定的“{by}”，先取{taken}。")).format(**said))
    return tuple(words)


def _stages(outcome: Outcome, names: Mapping[str, str], tell: Amount) -> tuple[ToldStage, ...]:
    told: list[ToldStage] = []
    before: frozenset[str] = frozenset()
    for stage in outcome.stages:
        now = frozenset(stage.winners)
        came = tuple(names.get(key, key) for key in stage.winners if key not in before)
        went = tuple(sorted(names.get(key, key) for key in before - now))
        cost = tell(Fraction(stage.cost))
        told.append(ToldStage(tell(stage.share), cost, stage.cost <= outcome.budget, came, went))
        before = now
    return tuple(told)
