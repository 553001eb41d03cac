"""A report asked for, filled with what was recorded, written to, finished."""

import hashlib
import json
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.jobs.starting import begin
from linli.evaluation.models import Report
from linli.evaluation.periods import Period
from linli.evaluation.rules import has_begun, is_over
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("evaluation.ask_report", needs="evaluation.write_report")
def ask_report(act: Act, community: Any, *, period: Period) -> Report:
    """Has the report of a period put together by a job: a new one; the unfinished one anew, its
    words kept; beside a finished one the next edition. Where it is under way already, that one.
    Refused for a period that has not begun."""
    require(has_begun(period.starts, local_day(act.at)))
    of_period = Report.objects.filter(
        community=community, period_kind=period.kind, starts=period.starts
    )
    waiting = of_period.exclude(state="finished").select_related("job").first()
    if waiting is not None:
        if waiting.state == "assembling" and waiting.job is not None and waiting.job.is_active:
            return waiting
        return _set_to_work(act, community, waiting)
    last = of_period.order_by("-edition").first()
    report = Report(
        community=community,
        period_kind=period.kind,
        starts=period.starts,
        ends=period.ends,
        edition=last.edition + 1 if last else 1,
        words=last.words if last else {},
        asked_at=act.at,
    )
    try:
        with transaction.atomic():
            return _set_to_work(act, community, report)
    except IntegrityError:  # somebody else asked in the same moment
        return of_period.exclude(state="finished").get()


def _set_to_work(act: Act, community: Any, report: Report) -> Report:
    report.state = "assembling"
    if report._state.adding:
        report.save(force_insert=True)
    report.job = begin(
        act, "evaluation.report", community=community, params={"report": str(report.pk)}
    )
    report.save(update_fields=["state", "job"])
    act.note(period=report.period.key, edition=report.edition)
    return report


@action("evaluation.fill_report", needs="evaluation.fill_report")
def fill_report(act: Act, report: Report, *, content: dict[str, Any]) -> Report:
    """Puts in what was read. What people wrote stays."""
    report = _locked(report)
    require(Finding(not report.is_finished, "evaluation.report_open"))
    report.content, report.read_at, report.state = content, act.at, "draft"
    report.save(update_fields=["content", "read_at", "state"])
    act.note(period=report.period.key, lines=len(content["lines"]))
    return report


@action("evaluation.write_words", needs="evaluation.write_report")
def write_words(act: Act, report: Report, *, words: dict[str, str], seen: int) -> Report:
    """What people say beside the figures, by chapter. `seen`: the revision they wrote on; where
    another was saved meanwhile it is refused, so that nobody's sentences are lost."""
    report = _locked(report)
    require(Finding(not report.is_finished, "evaluation.report_open"))
    require(Finding(report.revision == seen, "evaluation.report_unchanged"))
    report.words = {key: text.strip() for key, text in words.items() if text.strip()}
    report.revision += 1
    report.save(update_fields=["words", "revision"])
    act.note(period=report.period.key)
    return report


@action("evaluation.finish_report", needs="evaluation.finish_report")
def finish_report(act: Act, report: Report, *, seen: int) -> Report:
    """Whoever answers for the committee finishes it: from now on nothing of it changes. Only once
    the period is over and the figures were read after that, so that no day is missing."""
    report = _locked(report)
    require(Finding(report.state == "draft", "evaluation.report_open"))
    require(Finding(report.revision == seen, "evaluation.report_unchanged"))
    read_on = local_day(report.read_at) if report.read_at else report.starts
    require(is_over(report.ends, local_day(act.at), read_on))
    report.state, report.finished_at, report.digest = "finished", act.at, digest_of(report)
    report.save(update_fields=["state", "finished_at", "digest"])
    act.note(period=report.period.key, edition=report.edition)
    return report


@action("evaluation.drop_report", needs="evaluation.write_report")
def drop_report(act: Act, report: Report) -> None:
    """Throws an unfinished report away; the records it was read from stay where they are."""
    report = _locked(report)
    require(Finding(not report.is_finished, "evaluation.report_open"))
    act.note(period=report.period.key)
    report.delete()


def digest_of(report: Report) -> str:
    """The hash over content and words, by which a finished report can be proved unchanged."""
    whole = {"content": report.content, "words": report.words}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _locked(report: Report) -> Report:
    rows = Report.objects.filter(community=report.community_id)
    return rows.select_for_update(of=("self",)).select_related("community").get(pk=report.pk)
