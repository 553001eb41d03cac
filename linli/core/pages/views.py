"""The switches that every page carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from linli.core.pages.look import SIZE_COOKIE, SIZES, THEME_COOKIE, THEMES, YEAR

View = Callable[..., HttpResponse]


def for_anyone(view: View) -> View:
    """Marks a page as open to all, as `access.gates.public` does above this floor."""
    view.linli_permission = "public"  # type: ignore[attr-defined]
    return view


@for_anyone
@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Remember the theme or the size of type that was pressed, and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        back = "/"
    response = redirect(back)
    for name, cookie, allowed in (
        ("theme", THEME_COOKIE, THEMES),
        ("size", SIZE_COOKIE, SIZES),
    ):
        chosen = request.POST.get(name, "")
        if chosen in allowed:
            response.set_cookie(
                cookie,
                chosen,
                max_age=YEAR,
                samesite="Lax",
                secure=getattr(settings, "SESSION_COOKIE_SECURE", False),
                httponly=True,
            )
    return response
