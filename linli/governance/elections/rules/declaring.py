"""`declare`: from what was counted to who is elected, every step kept (arts. 8 and 19)."""

from dataclasses import replace

from linli.governance.elections.rules.composition import has_woman
from linli.governance.elections.rules.kin import Seated, resolve_kin
from linli.governance.elections.rules.law import MEMBER, ElectionLaw
from linli.governance.elections.rules.outcome import Count, OfficeCount, OfficeOutcome, Outcome
from linli.governance.elections.rules.turnout import (
    enough_took_part,
    no_more_than_electors,
    no_more_than_issued,
)
from linli.governance.elections.rules.winners import (
    Revote,
    Tally,
    cut,
    cut_is_clear,
    has_majority,
    in_order,
    places_in_runoff,
    reaches_floor,
    runoff_field,
    seat_woman_first,
)
from linli.lib.law import Finding

_MOST_STEPS = 40
"""Of very many names written in only the first are told one by one."""


def declare(count: Count, *, law: ElectionLaw) -> Outcome:
    """Whether the vote is valid, who is elected, which seats are left, who stands again.

    Nobody is elected in a vote that is not valid. Raises ValueError for counts that no vote can
    give: negative ones, more votes for a name than papers, more votes than marks there could be.
    """
    _check(count)
    steps = [no_more_than_electors(count.cast, count.electors)]
    if count.issued is not None:
        steps.append(no_more_than_issued(count.cast, count.issued, law=law))
    if not count.runoff or law.runoff_needs_turnout:
        steps.append(enough_took_part(count.mode, count.electors, count.cast, law=law))
    tallies = [_tally(office) for office in count.offices]
    if not all(steps):
        nobody = (
            OfficeOutcome(office.office, office.seats, tally)
            for office, tally in zip(count.offices, tallies, strict=True)
        )
        return Outcome(False, tuple(nobody), tuple(steps))
    offices: list[OfficeOutcome] = []
    woman_leads = count.woman_leads
    for office, tally in zip(count.offices, tallies, strict=True):
        offices.append(_elect(count, office, tally, woman_leads, steps, law))
        if office.office != MEMBER and count.women is not None:
            woman_leads |= any(name in count.women for name in offices[-1].elected)
    if count.kin:
        offices = _without_kin(count, offices, steps, law)
    offices = [
        _left(count, before, office, steps, law)
        for before, office in zip(count.offices, offices, strict=True)
    ]
    _close(count, offices, steps, law)
    return Outcome(True, tuple(offices), tuple(steps))


def _check(count: Count) -> None:
    if count.cast < 0 or count.electors < 0 or (count.issued or 0) < 0:
        raise ValueError("papers and electors are not counted below nought")
    for office in count.offices:
        good = count.cast - office.void
        if office.seats < 1 or office.void < 0 or good < 0:
            raise ValueError(f"impossible seats or void papers: {office.office}")
        if any(not 0 <= votes <= good for votes in office.votes.values()):
            raise ValueError(
                f"more votes for a name than papers, or fewer than none: {office.office}"
            )
        if sum(office.votes.values()) > office.seats * good:
            raise ValueError(f"more votes than {good} papers with {office.seats} marks can give")


def _tally(office: OfficeCount) -> Tally:
    return in_order({**dict.fromkeys(office.candidates, 0), **office.votes})


def _elect(
    count: Count,
    office: OfficeCount,
    tally: Tally,
    woman_leads: bool,
    steps: list[Finding],
    law: ElectionLaw,
) -> OfficeOutcome:
    """Who is elected by the votes, before relatives are looked at."""
    voted = count.cast if law.void_papers_count else count.cast - office.void
    standing: list[tuple[str, int]] = []
    for place, (name, votes) in enumerate(tally):
        if count.runoff:
            found = reaches_floor(name, votes, count.cast, law=law)
            eligible = not office.candidates or name in office.candidates
        else:
            found = has_majority(name, votes, voted, law=law)
            eligible = True
        if place < _MOST_STEPS or found:
            steps.append(found)
        if not eligible:
            steps.append(_stands(name, law))
        if found and eligible and name not in count.withdrawn:
            standing.append((name, votes))
    reserved, kept = 0, tuple(standing)
    first = law.woman_first and count.women is not None and office.office == MEMBER
    if first and not count.runoff and not woman_leads and count.women is not None:
        names, reserved, revote = seat_woman_first(kept, office.seats, count.women)
        seats = office.seats - reserved
        steps.append(_woman_seated(names, reserved, count.women, law))
    else:
        seats = office.seats
        names, revote = cut(kept, seats)
    if revote is not None or len(kept) > seats:
        steps.append(cut_is_clear(office.office, len(kept), seats, revote, law=law))
    votes_of = dict(tally)
    elected = tuple(sorted(names, key=lambda name: (-votes_of[name], name)))
    return OfficeOutcome(
        office.office,
        office.seats,
        tally,
        elected,
        (revote,) if revote else (),
        reserved,
    )


