"""What a form still lacks, asked door by door: a round is planned from the form, and what comes
back fills it, through the same act as an answer typed at the desk."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.law import require
from linli.mechanisms.rounds.declaration import (
    Question,
    RoundKind,
    Source,
    StopGiven,
    register_round,
)
from linli.partners.paperwork import rules
from linli.partners.paperwork.actions.listing import answer
from linli.partners.paperwork.models import Asking, Line
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.queries.filled import ASKABLE, CARRIED, MISSING, TYPED, Cell, Row
from linli.partners.paperwork.slots import slots_of

KIND = "paperwork.at_doors"
AGAIN = "-all"


def forms_to_ask(community: Place, on: date) -> list[Source]:
    """The forms being filled, each twice: for what is missing, and for asking everybody again
    whether last time's answer still stands."""
    found = []
    for asking in lists.asked_now(community).filter(state="listed"):
        if questions := _questions(asking):
            for again, words in ((False, _("{form}：问还缺的")), (True, _("{form}：都问一遍"))):
                title = str(words).format(form=asking.title)
                key = f"{asking.pk}{AGAIN if again else ''}"
                found.append(Source(key, title, questions=questions, owner=asking.pk))
    return found


def rows_to_ask(community: Place, source: str, on: date) -> list[StopGiven]:
    """The rows of one form of which something is missing, or was said last time where all are
    asked again; last time's answer goes along, so that only what changed is asked."""
    asking = lists.asking_in(community, UUID(source.removesuffix(AGAIN)))
    rows = [(row, _asked(row)) for row in filled.fill(asking, on).rows]
    if not source.endswith(AGAIN):
        return [_stop(row, asked) for row, asked in rows if row.open_keys]
    return [_stop(row, asked) for row, asked in rows if asked]


def fill_in(stop: Any, answers: Mapping[str, str], by: Any, at: datetime) -> None:
    """Writes into the form what was said for one of its rows. Refused once the form was handed
    over or put aside, or the row was taken off: the entry is then kept for a person to decide."""
    its = {"community": stop.community_id, "asking": stop.round.owner, "person": stop.person_id}
    line = Line.objects.filter(**its).select_related("asking__form").first()
    require(rules.still_filled(line is not None))
    answer(line, answers=answers, by=by, at=at)


def _questions(asking: Asking) -> tuple[Question, ...]:
    ground = _("只用来填这张表，不写进名册；不愿意说的，空着")
    return tuple(
        Question(slot.key, slot.title, ground=ground)
        for slot in slots_of(asking.form.mapping)
        if slot.decision in ASKABLE and not slot.groundless
    )


def _asked(row: Row) -> dict[str, Cell]:
    return {
        key: cell for key, cell in row.cells.items() if cell.origin in (MISSING, CARRIED, TYPED)
    }


def _stop(row: Row, asked: Mapping[str, Cell]) -> StopGiven:
    before = {key: cell for key, cell in asked.items() if cell.origin != MISSING}
    days = [cell.as_of for cell in before.values() if cell.as_of]
    return StopGiven(
        place=row.dwelling.pk if row.dwelling else None,
        person=row.person.pk,
        ref=row.line.pk,
        asks=tuple(asked),
        last={key: str(cell.content) for key, cell in before.items()},
        last_on=max(days) if days else None,
    )


register_round(
    RoundKind(
        KIND,
        _("上门问表"),
        may_see="paperwork.see",
        may_carry="paperwork.fill",
        arrived=fill_in,
        sources=forms_to_ask,
        stops=rows_to_ask,
        opens="paperwork:form",
    )
)
