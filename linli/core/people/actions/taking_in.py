"""A kept table taken into the register, block by block, so that an interruption costs one block.

Each block is one transaction with how far it came. Going on after an interruption, the file is held
against the register as it was before its first block, so that it is compared as if nothing had
happened in between, and whoever stands up to `Batch.written_to` is left alone.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action
from linli.core.people.models import Batch, Change, Person
from linli.core.people.roster.comparing import Decision, Entry
from linli.core.people.roster.preview import (
    Options,
    Preview,
    Reading,
    hold_against,
    read_roster,
    unpack,
)
from linli.core.people.roster.writing import Advance, RegisterMoved, Writer, end_ties_of
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, Refused, require

BLOCK = 1000
"""Persons written in one transaction: a second or two in which others wait for the database."""

MOST_COMPARISONS = 5
"""How often a file is held against a register that others go on changing."""

Decisions = Mapping[int, Decision]


def _nothing(_count: int) -> None:
    """Nobody watches."""


def read_batch(batch: Batch, on: date) -> Reading:
    """The rows of a kept file, read outside any transaction."""
    content, filename = unpack(batch.content)
    return read_roster(batch.community, content, filename, Options.read(batch.options), on)


def hold_batch(batch: Batch, reading: Reading) -> Preview:
    """The file of a batch under way beside the register as it was before its first block."""
    decisions: dict[int, Decision] = {
        int(row): "new" if whom == "new" else UUID(whom) for row, whom in batch.decisions.items()
    }
    on = local_day(batch.counts_from)
    return hold_against(batch.community, reading, on, decisions, before=batch)


@action("people.begin_roster", needs="people.import")
def begin_roster(act: Act, batch: Batch, *, decisions: Decisions | None = None) -> Batch:
    """Decides for a file: from now on it is written (`write_block`, and `commit_roster` at the
    end). Only one file of a community at a time."""
    batch = _locked(batch)
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    _begin(batch, decisions or {}, act.at)
    act.note(read=batch.counts["read"])
    return batch


@action("people.write_block", needs="people.import")
def write_block(
    act: Act, batch: Batch, *, preview: Preview, advance: Advance = _nothing, most: int = BLOCK
) -> Batch:
    """Writes the next persons of the file. Raises `RegisterMoved`, with nothing written, where one
    of them was changed since the comparison (`hold_batch`)."""
    batch = _locked(batch)
    require(Finding(batch.state == Batch.WRITING, "people.batch_under_way"))
    _write(batch, preview, preview.plan.after(batch.written_to)[:most], advance)
    batch.save(update_fields=["written_to", "counts"])
    act.note(rows=batch.counts["written"])
    return batch


@action("people.commit_roster", needs="people.import")
def commit_roster(
    act: Act,
    batch: Batch,
    *,
    decisions: Decisions | None = None,
    reading: Reading | None = None,
    preview: Preview | None = None,
    advance: Advance = _nothing,
) -> Batch:
    """Takes what is left of the file into the register (all of it, where nobody began), and ends.

    It is compared anew, with the register as it is now; whoever has read it already
    (`read_batch`), or held it against the register (`hold_batch`), gives that along, so that
    others wait for the database the shorter. Rows with faults, and doubtful rows that nobody
    decided on (`decisions`: `RosterRow.at` → person, or "new"), stay out. Done twice, it does
    nothing the second time.
    """
    batch = _locked(batch)
    if batch.state == Batch.COMMITTED:
        act.note(**batch.counts)
        return batch
    if batch.state == Batch.PREVIEWED:
        _begin(batch, decisions or {}, act.at)
    require(Finding(batch.state == Batch.WRITING, "people.batch_open"))
    if preview is None:
        if reading is None or hashlib.sha256(reading.content).hexdigest() != batch.digest:
            reading = read_batch(batch, local_day(batch.counts_from))
        preview = hold_batch(batch, reading)
    require(Finding(preview.readable, "people.roster_readable"))
    if not batch.written_to:
        advance(settled_rows(preview))
    _write(batch, preview, preview.plan.after(batch.written_to), advance)
    counts = preview.counts()
    if batch.options["complete"]:
        counts["ended"] = _end_gone(preview.plan.gone, batch)
    batch.state, batch.decided_at, batch.content = Batch.COMMITTED, act.at, ""
    batch.counts, batch.decisions = counts, {}
    batch.save()
    act.note(**counts)
    return batch


def settled_rows(preview: Preview) -> int:
    """Rows of which there is nothing to write."""
    return sum(found not in ("new", "changed") for found in preview.plan.outcomes.values())


def take_in_blocks(
    batch: Batch,
    reading: Reading,
    *,
    by: Actor,
    now: Callable[[], datetime],
    around: Callable[[], AbstractContextManager[object]] = nullcontext,
    advance: Advance = _nothing,
    told: Callable[[int], object] = _nothing,
) -> Batch:
    """Writes a batch under way to its end, or on from where it stopped.

    `around` is entered for each block and holds its transaction, if something else has to come
    about with it; inside, `told` hears how many rows are done in all.
    """
    moved = 0
    preview = hold_batch(batch, reading)
    settled = settled_rows(preview)
    while batch.state == Batch.WRITING:
        try:
            with around():
                if len(preview.plan.after(batch.written_to)) > BLOCK:
                    batch = write_block(
                        batch, by=by, at=now(), preview=preview, most=BLOCK, advance=advance
                    )
                else:
                    batch = commit_roster(batch, by=by, at=now(), preview=preview, advance=advance)
                told(settled + batch.counts.get("written", preview.counts()["read"] - settled))
        except (RegisterMoved, IntegrityError):
            moved += 1
            if moved == MOST_COMPARISONS:
                raise
            batch = _fresh(batch)
            preview = hold_batch(batch, reading)
    return batch


def _begin(batch: Batch, decisions: Decisions, at: datetime) -> None:
    """The database itself lets one file of a community be written at a time; whoever is second
    waits for the first to end, on PostgreSQL, or is told."""
    under_way = Batch.objects.filter(community=batch.community_id, state=Batch.WRITING)
    require(Finding(not under_way.exists(), "people.one_roster_at_a_time"))
    batch.state, batch.begun_at, batch.written_to = Batch.WRITING, at, 0
    batch.decisions = {str(row): str(whom) for row, whom in decisions.items()}
    try:
        with transaction.atomic():
            batch.save()
    except IntegrityError:
        raise Refused(Finding(False, "people.one_roster_at_a_time")) from None


def _write(batch: Batch, preview: Preview, entries: list[Entry], advance: Advance) -> None:
    plan = preview.plan
    earlier = [entry for entry in plan.after(0) if entry.first.at <= batch.written_to]
    Writer(batch, preview.register, earlier, advance).write(entries)
    if entries:
        batch.written_to = entries[-1].first.at
    batch.counts = {**preview.counts(), "written": plan.written([*earlier, *entries])}


def _end_gone(gone: list[UUID], batch: Batch) -> int:
    ended = end_ties_of(gone, batch, local_day(batch.counts_from))
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
        Person.objects.filter(community=batch.community_id, pk=person).update(
            changed_at=batch.counts_from
        )
    return len(ended)


def _locked(batch: Batch) -> Batch:
    return Batch.objects.select_for_update().get(community=batch.community_id, pk=batch.pk)


def _fresh(batch: Batch) -> Batch:
    return Batch.objects.select_related("community").get(community=batch.community_id, pk=batch.pk)
