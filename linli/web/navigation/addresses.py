"""The addresses entries lead to. A frame has some eighty of them, the same for everybody in a
community: each is worked out once and then known."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse as worked_out


def reverse(page: str, kwargs: dict[str, str] | None = None, args: list[str] | None = None) -> str:
    """The address of `page`, as Django's `reverse` gives it."""
    named = tuple(sorted((kwargs or {}).items()))
    return _known(page, named, tuple(args or ()), get_urlconf(), get_script_prefix())


@lru_cache(8192)
def _known(
    page: str,
    named: tuple[tuple[str, str], ...],
    args: tuple[str, ...],
    urlconf: str | None,
    prefix: str,
) -> str:
    return worked_out(page, urlconf=urlconf, args=args or None, kwargs=dict(named) or None)
