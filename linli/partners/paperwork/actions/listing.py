"""Whom a form is about: the rows are chosen, added, taken off; what is asked is answered."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.partners.paperwork import rules
from linli.partners.paperwork.flows import ASKING
from linli.partners.paperwork.models import HOUSEHOLD, Asking, Line
from linli.partners.paperwork.queries import subjects
from linli.partners.paperwork.queries.filled import ASKABLE, CARRIED, TYPED, handed_rows, typed_of
from linli.partners.paperwork.queries.lists import handed_last
from linli.partners.paperwork.slots import slots_of

LONGEST_ANSWER = 400


@action("paperwork.choose", needs="paperwork.fill")
def choose(
    act: Act,
    asking: Asking,
    *,
    how: str,
    wanted: Mapping[str, Any] | None = None,
    picked: Sequence[UUID] = (),
    seen: int | None = None,
) -> int:
    """Chooses the rows: `how` is one of `subjects.EVERYBODY`, `LAST_TIME`, `PICKED`. Whoever was
    on the list keeps their answers; whoever was on last time's has the answers of then."""
    on = local_day(act.at)
    asking.earlier = handed_last(asking.form, but=asking.pk)
    chosen = subjects.in_order(_chosen(asking, how, wanted or {}, picked, on))
    require(rules.somebody_chosen(len(chosen)))
    take(act, ASKING, asking, "choose", seen=seen)
    answers = _answers_before(asking)
    asking.lines.filter(community=asking.community_id).delete()
    Line.objects.bulk_create(
        (
            _line(asking, each, number, answers.get(each.household or each.person, {}))
            for number, each in enumerate(chosen, 1)
        ),
        batch_size=500,
    )
    kept = {name: value for name, value in (wanted or {}).items() if value not in (None, "", [])}
    asking.selection = {"how": how, **({} if how == subjects.PICKED else kept)}
    asking.chosen_on = on
    asking.save(update_fields=["selection", "chosen_on", "earlier"])
    act.note(form=asking.title, rows=len(chosen))
    return len(chosen)


@action("paperwork.add_rows", needs="paperwork.fill")
def add_rows(act: Act, asking: Asking, *, persons: Sequence[UUID]) -> int:
    """Adds persons (or the households they belong to) to a list already chosen, at its end.
    Those who are on it already are left as they are."""
    _lock(asking)
    on = local_day(act.at)
    lines = Line.objects.filter(community=asking.community_id, asking=asking)
    there = {line.household_id or line.person_id for line in lines}
    number = max((line.number for line in lines), default=0)
    found = subjects.these(asking.community, asking.form.subject, persons, on)
    new = [each for each in found if (each.household or each.person) not in there]
    require(rules.somebody_chosen(len(there) + len(new)))
    answers = _answers_before(asking)
    Line.objects.bulk_create(
        _line(asking, each, number + place, answers.get(each.household or each.person, {}))
        for place, each in enumerate(new, 1)
    )
    act.note(form=asking.title, rows=len(new))
    return len(new)


@action("paperwork.take_off", needs="paperwork.fill")
def take_off(act: Act, line: Line) -> Asking:
    """Takes one row off the list, with what was asked for it."""
    asking = line.asking
    _lock(asking)
    line.delete()
    act.note(form=asking.title)
    return asking


@action("paperwork.answer", needs="paperwork.fill")
def answer(act: Act, line: Line, *, answers: Mapping[str, str], seen: int | None = None) -> Line:
    """Writes down what somebody said for this form alone: by column, the words. An empty answer
    takes back what was there; a column that is not asked is not written to."""
    asking = line.asking
    _lock(asking)
    if seen is not None:
        require(rules.fresh_line(seen, line.version))
    mine = Line.objects.filter(community=line.community_id, pk=line.pk, version=line.version)
    changed = mine.update(version=F("version") + 1)
    require(rules.fresh_line(line.version, line.version if changed else line.version + 1))
    line.version += 1
    asked = {slot.key for slot in slots_of(asking.form.mapping) if slot.decision in ASKABLE}
    typed, on = typed_of(line), local_day(act.at).isoformat()
    for key, words in answers.items():
        words = " ".join(words.split())[:LONGEST_ANSWER]
        if key not in asked or typed.get(key, {}).get("v", "") == words:
            continue
        if words:
            typed[key] = {"v": words, "at": on, "from": TYPED}
        else:
            typed.pop(key, None)
    line.typed = json.dumps(typed, ensure_ascii=False) if typed else ""
    line.save(update_fields=["typed"])
    act.note(form=asking.title, cells=len(typed))
    return line


def _chosen(
    asking: Asking, how: str, wanted: Mapping[str, Any], picked: Sequence[UUID], on: Any
) -> list[subjects.Chosen]:
    match how:
        case subjects.LAST_TIME:
            require(rules.handed_before(asking.earlier is not None))
            return subjects.last_time(asking, asking.earlier)
        case subjects.PICKED:
            return subjects.these(asking.community, asking.form.subject, picked, on)
        case _:
            return subjects.everybody(asking.community, asking.form.subject, wanted, on)


def _answers_before(asking: Asking) -> dict[UUID, dict[str, dict[str, str]]]:
    """What was asked for each row: for this form, else when it was handed over last."""
    found: dict[UUID, dict[str, dict[str, str]]] = {}
    if asking.earlier is not None:
        for row in handed_rows(asking.earlier):
            kept = {key: {**said, "from": CARRIED} for key, said in typed_of(row).items()}
            found[row.household_id or row.person_id] = kept
    lines = Line.objects.select_for_update().filter(community=asking.community_id, asking=asking)
    for line in lines:
        key = line.household_id or line.person_id
        found[key] = {**found.get(key, {}), **typed_of(line)}
    return found


def _line(
    asking: Asking, chosen: subjects.Chosen, number: int, typed: Mapping[str, Mapping[str, str]]
) -> Line:
    return Line(
        id=new_id(),
        community_id=asking.community_id,
        asking=asking,
        person_id=chosen.person,
        household_id=chosen.household if asking.form.subject == HOUSEHOLD else None,
        dwelling_id=chosen.dwelling,
        number=number,
        typed=json.dumps(typed, ensure_ascii=False) if typed else "",
    )


def _lock(asking: Asking) -> None:
    """Nobody answers into a form that is just being handed over, nor hands over half an answer."""
    locked = Asking.objects.select_for_update().filter(
        community=asking.community_id, pk=asking.pk, state="listed"
    )
    require(rules.still_filled(locked.exists()))
