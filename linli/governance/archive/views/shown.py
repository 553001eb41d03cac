"""What several pages of the archive need: the shell, the tabs, a paper as an answer."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit
from linli.core.access.posts import POSTS
from linli.core.audit.door import may
from linli.core.files.making import TYPES
from linli.core.pages.downloads import file_response
from linli.core.pages.shapes import Tab
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.models import Item
from linli.governance.archive.papers import Missing, read_paper
from linli.governance.archive.queries.holdings import Wanted
from linli.governance.archive.words import ACCESS_TONES
from linli.lib.law import Finding, Refused

PAGES = (
    ("home", _("总览"), "archive.see"),
    ("items", _("在库档案"), "archive.see"),
    ("plan", _("归档范围"), "archive.see"),
    ("loans", _("借阅"), "archive.see"),
    ("appraisals", _("鉴定销毁"), "archive.see"),
    ("copies", _("复印申请"), "archive.answer_copy"),
    ("packages", _("导出"), "archive.export"),
    ("looks", _("谁看过"), "archive.see_looks"),
)


def shell_of(request: Visit) -> str:
    """Who works at the desk stays there; the supervisory committee reads in the portal."""
    posts = request.actor.posts_over(request.community)
    works = any(POSTS[held.post].works for held in posts if held.post in POSTS)
    return "desk.html" if works else "portal.html"


def framed(request: Visit, current: str, **context: Any) -> dict[str, Any]:
    """The context every page of the archive has: shell, tabs, what this reader may do."""
    code = request.community.code
    tabs = [
        Tab(title, reverse(f"archive:{name}", args=[code]), name == current)
        for name, title, permission in PAGES
        if may(permission, request.actor, request.community)
    ]
    return {
        "shell": shell_of(request),
        "tabs": tabs,
        "keeps": may("archive.keep", request.actor, request.community),
        "directs": may("archive.direct", request.actor, request.community),
        **context,
    }


def as_lines(items: list[Item]) -> list[dict[str, Any]]:
    """Items as lists show them."""
    return [
        {
            "item": item,
            "part": part_called(item.part).name,
            "tone": ACCESS_TONES[item.access],
        }
        for item in items
    ]


def wanted_of(form: Any) -> Wanted:
    """What a search form asks for; everything where it makes no sense."""
    if not form.is_valid():
        return Wanted()
    said = form.cleaned_data
    return Wanted(said["q"].strip(), said["part"], said["year"])


def paper_response(item: Item, position: int) -> HttpResponse:
    """One paper as a file to keep (Http404 where there is none)."""
    try:
        paper = read_paper(item, position)
    except Missing as error:
        raise Refused(Finding(False, "archive.paper_there")) from error
    except LookupError as error:
        raise Http404 from error
    extension = paper.name.rpartition(".")[2].lower()
    return file_response(
        paper.content, paper.name, TYPES.get(extension, "application/octet-stream")
    )
