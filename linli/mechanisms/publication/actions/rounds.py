"""Telling households of a notice that a board or a screen does not reach."""

from collections.abc import Sequence
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.publication.models import Posting, Told
from linli.mechanisms.publication.queries.rounds import households_of, own_household


@action("publication.begin_round", needs="publication.tell_households")
def begin_round(act: Act, posting: Posting) -> Posting:
    """From now on households are told of this notice at the door and on the telephone."""
    require(Finding(posting.is_up(act.at), "publication.still_up"))
    if posting.round_begun_at is None:
        posting.round_begun_at = act.at
        posting.save(update_fields=["round_begun_at"])
    act.note(number=posting.number)
    return posting


@action("publication.note_told", needs="publication.tell_households")
def note_told(act: Act, posting: Posting, *, households: Sequence[UUID], how: str) -> int:
    """Notes which households a worker or volunteer has told. Says how many were new."""
    require(_round_open(act, posting))
    here = households_of(posting.community_id, local_day(act.at)).filter(pk__in=list(households))
    before = set(
        Told.objects.filter(community=posting.community_id, posting=posting).values_list(
            "household", flat=True
        )
    )
    new = [household for household in here if household.pk not in before]
    Told.objects.bulk_create(
        (
            Told(
                community_id=posting.community_id,
                posting=posting,
                household=household,
                how=how,
                at=act.at,
                account_id=act.by.account,
            )
            for household in new
        ),
        ignore_conflicts=True,  # somebody else may have noted one of them a moment ago
    )
    act.note(number=posting.number, households=len(new))
    return len(new)


@action("publication.untell", needs="publication.tell_households")
def untell(act: Act, posting: Posting, *, household: UUID) -> Posting:
    """Takes back what was noted of the wrong door."""
    require(_round_open(act, posting))
    Told.objects.filter(
        community=posting.community_id, posting=posting, household=household
    ).delete()
    act.note(number=posting.number)
    return posting


@action("publication.confirm_told", needs="publication.confirm_told")
def confirm_told(act: Act, posting: Posting) -> Posting:
    """A household says itself that it knows; which of its members did is not kept."""
    require(_round_open(act, posting))
    household = own_household(act.by, posting.community_id, local_day(act.at))
    require(Finding(household is not None, "publication.household_known"))
    assert household is not None
    Told.objects.get_or_create(
        community_id=posting.community_id,
        posting=posting,
        household=household,
        defaults={"how": "confirmed", "at": act.at},
    )
    act.leave_out_who()
    return posting


def _round_open(act: Act, posting: Posting) -> Finding:
    """Whether a round goes on: it was begun, and the notice is still up."""
    begun = posting.round_begun_at is not None
    return Finding(begun and posting.is_up(act.at), "publication.round_open")
