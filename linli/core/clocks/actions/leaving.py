"""What somebody had in hand when they left falls to the post they held, until it is given on."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks.models import Clock
from linli.core.clocks.queries.sharing import leavers_with_items
from linli.core.places.models import Place
from linli.lib.calendar import local_day


@action("clocks.release", needs="clocks.run")
def release(act: Act, community: Place) -> int:
    """Takes the open clocks of those who have no desk here any more off their accounts."""
    count = release_left(act, community)
    act.note(count=count)
    return count


def release_left(act: Act, community: Place) -> int:
    """The same as a step of the act that ended a post. The item goes to whoever else holds that
    post, and to the director, marked with whose it was. A private one goes to nobody's list: the
    director sees that there is one, and gives it on."""
    count = 0
    for leaver in leavers_with_items(community.pk, local_day(act.at)):
        theirs: Any = Clock.objects.filter(
            community=community,
            holder_account_id=leaver.account,
            settled_at__isnull=True,
            closed=False,
        )
        marked = {"holder_account": None, "left_by_id": leaver.account, "left_at": act.at}
        count += theirs.values("owner").distinct().count()
        theirs.filter(private=True).update(**marked)
        theirs.filter(private=False).update(
            **marked, holder_post=leaver.post, holder_body_id=leaver.body
        )
    if count:
        act.tell("clocks.left_behind", post="director", count=count)
    return count
