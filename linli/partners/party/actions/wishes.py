"""A branch promises to meet a small wish. The wish stays in its own room, with whose it is."""

from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.party.actions.holding import entered
from linli.partners.party.models import Branch, WishTaken
from linli.partners.party.offers import wish_waiting


@action("party.take_wish", needs="party.keep")
def take_wish(act: Act, branch: Branch, *, wish: UUID) -> WishTaken:
    """A branch takes on a wish that waits: in the wishes' room it is claimed under the branch's
    name, as a unit's would be. What stands here is the sentence everybody reads."""
    require(Finding(branch.until is None, "party.branch_stands"))
    found = wish_waiting(branch.community, wish)
    rows = WishTaken.objects.filter(community=branch.community_id, wish=wish)
    taken = rows.filter(let_go_on__isnull=True).exists()
    require(Finding(found is not None and not taken, "party.wish_waits"))
    assert found is not None
    row = WishTaken(
        community_id=branch.community_id,
        branch=branch,
        wish=found.id,
        number=found.number,
        title=found.title,
        taken_on=local_day(act.at),
    )
    entered(row, Finding(False, "party.wish_waits"))
    act.note(branch=branch.name, number=row.number)
    return row


def follow_wish(act: Act, community: UUID, wish: UUID, *, met: bool) -> bool:
    """A step of the wishes' own act: it came true, or the branch's promise was let go. Says whether
    a branch had taken it."""
    rows = WishTaken.objects.filter(
        community=community, wish=wish, let_go_on__isnull=True, met_on__isnull=True
    )
    done = {"met_on" if met else "let_go_on": local_day(act.at)}
    return bool(rows.update(**done))


def forget_title(community: UUID, wish: UUID) -> None:
    """The wish was taken back: its words are read no more, here neither."""
    rows = WishTaken.objects.filter(community=community, wish=wish)
    rows.filter(met_on__isnull=False).update(title="")
    rows.filter(met_on__isnull=True).delete()
