"""Whose a file may be, and who may then see it: declared by the domains, asked for here.

    register_owner("matters.Matter", permission="matters.see_photo", own="matters.see_own_photo")

Core names no domain: it loads the owner by its label and asks the permission over that row.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.files.models import StoredFile


@dataclass(frozen=True, slots=True)
class Owner:
    """`permission`: those who see the files that are for staff; `own`: those who see, besides
    them, the files that are also for whoever the row belongs to."""

    permission: str
    own: str = ""


OWNERS: dict[str, Owner] = {}


def register_owner(kind: str, *, permission: str, own: str = "") -> None:
    """Called by an app's `permissions.py`; `kind` is the model's label, `matters.Matter`."""
    OWNERS[kind] = Owner(permission, own)


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
