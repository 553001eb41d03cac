"""The desk: what is kept, one item, the printed inventory and labels, who looked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import labels_of
from linli.core.audit.door import may, permit, record_opening
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry
from linli.governance.archive import law
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.forms.filing import SearchForm
from linli.governance.archive.models import Item
from linli.governance.archive.queries import appraisals, copies, holdings
from linli.governance.archive.queries.bars import bars_of
from linli.governance.archive.queries.plan import line_on
from linli.governance.archive.rules.filing import TERMS, filed_in_time, past_term
from linli.governance.archive.views.shown import (
    as_lines,
    framed,
    paper_response,
    wanted_of,
)
from linli.governance.archive.words import ACCESS_TONES, HOLDS, TERM_TITLES


@needs("archive.see")
@require_safe
def home(request: Visit) -> HttpResponse:
    """What is due: last year's filing, what is past its term, who waits for a copy, what is out."""
    community, today = request.community, timezone.localdate()
    filed = holdings.filed_years(community)
    last = today.year - 1
    day = law.filing_day(last, community, today)
    is_filed = any(row.year == last for row in filed)
    context = framed(
        request,
        "home",
        last=last,
        is_filed=is_filed,
        in_time=None if is_filed else filed_in_time(today, day),
        filed=[(row, filed_in_time(row.filed_on, row.last_day)) for row in filed],
        past=appraisals.count_past_term(community, today),
        most=appraisals.LONGEST,
        asked=len(copies.waiting_copies(request.actor, community)),
        out=len(holdings.loans_out(community)),
        today=today,
    )
    return answer(request, "archive/home.html", context)


@needs("archive.see")
@require_safe
def items(request: Visit) -> HttpResponse:
    """What is kept, newest first, by class, year and words; cost does not grow with it."""
    years = holdings.years_of(request.community, timezone.localdate())
    form = SearchForm(request.GET or None, years=years)
    wanted = wanted_of(form) if form.is_bound else holdings.Wanted()
    page = holdings.holdings(request.actor, request.community, wanted, request.GET.get("after", ""))
    context = framed(
        request,
        "items",
        form=form,
        lines=as_lines(page.rows),
        after=page.after,
        looked_back_to=page.looked_back_to,
        searched=bool(wanted.words),
    )
    return answer(request, "archive/items.html", context, fragment="archive/_items.html")


@needs("archive.see")
@require_safe
def show(request: Visit, item_id: UUID) -> HttpResponse:
    """One item: what it is, its papers, where it lies, its life. That it was looked at is kept,
    unless it is open to all."""
    item = holdings.item_for(request.actor, request.community, item_id)
    if item.access != "open":
        record_opening(
            "archive.look", request.actor, item, at=timezone.now(), about=None, purpose=item.number
        )
    return answer(request, "archive/item.html", _item(request, item))


@needs("archive.see")
@require_safe
def paper(request: Visit, item_id: UUID, position: int) -> HttpResponse:
    """One paper of an item, for who may read it; that it was opened is kept."""
    item = holdings.item_for(request.actor, request.community, item_id)
    permit("archive.read", request.actor, item)
    response = paper_response(item, position - 1)
    record_opening(
        "archive.read_paper",
        request.actor,
        item,
        at=timezone.now(),
        about=None,
        purpose=item.number,
    )
    return response


@needs("archive.see")
@require_safe
def inventory(request: Visit) -> HttpResponse:
    """The printed inventory (目录) of one year and term, in the order of the numbers."""
    return answer(request, "archive/inventory.html", _printed(request))


@needs("archive.keep")
@require_safe
def labels(request: Visit) -> HttpResponse:
    """Labels for boxes and covers, from the same lines."""
    return answer(request, "archive/labels.html", _printed(request))


@needs("archive.see_looks")
@require_safe
def looks(request: Visit) -> HttpResponse:
    """Who looked into what: by post and account, for the director and the supervisory committee."""
    entries = holdings.looks_at(request.community)
    names = labels_of(entry.account for entry in entries)
    rows = [
        Entry(
            at=entry.at,
            what=entry.words,
            who=names.get(entry.account, "") if entry.account else "",
        )
        for entry in entries
    ]
    return answer(request, "archive/looks.html", framed(request, "looks", entries=rows))


def _item(request: Visit, item: Item) -> dict[str, Any]:
    today = timezone.localdate()
    reads = may("archive.read", request.actor, item)
    entries = list(entries_of(item.pk))
    names = labels_of(entry.account for entry in entries)
    life = [
        Entry(
            at=entry.at,
            what=entry.words,
            who=names.get(entry.account, "") if entry.account else "",
        )
        for entry in entries
        if entry.action not in holdings.LOOKS
    ]
    return framed(
        request,
        "items",
        item=item,
        filed_under=part_called(item.part),
        line=line_on(request.community, item.line, today),
        tone=ACCESS_TONES[item.access],
        reads=reads,
        contents=item.contents if reads else [],
        loan=holdings.loan_of(item),
        hold=holdings.hold_of(item),
        bars=[HOLDS[word] for word in bars_of(item)],
        past=past_term(item.keep_until, today),
        life=life,
        holds_back=may("archive.hold", request.actor, request.community),
        entrusts=item.access == "confidential" and reads,
        copies=item.access == "open" and item.is_kept,
    )


def _printed(request: Visit) -> dict[str, Any]:
    today = timezone.localdate()
    years = holdings.years_of(request.community, today)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else years[0]
    term = request.GET.get("term", "")
    term = term if term in TERMS else TERMS[-1]
    start = request.GET.get("from", "")
    first = int(start) if start.isdecimal() and len(start) < 9 else 1
    rows, further = holdings.inventory(request.actor, request.community, year, term, first)
    return framed(
        request,
        "items",
        lines=as_lines(rows),
        year=year,
        years=years,
        term=term,
        terms=[(key, TERM_TITLES[key]) for key in reversed(TERMS)],
        term_title=TERM_TITLES[term],
        further=further,
        first=rows[0] if rows else None,
        last=rows[-1] if rows else None,
    )
