"""Inspections and what they found: asked for correction, answered, settled or reported upward."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.oversight.flows.inspections import SHORTCOMING
from linli.governance.oversight.models import Inspection, Shortcoming
from linli.governance.oversight.postings import FINDING
from linli.governance.oversight.rules import inspections as rules
from linli.governance.oversight.rules.committee import has_happened
from linli.lib.calendar import local_day
from linli.lib.law import Parameter, parameter, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication.actions import post
from linli.mechanisms.publication.models import Posting

CORRECTION = "correction"


@dataclass(frozen=True)
class Found:
    """What was found: where, what, on which grounds. `sides` and `differs` where two sheets were
    held against each other (`queries/sheets`)."""

    looked_at: str
    title: str
    grounds: str
    found_on: date
    sides: Sequence[Mapping[str, Any]] = ()
    differs: Sequence[Mapping[str, Any]] = ()


@action("oversight.plan_inspection", needs="oversight.supervise")
def plan_inspection(
    act: Act, community: Place, *, looked_at: str, title: str, planned_for: date | None = None
) -> Inspection:
    """Puts an inspection on the plan; without a day it is begun at once."""
    return Inspection.objects.create(
        community=community,
        looked_at=looked_at,
        title=title.strip(),
        planned_for=planned_for,
        planned_by_id=act.by.account,
    )


@action("oversight.drop_inspection", needs="oversight.supervise")
def drop_inspection(act: Act, inspection: Inspection) -> Inspection:
    """Takes an inspection off the plan."""
    return _conclude(inspection, state="dropped")


@action("oversight.record_inspection", needs="oversight.supervise")
def record_inspection(
    act: Act, inspection: Inspection, *, looked_on: date, result: str
) -> Inspection:
    """Writes down what was looked at, how, and what came of it."""
    require(has_happened(looked_on, local_day(act.at)))
    require(rules.grounded(result))
    return _conclude(inspection, state="done", looked_on=looked_on, result=result.strip())


@action("oversight.raise_shortcoming", needs="oversight.supervise")
def raise_shortcoming(
    act: Act,
    community: Place,
    *,
    found: Found,
    inspection: Inspection | None = None,
    photo: Any = None,
) -> Shortcoming:
    """Writes down something that was found, with its grounds; where two sheets differ, both
    digests. A photo of the board is kept with it."""
    require(rules.grounded(found.grounds))
    require(has_happened(found.found_on, local_day(act.at)))
    if found.sides:
        require(rules.sheets_differ(len(found.differs)))
    shortcoming = Shortcoming(
        community=community,
        inspection=inspection,
        looked_at=found.looked_at,
        title=found.title.strip(),
        grounds=found.grounds.strip(),
        found_on=found.found_on,
        sides=list(found.sides),
        differs=list(found.differs),
    )
    begin(act, SHORTCOMING, shortcoming, "raise")
    if photo is not None:
        take_in(act, community, photo, Purpose(shortcoming, "photo"))
    act.note(sheets=len(found.sides), differences=len(found.differs))
    return shortcoming


@action("oversight.ask_correction", needs="oversight.supervise")
def ask_correction(
    act: Act, shortcoming: Shortcoming, *, reason: str, limit: date | None = None
) -> Shortcoming:
    """Asks the committee to put it right: by the day named, or within the days the committee has
    promised."""
    take(act, SHORTCOMING, shortcoming, "ask_correction", reason=reason)
    return _wait(act, shortcoming, limit)


@action("oversight.send_back", needs="oversight.supervise")
def send_back(
    act: Act, shortcoming: Shortcoming, *, reason: str, limit: date | None = None
) -> Shortcoming:
    """The answer does not do: it is asked again, with another limit."""
    take(act, SHORTCOMING, shortcoming, "send_back", reason=reason)
    return _wait(act, shortcoming, limit)


@action("oversight.answer_shortcoming", needs="oversight.answer_shortcoming")
def answer_shortcoming(act: Act, shortcoming: Shortcoming, *, answer: str) -> Shortcoming:
    """The committee says what it did, or why it stands."""
    take(act, SHORTCOMING, shortcoming, "answer", answer=answer.strip())
    shortcoming.answer = answer.strip()
    shortcoming.save(update_fields=["answer"])
    act.tell("oversight.correction_answered", post="supervisor")
    return shortcoming


@action("oversight.settle", needs="oversight.supervise")
def settle(act: Act, shortcoming: Shortcoming, *, reason: str) -> Shortcoming:
    """It has been put right; the supervisors have looked."""
    take(act, SHORTCOMING, shortcoming, "settle", reason=reason)
    return _end(shortcoming, reason)


@action("oversight.report_up", needs="oversight.supervise")
def report_up(act: Act, shortcoming: Shortcoming, *, addressee: str, reason: str) -> Shortcoming:
    """Reports it to the street, the district or the supervision organ; the letter prints from its
    page (arts. 35 and 36)."""
    addressee = addressee.strip()
    take(act, SHORTCOMING, shortcoming, "report_up", reason=reason, addressee=addressee)
    shortcoming.addressee = addressee
    shortcoming.save(update_fields=["addressee"])
    act.tell("oversight.reported", post="director")
    return _end(shortcoming, reason)


@action("oversight.drop_shortcoming", needs="oversight.supervise")
def drop_shortcoming(act: Act, shortcoming: Shortcoming, *, reason: str) -> Shortcoming:
    """On a second look there was nothing in it."""
    take(act, SHORTCOMING, shortcoming, "drop", reason=reason)
    return _end(shortcoming, reason)


@action("oversight.publish_shortcoming", needs="oversight.supervise")
def publish_shortcoming(act: Act, shortcoming: Shortcoming) -> Posting:
    """Posts what was found and how it ended. Refused while a text tells of a person."""
    require(rules.settled_first(shortcoming.state))
    require(rules.published_once(shortcoming.posting_id is not None))
    fields = {
        "title": shortcoming.title,
        "looked_at": str(shortcoming.get_looked_at_display()),
        "found_on": shortcoming.found_on,
        "grounds": shortcoming.grounds,
        "answer": shortcoming.answer,
        "outcome": shortcoming.outcome,
    }
    posting = post(
        act, FINDING, shortcoming, fields, local_day(act.at),
        of=jurisdictions_of(shortcoming.community),
    )  # fmt: skip
    changed = Shortcoming.objects.filter(
        community=shortcoming.community_id, pk=shortcoming.pk, posting__isnull=True
    ).update(posting=posting)
    require(rules.published_once(not changed))
    return posting


def _conclude(inspection: Inspection, **values: Any) -> Inspection:
    changed = Inspection.objects.filter(
        community=inspection.community_id, pk=inspection.pk, state="planned"
    ).update(**values)
    require(rules.still_planned("planned" if changed else "done"))
    inspection.refresh_from_db()
    return inspection


def _wait(act: Act, shortcoming: Shortcoming, limit: date | None) -> Shortcoming:
    """The limit runs for the committee: to the day named, or for the days of the promise."""
    on, places = local_day(act.at), jurisdictions_of(shortcoming.community)
    promised: Parameter = parameter("oversight.correction_within", on, places)
    length, unit, rule = int(promised.value), promised.unit, promised.rule
    if limit is not None:
        require(rules.limit_ahead(limit, on))
        length, unit, rule = (limit - on).days, "days", ""
    face = shortcoming.face()
    clock = clocks.start(
        act,
        shortcoming,
        CORRECTION,
        length=length,
        unit=unit,
        rule=rule,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,
    )
    assert clock.due_at is not None
    shortcoming.limit = limit or clock.last_day
    shortcoming.save(update_fields=["limit"])
    act.tell("oversight.correction_asked", post="director", limit=shortcoming.limit)
    return shortcoming


def _end(shortcoming: Shortcoming, reason: str) -> Shortcoming:
    shortcoming.outcome = reason.strip()
    shortcoming.save(update_fields=["outcome"])
    return shortcoming
