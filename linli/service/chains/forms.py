"""The forms of a list: what is parsed, and nothing decided."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.roster.addresses import ANYWHERE, AddressBook
from linli.core.people.roster.problems import ROSTER_SENTENCES
from linli.core.places.models import Place
from linli.lib.chains import quantities_of
from linli.lib.chains.messages import as_words
from linli.lib.identity.ids import new_id
from linli.service.chains.models import LONGEST_TITLE, LONGEST_WHERE, Chain, Line
from linli.service.chains.rules import LONGEST_TEXT

NOBODY, OTHER = "none", "other"


class TextForm(forms.Form):
    """The text as it was copied out of the group."""

    text = forms.CharField(
        label=_("从群里复制来的接龙"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10, "data-no-draft": True}),
        help_text=_("整段粘贴，有几个版本也可以一起贴。里面的手机号会跳过，不保存。"),
    )


class NewForm(TextForm):
    """A new list."""

    kind = forms.ChoiceField(label=_("用来做什么"), choices=Chain.KINDS)
    title = forms.CharField(
        label=_("标题"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("不填就用接龙的第一行。"),
    )
    where = forms.CharField(
        label=_("哪个小区或哪栋楼的群"),
        max_length=LONGEST_WHERE,
        required=False,
        help_text=_("例如“3号楼”。群里只写“2-501”时，按这里对住房。全社区的群不用填。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    field_order = ("text", "kind", "title", "where", "once")

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._community = community

    def clean_where(self) -> str:
        text: str = self.cleaned_data["where"].strip()
        if text and AddressBook(self._community).within(text) == ANYWHERE:
            raise forms.ValidationError(_("本社区没有这个小区或楼栋。"), code="unknown")
        return text


class AgainForm(TextForm):
    """A newer version of a list; `seen` tells whether the list is still as it was looked at."""

    seen = forms.CharField(widget=forms.HiddenInput(), required=False)
    field_order = ("text", "seen")


class LineForm(forms.Form):
    """One line: whose door it is, who, how much."""

    home = forms.ChoiceField(label=_("住房"), widget=forms.RadioSelect, required=False)
    address = forms.CharField(
        label=_("别的住房"),
        max_length=60,
        required=False,
        help_text=_("例如 3-2-501，或 3号楼2单元501。"),
    )
    name = forms.CharField(label=_("称呼"), max_length=40, required=False)
    quantities = forms.CharField(
        label=_("要什么、多少"),
        max_length=120,
        required=False,
        help_text=_("例如“鸡蛋2盘、牛奶1箱”；只是报名的不用填。"),
    )
    note = forms.CharField(label=_("备注"), max_length=200, required=False)
    counts = forms.BooleanField(label=_("算数（取消的不要勾）"), required=False, initial=True)
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)

    def __init__(
        self,
        *args: Any,
        community: Place,
        line: Line | None = None,
        offered: Sequence[Place] = (),
        **kwargs: Any,
    ) -> None:
        if line is not None:
            kwargs["initial"] = {
                "home": str(line.dwelling_id) if line.dwelling_id else NOBODY,
                "name": line.name,
                "quantities": as_words(line.amounts),
                "note": line.note,
                "counts": line.counts,
                "seen": line.as_seen,
            }
        super().__init__(*args, **kwargs)
        self._community = community
        homes = list(offered)
        if line is not None and line.dwelling and line.dwelling not in homes:
            homes.insert(0, line.dwelling)
        self._homes = {str(home.pk): home for home in homes}
        if homes:
            choice = self.fields["home"]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = [
                *((pk, home.name_inside) for pk, home in self._homes.items()),
                (NOBODY, _("对不上，先空着")),
                (OTHER, _("下面填的住房")),
            ]
        else:
            del self.fields["home"]
            self.fields["address"].label = _("住房")
        if line is None:
            del self.fields["counts"], self.fields["seen"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        address, home = said.get("address", ""), said.get("home", "")
        said["dwelling"] = self._homes.get(home)
        if address and home in ("", OTHER, NOBODY):
            found = AddressBook(self._community).find(address)
            if found.dwelling is None:
                words = str(ROSTER_SENTENCES[found.problem or ""]).format(several=found.several)
                self.add_error("address", words)
            else:
                said["dwelling"] = Place.objects.get(pk=found.dwelling)
        elif home == OTHER:
            self.add_error("address", _("请填写住房。"))
        said["amounts"] = quantities_of(said.get("quantities", ""))
        return said

    def given(self) -> dict[str, Any]:
        """What the acts are told."""
        said = self.cleaned_data
        return {
            "dwelling": said["dwelling"],
            "name": said["name"],
            "quantities": said["amounts"],
            "note": said["note"],
        }
