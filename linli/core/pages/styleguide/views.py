"""The style guide: components, and the faces they make up."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from linli.core.pages.answer import answer
from linli.core.pages.shapes import NavItem
from linli.core.pages.styleguide import specimens
from linli.core.pages.styleguide.forms import SpecimenFilter, SpecimenForm
from linli.core.pages.views import for_anyone

FACES: dict[str, dict[str, Any]] = {
    "portal": {"nav": specimens.PORTAL_NAV, "thumbs": specimens.THUMBS},
    "desk": {"nav": specimens.DESK_NAV, "search_url": "#queue"},
    "street": {"nav": specimens.STREET_NAV},
    "sheet": {"nav": specimens.PORTAL_NAV},
    "refused": {"finding": specimens.UNMET, "shell": "plain.html"},
    "400": {},
    "403": {},
    "404": {},
    "413": {},
    "429": {},
    "500": {},
    "csrf_failure": {},
}
TEMPLATES = {
    face: f"styleguide/{face}.html"
    if face in ("portal", "desk", "street", "sheet")
    else f"{face}.html"
    for face in FACES
}


@for_anyone
def show_components(request: HttpRequest) -> HttpResponse:
    """Every component once, in the order of the eye: reading, counting, going, filling in."""
    wrong = SpecimenForm({"what": "", "since": "13月"}, auto_id="wrong_%s")
    context: dict[str, Any] = {
        "s": specimens,
        "form": SpecimenForm(),
        "wrong_form": wrong,
        "filters": SpecimenFilter(request.GET or {"status": "late", "mine": "on"}),
        "nav": [
            NavItem(_("组件"), "/styleguide/", "square-check", current=True),
            NavItem(_("居民端"), "/styleguide/whole/portal/", "home"),
            NavItem(_("工作台"), "/styleguide/whole/desk/", "table"),
            NavItem(_("街道端"), "/styleguide/whole/street/", "building-bank"),
            NavItem(_("公告单"), "/styleguide/whole/sheet/", "file-text"),
        ],
    }
    return answer(request, "styleguide/components.html", context)


@for_anyone
def show_rows(request: HttpRequest) -> HttpResponse:
    """What the specimen of the filter bar refreshes."""
    return answer(request, "styleguide/rows.html", {"s": specimens}, "styleguide/_rows.html")


@for_anyone
def show_progress(request: HttpRequest) -> HttpResponse:
    """A long job further on each time it is asked, and done in the end."""
    so_far = request.GET.get("done", "")
    done = min(100_000, (int(so_far) if so_far.isdecimal() else 36_000) + 16_000)
    return answer(
        request,
        "styleguide/progress.html",
        {"done": done, "total": 100_000, "state": "done" if done == 100_000 else "running"},
        "styleguide/_progress.html",
    )


@for_anyone
def show_form(request: HttpRequest) -> HttpResponse:
    """Takes the specimen form and shows it again with what is wrong; keeps nothing."""
    sent = request.method == "POST"
    form = SpecimenForm(request.POST, request.FILES) if sent else SpecimenForm()
    return answer(request, "styleguide/form.html", {"form": form})


@for_anyone
def show_face(request: HttpRequest, face: str) -> HttpResponse:
    """A whole page: the faces, the board sheet, a refusal, the pages of failure."""
    if face not in FACES:
        raise Http404
    context = {
        "s": specimens,
        "site_name": "幸福里社区",
        "site_note": "东湖街道",
        "footer_note": "居委会：幸福里小区 1 号楼一层 · 8:30–17:30",
        "filters": SpecimenFilter(request.GET),
        "status": face if face.isdigit() else "403" if face == "csrf_failure" else "",
        **FACES[face],
    }
    return answer(request, TEMPLATES[face], context)
