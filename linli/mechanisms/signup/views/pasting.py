"""A chain pasted: read, shown line by line, and put down in one act."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.stepping import or_refusal, sent
from linli.lib.identity.ids import new_id
from linli.mechanisms.signup import actions
from linli.mechanisms.signup.forms.desk import PasteForm
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Sheet
from linli.mechanisms.signup.queries.pasted import BY_NAME, SKIP, Pasted, read_pasted
from linli.mechanisms.signup.queries.sheets import sheet_kept
from linli.mechanisms.signup.views.tabs import desk_of

TOLD = 10
"""So many of those left out are told one by one."""


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Visit, sheet_id: UUID) -> HttpResponse:
    """The text first; then what was read of it, with a choice for each line; then put down."""
    sheet = sheet_kept(request.actor, request.community, sheet_id)
    form, pasted, refused = PasteForm(sent(request)), None, None
    if request.method == "POST" and form.is_valid():
        pasted = read_pasted(sheet, form.cleaned_data["text"], timezone.localdate())
        if "go" in request.POST:
            names = _chosen(request.POST, pasted)
            refused = _put_down(request, sheet, form, names)
            if refused is None:
                return redirect(desk_of(sheet))
    context = {
        "sheet": sheet,
        "form": form,
        "pasted": pasted,
        "once": form.data.get("once") or new_id(),
        "by_name": BY_NAME,
        "skip": SKIP,
        "named": not sheet.sort.account_only,
        "refused": refused,
    }
    status = 409 if refused is not None else 422 if form.is_bound and form.errors else 200
    return answer(request, "signup/paste.html", context, status=status)


def _chosen(data: Any, pasted: Pasted) -> list[tuple[Applicant, int]]:
    names = []
    for line in pasted.lines:
        said = data.get(line.field, line.chosen)
        persons = {str(person.pk): person for person, _home in line.persons}
        if said == BY_NAME and line.name:
            names.append((Applicant(name=line.name), line.seats))
        elif said in persons:
            names.append((Applicant(name="", person=persons[said]), line.seats))
    return names


def _put_down(
    request: Visit, sheet: Sheet, form: PasteForm, names: list[tuple[Applicant, int]]
) -> Any:  # fmt: skip
    def carry_out(_given: Any) -> Any:
        once = form.cleaned_data["once"]
        return actions.put_down_many(
            sheet, names=names, by=request.actor, at=timezone.now(), once=once
        )

    try:
        made, refused = or_refusal(request, form, carry_out)
    except Replayed:  # sent twice; once is enough
        return None
    if refused is None:
        messages.success(request, _("登记了 %(n)s 条。") % {"n": len(made.rows)})
        for place, finding in made.refused[:TOLD]:
            who, _seats = names[place]
            name = who.name or who.person.name
            told = sentence(finding)
            messages.warning(request, f"{name}：{told.text}{told.way_on}")
    return refused
