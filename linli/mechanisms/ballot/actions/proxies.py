"""Proxies: given in writing, taken back. Steps of a domain's acts.

give_proxy(act, principal, holder, most=parameter(…).value, written_on=…, cites=("…",))
"""

from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ballot.models import Elector, Mark, Proxy
from linli.mechanisms.ballot.rules import proxies as rules, roll


def give_proxy(
    act: Act,
    principal: Elector,
    holder: Elector,
    *,
    most: int,
    written_on: date,
    conditions: tuple[Finding, ...] = (),
    cites: tuple[str, ...] = (),
) -> Proxy:
    """`holder` votes for `principal`. Refused for one too many, for a second of the same
    principal, for what would hand a mandate on, and where one of the domain's `conditions`
    fails (a candidate holds none, say). `most`: how many the domain lets one hold."""
    require(rules.another(same=principal.pk == holder.pk, cites=cites))
    # Both lines are held, in one order, until the act is over: whoever gives or takes a mandate
    # of either at the same moment waits.
    pair = list(
        Elector.objects.select_for_update(no_key=True)
        .filter(community=principal.community_id, pk__in=[principal.pk, holder.pk])
        .order_by("pk")
    )
    same = (
        len(pair) == 2
        and len({each.electorate_id for each in pair}) == 1
        and not any(each.struck_at for each in pair)
    )
    require(rules.one_roll(same=same, cites=cites))
    require(rules.written_by(written_on, local_day(act.at), cites=cites))
    live = Proxy.objects.filter(
        community=principal.community_id,
        electorate=principal.electorate_id,
        revoked_at__isnull=True,
    )
    require(rules.given_once(given=live.filter(principal=principal).exists(), cites=cites))
    require(
        rules.not_handed_on(
            principal_holds=live.filter(holder=principal).count(),
            holder_gave=live.filter(principal=holder).exists(),
            cites=cites,
        )
    )
    for condition in conditions:
        require(condition)
    marked = Mark.objects.filter(community=principal.community_id, elector=principal).exists()
    require(rules.not_used(marked=marked))
    taken = set(live.filter(holder=holder).values_list("slot", flat=True))
    require(rules.within_limit(len(taken), most, cites=cites))
    free = next(slot for slot in range(1, most + 1) if slot not in taken)
    proxy = Proxy(
        community_id=principal.community_id,
        electorate_id=principal.electorate_id,
        principal=principal,
        holder=holder,
        slot=free,
        most=most,
        written_on=written_on,
    )
    try:
        with transaction.atomic():
            proxy.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(rules.within_limit(most, most, cites=cites)) from error
    return proxy


def revoke_proxy(act: Act, proxy: Proxy) -> Proxy:
    """Takes a mandate back, unless a paper was already cast with it."""
    require(roll.still_there(struck=proxy.revoked_at is not None))
    Elector.objects.select_for_update(no_key=True).get(
        community=proxy.community_id, pk=proxy.principal_id
    )
    marked = Mark.objects.filter(
        community=proxy.community_id, elector=proxy.principal_id, by_proxy=True
    ).exists()
    require(rules.not_used(marked=marked))
    proxy.revoked_at = act.at
    proxy.save(update_fields=["revoked_at"])
    return proxy
