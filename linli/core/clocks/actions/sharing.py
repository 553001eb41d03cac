"""Standing in for somebody who is away; the link for one's own calendar program."""

import secrets
from datetime import date

from linli.core.access.models import Account
from linli.core.audit.door import Act, action, permit
from linli.core.clocks import rules
from linli.core.clocks.models import Feed, StandIn
from linli.core.clocks.queries.sharing import desk_accounts, digest_of
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require


@action("clocks.name_stand_in", needs="clocks.name_stand_in")
def name_stand_in(
    act: Act,
    community: Place,
    *,
    absent: Account,
    stand_in: Account,
    since: date,
    until: date,
    reason: str,
) -> StandIn:
    """Names who stands in for somebody from one day to another, both included: for oneself, or
    as the director for anybody. No power goes along: what takes the post itself still does."""
    on = local_day(act.at)
    if absent.pk != act.by.account:
        permit("clocks.share_out", act.by, community)
    require(rules.given_reason(reason))
    require(rules.stand_in_fits(since, until, on, longest=rules.LONGEST_STAND_IN))
    here = set(
        desk_accounts(community, on)
        .filter(pk__in=[absent.pk, stand_in.pk])
        .values_list("pk", flat=True)
    )
    require(rules.may_receive({absent.pk, stand_in.pk} <= here, absent.pk == stand_in.pk))
    taken = (
        StandIn.objects.select_for_update()
        .filter(community=community, absent=absent, since__lte=until, until__gte=since)
        .exists()
    )
    require(rules.one_stand_in(taken))
    named = StandIn.objects.create(
        community=community,
        absent=absent,
        stand_in=stand_in,
        since=since,
        until=until,
        reason=reason.strip(),
        named_at=act.at,
    )
    act.note(absent=absent.label, stand_in=stand_in.label)
    if stand_in.pk != act.by.account:
        act.tell("clocks.you_stand_in", account=stand_in.pk, since=since, until=until)
    return named


@action("clocks.end_stand_in", needs="clocks.end_stand_in")
def end_stand_in(act: Act, named: StandIn) -> None:
    """They are back, or it was a mistake: from today on everybody has their own again."""
    act.note(absent=named.absent.label, stand_in=named.stand_in.label)
    on = local_day(act.at)
    if named.since >= on:
        named.delete()
    else:
        named.until = date.fromordinal(on.toordinal() - 1)
        named.save(update_fields=["until"])


@action("clocks.make_feed", needs="clocks.keep_feed")
def make_feed(act: Act, community: Place) -> tuple[Feed, str]:
    """Makes the link by which one's own calendar program reads what falls due; a former one no
    longer opens anything. Returns it with its last part, shown this once."""
    token = secrets.token_urlsafe(32)
    assert act.by.account is not None
    feed, _new = Feed.objects.update_or_create(
        community=community,
        account_id=act.by.account,
        defaults={"digest": digest_of(token), "made_at": act.at},
    )
    return feed, token


@action("clocks.revoke_feed", needs="clocks.end_stand_in")
def revoke_feed(act: Act, feed: Feed) -> Feed:
    """The link no longer opens anything."""
    feed.digest = None
    feed.save(update_fields=["digest"])
    return feed
