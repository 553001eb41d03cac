"""The talks: what each side says of taking part, sessions, what is written down, the police."""

from dataclasses import dataclass
from datetime import datetime

from linli.core.audit.door import Act, action
from linli.core.clocks.actions import settle
from linli.lib.calendar import local_day
from linli.lib.law import require, require_all
from linli.mechanisms.flow.actions import take
from linli.safety.mediation.actions.telling import tell_mediators, tell_sides
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.models import Mediation, Party, Record
from linli.safety.mediation.queries.course import agreement_of
from linli.safety.mediation.rules import agreeing, starting as rules
from linli.safety.mediation.rules.starting import Side

PROLONGED = "各方当事人同意延长"


@dataclass(frozen=True)
class Happened:
    """One thing that was done, as it is written down."""

    kind: str
    at: datetime
    where: str = ""
    present: str = ""
    text: str = ""
    result: str = ""


@action("mediation.tell_side", needs="mediation.speak")
def tell_side(
    act: Act,
    case: Mediation,
    *,
    party: Party,
    wants_open: bool = False,
    others_agreed: bool = False,
    accepts_mediator: bool = True,
    seen: int | None = None,
) -> Party:
    """A party is willing, and says how: open talks or closed, whether relatives or experts may
    come, whether the mediator is right. Open only where all of them want it (23)."""
    take(act, MEDIATION, case, "tell_side", seen=seen)
    party.willing, party.wants_open = True, wants_open
    party.others_agreed, party.accepts_mediator = others_agreed, accepts_mediator
    party.save(update_fields=["willing", "wants_open", "others_agreed", "accepts_mediator"])
    case.sides_changed()
    case.openly = all(side.wants_open for side in case.sides)
    case.save(update_fields=["openly"])
    tell_mediators(act, case, "mediation.side_told")
    return party


@action("mediation.tell_rights", needs="mediation.handle")
def tell_rights(act: Act, case: Mediation, *, party: Party, seen: int | None = None) -> Party:
    """The notice of rights and duties was read out or handed to a party (23, 24)."""
    take(act, MEDIATION, case, "write", seen=seen)
    party.told_on = local_day(act.at)
    party.save(update_fields=["told_on"])
    case.sides_changed()
    return party


@action("mediation.begin", needs="mediation.handle")
def begin(act: Act, case: Mediation, *, seen: int | None = None) -> Mediation:
    """Both sides are willing, know their rights and accept the mediator: the talks begin."""
    sides = [
        Side(side.label, bool(side.willing), side.told_on is not None, side.accepts_mediator)
        for side in case.sides
    ]
    require_all(rules.may_begin(sides))
    take(act, MEDIATION, case, "begin", seen=seen)
    return case


@action("mediation.fix_session", needs="mediation.handle")
def fix_session(
    act: Act,
    case: Mediation,
    *,
    when: datetime,
    where: str,
    with_others: bool = False,
    seen: int | None = None,
) -> Record:
    """Time and place of the next talk, told to the parties. Others come only if all agree."""
    if with_others:
        require(rules.others_may_come([side.others_agreed for side in case.sides]))
    take(act, MEDIATION, case, "write", seen=seen)
    record = Record(
        community_id=case.community_id,
        case=case,
        kind="session",
        at=when,
        openly=case.openly,
        with_others=with_others,
        shared=True,
        account_id=act.by.account,
    )
    record.where = where.strip()
    record.save(force_insert=True)
    tell_sides(act, case, "mediation.session_fixed")
    return record


@action("mediation.write_session", needs="mediation.handle")
def write_session(
    act: Act,
    case: Mediation,
    *,
    record: Record,
    present: str,
    text: str,
    result: str,
    seen: int | None = None,
) -> Record:
    """What was said and came of it; for the file, not for the other side."""
    require(agreeing.not_ahead(local_day(record.at), local_day(act.at)))
    take(act, MEDIATION, case, "write", seen=seen)
    record.present, record.text = present.strip(), text.strip()
    record.result, record.written_at, record.account_id = result, act.at, act.by.account
    record.save()
    return record


@action("mediation.write_record", needs="mediation.handle")
def write_record(
    act: Act, case: Mediation, *, happened: Happened, seen: int | None = None
) -> Record:
    """What was looked into, who was dissuaded and with what result, what was done so that it does
    not grow, what a visit found."""
    require(agreeing.not_ahead(local_day(happened.at), local_day(act.at)))
    take(act, MEDIATION, case, "write", seen=seen)
    return _write(act, case, happened)


@action("mediation.report_to_police", needs="mediation.handle")
def report_to_police(
    act: Act,
    case: Mediation,
    *,
    office: str,
    text: str,
    measure: str = "",
    seen: int | None = None,
) -> Record:
    """It may become a matter for the police: they are told at once (25). The moment is that of
    the act, to the minute, and nobody types it. What was done meanwhile stands beside it."""
    take(act, MEDIATION, case, "report", seen=seen)
    record = _write(act, case, Happened("police", act.at, where=office, text=text))
    if measure.strip():
        _write(act, case, Happened("measure", act.at, text=measure))
    return record


@action("mediation.extend", needs="mediation.handle")
def extend(
    act: Act, case: Mediation, *, longer_by: int, all_agree: bool, seen: int | None = None
) -> Mediation:
    """The usual month is prolonged, where all parties agree."""
    condition = rules.both_prolong(all_agree)
    take(
        act,
        MEDIATION,
        case,
        "extend",
        seen=seen,
        conditions=[condition],
        reason=PROLONGED,
        longer_by=longer_by,
    )
    return case


def _write(act: Act, case: Mediation, happened: Happened) -> Record:
    record = Record(
        community_id=case.community_id,
        case=case,
        kind=happened.kind,
        at=happened.at,
        result=happened.result,
        written_at=act.at,
        account_id=act.by.account,
    )
    for name in Record.WORDS:
        setattr(record, name, getattr(happened, name).strip())
    record.save(force_insert=True)
    if happened.kind == "visit" and agreement_of(case) is not None:
        settle(act, case, "mediation_visit")
    return record
