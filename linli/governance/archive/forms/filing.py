"""Filing by hand, what may change of an item, the place's lines of the plan."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.governance.archive.actions import Filed, LineGiven
from linli.governance.archive.filing_plan import shipped
from linli.governance.archive.models import Item
from linli.governance.archive.queries.plan import plan_on
from linli.governance.archive.words import ACCESS, TERMS
from linli.lib.identity.ids import new_id

SCANS = ("application/pdf", "image/jpeg", "image/png", ".docx", ".xlsx", ".odt", ".ods")


class Scans(forms.FileField):
    """Several files; which they really are is checked where they are taken in."""

    widget = FileDrop(
        accept=SCANS, kinds=_("PDF、图片、Word、Excel"), most=LIMITS["document"], several=True
    )

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        one = super().clean
        several = data if isinstance(data, list | tuple) else [data] if data else []
        return [one(each, initial) for each in several]


class SearchForm(forms.Form):
    """What is looked for: words of the title or a number, a class, a year."""

    q = forms.CharField(label=_("题名或档号"), required=False, max_length=60)
    part = forms.ChoiceField(label=_("类别"), required=False)
    year = forms.TypedChoiceField(label=_("年度"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = [(part.key, part.name) for part in shipped().parts]
        self.fields["part"].choices = [("", _("全部")), *parts]  # type: ignore[attr-defined]
        offered = [(year, str(year)) for year in years]
        self.fields["year"].choices = [("", _("全部")), *offered]  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """A paper filed by hand: what it is, where it belongs, scans or shelf."""

    line = forms.ChoiceField(label=_("归档范围里的哪一条"))
    title = forms.CharField(
        label=_("题名"), max_length=200, help_text=_("写事情，不写居民的姓名。")
    )
    year = forms.IntegerField(label=_("年度"), min_value=1949, max_value=2200)
    on = forms.DateField(label=_("文件日期"), widget=DayInput())
    pages = forms.IntegerField(label=_("页数"), required=False, min_value=1, max_value=100_000)
    shelf = forms.CharField(
        label=_("纸质原件在哪里"),
        max_length=120,
        required=False,
        help_text=_("例如“二号柜三层 5 号盒”。只有电子文件的不填。"),
    )
    access = forms.ChoiceField(
        label=_("开放程度"), required=False, choices=[("", _("照归档范围")), *ACCESS]
    )
    scans = Scans(label=_("扫描件或电子文件"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"year": today.year, "on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self._lines = {}
        groups = []
        for each in plan_on(community, today):
            lines = [chosen.line for chosen in each.lines if not chosen.line.by_room]
            self._lines |= {line.key: line for line in lines}
            if lines:
                groups.append((each.part.name, [(line.key, line.name) for line in lines]))
        self.fields["line"].choices = [("", _("请选择")), *groups]  # type: ignore[attr-defined]

    @property
    def filed(self) -> Filed:
        """The paper as the act takes it."""
        said = self.cleaned_data
        plain = ("year", "on", "title", "pages", "shelf", "access")
        return Filed(self._lines[said["line"]], **{name: said[name] for name in plain})


class ItemForm(forms.Form):
    """What may change of an item: where the original lies, how many pages, how far it is open."""

    shelf = PaperForm.base_fields["shelf"]
    pages = PaperForm.base_fields["pages"]
    access = forms.ChoiceField(label=_("开放程度"), choices=ACCESS)

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        kwargs["initial"] = {"shelf": item.shelf, "pages": item.pages, "access": item.access}
        super().__init__(*args, **kwargs)


class LineForm(forms.Form):
    """A line of the place: new, or another term or access for one that is there."""

    of = forms.ChoiceField(label=_("改哪一条"), required=False)
    part = forms.ChoiceField(label=_("哪一类"))
    title = forms.CharField(label=_("归档什么"), max_length=120)
    title_en = forms.CharField(label=_("英文名称"), max_length=160, required=False)
    term = forms.ChoiceField(label=_("保管期限"), choices=TERMS)
    access = forms.ChoiceField(label=_("开放程度"), choices=ACCESS)
    source = forms.CharField(
        label=_("依据"), max_length=200, help_text=_("文件的名称和文号，或哪一次会议的决定。")
    )
    since = forms.DateField(label=_("从哪天起"), widget=DayInput())

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"since": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        groups = [
            (each.part.name, [(chosen.line.key, chosen.line.name) for chosen in each.lines
                              if not chosen.line.key.startswith("local.")])
            for each in plan_on(community, today)
        ]  # fmt: skip
        added = ("", _("新的一条"))
        self.fields["of"].choices = [added, *groups]  # type: ignore[attr-defined]
        parts = [(part.key, part.name) for part in shipped().parts]
        self.fields["part"].choices = parts  # type: ignore[attr-defined]

    @property
    def given(self) -> LineGiven:
        """The line as the act takes it."""
        return LineGiven(**self.cleaned_data)


class EndForm(forms.Form):
    """From when a line of the place holds no longer."""

    until = forms.DateField(label=_("从哪天起停用"), widget=DayInput())
