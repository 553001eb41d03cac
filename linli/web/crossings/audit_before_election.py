"""No election before the audit of the director who leaves is published (art. 38).

The election room knows who leaves the director's office, the oversight room whose audit is
published. The law says: before the next election. It is refused where the polls would open without
it; and already where the roll is posted, from which residents learn the day, wherever a place has
not switched that off (`oversight.audit_before_roll`): nobody should hear of it on election morning.
"""

from linli.core.audit.door import Act, crosses
from linli.core.places.queries import jurisdictions_of
from linli.governance.elections.models import Election
from linli.governance.elections.queries.sitting import directors_to_account
from linli.governance.oversight.actions.audits import remind_of_audit
from linli.governance.oversight.queries.audits import without_departure_audit
from linli.governance.oversight.rules.audits import departure_audited
from linli.lib.calendar import local_day
from linli.lib.law import in_force, require


@crosses("elections.plan")
def remind_of_departure_audit(act: Act, election: Election) -> None:
    """Tells those who see to it that an audit is still to come, while there is time."""
    if _missing(act, election):
        remind_of_audit(election.community, day=election.day, by=act.by, at=act.at)


@crosses("elections.post_roll")
def audit_before_roll(act: Act, election: Election) -> None:
    """Refuses to tell residents the day while the audit is not published."""
    places = jurisdictions_of(election.community)
    strict = in_force("oversight.audit_before_roll", local_day(act.at), places)
    if strict is not None and strict.value:
        require(departure_audited(_missing(act, election)))


@crosses("elections.open_polls")
def audit_before_polls(act: Act, election: Election) -> None:
    """Refuses to open the polls while the audit is not published."""
    require(departure_audited(_missing(act, election)))


def _missing(act: Act, election: Election) -> int:
    """How many who leave the director's office have no published audit. None where nobody does,
    and before the law that asks for it was in force."""
    on = local_day(act.at)
    places = jurisdictions_of(election.community)
    if in_force("oversight.extra_items_of_residents", on, places) is None:
        return 0
    leaving = directors_to_account(election, on)
    return len(without_departure_audit(election.community, [seat.pk for seat in leaving]))
