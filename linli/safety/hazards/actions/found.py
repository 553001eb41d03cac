"""Lost and found: taken in, given back against what only its owner knows, or to the police."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.safety.hazards import rules
from linli.safety.hazards.actions.limits import within_the_hour
from linli.safety.hazards.actions.numbering import with_next_serial
from linli.safety.hazards.flows import FOUND
from linli.safety.hazards.law import found_kept_days
from linli.safety.hazards.models import FoundThing, LostReport
from linli.safety.hazards.words import told


@action("hazards.take_in_found", needs="hazards.keep_found")
def take_in_found(
    act: Act, community: Place, *, thing: str, where: str, found_on: date, marks: str, finder: str
) -> FoundThing:
    """Somebody brought a thing. Everybody reads broadly what it is; what only its owner can know
    stays at the desk."""
    on = local_day(act.at)
    require(Finding(found_on <= on, "hazards.not_ahead", numbers={"on": found_on}))
    until = rules.kept_until(on, found_kept_days(community, on))

    def make(serial: int) -> FoundThing:
        row = FoundThing(
            community=community, year=on.year, serial=serial, thing=told(thing, community),
            where=told(where, community), found_on=found_on, posted_on=on, until=until,
            marks=marks, finder=finder,
        )  # fmt: skip
        return begin(act, FOUND, row, "take_in")

    row = with_next_serial(FoundThing, community, on.year, make)
    act.note(number=row.number)
    return row


@action("hazards.give_back_found", needs="hazards.keep_found")
def give_back_found(
    act: Act, row: FoundThing, *, claimant: str, proof: str, seen: int | None = None
) -> FoundThing:
    """Its owner fetched it: who signed for it and what was compared, sealed, for a while."""
    require(Finding(bool(claimant.strip() and proof.strip()), "hazards.claim_proved"))
    return _ended(act, row, "give_back", seen, claimant=claimant, proof=proof)


@action("hazards.pass_on_found", needs="hazards.keep_found")
def pass_on_found(act: Act, row: FoundThing, *, paper: str, seen: int | None = None) -> FoundThing:
    """Nobody came: to the police, against their receipt. Their notice runs a year."""
    require(rules.may_go_to_police(paper))
    return _ended(act, row, "pass_on", seen, paper=told(paper, row.community_id))


@action("hazards.report_lost", needs="hazards.report_lost")
def report_lost(
    act: Act, community: Place, *, thing: str, where: str, lost_on: date, contact: str
) -> LostReport:
    """Somebody misses a thing; only the desk reads how to reach them. So many an hour as the desk
    can look at."""
    came = LostReport.objects.filter(community=community)
    within_the_hour(act, community, came, "reported_at")
    require(Finding(bool(contact.strip()), "hazards.contact_given"))
    on = local_day(act.at)
    require(Finding(lost_on <= on, "hazards.not_ahead", numbers={"on": lost_on}))
    return LostReport.objects.create(
        community=community, thing=told(thing, community), where=told(where, community),
        lost_on=lost_on, contact=contact, reported_at=act.at,
    )  # fmt: skip


@action("hazards.end_lost", needs="hazards.keep_found")
def end_lost(act: Act, row: LostReport) -> LostReport:
    """It was found again, or is not looked for any more: the contact goes at once."""
    row.ended_at, row.contact = act.at, ""
    row.save(update_fields=["ended_at", "contact"])
    return row


@action("hazards.forget_contacts", needs="hazards.forget")
def forget_contacts(act: Act, community: Place, *, rows: Sequence[Any]) -> int:
    """Blanks who found, who fetched and who missed what is long over. Of a thing that still waits
    only who found it goes: its marks are needed until somebody can name them."""
    for row in rows:
        if isinstance(row, LostReport):
            row.contact, row.ended_at = "", row.ended_at or act.at
            row.save(update_fields=["contact", "ended_at"])
        elif row.state == "kept":
            row.finder, row.blanked_at = "", act.at
            row.save(update_fields=["finder", "blanked_at"])
        else:
            row.marks = row.finder = row.claimant = row.proof = ""
            row.blanked_at = act.at
            row.save(update_fields=["marks", "finder", "claimant", "proof", "blanked_at"])
    act.note(count=len(rows))
    return len(rows)


def _ended(act: Act, row: FoundThing, move: str, seen: int | None, **given: str) -> FoundThing:
    row.ended_on, row.blanked_at = local_day(act.at), None
    for name, value in given.items():
        setattr(row, name, value)
    row.save(update_fields=["ended_on", "blanked_at", *given])
    take(act, FOUND, row, move, seen=seen)
    act.note(number=row.number)
    return row
