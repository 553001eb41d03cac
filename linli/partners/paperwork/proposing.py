"""From a blank as it was read to what is proposed for each of its columns."""

from typing import Any

from django.utils.translation import get_language, gettext

from linli.lib.tables.blanks import Blank, BlankCard, BlankColumn, say
from linli.partners.paperwork import rules
from linli.partners.paperwork.asked import (
    ENTITIES,
    FACTS as CATALOGUE,
    GROUNDLESS,
    propose,
    read_form,
)
from linli.partners.paperwork.models import HOUSEHOLD, PERSON
from linli.partners.paperwork.queries.known import FACTS
from linli.partners.paperwork.slots import Slot

TITLES = {name: (each.title, each.title_en) for name, each in CATALOGUE.items() if name in FACTS}
"""What a column may be filled from: what the catalogue knows and a row about persons can tell."""


def read(content: bytes, name: str) -> Blank:
    """The form in an upload."""
    return read_form(content, name)


def remarks_on(blank: Blank) -> list[str]:
    """What the reader of forms says of a file, in the reader's language: why it cannot be
    filled, or what is good to know."""
    remarks = [say(problem, gettext) for problem in blank.problems]
    if blank.readable and (about := ENTITIES[propose(blank).entity]).name not in (
        PERSON,
        HOUSEHOLD,
    ):
        what = {"what": _in_language((about.title, about.title_en))}
        remarks.append(
            gettext(
                "这张表像是%(what)s的。这里只按人、按户填：把“每行是什么”定为一户一行可以填出每户的住址，别的列请自己填。"
            )
            % what
        )
    return remarks


def offered() -> list[tuple[str, str]]:
    """The facts a column may be filled from, in the reader's language."""
    return [(name, _in_language(titles)) for name, titles in TITLES.items()]


def reason_of(slot: Slot) -> str:
    """Why we neither ask nor tell what the column wants; empty where we may."""
    kind = GROUNDLESS.get(slot.kind)
    return _in_language((kind.reason, kind.reason_en)) if kind else ""


def slots_for(blank: Blank, table: int) -> list[Slot]:
    """For each column of the list (of a card form, `table` 0: each place): filled from what we
    hold, left empty for want of a ground, left as it is, or asked at the door."""
    found = blank.table(table)
    places: tuple[BlankColumn | BlankCard, ...] = found.columns if found else blank.cards
    proposed = propose(blank).places
    return [_slot(place, proposed.get(place.key)) for place in places]


def first_table(blank: Blank) -> int:
    """The list with the most columns; 0 where the form is one card for each."""
    if not blank.tables:
        return 0
    return max(blank.tables, key=lambda table: len(table.columns)).number


def subject_of(blank: Blank, table: int) -> str:
    """Whether a row is proposed to be a household or a person."""
    found = propose(blank)
    entity = found.entities.get(table, found.entity)
    return HOUSEHOLD if entity == "household" else PERSON


def _slot(place: BlankColumn | BlankCard, proposed: Any) -> Slot:
    verdict = proposed.verdict if proposed else "unknown"
    fact = (proposed.fact or "") if proposed else ""
    if verdict in ("number", "formula"):
        decision = rules.LEAVE
    elif verdict == "no_ground":
        decision = rules.EMPTY
    elif verdict == "known" and fact in FACTS:
        decision = rules.FACT
    else:
        decision = rules.ASK
    return Slot(
        key=place.key,
        index=place.index if isinstance(place, BlankColumn) else -1,
        letters=place.letters,
        heading=place.heading,
        decision=decision,
        fact=fact if decision == rules.FACT else "",
        confidence=proposed.confidence if decision == rules.FACT else 0.0,
        required=place.required,
        kind=fact if verdict == "no_ground" else "",
    )


def _in_language(titles: tuple[str, str]) -> str:
    return titles[1] if (get_language() or "").startswith("en") else titles[0]
