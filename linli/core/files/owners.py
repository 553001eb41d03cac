"""Whose a file may be, and who may then see it: declared by the domains, asked for here.

    register_owner("matters.Matter", permission="matters.see_photo", own="matters.see_own_photo")
    register_closed_owner("casework.Case", lambda actor, key: cases.of(actor).filter(pk=key))

Core names no domain: it loads the owner by its label and asks the permission over that row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.files.models import StoredFile
from linli.lib.identity.ids import new_closed_id


@dataclass(frozen=True, slots=True)
class Owner:
    """`permission`: those who see the files that are for staff; `own`: those who see, besides
    them, the files that are also for whoever the row belongs to."""

    permission: str
    own: str = ""


OWNERS: dict[str, Owner] = {}

Loads = Callable[[Actor, UUID], "models.QuerySet[Any]"]
"""The closed row of an id, of those this actor may load; asked in one question of always the same
shape, whether there is such a row or not."""

CLOSED_OWNERS: dict[str, Loads] = {}


def register_owner(kind: str, *, permission: str, own: str = "") -> None:
    """Called by an app's `permissions.py`; `kind` is the model's label, `matters.Matter`."""
    OWNERS[kind] = Owner(permission, own)


def register_closed_owner(kind: str, loads: Loads) -> None:
    """The same of a closed row: whoever can load it sees its files, and for everybody else there
    are none."""
    OWNERS[kind] = Owner(permission="")
    CLOSED_OWNERS[kind] = loads


def may_see_closed(file: StoredFile | None, actor: Actor) -> bool:
    """Whether `actor` may see a file of a closed row. Asked also where there is no such file: the
    same questions go to the database then, so that the time of the answer tells nothing."""
    key = file.owner if file is not None else new_closed_id()
    loaded = {kind: loads(actor, key).exists() for kind, loads in sorted(CLOSED_OWNERS.items())}
    return file is not None and loaded.get(file.owner_kind, False)


def may_see(file: StoredFile, actor: Actor) -> bool:
    """Whether `actor` may see `file`: the owner's own permissions decide, nobody else's."""
    if file.visibility == "public":
        return True
    declared = OWNERS.get(file.owner_kind)
    row = owner_of(file) if declared else None
    if declared is None or row is None:
        return False
    if may(declared.permission, actor, row):
        return True
    return file.visibility == "owner" and bool(declared.own) and may(declared.own, actor, row)


def owner_of(file: StoredFile) -> models.Model | None:
    """The row the file belongs to."""
    model: Any = apps.get_model(file.owner_kind)
    rows = model._default_manager.filter(pk=file.owner)
    if hasattr(model, "community"):
        rows = rows.filter(community=file.community_id)
    found: models.Model | None = rows.first()
    return found
