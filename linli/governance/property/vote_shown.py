"""A vote as it is read: its notice, its result with the working, question by question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.sentences import sentence
from linli.core.pages.wording import tell_day, tell_moment
from linli.governance.property.models import OwnersVote, VoteMatter
from linli.governance.property.queries import vote_law
from linli.governance.property.queries.tallies import counts_in, weight_in
from linli.governance.property.rules import majorities, votes as rules
from linli.governance.property.rules.heads import square_metres
from linli.governance.property.rules.majorities import Counts
from linli.lib.law import Finding
from linli.lib.numbers import FLOOR


@dataclass(frozen=True, slots=True)
class Judged:
    """One question, or one option of it: what it comes to, whether enough took part, whether it
    carries."""

    matter: VoteMatter
    title: str
    counts: Counts
    takes_part: Finding
    carries: Finding
    adds_up: Finding

    @property
    def passed(self) -> bool:
        return bool(self.takes_part) and bool(self.carries)

    @property
    def rows(self) -> list[tuple[str, int, str]]:
        """For, against, abstaining, not said: heads and square metres."""
        part = self.counts
        left = part.part - part.agree - part.against - part.abstain
        named = (
            (_("赞成"), part.agree), (_("反对"), part.against), (_("弃权"), part.abstain),
            (_("没有表示"), left),
        )  # fmt: skip
        return [(word, weight.heads, square_metres(weight.area)) for word, weight in named]


def judged(vote: OwnersVote) -> list[Judged]:
    """Every question by the shares of the day of its notice; silence added where the owners' own
    rules have it so."""
    if not vote.outcome:
        return []
    on: Any = vote.law_on or vote.noticed_on
    shares = vote_law.shares(vote.community, on)
    found = []
    silent = weight_in(vote.outcome["silent"])
    for matter, options in zip(vote.matters.all(), counts_in(vote), strict=True):
        for place, plain in enumerate(options):
            counts = majorities.with_silent(plain, silent) if vote.silent_follow else plain
            found.append(
                Judged(
                    matter, matter.options[place] if matter.options else matter.title, counts,
                    majorities.takes_part(counts, shares.takes_part),
                    majorities.carries(matter.kind, counts, shares),
                    majorities.adds_up(counts),
                )
            )  # fmt: skip
    return found


def silence_of(vote: OwnersVote) -> Finding:
    """What was done with the papers that were delivered and did not come back."""
    kept = vote.outcome.get("silent", {"heads": 0, "area": 0})
    return Finding(
        vote.silent_follow, "property.vote_silent_counted",
        numbers={"heads": kept["heads"], "area": square_metres(kept["area"]),
                 "ground": vote.silent_ground, "on": vote.silent_on},
    )  # fmt: skip


def challenge_until(vote: OwnersVote) -> date | None:
    """Until when an owner who learns of it on the day it is told may go to court."""
    if vote.published_on is None:
        return None
    years = vote_law.annulment_years(vote.community, vote.published_on)
    return rules.annulment_until(vote.published_on, years=years)


def post_by(vote: OwnersVote, on: date) -> Finding:
    """Whether the result is told in time, were it told on that day."""
    assert vote.counted_on is not None
    days = vote_law.posted_days(vote.community, vote.counted_on)
    return rules.posted_in_time(vote.counted_on, vote.published_on or on, days=days)


def needs_of(kind: str) -> str:
    """What majority a matter asks, in a sentence."""
    if kind in majorities.SPECIAL:
        return _("参与表决的面积和人数都要四分之三以上同意（含四分之三）。")
    return _("参与表决的面积和人数都要超过一半同意（正好一半不算）。")


def who_votes(vote: OwnersVote) -> str:
    """The scope, in words."""
    where = vote.place.name_inside if vote.place is not None else vote.estate.name
    return f"{vote.get_scope_display()}{_('：')}{where}"


def notice_fields(vote: OwnersVote, matters: Sequence[VoteMatter]) -> dict[str, Any]:
    """What hangs on the board before the vote."""
    assert vote.opens_at is not None
    assert vote.closes_at is not None
    return {
        "title": vote.title,
        "estate": vote.estate.name,
        "scope": who_votes(vote),
        "period": f"{tell_moment(vote.opens_at)} – {tell_moment(vote.closes_at)}",
        "base": _base_words(vote),
        "about": vote.about or vote.title,
        "matters": [
            {"position": each.position, "title": each.title, "needs": needs_of(each.kind)}
            for each in matters
        ],
        "plan": "\n\n".join(plan_of(each) for each in matters if each.text or each.options),
        "how": how_to_vote(vote).replace("\n", "\n\n"),
    }


def plan_of(matter: VoteMatter) -> str:
    """What is proposed, in full, as it hangs on the board. Candidates are people: they stand on the
    page of the vote and on the paper, which go when the vote is over, and not in the notice."""
    lines = [f"{matter.position}. {matter.title}", matter.text]
    if matter.options and matter.names_persons:
        lines.append(
            _("候选人 {number} 位，姓名在表决的网页和表决票上。").format(number=len(matter.options))
        )
    elif matter.options:
        lines.append(_("候选项：{options}").format(options="；".join(matter.options)))
    return "\n\n".join(line for line in lines if line)


def how_to_vote(vote: OwnersVote) -> str:
    """How an owner votes, and what becomes of a paper that does not come back."""
    if vote.method != "here":
        return _("用政府的业主表决系统投票，不在这里投。")
    silent = (
        _("没有交回的票，按业主大会的决定随多数意见计入。")
        if vote.silent_follow
        else _("没有交回的票，不算参与表决。")
    )
    return "\n".join(
        (
            _("填纸票交回，或者登录后在网上投，只投一次；两样都有的，只算先到的一张。"),
            _("每项只在一个方框里打勾；不勾的，算没有表示。几人共有一处的，由代表人投。"),
            silent,
        )
    )


def result_fields(vote: OwnersVote) -> dict[str, Any]:
    """What hangs on the board afterwards: totals, never who."""
    assert vote.counted_on is not None
    hidden = too_few(vote)
    rows = [
        {
            "title": each.title,
            "result": _("通过") if each.passed else _("没有通过"),
            "working": _few_words() if hidden
            else f"{sentence(each.takes_part).text}{sentence(each.carries).text}",
        }
        for each in judged(vote)
    ]  # fmt: skip
    return {
        "title": vote.title,
        "estate": vote.estate.name,
        "scope": who_votes(vote),
        "counted": tell_day(vote.counted_on),
        "base": _base_words(vote),
        "document": vote.document_no,
        "matters": rows,
    }


def too_few(vote: OwnersVote) -> bool:
    """Whether so few took part that figures would tell who voted how: everybody reads whether it
    passed, and no more."""
    return bool(vote.outcome) and vote.outcome["part"]["heads"] < FLOOR


def _few_words() -> str:
    return _("参与的人少于 10，只公布结果，不公布票数。")


def _base_words(vote: OwnersVote) -> str:
    return _("{units} 处专有部分，{heads} 人，{area} 平方米").format(
        units=vote.units, heads=vote.heads, area=square_metres(vote.area)
    )
