"""My rights, by who I am here; and the paper form of each."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.web.portal.rights.declared import (
    CAPACITIES,
    GROUPS,
    Right,
    paper_forms,
    rights_of,
)


@public
@require_safe
def mine(request: Visit) -> HttpResponse:
    """What I may do here: each line with its article, the page that does it, and the form."""
    capacity = _capacity(request)
    found = rights_of(capacity)
    groups = [
        (title, [_line(request, each, capacity) for each in found if each.group == name])
        for name, title in GROUPS
    ]
    here = reverse("rights:mine", args=[request.community.code])
    context = {
        "groups": [(title, lines) for title, lines in groups if lines],
        "tabs": [Tab(title, f"{here}?as={name}", name == capacity) for name, title in CAPACITIES],
        "capacity": capacity,
    }
    return answer(request, "rights/mine.html", context, json=lambda: _as_data(groups, capacity))


@public
@require_safe
def paper(request: Visit, key: str) -> HttpResponse:
    """A form to print, to fill in by hand and to hand in at the window."""
    form = paper_forms().get(key)
    if form is None:
        raise Http404
    return answer(request, "rights/paper.html", {"form": form})


def _capacity(request: Visit) -> str:
    """Who I say I am; else a representative where I hold that post; else a grown-up of here."""
    said = request.GET.get("as", "")
    if said in dict(CAPACITIES):
        return said
    return (
        "representative"
        if request.actor.holds("representative", over=request.community)
        else ("voter")
    )


def _line(request: Visit, right: Right, capacity: str) -> dict[str, Any]:
    return {
        "right": right,
        "title": right.title,
        "says": right.says_to(capacity),
        "url": address_of(right, request.community.code),
        "form_url": reverse("rights:paper", args=[request.community.code, right.form]),
    }


def address_of(right: Right, code: str) -> str:
    """Where it is done: a page of the community, or one's own page of the site."""
    own = right.way.startswith("me:")
    return reverse(right.way, kwargs={} if own else {"community_code": code, **right.given})


def _as_data(groups: Any, capacity: str) -> dict[str, Any]:
    return {
        "as": capacity,
        "rights": [
            {
                "key": line["right"].key,
                "group": line["right"].group,
                "title": line["title"],
                "says": line["says"],
                "cites": list(line["right"].cites),
                "url": line["url"],
                "form": line["form_url"],
            }
            for _title, lines in groups
            for line in lines
        ],
    }
