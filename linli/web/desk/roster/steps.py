"""How what can be done on a page is described: its form, its act, its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.people.models import Person
from linli.core.places.models import Place

Subject = Person | Place
Perform = Callable[[Any, Any, Actor, datetime], Any]
MakeForm = Callable[[Any, Any, datetime], forms.Form]


@dataclass(frozen=True)
class Step:
    """One thing to do: what it is called, what is asked, what is done, what is said after."""

    title: Any
    icon: str
    needs: str
    make_form: MakeForm
    perform: Perform
    done: Any
    says: Any = ""
    grave: bool = False


def offered(steps: dict[str, Step], actor: Actor, subject: Subject) -> list[tuple[str, Step]]:
    """The steps this actor may take."""
    return [(key, step) for key, step in steps.items() if may(step.needs, actor, subject)]


def of_fields(fields: Callable[[Any, datetime], dict[str, forms.Field]]) -> MakeForm:
    """A form of a few fields that depend on the subject and the day."""

    def make(subject: Any, data: Any, at: datetime) -> forms.Form:
        form = forms.Form(data)
        form.fields.update(fields(subject, at))
        return form

    return make


def choose_row(label: Any, rows: Any, word: Callable[[Any], Any]) -> forms.TypedChoiceField:
    """One of a few rows, by its words; empty where there is none to choose."""
    found = {str(row.pk): row for row in rows}
    return forms.TypedChoiceField(
        label=label,
        choices=[(key, word(row)) for key, row in found.items()],
        coerce=found.get,
        widget=forms.RadioSelect,
    )


def taking(act: Any, name: str) -> Perform:
    """Performs an act on the row chosen in the field `name`, with the rest as it was said."""

    def perform(_subject: Any, form: Any, by: Actor, at: datetime) -> Any:
        said = dict(form.cleaned_data)
        return act(said.pop(name), by=by, at=at, **said)

    return perform


def giving(act: Any) -> Perform:
    """Performs an act on the subject itself with what was said; what was left open stays out."""

    def perform(subject: Any, form: Any, by: Actor, at: datetime) -> Any:
        said = {name: value for name, value in form.cleaned_data.items() if value not in ("", None)}
        return act(subject, by=by, at=at, **said)

    return perform
