"""The form of a step: what changes a row somebody has been looking at."""

from typing import Any

from django import forms

from linli.core.pages.sentences import sentence
from linli.lib.law import Finding


def tell_at(form: forms.BaseForm, field: str, found: Finding) -> None:
    """Says beside the field what a rule found against it, with the way on: what was typed stays.
    What holds is not told."""
    if not found.holds:
        form.add_error(field, sentence(found).whole)


class PublicForm(forms.Form):
    """Words everybody will read (`public`): what the room's own rule finds against them is told
    beside the field they stand in."""

    public: tuple[str, ...] = ()

    def judge(self, words: str) -> Finding:
        """Whether everybody may read them: each room says by which rule."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in self.public:
            tell_at(self, name, self.judge(said.get(name) or ""))
        return said


class StepForm(forms.Form):
    """What every step carries: the version of the row its page was drawn from, so that two people
    who change one row at once are told of each other."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, row: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "seen": row.version,
            **self.start(row),
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        self.row = row
        self.fit()

    def start(self, row: Any) -> dict[str, Any]:
        """What the form begins with."""
        return {}

    def fit(self) -> None:
        """Offers what this community has."""
