"""Help for somebody in community corrections: begun, noted, and over on its last day."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.actions.cases import holder_of
from linli.service.casework.actions.ending import end
from linli.service.casework.actions.telling import handler_ids
from linli.service.casework.models.corrections import CorrectionsHelp, HelpNote
from linli.service.casework.queries.corrections import AFTER_RELEASE
from linli.service.casework.queries.passing_on import agreements_of
from linli.service.casework.rules import corrections
from linli.service.casework.rules.cases import still_open

END = "end"
SEALED = _("一份记录到期")


@action("casework.begin_corrections", needs="casework.tend")
def begin_corrections(
    act: Act,
    case: Any,
    *,
    initials: str,
    begins_on: date,
    ends_on: date,
    needs: Sequence[str] = (),
    plan: str = "",
    for_a_woman: bool = False,
    for_a_minor: bool = False,
    woman_member: UUID | None = None,
    minors_member: UUID | None = None,
) -> None:
    """Begins the help: initials, what is needed, a plan, two dates. Refused with a name in it, and
    where the group is not as the law asks."""
    require(still_open(case.is_open))
    most = number_laid_down("corrections.longest_initials", case.community, local_day(act.at))
    require(corrections.only_initials(initials, most=most))
    require(corrections.ends_after(begins_on, ends_on))
    if _voluntary(case):
        longest = number_laid_down("resettlement.longest", case.community, local_day(act.at))
        require(corrections.not_longer(begins_on, ends_on, months=longest))
    _require_wish(case)
    require(corrections.names_nobody(plan))
    group = set(handler_ids(case))
    require(corrections.woman_in_group(for_a_woman, {woman_member} & group))
    require(corrections.minors_apart(for_a_minor, minors_member in group))
    row = CorrectionsHelp(
        community_id=case.community_id,
        case=case,
        initials=initials,
        begins_on=begins_on,
        ends_on=ends_on,
        needs=[need for need in corrections.NEEDS if need in needs],
        plan=plan.strip(),
        for_a_woman=for_a_woman,
        for_a_minor=for_a_minor,
        woman_member_id=woman_member,
        minors_member_id=minors_member,
    )
    row.save(force_insert=True)
    _count_to_the_end(act, row)


@action("casework.change_corrections", needs="casework.tend")
def change_corrections(
    act: Act, case: Any, *, row: CorrectionsHelp, needs: Sequence[str], plan: str
) -> None:
    """Other help is needed, or another plan."""
    require(still_open(case.is_open))
    _require_wish(case)
    require(corrections.names_nobody(plan))
    row.needs, row.plan = [need for need in corrections.NEEDS if need in needs], plan.strip()
    row.save(update_fields=["needs", "plan"])


@action("casework.note_help", needs="casework.tend")
def note_help(act: Act, case: Any, *, on: date, words: str) -> None:
    """One time somebody helped, or was asked to."""
    require(still_open(case.is_open))
    _require_wish(case)
    require(corrections.names_nobody(words))
    require(corrections.not_ahead(on, local_day(act.at)))
    note = HelpNote(
        community_id=case.community_id,
        case=case,
        on=on,
        account_id=act.by.account,
        words=words.strip(),
    )
    note.save(force_insert=True)


def _voluntary(case: Any) -> bool:
    """Help after release is nobody's duty to take."""
    return bool(case.kind == AFTER_RELEASE)


def _require_wish(case: Any) -> None:
    standing = bool(agreements_of(case, standing=True)) if _voluntary(case) else True
    require(corrections.by_own_wish(_voluntary(case), standing))


def _count_to_the_end(act: Act, row: CorrectionsHelp) -> None:
    days = (row.ends_on - local_day(act.at)).days
    if days < 1:
        return
    clocks.start(
        act,
        row.case,
        END,
        length=days,
        unit="fixed",
        title=in_both(SEALED),
        url_name="casework:corrections",
        url_args={"community_code": row.community.code, "case_id": row.case_id},
        holder=holder_of(row.case),
    )


@action("casework.end_corrections", needs="casework.end_by_itself")
def end_corrections(act: Act, case: Any) -> None:
    """The last day is over: the record is sealed by itself."""
    require(still_open(case.is_open))
    row = case.corrections_help
    require(corrections.over(row.ends_on, act.at))
    end(act, case, ending="over")
