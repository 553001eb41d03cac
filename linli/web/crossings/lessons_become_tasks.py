"""What a drill or an incident taught becomes a task of the year's plan.

Emergencies write the lesson, planning who does what by when. A plan that was approved is not
changed behind the back of those who approved it: there, and where no plan is drafted or whoever
writes it may not put tasks in, the lesson stands in the calendar with its day.
"""

from linli.core.audit.door import Act, crosses, may
from linli.safety.emergencies.actions.drills import note_planned
from linli.safety.emergencies.models import Lesson
from linli.stewardship.planning.actions import TaskRow, add_task
from linli.stewardship.planning.queries.plans import plan_of_year


@crosses("emergencies.learn")
def lesson_becomes_task(act: Act, lesson: Lesson) -> None:
    """Puts what is to change into the plan of the year it is due in, under order (S4)."""
    plan = plan_of_year(lesson.community, lesson.due_on.year)
    if plan is None or plan.state != "draft" or not may("planning.draft", act.by, plan):
        return
    row = TaskRow(title=lesson.change, due_on=lesson.due_on, standard="S4", need="routine")
    task = add_task(plan, row=row, reason=lesson.found, by=act.by, at=act.at)
    note_planned(lesson, item=task.pk, by=act.by, at=act.at)
