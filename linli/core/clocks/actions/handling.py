"""What a person does with a clock on its own page: stop it, let it go on, prolong it, pass it on.

A room whose case must change along with its clock does so itself (`terms.py`); here a clock only
moves as far as was declared of it.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from linli.core.access.models import Account
from linli.core.audit.door import Act, action, may, permit
from linli.core.clocks import rules
from linli.core.clocks.actions.running import reschedule
from linli.core.clocks.models import Clock, ClockExtension, ClockHandover, ClockPause, Holder
from linli.core.clocks.queries.days import work_calendar
from linli.core.clocks.queries.due import hands_of, held_by
from linli.core.clocks.queries.duties import duty_of, turn_of
from linli.core.clocks.queries.one import extension_of
from linli.core.clocks.queries.sharing import clocks_called, desk_accounts
from linli.core.clocks.terms import passing_on, terms_of
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require


@action("clocks.pause_clock", needs="clocks.handle")
def pause_clock(act: Act, clock: Clock, *, reason: str) -> Clock:
    """Lets a clock stand still, and says why; whoever waits can read it."""
    clock = take_in_hand(act, clock)
    require(rules.may_pause(terms_of(clock).pauses, clock.state == "paused"))
    require(rules.reasoned(reason))
    require(rules.extendable(clock.due_at, act.at, reason))
    ClockPause.objects.create(
        community_id=clock.community_id,
        clock=clock,
        paused_at=act.at,
        reason="—" if clock.closed else reason,
    )
    clock.state, clock.due_at, clock.warn_at = "paused", None, None
    clock.now_waiting()
    clock.save(update_fields=["state", "waiting", "due_at", "warn_at"])
    return clock


@action("clocks.resume_clock", needs="clocks.handle")
def resume_clock(act: Act, clock: Clock) -> Clock:
    """Lets it go on, with the days it had left."""
    clock = take_in_hand(act, clock)
    require(rules.may_resume(clock.state == "paused" and terms_of(clock).pauses))
    ClockPause.objects.filter(
        community_id=clock.community_id, clock=clock, resumed_at__isnull=True
    ).update(resumed_at=act.at)
    clock.state = "running"
    clock.now_waiting()
    reschedule(clock, work_calendar(clock.community_id))
    clock.save(update_fields=["state", "waiting", "due_at", "warn_at"])
    return clock


@action("clocks.extend_clock", needs="clocks.handle")
def extend_clock(act: Act, clock: Clock, *, days: int, reason: str) -> Clock:
    """Prolongs it, before it breaks, by no more of its units than its rule allows in all."""
    clock = take_in_hand(act, clock)
    turn = turn_of(clock)
    kept = duty_of(clock.community_id, turn.key) if turn else None
    duty = kept.duty if kept else None
    require(extension_of(clock, turn, duty, local_day(act.at), days))
    require(rules.extendable(clock.due_at, act.at, reason))
    clock.extended_by += days
    if clock.state == "running":
        reschedule(clock, work_calendar(clock.community_id))
    clock.save(update_fields=["extended_by", "due_at", "warn_at"])
    ClockExtension.objects.create(
        community_id=clock.community_id,
        clock=clock,
        at=act.at,
        by=days,
        reason="—" if clock.closed else reason,
    )
    act.note(extended_by=days)
    return clock


@action("clocks.hand_over_clock", needs="clocks.hand_over")
def hand_over_clock(act: Act, clock: Clock, *, to: Account, reason: str) -> Clock:
    """Gives what must be done to a colleague, who hears of it."""
    clock = take_in_hand(act, clock)
    require(rules.may_pass_on(clock.closed))
    require(rules.given_reason(reason))
    _require_receiver(act, clock.community_id, to, same=clock.holder_account_id == to.pk)
    act.note(to=to.label)
    _pass_on(act, clock, to, reason)
    if to.pk != act.by.account:
        act.tell("clocks.handed_over", account=to.pk, title="" if clock.private else clock.titles)
    return clock


@action("clocks.hand_over_some", needs="clocks.hand_over_some")
def hand_over_some(
    act: Act, community: Place, *, clocks: Sequence[UUID], to: Account, reason: str
) -> int:
    """Gives several items to one colleague at once: all of them or, where one is refused, none.
    Says how many."""
    require(rules.given_reason(reason))
    _require_receiver(act, community.pk, to, same=False)
    wanted = set(clocks)
    rows = list(clocks_called(community, wanted).select_for_update())
    if len(rows) < len(wanted):
        raise Refused(Finding(False, "clocks.still_running"))
    owners = {clock.owner: clock for clock in reversed(rows)}
    for clock in owners.values():
        permit("clocks.hand_over", act.by, clock)
        _pass_on(act, take_in_hand(act, clock), to, reason)
    act.note(count=len(owners), to=to.label)
    if owners and to.pk != act.by.account:
        act.tell("clocks.handed_over_some", account=to.pk, count=len(owners))
    return len(owners)


def _pass_on(act: Act, clock: Clock, to: Account, reason: str) -> None:
    """The clock, and with it the others of the same thing that the same holder has."""
    together: Any = Clock.objects.select_for_update().filter(
        community_id=clock.community_id,
        owner=clock.owner,
        settled_at__isnull=True,
        holder_account_id=clock.holder_account_id,
        holder_post=clock.holder_post,
        left_by_id=clock.left_by_id,
    )
    for each in together.order_by("id"):
        former = each.left_by_id or each.holder_account_id
        ClockHandover.objects.create(
            community_id=each.community_id,
            clock=each,
            at=act.at,
            from_account_id=former,
            from_post="" if former else each.holder_post,
            to_account=to,
            reason=reason,
        )
        each.holder_account, each.holder_post, each.holder_body = to, "", None
        each.left_by, each.left_at = None, None
        each.save(
            update_fields=["holder_account", "holder_post", "holder_body", "left_by", "left_at"]
        )
    room = passing_on(clock)
    if room is not None:
        room(act, clock, Holder(account=to.pk), reason)


def take_in_hand(act: Act, clock: Clock) -> Clock:
    """The clock, locked and as it stands now, where it is the actor's to move today."""
    row: Any = (
        Clock.objects.select_for_update()
        .filter(community_id=clock.community_id, pk=clock.pk, settled_at__isnull=True)
        .first()
    )
    if row is None:
        raise Refused(Finding(False, "clocks.still_running"))
    if not may("clocks.share_out", act.by, row):
        hands = held_by(hands_of(act.by, row.community_id, local_day(act.at)))
        here = Clock.objects.filter(hands, community_id=row.community_id, pk=row.pk)
        require(Finding(here.exists(), "clocks.in_hand"))
    found: Clock = row
    return found


def _require_receiver(act: Act, community: Any, to: Account, *, same: bool) -> None:
    has_desk = desk_accounts(community, local_day(act.at)).filter(pk=to.pk).exists()
    require(rules.may_receive(has_desk, same))
