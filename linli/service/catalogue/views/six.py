"""The six 老有: which of them is served here, by which guides. Never of a person."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.service.catalogue.queries import guides as queries
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.views.guide_shapes import leaf

MEANT = {
    "supported": _("吃饭、用钱、家务、照料"),
    "treated": _("看病、取药、签约医生"),
    "useful": _("想出力的有事做"),
    "learning": _("想学的有处学"),
    "teaching": _("有本事的能教别人"),
    "joyful": _("有人做伴、有处玩"),
}


@public
@require_safe
def six(request: Visit) -> HttpResponse:
    """The six, each with who serves it, and what is still missing; to be printed."""
    at = timezone.now()
    rows = [
        (title, MEANT[key], [leaf(each, at) for each in serving])
        for key, title, serving in queries.six_of(queries.offered(request.community, at))
    ]
    context = {
        "rows": rows,
        "missing": [title for title, _meant, serving in rows if not serving],
        "phone": committee_phone(request.community, timezone.localdate(at)),
        "on": timezone.localdate(at),
    }
    return answer(request, "catalogue/guides/six.html", context)
