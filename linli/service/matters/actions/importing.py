"""Taking a table in, in chunks that each stand whole, and taking it back."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.dateparse import parse_datetime

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.jobs.starting import begin as begin_job
from linli.core.places.batches import in_batches, look_over
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, require
from linli.service.matters.importing.reading import Incoming
from linli.service.matters.importing.rows import (
    COMPARED,
    before_of,
    fill,
    fold,
    matter_of,
    sort_rows,
)
from linli.service.matters.models import (
    ImportBatch,
    ImportChange,
    Kind,
    Matter,
    MatterStep,
    Remark,
)

BROUGHT = "brought_"
"""How the codes of kinds begin that came with a table."""


@action("matters.preview_import", needs="matters.import")
def keep_table(
    act: Act,
    community: Place,
    *,
    upload: Any,
    file_name: str,
    sha256: str,
    mapping: dict[str, int],
    counts: dict[str, Any],
) -> ImportBatch:
    """Keeps a table that was read, with what it would do; nothing is taken in yet."""
    batch = ImportBatch(
        community=community,
        file_name=file_name[:200],
        sha256=sha256,
        at=act.at,
        account_id=act.by.account,
        mapping=mapping,
        counts=counts,
    )
    batch.save(force_insert=True)
    if upload is not None:
        batch.file = take_in(act, community, upload, Purpose(batch, "table", "staff"))
        batch.save(update_fields=["file"])
    return batch


@action("matters.begin_import", needs="matters.import")
def begin_import(act: Act, batch: ImportBatch) -> ImportBatch:
    """Lets the worker take the table in, from the queue of jobs."""
    claimed = ImportBatch.objects.filter(
        community=batch.community_id, pk=batch.pk, state="previewed"
    ).update(state="running")
    require(Finding(bool(claimed), "matters.importable"))
    job = begin_job(
        act,
        "matters.import",
        community=batch.community,
        params={"batch": str(batch.pk)},
        total=batch.counts.get("read"),
    )
    batch.state, batch.job = "running", job.pk
    batch.save(update_fields=["job"])
    return batch


@action("matters.import", needs="matters.import")
def import_rows(act: Act, batch: ImportBatch, *, rows: Sequence[Incoming]) -> dict[str, int]:
    """One chunk of a table: all of it or none. Says how many were new, changed, the same, held."""
    community = batch.community
    kinds = kinds_for(community, rows)
    found = sort_rows(community, rows, kinds)
    made = [matter_of(community, row, kinds[fold(row.kind)], batch.pk, act.at) for row in found.new]
    Matter.objects.bulk_create(made)
    MatterStep.objects.bulk_create(
        MatterStep(
            id=new_id(),
            community=community,
            case=matter,
            version=1,
            move="raise",
            to_state=matter.state,
            at=act.at,
            account_id=act.by.account,
            public=True,
        )
        for matter in made
    )
    ImportChange.objects.bulk_create(
        ImportChange(community=community, batch=batch, matter=matter, before=before_of(matter))
        for matter, _row in found.changed
    )
    for matter, row in found.changed:
        matter.kind = kinds[fold(row.kind)]
        fill(matter, row)
    if found.changed:
        Matter.objects.filter(community=community).bulk_update(
            [matter for matter, _row in found.changed],
            [*COMPARED, "kind", "spot", "responded_at", "closed_at"],
        )
    counts = {
        "new": len(made),
        "changed": len(found.changed),
        "same": found.same,
        "held": found.held,
    }
    act.note(**counts)
    return counts


@action("matters.finish_import", needs="matters.import")
def finish_import(act: Act, batch: ImportBatch, *, counts: dict[str, Any]) -> ImportBatch:
    """The table is in."""
    batch.counts, batch.state, batch.ended_at = {**batch.counts, **counts}, "done", act.at
    batch.save(update_fields=["counts", "state", "ended_at"])
    return batch


@action("matters.undo_import", needs="matters.import")
def undo_import(act: Act, batch: ImportBatch) -> int:
    """Takes back everything an import brought and puts back what it changed; refused as a whole
    while anybody has worked on one of them."""
    community = batch.community
    changes = ImportChange.objects.filter(community=community, batch=batch)
    mine = Matter.objects.filter(community=community, batch=batch)
    changed = Matter.objects.filter(community=community, pk__in=changes.values("matter"))
    touched = len(worked_on(mine, batch) | worked_on(changed, batch))
    require(
        Finding(
            batch.state == "done" and not touched,
            "matters.undoable",
            numbers={"touched": touched},
        )
    )
    put_back = 0
    for change in changes.select_related("matter"):
        _put_back(change)
        put_back += 1
    changes.delete()
    removed = _remove(mine, community)
    Kind.objects.filter(
        ~Exists(Matter.objects.filter(community=community, kind=OuterRef("pk"))),
        community=community,
        code__startswith=BROUGHT,
        offered=False,
        title__in=list(batch.counts.get("new_kinds", ())),
    ).delete()
    batch.state, batch.ended_at = "undone", act.at
    batch.save(update_fields=["state", "ended_at"])
    act.note(count=removed + put_back)
    return removed + put_back


def worked_on(matters: "QuerySet[Matter]", batch: ImportBatch) -> set[UUID | None]:
    """Those of `matters` that somebody has since taken a step with, written on, made public or
    merged others into, or that a later table has changed.

    Asked by their keys, some at a time: where a table has just come in the database knows no
    statistics of it yet, and PostgreSQL would compare each row of it with every other.
    """
    here = batch.community_id
    said = Remark.objects.filter(community=here)
    merged = Matter.objects.filter(community=here)
    later = ImportChange.objects.filter(community=here, batch__at__gt=batch.at)
    moved = matters.filter(Q(version__gt=1) | Q(published_at__isnull=False))
    found: set[UUID | None] = {*moved.values_list("pk", flat=True)}
    keys = list(matters.values_list("pk", flat=True))
    for some in in_batches(keys):
        found |= {
            *said.filter(matter__in=some).values_list("matter", flat=True),
            *merged.filter(merged_into__in=some).values_list("merged_into", flat=True),
            *later.filter(matter__in=some).values_list("matter", flat=True),
        }
    return found


def _remove(matters: "QuerySet[Matter]", community: Place) -> int:
    """Removes imported matters nobody worked on, some at a time; says how many there were."""
    keys = list(matters.values_list("pk", flat=True))
    if keys:
        look_over(apps.get_app_config("matters").get_models())
    for some in in_batches(keys):
        MatterStep.objects.filter(community=community, case__in=some).delete()
        Matter.objects.filter(community=community, pk__in=some).delete()
    return len(keys)


def kinds_for(community: Place, rows: Sequence[Incoming]) -> dict[str, Kind]:
    """The community's kinds by title, with those the table names and the list lacks added: they
    are kept as they are called, and not offered to residents until somebody looks at them."""
    kinds = kinds_known(community)
    missing = {fold(row.kind): row.kind for row in rows if fold(row.kind) not in kinds}
    added = Kind.objects.bulk_create(
        Kind(
            community=community,
            code=f"{BROUGHT}{new_id().hex[-12:]}",
            title=title[:80],
            group="other",
            handling="assist",
            offered=False,
            order=500,
        )
        for title in missing.values()
    )
    kinds |= dict(zip(missing, added, strict=True))
    return kinds


def kinds_known(community: Place) -> dict[str, Kind]:
    """The community's kinds by whatever they are called."""
    kinds: dict[str, Kind] = {}
    for kind in Kind.objects.filter(community=community).order_by("order"):
        for title in (kind.title, kind.title_en, kind.code):
            kinds.setdefault(fold(title), kind)
    return kinds


def _put_back(change: ImportChange) -> None:
    matter, before = change.matter, change.before
    for name in COMPARED:
        value = before[name]
        if name in ("raised_at", "answered_at"):
            value = parse_datetime(value) if value else None
        setattr(matter, name, value)
    matter.kind_id = before["kind"]
    matter.responded_at = matter.answered_at
    matter.closed_at = matter.answered_at if matter.state == "closed" else None
    matter.save()
