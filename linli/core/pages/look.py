"""How a person wants pages to look: light or dark, ordinary or large type.

Kept in two cookies that hold nothing but the choice, so it works before signing in.
"""

from typing import Any

from django.http import HttpRequest

THEME_COOKIE = "linli_theme"
SIZE_COOKIE = "linli_size"
THEMES = ("auto", "light", "dark")
SIZES = ("ordinary", "large")
YEAR = 365 * 24 * 60 * 60


def theme_of(request: HttpRequest) -> str:
    """The chosen theme; `auto` follows the device."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else "auto"


def size_of(request: HttpRequest) -> str:
    """The chosen size of type; `large` is the elders' mode (长辈版)."""
    chosen = request.COOKIES.get(SIZE_COOKIE, "")
    return chosen if chosen in SIZES else "ordinary"


def look(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `look_theme`, `look_size`, and `look_here`, where a switch returns to."""
    return {
        "look_theme": theme_of(request),
        "look_size": size_of(request),
        "look_here": request.get_full_path(),
    }
