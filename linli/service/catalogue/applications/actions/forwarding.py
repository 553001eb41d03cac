"""Forwarding: what goes, to whom, what for, with whose consent, against which receipt."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.core.audit.door import Act, action
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.applications import queries, rules
from linli.service.catalogue.applications.actions.saying import tell_applicant
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.limits import start_laid_down, start_limits
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.paths import OBJECTION


@dataclass(frozen=True)
class Parcel:
    """What goes to the office. `insists`: the applicant wants it handed on though a paper is
    missing; `receipt`: what the office gave for it."""

    office: str
    purpose: str
    fields: Sequence[str]
    papers: Sequence[str]
    consent: str
    insists: bool = False
    receipt: str = ""


@action("catalogue.forward_application", needs="catalogue.handle_application")
def forward_application(
    act: Act, row: ApplicationHelp, *, parcel: Parcel, seen: int | None = None
) -> ApplicationHelp:
    """Hands the application to the office that decides, with consent, for a purpose, and nothing
    beside what it needs. Nobody is kept from applying: missing papers bar neither an emergency
    nor whoever wants theirs handed on."""
    handed = queries.handed_kinds(row)
    require(rules.kin_asked("no" if row.urgent and not row.kin else row.kin))
    papers = rules.complete(row.path.papers, handed)
    require(rules.may_forward(papers, urgent=row.urgent, insists=parcel.insists))
    allowed = {*row.path.fields, *handed}
    going = (*parcel.fields, *parcel.papers)
    require(rules.only_needed(going, allowed, parcel.purpose, parcel.consent))
    row.office = parcel.office.strip() or row.path.office
    row.purpose, row.forward_consent = parcel.purpose.strip(), parcel.consent
    row.fields, row.papers_sent = list(parcel.fields), list(parcel.papers)
    row.forwarded_at, row.office_receipt = act.at, parcel.receipt.strip()
    row.save(
        update_fields=[
            "office",
            "purpose",
            "forward_consent",
            "fields",
            "papers_sent",
            "forwarded_at",
            "office_receipt",
        ]
    )
    take(act, APPLICATION, row, "forward", seen=seen)
    # Until it says that it has accepted, we ask.
    start_laid_down(act, row, "ask", "ask_after")
    if row.path.remedy == OBJECTION:
        # Legal aid is decided within days of the application, not of its acceptance (art. 43).
        start_limits(act, row, "decide")
    act.note(fields=len(parcel.fields), papers=len(parcel.papers))
    tell_applicant(act, row)
    return row
