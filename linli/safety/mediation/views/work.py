"""The committee's terms and list, rounds of looking for quarrels, and counts by kind."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step as show_step
from linli.core.places.queries import public_places
from linli.safety.mediation import actions
from linli.safety.mediation.forms.work import ListedForm, ScreeningForm, TermForm
from linli.safety.mediation.kinds import KINDS, title_in
from linli.safety.mediation.queries import work as queries
from linli.safety.mediation.queries.cases import mediators_of
from linli.safety.mediation.queries.counts import counts_by_kind, floor_of, totals
from linli.safety.mediation.views.shapes import address, tabs


@needs("mediation.see_desk")
@require_safe
def screenings(request: Visit) -> HttpResponse:
    """The latest rounds, with how many of each kind were found."""
    rows = [
        (row, [(title_in(KINDS, key), number) for key, number in row.found.items()])
        for row in queries.screenings_of(request.community)
    ]
    context = {"rows": rows, "tabs": tabs(request, "screenings")}
    return answer(request, "mediation/screenings.html", context)


@needs("mediation.screen")
def screen(request: Visit) -> HttpResponse:
    """A round is noted. No names: what one wants mediated becomes an offer."""
    on, by, at = timezone.localdate(), request.actor, timezone.now()
    places = [place for place in public_places(request.community) if place.kind == "building"]
    form = ScreeningForm(sent(request), places=places, today=on)

    def carry_out(_given: dict[str, Any]) -> object:
        return actions.screen(request.community, **form.given(), by=by, at=at)

    note = _("只记各类有几件，不记姓名和门牌；愿意调解的，从这一轮主动提出。")
    back = address(request, "screenings")
    done = _("记下了。")
    return show_step(
        request, form, carry_out, title=_("记一轮排查"), note=note, done=done, back=back
    )


@needs("mediation.keep_committee")
@require_safe
def committee(request: Visit) -> HttpResponse:
    """The terms, the present one first, and who mediates."""
    on = timezone.localdate()
    context = {
        "terms": list(queries.terms_of(request.community)),
        "now": queries.term_now(request.community, on),
        "mediators": mediators_of(request.community, on),
        "tabs": tabs(request, "committee"),
    }
    return answer(request, "mediation/committee.html", context)


@needs("mediation.keep_committee")
def enter_term(request: Visit) -> HttpResponse:
    """What the residents' assembly chose."""
    on, by, at = timezone.localdate(), request.actor, timezone.now()
    form = TermForm(sent(request), mediators=mediators_of(request.community, on))

    def carry_out(_given: dict[str, Any]) -> object:
        return actions.enter_term(request.community, **form.given(), by=by, at=at)

    back = address(request, "committee")
    return show_step(
        request, form, carry_out, title=_("登记一届调解委员会"), done=_("登记了。"), back=back
    )


@needs("mediation.keep_committee")
def say_listed(request: Visit, term_id: UUID) -> HttpResponse:
    """The list went to the county justice bureau."""
    term = queries.term_of(request.community, term_id)
    by, at = request.actor, timezone.now()

    def carry_out(given: dict[str, Any]) -> object:
        return actions.say_listed(term, **given, by=by, at=at)

    back = address(request, "committee")
    title = _("名单报送县级司法行政部门")
    return show_step(
        request, ListedForm(sent(request)), carry_out, title=title, done=_("登记了。"), back=back
    )


@needs("mediation.see_counts")
@require_safe
def counts(request: Visit) -> HttpResponse:
    """The last two whole months, by kind; none and fewer than ten look the same. Not the present
    one: who looks every day would see on which of them one came."""
    on = timezone.localdate()
    last = on.replace(day=1) - timedelta(days=1)
    before = last.replace(day=1) - timedelta(days=1)
    months = [(before.replace(day=1), before), (last.replace(day=1), last)]
    context = {
        "months": [
            (since, counts_by_kind(request.community, since, until),
             totals(request.community, since, until))
            for since, until in reversed(months)
        ],
        "floor": floor_of(request.community, on),
        "tabs": tabs(request, "counts"),
    }  # fmt: skip
    return answer(request, "mediation/counts.html", context)
