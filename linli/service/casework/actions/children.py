"""A child in harm's way: reported at once, written down afterwards, opened only by four eyes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import corresponding_day, local_day
from linli.lib.law import Finding, require
from linli.service.casework.actions.cases import holder_of
from linli.service.casework.actions.telling import in_post
from linli.service.casework.models.children import (
    DIFFICULTIES,
    ChildAudit,
    ChildDuty,
    ChildFile,
    ChildReport,
    DutyOffice,
)
from linli.service.casework.queries import children as found
from linli.service.casework.rules import children
from linli.service.casework.rules.cases import still_open
from linli.service.casework.words import NEXT_STEP

POST = "child_protection"
NEXT_LOOK = "child_look"


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
    hours = number_laid_down(
        "children.reported_within", report.community, local_day(report.reported_at)
    )
    at_once = children.reported_at_once(noticed_at, report.reported_at, hours=hours)
    if not late_because.strip():
        require(at_once)
    report.noticed_at, report.words = noticed_at, words.strip()
    report.late_because, report.written_at = late_because.strip(), act.at
    report.save(update_fields=["noticed_at", "words", "late_because", "written_at"])
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


@action("casework.describe_child", needs="casework.tend")
def describe_child(
    act: Act,
    case: Any,
    *,
    file: ChildFile,
    category: str,
    rhythm: str,
    difficulties: Sequence[str] = (),
    guardian: str = "",
    entrusted: str = "",
) -> None:
    """Which kind of file it is, who guards the child, who is entrusted, and how often somebody
    looks in; the next time is counted anew from today."""
    require(still_open(case.is_open))
    named = [name for name, _title in DIFFICULTIES if name in difficulties]
    require(children.difficulty_named(category, named))
    require(children.entrusted_named(category, entrusted))
    file = _locked(case, file)
    file.category, file.difficulties = category, ",".join(named)
    file.guardian, file.entrusted = guardian.strip(), entrusted.strip()
    file.rhythm = rhythm
    file.save(update_fields=["category", "difficulties", "guardian", "entrusted", "rhythm"])
    count_to_next_look(act, case, file)


def count_to_next_look(act: Act, case: Any, file: ChildFile) -> None:
    """The step of it: when somebody looks in next, by the rhythm of the file."""
    clocks.settle(act, case, NEXT_LOOK)
    today = local_day(act.at)
    rule = children.RHYTHM_RULES[file.rhythm]
    months = number_laid_down(rule, case.community, today)
    clocks.start(
        act,
        case,
        NEXT_LOOK,
        length=(corresponding_day(today, months) - today).days,
        unit="fixed",
        title=in_both(NEXT_STEP),
        holder=holder_of(case),
        rule=rule,
        url_name="casework:case_visits",
        url_args={"community_code": case.community.code, "case_id": case.pk},
    )


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
    file = _locked(case, file)
    file.school, file.aid_words = school.strip(), words.strip()
    file.aid_asked_on = local_day(act.at)
    file.aid_answered_on, file.aid_answer = None, ""
    file.save(
        update_fields=["school", "aid_words", "aid_asked_on", "aid_answered_on", "aid_answer"]
    )


@action("casework.note_school_answer", needs="casework.tend")
def note_school_answer(act: Act, case: Any, *, file: ChildFile, answer: str) -> None:
    """What the school answered."""
    require(still_open(case.is_open))
    file = _locked(case, file)
    require(children.school_asked(file.aid_asked_on))
    file.aid_answer, file.aid_answered_on = answer.strip(), local_day(act.at)
    file.save(update_fields=["aid_answer", "aid_answered_on"])


def _locked(case: Any, file: ChildFile) -> ChildFile:
    """The file as it is now: what another wrote a moment ago is not written over."""
    rows = ChildFile.objects.select_for_update().filter(community=case.community_id, case=case)
    found: ChildFile = rows.get(pk=file.pk)
    found.case = case
    return found


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
