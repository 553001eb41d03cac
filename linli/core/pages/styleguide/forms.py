"""A form with every kind of field, for the style guide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, FileDrop


class SpecimenForm(forms.Form):
    """What a resident might be asked."""

    what = forms.CharField(
        label=_("发生了什么事"),
        help_text=_("一句话说清就行，例如“三楼楼道灯不亮”。"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    kind = forms.ChoiceField(
        label=_("哪一类"),
        choices=[("light", _("公共照明")), ("water", _("漏水")), ("noise", _("噪声"))],
        widget=forms.RadioSelect,
    )
    where = forms.ChoiceField(
        label=_("在哪里"),
        choices=[("", _("请选择")), ("a", "幸福里小区"), ("b", "桂花苑")],
    )
    since = forms.DateField(label=_("从哪天起"), required=False, widget=DayInput)
    phone = forms.CharField(
        label=_("联系电话"),
        required=False,
        help_text=_("只给经办人看，用来问清情况；不公开。"),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    photo = forms.FileField(
        label=_("照片"),
        required=False,
        widget=FileDrop(
            accept=("image/jpeg", "image/png"), kinds=_("拍地点，不拍人"), most=10 * 1024 * 1024
        ),
    )
    public = forms.BooleanField(label=_("同意把问题和答复公开（不含我的信息）"), required=False)


class SpecimenFilter(forms.Form):
    """Filters of a list."""

    status = forms.ChoiceField(
        label=_("状态"),
        required=False,
        choices=[("", _("全部")), ("open", _("办理中")), ("late", _("已超期"))],
    )
    place = forms.ChoiceField(
        label=_("小区"),
        required=False,
        choices=[("", _("全部")), ("a", "幸福里小区"), ("b", "桂花苑")],
    )
    words = forms.CharField(label=_("关键词"), required=False)
    mine = forms.BooleanField(label=_("只看我的"), required=False)
