"""A child in harm's way: the report that comes first; the file; the year's audit."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import for_reader, in_both
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import number_laid_down
from linli.lib.law import cite
from linli.service.casework.actions import children as actions
from linli.service.casework.forms import children as forms
from linli.service.casework.models import ChildDuty, ChildFile, ChildReport
from linli.service.casework.models.children import AUTHORITIES, DUTIES, OFFICES
from linli.service.casework.queries import children as queries
from linli.service.casework.queries.cases import case_for, of
from linli.service.casework.queries.children import NATIONAL
from linli.service.casework.rules import children as rules
from linli.service.casework.views.gate import opened, unkept

CALLED = ("police", "civil_affairs", "civil_affairs_above", "hotline", "womens_federation")


@needs("casework.report_child")
def report(request: Visit) -> HttpResponse:
    """Call first; then one press keeps the moment. Nothing to fill in."""
    form = forms.ReportForm(sent(request))
    if form.is_valid():
        given = form.cleaned_data
        try:
            made: UUID | None = actions.report_child(
                request.community,
                authority=given["authority"],
                by=request.actor,
                at=timezone.now(),
                once=given["once"],
            ).pk
        except Replayed as twin:
            made = twin.subject
        messages.success(request, _("时刻记下了。现在可以慢慢写情况。"))
        return redirect(
            "casework:child_afterwards", community_code=request.community.code, report_id=made
        )
    context = {
        "form": form,
        "numbers": _numbers(request),
        "lacks_civil": _lacks_civil_affairs(request),
        "may_set": may("casework.set_duty_offices", request.actor, request.community),
        "mine": queries.own_reports(request.actor, request.community),
    }
    return unkept(answer(request, "casework/children/report.html", context))


def _lacks_civil_affairs(request: Visit) -> bool:
    """No number of the department is set here, neither of the street's nor of the county's."""
    set_here = queries.offices_of(request.community).keys()
    return not {"civil_affairs", "civil_affairs_above"} & set_here


def _numbers(request: Visit) -> list[tuple[Any, str, str]]:
    """Whom to call, the police by the name the choice below gives them."""
    names = {NATIONAL["police"]: dict(AUTHORITIES)[rules.POLICE]}
    found = queries.numbers(request.community, *CALLED)
    return [(names.get(number, title), number, dial) for title, number, dial in found]


@needs("casework.report_child")
@proved
def afterwards(request: Visit, report_id: UUID) -> HttpResponse:
    """What was noticed, written after the report."""
    row = queries.report_for(request.actor, request.community, report_id)
    form = forms.AfterwardsForm(sent(request)) if row.written_at is None else None
    if form is not None and form.is_valid():
        actions.write_child_report(row, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("写好了。未成年人保护专岗会接着办。"))
        return redirect(request.get_full_path())
    context = {
        "report": row,
        "form": form,
        "found": _at_once(row),
        "take_up": _take_up_form(request),
    }
    status = 422 if form is not None and form.is_bound else 200
    return unkept(answer(request, "casework/children/one_report.html", context, status=status))


@needs("casework.protect_children")
@proved
@require_POST
def take_up(request: Visit, report_id: UUID) -> HttpResponse:
    """Puts a report to one's own case."""
    row = queries.report_for(request.actor, request.community, report_id)
    form = _take_up_form(request, request.POST)
    if form is None or not form.is_valid():
        return redirect(
            "casework:child_afterwards", community_code=request.community.code, report_id=row.pk
        )
    case = case_for(request.actor, request.community, UUID(form.cleaned_data["case"]))
    actions.take_up_report(case, report=row, by=request.actor, at=timezone.now())
    messages.success(request, _("归入了，报告不能再移走。"))
    return redirect("casework:child_waiting", community_code=request.community.code)


@needs("casework.protect_children")
@proved
@require_safe
def waiting(request: Visit) -> HttpResponse:
    """What was reported and lies with no case yet: for the post alone."""
    year = timezone.localdate().year
    done = queries.audit_of(request.community, year - 1)
    context = {
        "rows": queries.waiting(request.actor, request.community),
        "audit": rules.audited(done.year if done else None, year - 1),
    }
    return unkept(answer(request, "casework/children/waiting.html", context))


@needs("casework.protect_children")
@proved
def audit(request: Visit) -> HttpResponse:
    """The audit of last year: counts of how it was handled, and what was found."""
    year = timezone.localdate().year - 1
    form = forms.AuditForm(sent(request))
    if form.is_valid():
        actions.audit_children(
            request.community, year=year, by=request.actor, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("审计记下了。"))
        return redirect(request.get_full_path())
    row = queries.audit_of(request.community, year)
    context = {
        "year": year,
        "row": row,
        "form": form,
        "counts": queries.audit_counts(request.actor, request.community, year),
        "audited": rules.audited(row.year if row else None, year),
    }
    return unkept(answer(request, "casework/children/audit.html", context))


