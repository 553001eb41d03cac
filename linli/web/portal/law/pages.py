"""On what law the house stands: every article and every number, and what stands on each."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.local_law.words import tell_rule
from linli.core.pages.answer import answer
from linli.core.pages.sentences import outline
from linli.lib.law import Citation, all_citations, cite, held
from linli.lib.law.packs import OWN, Left, Parameter
from linli.lib.law.titles import is_example, subjects
from linli.web.portal.law import standing
from linli.web.portal.law.told import (
    article_data,
    article_told,
    left_told,
    number_data,
    number_told,
)

_LONGEST = 40


@public
@require_safe
def law(request: Visit) -> HttpResponse:
    """The laws with how many articles of each are used, and the subjects with their numbers; the
    numbers of one subject; or whatever a word is found in, where one is sought."""
    sought = request.GET.get("q", "").strip()[:_LONGEST]
    about = request.GET.get("about", "")
    citations = [each for each in _in_order() if _has(sought, *_words_of(each))]
    told = [number_told(row) for row in _public_rows() if _has(sought, *_words_in(row))]
    told += [
        left_told(each) for each in held().left.values() if _has(sought, *_words_of_left(each))
    ]
    by_subject = _by_subject([row for row in told if not row.get("example")])
    context = {
        "sought": sought,
        "found": len(citations) + len(told),
        "laws": _by_law(citations, counted=bool(sought)),
        "subjects": by_subject,
        "about": next((each for each in by_subject if each["key"] == about), None),
        "examples": [row for row in told if row.get("example")],
    }
    return answer(
        request,
        "portal/law/law.html",
        context,
        json=lambda: {
            "citations": [article_data(each) | _standing(each.key) for each in citations],
            "numbers": [number_data(row) for row in _public_rows()],
            "rules": standing.articles_of_rules(),
        },
    )


@public
@require_safe
def cited(request: Visit, key: str) -> HttpResponse:
    """One law with its articles, or one article with everything that stands on it."""
    articles = [each for each in _in_order() if each.law == key]
    if articles:
        context = {
            "key": key,
            "law": article_told(articles[0]),
            "articles": [_counted(each) for each in articles],
        }
        data = [article_data(each) | _standing(each.key) for each in articles]
        return answer(request, "portal/law/one_law.html", context, json=data)
    try:
        one = cite(key)
    except KeyError as unknown:
        raise Http404 from unknown
    if one.key != key:
        raise Http404  # a mark is no address
    rows = [row for row in held().rows if key in row.cites]
    left = [each for each in held().left.values() if key in each.cites]
    context = {
        "article": article_told(one),
        "numbers": [*map(number_told, rows), *map(left_told, left)],
        "groups": standing.by_kind(standing.standing_on(key)),
    }
    data_of_one = article_data(one) | _standing(key) | {"numbers": [number_data(r) for r in rows]}
    return answer(request, "portal/law/article.html", context, json=data_of_one)


@public
@require_safe
def number(request: Visit, rule: str) -> HttpResponse:
    """One number: what it is and was, in which place, from which text; what reads it."""
    rows = [row for row in held().of_rule(rule) if not row.jurisdiction.startswith(OWN)]
    left = held().left.get(rule)
    if not rows and left is None:
        raise Http404
    apps = standing.readers().get(rule, [])
    context = {
        "rule": rule,
        "title": tell_rule(rule),
        "rows": [number_told(row) for row in rows if not is_example(row.jurisdiction)]
        + ([left_told(left)] if left else []),
        "examples": [number_told(row) for row in rows if is_example(row.jurisdiction)],
        "readers": [standing.app_title(app) for app in apps],
    }
    data = {"rule": rule, "rows": [number_data(row) for row in rows], "read_by": apps}
    return answer(request, "portal/law/number.html", context, json=data)


def _in_order() -> list[Citation]:
    return sorted(all_citations(), key=lambda each: (each.law, int(each.article)))


def _public_rows() -> list[Parameter]:
    """The rows of whole places. What one community laid down is read where it is compared."""
    return [row for row in held().rows if not row.jurisdiction.startswith(OWN)]


def _has(sought: str, *texts: str) -> bool:
    return not sought or any(sought.casefold() in text.casefold() for text in texts)


def _words_of(each: Citation) -> tuple[str, ...]:
    return (
        each.key,
        each.reference,
        each.reference_en,
        each.paraphrase,
        each.paraphrase_en,
        *(outline(thing.name) for thing in standing.standing_on(each.key) if thing.kind == "rule"),
    )


def _words_of_left(left: Left) -> tuple[str, ...]:
    return (left.rule, tell_rule(left.rule), left.source)


def _words_in(row: Parameter) -> tuple[str, ...]:
    return (row.rule, tell_rule(row.rule), row.source)


def _by_law(citations: list[Citation], *, counted: bool) -> list[dict[str, Any]]:
    """The articles law by law; `counted`: each with what stands on it."""
    tell = _counted if counted else article_told
    return [
        {"key": key, "articles": [tell(each) for each in grouped]}
        for key, grouped in groupby(citations, key=lambda each: each.law)
    ]


def _counted(each: Citation) -> dict[str, Any]:
    """An article with how many things stand on it."""
    things = standing.standing_on(each.key)
    rows = sum(1 for row in _public_rows() if each.key in row.cites)
    return {**article_told(each), "standing": len(things) + rows}


def _standing(key: str) -> dict[str, Any]:
    return {
        "stands_on_it": [
            {"kind": each.kind, "app": each.app, "name": each.name}
            for each in standing.standing_on(key)
        ]
    }


def _by_subject(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows under the subjects they belong to, in the order in which people look for them."""
    groups: dict[str, list[dict[str, Any]]] = {key: [] for key in subjects()}
    for row in told:
        groups[row["subject"]].append(row)
    return [
        {"key": key, "title": rows[0]["subject_title"], "rows": rows}
        for key, rows in groups.items()
        if rows
    ]
