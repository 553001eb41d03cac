"""The needs a task or a goal can answer, and the words of the one that was chosen."""

from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.bilingual import for_reader
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.stewardship.planning.models import Diagnosis, Survey, Wish
from linli.stewardship.planning.sources import Need, NeedRef, decisions_of
from linli.stewardship.planning.words import NEEDS, POINTING

LONGEST = 200


def needs_open(community: Any) -> list[tuple[str, list[Need]]]:
    """Everything a task can answer, by sort: decisions still to be carried out, wishes on the
    list, what surveys found, what the latest diagnosis lacks; then the sorts without a place."""
    titles = dict(NEEDS)
    groups = [
        (str(titles["decision"]), _decisions(community)),
        (str(titles["wish"]), _wishes(community)),
        (str(titles["survey"]), _surveys(community)),
        (str(titles["diagnosis"]), _gaps(community)),
        (
            str(_("其他")),
            [Need(NeedRef(name), str(title)) for name, title in NEEDS if name not in POINTING],
        ),
    ]
    return [(title, needs) for title, needs in groups if needs]


def words_of(community: Any, ref: str, known: dict[str, str] | None = None) -> tuple[str, str]:
    """The sort of a need and its words, for keeping with what answers it; nothing for a ref that
    points nowhere here. `known`: words read before, by ref."""
    read = NeedRef.read(ref)
    if read.need not in dict(NEEDS):
        return "", ""
    if read.need not in POINTING:
        return read.need, ""
    if known is None:
        known = known_needs(community)
    return (read.need, known[ref][:LONGEST]) if ref in known else ("", "")


def known_needs(community: Any) -> dict[str, str]:
    """The words of every need that can be chosen, by its ref."""
    return {need.ref.text: need.words for _t, needs in needs_open(community) for need in needs}


def decision_called(community: Any, ref: str) -> Any:
    """The decision a ref points at; None where it is no longer among them."""
    return next((each for each in decisions_of(community) if each.ref == ref), None)


def _decisions(community: Any) -> list[Need]:
    return [
        Need(NeedRef.read(each.ref), each.title) for each in decisions_of(community) if each.open
    ]


def _wishes(community: Any) -> list[Need]:
    rows = Wish.objects.filter(community=community, state__in=("listed", "taken_up"))
    return [
        Need(NeedRef("wish", str(wish.pk)), wish.public_title)
        for wish in rows.order_by("-voices", "-sent_at")[:200]
    ]


def _surveys(community: Any) -> list[Need]:
    """The options of the latest published survey's questions: what it found stands on its page."""
    published = Survey.objects.filter(community=community, state="published")
    rows = published.select_related("questionnaire").order_by("-questionnaire__opens_on")
    survey = rows.first()
    if survey is None:
        return []
    return [
        Need(NeedRef("survey", f"{question.pk}:{number}"), f"{survey.title} · {text}")
        for question in questions_of(survey.questionnaire)
        for number, text in enumerate(question.options)
    ]


def _gaps(community: Any) -> list[Need]:
    latest = Diagnosis.objects.filter(community=community).order_by("-made_at").first()
    if latest is None:
        return []
    return [
        Need(
            NeedRef("diagnosis", f"{latest.pk}:{section['key']}.{line['key']}"),
            f"{for_reader(section['title'])} · {for_reader(line['title'])}",
        )
        for section in latest.content.get("sections", ())
        for line in section["lines"]
        if line["gap"]
    ]
