"""The handover: each thing given by one side and taken by the other, within ten days (art. 25)."""

from typing import Any

from django.db.models import Max, Q, QuerySet

from linli.core.access.actions import end_posts_of
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import CommitteeSeat, Election, HandoverItem, Membership
from linli.governance.elections.queries.counted import rounds_of
from linli.governance.elections.queries.outcomes import handover_of
from linli.governance.elections.rules import handover as law_rules, sitting as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot.actions import forget_marks
from linli.mechanisms.flow.actions import take

GIVES, TAKES = "given", "taken"


@action("elections.list_item", needs="elections.run")
def list_item(
    act: Act, election: Election, *, kind: str, what: str, amount: str = ""
) -> HandoverItem:
    """Adds a thing to the list of what goes over."""
    last = HandoverItem.objects.filter(
        community=election.community_id, election=election
    ).aggregate(last=Max("position"))["last"]
    item = HandoverItem.objects.create(
        community_id=election.community_id,
        election=election,
        kind=kind,
        what=what.strip(),
        amount=amount.strip(),
        position=(last or 0) + 1,
    )
    act.note(kind=kind)
    return item


@action("elections.strike_item", needs="elections.run")
def strike_item(act: Act, item: HandoverItem) -> None:
    """Takes a thing off the list that this community does not have. One that was given stays."""
    gone, _each = _still(item, given_at__isnull=True).delete()
    require(rules.not_yet_given(not gone))
    act.note(kind=item.kind)


@action("elections.give_item", needs="elections.hand_over")
def give_item(
    act: Act, item: HandoverItem, *, amount: str = "", missing: bool = False, note: str = ""
) -> HandoverItem:
    """The outgoing side gives a thing, or says that it is not there and what becomes of it."""
    require(_on_side(act.by, item, GIVES))
    require(rules.missing_explained(missing, note))
    changed = _still(item, taken_at__isnull=True).update(
        amount=amount.strip() or item.amount,
        missing=missing,
        note=note.strip(),
        given_at=act.at,
        given_by=act.by.account,
    )
    require(rules.not_yet_taken(not changed))
    item.refresh_from_db()
    act.note(kind=item.kind, missing=missing)
    return item


@action("elections.take_item", needs="elections.hand_over")
def take_item(act: Act, item: HandoverItem) -> HandoverItem:
    """The incoming side takes it over, as it was given; whoever gave it is somebody else."""
    require(_on_side(act.by, item, TAKES))
    require(rules.given_before_taken(item.given_at is not None))
    require(rules.two_sides(item.given_by_id is not None and item.given_by_id == act.by.account))
    changed = _still(item, taken_at__isnull=True, given_at=item.given_at).update(
        taken_at=act.at, taken_by=act.by.account
    )
    require(rules.not_yet_taken(not changed))
    item.refresh_from_db()
    act.note(kind=item.kind)
    return item


@action("elections.complete_handover", needs="elections.run")
def complete_handover(
    act: Act, election: Election, *, watched: bool, seen: int | None = None
) -> Election:
    """Closes the list: everything is given and taken, the street office was there. The clock of
    ten days stops; whether it was in time is kept."""
    open_items = sum(not item.is_done for item in handover_of(election))
    conditions = (
        rules.all_handed_over(open_items),
        law_rules.handover_witnessed(by_election_committee=True, watched=watched),
    )
    take(act, ELECTION, election, "hand_over", seen=seen, conditions=conditions)
    election.handed_over_on = local_day(act.at)
    election.save(update_fields=["handed_over_on"])
    return election


@action("elections.archive", needs="elections.run")
def archive(act: Act, election: Election, *, sha256: str, seen: int | None = None) -> Election:
    """Puts the whole file into the archive under the hash of its index. Who had a paper is
    destroyed; the election committee's work is done, and its posts end."""
    take(act, ELECTION, election, "archive", seen=seen)
    for round_ in rounds_of(election):
        if round_.poll.state in ("settled", "void"):
            forget_marks(act, round_.poll)
    serving = CommitteeSeat.objects.filter(
        community=election.community_id, election=election, serves=True
    )
    for person in serving.values_list("person", flat=True):
        end_posts_of(act, election.community, person=person, post="election_committee")
    act.note(sha256=sha256)
    return election


def side_of(actor: Actor, election: Election) -> tuple[str, ...]:
    """On which side of the handover the actor stands: both may be, and where neither the election
    committee writes down what was ticked on paper."""
    sides = []
    mine = Membership.objects.filter(community=election.community_id, person=actor.person)
    if actor.person is not None:
        if mine.filter(~Q(round__election=election) | Q(round__isnull=True)).exists():
            sides.append(GIVES)
        if mine.filter(round__election=election, until__isnull=True).exists():
            sides.append(TAKES)
    if actor.holds("election_committee", over=election):
        sides = [GIVES, TAKES]
    return tuple(sides)


def _still(item: HandoverItem, **terms: Any) -> QuerySet[HandoverItem]:
    """The thing as it is in this moment, where it still meets `terms`: of two at once one does."""
    return HandoverItem.objects.filter(community=item.community_id, pk=item.pk, **terms)


def _on_side(actor: Actor, item: HandoverItem, side: str) -> Finding:
    return Finding(
        side in side_of(actor, item.election),
        f"elections.{side}_by_its_side",
        cites=("rcl2025.25",),
    )
