"""The file: what lies in it, what was signed, and that it is complete."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.mediation.models import Exhibit, Mediation, PaperMark, Party
from linli.safety.mediation.queries.papers import is_over, may_be_filed, standings_of, titles
from linli.safety.mediation.rules import agreeing, papers as rules


@action("mediation.mark_paper", needs="mediation.handle")
def mark_paper(act: Act, case: Mediation, *, paper: str, signed_on: date) -> PaperMark:
    """A printed paper was signed, or printed with a thumb, by all it asks to."""
    require(agreeing.not_ahead(signed_on, local_day(act.at)))
    there = {standing.paper: standing.present for standing in standings_of(case)}
    require(
        Finding(
            there.get(paper, False),
            "mediation.paper_there",
            numbers={"paper": titles().get(paper, paper)},
        )
    )
    mark, _new = PaperMark.objects.update_or_create(
        community_id=case.community_id,
        case=case,
        paper=paper,
        defaults={"signed_on": signed_on, "account_id": act.by.account},
    )
    return mark


@action("mediation.add_exhibit", needs="mediation.handle")
def add_exhibit(
    act: Act,
    case: Mediation,
    *,
    kind: str,
    title: str,
    on: date,
    party: Party | None = None,
    asked_by: str = "",
    upload: Any = None,
) -> Exhibit:
    """Something laid before the mediator. The copy of an identity card only where a rule asks for
    it, which is named; else having seen it is enough."""
    if kind == "identity":
        require(rules.copy_kept(asked_by))
    require(agreeing.not_ahead(on, local_day(act.at)))
    exhibit = Exhibit(
        community_id=case.community_id,
        case=case,
        kind=kind,
        on=on,
        party=party,
        asked_by=asked_by.strip(),
    )
    exhibit.title = title.strip()
    exhibit.save(force_insert=True)
    if upload is not None:
        is_photo = str(getattr(upload, "content_type", "")).startswith("image/")
        purpose = Purpose(exhibit, "photo" if is_photo else "document", "staff")
        take_in(act, case.community_id, upload, purpose)
    return exhibit


@action("mediation.write_note", needs="mediation.handle")
def write_note(act: Act, case: Mediation, *, note: str) -> Mediation:
    """What whoever opens the file later should know of it (paper 12)."""
    case.note = note.strip()
    case.save(update_fields=["note"])
    return case


@action("mediation.close_file", needs="mediation.handle")
def close_file(act: Act, case: Mediation) -> Mediation:
    """The file is put together: refused while a paper that must be there, a signature or the seal
    is missing, all of which are named."""
    require(Finding(is_over(case), "mediation.is_over"))
    require(may_be_filed(case))
    case.filed_on = local_day(act.at)
    case.save(update_fields=["filed_on"])
    return case
