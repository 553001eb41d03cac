"""Calls, bids, scores and stages, for everybody and for those who run them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.stewardship.funds.models import Bid, GrantCall, Receipt, Reserve, Score, Scorer, Stage
from linli.stewardship.funds.queries.budgets import receipts_standing
from linli.stewardship.funds.rules.grants import Scored, unused

JUDGED = ("handed_in", "funded", "not_funded", "finished", "stopped")
PUBLIC = ("open", "judging", "decided", "ended", "cancelled")
TOLD = ("decided", "ended")


@dataclass(frozen=True)
class BidShown:
    """A bid with its scores: by criterion and scorer, told by post."""

    bid: Bid
    scores: list[tuple[str, Score]]
    mean: str
    stages: list[Stage]


def calls_for(actor: Actor, community: Any) -> list[GrantCall]:
    """The calls: every one for who keeps the accounts, else those that were published."""
    calls = GrantCall.objects.filter(community=community).select_related("source")
    if not may("funds.see_desk", actor, community):
        calls = calls.filter(state__in=PUBLIC)
    return list(calls[:100])


def calls_open(community: Any, on: date) -> list[GrantCall]:
    """Those groups may apply for on that day, the one that closes first in front."""
    rows = GrantCall.objects.filter(community=community, state="open")
    return list(rows.filter(opens_on__lte=on, closes_on__gte=on).order_by("closes_on", "id")[:10])


def call_for(actor: Actor, community: Any, call_id: UUID) -> GrantCall:
    """One call; Http404 where there is none for this reader."""
    calls = GrantCall.objects.filter(community=community, pk=call_id)
    if not may("funds.see_desk", actor, community):
        calls = calls.filter(state__in=PUBLIC)
    found: GrantCall | None = calls.select_related("source__book", "community").first()
    if found is None:
        raise Http404
    return found


def bid_for(actor: Actor, community: Any, bid_id: UUID) -> Bid:
    """One bid: for everybody once the result is out, before that for whoever handed it in, who
    scores it or keeps the accounts; else Http404."""
    bids = Bid.objects.filter(community=community, pk=bid_id)
    if not may("funds.see_desk", actor, community):
        mine = Q(handed_in_by=actor.account) if actor.account else Q(pk__in=[])
        scored = Q(call__scorers__account=actor.account) if actor.account else Q(pk__in=[])
        bids = bids.filter(Q(call__state__in=TOLD) | mine | scored).distinct()
    found: Bid | None = bids.select_related("call__source__book", "community").first()
    if found is None:
        raise Http404
    return found


def stage_for(actor: Actor, community: Any, stage_id: UUID) -> Stage:
    """One stage of a bid this reader may open."""
    stage = (
        Stage.objects.filter(community=community, pk=stage_id)
        .select_related("bid__call__source__book", "request", "community")
        .first()
    )
    if stage is None:
        raise Http404
    bid_for(actor, community, stage.bid_id)
    return stage


def bids_shown(call: GrantCall, *, told: bool) -> list[BidShown]:
    """The bids of a call in the order of their result; `told`: with their scores."""
    bids = list(call.bids.filter(state__in=JUDGED).select_related("call"))
    scores = _scores(call, bids) if told else {}
    stages = _stages(bids) if told else {}
    return [
        BidShown(
            bid, scores.get(bid.pk, []), mean_of(scores.get(bid.pk, ())), stages.get(bid.pk, [])
        )
        for bid in bids
    ]


def kept_for(row: GrantCall | Bid) -> Reserve | None:
    """What of the source is kept for a whole call, or for one grant."""
    noun = "call" if isinstance(row, GrantCall) else "grant"
    rows = Reserve.objects.filter(community=row.community_id, key=f"{noun}:{row.pk}")
    found: Reserve | None = rows.select_related("source__book", "source__community").first()
    return found


def rest_of(bid: Bid) -> int:
    """What was paid for a grant and no report says was used."""
    paid = bid.stages.filter(request__state__in=("paid", "settled"))
    rows = paid.values_list("request__paid_fen", "spent_fen", "accepted_on")
    return unused(
        sum(fen or 0 for fen, _spent, _on in rows),
        (spent or 0 for _fen, spent, on in rows if on is not None),
    )


def rest_is_due(bid: Bid) -> bool:
    """Whether the rest can come back: every stage is reported, or it was stopped and no report
    waits to be read."""
    if bid.state == "stopped":
        return not bid.stages.filter(reported_on__isnull=False, accepted_on__isnull=True).exists()
    stages = list(bid.stages.all())
    done = bool(stages) and all(each.accepted_on is not None for each in stages)
    return bid.state in ("funded", "finished") and done


def came_back(bid: Bid) -> Receipt | None:
    """The rest of a grant as it was entered, unless that was a mistake and was taken back."""
    rows = receipts_standing(bid.community_id).filter(pk=bid.returned_id)
    found: Receipt | None = rows.select_related("entry").first()
    return found


def mean_of(scores: Iterable[tuple[str, Score]]) -> str:
    """The mean of those who did not stand aside, with two decimals; nothing where all did."""
    sums = [score.total for _who, score in scores if not score.aside]
    if not sums:
        return ""
    hundredths, rest = divmod(sum(sums) * 100, len(sums))
    hundredths += 2 * rest >= len(sums)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def scored_bids(call: GrantCall) -> list[Scored]:
    """The bids as the rule ranks them."""
    bids = list(call.bids.filter(state="handed_in"))
    scores = _scores(call, bids)
    return [
        Scored(
            bid.pk,
            bid.fen,
            bid.handed_in_at,
            tuple(score.total for _who, score in scores.get(bid.pk, ()) if not score.aside),
        )
        for bid in bids
    ]


def scores_expected(call: GrantCall) -> tuple[int, int]:
    """How many scores there must be before the result, and how many there are."""
    bids = call.bids.filter(state="handed_in")
    given = Score.objects.filter(community=call.community_id, bid__in=bids).count()
    return bids.count() * call.scorers.count(), given


def scorer_of(actor: Actor, call: GrantCall) -> Scorer | None:
    """This reader as one who scores the call."""
    found: Scorer | None = call.scorers.filter(account=actor.account).first()
    return found if actor.account else None


def score_by(scorer: Scorer, bid: Bid) -> Score | None:
    """What this scorer gave the bid so far."""
    found: Score | None = Score.objects.filter(
        community=bid.community_id, bid=bid, scorer=scorer
    ).first()
    return found


def _scores(call: GrantCall, bids: list[Bid]) -> dict[UUID, list[tuple[str, Score]]]:
    posts = {
        scorer.pk: f"{number}. {POSTS[scorer.post].title if scorer.post in POSTS else scorer.post}"
        for number, scorer in enumerate(call.scorers.all(), 1)
    }
    rows = Score.objects.filter(community=call.community_id, bid__in=bids).order_by("scorer_id")
    found: dict[UUID, list[tuple[str, Score]]] = {}
    for score in rows:
        found.setdefault(score.bid_id, []).append((posts[score.scorer_id], score))
    return found


def _stages(bids: list[Bid]) -> dict[UUID, list[Stage]]:
    community = {bid.community_id for bid in bids}
    found: dict[UUID, list[Stage]] = {}
    rows = Stage.objects.filter(community__in=community, bid__in=bids).select_related("request")
    for stage in rows:
        found.setdefault(stage.bid_id, []).append(stage)
    return found


def scorers_told(call: GrantCall) -> list[str]:
    """The scorers by their posts."""
    return [
        str(POSTS[scorer.post].title) if scorer.post in POSTS else scorer.post
        for scorer in call.scorers.all()
    ]


def bids_of(actor: Actor, call: GrantCall) -> list[Bid]:
    """The bids this reader handed in."""
    if actor.account is None:
        return []
    return list(call.bids.filter(handed_in_by=actor.account).select_related("call"))


def bid_shown(bid: Bid, *, told: bool) -> BidShown:
    """One bid; `told`: with its scores."""
    scores = _scores(bid.call, [bid]).get(bid.pk, []) if told else []
    return BidShown(bid, scores, mean_of(scores), _stages([bid]).get(bid.pk, []))
