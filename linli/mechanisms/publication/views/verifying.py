"""Is this the notice that was posted? For anybody who holds a text, a file or a sheet."""

from django.http import HttpResponse
from django.utils import timezone

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.mechanisms.publication.forms import VerifyForm
from linli.mechanisms.publication.queries.verifying import recognise
from linli.mechanisms.publication.views.shapes import unseen


@public
def verify(request: Visit) -> HttpResponse:
    """Paste or choose a file; nothing of it is kept, and nothing of it stands in an address."""
    sent = request.method == "POST"
    form = VerifyForm(request.POST if sent else None, request.FILES if sent else None)
    asked = sent and form.is_valid()
    found = recognise(request.community.pk, form.given(), timezone.now()) if asked else None
    context = {
        "form": form,
        "asked": asked,
        "found": found,
        "community": request.community,
    }
    status = 422 if sent and not asked else 200
    return unseen(answer(request, "publication/verify.html", context, status=status))
