"""A support agreement on paper: composed once, drawn as a page, a PDF or a document."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.paper import as_pdf
from linli.core.pages.word import WordPage
from linli.core.pages.wording import tell_day, tell_money
from linli.service.casework.models.support import SupportAgreement, SupportParty
from linli.service.casework.queries.care import name_of
from linli.service.casework.queries.support import parties_of

STYLE = "casework/support.css"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper, in the language of the place whoever prints it."""

    title: str
    issuer: str
    elder: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    clauses: tuple[str, ...]
    signers: tuple[str, ...]
    draft: str


def compose(case: Any, agreement: SupportAgreement) -> Sheet:
    """The paper of an agreement."""
    with translation.override(settings.LANGUAGE_CODE):
        parties, elder = parties_of(agreement), name_of(case)
        return Sheet(
            title=_("赡养协议"),
            issuer=case.community.name,
            elder=elder,
            headings=(_("赡养人"), _("和老人的关系"), _("出钱"), _("照料"), _("看望")),
            rows=tuple(_row(party) for party in parties),
            clauses=_clauses(agreement),
            signers=(_("老人：{name}").format(name=elder), *(row.name for row in parties)),
            draft="" if agreement.state == "in_force" else _("草稿，签名以后才作数"),
        )


def drawn(sheet: Sheet) -> str:
    """The paper as HTML."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string("casework/care/_support_paper.html", {"sheet": sheet})


def as_pdf_file(sheet: Sheet) -> bytes:
    """The paper as a PDF."""
    html = f'<!doctype html><html lang="zh-hans"><meta charset="utf-8">{drawn(sheet)}</html>'
    return as_pdf(html, [STYLE])


def as_word(sheet: Sheet, at: datetime) -> bytes:
    """The paper as a document for a word processor."""
    with translation.override(settings.LANGUAGE_CODE):
        page = WordPage(sheet.title, made_at=at)
        page.paragraph(sheet.issuer, quiet=True)
        if sheet.draft:
            page.paragraph(sheet.draft, quiet=True)
        page.paragraph(_("老人：{name}").format(name=sheet.elder))
        page.table(sheet.headings, sheet.rows)
        for number, clause in enumerate(sheet.clauses, 1):
            page.paragraph(f"{number}. {clause}")
        for signer in sheet.signers:
            page.paragraph(
                _("{who}（签名或者按指印）：______________　    年  月  日").format(who=signer)
            )
        return page.content()


def _row(party: SupportParty) -> tuple[str, ...]:
    money = ""
    if party.money_fen:
        money = f"{party.get_money_every_display()} {tell_money(party.money_fen)}"
    return (party.name, party.tie, money, party.care, party.visits)


def _clauses(agreement: SupportAgreement) -> tuple[str, ...]:
    watched = agreement.get_watched_by_display()
    consent = _("协议念给老人听过，老人同意；老人的意思变了，各方重新商量。")
    if agreement.consented_on:
        consent = _("老人于{day}同意这份协议；老人的意思变了，各方重新商量。").format(
            day=tell_day(agreement.consented_on)
        )
    return (
        consent,
        _("上面是各人怎样分担；赡养的义务谁也不免除，不以分财产、放弃继承为条件。"),
        _("有人一时做不到的，老人仍可以要求其他人赡养和给付赡养费。"),
        _(
            "由{who}监督履行。有争议的可以请人民调解，可以申请法律援助，也可以直接向法院起诉。"
        ).format(who=watched),
        *((agreement.terms,) if agreement.terms else ()),
    )
