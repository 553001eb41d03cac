"""Their columns, our facts: what is proposed, and what somebody says it is."""

import base64
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.shapes import Crumb
from linli.lib.law import Refused
from linli.partners.paperwork import actions, proposing, rules
from linli.partners.paperwork.models import Asking, Form
from linli.partners.paperwork.queries import lists
from linli.partners.paperwork.slots import Slot, slots_of
from linli.partners.paperwork.views import shapes

LONGEST_TEXT = 120


@needs("paperwork.fill")
def show(request: Visit, asking_id: UUID) -> HttpResponse:
    """Column by column: what it is filled from, how sure that is, why it stays empty."""
    asking = lists.asking_in(request.community, asking_id)
    slots, table = _proposed(request, asking)
    refused = None
    if request.method == "POST":
        slots = [_decided(slot, request.POST, number) for number, slot in enumerate(slots)]
        try:
            _settle(request, asking, slots, table)
        except Refused as refusal:
            refused = _said(refusal)
        else:
            messages.success(request, _("记住了，下次同一张表不用再对。"))
            step = "rows" if asking.state == "listed" else "choose"
            return redirect(f"paperwork:{step}", request.community.code, asking.pk)
    context = _context(asking, slots, table, refused, request.POST)
    return answer(request, "paperwork/mapping.html", context, status=422 if refused else 200)


def _settle(request: Visit, asking: Asking, slots: list[Slot], table: int) -> None:
    subject = request.POST.get("subject", "")
    seen = request.POST.get("seen", "")
    actions.settle(
        asking,
        slots=slots,
        subject=subject if subject in dict(Form.SUBJECTS) else asking.form.subject,
        table=table,
        seen=int(seen) if seen.isdecimal() else None,
        by=request.actor,
        at=timezone.now(),
    )


def _proposed(request: Visit, asking: Asking) -> tuple[list[Slot], int]:
    """The mapping as it stands; of another list of the same file, what is proposed for that."""
    given = request.POST.get("table", request.GET.get("table", ""))
    wanted = int(given) if given.isdecimal() else asking.form.table
    if wanted == asking.form.table or not asking.blank:
        return slots_of(asking.form.mapping), asking.form.table
    blank = proposing.read(base64.b64decode(asking.blank), asking.file_name)
    if wanted and blank.table(wanted) is None:
        return slots_of(asking.form.mapping), asking.form.table
    return proposing.slots_for(blank, wanted), wanted


def _decided(slot: Slot, given: Any, number: int) -> Slot:
    """One column as it was sent: `fact:…`, or one of the other decisions."""
    said = given.get(f"d{number}", "")
    decision, _colon, fact = said.partition(":")
    if decision == rules.FACT and fact in proposing.TITLES:
        return replace(slot, decision=rules.FACT, fact=fact, text="")
    text = " ".join(given.get(f"t{number}", "").split())[:LONGEST_TEXT]
    if decision == rules.SAME and text:
        return replace(slot, decision=rules.SAME, fact="", text=text)
    plain = decision if decision in (rules.ASK, rules.EMPTY, rules.LEAVE) else ""
    return replace(slot, decision=plain, fact="", text="")


def _said(refusal: Refused) -> Any:
    if refusal.finding.rule == "access.permitted":
        raise refusal
    return sentence(refusal.finding)


def _context(
    asking: Asking, slots: list[Slot], table: int, refused: Any, given: Any
) -> dict[str, Any]:
    return {
        "asking": asking,
        "columns": [(number, slot, proposing.reason_of(slot)) for number, slot in enumerate(slots)],
        "table": table,
        "tables": _tables(asking),
        "facts": proposing.offered(),
        "subjects": Form.SUBJECTS,
        "subject": given.get("subject") or asking.form.subject,
        "refused": refused,
        "unsure": sum(slot.decision == rules.FACT and not slot.sure for slot in slots),
        "crumbs": shapes.crumbs(asking, Crumb(_("各列怎么填"))),
    }


def _tables(asking: Asking) -> list[tuple[int, str]]:
    """The lists of the file, where there is more than one to choose from."""
    if not asking.blank:
        return []
    blank = proposing.read(base64.b64decode(asking.blank), asking.file_name)
    found = [(each.number, each.name or str(each.number)) for each in blank.tables]
    return found if len(found) > 1 else []
