"""A list is closed, may be opened again for a while, and is gone."""

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.service.chains import rules
from linli.service.chains.models import Chain, Line


@action("chains.close", needs="chains.close")
def close(act: Act, chain: Chain) -> Chain:
    """Nothing is added any more; thirty days later the list is gone."""
    chain = _locked(chain)
    require(rules.may_change(chain.state))
    chain.state, chain.closed_at = rules.CLOSED, act.at
    chain.save()
    counting = Line.objects.filter(
        community=chain.community_id, chain=chain, state__in=Line.COUNTING
    )
    homes = counting.filter(dwelling__isnull=False).values("dwelling").distinct()
    act.note(entries=counting.count(), homes=homes.count())
    return chain


@action("chains.reopen", needs="chains.handle")
def reopen(act: Act, chain: Chain) -> Chain:
    """Goes on with a list that was closed too early."""
    chain = _locked(chain)
    require(Finding(chain.state == rules.CLOSED, "chains.closed"))
    chain.state, chain.closed_at, chain.changed_at = rules.OPEN, None, act.at
    chain.save()
    return chain


@action("chains.forget", needs="chains.forget")
def forget(act: Act, chain: Chain) -> None:
    """Deletes a closed list, every line of it."""
    chain = _locked(chain)
    require(Finding(chain.state == rules.CLOSED, "chains.closed"))
    act.note(entries=chain.lines.filter(community=chain.community_id).count())
    chain.delete()


def _locked(chain: Chain) -> Chain:
    return Chain.objects.select_for_update().get(community=chain.community_id, pk=chain.pk)