@needs("casework.set_duty_offices")
def offices(request: Visit) -> HttpResponse:
    """The numbers of the offices that must be reached at once."""
    form = forms.OfficeForm(sent(request))
    if form.is_valid():
        actions.set_duty_office(
            request.community, by=request.actor, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("登记好了。"))
        return redirect(request.get_full_path())
    own = queries.offices_of(request.community)
    context = {"form": form, "rows": [(title, own.get(key)) for key, title in OFFICES]}
    return answer(request, "casework/children/offices.html", context)


@dataclass(frozen=True)
class DutyLine:
    """One duty of guardianship, its articles, and when it was looked at."""

    key: str
    title: Any
    grounds: str
    looked: list[ChildDuty]


@opened
@require_safe
def show(request: Visit, case: Any) -> HttpResponse:
    """The child's file: the consent, the duties of guardianship one by one, the school."""
    if case.kind != queries.KIND:
        raise Http404
    looked, titles = queries.duties_of(case), dict(DUTIES)
    lines = [
        DutyLine(duty.key, titles[duty.key], _grounds(duty.cites), looked.get(duty.key, []))
        for duty in rules.GUARDIANSHIP
    ]
    context = {
        "case": case,
        "file": queries.file_of(case),
        "duties": lines,
        "reports": queries.reports_of(case),
    }
    return unkept(answer(request, "casework/children/file.html", context))


@opened
def begin(request: Visit, case: Any) -> HttpResponse:
    """How old, who consented, whether the danger comes from a guardian."""
    if case.kind != queries.KIND:
        raise Http404
    years = number_laid_down("children.own_consent_from", request.community, timezone.localdate())
    young = queries.is_under(case, years, timezone.localdate())
    form = forms.FileForm(sent(request), initial=forms.begin_with(queries.file_of(case), young))
    return _step(
        request,
        case,
        form,
        lambda given: actions.begin_child_file(case, by=request.actor, at=timezone.now(), **given),
        title=_("年龄、同意、危险来自谁"),
    )


@opened
def duty(request: Visit, case: Any, key: str) -> HttpResponse:
    """One duty of guardianship that was looked at."""
    titles = dict(DUTIES)
    if key not in titles:
        raise Http404
    return _step(
        request,
        case,
        forms.DutyForm(sent(request)),
        lambda given: actions.look_at_duty(
            case, duty=key, by=request.actor, at=timezone.now(), **given
        ),
        title=titles[key],
    )


@opened
def school(request: Visit, case: Any) -> HttpResponse:
    """The school is asked for help."""
    file = queries.file_of(case)
    if file is None:
        raise Http404
    return _step(
        request,
        case,
        forms.SchoolForm(sent(request), initial={"school": file.school, "words": file.aid_words}),
        lambda given: actions.ask_school(
            case, file=file, by=request.actor, at=timezone.now(), **given
        ),
        title=_("请学校帮助学习"),
    )


@opened
def describe(request: Visit, case: Any) -> HttpResponse:
    """Which kind of file, who guards, who is entrusted, how often somebody looks in."""
    file = _file_needed(case)
    return _step(
        request,
        case,
        forms.DescribeForm(sent(request), initial=forms.describe_with(file)),
        lambda given: actions.describe_child(
            case, file=file, by=request.actor, at=timezone.now(), **given
        ),
        title=_("哪一类、谁监护、多久看一次"),
    )


@opened
def school_answer(request: Visit, case: Any) -> HttpResponse:
    """What the school answered."""
    file = _file_needed(case)
    return _step(
        request,
        case,
        forms.SchoolAnswerForm(sent(request), initial={"answer": file.aid_answer}),
        lambda given: actions.note_school_answer(
            case, file=file, by=request.actor, at=timezone.now(), **given
        ),
        title=_("学校怎么答复"),
    )


def _file_needed(case: Any) -> ChildFile:
    file = queries.file_of(case)
    if file is None:
        raise Http404
    return file


def _step(request: Visit, case: Any, form: Any, act: Any, *, title: Any) -> HttpResponse:
    back = reverse("casework:child_file", args=[request.community.code, case.pk])
    return unkept(step(request, form, act, title=title, done=_("记下了。"), back=back))


def _take_up_form(request: Visit, data: Any = None) -> forms.TakeUpForm | None:
    if not may("casework.protect_children", request.actor, request.community):
        return None
    rows = of(request.actor, request.community).filter(kind=queries.KIND, state="open")
    cases = [(str(case.pk), case.called) for case in rows.order_by("opened_at")]
    return forms.TakeUpForm(data, cases=cases) if cases else None


def _at_once(row: ChildReport) -> Any:
    if row.noticed_at is None:
        return None
    on = timezone.localdate(row.reported_at)
    hours = number_laid_down("children.reported_within", row.community, on)
    return rules.reported_at_once(row.noticed_at, row.reported_at, hours=hours)


def _grounds(keys: tuple[str, ...]) -> str:
    found = [cite(key) for key in keys]
    return _("、").join(for_reader(in_both(one.reference, one.reference_en)) for one in found)
