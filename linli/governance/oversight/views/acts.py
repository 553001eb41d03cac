"""The book of the door for those who supervise: what concerns the institution, of nobody."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.governance.oversight.forms.inspections import ActsForm
from linli.governance.oversight.queries.acts import acts_seen


@needs("oversight.see_acts")
@require_safe
def show(request: Visit) -> HttpResponse:
    """The acts of one subject and period, newest first."""
    form = ActsForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = acts_seen(
        request.community.pk,
        subject=wanted.get("subject", ""),
        since=wanted.get("since"),
        until=wanted.get("until"),
        after=request.GET.get("after", ""),
    )
    context = {"form": form, "page": page}
    return answer(request, "oversight/acts.html", context, fragment="oversight/_acts.html")
