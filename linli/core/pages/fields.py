"""Inputs that Django does not bring along."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_size


class DayInput(forms.DateInput):
    """A day picked by the browser's own calendar; the value travels as ISO."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class FileDrop(forms.FileInput):
    """A file to choose or to drop, saying beforehand which kinds and how large.

    `accept`: what the browser offers, e.g. `("image/jpeg", "image/png")`; `kinds`: the same in
    words; `most`: bytes. What was really sent is checked by `core/files`, not here.
    """

    template_name = "components/file_drop.html"

    def __init__(
        self,
        *,
        accept: Sequence[str] = (),
        kinds: Any = "",
        most: int | None = None,
        several: bool = False,
        attrs: dict[str, Any] | None = None,
    ) -> None:
        self.kinds = kinds
        self.most = most
        self.allow_multiple_selected = several
        attrs = {**({"accept": ",".join(accept)} if accept else {}), **(attrs or {})}
        if several:
            attrs["multiple"] = True
        super().__init__(attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["sign"] = (
            "camera" if self.attrs.get("accept", "").startswith("image/") else "upload"
        )
        context["kinds"] = self.kinds
        context["most"] = self.most
        context["most_words"] = tell_size(self.most) if self.most else ""
        context["prompt"] = (
            _("选择文件，可以选几个") if self.allow_multiple_selected else _("选择文件")
        )
        return context
