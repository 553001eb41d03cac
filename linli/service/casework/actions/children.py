"""A child in harm's way: reported at once, written down afterwards, opened only by four eyes."""

from datetime import date, datetime
from typing import Any

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.casework import promises
from linli.service.casework.actions.telling import in_post
from linli.service.casework.models.children import (
    ChildAudit,
    ChildDuty,
    ChildFile,
    ChildReport,
    DutyOffice,
)
from linli.service.casework.queries import children as found
from linli.service.casework.rules import children
from linli.service.casework.rules.cases import still_open

POST = "child_protection"


@action("casework.set_duty_office", needs="casework.set_duty_offices")
def set_duty_office(act: Act, community: Any, *, office: str, name: str, phone: str) -> DutyOffice:
    """Enters the number of an office that must be reached at once."""
    row, _new = DutyOffice.objects.update_or_create(
        community=community,
        office=office,
        defaults={"name": name.strip(), "phone": phone.strip(), "changed_at": act.at},
    )
    act.note(office=office)
    return row


@action("casework.report_child", needs="casework.report_child")
def report_child(act: Act, community: Any, *, authority: str) -> ChildReport:
    """Keeps the moment of the report, before a word is written. Whoever holds the post of child
    protection is told."""
    assert act.by.account is not None  # whoever holds the permission has signed in
    report = ChildReport(
        community=community,
        authority=authority,
        reported_at=act.at,
        reported_by_id=act.by.account,
    )
    report.save(force_insert=True)
    act.keep_closed()
    for account in in_post(community, POST, local_day(act.at)):
        act.tell("casework.child_report_waits", account=account)
    return report


@action("casework.write_child_report", needs="casework.write_child_report")
def write_child_report(
    act: Act, report: ChildReport, *, noticed_at: datetime, words: str, late_because: str = ""
) -> ChildReport:
    """What was noticed and when, after it was reported. Where it was not at once: why."""
    require(children.noticed_before(noticed_at, report.reported_at))
    hours = promises.number(
        "children.reported_within", report.community, local_day(report.reported_at)
    )
    at_once = children.reported_at_once(noticed_at, report.reported_at, hours=hours)
    if not late_because.strip():
        require(at_once)
    report.noticed_at, report.words = noticed_at, words.strip()
    report.late_because, report.written_at = late_because.strip(), act.at
    report.save()
    act.note(at_once=at_once.holds)
    return report


@action("casework.take_up_report", needs="casework.tend")
def take_up_report(act: Act, case: Any, *, report: ChildReport) -> None:
    """Puts a report to the child's case. Once it lies there it stays."""
    require(still_open(case.is_open))
    require(Finding(report.taken_up_at is None, "casework.child_report_once"))
    report.case, report.taken_up_by_id, report.taken_up_at = case, act.by.account, act.at
    report.save(update_fields=["case", "taken_up_by", "taken_up_at"])


@action("casework.forget_child_report", needs="casework.forget_child_report")
def forget_child_report(act: Act, report: ChildReport) -> ChildReport:
    """The case has been destroyed on its day: the words of the report go, the moment stays."""
    require(Finding(report.taken_up_at is not None and report.case_id is None, "casework.ripe"))
    report.words = report.late_because = ""
    report.forgotten_at = act.at
    report.save(update_fields=["words", "late_because", "forgotten_at"])
    return report


@action("casework.begin_child_file", needs="casework.tend")
def begin_child_file(
    act: Act,
    case: Any,
    *,
    suspected_harm: bool,
    under_fourteen: bool,
    parent_is_danger: bool = False,
    how_consented: str = "",
    consented_on: date | None = None,
) -> None:
    """Begins the file of a child. Where harm is suspected, only after the report; under fourteen,
    only with a parent's own consent, except where the parent is the danger."""
    require(still_open(case.is_open))
    report = found.report_of(case)
    if suspected_harm or parent_is_danger:
        require(children.reported_first(report.reported_at if report else None))
    consented = consented_on is not None and bool(how_consented)
    require(children.parental_consent(under_fourteen, consented, parent_is_danger))
    ChildFile.objects.update_or_create(
        community=case.community,
        case=case,
        defaults={
            "under_fourteen": under_fourteen,
            "parent_is_danger": parent_is_danger,
            "how_consented": how_consented if consented else "",
            "consented_on": consented_on if consented else None,
        },
    )
    act.note(under_fourteen=under_fourteen, consented=consented)


@action("casework.look_at_duty", needs="casework.tend")
def look_at_duty(act: Act, case: Any, *, duty: str, words: str) -> None:
    """Writes down that one duty of guardianship was looked at, and what was found."""
    require(still_open(case.is_open))
    row = ChildDuty(
        community_id=case.community_id,
        case=case,
        duty=duty,
        looked_on=local_day(act.at),
        account_id=act.by.account,
        words=words.strip(),
    )
    row.save(force_insert=True)
    act.note(duty=duty)


@action("casework.ask_school", needs="casework.tend")
def ask_school(act: Act, case: Any, *, file: ChildFile, school: str, words: str) -> None:
    """The school is asked for help with the child's education."""
    require(still_open(case.is_open))
    file.school, file.aid_words = school.strip(), words.strip()
    file.aid_asked_on = local_day(act.at)
    file.save()


@action("casework.audit_children", needs="casework.protect_children")
def audit_children(act: Act, community: Any, *, year: int, words: str) -> ChildAudit:
    """Closes the audit of a year: how many files, openings, openings without an approval."""
    require(children.year_is_over_or_runs(year, local_day(act.at).year))
    counts = found.audit_counts(act.by, community, year)
    row, _new = ChildAudit.objects.update_or_create(
        community=community,
        year=year,
        defaults={
            "done_at": act.at,
            "done_by_id": act.by.account,
            "files": counts.files,
            "openings": counts.openings,
            "without_approval": counts.without_approval,
            "words": words.strip(),
        },
    )
    act.keep_closed()
    act.note(year=year)
    return row
