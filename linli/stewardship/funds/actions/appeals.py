"""A charity one works with, and its public appeals told here. Its money never passes through us."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require, require_all
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.models import Appeal, Charity
from linli.stewardship.funds.rules import appeals, giving

KEPT = (
    "name", "qualification", "qualified_until", "agreement", "agreed_since", "agreed_until",
    "account_holder", "account_bank", "account_tail",
)  # fmt: skip
FIXED = (
    "name", "qualification", "agreement", "account_holder", "account_bank", "account_tail",
)  # fmt: skip
"""What does not change while an appeal runs."""


@action("funds.keep_charity", needs="funds.keep_charities")
def keep_charity(
    act: Act, community: Place, *, charity: Charity | None = None, paper: Any = None, **given: Any
) -> Charity:
    """Writes down a charity, its qualification, the agreement with it and its own account; or
    changes what is written. `paper`: the agreement as a document. While an appeal of it runs,
    neither who it is nor where the money goes changes: what everybody reads stays true."""
    row = charity or Charity(community=community)
    runs = charity is not None and _runs(charity, local_day(act.at))
    changed = [name for name in FIXED if name in given and getattr(row, name) != given[name]]
    require(Finding(not (runs and changed), "funds.charity_fixed", cites=("charity.26",)))
    for name in KEPT:
        if name in given:
            setattr(row, name, given[name])
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(Finding(False, "funds.charity_once", numbers={"name": row.name})) from None
    if paper is not None:
        take_in(act, community, paper, Purpose(row, "document", "staff"))
    act.note(charity=row.name)
    return row


@action("funds.draft_appeal", needs="funds.keep")
def draft_appeal(
    act: Act,
    community: Place,
    *,
    charity: Charity | None,
    filing: str,
    title: str,
    about: str,
    since: date,
    until: date,
    link: str = "",
) -> Appeal:
    """Drafts a charity's public appeal for another to open. Impossible without a charity that is
    qualified, bound by an agreement in force, and has filed its plan; the database refuses it
    too."""
    found = appeals.may_appeal(
        charity.cooperation if charity else None, filing=filing, link=link, on=local_day(act.at)
    )
    require_all(found)
    assert charity is not None
    require(giving.not_apportioned(f"{title}\n{about}"))
    require(Finding(since <= until, "funds.appeal_term"))
    appeal = Appeal(
        community=community,
        charity=charity,
        title=plain(title),
        about=plain(about),
        qualification=charity.qualification.strip(),
        agreement=charity.agreement.strip(),
        filing=filing.strip(),
        link=link,
        since=since,
        until=until,
        drafted_by_id=act.by.account,
    )
    try:
        with transaction.atomic():
            appeal.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "funds.appeal_once")) from None
    act.note(charity=charity.name, filing=appeal.filing)
    return appeal


@action("funds.open_appeal", needs="funds.keep_charities")
def open_appeal(act: Act, appeal: Appeal) -> Appeal:
    """Tells everybody of an appeal another drafted. What it needs is judged again."""
    on, charity = local_day(act.at), appeal.charity
    require(Finding(appeal.waits, "funds.appeal_waits"))
    require(appeals.opened_by_another(appeal.drafted_by_id, act.by.account))
    require_all(
        appeals.may_appeal(charity.cooperation, filing=appeal.filing, link=appeal.link, on=on)
    )
    opened = Appeal.objects.filter(
        community=appeal.community_id, pk=appeal.pk, opened_on__isnull=True, ended_on__isnull=True
    ).update(
        opened_on=on,
        opened_by=act.by.account,
        qualification=charity.qualification.strip(),
        agreement=charity.agreement.strip(),
    )
    require(Finding(bool(opened), "funds.appeal_waits"))
    appeal.refresh_from_db()
    act.note(charity=charity.name, filing=appeal.filing)
    return appeal


@action("funds.end_appeal", needs="funds.keep_charities")
def end_appeal(act: Act, appeal: Appeal) -> Appeal:
    """Takes an appeal down before its time, or a draft off."""
    require(Finding(appeal.ended_on is None, "funds.appeal_open"))
    appeal.ended_on = local_day(act.at)
    appeal.save(update_fields=["ended_on"])
    act.note(charity=appeal.charity.name, filing=appeal.filing)
    return appeal


@action("funds.tell_raised", needs="funds.keep_charities")
def tell_raised(act: Act, appeal: Appeal, *, fen: int, on: date) -> Appeal:
    """Writes down what the charity says it raised, and the day it said so."""
    require(rules.not_ahead(on, local_day(act.at)))
    appeal.raised_fen, appeal.raised_told_on = fen, on
    appeal.save(update_fields=["raised_fen", "raised_told_on"])
    act.note(charity=appeal.charity.name, filing=appeal.filing)
    return appeal


def _runs(charity: Charity, on: date) -> bool:
    opened = charity.appeals.filter(opened_on__isnull=False, ended_on__isnull=True)
    return opened.filter(until__gte=on).exists()
