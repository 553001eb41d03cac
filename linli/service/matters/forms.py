"""The forms of 诉求: what is parsed, and nothing decided."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop, MomentInput
from linli.core.places.kinds import COMMUNITY, ENTRANCE
from linli.core.places.queries import place_in, public_places
from linli.core.places.rules.naming import SEPARATOR
from linli.lib.identity.ids import new_id
from linli.lib.identity.phone import Phone, read_phone
from linli.lib.identity.sentences import sentence_of
from linli.service.matters.models import Kind
from linli.service.matters.models.kinds import GROUPS
from linli.service.matters.models.matter import CHANNELS
from linli.service.matters.queries import kinds_of

PHOTO_KINDS = ("image/jpeg", "image/png", "image/webp", "image/heic")


class Photos(FileDrop):
    """Photos of the place; several, each within the limit core/files keeps."""

    def __init__(self) -> None:
        super().__init__(
            accept=PHOTO_KINDS,
            kinds=_("拍东西和地方，不拍人"),
            most=LIMITS["photo"],
            several=True,
            without=_("不要照片，就这样提交"),
        )


def photos_in(request: Any) -> Any:
    """The photos of a posted form, all of them, as `PhotosField` takes them."""
    return {"photos": request.FILES.getlist("photos")}


class PhotosField(forms.FileField):
    """A list of uploads, possibly empty."""

    widget = Photos

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        one = super().clean
        if getattr(data, "left_out", False):
            raise forms.ValidationError(
                _("刚才选的照片没有收进来。请另选一张，或者勾选“不要照片，就这样提交”。"),
                code="left_out",
            )
        if isinstance(data, list | tuple):
            if len(data) > 6:
                raise forms.ValidationError(_("一次最多 6 张照片。"), code="too_many")
            return [one(each, initial) for each in data]
        return [one(data, initial)] if data else []


class PlaceField(forms.ChoiceField):
    """A compound, building or entrance of one community; the door is never asked for."""

    def __init__(self, **kwargs: Any) -> None:
        # Not called optional, since one of the place and the words for it is needed.
        super().__init__(choices=[("", _("请选择"))], required=True, **kwargs)
        self.community: Any = None

    def offer(self, community: Any) -> None:
        """Offers the places of `community`; they are read where the list is drawn, and not for
        checking the one that was chosen."""
        self.community = community
        self.choices = self._list

    def _list(self) -> list[tuple[str, str]]:
        places = public_places(self.community).values_list("pk", "full_name", "name")
        return [
            ("", gettext("请选择")),
            *((str(key), full.partition(SEPARATOR)[2] or name) for key, full, name in places),
        ]

    def clean(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            place = place_in(self.community, UUID(str(value)))
        except ValueError:
            place = None
        if place is None or not COMMUNITY < place.level <= ENTRANCE:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            )
        return place


class RaiseForm(forms.Form):
    """What, where, and — only if one likes — who. One page, few words."""

    kind = forms.ModelChoiceField(
        label=_("是什么事"), queryset=Kind.objects.none(), empty_label=_("请选择")
    )
    text = forms.CharField(
        label=_("说说情况"),
        max_length=2000,
        help_text=_("原话只有社区工作者看得到。公开前会由工作人员看一遍，不公开姓名、电话和门牌。"),
        widget=forms.Textarea(
            attrs={"rows": 4, "maxlength": 2000, "data-emergency-words": "emergency-words"}
        ),
    )
    place = PlaceField(label=_("在哪里"), help_text=_("找不到的，在下面写明。"))
    where = forms.CharField(
        label=_("具体位置"),
        max_length=200,
        required=False,
        help_text=_("例如“三楼到四楼之间”。"),
    )
    wanted = forms.CharField(label=_("希望怎样解决"), max_length=400, required=False)
    contact_name = forms.CharField(
        label=_("怎么称呼您"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "data-no-draft": True}),
    )
    contact_phone = forms.CharField(
        label=_("联系电话"),
        max_length=30,
        required=False,
        help_text=_("不留也能办：凭回执号随时查看。留了只用来问清情况，加密保存，办结一年后删除。"),
        widget=forms.TextInput(
            attrs={"autocomplete": "tel", "inputmode": "tel", "data-no-draft": True}
        ),
    )
    lat = forms.DecimalField(
        max_digits=9,
        decimal_places=6,
        min_value=-90,
        max_value=90,
        required=False,
        widget=forms.HiddenInput(),
    )
    lon = forms.DecimalField(
        max_digits=9,
        decimal_places=6,
        min_value=-180,
        max_value=180,
        required=False,
        widget=forms.HiddenInput(),
    )
    tag = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = kinds_of(community).filter(offered=True)
        field = self.fields["kind"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = kinds
        field.choices = _grouped(kinds)
        place = self.fields["place"]
        assert isinstance(place, PlaceField)
        place.offer(community)

    def clean_contact_phone(self) -> str:
        text: str = self.cleaned_data["contact_phone"].strip()
        if not text:
            return ""
        phone = read_phone(text)
        if not isinstance(phone, Phone):
            raise forms.ValidationError(sentence_of(phone, gettext), code=phone.code)
        return phone.shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("place") and not cleaned.get("where"):
            self.add_error("place", _("请选一个地方，或在“具体位置”里写明。"))
        return cleaned


class SendForm(RaiseForm):
    """The second page: the same words, hidden, with photos and the key of being sent once."""

    photos = PhotosField(label=_("照片"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput())
    not_emergency = forms.BooleanField(label=_("现在没有危险了，继续提交"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name not in ("photos", "not_emergency"):
                field.widget = field.hidden_widget()


class TypeInForm(RaiseForm):
    """A worker writes down a call, a walk-in, or a slip from the box."""

    channel = forms.ChoiceField(
        label=_("来源"),
        choices=[choice for choice in CHANNELS if choice[0] not in ("web", "tag", "import")],
        initial="phone",
        widget=forms.RadioSelect,
    )
    raised_at = forms.DateTimeField(
        label=_("提出的时间"),
        required=False,
        help_text=_("现在提出的不用填；意见箱里的请填纸条上的日期。"),
        widget=MomentInput(),
    )
    photos = PhotosField(label=_("照片"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    field_order = ["channel", "kind", "text", "place", "where", "raised_at"]


class ReceiptForm(forms.Form):
    """Finding one's matter again."""

    receipt = forms.CharField(
        label=_("回执号"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class SupplyForm(forms.Form):
    """The sender adds something."""

    text = forms.CharField(
        label=_("补充的情况"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 2000}),
    )
    photos = PhotosField(label=_("照片"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class RateForm(forms.Form):
    """Three answers, and words if one likes."""

    score = forms.ChoiceField(
        label=_("对这次答复和办理，您满意吗"),
        choices=[("good", _("满意")), ("fair", _("基本满意")), ("poor", _("不满意，请重新办理"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("想说的话"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
    )


def _grouped(kinds: Any) -> list[Any]:
    titles = dict(GROUPS)
    groups: dict[str, list[tuple[str, str]]] = {}
    for kind in kinds:
        groups.setdefault(kind.group, []).append((str(kind.pk), kind.name))
    return [("", _("请选择")), *((titles[key], choices) for key, choices in groups.items())]
