"""The file is drawn, and the form handed over: what was given to whom, on what ground."""

import base64
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from linli.core.access.queries import account_of
from linli.core.audit.door import Act, action, may, record_openings
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import require
from linli.lib.tables.blanks import Fill, fill_blank
from linli.mechanisms.flow.actions import take
from linli.partners.paperwork import rules
from linli.partners.paperwork.actions.walking import end_rounds
from linli.partners.paperwork.flows import ASKING
from linli.partners.paperwork.models import Asking, HandedRow, HandOver, Line
from linli.partners.paperwork.proposing import read
from linli.partners.paperwork.queries.around import around_of
from linli.partners.paperwork.queries.filled import (
    CARRIED,
    LEFT,
    MISSING,
    TYPED,
    Changes,
    Filled,
    Row,
    compare,
    fill,
    keep_row,
)
from linli.partners.paperwork.slots import Slot


@dataclass(frozen=True, slots=True)
class Drawn:
    """A filled file, as bytes, with the ending of its name."""

    content: bytes
    ending: str


@action("paperwork.draw_file", needs="paperwork.fill")
def draw_file(act: Act, asking: Asking, *, scope: str = HandOver.ALL) -> Drawn:
    """The form filled, in the other office's own layout. Where numbers stand in it every person
    it is about can read who opened their record, and what for."""
    filled, changes = _as_it_stands(act, asking)
    rows = _rows_to_send(filled, changes, scope)
    _guard_children(act, asking, filled)
    if filled.with_numbers:
        purpose = f"填表：{asking.title}（{asking.body.name}）"[:100]
        persons = [row.person for row in rows]
        record_openings("people.open", act.by, persons, at=act.at, note={"purpose": purpose})
    act.note(form=asking.title, rows=len(rows))
    return draw(asking, filled, rows, around_of(asking, act.by.account, local_day(act.at)))


@action("paperwork.hand_over", needs="paperwork.fill")
def hand_over(
    act: Act,
    asking: Asking,
    *,
    received_by: str,
    way: str,
    ground: str,
    minutes: int,
    scope: str = HandOver.ALL,
    told_and_agreed: bool = False,
    seen: int | None = None,
) -> HandOver:
    """Hands the form over. Its rows are kept sealed to tell what changed next time; each person
    reads in their own record to whom which facts went, on what ground."""
    require(rules.transfer_has_ground(ground, told_and_agreed))
    require(rules.minutes_in_bounds(minutes))
    end_rounds(act, asking)
    _hold_still(asking)
    filled, changes = _as_it_stands(act, asking)
    require(rules.somebody_chosen(len(filled.rows)))
    rows = _rows_to_send(filled, changes, scope)
    _guard_children(act, asking, filled)
    take(act, ASKING, asking, "hand_over", seen=seen)
    signer = account_of(act.by.account)
    handed = HandOver(
        id=new_id(),
        community_id=asking.community_id,
        asking=asking,
        at=act.at,
        received_by=received_by,
        way=way,
        ground=ground,
        minutes=minutes,
        scope=scope,
        signer=signer,
        signed_as=signer.label,
        rows=len(rows),
        fields=[slot.title for slot in filled.slots if slot.is_filled],
        left_empty=[slot.title for slot in filled.slots if slot.is_left_empty],
        in_time=local_day(act.at) <= asking.due_on,
        since=asking.earlier.state_since if asking.earlier and changes else None,
        **_counted(filled, changes),
    )
    handed.save(force_insert=True)
    _keep(asking, filled, rows)
    _tell_everyone(act, asking, handed, rows)
    act.note(
        form=asking.title,
        body=asking.body.name,
        rows=len(rows),
        fields=len(handed.fields),
        minutes=minutes,
    )
    return handed


