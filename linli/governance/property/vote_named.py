"""Candidates of an owners' vote: people, who agreed to be named, as long as the result hangs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from linli.governance.property.models import OwnersVote, VoteMatter
from linli.governance.property.postings import RESULT_NAMED
from linli.lib.calendar import local_day
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

WHILE = ("draft", "noticed", "open", "closed", "counted")
AFTER_CLOSE = timedelta(days=RESULT_NAMED.period_days or 0)
"""A vote without a result on the board names its candidates as long as one would hang."""
YEAR = timedelta(days=365)


def names_candidates(vote: OwnersVote) -> bool:
    """Whether people stand as options."""
    return any(each.names_persons for each in vote.matters.all())


def draft_result(vote: OwnersVote) -> Posting | None:
    """The result with names, prepared by one and not yet released by another."""
    found: Posting | None = (
        postings_of(vote).filter(template=RESULT_NAMED.name, state="draft").first()
    )
    return found


def names_told(vote: OwnersVote, at: datetime) -> bool:
    """Whether everybody may read candidates' names: until the result has come down; where none
    is hung, as long after the close as it would have; never of a void vote."""
    if vote.state in WHILE:
        return vote.closes_at is None or at < vote.closes_at + AFTER_CLOSE
    up = postings_of(vote).filter(template=RESULT_NAMED.name, state__in=Posting.SHOWN)
    return vote.state == "published" and any(each.is_up(at) for each in up)


def names_kept(vote: OwnersVote, at: datetime) -> bool:
    """Whether the desk still has candidates' names: while they are told, and of a vote that was
    not brought to an end until a year after its close, or after the last of them agreed."""
    if vote.state not in WHILE:
        return names_told(vote, at)
    if vote.closes_at is not None:
        return at < vote.closes_at + YEAR
    agreed = [each.agreed_on for each in vote.matters.all() if each.agreed_on is not None]
    return not agreed or local_day(at) <= max(agreed) + YEAR


def without_names(options: Sequence[str]) -> list[str]:
    """The options by their place."""
    return [_("候选人 {number}").format(number=place) for place in range(1, len(options) + 1)]


def options_of(matter: VoteMatter, *, named: bool) -> list[str]:
    """The options as they may be read."""
    return without_names(matter.options) if matter.names_persons and not named else matter.options


def titles_told(results: Sequence[Any], *, named: bool) -> list[Any]:
    """The lines of a result, with the names only while they may be read."""
    if named:
        return list(results)
    places: dict[Any, int] = {}
    told = []
    for each in results:
        place = places[each.matter.pk] = places.get(each.matter.pk, -1) + 1
        if each.matter.names_persons:
            each = replace(each, title=without_names(each.matter.options)[place])
        told.append(each)
    return told
