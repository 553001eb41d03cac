"""Is this slip still true? The day and the schemes of an advice, against the numbers of today.

Nothing personal is asked, and nothing is kept.
"""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, public
from linli.core.local_law.words import tell_rule
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import in_language
from linli.core.pages.stepping import sent
from linli.lib.eligibility import Redated, Scheme, changes_since, read_slip_code
from linli.lib.law import held
from linli.service.catalogue.forms.navigator import SlipCheckForm
from linli.service.catalogue.queries.navigator import law_here
from linli.service.catalogue.schemes import Shelf, shelf
from linli.service.catalogue.views.navigator_steps import row_told

_EARLIEST = date(2026, 1, 1)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def navigator_slip(request: Visit) -> HttpResponse:
    """Types the code, or the day and the schemes; reads which numbers have changed since."""
    kept, today = shelf(), timezone.localdate()
    form = SlipCheckForm(sent(request), shelf=kept)
    context: dict[str, Any] = {"form": form}
    status = 200
    if form.is_bound:
        found = _given(form, kept, today)
        if found is None:
            status = 422
        else:
            given_on, schemes = found
            places = law_here(request.community, today).places
            redated = changes_since(schemes, given_on, today, held(), places)
            context |= _told(redated, given_on, schemes, kept)
    response = answer(request, "catalogue/navigator/still_true.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _given(form: SlipCheckForm, kept: Shelf, today: date) -> tuple[date, list[Scheme]] | None:
    """The day and the schemes; None, with the error in the form, where they cannot be read."""
    if not form.is_valid():
        return None
    told = form.cleaned_data
    if told["code"]:
        code = read_slip_code(told["code"])
        if code is None:
            form.add_error("code", _("编码不对，请照单子再输一次；看不清的，选日期和项目。"))
            return None
        given_on = code.given_on
        schemes = [each for each in kept.schemes.values() if each.number in code.numbers]
    else:
        given_on = told["given_on"]
        schemes = [kept.schemes[key] for key in told["schemes"]]
    if given_on is None or not schemes:
        form.add_error("code", _("请输入编码，或者选日期和项目。"))
        return None
    if not _EARLIEST <= given_on <= today:
        form.add_error("given_on", _("单子上的日期不会晚于今天，也不会早于 2026 年。"))
        return None
    return given_on, schemes


def _told(redated: Redated, given_on: date, schemes: list[Scheme], kept: Shelf) -> dict[str, Any]:
    def titles(keys: tuple[str, ...]) -> list[str]:
        return [in_language(kept.schemes[key].title) for key in keys]

    return {
        "checked": True,
        "given_on": given_on,
        "schemes": [in_language(each.title) for each in schemes],
        "changed": bool(redated),
        "numbers": [
            {
                "title": tell_rule(each.rule),
                "rule": each.rule,
                "before": row_told(each.before) if each.before else None,
                "after": row_told(each.after) if each.after else None,
                "schemes": titles(each.schemes),
            }
            for each in redated.numbers
        ],
        "conditions": [
            {
                "says": in_language(each.clause.says),
                "added": each.added,
                "scheme": in_language(kept.schemes[each.scheme].title),
            }
            for each in redated.conditions
        ],
    }
