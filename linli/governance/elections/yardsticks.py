"""By which numbers an election is judged: the pack of its own place, on the day of the act."""

from collections.abc import Sequence
from datetime import date

from linli.core.places.models import Place
from linli.governance.elections.models import Election
from linli.governance.elections.rules.law import ElectionLaw, election_law
from linli.governance.elections.rules.plan import LEADS, Length
from linli.lib.law import Parameter, in_force, own_place, parameter
from linli.lib.law.packs import ParameterStatus


def jurisdiction_of(community: Place) -> str:
    """The county whose pack a community's election is judged by, kept with the election."""
    return f"cn-{community.code[:6]}" if community.code else ""


def laws_of(election: Election) -> Sequence[str]:
    """The jurisdictions whose parameters hold, the most local first: the community's own, then
    county, city and province as they were when the election was planned."""
    place = election.jurisdiction.removeprefix("cn-")
    wider = (f"cn-{place[:length]}" for length in (6, 4, 2) if place)
    return (own_place(election.community_id), *wider)


def law_of(election: Election, on: date) -> ElectionLaw:
    """What the law of the day and of the election's place asks."""
    return election_law(on, laws_of(election))


def lengths_of(election: Election, on: date) -> dict[str, Length]:
    """How long before election day each stage lies, for the timetable. Where a place lays down a
    day of its own for what is otherwise only advised, that day holds."""
    places = laws_of(election)
    found: dict[str, Parameter] = {}
    for name, rule, _cites in LEADS:
        local = rule.replace("election_plan.", "elections.") + "_posted_before"
        own = in_force(local, on, places) if name == "candidates" else None
        found[name] = own or parameter(rule, on, places)
    found["handover"] = parameter("elections.handover_within", on, places)
    return {
        name: Length(int(row.value), row.status is not ParameterStatus.PROMISE)
        for name, row in found.items()
    }
