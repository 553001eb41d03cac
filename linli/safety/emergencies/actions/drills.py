"""Drills planned and held, and lessons that become work."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.saying import fresh, locked, told
from linli.safety.emergencies.models import Drill, Incident, Lesson


@dataclass(frozen=True)
class Planned:
    """A drill as it is typed in."""

    kind: str
    title: str
    on: date
    where: str
    plan: str = ""


@action("emergencies.plan_drill", needs="emergencies.keep")
def plan_drill(act: Act, community: Place, *, planned: Planned) -> Drill:
    """Plans a drill for a day."""
    drill = Drill(community=community)
    _fill(drill, planned)
    drill.save(force_insert=True)
    act.note(drill=drill.title)
    return drill


@action("emergencies.alter_drill", needs="emergencies.keep")
def alter_drill(act: Act, drill: Drill, *, planned: Planned, seen: int | None = None) -> Drill:
    """Changes a drill that has not been held."""
    drill = fresh(drill, seen)
    require(Finding(drill.state == "planned", "emergencies.drill_planned"))
    _fill(drill, planned)
    drill.save()
    act.note(drill=drill.title)
    return drill


@action("emergencies.hold_drill", needs="emergencies.keep")
def hold_drill(
    act: Act, drill: Drill, *, on: date, present: int, homes: int, minutes: int,
    seen: int | None = None,
) -> Drill:  # fmt: skip
    """It was held: how many came, from how many homes, how long it took."""
    drill = fresh(drill, seen)
    require(Finding(drill.state == "planned", "emergencies.drill_planned"))
    require(Finding(on <= local_day(act.at), "emergencies.slip_not_ahead"))
    drill.state, drill.held_on = "held", on
    drill.present, drill.homes, drill.minutes = present, homes, minutes
    drill.save()
    act.note(drill=drill.title)
    return drill


@action("emergencies.call_drill_off", needs="emergencies.keep")
def call_drill_off(act: Act, drill: Drill) -> Drill:
    """It is not held."""
    drill = fresh(drill, None)
    require(Finding(drill.state == "planned", "emergencies.drill_planned"))
    drill.state = "off"
    drill.save()
    act.note(drill=drill.title)
    return drill


@action("emergencies.learn", needs="emergencies.keep")
def learn(act: Act, source: Drill | Incident, *, found: str, change: str, due_on: date) -> Lesson:
    """Writes a lesson down: what was found, what is to change, until when."""
    source = locked(source)
    held = source.state in ("held", "over", "destroyed")
    require(Finding(held, "emergencies.lesson_after"))
    of: dict[str, Any] = {"drill" if isinstance(source, Drill) else "incident": source}
    lesson = Lesson.objects.create(
        community_id=source.community_id, found=told(found, source.community_id),
        change=told(change, source.community_id), due_on=due_on, at=act.at, **of,
    )  # fmt: skip
    act.note(source=source.title)
    return lesson


@action("emergencies.alter_lesson", needs="emergencies.keep")
def alter_lesson(
    act: Act, lesson: Lesson, *, found: str, change: str, due_on: date, seen: int | None = None
) -> Lesson:
    """Writes a lesson otherwise, while it has not been settled."""
    lesson = fresh(lesson, seen)
    require(Finding(lesson.done_at is None, "emergencies.row_stands"))
    here = lesson.community_id
    lesson.found, lesson.change = told(found, here), told(change, here)
    lesson.due_on = due_on
    lesson.save()
    act.note(change=lesson.change)
    return lesson


@action("emergencies.withdraw_lesson", needs="emergencies.keep")
def withdraw_lesson(act: Act, lesson: Lesson) -> Lesson:
    """Takes a lesson off the list: it was none, or stands there twice."""
    lesson = fresh(lesson, None)
    require(Finding(lesson.done_at is None, "emergencies.row_stands"))
    lesson.withdrawn_at = act.at
    lesson.save()
    act.note(change=lesson.change)
    return lesson


@action("emergencies.note_planned", needs="emergencies.keep")
def note_planned(act: Act, lesson: Lesson, *, item: UUID) -> Lesson:
    """The lesson has become an item of the plan."""
    lesson.planned = item
    lesson.save(update_fields=["planned"])
    act.note(change=lesson.change)
    return lesson


@action("emergencies.settle_lesson", needs="emergencies.keep")
def settle_lesson(act: Act, lesson: Lesson) -> Lesson:
    """It has been changed."""
    lesson = fresh(lesson, None)
    require(Finding(lesson.done_at is None, "emergencies.row_stands"))
    lesson.done_at = act.at
    lesson.save(update_fields=["done_at", "version"])
    act.note(change=lesson.change)
    return lesson


def _fill(drill: Drill, planned: Planned) -> None:
    drill.kind, drill.on = planned.kind, planned.on
    for name in ("title", "where", "plan"):
        setattr(drill, name, told(getattr(planned, name), drill.community_id))
