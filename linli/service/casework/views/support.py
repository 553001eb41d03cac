"""A family's support agreement, at the desk: drafted, signed, printed, seen to be kept, ended."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit
from linli.core.audit.door import record_opening
from linli.core.clocks.queries import deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.core.pages.paper import can_draw, pdf_response
from linli.core.pages.stepping import sent, step
from linli.core.pages.steps import StepForm
from linli.core.pages.word import word_response
from linli.service.casework import support_paper as paper
from linli.service.casework.actions import support as actions
from linli.service.casework.actions.cases import told_person
from linli.service.casework.forms import support as forms
from linli.service.casework.queries import support as queries
from linli.service.casework.queries.care import KIND
from linli.service.casework.rules import support as rules
from linli.service.casework.views.gate import opened


@opened
def show(request: Visit, case: Any) -> HttpResponse:
    """The agreement with who takes over what and how it is kept; where there is none, its
    beginning."""
    if case.kind != KIND:
        raise Http404
    row = queries.agreement_of(case)
    if row is None:
        return _begin(request, case)
    clock, at = queries.next_look(row), timezone.now()
    parties = queries.parties_of(row)
    context = {
        "case": case,
        "row": row,
        "parties": parties,
        "checks": queries.checks_of(row),
        "deadline": deadline_of(clock, work_calendar(case.community_id), at) if clock else None,
        "enough": rules.among_several(len(parties)),
        "earlier": [each for each in queries.agreements_of(case) if each.state == "ended"],
    }
    return answer(request, "casework/care/support.html", context)


@opened
def rewrite(request: Visit, case: Any) -> HttpResponse:
    """What else was agreed, said otherwise."""
    row = queries.agreement_needed(case)
    return _step(
        request,
        case,
        forms.RewriteForm(sent(request), row=row),
        lambda case, **given: actions.write_support(case, agreement=row, **given),
        title=_("改草稿"),
    )


@opened
def add(request: Visit, case: Any) -> HttpResponse:
    """One more of those who owe support."""
    row = queries.agreement_needed(case)
    form = forms.PartyForm(sent(request))
    return _step(
        request,
        case,
        form,
        lambda case, by, at, **_given: actions.add_supporter(
            case, agreement=row, given=form.given(), by=by, at=at
        ),
        title=_("加一位赡养人"),
        note=_("出钱、照料、看望，至少写一样；谁也不能一样都不做。"),
    )


@opened
@require_POST
def remove(request: Visit, case: Any, party_id: UUID) -> HttpResponse:
    """One is taken out of the draft."""
    row = queries.agreement_needed(case)
    party = queries.party_of(row, party_id)
    given: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    actions.remove_supporter(case, agreement=row, party=party, **given)
    return redirect(_back(request, case))


@opened
def sign(request: Visit, case: Any) -> HttpResponse:
    """It was signed, with the elder's consent."""
    row = queries.agreement_needed(case)
    form = forms.SignForm(sent(request), row=row)
    return _step(
        request,
        case,
        form,
        lambda case, seen, by, at, **_given: actions.sign_support(
            case, agreement=row, signed=form.signed(), seen=seen, by=by, at=at
        ),
        title=_("签了"),
        note=_("先打印，念给老人听，各人签名按手印，再回来登记。"),
    )


@opened
def check(request: Visit, case: Any) -> HttpResponse:
    """How it is kept, and what comes next."""
    row = queries.agreement_needed(case)
    return _step(
        request,
        case,
        forms.CheckForm(sent(request), row=row),
        lambda case, **given: actions.check_support(case, agreement=row, **given),
        title=_("看一次履行"),
        note=_("问老人自己。没有做到的，下一步由老人选；不向别人说起。"),
    )


@opened
def end(request: Visit, case: Any) -> HttpResponse:
    """It no longer holds."""
    row = queries.agreement_needed(case)
    return _step(
        request,
        case,
        StepForm(sent(request), row=row),
        lambda case, **given: actions.end_support(case, agreement=row, **given),
        title=_("结束这份协议"),
        note=_("协议结束了，赡养的义务还在；要重新约定的，另起草一份。"),
    )


@opened
@require_safe
def on_paper(request: Visit, case: Any) -> HttpResponse:
    """The agreement to be printed, read out and signed; each print is in the book."""
    sheet = _print(request, case)
    context = {"case": case, "sheet": sheet, "can_draw": can_draw()}
    return answer(request, "casework/care/support_paper.html", context)


@opened
@require_safe
def as_file(request: Visit, case: Any, form: str) -> HttpResponse:
    """The same as a file."""
    if form not in ("pdf", "docx") or (form == "pdf" and not can_draw()):
        raise Http404
    sheet = _print(request, case)
    if form == "docx":
        return word_response(paper.as_word(sheet, timezone.now()), "support.docx")
    return pdf_response(paper.as_pdf_file(sheet), "support.pdf")


def _print(request: Visit, case: Any) -> paper.Sheet:
    row = queries.agreement_needed(case)
    at, about = timezone.now(), told_person(case)
    record_opening("casework.print_support", request.actor, case, at=at, about=about)
    return paper.compose(case, row)


def _begin(request: Visit, case: Any) -> HttpResponse:
    response = _step(
        request,
        case,
        forms.DraftForm(sent(request)),
        actions.draft_support,
        title=_("起草赡养协议"),
        note=_("赡养人之间说好谁出钱、谁照料、谁常来；要老人同意，居委会看着履行。"),
        back=reverse("casework:case", args=[request.community.code, case.pk]),
    )
    drafted = response.status_code == HTTPStatus.FOUND
    return redirect(_back(request, case)) if drafted else response


def _back(request: Visit, case: Any) -> str:
    return reverse("casework:support", args=[request.community.code, case.pk])


def _step(
    request: Visit, case: Any, form: Any, act: Any, *, title: Any, note: Any = "", back: str = ""
) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(case, **given, by=request.actor, at=timezone.now()),
        title=title,
        done=_("记下了。"),
        back=back or _back(request, case),
        note=note,
    )
