"""Papers: handed over against a slip, given back, and told to be missing once."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.applications import queries, rules
from linli.service.catalogue.applications.actions.saying import say_about, tell_applicant
from linli.service.catalogue.applications.actions.telling import latest_told
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.limits import on_day
from linli.service.catalogue.applications.models import ApplicationHelp, HandedPaper, MissingList


@action("catalogue.receive_papers", needs="catalogue.handle_application")
def receive_papers(
    act: Act,
    row: ApplicationHelp,
    *,
    kinds: Sequence[str],
    form: str = "copy",
    copies: int = 1,
    by_whom: str = "self",
) -> ApplicationHelp:
    """Takes papers of the scheme's list and writes down each: what, when, by whom, the original or
    a copy. The slip says the same."""
    path = row.path
    require(rules.may_be_asked(kinds, path.may_be_handed, path.found))
    for kind in kinds:
        HandedPaper.objects.create(
            community=row.community,
            help=row,
            kind=kind,
            form=form,
            copies=copies,
            by_whom=by_whom,
            handed_at=act.at,
            received_by_id=act.by.account,
        )
    act.note(papers=len(kinds))
    say_about(act, row)
    return row


@action("catalogue.give_back_papers", needs="catalogue.handle_application")
def give_back_papers(
    act: Act, row: ApplicationHelp, *, papers: Sequence[HandedPaper]
) -> ApplicationHelp:
    """Gives papers back, each once."""
    ids = [each.pk for each in papers]
    given = row.papers.filter(
        community_id=row.community_id, pk__in=ids, given_back_at__isnull=True
    ).update(given_back_at=act.at)
    act.note(papers=given)
    say_about(act, row)
    return row


@action("catalogue.list_missing", needs="catalogue.handle_application")
def list_missing(
    act: Act, row: ApplicationHelp, *, kinds: Sequence[str], seen: int | None = None
) -> ApplicationHelp:
    """Tells everything that is missing, once, on one day. The promise to forward stands still
    meanwhile. Refused a second time: then only the deciding office can ask, in writing."""
    _list(act, row, kinds, "", None)
    take(act, APPLICATION, row, "list_missing", seen=seen, reason=_("等补材料"))
    tell_applicant(act, row)
    return row


@action("catalogue.complete_papers", needs="catalogue.handle_application")
def complete_papers(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """What was missing has come."""
    take(act, APPLICATION, row, "complete", seen=seen)
    say_about(act, row)
    return row


@action("catalogue.pass_on_missing", needs="catalogue.handle_application")
def pass_on_missing(
    act: Act,
    row: ApplicationHelp,
    *,
    kinds: Sequence[str],
    office_paper: str,
    office_asked_on: date,
    seen: int | None = None,
) -> ApplicationHelp:
    """The deciding office asked in writing for more papers: told at once as it asked. Its clocks
    stand still from the day it asked, whenever that is written down, until they are brought."""
    latest = max(latest_told(row), local_day(row.state_since))
    require(rules.told_in_order(office_asked_on, latest, local_day(act.at)))
    _list(act, row, kinds, office_paper, office_asked_on)
    then = on_day(act, office_asked_on, row.state_since)
    if row.state == "forwarded":
        take(then, APPLICATION, row, "told_listed", seen=seen)
    else:
        reason = _("单位要求补材料")
        take(then, APPLICATION, row, "told_waiting", seen=seen, reason=reason)
    tell_applicant(act, row)
    return row


@action("catalogue.bring_papers", needs="catalogue.handle_application")
def bring_papers(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """What the office asked for was brought; its clocks go on."""
    move = "bring_listed" if row.state == "listed" else "bring"
    take(act, APPLICATION, row, move, seen=seen)
    tell_applicant(act, row)
    return row


def _list(
    act: Act, row: ApplicationHelp, kinds: Sequence[str], paper: str, asked_on: date | None
) -> None:
    today, path = local_day(act.at), row.path
    told = row.lists.filter(community_id=row.community_id).count()
    require(rules.told_at_once(bool(told), queries.on_list(row), kinds, paper, asked_on, today))
    require(rules.may_be_asked(kinds, path.may_be_handed, path.found))
    MissingList.objects.create(
        community=row.community,
        help=row,
        number=told + 1,
        kinds=list(kinds),
        told_on=today,
        told_by_id=act.by.account,
        office_paper=paper.strip(),
        office_asked_on=asked_on,
    )
    act.note(papers=len(kinds), list=told + 1)
