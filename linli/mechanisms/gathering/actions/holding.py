"""Opening, deciding and closing, as steps of the domain's own acts."""

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act
from linli.lib.law import Finding, Refused, require
from linli.lib.law.keeping import keep
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.actions.moving import hold, move
from linli.mechanisms.gathering.models import AgendaItem, Decision, Gathering
from linli.mechanisms.gathering.queries import present_by_capacity, undecided


def open_gathering(
    act: Act, gathering: Gathering, *, chair: str, quorum: Finding | None = None
) -> Gathering:
    """Calls it to order. `quorum`: the domain's finding over those present; refused where it
    does not hold. The counts of that moment are kept."""
    if quorum is not None:
        require(quorum)
    present = present_by_capacity(gathering)
    first = gathering.items.order_by("order").first()
    move(
        act,
        gathering,
        from_=(rules.CALLED,),
        state=rules.OPEN,
        opened_at=act.at,
        chair=chair.strip(),
        quorum=keep(quorum) if quorum is not None else None,
        present_at_opening=present,
        in_hand_id=first.pk if first else None,
    )
    act.note(present=sum(present.values()), counted=gathering.sort.counted(present))
    return gathering


def decide(
    act: Act,
    item: AgendaItem,
    *,
    way: str,
    votes_for: int,
    votes_against: int,
    abstained: int,
    finding: Finding,
    text: str,
    present: int | None = None,
) -> Decision:
    """What came out on one item. `finding`: the domain's rule whether it is carried. `present`:
    those with a vote who were there, as the domain found them for a vote held elsewhere; else
    those present with a vote now. ValueError for a way that is neither hands nor secret."""
    gathering = hold(item.gathering)
    require(rules.stands(gathering.state, rules.OPEN))
    if way not in dict(Decision.WAYS):
        raise ValueError(f"{way!r} is no way of deciding")
    if present is None:
        present = gathering.sort.voting(present_by_capacity(gathering))
    require(rules.votes_add_up(votes_for, votes_against, abstained, present))
    try:
        with transaction.atomic():
            decision = Decision.objects.create(
                community_id=item.community_id,
                item=item,
                way=way,
                present=present,
                votes_for=votes_for,
                votes_against=votes_against,
                abstained=abstained,
                adopted=finding.holds,
                finding=keep(finding),
                text=text,
                at=act.at,
            )
    except IntegrityError:
        raise Refused(
            Finding(False, "gathering.decided_once", numbers={"order": item.order})
        ) from None
    act.note(order=item.order, votes_for=votes_for, present=present, adopted=finding.holds)
    return decision


def put_off(act: Act, item: AgendaItem, *, reason: str) -> AgendaItem:
    """Leaves an item for another day, and says why."""
    gathering = hold(item.gathering)
    require(rules.stands(gathering.state, rules.OPEN))
    require(Finding(bool(reason.strip()), "gathering.reasoned"))
    decided = Decision.objects.filter(community=item.community_id, item=item).exists()
    require(Finding(not decided, "gathering.decided_once", numbers={"order": item.order}))
    item.put_off = " ".join(reason.split())
    item.save(update_fields=["put_off"])
    act.note(order=item.order)
    return item


def close_gathering(act: Act, gathering: Gathering) -> Gathering:
    """Ends it, once every item that asked for a decision has one or was put off."""
    require(rules.all_decided(undecided(gathering)))
    return move(
        act,
        gathering,
        from_=(rules.OPEN,),
        state=rules.CLOSED,
        closed_at=act.at,
        in_hand_id=None,
    )
