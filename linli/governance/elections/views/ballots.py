"""Ballots on paper: a run is taken, drawn as a PDF or printed from the page, and accounted for."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs, public
from linli.core.pages.answer import answer
from linli.core.pages.paper import as_pdf, can_draw, pdf_response
from linli.core.pages.shapes import Crumb
from linli.governance.elections.actions import printing as actions
from linli.governance.elections.forms.polling import DestroyForm, PrintForm
from linli.governance.elections.models import Election, Printing, Round
from linli.governance.elections.queries import polling as queries
from linli.governance.elections.views.polling import back, crumbs, draw, load_election
from linli.mechanisms.ballot.queries.counts import stations_of

STYLE = "elections/ballots.css"


@needs("elections.run")
@require_POST
def take_run(request: Any, election_id: UUID) -> HttpResponse:
    """Takes the next serials for a station and shows the ballots to be printed."""
    election = load_election(request, election_id)
    round_ = queries.current_round(election)
    if round_ is None:
        raise Http404
    form = PrintForm(stations_of(round_.poll), request.POST)
    if not form.is_valid():
        return draw(request, election, status=422, print_form=form)
    run = actions.print_ballots(round_, **form.cleaned_data, by=request.actor, at=timezone.now())
    words = _("取了 {first} 到 {last} 号，共 {number} 张。请打开打印。")
    messages.success(request, words.format(first=run.first, last=run.last, number=run.number))
    return back(request, election, "printing")


@needs("elections.run")
@require_safe
def show_run(request: Any, election_id: UUID, run_id: UUID) -> HttpResponse:
    """The ballots of a run, to be printed from the browser."""
    run = _run(request, election_id, run_id)
    context = {
        "run": run,
        "election": run.round.election,
        "sheets": draw_ballots(run.round, run=run),
        "can_draw": can_draw(),
        "crumbs": crumbs(run.round.election, Crumb(_("选票"))),
    }
    response = answer(request, "elections/ballots.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("elections.run")
@require_safe
def download_run(request: Any, election_id: UUID, run_id: UUID) -> HttpResponse:
    """The ballots of a run as a PDF; where this machine cannot draw one, the page says how."""
    run = _run(request, election_id, run_id)
    if not can_draw():
        raise Http404
    html = render_to_string(
        "elections/ballots_pdf.html", {"sheets": draw_ballots(run.round, run=run)}
    )
    return pdf_response(as_pdf(html, [STYLE]), f"ballots-{run.first:05d}-{run.last:05d}.pdf")


@needs("elections.run")
@require_POST
def destroy(request: Any, election_id: UUID, run_id: UUID) -> HttpResponse:
    """Writes down how many of a run were left over and destroyed."""
    run, form = _run(request, election_id, run_id), DestroyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明销毁了几张。"))
    else:
        actions.destroy_leftovers(
            run, number=form.cleaned_data["number"], by=request.actor, at=timezone.now()
        )
        messages.success(request, _("已记下。"))
    return back(request, run.round.election, "printing")


@public
@require_safe
def show_specimen(request: Any, election_id: UUID) -> HttpResponse:
    """What the paper will look like, for everybody, before the day: nobody should read it for
    the first time in the booth."""
    election = (
        Election.objects.filter(community=request.community, pk=election_id)
        .select_related("community")
        .first()
    )
    round_ = queries.current_round(election) if election else None
    if election is None or round_ is None or not round_.poll.questions.exists():
        raise Http404
    context = {"election": election, "sheets": draw_ballots(round_)}
    response = answer(request, "elections/specimen.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def draw_ballots(round_: Round, *, run: Printing | None = None) -> str:
    """The ballots in the language of the place, whoever prints them. Without a run, a specimen
    that cannot be taken for a ballot."""
    with translation.override(settings.LANGUAGE_CODE):
        serials = [f"{n:05d}" for n in range(run.first, run.last + 1)] if run else [_("样张")]
        context = {
            "paper": _paper(round_),
            "poll": round_.poll,
            "serials": serials,
            "station_name": run.station.name if run else "",
            "large": bool(run and run.large),
            "specimen": run is None,
        }
        return render_to_string("elections/_ballots.html", context)


def _paper(round_: Round) -> dict[str, Any]:
    questions = list(round_.poll.questions.prefetch_related("options"))
    approves = any(question.form == "approve" for question in questions)
    return {
        "title": round_.election.title,
        "round_name": "" if round_.number == 1 else _("第 {n} 轮").format(n=round_.number),
        "day": round_.day,
        "issuer": _("{community}居民选举委员会").format(community=round_.community.name),
        "dense": _dense(sum(q.options.count() + q.write_ins for q in questions)),
        "offices": [
            {
                "title": question.title,
                "seats": question.seats,
                "columns": [_("赞成"), _("反对"), _("弃权")]
                if question.form == "approve"
                else [_("符号")],
                "names": [option.title for option in question.options.all()],
                "others": range(question.write_ins),
            }
            for question in questions
        ],
        "notes": _notes(approves=approves, others=any(q.write_ins for q in questions)),
    }


def _dense(rows: int) -> str:
    """How close the rows stand, so that a ballot is one page; `ballots.css` knows three ways."""
    if rows <= 11:
        return ""
    return "tight" if rows <= 17 else "tighter"


def _notes(*, approves: bool, others: bool) -> list[str]:
    """How the paper is filled in, and what spoils it."""
    how = (
        _("对每位候选人，在“赞成”“反对”“弃权”其中一格画“○”；三格都不画的，算弃权。")
        if approves
        else _("同意的，在姓名右边的格里画“○”；不同意的，不画。")
    )
    notes = [how]
    if others:
        notes.append(_("要选别的居民，在“另选他人”后面写上姓名，并画“○”。"))
    notes += [
        _(
            "每个职务选的人数，可以等于或少于应选名额；多于应选名额的，这个职务的票无效，其他职务照常计算。"
        ),
        _("请到秘密写票处填写。自己写不了的，可以请候选人以外的人代写，代写要照本人的意思。"),
    ]
    return notes


def _run(request: Any, election_id: UUID, run_id: UUID) -> Printing:
    election = load_election(request, election_id)
    run = queries.printing_here(request.community.pk, run_id)
    if run is None or run.round.election_id != election.pk:
        raise Http404
    return run
