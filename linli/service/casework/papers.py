"""The complaint letter as the person will sign it: drawn on a page, or as a document to change.

It is hers: in her name, in her words, sent by her. Without her hand it is a sheet of paper.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.word import WordPage
from linli.core.people.models import Person
from linli.service.casework.models import Case


@dataclass(frozen=True, slots=True)
class Letter:
    """Who writes to whom, what happened, what is asked, what is attached."""

    title: str
    to: str
    who: str
    facts: str
    request: str
    papers: str


def letter_from(case: Case, values: dict[str, Any]) -> Letter:
    """The letter of what was written on its sheet."""
    return Letter(
        title=str(values.get("title", "")),
        to=str(values.get("to", "")),
        who=_name_of(case),
        facts=str(values.get("facts", "")),
        request=str(values.get("request", "")),
        papers=str(values.get("papers", "")),
    )


def letter_word(letter: Letter, at: datetime) -> bytes:
    """The same for a word processor, in the language of the place."""
    with translation.override(settings.LANGUAGE_CODE):
        page = WordPage(letter.title, made_at=at)
        page.paragraph(_("{to}：").format(to=letter.to))
        page.heading(_("事情的经过"), 2)
        page.paragraph(letter.facts)
        page.heading(_("请求"), 2)
        page.paragraph(letter.request)
        if letter.papers:
            page.heading(_("附件"), 2)
            page.paragraph(letter.papers)
        page.paragraph("")
        page.paragraph(_("写信人（签名）：______________　联系电话：______________"))
        page.paragraph(_("（{who}）").format(who=letter.who))
        page.paragraph(_("    年  月  日"))
        return page.content()


def _name_of(case: Case) -> str:
    person = (
        Person.objects.filter(community=case.community_id, pk=case.person_id).first()
        if case.person_id
        else None
    )
    return person.name if person else case.called
