"""What time does: tells long before what will expire, and moves it into the common pot."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.volunteering.actions.minutes import enter_deed, new_deed, take_hold
from linli.service.volunteering.models import TimeMember, TimeNotice
from linli.service.volunteering.queries.exchange import would_expire


@action("volunteering.tell_expiry", needs="volunteering.settle_time")
def tell_expiry(act: Act, member: TimeMember, *, settles_on: date) -> TimeNotice:
    """Tells a member what would expire on a first of a month if it is not used until then; refused
    where nothing would, or they were told."""
    take_hold(act, member.scheme)
    minutes = would_expire(member, settles_on)
    told = TimeNotice.objects.filter(community=member.community_id, member=member)
    told = told.filter(settles_on=settles_on)
    require(Finding(minutes > 0 and not told.exists(), "volunteering.something_expires"))
    notice = TimeNotice.objects.create(
        community_id=member.community_id,
        member=member,
        settles_on=settles_on,
        minutes=minutes,
        told_on=local_day(act.at),
    )
    if member.account_id is not None:
        act.tell(
            "volunteering.time_expires", account=member.account_id, minutes=minutes, day=settles_on
        )
    act.note(minutes=minutes)
    return notice


@action("volunteering.expire_time", needs="volunteering.settle_time")
def expire_time(act: Act, notice: TimeNotice) -> TimeNotice:
    """Moves what is too old into the pot, and never more than was told. Nothing while the scheme
    is switched off."""
    member = notice.member
    scheme = member.scheme
    take_hold(act, scheme, on=False)
    notice.refresh_from_db(fields=["settled_at"])
    require(Finding(notice.settled_at is None, "volunteering.something_expires"))
    minutes = 0
    if scheme.on and member.is_in:
        minutes = min(notice.minutes, would_expire(member, notice.settles_on))
    if minutes:
        deed = new_deed(act, scheme, "expiry", minutes, giver=member)
        enter_deed(act, deed, member.held, scheme.pot)
    notice.expired, notice.settled_at = minutes, act.at
    notice.save(update_fields=["expired", "settled_at"])
    act.note(minutes=minutes)
    if minutes and member.account_id is not None:
        act.tell("volunteering.time_expired", account=member.account_id, minutes=minutes)
    return notice