def draw(asking: Asking, filled: Filled, rows: Sequence[Row], around: dict[str, Any]) -> Drawn:
    """The blank with these rows in it; of a form that is a card for each, a bundle of files."""
    content = base64.b64decode(asking.blank)
    blank = read(content, asking.file_name)
    cells = {each.key: around[each.what] for each in blank.around if around.get(each.what)}
    table = asking.form.table
    if table:
        values = [_listed(filled.slots, row) for row in rows]
        done = fill_blank(
            content, asking.file_name, blank, [Fill(table=table, rows=values, cells=cells)]
        )
        return Drawn(done, blank.written_as)
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, row in enumerate(rows, 1):
            mine = {slot.key: row.cells[slot.key].content for slot in filled.slots}
            put_in = [Fill(cells={**cells, **{k: v for k, v in mine.items() if v is not None}})]
            done = fill_blank(content, asking.file_name, blank, put_in)
            # Numbered, not named: the name of a file travels further than its content.
            archive.writestr(f"{place:03}.{blank.written_as}", done)
    return Drawn(bundle.getvalue(), "zip")


def _hold_still(asking: Asking) -> None:
    """From here on nobody answers into the form until it is handed over: what is read now is what
    is kept. Whether it may be handed over, the move decides."""
    locked = Asking.objects.select_for_update().filter(community=asking.community_id, pk=asking.pk)
    list(locked.values_list("version"))


def _as_it_stands(act: Act, asking: Asking) -> tuple[Filled, Changes | None]:
    filled = fill(asking, local_day(act.at))
    return filled, compare(filled, asking.earlier)


def _rows_to_send(filled: Filled, changes: Changes | None, scope: str) -> list[Row]:
    if scope == HandOver.ALL:
        return filled.rows
    require(rules.handed_before(changes is not None))
    assert changes is not None
    if scope == HandOver.NO_CHANGE:
        counts = (len(changes.new), len(changes.gone), len(changes.changed))
        require(rules.nothing_changed(*counts))
        return []
    return changes.rows


def _guard_children(act: Act, asking: Asking, filled: Filled) -> None:
    if filled.with_numbers:
        director = may("people.open_child", act.by, asking)
        require(rules.children_by_director(filled.children, director))


def _listed(slots: Sequence[Slot], row: Row) -> dict[int, Any]:
    """A row's values by the sheet's column, without what the form keeps itself."""
    return {
        slot.index: row.cells[slot.key].content
        for slot in slots
        if slot.is_filled and slot.key in row.cells
    }


def _counted(filled: Filled, changes: Changes | None) -> dict[str, int]:
    typed, carried = filled.count(TYPED), filled.count(CARRIED)
    missing = filled.count(MISSING)
    cells = sum(len(row.cells) for row in filled.rows) - filled.count(LEFT)
    return {
        "typed": typed,
        "kept_on": carried,
        "empty": missing,
        "filled": cells - typed - carried - missing,
        "new": len(changes.new) if changes else 0,
        "gone": len(changes.gone) if changes else 0,
        "changed": len(changes.changed) if changes else 0,
    }


def _keep(asking: Asking, filled: Filled, rows: Sequence[Row]) -> None:
    sent = {row.line.pk for row in rows}
    HandedRow.objects.bulk_create(
        (
            HandedRow(
                id=new_id(),
                community_id=asking.community_id,
                asking=asking,
                person_id=row.person.pk,
                household_id=row.household,
                dwelling_id=row.dwelling.pk if row.dwelling else None,
                number=row.number,
                sent=row.line.pk in sent,
                content=keep_row(row),
            )
            for row in filled.rows
        ),
        batch_size=500,
    )
    Line.objects.filter(community=asking.community_id, asking=asking).delete()


def _tell_everyone(act: Act, asking: Asking, handed: HandOver, rows: Sequence[Row]) -> None:
    """Into each person's own record: to whom, which facts, on what ground. No name stands in the
    entry; the office's and the form's are no person's."""
    grounds = dict(HandOver.GROUNDS)
    note = {
        "form": asking.title,
        "body": asking.body.name,
        "fields": "、".join(handed.fields),
        "ground": in_both(grounds[handed.ground]),
    }
    record_openings(
        "paperwork.transfer",
        act.by,
        [row.person for row in rows],
        at=act.at,
        note=note,
        subject=handed,
    )
