"""Bank files and the books: read, tied by a person, and what stays over."""

import hashlib
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, sent_files, step
from linli.lib.tables import sentence_of
from linli.stewardship.funds.actions import bank as acts
from linli.stewardship.funds.bank_files import Statement, columns_of, read_statement
from linli.stewardship.funds.forms.bank import PARTS, BankAccountForm, ExplainForm, FileForm
from linli.stewardship.funds.models import BankAccount, BankLine
from linli.stewardship.funds.queries import bank
from linli.stewardship.funds.queries.desk import open_sources
from linli.stewardship.funds.views.shapes import beside, tabs_of

MOST_PROBLEMS = 30
FEWEST_COLUMNS = 2
"""A day and an amount: what has fewer columns is no statement of an account."""


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The accounts, and what of the last month stays over on either side."""
    here = request.community
    month = _month(request)
    context = {
        "tabs": tabs_of(request, "bank"),
        "rows": bank.bank_accounts(request.actor, here),
        "month": month,
        **beside(month, date.min),  # the bank knows days from before the books
        "over": bank.unmatched(here, month),
        "keeps": may("funds.keep", request.actor, here),
    }
    return answer(request, "funds/bank/accounts.html", context)


@needs("funds.keep")
def add_account(request: Visit) -> HttpResponse:
    """Writes down an account."""
    return step(
        request,
        BankAccountForm(sent(request)),
        lambda said: acts.open_bank_account(
            request.community, **said, by=request.actor, at=timezone.now()
        ),
        title=_("登记账户"),
        note=_("只登记居委会自己的账户和商户号；公款不进个人账户。"),
        done=_("登记了。"),
        back=reverse("funds:bank", args=[request.community.code]),
    )


@needs("funds.see_desk")
@require_safe
def show(request: Visit, account_id: UUID) -> HttpResponse:
    """One account: its open lines with what may be the same in the books, or the settled ones."""
    account = bank.bank_account_for(request.actor, request.community, account_id)
    settled = request.GET.get("show") == "settled"
    context = {
        "account": account,
        "settled": settled,
        "rows": bank.lines_shown(account, settled=settled, today=timezone.localdate()),
        "files": bank.files_of_account(account),
        "keeps": may("funds.keep", request.actor, account),
        "shows": [
            Tab(_("没有对上的"), "?show=open", not settled),
            Tab(_("对上的"), "?show=settled", settled),
        ],
    }
    return answer(request, "funds/bank/account.html", context)


@needs("funds.keep")
def read(request: Visit, account_id: UUID) -> HttpResponse:
    """Reads a file; where it is of no known kind, a person points at its columns."""
    account = bank.bank_account_for(request.actor, request.community, account_id)
    posted, files = sent(request), sent_files(request)
    headings = request.POST.getlist("heading") if posted else []
    form = FileForm(posted, files, headings=headings)
    if not form.is_valid():
        return _read_page(request, account, form, None)
    content = form.cleaned_data["file"].read()
    columns = form.columns or account.columns
    found = _statement(content, form.cleaned_data["file"].name, columns)
    if found.unsure or (found.problems and not found.private):
        names = [told for _index, told in columns_of(found)] if found.unsure else []
        names = names if len(names) >= FEWEST_COLUMNS else []
        again = FileForm(headings=names, initial=form.columns)
        return _read_page(request, account, again, found)
    file = acts.read_bank_file(
        account, statement=found, digest=hashlib.sha256(content).hexdigest(),
        columns=form.columns, by=request.actor, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _told(file.fresh, file.known))
    return redirect("funds:bank_account", request.community.code, account.pk)


@needs("funds.see_desk")
@require_safe
def show_line(request: Visit, line_id: UUID) -> HttpResponse:
    """One line in full: who stood on the other side. That it was looked at is written down."""
    line = bank.bank_line_for(request.actor, request.community, line_id)
    record_opening("funds.open_bank_line", request.actor, line, at=timezone.now(), about=None)
    return answer(request, "funds/bank/line.html", _line(request, line, ExplainForm()))


@needs("funds.keep")
@require_POST
def tie(request: Visit, line_id: UUID, entry_id: UUID) -> HttpResponse:
    """This line is that entry."""
    line = bank.bank_line_for(request.actor, request.community, line_id)
    entry = bank.entry_in_books(request.community, entry_id)
    acts.tie_line(line, entry=entry, by=request.actor, at=timezone.now())
    messages.success(request, _("对上了。"))
    return redirect("funds:bank_account", request.community.code, line.account_id)


@needs("funds.keep")
@require_POST
def explain(request: Visit, line_id: UUID) -> HttpResponse:
    """A line that stands for no entry."""
    line = bank.bank_line_for(request.actor, request.community, line_id)
    form = ExplainForm(request.POST)
    if not form.is_valid():
        return answer(request, "funds/bank/line.html", _line(request, line, form), status=422)
    acts.explain_line(line, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("说明写上了，等另一个人同意。"))
    return redirect("funds:bank_account", request.community.code, line.account_id)


@needs("funds.keep")
@require_POST
def agree(request: Visit, line_id: UUID) -> HttpResponse:
    """Another agrees to an explanation."""
    line = bank.bank_line_for(request.actor, request.community, line_id)
    seen = request.POST.get("seen", "")
    acts.agree_line(line, seen=seen, by=request.actor, at=timezone.now())
    messages.success(request, _("同意了，这一笔算说明清楚。"))
    return redirect("funds:bank_account", request.community.code, line.account_id)


@needs("funds.keep")
@require_POST
def untie(request: Visit, line_id: UUID) -> HttpResponse:
    """The line is open again."""
    line = bank.bank_line_for(request.actor, request.community, line_id)
    acts.untie_line(line, by=request.actor, at=timezone.now())
    messages.success(request, _("重新打开了。"))
    return redirect("funds:bank_line", request.community.code, line.pk)


def _line(request: Visit, line: BankLine, form: Any) -> dict[str, Any]:
    """A line with what it may be in the books, and the ways of entering it from here."""
    today, near = timezone.localdate(), []
    if line.is_open:
        near = bank.proposals([line], today).get(line.pk, [])
    amount = abs(line.fen)
    start = {
        "yuan": f"{amount // 100}.{amount % 100:02}", "on": line.on.isoformat(), "line": line.pk
    }  # fmt: skip
    return {
        "line": line,
        "entries": near,
        "far": bank.later_or_earlier(line, today, [entry for entry, _found in near])
        if line.is_open
        else [],
        "form": form,
        "start": urlencode(start),
        "came_in": line.fen > 0,
        "sources": open_sources(request.community, line.on) if line.is_open else [],
        "keeps": may("funds.keep", request.actor, line),
        "agrees": line.is_open and line.explained_by_id not in (None, request.actor.account),
    }


def _statement(content: bytes, name: str, columns: dict[str, str]) -> Statement:
    """The file, by the columns a person pointed at where it is of no known kind."""
    found = read_statement(content, name)
    by_heading = {told: index for index, told in columns_of(found)}
    mapping = {part: by_heading[told] for part, told in columns.items() if told in by_heading}
    return read_statement(content, name, mapping=mapping) if mapping and found.unsure else found


def _read_page(
    request: Visit, account: BankAccount, form: Any, found: Statement | None
) -> HttpResponse:
    problems = found.problems[:MOST_PROBLEMS] if found else ()
    lacking = [PARTS[part] for part in found.unsure] if found else []
    context = {
        "account": account,
        "form": form,
        "headings": form.headings,
        "problems": [
            ("" if each.numbers.get("line") else each.row, sentence_of(each, _))
            for each in problems
        ],
        "lacking": lacking if form.headings else [],
        "junk": found is not None and not form.headings and not found.mapping,
        "asked": [form[part] for part in PARTS if part in form.fields],
    }
    status = 422 if request.method == "POST" else 200
    return answer(request, "funds/bank/read.html", context, status=status)


def _told(fresh: int, known: int) -> str:
    new = ngettext("新增 {count} 笔流水。", "新增 {count} 笔流水。", fresh).format(count=fresh)
    return new + (_("另有 {count} 笔以前读过。").format(count=known) if known else "")


def _month(request: Visit) -> date:
    """The month asked for, else the latest with lines that are open, else the last that is over."""
    today = timezone.localdate()
    asked = request.GET.get("month", "")
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        over = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
        return bank.latest_open_month(request.community) or over
    return min(first, today.replace(day=1))
