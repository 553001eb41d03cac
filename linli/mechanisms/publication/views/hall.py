"""The screen in the hall: it goes from notice to notice by itself, with scripts or without."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import public
from linli.core.pages.answer import answer
from linli.mechanisms.publication.queries import faces_up
from linli.mechanisms.publication.renditions import screens_of
from linli.mechanisms.publication.views.shapes import address_of

SECONDS = 20
NOTICES = 30


@public
@require_safe
def hall(request: Any) -> HttpResponse:
    """One screenful of what is up; the page itself asks for the next. `?pause=1` stands still."""
    now = timezone.now()
    screens = screens_of(faces_up(request.community.pk, now, limit=NOTICES, board=True))
    asked = request.GET.get("screen", "0")
    number = int(asked) % len(screens) if asked.isdecimal() and screens else 0
    screen = screens[number] if screens else None
    context = {
        "community": request.community,
        "screen": screen,
        "number": number + 1,
        "of": len(screens),
        "following": (number + 1) % len(screens) if screens else 0,
        "earlier": (number - 1) % len(screens) if screens else 0,
        "seconds": SECONDS,
        "paused": "pause" in request.GET,
        "url": address_of(request, screen.face.id) if screen else "",
        "now": now,
    }
    response = answer(request, "publication/hall.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    response["Cache-Control"] = "no-store"
    return response
