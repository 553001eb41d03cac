"""The paper to print, for polls that are also held on paper and whose room prints none itself."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import needs
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.mechanisms.ballot.face import questions_of
from linli.mechanisms.ballot.keepers import prints_itself
from linli.mechanisms.ballot.views.shapes import crumbs
from linli.mechanisms.ballot.views.stations import SEES, load_poll


@needs(SEES)
@require_safe
def print_paper(request: Any, poll: UUID) -> HttpResponse:
    """One paper, printed as often as it is needed. It bears no number: papers are counted when
    they are handed out, and none is told from another when it is read."""
    found = load_poll(request, poll)
    if prints_itself(found):
        raise Http404
    context = {
        "poll": found,
        "questions": questions_of(found),
        "crumbs": crumbs(found, request.community.code, Crumb(_("纸质选票"))),
        "place_language": settings.LANGUAGE_CODE,
    }
    return answer(request, "ballot/print_paper.html", context)
