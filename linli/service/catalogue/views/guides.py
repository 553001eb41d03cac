"""Guides for residents: find one, read one, see what stood there before."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.keyset import cut
from linli.core.pages.wording import tell_citation
from linli.core.places.models import Place
from linli.lib.law.citations import cite_each
from linli.service.catalogue.forms.guides import SiftForm, WordsForm
from linli.service.catalogue.opening_words import tell_now
from linli.service.catalogue.queries import guides as queries
from linli.service.catalogue.queries.guides import Offered, Sift
from linli.service.catalogue.queries.network import committee_phone
from linli.service.catalogue.reminders.kinds import kinds_of_guide
from linli.service.catalogue.views import guide_shapes as shapes

WAYS = (
    ("catalogue:map", "map-pin", _("便民地图")),
    ("catalogue:service_days", "calendar-event", _("服务日")),
    ("catalogue:providers", "building", _("服务单位")),
    ("catalogue:openings", "search", _("找工作")),
    ("catalogue:reminders", "bell", _("到期提醒")),
    ("catalogue:six", "heart-handshake", _("六个老有")),
    ("catalogue:my_home_services", "home", _("办理上门")),
)
"""Where else one finds what can be got here; the last for whoever has signed in."""

MOST = 60
"""Guides a page: the country's all, and as many of one's own."""


@public
def find(request: Visit) -> HttpResponse:
    """Everything offered, sifted by what one is in, field, means, price, open and step-free; or
    found by one's own words, which are posted and stand in no address."""
    at = timezone.now()
    words = WordsForm(request.POST if request.method == "POST" else None)
    form = SiftForm(request.GET)
    sift = Sift(**form.cleaned_data) if form.is_valid() else Sift()
    everything = queries.offered(request.community, at)
    rows = [each for each in everything if sift.takes(each)]
    text = words.cleaned_data["q"] if words.is_valid() else ""
    if text:
        rows = queries.search_guides(everything, text)
    page = cut(rows, lambda each: each.key, request.GET.get("after", ""), MOST)
    context = {
        "form": form,
        "words": words,
        "text": text,
        "rows": [shapes.leaf(each, at) for each in page.rows],
        "after": page.after,
        "found": len(rows),
        "grouped": not text,
        "ways": WAYS if request.actor.signed_in else WAYS[:-1],
        "any": bool(everything),
        "phone": committee_phone(request.community, timezone.localdate(at)),
    }
    data = {"guides": [shapes.leaf(each, at) for each in rows]}
    return answer(request, "catalogue/guides/find.html", context, "catalogue/guides/_found.html",
                  json=data)  # fmt: skip


@public
@require_safe
def show(request: Visit, key: str) -> HttpResponse:
    """One guide, large and in order; or where it went."""
    at = timezone.now()
    guide = queries.guide_called(request.community, key)
    live = queries.live_of(guide, at)
    if live is None:
        return _gone(request, guide)
    context = _shown(live, at)
    return answer(
        request, "catalogue/guides/show.html", context, json=lambda: shapes.as_data(live, at)
    )


@public
@require_safe
def version(request: Visit, key: str, number: int) -> HttpResponse:
    """What the guide said then: from when to when it held."""
    guide = queries.guide_called(request.community, key)
    row = queries.version_of(guide, number)
    context = {
        "guide": guide,
        "version": row,
        "told": shapes.page(row, timezone.now()),
        "earlier": True,
        "phone": committee_phone(request.community, timezone.localdate()),
    }
    return answer(request, "catalogue/guides/version.html", context)


def by_field(community: Place, at: Any) -> list[tuple[str, list[tuple[Offered, dict[str, Any]]]]]:
    """Everything offered, field by field as the book has them, for the handbook."""
    parts: dict[str, list[tuple[Offered, dict[str, Any]]]] = {}
    for each in queries.offered(community, at):
        title = each.version.get_field_display()
        parts.setdefault(title, []).append((each, shapes.page(each.version, at)))
    return list(parts.items())


def _shown(live: Offered, at: datetime) -> dict[str, Any]:
    """What the page of one guide shows."""
    guide = live.version.guide
    count, mean = queries.mean_of(guide)
    status, tone = tell_now(live.now, at)
    known = live.national
    limits = queries.limits_of(live, timezone.localdate(at))
    return {
        "guide": guide,
        "version": live.version,
        "told": shapes.page(live.version, at),
        "now": status,
        "tone": tone,
        "provider": live.version.provider if live.provider_shown else None,
        "provider_hidden": live.version.provider_id is not None and not live.provider_shown,
        "limits": [shapes.limit(each) for each in limits],
        "national": known,
        "articles": [
            (f"{get_script_prefix()}law/{cited.key}/", tell_citation(cited))
            for cited in cite_each(known.cites if known else ())
        ],
        "reminders": kinds_of_guide(guide.key),
        "rated": count,
        "mean": f"{mean // 10}.{mean % 10}" if mean is not None else "",
        "phone": committee_phone(guide.community, timezone.localdate(at)),
    }


def _gone(request: Visit, guide: Any) -> HttpResponse:
    if guide.retired_on is None:
        raise Http404  # only ever drafted: for residents there is nothing at this address yet
    context = {
        "guide": guide,
        "title": queries.last_title(guide),
        "go_to_title": queries.last_title(guide.go_to) if guide.go_to else "",
        "phone": committee_phone(request.community, timezone.localdate()),
    }
    return answer(request, "catalogue/guides/gone.html", context)
