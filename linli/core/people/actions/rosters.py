"""A roster taken in from a table, and taken out again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from linli.core.audit.door import Act, action
from linli.core.people.models import (
    Agency,
    Batch,
    Change,
    Consent,
    Household,
    Merge,
    Person,
    RightsRequest,
    Tie,
)
from linli.core.people.roster.comparing import Decision
from linli.core.people.roster.preview import (
    Options,
    Preview,
    Reading,
    hold_against,
    pack,
    read_roster,
    unpack,
)
from linli.core.people.roster.writing import Advance, Writer, apply_fields, end_ties_of
from linli.core.places.batches import in_batches
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class Undone:
    """What an undo took back, and how many persons it left because they were changed since."""

    removed: int
    restored: int
    kept: int


def _nothing(_count: int) -> None:
    """Nobody watches."""


@action("people.keep_preview", needs="people.import")
def keep_preview(act: Act, community: Place, *, preview: Preview, options: Options) -> Batch:
    """Keeps a file that was read, sealed, until somebody decides on it; at most for a day."""
    counts = preview.counts()
    act.note(**counts)
    return Batch.objects.create(
        community=community,
        account=act.by.account,
        file_kind=preview.tables.kind,
        digest=hashlib.sha256(preview.content).hexdigest(),
        read_at=act.at,
        options=options.as_dict(),
        counts=counts,
        content=pack(preview.content, preview.filename),
    )


@action("people.reread_preview", needs="people.import")
def reread_preview(act: Act, batch: Batch, *, preview: Preview, options: Options) -> Batch:
    """Reads a kept file once more in another way: other sheets, other columns."""
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    counts = preview.counts()
    act.note(**counts)
    batch.options, batch.counts = options.as_dict(), counts
    batch.save()
    return batch


@action("people.drop_preview", needs="people.import")
def drop_preview(act: Act, batch: Batch) -> Batch:
    """Decides against a file: its content is gone."""
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    batch.state, batch.decided_at, batch.content = Batch.DROPPED, act.at, ""
    batch.save()
    return batch


def read_batch(batch: Batch, on: date) -> Reading:
    """The rows of a kept file, read outside any transaction."""
    content, filename = unpack(batch.content)
    return read_roster(batch.community, content, filename, Options.read(batch.options), on)


@action("people.commit_roster", needs="people.import")
def commit_roster(
    act: Act,
    batch: Batch,
    *,
    decisions: Mapping[int, Decision] | None = None,
    reading: Reading | None = None,
    advance: Advance = _nothing,
) -> Batch:
    """Takes the file into the register, all of it or nothing.

    It is compared anew, with the register as it is now; whoever has read it already
    (`read_batch`) gives the reading along, so that others wait for the database the shorter.
    Rows with faults, and doubtful rows that nobody decided on (`decisions`: `RosterRow.at` →
    person, or "new"), stay out. Done twice, it does nothing the second time.
    """
    batch = Batch.objects.select_for_update().get(community=batch.community_id, pk=batch.pk)
    if batch.state == Batch.COMMITTED:
        act.note(**batch.counts)
        return batch
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    on = local_day(act.at)
    if reading is None or hashlib.sha256(reading.content).hexdigest() != batch.digest:
        reading = read_batch(batch, on)
    preview = hold_against(batch.community, reading, on, decisions)
    require(Finding(preview.readable, "people.roster_readable"))
    advance(
        sum(
            outcome in ("same", "refused", "doubtful") for outcome in preview.plan.outcomes.values()
        )
    )
    Writer(act, batch, preview.register, batch.options["contact"], advance).write(preview.plan)
    counts = preview.counts()
    if batch.options["complete"]:
        counts["ended"] = _end_gone(preview.plan.gone, batch, act)
    batch.state, batch.decided_at, batch.content = Batch.COMMITTED, act.at, ""
    batch.counts = counts
    batch.save()
    act.note(**counts)
    return batch


@action("people.undo_roster", needs="people.import")
def undo_roster(act: Act, batch: Batch) -> Batch:
    """Takes an import out again. Whoever was changed since, or whom something else refers to,
    stays as they are; the batch's `counts` say how many."""
    batch = Batch.objects.select_for_update().get(community=batch.community_id, pk=batch.pk)
    require(Finding(batch.state == Batch.COMMITTED, "people.batch_committed"))
    changes = list(
        Change.objects.filter(community=batch.community_id, batch=batch).select_related("person")
    )
    require(Finding(bool(changes) or not batch.counts.get("new"), "people.batch_undoable"))
    done = _undo(batch, changes)
    batch.state, batch.undone_at = Batch.UNDONE, act.at
    batch.counts = {
        **batch.counts,
        "removed": done.removed,
        "restored": done.restored,
        "kept": done.kept,
    }
    batch.save()
    act.note(removed=done.removed, restored=done.restored, kept=done.kept)
    return batch


