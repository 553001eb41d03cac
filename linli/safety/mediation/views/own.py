"""One's own mediations, as a party: where it stands, what was agreed, and what one may say."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step as show_step
from linli.core.pages.steps import StepForm
from linli.safety.mediation import actions
from linli.safety.mediation.flows import MEDIATION
from linli.safety.mediation.forms.work import AnotherForm, SideForm
from linli.safety.mediation.kinds import COURTS, ROUTES, title_in
from linli.safety.mediation.models import Mediation, Party, asked_by, people_of
from linli.safety.mediation.queries import cases as queries, course
from linli.safety.mediation.rules import agreeing
from linli.safety.mediation.views.shapes import address, private

SAYS = {
    "willing": ("tell_side", SideForm, actions.tell_side),
    "refuse": ("refuse", StepForm, actions.refuse),
    "withdraw": ("withdraw", StepForm, actions.withdraw),
    "another": ("ask_another", AnotherForm, actions.ask_another),
}


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """All of them, the newest first."""
    rows = queries.own_cases(request.actor, request.community)
    return private(answer(request, "mediation/mine.html", {"rows": rows}))


@signed_in
@require_safe
def show(request: Visit, subject: UUID) -> HttpResponse:
    """One of them: one's own copy. Not what the other side said, and no notes."""
    case = queries.own_case(request.actor, request.community, subject)
    agreement = course.agreement_of(case)
    party = _side(request, case)
    context = {
        "case": case,
        "party": party,
        "asked": party.role == "applicant",
        "agreement": agreement if agreement and agreement.in_force_on else None,
        "points": course.points_of(case),
        "sessions": [r for r in course.records_of(case, "session") if r.shared],
        "says": _says(case, party),
        "routes": [title_in(ROUTES, key) for key in case.routes],
        "courts": [title_in(COURTS, key) for key in agreeing.courts_for(case.source)],
        "confirms": bool(agreement) and not case.about_status,
        "today": timezone.localdate(),
    }
    return private(answer(request, "mediation/own.html", context))


@signed_in
@require_safe
def agreement(request: Visit, subject: UUID) -> HttpResponse:
    """The agreement to read or print: each party has a copy."""
    case = queries.own_case(request.actor, request.community, subject)
    found = course.agreement_of(case)
    if found is None or found.in_force_on is None or case.forgotten_at:
        raise Http404
    context = {"case": case, "agreement": found, "points": course.points_of(case)}
    return private(answer(request, "mediation/own_agreement.html", context))


@signed_in
def take(request: Visit, subject: UUID, step: str) -> HttpResponse:
    """Willing, not willing, another mediator, or no longer needed."""
    case = queries.own_case(request.actor, request.community, subject)
    party, by, at = _side(request, case), request.actor, timezone.now()
    _open_or_404(request, case, party, step)
    _move, form_of, act = SAYS[step]
    form = form_of(sent(request), row=case)
    with_party: dict[str, Any] = {"party": party} if step in ("willing", "refuse") else {}

    def carry_out(given: dict[str, Any]) -> object:
        return act(case, **given, **with_party, by=by, at=at)

    title, note, done = _words(step)
    back = address(request, "mine" if step == "withdraw" else "own", **_of(step, case))
    return private(
        show_step(
            request,
            form,
            carry_out,
            title=title,
            note=note,
            done=done,
            back=back,
            frame="portal.html",
        )
    )


def _open_or_404(request: Visit, case: Mediation, party: Party, step: str) -> None:
    """What may be said now has a page; what was sent too late is answered by its act. To withdraw
    is never there for who did not ask."""
    if step in _says(case, party):
        return
    if step == "withdraw" and not asked_by(case, request.actor.person):
        raise Http404
    if request.method != "POST" or step not in SAYS:
        raise Http404


def _of(step: str, case: Mediation) -> dict[str, UUID]:
    return {} if step == "withdraw" else {"subject": case.pk}


def _words(step: str) -> tuple[str, str, str]:
    """The title, what it means, and what is said when it is done."""
    return {
        "willing": (_("愿意调解"), _("以后随时可以说不愿意。"), _("告诉调解员了。")),
        "refuse": (
            _("不愿意调解"),
            _("您说不愿意，调解就停止，不用说原因。别的途径照样可以走。"),
            _("停止了。"),
        ),
        "withdraw": (_("撤回申请"), _("不需要了就撤回。"), _("撤回了。")),
        "another": (_("换一位调解员"), _("不用说原因。"), _("告诉调解委员会了。")),
    }[step]


def _says(case: Mediation, party: Party) -> list[str]:
    """What this party may say where the case stands."""
    moves = {move.name for move in MEDIATION.moves_from(case.state)}
    open_to = [name for name, (move, *_rest) in SAYS.items() if move in moves]
    if party.role != "applicant":
        return [name for name in open_to if name != "withdraw"]
    # Who asked withdraws; that is their refusal, and one button is enough.
    return [name for name in open_to if name != "refuse"]


def _side(request: Visit, case: Mediation) -> Party:
    for side in case.sides:
        if request.actor.person in people_of(side):
            return side
    raise Http404
