"""On what law the house stands: every number a place may vary, and every article, to be read."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language, ngettext_lazy

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.core.pages.sentences import say
from linli.lib.law.citations import all_citations, cite
from linli.lib.law.packs import shipped
from linli.lib.law.titles import (
    Title,
    is_example,
    place_title,
    subject_of,
    subjects,
    title_of,
)

_UNITS: dict[str, Any] = {
    "working_days": ngettext_lazy("{value} 个工作日", "{value} 个工作日", "number"),
    "days": ngettext_lazy("{value} 天", "{value} 天", "number"),
    "months": ngettext_lazy("{value} 个月", "{value} 个月", "number"),
    "years": ngettext_lazy("{value} 年", "{value} 年", "number"),
    "hours": ngettext_lazy("{value} 小时", "{value} 小时", "number"),
    "points": ngettext_lazy("{value} 分", "{value} 分", "number"),
}


@public
def law(request: Visit) -> HttpResponse:
    """Every article in our own words, law by law; every number a place may vary, by subject."""
    citations = sorted(all_citations(), key=lambda cited: cited.key)
    laws = [
        {"key": key, "citations": list(each)}
        for key, each in groupby(citations, key=lambda cited: cited.key.partition(".")[0])
    ]
    told = [_row_told(row) for row in shipped().rows]
    context = {
        "laws": laws,
        "subjects": _by_subject([row for row in told if not row["example"]]),
        "examples": [row for row in told if row["example"]],
    }
    return answer(
        request,
        "portal/law.html",
        context,
        json=lambda: {
            "citations": [
                {
                    "key": cited.key,
                    "reference": cited.reference,
                    "in_force_from": cited.in_force_from,
                    "paraphrase": cited.paraphrase,
                    "status": str(cited.status),
                }
                for cited in citations
            ]
        },
    )


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


def _row_told(row: Any) -> dict[str, Any]:
    """A parameter as people read it: by its title, its number with its unit, where it holds."""
    words = say(row.value)
    if row.unit in _UNITS and isinstance(row.value, int):
        words = str(_UNITS[row.unit] % {"number": row.value}).format(value=words)
    subject, subject_title = subject_of(row.rule)
    shown = ("rule", "source", "article", "in_force_from", "in_force_to", "status")
    return {
        **{name: getattr(row, name) for name in shown},
        "words": words,
        "title": _in_words(title_of(row.rule)),
        "subject": subject,
        "subject_title": _in_words(subject_title),
        "place": _in_words(place_title(row.jurisdiction)),
        "example": is_example(row.jurisdiction),
        "cites": [cite(key) for key in row.cites],
    }


def _in_words(title: Title) -> str:
    return title.en if (get_language() or "").startswith("en") else title.zh
