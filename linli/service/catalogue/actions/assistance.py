"""Posting a notice about help, on behalf of the office that decides: drafted by one, released by
another, down on the eighth day. The committee decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.publication import actions as publication
from linli.mechanisms.publication.models import Posting
from linli.service.catalogue.applications.paths import days_of_notice
from linli.service.catalogue.models.assistance import SCHEMES, AssistanceNotice
from linli.service.catalogue.postings import ASSISTANCE_NOTICE
from linli.service.catalogue.rules import assistance as rules


@dataclass(frozen=True)
class Household:
    """One line: the name as on the office's list (masked before it is kept, where this place
    does so), how many live there, the amount in fen."""

    name: str
    members: int
    amount: int


@dataclass(frozen=True)
class Asked:
    """What the deciding office sent: who, on which paper, when, for which sort of help."""

    office: str
    paper: str
    received_on: date
    scheme: str
    households: Sequence[Household]


@action("catalogue.draft_assistance_notice", needs="catalogue.draft_assistance")
def draft_assistance_notice(act: Act, community: Place, *, asked: Asked) -> AssistanceNotice:
    """Prepares the notice from the office's paper."""
    _check(act, asked)
    notice = AssistanceNotice.objects.create(
        community=community,
        office=asked.office.strip(),
        paper=asked.paper.strip(),
        received_on=asked.received_on,
        scheme=asked.scheme,
    )
    days = days_up(community, local_day(act.at), asked.scheme)
    fields = _fields(community, asked, local_day(act.at))
    notice.posting = publication.draft(act, ASSISTANCE_NOTICE, notice, fields, days=days)
    notice.save(update_fields=["posting"])
    act.note(scheme=_title(asked.scheme), households=len(asked.households))
    act.tell("catalogue.assistance_to_release", post="director", scheme=_title(asked.scheme))
    return notice


@action("catalogue.redraft_assistance_notice", needs="catalogue.draft_assistance")
def redraft_assistance_notice(
    act: Act, notice: AssistanceNotice, *, asked: Asked
) -> AssistanceNotice:
    """Writes it anew; whoever does counts as the one who prepared it."""
    _check(act, asked)
    today = local_day(act.at)
    fields = _fields(notice.community, asked, today)
    publication.redraft(
        act, _posting(notice), fields, days=days_up(notice.community, today, asked.scheme)
    )
    notice.office, notice.paper = asked.office.strip(), asked.paper.strip()
    notice.received_on, notice.scheme = asked.received_on, asked.scheme
    notice.save(update_fields=["office", "paper", "received_on", "scheme"])
    act.note(scheme=_title(asked.scheme), households=len(asked.households))
    return notice


@action("catalogue.release_assistance_notice", needs="catalogue.release_assistance")
def release_assistance_notice(act: Act, notice: AssistanceNotice, *, seen: str) -> AssistanceNotice:
    """Posts it today, by somebody other than whoever prepared it. `seen`: what they had before
    their eyes, so that nothing else is posted."""
    held = Posting.objects.select_for_update().filter(
        community=notice.community_id, pk=_posting(notice).pk, state="draft"
    )
    posting = held.first()
    same = posting is not None and publication.state_of(posting) == seen
    require(Finding(same, "publication.unchanged"))
    assert posting is not None
    today = local_day(act.at)
    publication.release(
        act,
        posting,
        today,
        days=days_up(notice.community, today, notice.scheme),
        of=jurisdictions_of(notice.community),
    )
    notice.posting = posting
    return notice


@action("catalogue.send_back_assistance_notice", needs="catalogue.release_assistance")
def send_back_assistance_notice(
    act: Act, notice: AssistanceNotice, *, reason: str
) -> AssistanceNotice:
    """Gives a draft back and says what is to be put right."""
    publication.give_back(act, _posting(notice), reason)
    return notice


@action("catalogue.discard_assistance_notice", needs="catalogue.draft_assistance")
def discard_assistance_notice(act: Act, notice: AssistanceNotice) -> Place:
    """Throws a draft away, and with it that it was asked for."""
    community = notice.community
    publication.discard(act, _posting(notice))
    return community


def days_up(community: Place, on: date, scheme: str) -> int:
    """How many days a notice about that sort of help is up here."""
    return number_laid_down(days_of_notice(scheme), community, on)


def names_masked(community: Place, on: date) -> bool:
    """Whether this place masks a part of the name."""
    return bool(laid_down("assistance.mask_names", community, on).value)


def _check(act: Act, asked: Asked) -> None:
    today = local_day(act.at)
    require(rules.office_asked(asked.office, asked.paper, asked.received_on, today))
    for household in asked.households:
        require(rules.only_a_name(household.name))
        require(rules.household_counts(household.members, household.amount))


def _fields(community: Place, asked: Asked, on: date) -> dict[str, Any]:
    masked = names_masked(community, on)
    with translation.override("zh-hans"):
        scheme = _title(asked.scheme)
    return {
        "scheme": scheme,
        "decided_by": asked.office,
        "households": [
            {
                "name": rules.shown_name(each.name, masked=masked),
                "members": each.members,
                "amount": each.amount,
            }
            for each in asked.households
        ],
    }


def _title(scheme: str) -> str:
    return str(dict(SCHEMES)[scheme])


def _posting(notice: AssistanceNotice) -> Posting:
    assert notice.posting is not None
    return notice.posting
