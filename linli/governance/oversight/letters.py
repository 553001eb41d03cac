"""The letter with which a resident turns to the street office (art. 35), in both languages. The
name is written by hand on the printed page: Linli has none."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.pages.bilingual import ENGLISH, SOURCE
from linli.core.pages.wording import tell_day
from linli.governance.oversight.models import Inquiry
from linli.lib.calendar import local_day
from linli.lib.law import cite


def complaint(inquiry: Inquiry, why: str, at: datetime) -> dict[str, str]:
    """What was asked and when, what was answered, why that is not enough, and what is asked for."""
    told = {}
    for language in (SOURCE, ENGLISH):
        with translation.override(language):
            told[language] = _paragraphs(inquiry, why, at, chinese=language == SOURCE)
    return told


def _paragraphs(inquiry: Inquiry, why: str, at: datetime, *, chinese: bool) -> str:
    law = cite("rcl2025.35")
    parts = [
        _("街道办事处："),
        _("我在%(day)s向%(community)s居民委员会询问（%(subject)s），回执号 %(receipt)s。")
        % {
            "day": tell_day(local_day(inquiry.asked_at)),
            "community": inquiry.community.name,
            "subject": inquiry.get_subject_display(),
            "receipt": inquiry.receipt,
        },
        _("我问的是：%(question)s") % {"question": inquiry.question.strip()},
        _answered(inquiry),
        why.strip(),
        _("依据%(article)s（%(says)s），请核实，并要求把该公开的公布出来。")
        % {
            "article": law.reference if chinese else law.reference_en,
            "says": (law.paraphrase if chinese else law.paraphrase_en).rstrip("。."),
        },
        tell_day(local_day(at)),
    ]
    return "\n".join(part for part in parts if part)


def _answered(inquiry: Inquiry) -> str:
    if inquiry.answered_at is None:
        return _("到今天还没有收到答复。")
    return _("居委会在%(day)s答复：%(answer)s") % {
        "day": tell_day(local_day(inquiry.answered_at)),
        "answer": inquiry.answer.strip(),
    }
