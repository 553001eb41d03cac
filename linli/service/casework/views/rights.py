"""Ways to one's right with their last days, and the letter: for the handlers, and for herself."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import for_reader, in_both
from linli.core.pages.stepping import sent, step
from linli.core.pages.word import word_response
from linli.lib.law import cite
from linli.service.casework import papers
from linli.service.casework.actions import rights as actions
from linli.service.casework.forms import rights as forms
from linli.service.casework.kinds.rights import KEY
from linli.service.casework.models import Case
from linli.service.casework.queries import passing_on, rights as queries
from linli.service.casework.queries.cases import own_case
from linli.service.casework.rules import rights as rules
from linli.service.casework.views.gate import opened, unkept

_NOBODY = UUID(int=0)


def told_routes(case: Case) -> list[dict[str, Any]]:
    """The ways of a case as a page shows them: title, articles, last days, how it stands."""
    return [
        {
            "row": row,
            "articles": [
                for_reader(in_both(found.reference, found.reference_en))
                for found in map(cite, row.declared.cites)
            ],
            "in_time": rules.in_time(row.last_day, row.taken_on) if row.taken_on else None,
        }
        for row in queries.routes_of(case)
    ]


@opened
@require_safe
def show(request: Visit, case: Case) -> HttpResponse:
    """The ways, what ends first before."""
    _require_kind(case)
    return answer(
        request, "casework/rights/routes.html", {"case": case, "routes": told_routes(case)}
    )


@opened
def note(request: Visit, case: Case) -> HttpResponse:
    """Another way."""
    _require_kind(case)
    return _step(
        request,
        case,
        forms.RouteForm(sent(request)),
        actions.note_route,
        title=_("记一条路"),
        says=_("最后一天按法律算；到期前会提醒经办人。走不走、走哪条，由本人决定。"),
    )


@opened
def take(request: Visit, case: Case, route_id: UUID) -> HttpResponse:
    """It was handed in."""
    row = queries.route_needed(case, route_id)
    form = forms.TakenForm(
        sent(request),
        referrals=passing_on.referrals_of(case),
        initial={"on": timezone.localdate()},
    )
    return _step(
        request,
        case,
        form,
        lambda case, **_given: actions.take_route(case, row=row, **form.given(), **_by(request)),
        title=_("交出去了"),
        plain=True,
    )


@opened
def ask_again(request: Visit, case: Case, route_id: UUID) -> HttpResponse:
    """No answer yet: another day."""
    row = queries.route_needed(case, route_id)
    return _step(
        request,
        case,
        forms.AgainForm(sent(request)),
        lambda case, **given: actions.ask_route_again(case, row=row, **given, **_by(request)),
        title=_("问过了，还没有答复"),
        plain=True,
    )


@opened
def end(request: Visit, case: Case, route_id: UUID) -> HttpResponse:
    """How it ended."""
    row = queries.route_needed(case, route_id)
    return _step(
        request,
        case,
        forms.RouteEndForm(sent(request)),
        lambda case, **given: actions.end_route(case, row=row, **given, **_by(request)),
        title=_("这条路走完了"),
        plain=True,
    )


@opened
@require_safe
def letter(request: Visit, case: Case) -> HttpResponse:
    """The letter on the screen, to be read together, printed and signed."""
    drawn = papers.letter_from(case, queries.letter_of(case).values)
    context = {
        "case": case,
        "letter": drawn,
        "shell": "desk.html",
        "back": reverse("casework:case", args=[request.community.code, case.pk]),
        "word": reverse("casework:letter_word", args=[request.community.code, case.pk]),
    }
    return answer(request, "casework/rights/letter.html", context)


@opened
@require_safe
def letter_word(request: Visit, case: Case) -> HttpResponse:
    """The same for a word processor."""
    drawn = papers.letter_from(case, queries.letter_of(case).values)
    return word_response(papers.letter_word(drawn, timezone.now()), "letter.docx")


@signed_in
@require_safe
def own_letter(request: Visit, case_id: UUID) -> HttpResponse:
    """One's own letter, on one's own account."""
    case = own_case(request.actor.person or _NOBODY, request.community, case_id)
    drawn = papers.letter_from(case, queries.letter_of(case).values)
    context = {
        "case": case,
        "letter": drawn,
        "shell": "portal.html",
        "back": reverse("casework:my_case", args=[request.community.code, case.pk]),
        "word": reverse("casework:own_letter_word", args=[request.community.code, case.pk]),
    }
    return unkept(answer(request, "casework/rights/letter.html", context))


@signed_in
@require_safe
def own_letter_word(request: Visit, case_id: UUID) -> HttpResponse:
    """The same for a word processor."""
    case = own_case(request.actor.person or _NOBODY, request.community, case_id)
    drawn = papers.letter_from(case, queries.letter_of(case).values)
    return unkept(word_response(papers.letter_word(drawn, timezone.now()), "letter.docx"))


def _require_kind(case: Case) -> None:
    if case.kind != KEY:
        raise Http404


def _by(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _step(
    request: Visit,
    case: Case,
    form: Any,
    act: Any,
    *,
    title: Any,
    says: Any = "",
    plain: bool = False,
) -> HttpResponse:
    by = {} if plain else _by(request)
    return step(
        request,
        form,
        lambda given: act(case, **given, **by),
        title=title,
        done=_("记下了。"),
        back=reverse("casework:rights", args=[request.community.code, case.pk]),
        note=says,
    )
