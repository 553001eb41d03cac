"""A number and an article as the pages of the law show them."""

from typing import Any

from django.utils.translation import get_language, gettext as _

from linli.core.local_law.words import tell_place, tell_rule, tell_value
from linli.core.pages.bilingual import in_language
from linli.lib.law import Citation, Parameter, cite_each
from linli.lib.law.citations import Status
from linli.lib.law.packs import NATIONAL, OWN, Left, ParameterStatus
from linli.lib.law.titles import is_example, subject_of


def number_told(row: Parameter) -> dict[str, Any]:
    """A row as people read it: by its title, its number with its unit, where it holds."""
    subject, subject_title = subject_of(row.rule)
    return {
        "rule": row.rule,
        "words": tell_value(row.value, row.unit),
        "title": tell_rule(row.rule),
        "subject": subject,
        "subject_title": in_language(subject_title),
        "place": tell_place(row.jurisdiction),
        "example": is_example(row.jurisdiction),
        "own": row.jurisdiction.startswith(OWN),
        "source": row.source,
        "article": row.article,
        "in_force_from": row.in_force_from,
        "in_force_to": row.in_force_to,
        "status": str(row.status),
        "to_verify": row.status is ParameterStatus.TO_VERIFY,
        "cites": [article_told(each) for each in cite_each(row.cites)],
    }


def left_told(left: Left) -> dict[str, Any]:
    """A number the country has left to places, as a row: with no number and no first day."""
    subject, subject_title = subject_of(left.rule)
    return {
        "rule": left.rule,
        "words": _("由各地规定"),
        "title": tell_rule(left.rule),
        "subject": subject,
        "subject_title": in_language(subject_title),
        "place": tell_place(NATIONAL),
        "source": left.source,
        "cites": [article_told(each) for each in cite_each(left.cites)],
    }


def number_data(row: Parameter) -> dict[str, Any]:
    """The same as data."""
    return {
        "rule": row.rule,
        "value": row.value,
        "unit": row.unit,
        "jurisdiction": row.jurisdiction,
        "source": row.source,
        "article": row.article,
        "cites": row.cites,
        "from": row.in_force_from,
        "to": row.in_force_to,
        "status": str(row.status),
    }


def article_told(cited: Citation) -> dict[str, Any]:
    """An article in the reader's language."""
    english = (get_language() or "").startswith("en")
    title = cited.title_en if english else f"《{cited.title}》"
    return {
        "key": cited.key,
        "law": cited.law,
        "law_title": title,
        "reference": cited.reference_en if english else cited.reference,
        "within": cited.within_en if english else cited.within,
        "paraphrase": cited.paraphrase_en if english else cited.paraphrase,
        "in_force_from": cited.in_force_from,
        "verified_on": cited.verified_on,
        "to_verify": cited.status is Status.TO_VERIFY,
        "is_local": cited.is_local,
    }


def article_data(cited: Citation) -> dict[str, Any]:
    """The same as data."""
    return {
        "key": cited.key,
        "reference": cited.reference,
        "in_force_from": cited.in_force_from,
        "paraphrase": cited.paraphrase,
        "status": str(cited.status),
        "verified_on": cited.verified_on,
    }
