"""A model field whose value is stored sealed (AES-GCM) and opened only when it is read.

    phone = SealedTextField(blank=True)

The seal is bound to model, field and row, so a sealed text copied to another row, or to another
column, does not open. What a query loads stays sealed until the attribute is read, so a list that
never shows a number never has it in the clear; and what an instance holds prints as ‹…›.
Look-ups go through a blind index stored beside (`blind_index`), never through this column.

    key = SealedTextField(keys="casework")          # sealed by the ring of a compartment
    words = SealedTextField(under="case")           # sealed by the key kept in `row.case.key`

`under` names the relation to the row that keeps the key ("self": this row), in its field `key`.
"""

from typing import Any

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from linli.core.people.keys import (
    KeyMissing,
    KeyRing,
    SealBroken,
    blind_index,
    blind_index_or_none,
    ring,
    ring_of_one,
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
                return self.field.open_on(instance, held)
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

    def __init__(self, *args: Any, keys: str = "", under: str = "", **kwargs: Any) -> None:
        self.keys, self.under = keys, under
        super().__init__(*args, **kwargs)

    def context(self, row_id: Any) -> str:
        """What a seal is bound to."""
        return f"{self.model._meta.label_lower}.{self.name}:{row_id}"

    def seal(self, text: str, row_id: Any) -> Sealed:
        """`text` sealed for the row `row_id`."""
        if row_id is None:
            raise PlainTextRefused(f"{self}: the row needs its id before it is sealed")
        self._need_no_row()
        return Sealed(ring(self.keys).seal(text, self.context(row_id)))

    def open(self, sealed: Sealed, row_id: Any) -> str:
        """The text of a value loaded by `values()`; raises `SealBroken`."""
        self._need_no_row()
        return ring(self.keys).open(sealed.text, self.context(row_id))

    def seal_on(self, instance: Any, text: str) -> Sealed:
        """`text` sealed for an instance, by the key of its row where it has one."""
        if not self.under:
            return self.seal(text, instance.pk)
        return Sealed(self._own_ring(instance).seal(text, self.context(instance.pk)))

    def open_on(self, instance: Any, sealed: Sealed) -> str:
        """The text; raises `SealBroken`, also where the key of its row has been destroyed."""
        if not self.under:
            return self.open(sealed, instance.pk)
        return self._own_ring(instance).open(sealed.text, self.context(instance.pk))

    def _own_ring(self, instance: Any) -> KeyRing:
        keeper = instance if self.under == "self" else getattr(instance, self.under)
        return ring_of_one(keeper.key)

    def _need_no_row(self) -> None:
        if self.under:
            raise PlainTextRefused(f"{self}: opens on its row, by the key kept there")

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        held = model_instance.__dict__.get(self.attname)
        if isinstance(held, Sealed) and add:
            # A row copied under a new id: only who can open it may seal it again.
            held = _Clear(self.open_on(model_instance, held))
        if isinstance(held, _Clear):
            return self.seal_on(model_instance, held.value)
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
