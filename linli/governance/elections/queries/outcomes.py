"""What was declared, read from what was kept: nothing is reckoned again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linli.core.access.models import Holding
from linli.governance.elections.models import (
    OFFICES,
    Candidate,
    Election,
    HandoverItem,
    Membership,
    Office,
    Round,
)
from linli.governance.elections.queries.counted import candidates_of, rounds_of
from linli.lib.law import Finding
from linli.lib.law.keeping import take_out_all

TITLES = dict(OFFICES)


@dataclass(frozen=True)
class Declared:
    """One round as it was declared. `kept` are its figures, `steps` the findings of that day."""

    round: Round
    kept: Mapping[str, Any]
    offices: tuple[dict[str, Any], ...]
    elected: tuple[dict[str, Any], ...]
    steps: tuple[Finding, ...]


def declared(round_: Round) -> Declared | None:
    """A round that has been declared, for a page; None before."""
    if round_.declared_at is None:
        return None
    kept = round_.outcome
    return Declared(
        round_,
        kept,
        tuple(with_words(each) for each in kept["offices"]),
        tuple(with_words(each) for each in kept["elected"]),
        tuple(take_out_all(kept["steps"])),
    )


def all_declared(election: Election) -> list[Declared]:
    """Every round that has been declared, in order."""
    return [found for each in rounds_of(election) if (found := declared(each)) is not None]


def tally_for_everybody(office: Mapping[str, Any], others: str) -> list[list[Any]]:
    """The votes of one office as all may read them. Whoever was written in and not elected never
    agreed to stand, and a name only one voter would write tells who that was: those are added up
    on one line, `others`. The desk and the file keep every name."""
    hidden = set(office.get("written_in", ()))
    told = [[name, votes] for name, votes in office["tally"] if name not in hidden]
    rest = sum(votes for name, votes in office["tally"] if name in hidden)
    return [*told, [others, rest]] if hidden else told


def for_everybody(found: Declared) -> Declared:
    """A declared round as all may read it: without the names of those who were written in and not
    elected, in the votes and in the steps."""
    hidden = {name for office in found.offices for name in office.get("written_in", ())}
    others = str(_("另选他人（未当选）合计"))
    return replace(
        found,
        offices=tuple(
            {**office, "tally": tally_for_everybody(office, others)} for office in found.offices
        ),
        steps=tuple(step for step in found.steps if step.numbers.get("name") not in hidden),
    )


def seats_left(election: Election) -> dict[UUID, int]:
    """How many seats of each office the last declared round left open, by the office's id: what
    a further vote is for. Empty before the first result."""
    found = all_declared(election)
    if not found:
        return {}
    left = {each["office"]: each["left"] for each in found[-1].offices}
    offices = Office.objects.filter(community=election.community_id, election=election)
    return {office.pk: left.get(office.office, 0) for office in offices}


def fields_again(round_: Round) -> dict[str, list[Candidate]]:
    """Who stands in a further vote, office by office, in the order of the ballot before: only
    those who stood, for a name written in is nobody who agreed to stand."""
    by_key = {str(each.pk): each for each in candidates_of(round_)}
    found: dict[str, list[Candidate]] = {}
    for office in round_.outcome.get("offices", []):
        if office["left"]:
            again = [by_key[who["candidate"]] for who in office["again"] if who["candidate"]]
            found[office["office"]] = sorted(again, key=lambda each: each.position)
    return found


def members_from(election: Election) -> list[Membership]:
    """Who began a term by this election, the director first."""
    rank = {office: place for place, (office, _title) in enumerate(OFFICES)}
    found = Membership.objects.filter(
        community=election.community_id, round__election=election
    ).select_related("round")
    return sorted(found, key=lambda each: (rank[each.office], -(each.votes or 0), each.name))


def without_post(election: Election) -> list[Membership]:
    """Those of them whose desk nobody has opened yet: no account of theirs holds the post."""
    seats = [seat for seat in members_from(election) if seat.until is None]
    held = set(
        Holding.objects.filter(
            place__community=election.community_id,
            post__in=[office for office, _title in OFFICES],
            until__isnull=True,
            account__person__in=[seat.person_id for seat in seats],
        ).values_list("account__person", "post")
    )
    return [seat for seat in seats if (seat.person_id, seat.office) not in held]


def written_in(election: Election) -> list[dict[str, Any]]:
    """Who was elected without having stood, and has not been found in the register yet."""
    seated = {(seat.round_id, seat.name) for seat in members_from(election)}
    return [
        {**line, "round": each.round}
        for each in all_declared(election)
        for line in each.elected
        if line["person"] is None and (each.round.pk, line["name"]) not in seated
    ]


def handover_of(election: Election) -> list[HandoverItem]:
    """The list of what goes over, in its order."""
    return list(
        HandoverItem.objects.filter(community=election.community_id, election=election)
        .select_related("given_by", "taken_by")
        .order_by("position")
    )


def with_words(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line of what was kept, with its office in words and all who are tied together."""
    tied = [name for names in line.get("tied", ()) for name in names]
    return {**line, "title": TITLES[line["office"]], "tied_names": tied}
