"""An import taken out of the register again."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from linli.core.audit.door import Act, action
from linli.core.people.actions.expiring import UNDO_KEPT
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
from linli.core.people.roster.writing import apply_fields
from linli.core.places.batches import in_batches
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class Undone:
    """What an undo took back, and how many persons it left because they were changed since."""

    removed: int
    restored: int
    kept: int


@action("people.undo_roster", needs="people.import")
def undo_roster(act: Act, batch: Batch) -> Batch:
    """Takes an import out again, also one that stopped half-way. Whoever was changed since, or
    whom something else refers to, stays as they are; the batch's `counts` say how many."""
    batch = Batch.objects.select_for_update().get(community=batch.community_id, pk=batch.pk)
    taken_in = batch.state in (Batch.COMMITTED, Batch.WRITING)
    require(Finding(taken_in, "people.batch_committed"))
    require(Finding(act.at < batch.counts_from + UNDO_KEPT, "people.batch_undoable"))
    changes = list(
        Change.objects.filter(community=batch.community_id, batch=batch).select_related("person")
    )
    done = _undo(batch, changes)
    batch.state, batch.undone_at, batch.content = Batch.UNDONE, act.at, ""
    batch.decided_at, batch.decisions = batch.decided_at or act.at, {}
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
        if change.person.changed_at == batch.counts_from and change.person_id not in touched
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
    # What replaced what is of no use to anybody now; that it happened is the person's to read.
    Change.objects.filter(batch=batch, **mine).update(before="", closed=[])
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
            rows = rows.exclude(given_at=batch.counts_from)
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
    Tie.objects.filter(batch=batch, person=person, **mine).delete()
    Consent.objects.filter(person=person, given_at=batch.counts_from, **mine).delete()
    Tie.objects.filter(pk__in=[UUID(pk) for pk in change.closed], **mine).update(until=None)
    before = json.loads(change.before or "{}")
    if "birth_date" in before:
        said = before["birth_date"]
        before["birth_date"] = date.fromisoformat(said) if said else None
    apply_fields(person, before)
    person.save()
