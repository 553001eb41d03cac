"""Who offers work: entered after a call or a visit, asked again, gone."""

from collections.abc import Mapping
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.models.choices import RESULTS
from linli.service.catalogue.rules.guides import number_may_be_shown
from linli.service.catalogue.work.choices import OPEN, WITHDRAWN
from linli.service.catalogue.work.models import Employer, EmployerCheck, JobOpening

FIELDS = ("title", "title_en", "kind", "credit_code", "phone", "agreed_on", "where")


@action("catalogue.enter_employer", needs="catalogue.keep_openings")
def enter_employer(
    act: Act, community: Place, *, given: Mapping[str, Any], how: str, number: str
) -> Employer:
    """Enters an employer of whom somebody made sure today: how, and by a call to which number.
    Refused for a call without its number, and for one that is entered already."""
    row = Employer(community=community)
    _take(row, given)
    _require_fit(act, row, how, number)
    _made_sure(act, row)
    row.save(force_insert=True)
    _write_check(act, row, how, number, "confirmed")
    act.subject = row
    act.note(employer=row.titles)
    return row


@action("catalogue.check_employer", needs="catalogue.keep_openings")
def check_employer(
    act: Act,
    employer: Employer,
    *,
    result: str,
    how: str,
    number: str,
    seen: int,
    given: Mapping[str, Any] | None = None,
) -> Employer:
    """What a call or visit came to. Confirmed and changed make it fresh; gone takes its openings
    down with it."""
    held = Employer.objects.select_for_update().filter(
        community=employer.community_id, pk=employer.pk, gone_on__isnull=True
    )
    row = held.first()
    require(Finding(row is not None and row.version == seen, "catalogue.employer_unchanged"))
    assert row is not None
    if result == "changed":
        _take(row, given or {})
    _require_fit(act, row, how, number)
    if result in ("confirmed", "changed"):
        _made_sure(act, row)
    if result == "gone":
        row.gone_on = local_day(act.at)
        JobOpening.objects.filter(community=row.community_id, employer=row, state=OPEN).update(
            state=WITHDRAWN, ended_on=row.gone_on
        )
    row.version += 1
    row.save()
    _write_check(act, row, how, number, result)
    act.note(employer=row.titles, result=in_both(dict(RESULTS)[result]))
    return row


def _take(row: Employer, given: Mapping[str, Any]) -> None:
    for name in FIELDS:
        if name in given:
            setattr(row, name, given[name])


def _made_sure(act: Act, row: Employer) -> None:
    row.verified_on, row.verified_by_id = local_day(act.at), act.by.account


def _require_fit(act: Act, row: Employer, how: str, number: str) -> None:
    require(Finding(how == "visit" or bool(number.strip()), "catalogue.employer_rung"))
    require(number_may_be_shown(row.phone, row.agreed_on, local_day(act.at)))
    same = Employer.objects.filter(
        community=row.community_id, credit_code=row.credit_code, gone_on__isnull=True
    ).exclude(pk=row.pk)
    require(Finding(not same.exists(), "catalogue.employer_new"))


def _write_check(act: Act, row: Employer, how: str, number: str, result: str) -> None:
    EmployerCheck.objects.create(
        community_id=row.community_id,
        employer=row,
        at=act.at,
        by_id=act.by.account,
        how=how,
        number=number.strip() if how == "phone" else "",
        result=result,
    )
