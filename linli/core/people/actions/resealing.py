"""Turning the key rings: everything sealed with an older key of its ring is sealed anew with the
newest. What a row's own key seals stays as it is: that key is what its ring seals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F, TextField
from django.db.models.functions import Cast

from linli.core.audit.actor import Actor
from linli.core.audit.closed import is_closed
from linli.core.audit.door import Act, action
from linli.core.people.keys import PREFIX, ring
from linli.core.people.sealed import SealedTextField

CHUNK = 500


@dataclass(frozen=True)
class Progress:
    """How many values of one column are sealed anew, of how many that were to be. Of a `closed`
    column the number is told to nobody."""

    column: str
    done: int
    total: int
    closed: bool = False


def reseal(*, by: Actor, at: datetime, chunk: int = CHUNK) -> Iterator[Progress]:
    """Seals every older value anew, chunk by chunk, each chunk an act of its own.

    Stop it when you like and start again: what is done is done. Old keys must stay in the ring
    until it has run through (`count_older()` is 0); running servers must already know the newest.
    """
    for field in sealed_fields():
        total = _older(field).count()
        done = 0
        closed = is_closed(field.model)
        yield Progress(_name(field), done, total, closed)
        while rows := [pk for (pk,) in _older(field).order_by("pk").values_list("pk")[:chunk]]:
            reseal_chunk(None, by=by, at=at, field=field, rows=rows)
            done += len(rows)
            yield Progress(_name(field), done, max(total, done), closed)


@action("people.reseal", needs="people.reseal")
def reseal_chunk(act: Act, _nothing: None, *, field: SealedTextField, rows: list[Any]) -> None:
    """One chunk. A value changed meanwhile was sealed with the newest key already."""
    table = field.model._base_manager
    for pk, sealed in table.filter(pk__in=rows).values_list("pk", field.name):
        if sealed:
            anew = field.seal(field.open(sealed, pk), pk)
            table.filter(pk=pk, **{field.name: sealed}).update(**{field.name: anew})
    if is_closed(field.model):
        act.keep_closed()
    act.note(column=_name(field), count=len(rows))


def count_older(compartment: str | None = None) -> int:
    """How many values are still sealed with a key that is not the newest of their ring: of one
    ring, or of all."""
    return sum(
        _older(field).count()
        for field in sealed_fields()
        if compartment is None or field.keys == compartment
    )


def sealed_fields() -> list[SealedTextField]:
    """Every column of the house that a ring seals."""
    return [
        field
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedTextField) and not field.under
    ]


def _older(field: SealedTextField) -> "models.QuerySet[Any]":
    newest = f"{PREFIX}.{ring(field.keys).newest}."
    return (
        field.model._base_manager.annotate(_sealed=Cast(F(field.name), TextField()))
        .exclude(_sealed="")
        .exclude(_sealed__startswith=newest)
    )


def _name(field: SealedTextField) -> str:
    return f"{field.model._meta.label}.{field.name}"
