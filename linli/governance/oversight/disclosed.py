"""What of this room's own records is disclosed: the results of appraisals and of the director's
audits, and how inquiries were answered. Of an inquiry never a word."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import translation

from linli.core.pages.bilingual import SOURCE
from linli.governance.oversight import words
from linli.governance.oversight.postings import (
    ANSWERED_SHEET,
    APPRAISAL,
    APPRAISALS_SHEET,
    AUDIT,
    AUDITS_SHEET,
)
from linli.governance.oversight.queries import appraisal, audits
from linli.governance.oversight.queries.inquiries import counts_by_subject
from linli.mechanisms.publication.disclosed import Row, Source


def inquiries_answered(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row a subject, in their order; subjects nobody asked about are not listed."""
    counts = counts_by_subject(community, since, until)
    with translation.override(SOURCE):
        for name, title in words.SUBJECTS:
            if name in counts:
                found = counts[name]
                yield Row(
                    name,
                    {
                        "subject": str(title),
                        "asked": found.asked,
                        "answered": found.answered,
                        "in_time": found.in_time,
                        "complained": found.complained,
                    },
                )


def appraisals_published(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row for each who was appraised, of the appraisals published in that time."""
    found = appraisal.published(community).filter(published_on__range=(since, until))
    with translation.override(SOURCE):
        for held in found.order_by("published_on", "id"):
            for each in appraisal.appraised_in(held):
                yield Row(
                    str(each.pk),
                    {
                        "what": held.title,
                        "held_on": held.held_on,
                        "base": held.base,
                        "papers": held.papers,
                        "name": each.name,
                        "result": each.result_title,
                    },
                )


def audits_published(community: Any, since: date, until: date) -> Iterator[Row]:
    """One row an audit that was published in that time."""
    found = audits.published(community).filter(published_on__range=(since, until))
    with translation.override(SOURCE):
        for audit in found.order_by("published_on", "id"):
            yield Row(
                str(audit.pk),
                {
                    "what": str(audit.get_kind_display()),
                    "name": audit.name,
                    "organised_by": audit.commissioned_by,
                    "auditor": audit.auditor,
                    "begins": audit.begins,
                    "ends": audit.ends,
                    "published_on": audit.published_on,
                },
            )


SOURCES = (
    Source("inquiries", ANSWERED_SHEET, inquiries_answered),
    Source("appraisals", APPRAISALS_SHEET, appraisals_published, notices=(APPRAISAL.name,)),
    Source("audits", AUDITS_SHEET, audits_published, notices=(AUDIT.name,)),
)