def _undo(batch: Batch, changes: list[Change]) -> Undone:
    mine = {"community": batch.community_id}
    touched = _touched_since(batch, [change.person_id for change in changes])
    free = [
        change
        for change in changes
        if change.person.changed_at == batch.decided_at and change.person_id not in touched
    ]
    removed, restored = 0, 0
    for piece in in_batches([change for change in free if change.kind == Change.NEW]):
        removed += _remove(batch, [change.person_id for change in piece])
    for change in free:
        if change.kind == Change.CHANGED:
            _restore(batch, change)
            restored += 1
    inhabited = Tie.objects.filter(household__batch=batch, **mine).values("household")
    Household.objects.filter(batch=batch, **mine).exclude(pk__in=inhabited).delete()
    return Undone(removed, restored, len(changes) - removed - restored)


def _touched_since(batch: Batch, persons: list[UUID]) -> set[UUID]:
    """Who has got something since that the import did not bring."""
    mine = {"community": batch.community_id}
    wanted = set(persons)
    touched: set[UUID] = set()
    touched.update(
        Tie.objects.filter(**mine)
        .exclude(batch=batch)
        .filter(since__isnull=False)
        .filter(person__in=_new_of(batch))
        .values_list("person_id", flat=True)
    )
    for model, column in (
        (Consent, "person_id"),
        (RightsRequest, "person_id"),
        (Agency, "principal_id"),
        (Agency, "agent_id"),
        (Household, "representative_id"),
        (Merge, "kept_id"),
        (Merge, "absorbed_id"),
    ):
        rows: Any = model._default_manager.filter(**mine)
        if model is Consent:
            rows = rows.exclude(given_at=batch.decided_at)
        touched.update(rows.values_list(column, flat=True))
    return touched & wanted


def _new_of(batch: Batch) -> Any:
    return Change.objects.filter(community=batch.community_id, batch=batch, kind=Change.NEW).values(
        "person"
    )


def _remove(batch: Batch, persons: list[UUID]) -> int:
    """Deletes persons the batch had brought; not those that something above refers to."""
    rows = Person.objects.filter(community=batch.community_id, pk__in=persons)
    try:
        with transaction.atomic():
            rows.delete()
    except ProtectedError:
        if len(persons) == 1:
            return 0
        half = len(persons) // 2
        return _remove(batch, persons[:half]) + _remove(batch, persons[half:])
    return len(persons)


def _restore(batch: Batch, change: Change) -> None:
    """Gives a person back the values and ties the batch had changed."""
    mine = {"community": batch.community_id}
    person = change.person
    assert batch.decided_at
    Tie.objects.filter(batch=batch, person=person, **mine).delete()
    Consent.objects.filter(person=person, given_at=batch.decided_at, **mine).delete()
    Tie.objects.filter(pk__in=[UUID(pk) for pk in change.closed], **mine).update(until=None)
    before = json.loads(change.before or "{}")
    if "birth_date" in before:
        said = before["birth_date"]
        before["birth_date"] = date.fromisoformat(said) if said else None
    apply_fields(person, before)
    person.save()


def _end_gone(gone: list[UUID], batch: Batch, act: Act) -> int:
    ended = end_ties_of(gone, batch, act.at)
    Change.objects.bulk_create(
        Change(
            community_id=batch.community_id,
            batch=batch,
            person_id=person,
            kind=Change.CHANGED,
            closed=ties,
        )
        for person, ties in ended.items()
    )
    for person in ended:
        Person.objects.filter(community=batch.community_id, pk=person).update(changed_at=act.at)
    return len(ended)
