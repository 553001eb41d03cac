"""What takes two: a copy that leaves the house, and reading what has been closed."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.service.casework import promises
from linli.service.casework.actions.cases import tell_others, told_person
from linli.service.casework.models import Case, Release
from linli.service.casework.rules import cases, passing_on as rules


@action("casework.ask_release", needs="casework.handle")
def ask(act: Act, case: Case, *, what: str, reason: str) -> Release:
    """Asks for a copy of an open case, or to read a closed one; another handler decides."""
    require(cases.said_enough(reason))
    if what == Release.COPY:
        require(cases.still_open(case.is_open))
    waiting = Release.objects.filter(
        community=case.community_id,
        case=case,
        what=what,
        asked_by=act.by.account,
        decided_at__isnull=True,
    )
    require(rules.asked_once(waiting.exists()))
    assert act.by.account is not None
    row = Release(
        community_id=case.community_id,
        case=case,
        what=what,
        reason=reason.strip(),
        asked_by_id=act.by.account,
        asked_at=act.at,
    )
    row.save(force_insert=True)
    act.note(what=what)
    tell_others(act, case, "casework.release_asked")
    return row


@action("casework.decide_release", needs="casework.handle")
def decide(act: Act, case: Case, *, release: Release, granted: bool) -> Release:
    """Another handler releases it for some hours, or declines."""
    row = _locked(case, release)
    require(rules.not_decided(row.decided_at is not None))
    require(rules.by_another(row.asked_by_id, act.by.account))
    row.decided_by_id, row.decided_at, row.granted = act.by.account, act.at, granted
    if granted:
        row.until = act.at + promises.copy_stays(case.community, local_day(act.at))
    row.save(update_fields=["decided_by", "decided_at", "granted", "until"])
    act.note(what=row.what, granted=granted)
    act.about = told_person(case) if granted else None
    act.tell("casework.release_decided", account=row.asked_by_id)
    return row


@action("casework.fetch_copy", needs="casework.handle")
def fetch(act: Act, case: Case, *, release: Release) -> Release:
    """Fetches the copy: once, by who asked, in its hours. One UPDATE decides between two."""
    mine = Release.objects.filter(
        community=case.community_id,
        case=case,
        pk=release.pk,
        what=Release.COPY,
        granted=True,
        asked_by=act.by.account,
        fetched_at__isnull=True,
        until__gt=act.at,
    )
    if not mine.update(fetched_at=act.at):
        row = _locked(case, release)
        late = row.until is None or row.until <= act.at
        asked = row.asked_by_id == act.by.account
        found = rules.may_fetch(row.granted, asked, row.fetched_at is not None, late)
        raise Refused(found if not found else Finding(False, "casework.opens_once"))
    act.about = told_person(case)
    return _locked(case, release)


def _locked(case: Case, release: Release) -> Release:
    row: Any = Release.objects.select_for_update().get(
        community=case.community_id, case=case, pk=release.pk
    )
    row.case = case
    found: Release = row
    return found
