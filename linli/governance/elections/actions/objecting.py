"""Objections to the posted roll: within five days, decided within three, the outcome posted."""

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action
from linli.core.clocks.queries import work_calendar
from linli.core.people.models import Person
from linli.governance.elections.actions.rolls import Correction, change_roll
from linli.governance.elections.flows import OBJECTION
from linli.governance.elections.models import Election, Objection
from linli.governance.elections.postings import OUTCOME
from linli.governance.elections.rules import roll as law_rules, steps as rules
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.ballot.models import Elector
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication.actions import post

DAYS_UP = 15


@action("elections.object", needs="elections.object")
def object_to_roll(
    act: Act,
    election: Election,
    *,
    kind: str,
    text: str,
    objector: Person | None = None,
    person: Person | None = None,
    elector: Elector | None = None,
) -> Objection:
    """Says that somebody is missing from the roll, does not belong on it, or is listed wrongly.
    From here the three days run in which the election committee decides."""
    on = local_day(act.at)
    require(rules.roll_is_posted(posted=election.roll_posted_on is not None))
    assert election.roll_posted_on is not None
    require(
        law_rules.objection_in_time(
            election.roll_posted_on,
            on,
            work_calendar(election.community_id),
            law=law_of(election, on),
        )
    )
    objection = Objection(
        community_id=election.community_id,
        election=election,
        kind=kind,
        person=person,
        elector=elector,
        by=objector,
        text=text,
        lodged_at=act.at,
    )
    objection.community = election.community
    begin(act, OBJECTION, objection, "lodge", of=laws_of(election))
    act.about = objector.pk if objector else None
    act.tell("elections.objected", post="election_committee")
    return objection


@action("elections.uphold", needs="elections.run")
def uphold(
    act: Act,
    objection: Objection,
    *,
    reason: str,
    public_reason: str,
    correction: Correction,
    seen: int | None = None,
) -> Objection:
    """The objection is right: the roll is put right at once, and the outcome posted."""
    election = objection.election
    take(act, OBJECTION, objection, "uphold", seen=seen, reason=reason)
    change_roll(act, election, correction=correction, reason=public_reason)
    _decide(act, objection, public_reason, _("成立，已更正名单"))
    return objection


@action("elections.reject_objection", needs="elections.run")
def reject_objection(
    act: Act, objection: Objection, *, reason: str, public_reason: str, seen: int | None = None
) -> Objection:
    """The objection is not right, and the committee says why."""
    take(act, OBJECTION, objection, "reject", seen=seen, reason=reason)
    _decide(act, objection, public_reason, _("不成立"))
    return objection


@action("elections.withdraw_objection", needs="elections.withdraw_objection")
def withdraw_objection(act: Act, objection: Objection, *, seen: int | None = None) -> Objection:
    """Whoever objected takes it back."""
    take(act, OBJECTION, objection, "withdraw", seen=seen)
    objection.decided_at = act.at
    objection.save(update_fields=["decided_at"])
    return objection


def _decide(act: Act, objection: Objection, public_reason: str, outcome: str) -> None:
    on = local_day(act.at)
    objection.decided_at, objection.public_reason = act.at, public_reason
    objection.save(update_fields=["decided_at", "public_reason"])
    with translation.override("zh-hans"):
        fields = {
            "title": objection.election.title,
            "kind": str(objection.get_kind_display()),
            "lodged_on": local_day(objection.lodged_at),
            "outcome": str(objection.state_label),
            "decided_on": on,
            "reason": public_reason,
        }
        post(act, OUTCOME, objection, fields, on, days=DAYS_UP, of=laws_of(objection.election))
    if objection.by_id:
        act.tell("elections.objection_decided", person=objection.by_id, outcome=outcome)
