"""How a view answers: the whole page, the fragment htmx asked for, or the page's data."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers

from linli.core.pages.encoding import PageEncoder
from linli.core.pages.keeping import handed_back
from linli.lib.law.finding import Finding

Data = Mapping[str, Any] | list[Any] | Callable[[], Any]


def answer(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    fragment: str | None = None,
    *,
    json: Data | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render `template`, or `fragment` where htmx asks for a part of the page.

    `json`: the public data of this page, or a function giving it; it is served where the path
    ends in `.json`, and the page then links to that twin. `x/` has its twin at `x.json`.
    """
    if json is not None and request.path.endswith(".json"):
        return twin(request, json() if callable(json) else json, status=status)
    filled = dict(context or {})
    if json is not None:
        filled.setdefault("twin_url", find_twin(request))
    if fragment is not None and wants_fragment(request):
        body = render_to_string(fragment, filled, request)
        # What is to be told goes along, into the page's own message area.
        if len(get_messages(request)):
            body += render_to_string("_told.html", filled, request)
        response = HttpResponse(body, status=status)
    else:
        response = render(request, template, filled, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def twin(request: HttpRequest, data: Any, *, status: int = 200) -> JsonResponse:
    """The page's data as UTF-8 JSON: Chinese as it is, dates in ISO form, findings spelled out."""
    response = JsonResponse(
        data,
        encoder=PageEncoder,
        safe=False,
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Content-Type"] = "application/json; charset=utf-8"
    return response


def refuse(
    request: HttpRequest,
    finding: Finding,
    *,
    status: int = 409,
    back_url: str = "",
    shell: str = "plain.html",
    forms: Iterable[BaseForm] = (),
) -> HttpResponse:
    """The finding as a refusal: what is so, on what ground, and the way on.

    409 where the case forbids it, 403 where the person may not. To htmx it goes into the page's
    message area, so that what was typed stays where it is; else it is handed back, with the labels
    of the `forms` it was typed into where they are known.
    """
    if request.path.endswith(".json"):
        return twin(request, {"refused": finding}, status=status)
    context = {"finding": finding, "back_url": back_url, "shell": shell}
    if wants_fragment(request):
        response = HttpResponse(render_to_string("_refused.html", context, request), status=status)
        response["HX-Retarget"] = "#messages"
        response["HX-Reswap"] = "innerHTML show:top"
    else:
        context["written"] = handed_back(request, forms)
        response = render(request, "refused.html", context, status=status)
    # A refusal repeats what was typed, and may be of a page that nobody keeps.
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["HX-Request"])
    return response


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page: not for a boosted link, nor for a page it lost
    from its own history, both of which need the whole."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def find_twin(request: HttpRequest) -> str:
    """The address of this page's `.json` twin with the same query, or nothing if none answers."""
    path = request.path.rstrip("/") + ".json"
    try:
        resolve(path, urlconf=getattr(request, "urlconf", None))
    except Resolver404:
        return ""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
