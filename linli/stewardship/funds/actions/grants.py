"""A call for small grants from the draft to the published result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action, may
from linli.core.places.held import locked
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.stewardship.funds import books, rules
from linli.stewardship.funds.actions.keeping import give_back, keep_for_call, keep_for_grant
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.flows import BID, CALL
from linli.stewardship.funds.groups import founded_by, groups_for
from linli.stewardship.funds.models import Bid, Criterion, GrantCall, Score, Scorer, Source
from linli.stewardship.funds.queries.grants import scored_bids, scores_expected
from linli.stewardship.funds.rules import grants


@dataclass(frozen=True)
class Called:
    """A call as it is written. `criteria`: title and points, a hundred together; `scorers`: the
    accounts of those who score, each with the post they do it under; `filed_only`: only
    organisations on record may apply."""

    title: str
    about: str
    source: Source
    fen: int
    most_fen: int
    opens_on: date
    closes_on: date
    criteria: Sequence[tuple[str, int]]
    scorers: Sequence[tuple[UUID, str]]
    pass_mark: int = 60
    filed_only: bool = False


@dataclass(frozen=True)
class Said:
    """A bid as it is written. `registered`: the organisation on record it is for, which then gives
    its name; `near`: whether those behind it are near to a scorer or the committee, `how_near`:
    how, by post and without names."""

    title: str
    plan: str
    fen: int
    near: bool
    how_near: str = ""
    group: str = ""
    registered: UUID | None = None


@action("funds.draft_call", needs="funds.run_grants")
def draft_call(act: Act, community: Place, *, called: Called) -> GrantCall:
    """Drafts a call with its criteria and scorers. Nobody outside reads it yet."""
    on = local_day(act.at)
    require(grants.criteria_said([points for _title, points in called.criteria]))
    require(
        grants.scorers_enough(
            len({account for account, _post in called.scorers}),
            least=number_laid_down("funds.grant_scorers", community, on),
        )
    )
    require(
        grants.open_long_enough(
            called.opens_on,
            called.closes_on,
            least=number_laid_down("funds.call_open_days", community, on),
        )
    )
    require(grants.asks_within(called.most_fen, called.fen))
    require(rules.enough_free(books.free(called.source), called.fen))
    call = GrantCall(
        community=community,
        title=plain(called.title),
        about=plain(called.about),
        source=called.source,
        fen=called.fen,
        most_fen=called.most_fen,
        pass_mark=called.pass_mark,
        filed_only=called.filed_only,
        opens_on=called.opens_on,
        closes_on=called.closes_on,
    )
    try:
        with transaction.atomic():
            begin(act, CALL, call, "draft")
    except IntegrityError:
        raise Refused(Finding(False, "funds.call_once", numbers={"title": call.title})) from None
    Criterion.objects.bulk_create(
        Criterion(community=community, call=call, order=order, title=plain(title), points=points)
        for order, (title, points) in enumerate(called.criteria, 1)
    )
    Scorer.objects.bulk_create(
        Scorer(community=community, call=call, account_id=account, post=post)
        for account, post in dict(called.scorers).items()
    )
    act.note(call=call.title)
    return call


@action("funds.publish_call", needs="funds.run_grants")
def publish_call(act: Act, call: GrantCall, *, seen: int | None = None) -> GrantCall:
    """Publishes the call; criteria, sums and the order of funding stand from now on, and the
    money is kept for it: nobody else can promise it."""
    take(act, CALL, call, "publish", seen=seen)
    keep_for_call(act, call)
    act.note(call=call.title)
    return call


@action("funds.cancel_call", needs="funds.run_grants")
def cancel_call(act: Act, call: GrantCall, *, reason: str, seen: int | None = None) -> GrantCall:
    """Cancels a call before its result, with the reason everybody reads; its money is
    free again."""
    why = plain(reason)
    take(act, CALL, call, "cancel", seen=seen, reason=why, public_note=why)
    give_back(act, call)
    act.note(call=call.title)
    return call


@action("funds.hand_in_bid", needs="funds.bid")
def hand_in_bid(act: Act, call: GrantCall, *, said: Said) -> Bid:
    """A group applies, by itself or at the window. Everybody will read it, so it names nobody. For
    an organisation on record only whoever speaks for it; once in a call."""
    _hold(call)
    require(Finding(call.state == "open", "funds.call_open"))
    scores = call.scorers.filter(account=act.by.account).exists()
    require(Finding(not scores, "funds.scorer_no_bid", cites=grants.CITES))
    require(grants.in_time(local_day(act.at), call.opens_on, call.closes_on))
    require(grants.asks_within(said.fen, call.most_fen))
    require(grants.for_registered(call.filed_only, said.registered is not None))
    require(grants.declared(said.near, said.how_near))
    bid = Bid(
        community_id=call.community_id,
        call=call,
        group=_group(act, call, said),
        registered=said.registered,
        title=plain(said.title),
        plan=plain(said.plan),
        fen=said.fen,
        near=said.near,
        how_near=plain(said.how_near) if said.near else "",
        handed_in_at=act.at,
        handed_in_by_id=act.by.account,
    )
    try:
        with transaction.atomic():
            begin(act, BID, bid, "hand_in")
    except IntegrityError:
        raise Refused(Finding(False, "funds.bid_once", numbers={"group": bid.group})) from None
    act.note(call=call.title)
    return bid


def _group(act: Act, call: GrantCall, said: Said) -> str:
    """What the group is called: of one on record, as it is on record."""
    if said.registered is None:
        name = plain(said.group)
        require(Finding(bool(name), "funds.group_named"))
        return name
    spoken = groups_for(call.community, act.by)
    found = next((each for each in spoken if each.key == said.registered), None)
    if found is None:
        raise Refused(Finding(False, "funds.speaks_for_group"))
    return found.name


@action("funds.take_back_bid", needs="funds.own_bid")
def take_back_bid(act: Act, bid: Bid, *, reason: str = "", seen: int | None = None) -> Bid:
    """Takes a bid back while the call is open. Whoever keeps the accounts does it at a group's
    wish, says why, and whoever handed it in is told."""
    _hold(bid.call)
    require(Finding(bid.call.state == "open", "funds.call_open"))
    if may("funds.run_grants", act.by, bid):
        why = plain(reason)
        require(Finding(bool(why), "funds.reason_given"))
        take(act, BID, bid, "take_out", seen=seen, reason=why, public_note=why)
        if bid.handed_in_by_id and bid.handed_in_by_id != act.by.account:
            act.tell("funds.bid_taken_out", account=bid.handed_in_by_id, call=bid.call.title)
    else:
        take(act, BID, bid, "take_back", seen=seen)
    act.note(call=bid.call.title)
    return bid


@action("funds.judge_call", needs="funds.run_grants")
def judge_call(act: Act, call: GrantCall, *, seen: int | None = None) -> GrantCall:
    """After the last day: no more bids, the scorers begin."""
    over = local_day(act.at) > call.closes_on
    require(Finding(over, "funds.call_over", numbers={"closes": call.closes_on}))
    take(act, CALL, call, "judge", seen=seen)
    for scorer in call.scorers.all():
        act.tell("funds.to_score", account=scorer.account_id, call=call.title)
    act.note(call=call.title)
    return call


@action("funds.score_bid", needs="funds.score_bids")
def score_bid(
    act: Act,
    bid: Bid,
    *,
    points: dict[str, int] | None = None,
    words: str = "",
    aside: bool = False,
) -> Score:
    """A scorer gives points by every criterion with a word on it, or stands aside; until the
    result they may change it. Points for a bid of one's own, or of an organisation one founded,
    are refused: there one stands aside."""
    _hold(bid.call)
    require(Finding(bid.call.state == "judging", "funds.call_judging"))
    scorer = Scorer.objects.filter(
        community=bid.community_id, call=bid.call_id, account=act.by.account
    ).first()
    require(Finding(scorer is not None, "funds.is_scorer"))
    own = bid.handed_in_by_id == act.by.account
    own = own or founded_by(bid.community, act.by, bid.registered)
    require(Finding(aside or not own, "funds.scorer_no_bid", cites=grants.CITES))
    given = {} if aside else dict(points or {})
    if not aside:
        most = {str(each.order): each.points for each in bid.call.criteria.all()}
        require(grants.points_within(given, most))
    score, _made = Score.objects.update_or_create(
        community_id=bid.community_id,
        bid=bid,
        scorer=scorer,
        defaults={
            "points": given, "words": plain(words), "aside": aside, "scored_at": act.at,
        },
    )  # fmt: skip
    act.note(call=bid.call.title)
    return score


@action("funds.decide_call", needs="funds.run_grants")
def decide_call(
    act: Act,
    call: GrantCall,
    *,
    reasons: Mapping[UUID, str],
    shown: Mapping[UUID, str] | None = None,
    seen: int | None = None,
) -> GrantCall:
    """Publishes the result: by the mean of the scores, while the money lasts. Refused before every
    scorer has scored every bid or stood aside; nobody can put a bid elsewhere in the order.
    `reasons`: of every bid, why it was supported or not, in words everybody reads; `shown`:
    what came of each on the page they were written on (None: there was none), refused where the
    scores say something else by now. What was kept for the call is kept for each grant from now on;
    the rest is free again."""
    _hold(call)
    expected, given = scores_expected(call)
    require(grants.all_scored(expected, given))
    bids = {bid.pk: bid for bid in call.bids.filter(state="handed_in")}
    told = {key: plain(words) for key, words in reasons.items() if key in bids and words.strip()}
    require(grants.reasons_said(len(bids), len(told)))
    take(act, CALL, call, "decide", seen=seen)
    give_back(act, call)
    ranked = grants.rank(scored_bids(call), fen=call.fen, pass_mark=call.pass_mark)
    if shown is not None:
        now = [each.why for each in ranked]
        require(grants.as_shown(now, [shown.get(each.bid.id, "") for each in ranked]))
    for each in ranked:
        bid = bids[each.bid.id]
        bid.why, bid.place, bid.reason = each.why, each.place, told[bid.pk]
        bid.save(update_fields=["why", "place", "reason"])
        take(act, BID, bid, "fund" if each.funded else "pass_over")
        if each.funded:
            bid.call = call
            keep_for_grant(act, bid)
        if bid.handed_in_by_id:
            act.tell("funds.bid_decided", account=bid.handed_in_by_id, call=call.title)
    act.note(call=call.title, funded=sum(each.funded for each in ranked))
    return call


@action("funds.end_call", needs="funds.run_grants")
def end_call(act: Act, call: GrantCall, *, seen: int | None = None) -> GrantCall:
    """Ends a call whose grants are all done or stopped."""
    left = call.bids.filter(state="funded").count()
    require(Finding(left == 0, "funds.grants_done", numbers={"left": left}))
    take(act, CALL, call, "end", seen=seen)
    act.note(call=call.title)
    return call


def _hold(call: GrantCall) -> None:
    """Keeps groups, scorers and those who run the call from each other until the act is over, and
    reads how far it now is: nothing is handed in or scored beside a result."""
    locked(call)
    call.refresh_from_db(fields=["state", "version"])
