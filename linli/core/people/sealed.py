"""A model field whose value is stored sealed (AES-GCM) and opened only when it is read.

    phone = SealedTextField(blank=True)

The seal is bound to model, field and row, so a sealed text copied to another row, or to another
column, does not open. What a query loads stays sealed until the attribute is read, so a list that
never shows a number never has it in the clear; and what an instance holds prints as ‹…›.
Look-ups go through a blind index stored beside (`blind_index`), never through this column.
"""

from typing import Any

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from linli.core.people.keys import (
    KeyMissing,
    SealBroken,
    blind_index,
    blind_index_or_none,
    ring,
)

__all__ = [
    "KeyMissing",
    "PlainTextRefused",
    "SealBroken",
    "Sealed",
    "SealedTextField",
    "blind_index",
    "blind_index_or_none",
]


class PlainTextRefused(TypeError):
    """Readable text was about to reach the database in a sealed column: a look-up by value, an
    `update()` or a `bulk_update()`. Save the row instead, and look up by the blind index."""


class Sealed:
    """What the database holds: a sealed text, not yet opened. Prints as ‹…›."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return "‹…›"

    __str__ = __repr__


class _Clear:
    """A value set on an instance and not yet saved, kept from printing."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "‹…›"

    __str__ = __repr__


class SealedAttribute(DeferredAttribute):
    """Opens on reading; keeps what is written from printing."""

    field: "SealedTextField"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        held = super().__get__(instance, cls)
        match held:
            case Sealed():
                return self.field.open(held, instance.pk)
            case _Clear():
                return held.value
        return held

    def __set__(self, instance: Any, value: Any) -> None:
        if isinstance(value, str) and value:
            value = _Clear(value)
        instance.__dict__[self.field.attname] = value


class SealedTextField(models.TextField):
    """See the module. The row's id must be known before it is saved, as ours are.

    The model and the field are part of the seal: who renames one seals the column anew in the
    same migration.
    """

    descriptor_class = SealedAttribute

    def context(self, row_id: Any) -> str:
        """What a seal is bound to."""
        return f"{self.model._meta.label_lower}.{self.name}:{row_id}"

    def seal(self, text: str, row_id: Any) -> Sealed:
        """`text` sealed for the row `row_id`."""
        if row_id is None:
            raise PlainTextRefused(f"{self}: the row needs its id before it is sealed")
        return Sealed(ring().seal(text, self.context(row_id)))

    def open(self, sealed: Sealed, row_id: Any) -> str:
        """The text of a value loaded by `values()`; raises `SealBroken`."""
        return ring().open(sealed.text, self.context(row_id))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        held = model_instance.__dict__.get(self.attname)
        if isinstance(held, Sealed) and add:
            # A row copied under a new id: only who can open it may seal it again.
            held = _Clear(self.open(held, model_instance.pk))
        if isinstance(held, _Clear):
            return self.seal(held.value, model_instance.pk)
        return held

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Sealed):
            return value.text
        if value is None or value == "" or hasattr(value, "resolve_expression"):
            return value
        raise PlainTextRefused(f"{self}: readable text for a sealed column")

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return Sealed(value) if value else value

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Sealed) else super().to_python(value)

    def value_to_string(self, obj: Any) -> str:
        raise PlainTextRefused(f"{self}: sealed fields are not exported")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"widget": forms.TextInput, **kwargs})
