"""The street office's page of residents' inquiries: counts of its communities, and those
complaints that residents sent to it, one by one. Of all other inquiries it sees a number."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer
from linli.core.places.models.fields import within
from linli.core.places.queries import served_communities
from linli.governance.oversight.actions.inquiries import reply
from linli.governance.oversight.forms.inquiries import ReplyForm
from linli.governance.oversight.queries.inquiries import (
    Counts,
    complaint_for,
    counts_beside,
    sent_to_street,
)
from linli.web.street.gate import needs_street_itself


@needs_street_itself
@require_safe
def show(request: Any, street: Any) -> HttpResponse:
    """This year's counts in the order of names, and what was sent."""
    communities = list(_communities(street))
    today = timezone.localdate()
    counts = counts_beside(communities, today.replace(month=1, day=1), today)
    context = {
        "street": street,
        "year": today.year,
        "lines": [(each.name, counts.get(each.pk, Counts())) for each in communities],
        "sent": sent_to_street(communities),
    }
    return answer(request, "street/inquiries.html", context)


@needs_street_itself
def one(request: Any, street: Any, complaint_id: UUID) -> HttpResponse:
    """One complaint that was sent here, and what the street office found."""
    complaint = complaint_for(request.actor, _communities(street), complaint_id)
    waits = complaint.replied_at is None and complaint.inquiry.state == "complained"
    form = ReplyForm(request.POST if request.method == "POST" else None) if waits else None
    if form is not None and form.is_valid():
        reply(
            complaint.inquiry,
            complaint=complaint,
            by=request.actor,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("答复了，反映的居民凭回执看得到。"))
        return redirect("street:inquiries", street.code)
    lines = complaint.text["zh-hans"].split("\n")
    context = {"street": street, "complaint": complaint, "lines": lines, "form": form}
    status = 422 if form is not None and form.is_bound else 200
    return answer(request, "street/complaint.html", context, status=status)


def _communities(street: Any) -> Any:
    return served_communities().filter(within(street.path)).order_by("name", "code")
