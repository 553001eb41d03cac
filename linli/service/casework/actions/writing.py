"""Writing a sheet into a case."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.law import require
from linli.service.casework import hands
from linli.service.casework.actions.cases import next_step, told_person
from linli.service.casework.kinds import Form
from linli.service.casework.models import Case, CaseNote
from linli.service.casework.queries import cases as queries
from linli.service.casework.rules import cases as rules


@action("casework.write", needs="casework.handle")
def write(act: Act, case: Case, *, form: str, values: Mapping[str, Any]) -> CaseNote:
    """Writes a sheet; the next step is due anew from today."""
    sheet = case.declared.form(form)
    assert sheet is not None, f"{case.kind} has no sheet {form}"
    require(rules.by_whom(sheet, hands.role_of(act.by, case)))
    act.about = told_person(case)
    return write_down(act, case, sheet, values)


def write_down(act: Act, case: Case, form: Form, values: Mapping[str, Any]) -> CaseNote:
    """The step of it: only what the form asks for is kept."""
    require(rules.still_open(case.is_open))
    require(rules.in_order(form, queries.written_forms(case)))
    kept = {
        field.key: _plain(values[field.key])
        for field in form.fields
        if values.get(field.key) not in (None, "")
    }
    note = CaseNote(
        community_id=case.community_id,
        case=case,
        form=form.key,
        content=json.dumps(kept, ensure_ascii=False),
        at=act.at,
        by_id=act.by.account,
    )
    note.save(force_insert=True)
    next_step(act, case)
    act.note(form=in_both(form.title))
    case.declared.happened(act, case, f"write:{form.key}")
    return note


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
