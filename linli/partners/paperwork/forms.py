"""The forms of the desk: what is parsed, and nothing decided."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.core.people.models import Tie
from linli.core.places.models import Place
from linli.core.places.queries import areas_of, public_places
from linli.lib.identity.ids import new_id
from linli.partners.paperwork.models import HandOver
from linli.partners.paperwork.queries import lists, subjects

BLANKS = (".xlsx", ".xls", ".docx")


class ReceiveForm(forms.Form):
    """A blank as it came: who asks, what for, until when."""

    blank = forms.FileField(
        label=_("对方发来的空表"),
        widget=FileDrop(
            accept=BLANKS, kinds=_("XLSX、XLS、DOCX，不用改动"), most=LIMITS["document"]
        ),
    )
    body = forms.ModelChoiceField(label=_("哪个单位要的"), queryset=None, empty_label=_("请选择"))
    due_on = forms.DateField(label=_("哪天前交"), widget=DayInput())
    purpose = forms.CharField(
        label=_("对方说明的用途"),
        max_length=200,
        help_text=_("例如“核对低保对象近况”。交给谁、做什么用，居民本人看得到。"),
    )
    basis = forms.CharField(
        label=_("对方写明的依据"),
        max_length=200,
        required=False,
        help_text=_("文件名、文号或条文；对方没写就留空，说明信会请对方补上。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Place, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = lists.departments(community, on)


class ChooseForm(forms.Form):
    """Whom the form is about."""

    how = forms.ChoiceField(
        label=_("填哪些人"), choices=(), widget=forms.RadioSelect, initial=subjects.EVERYBODY
    )
    kinds = forms.MultipleChoiceField(
        label=_("与住房的关系"),
        choices=Tie.KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选就是全部。"),
    )
    age_from = forms.IntegerField(label=_("满几周岁"), min_value=0, max_value=130, required=False)
    age_to = forms.IntegerField(label=_("不超过几周岁"), min_value=0, max_value=130, required=False)
    place = forms.ModelChoiceField(
        label=_("小区、楼栋、单元"), queryset=None, required=False, empty_label=_("整个社区")
    )
    area = forms.ModelChoiceField(
        label=_("居民小组、网格"), queryset=None, required=False, empty_label=_("不限")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, community: Place, on: Any, earlier: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(subjects.EVERYBODY, _("符合下面条件的所有人（户）"))]
        if earlier:
            ways.insert(0, (subjects.LAST_TIME, _("上次交表的那些人（户）")))
            self.fields["how"].initial = subjects.LAST_TIME
        fields: Any = self.fields
        fields["how"].choices = [*ways, (subjects.PICKED, _("一个一个挑"))]
        fields["place"].queryset = public_places(community)
        fields["place"].label_from_instance = lambda place: place.name_inside
        fields["area"].queryset = areas_of(community, on)
        fields["area"].label_from_instance = lambda area: area.name

    def wanted(self) -> dict[str, Any]:
        """The conditions as plain values, fit to be kept."""
        given = self.cleaned_data
        return {
            "kinds": given["kinds"],
            "age_from": given["age_from"],
            "age_to": given["age_to"],
            "place": str(given["place"].pk) if given["place"] else "",
            "area": str(given["area"].pk) if given["area"] else "",
        }


class FindForm(forms.Form):
    """Who else is to be on the list."""

    q = forms.CharField(
        label=_("姓名、拼音、证件号或电话"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "type": "search", "data-no-draft": True}
        ),
    )


def picked_from(data: Any) -> list[UUID]:
    """The persons ticked in a list; what is no id is left out."""
    found = []
    for value in data.getlist("person"):
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found


class HandOverForm(forms.Form):
    """To whom, how, on what ground, and what it took."""

    received_by = forms.CharField(
        label=pgettext_lazy("a filled form", "交给谁"),
        max_length=60,
        help_text=_("对方的科室和经办人。"),
    )
    way = forms.ChoiceField(label=_("怎么交"), choices=HandOver.WAYS, widget=forms.RadioSelect)
    scope = forms.ChoiceField(label=_("交哪些行"), choices=(), widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=_("凭什么交给对方"), choices=HandOver.GROUNDS, widget=forms.RadioSelect
    )
    told_and_agreed = forms.BooleanField(
        label=_("按“本人同意”交的：每个人都告知了交给谁、做什么用，也都单独同意了"),
        required=False,
    )
    minutes = forms.IntegerField(
        label=_("一共用了几分钟"),
        min_value=0,
        help_text=_("连问人的时间在内，大概就行。记在要表的单位名下。"),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, scopes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["scope"]
        field.choices = [choice for choice in HandOver.SCOPES if choice[0] in scopes]
        field.initial = scopes[0]
        self.fields["way"].initial = "in_person"


class PutAsideForm(forms.Form):
    """Why the form is not filled."""

    reason = forms.CharField(
        label=_("原因"), max_length=200, help_text=_("例如“对方撤回了”“不在清单上，已答复”。")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)
