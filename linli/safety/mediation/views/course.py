"""Within a case: its parties, its sessions, the points of its agreement."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step as show_step
from linli.core.pages.steps import StepForm
from linli.core.people.choosing import FindForm
from linli.safety.mediation import actions
from linli.safety.mediation.forms.agreeing import PointForm
from linli.safety.mediation.forms.starting import PartyForm, WhoForm
from linli.safety.mediation.forms.work import NotesForm, SideForm
from linli.safety.mediation.models import Mediation, Party
from linli.safety.mediation.queries import course
from linli.safety.mediation.views.shapes import of_case, opened_case, private


@needs("mediation.see_desk")
@proved
def add_party(request: Visit, case_id: UUID) -> HttpResponse:
    """Another side."""
    case = opened_case(request, case_id)
    form = PartyForm(sent(request), initial={"seen": case.version, "role": "other"})
    by, at = request.actor, timezone.now()

    def carry_out(given: dict[str, Any]) -> object:
        return actions.add_party(case, party=form.given(), seen=given["seen"], by=by, at=at)

    return _step(request, case, form, carry_out, _("添一方当事人"), _("添上了。"))


@needs("mediation.see_desk")
@proved
def change_party(request: Visit, case_id: UUID, party_id: UUID) -> HttpResponse:
    """What is known of a party."""
    case = opened_case(request, case_id)
    party = course.side_of(case, party_id)
    names = [*Party.WORDS, "is_unit", "role"]
    start = {name: getattr(party, name) for name in names}
    form = PartyForm(sent(request), initial={**start, "seen": case.version})
    by, at = request.actor, timezone.now()

    def carry_out(given: dict[str, Any]) -> object:
        return actions.change_party(
            case, party=party, given=form.given(), seen=given["seen"], by=by, at=at
        )

    return _step(request, case, form, carry_out, party.label, _("改好了。"))


@needs("mediation.see_desk")
@proved
def find_party(request: Visit, case_id: UUID, party_id: UUID) -> HttpResponse:
    """Which person of the roster it is, or who acts for it: typed, found, ticked. From then on
    that person reads their own copy."""
    case = opened_case(request, case_id)
    party, at = course.side_of(case, party_id), timezone.now()
    words = request.POST.get("q", "").strip()
    chosen = request.POST if "person" in request.POST else None
    on = timezone.localdate(at)
    form = WhoForm(chosen, community=request.community, words=words, on=on, seen=case.version)
    if form.is_valid():
        given = _who(party, form)
        seen = form.cleaned_data["seen"]
        actions.change_party(case, party=party, given=given, seen=seen, by=request.actor, at=at)
        return _back(request, case)
    context = {
        "find": FindForm({"q": words} if words else None),
        "form": form,
        "words": words,
        "party": party,
        "back": of_case(request, case),
    }
    status = 422 if form.is_bound else 200
    return private(answer(request, "mediation/who.html", context, status=status))


@needs("mediation.see_desk")
@proved
def party_step(request: Visit, case_id: UUID, party_id: UUID, what: str) -> HttpResponse:
    """A party said that it is willing, or was told its rights."""
    case = opened_case(request, case_id)
    party, by, at = course.side_of(case, party_id), request.actor, timezone.now()
    if what not in ("willing", "rights"):
        raise Http404
    form: StepForm = (
        SideForm(sent(request), row=case)
        if what == "willing"
        else StepForm(sent(request), row=case)
    )
    act = actions.tell_side if what == "willing" else actions.tell_rights
    title = _("愿意调解") if what == "willing" else _("告知了权利和义务")

    def carry_out(given: dict[str, Any]) -> object:
        return act(case, party=party, **given, by=by, at=at)

    note = f"{party.label} {party.name}"
    return _step(request, case, form, carry_out, title, _("登记了。"), note)


@needs("mediation.see_desk")
@proved
def write_session(request: Visit, case_id: UUID, record_id: UUID) -> HttpResponse:
    """The notes of a session; two who write at once are told of each other."""
    case = opened_case(request, case_id)
    record, by, at = course.record_of(case, record_id), request.actor, timezone.now()
    if record.kind != "session" or record.written_at:
        raise Http404
    form = NotesForm(sent(request), row=case)

    def carry_out(given: dict[str, Any]) -> object:
        return actions.write_session(case, record=record, **given, by=by, at=at)

    return _step(request, case, form, carry_out, _("调解记录"), _("写好了。"))


@needs("mediation.see_desk")
@proved
def note_point(request: Visit, case_id: UUID, point_id: UUID) -> HttpResponse:
    """One point of the agreement is done, or not."""
    case = opened_case(request, case_id)
    point, by, at = course.point_of(case, point_id), request.actor, timezone.now()
    form = PointForm(sent(request), row=case)

    def carry_out(given: dict[str, Any]) -> object:
        return actions.note_point(case, point=point, **given, by=by, at=at)

    return _step(request, case, form, carry_out, _("履行情况"), _("登记了。"), point.what)


def _who(party: Party, form: WhoForm) -> actions.PartyGiven:
    """The party as it was, with the person found for it."""
    values = {name: getattr(party, name) for name in (*Party.WORDS, "is_unit", "role")}
    person, as_agent = form.cleaned_data["person"], form.cleaned_data["as_agent"]
    if as_agent:
        values["agent"] = values["agent"] or person.name
        return actions.PartyGiven(**values, agent_person=person)
    return actions.PartyGiven(**{**values, "name": person.name}, person=person)


def _back(request: Visit, case: Mediation) -> HttpResponse:
    return redirect(of_case(request, case))


def _step(
    request: Visit,
    case: Mediation,
    form: Any,
    carry_out: Any,
    title: str,
    done: str,
    note: str = "",
) -> HttpResponse:
    back = of_case(request, case)
    return private(
        show_step(request, form, carry_out, title=title, done=done, back=back, note=note)
    )