def _stands(name: str, law: ElectionLaw) -> Finding:
    return Finding(
        False,
        "elections.stands_in_runoff",
        cites=law.ground("rcl2025.19", "runoff_keeps_surplus"),
        numbers={"name": name},
    )


def _woman_seated(
    names: tuple[str, ...], reserved: int, women: frozenset[str], law: ElectionLaw
) -> Finding:
    return Finding(
        reserved == 0,
        "elections.woman_seated",
        cites=law.ground("rcl2025.8", "woman_first"),
        numbers={
            "reserved": reserved,
            "women": tuple(name for name in names if name in women),
        },
    )


def _without_kin(
    count: Count, offices: list[OfficeOutcome], steps: list[Finding], law: ElectionLaw
) -> list[OfficeOutcome]:
    """Relatives elected together give way, or are voted on again."""
    seated = [
        Seated(name, rank, dict(office.tally)[name])
        for rank, office in enumerate(offices)
        for name in office.elected
    ]
    resolved = resolve_kin(seated, count.kin, law=law)
    steps.append(resolved.finding)
    gone = {*resolved.leaving, *(name for group in resolved.tied for name in group)}
    return [
        replace(
            office,
            elected=tuple(name for name in office.elected if name not in gone),
            revotes=(
                *office.revotes,
                *(Revote(group, 1) for group in resolved.tied if group[0] in office.elected),
            ),
        )
        for office in offices
    ]


def _left(
    count: Count,
    before: OfficeCount,
    office: OfficeOutcome,
    steps: list[Finding],
    law: ElectionLaw,
) -> OfficeOutcome:
    """The seats left over, and who stands for them."""
    again = sum(revote.seats for revote in office.revotes)
    # Of two relatives tied for what had been two seats one seat stays empty with them.
    open_seats = office.seats_left - again - office.reserved_for_woman
    steps.append(
        Finding(
            office.seats_left == 0,
            "elections.seats_filled",
            cites=law.ground("rcl2025.19", "elected_over"),
            numbers={
                "office": office.office,
                "elected": len(office.elected),
                "seats": office.seats,
                "left": office.seats_left,
            },
        )
    )
    if count.runoff or office.seats_left == again:
        return office
    busy = {*office.elected, *count.withdrawn, *(n for r in office.revotes for n in r.tied)}
    busy |= _relatives(office.elected, count)
    candidates = len(before.candidates or office.tally)
    field: tuple[str, ...] = ()
    if open_seats > 0:
        places = places_in_runoff(open_seats, candidates, office.seats, law=law)
        field = runoff_field(office.tally, without=busy, places=places)
        steps.append(_field_found(office.office, field, open_seats, law))
    women: tuple[str, ...] = ()
    if office.reserved_for_woman and count.women is not None:
        of_women = tuple(pair for pair in office.tally if pair[0] in count.women)
        places = places_in_runoff(1, candidates, office.seats, law=law)
        women = runoff_field(of_women, without=busy, places=places)
        steps.append(_field_found(office.office, women, 1, law))
    return replace(office, runoff_field=field, woman_field=women)


def _relatives(elected: tuple[str, ...], count: Count) -> set[str]:
    """Those who could not serve beside somebody elected."""
    pairs = [*count.kin, *((two, one) for one, two in count.kin)]
    return {two for one, two in pairs if one in elected}


def _field_found(office: str, field: tuple[str, ...], seats: int, law: ElectionLaw) -> Finding:
    return Finding(
        len(field) > seats,
        "elections.runoff_field",
        cites=law.ground("rcl2025.19", "runoff_surplus", "runoff_keeps_surplus", "runoff_within"),
        numbers={
            "office": office,
            "names": field,
            "candidates": len(field),
            "seats": seats,
            "floor": law.runoff_at_least,
        },
    )


def _close(
    count: Count, offices: list[OfficeOutcome], steps: list[Finding], law: ElectionLaw
) -> None:
    """What concerns the committee as a whole: a woman, and seats that may stay vacant."""
    elected = [name for office in offices for name in office.elected]
    if count.women is not None:
        women = sum(name in count.women for name in elected) + count.women_before
        steps.append(has_woman(women, law=law))
    left = sum(office.seats_left for office in offices)
    if count.runoff and left and law.vacant_from is not None:
        together = count.elected_before + len(elected)
        steps.append(
            Finding(
                together >= law.vacant_from,
                "elections.may_stay_vacant",
                cites=law.ground("rcl2025.8", "vacant_from"),
                numbers={"elected": together, "least": law.vacant_from, "left": left},
            )
        )
