"""Inputs that Django does not bring along."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.wording import tell_size


class DayInput(forms.DateInput):
    """A day picked by the browser's own calendar; the value travels as ISO."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A day and a time picked by the browser's own calendar; the value travels as ISO."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class YuanField(forms.DecimalField):
    """An amount as it is typed, in yuan with at most two decimals; cleans to fen, or None."""

    def __init__(self, **kwargs: Any) -> None:
        given = {"label": gettext_lazy("金额（元）"), "required": False, "min_value": 0}
        super().__init__(max_digits=12, decimal_places=2, **{**given, **kwargs})

    def clean(self, value: Any) -> Any:
        yuan: Decimal | None = super().clean(value)
        return None if yuan is None else int(yuan * 100)


class Chosen(list[Any]):
    """The files of one input. `left_out`: one was refused, none has come in its stead, and the
    sender has not said that it may go without."""

    def __init__(self, files: Sequence[Any] = (), *, left_out: bool = False) -> None:
        super().__init__(files)
        self.left_out = left_out


class FileDrop(forms.FileInput):
    """A file to choose or to drop, saying beforehand which kinds and how large.

    `accept`: what the browser offers, e.g. `("image/jpeg", "image/png")`; `kinds`: the same in
    words; `most`: bytes. What was really sent is checked by `core/files`, not here. `without`:
    what to tick where a file was refused and the form is to go without it; until then, or until
    another file is chosen, `Chosen.left_out` says that the sender has not decided.
    """

    template_name = "components/file_drop.html"

    def __init__(
        self,
        *,
        accept: Sequence[str] = (),
        kinds: Any = "",
        most: int | None = None,
        several: bool = False,
        without: Any = "",
        attrs: dict[str, Any] | None = None,
    ) -> None:
        self.kinds = kinds
        self.most = most
        self.without = without
        self.allow_multiple_selected = several
        attrs = {**({"accept": ",".join(accept)} if accept else {}), **(attrs or {})}
        if several:
            attrs["multiple"] = True
        super().__init__(attrs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        chosen = super().value_from_datadict(data, files, name)
        if not self.without:
            return chosen
        several = chosen if isinstance(chosen, list | tuple) else [chosen] if chosen else []
        undecided = bool(data.get(f"{name}_refused")) and not data.get(f"{name}_without")
        return Chosen(several, left_out=undecided and not several)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["sign"] = (
            "camera" if self.attrs.get("accept", "").startswith("image/") else "upload"
        )
        context["kinds"] = self.kinds
        context["without"] = self.without
        context["refused"] = getattr(value, "left_out", False) or "aria-invalid" in (attrs or {})
        context["most"] = self.most
        context["most_words"] = tell_size(self.most) if self.most else ""
        context["prompt"] = (
            _("选择文件，可以选几个") if self.allow_multiple_selected else _("选择文件")
        )
        return context
