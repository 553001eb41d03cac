"""Components that lead somewhere: way back, stages, tabs, pages, switches, and blocks of page."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import render_to_string

from linli.core.pages.shapes import Crumb, NavGroup, NavItem, Step, Tab

register = template.Library()

NOTICE_ICONS = {
    "info": "info-circle",
    "success": "circle-check",
    "warn": "alert-triangle",
    "error": "alert-circle",
}


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(crumbs: Iterable[Crumb]) -> dict[str, Any]:
    """The way here, widest first."""
    return {"crumbs": crumbs}


@register.inclusion_tag("components/steps.html")
def steps(stages: Iterable[Step]) -> dict[str, Any]:
    """The stages of a procedure and where it stands."""
    return {"stages": stages}


@register.inclusion_tag("components/tabs.html")
def tabs(items: Iterable[Tab], label: Any = "") -> dict[str, Any]:
    """Views of the same thing as links; `label` names the group for those who hear it."""
    return {"items": items, "label": label}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(
    context: Context,
    after: str = "",
    before: str = "",
    shown: int | None = None,
    total: Any = None,
    named: str = "after",
) -> dict[str, Any]:
    """Next and previous by keyset: `after` and `before` are the cursors, kept in the address
    beside the filters. `named`: what a second list of the page calls its own, which is also the
    id of its section."""
    request: HttpRequest = context["request"]
    return {
        "next_url": _with_cursor(request, named, after),
        "previous_url": _with_cursor(request, "before", before),
        "shown": shown,
        "total": total,
    }


@register.simple_block_tag(takes_context=True)
def notice(context: Context, content: str, tone: str = "info", title: Any = "") -> str:
    """{% notice tone="warn" title=… %}…{% endnotice %}; tones: info, success, warn, error."""
    return render_to_string(
        "components/notice.html",
        {"content": content, "tone": tone, "title": title, "icon": NOTICE_ICONS[tone]},
    )


@register.simple_block_tag(takes_context=True)
def table(
    context: Context,
    content: str,
    caption: Any,
    keyed: bool = False,
    show_caption: bool = True,
    tight: bool = False,
    pile: bool = False,
) -> str:
    """{% table caption=… %}<thead>…{% endtable %}: sticky header, a caption always, a region that
    scrolls by keyboard. `keyed`: j and k move through the rows (keys.js). `pile`: on a phone each
    row becomes a leaf whose cells say their own heading, given as `data-label`."""
    return render_to_string(
        "components/table.html",
        {
            "content": content,
            "caption": caption,
            "keyed": keyed,
            "show_caption": show_caption,
            "tight": tight,
            "pile": pile,
        },
    )


@register.simple_block_tag(takes_context=True)
def sheet(
    context: Context,
    content: str,
    title: Any,
    issuer: Any = "",
    posted_on: Any = None,
    until: Any = None,
    qr_data: str = "",
) -> str:
    """{% sheet title=… issuer=… %}…{% endsheet %}: a notice as it hangs on the board, and as it
    is printed for it."""
    return render_to_string(
        "components/sheet.html",
        {
            "content": content,
            "title": title,
            "issuer": issuer,
            "posted_on": posted_on,
            "until": until,
            "qr_data": qr_data,
        },
    )


@register.simple_block_tag(takes_context=True)
def bulk(context: Context, content: str) -> str:
    """{% bulk %}<button …>{% endbulk %}: acts on the rows ticked in the same form."""
    return render_to_string("components/bulk.html", {"content": content})


@register.inclusion_tag("components/key_help.html", takes_context=True)
def key_help(context: Context, extra: Iterable[tuple[str, Any]] = ()) -> dict[str, Any]:
    """The dialog that `?` opens, with the keys of the navigation; `extra` are the page's own."""
    return {"nav": context.get("nav", ()), "extra": extra}


@register.filter
def in_groups(nav: Iterable[NavItem], part: str) -> list[NavGroup]:
    """{% for group in nav|in_groups:"more" %}: entries under their headings, those under "more",
    those of the bar, or all. Open is the group one is in; where one is in none, the first."""
    chosen = (item for item in nav if part == "all" or item.more == (part == "more"))
    found = [(title, tuple(items)) for title, items in groupby(chosen, lambda item: item.group)]
    here = next((title for title, items in found if title and any(i.current for i in items)), "")
    here = here or next((title for title, _items in found if title), "")
    return [NavGroup(title, items, not title or title == here) for title, items in found]


@register.inclusion_tag("components/switches.html", takes_context=True)
def switches(context: Context, which: str = "all") -> dict[str, Any]:
    """Large type, light or dark, and language, as plain forms. `which`: all, or size."""
    return {
        "request": context.get("request"),
        "csrf_token": context.get("csrf_token"),
        "theme": context.get("look_theme", "auto"),
        "size": context.get("look_size", "ordinary"),
        "here": context.get("look_here", "/"),
        "which": which,
    }


def _with_cursor(request: HttpRequest, name: str, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    first = name in ("after", "before")
    for old in ("after", "before") if first else ():
        query.pop(old, None)
    query[name] = cursor
    return "?" + query.urlencode() + ("" if first else f"#{name}")
