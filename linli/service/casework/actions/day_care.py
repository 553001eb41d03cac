"""Who comes to a day-care centre today, and leaves; and the names are erased after their days."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.models.cases import Case
from linli.service.casework.models.day_care import DayCount, DaySheetLine
from linli.service.casework.queries.day_care import lines_of
from linli.service.casework.rules import day_care as rules
from linli.service.casework.rules.cases import still_open

KEPT = "care.day_sheet_kept"


@action("casework.sign_in_day", needs="casework.tend")
def sign_in(act: Act, case: Any, *, name: str) -> DaySheetLine:
    """Somebody has come, as they want to be called. Who has not left is not signed in again."""
    require(still_open(case.is_open))
    on = local_day(act.at)
    here = [line.name for line in lines_of(case, on) if line.left_at is None]
    require(rules.not_here_yet(name, here))
    line = DaySheetLine(
        community_id=case.community_id, case=case, on=on, name=name.strip(), came_at=act.at
    )
    line.save(force_insert=True)
    return line


@action("casework.sign_out_day", needs="casework.tend")
def sign_out(act: Act, case: Any, *, line: DaySheetLine) -> DaySheetLine:
    """Somebody has left."""
    require(still_open(case.is_open))
    require(rules.left_once(line.left_at is not None))
    require(rules.leaves_after_coming(line.came_at, act.at))
    line.left_at = act.at
    line.save(update_fields=["left_at"])
    return line


@action("casework.strike_day", needs="casework.tend")
def strike(act: Act, case: Any, *, line: DaySheetLine) -> None:
    """A line that was entered by mistake is taken out."""
    require(still_open(case.is_open))
    line.delete()


@action("casework.erase_day_sheets", needs="casework.end_by_itself")
def erase_sheets(act: Act, case: Any) -> None:
    """Erases the names of the days that are over for longer than promised; how many came each day
    stays."""
    Case.objects.select_for_update().get(community=case.community_id, pk=case.pk)
    for on in ripe_days(case, local_day(act.at)):
        lines = DaySheetLine.objects.filter(community=case.community_id, case=case, on=on)
        DayCount.objects.create(
            community_id=case.community_id, case=case, on=on, came=lines.count()
        )
        lines.delete()


def ripe_days(case: Any, on: date) -> list[date]:
    """The days whose names are kept no longer."""
    days = number_laid_down(KEPT, case.community, on)
    rows = DaySheetLine.objects.filter(
        community=case.community_id, case=case, on__lt=rules.kept_from(on, days=days)
    )
    return sorted(set(rows.values_list("on", flat=True)))
