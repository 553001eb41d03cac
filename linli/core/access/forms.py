"""The forms of coming in and of posts: sign in, accept a slip, appoint, register a body."""

from datetime import timedelta
from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth import password_validation
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, pgettext_lazy

from linli.core.access.conditions import condition_of
from linli.core.access.models import Body
from linli.core.access.posts import POSTS
from linli.core.access.queries import bodies_of
from linli.core.access.sign_in import account_called
from linli.core.pages.fields import DayInput
from linli.core.places.models import Place
from linli.core.places.queries import dwellings_under, houses_in, public_places
from linli.lib.identity.phone import Phone, read_phone
from linli.lib.identity.sentences import sentence_of


class SignInForm(LoginForm):
    """One field for a phone number or an e-mail, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("手机号或邮箱"),
            max_length=120,
            widget=forms.TextInput(attrs={"autocomplete": "username webauthn"}),
        )
        self.fields["password"].label = _("密码")
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("在这台设备上记住我")
        self.order_fields(["login", "password", "remember"])

    def user_credentials(self) -> dict[str, str]:
        return {
            "username": self.cleaned_data["login"],
            "password": self.cleaned_data.get("password", ""),
        }


class AcceptInvitationForm(forms.Form):
    """Whoever holds the slip gives a name to be called by, a way to be found, and a password."""

    label = forms.CharField(
        label=_("怎么称呼您"), max_length=40, help_text=_("例如“王阿姨”；不必是全名。")
    )
    login = forms.CharField(
        label=_("手机号或邮箱"), max_length=120, help_text=_("以后用它登录；加密保存，不对外显示。")
    )
    password = forms.CharField(
        label=_("密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("至少 8 个字符，不能全是数字。"),
    )

    def clean_login(self) -> str:
        text: str = self.cleaned_data["login"].strip()
        if "@" in text:
            return forms.EmailField().clean(text).casefold()
        phone = read_phone(text)
        if not isinstance(phone, Phone):
            raise forms.ValidationError(sentence_of(phone, gettext), code=phone.code)
        return phone.e164

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password


class InviteForm(forms.Form):
    """For which building the slips are: one for each dwelling, ready to print and cut."""

    building = forms.ModelChoiceField(
        label=_("楼栋"),
        queryset=None,
        empty_label=_("请选择"),
        help_text=_("每户一张，打印后剪开发放。"),
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["building"]
        field.queryset = houses_in(community)
        field.label_from_instance = lambda place: place.name_inside

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "building" in cleaned:
            cleaned["dwellings"] = list(dwellings_under(cleaned["building"]))
            if not cleaned["dwellings"]:
                raise forms.ValidationError(_("这里还没有登记住房。"), code="no_dwelling")
        return cleaned


class AppointForm(forms.Form):
    """Who gets which post, for whom, from when until when."""

    post = forms.ChoiceField(label=pgettext_lazy("one", "岗位"))
    body = forms.ModelChoiceField(
        label=_("代表哪个单位"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=_("居委会自己的岗位，不选"),
        help_text=_("物业经理和职能部门经办人要选，只看得到转给这个单位的诉求。"),
    )
    login = forms.CharField(
        label=_("手机号或邮箱"),
        max_length=120,
        required=False,
        help_text=_("本人登录用的。还没有账号的，空着，打印一张邀请单当面交给本人。"),
    )
    since = forms.DateField(label=_("从哪天起"), widget=DayInput)
    last_day = forms.DateField(
        label=_("到哪天为止"),
        required=False,
        widget=DayInput,
        help_text=_("包括这一天；没有期限的，空着。"),
    )

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = timezone.localdate()
        fields: Any = self.fields
        fields["post"].choices = [
            ("", _("请选择")),
            # A post at the street is not a community's to give.
            *((post.name, post.title) for post in POSTS.values() if not post.counts_only),
        ]
        fields["body"].queryset = bodies_of(community, on)
        for post in POSTS:
            if condition := condition_of(post):
                stated = forms.BooleanField(label=condition.stated, required=False)
                fields[f"stated_{post}"] = stated
        fields["since"].initial = on

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        post, body = POSTS.get(cleaned.get("post", "")), cleaned.get("body")
        if post and post.for_body and not body:
            self.add_error("body", _("这个岗位要选定代表哪个单位。"))
        if post and not post.for_body and body:
            self.add_error("body", _("这个岗位是居委会自己的，这里不选。"))
        if post and condition_of(post.name) and not cleaned[f"stated_{post.name}"]:
            self.add_error(f"stated_{post.name}", _("请先核对，再勾选。"))
        cleaned["account"] = None
        if login := cleaned.get("login"):
            cleaned["account"] = account_called(login)
            if cleaned["account"] is None:
                text = _("没有这个账号。请核对；还没有账号的，空着这一栏，打印邀请单。")
                self.add_error("login", text)
        since, last = cleaned.get("since"), cleaned.get("last_day")
        if since and last and last < since:
            self.add_error("last_day", _("最后一天不能早于开始那天。"))
        cleaned["until"] = last + timedelta(days=1) if last else None
        return cleaned


class EndPostForm(forms.Form):
    """The last day of a term."""

    last_day = forms.DateField(
        label=_("最后一天"),
        widget=DayInput,
        help_text=_("包括这一天；从第二天起不能再用这个岗位办事。"),
    )

    def __init__(self, *args: Any, since: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._since = since

    def clean_last_day(self) -> Any:
        last = self.cleaned_data["last_day"]
        if last < self._since:
            raise forms.ValidationError(_("最后一天不能早于开始那天。"), code="order")
        self.cleaned_data["until"] = last + timedelta(days=1)
        return last


class EndBodyForm(EndPostForm):
    """The last day something can be sent to a body."""

    last_day = forms.DateField(
        label=_("最后一天"),
        widget=DayInput,
        help_text=_("包括这一天；从第二天起不能再转给它。还在它那里的事，请先收回来。"),
    )


class BodyForm(forms.Form):
    """A body that can be sent something: its name, kind, where its duty lies."""

    name = forms.CharField(label=_("名称"), max_length=80, help_text=_("写全称，居民会看到。"))
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("请选择")), *Body.KINDS])
    place = forms.ModelChoiceField(
        label=_("负责的范围"), queryset=Place.objects.none(), empty_label=None
    )
    office_phone = forms.CharField(
        label=_("办公电话"),
        max_length=30,
        required=False,
        help_text=_("单位的电话，不是个人的手机。"),
    )

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._community = community
        field: Any = self.fields["place"]
        inside = [
            place.pk for place in public_places(community) if place.kind in ("compound", "building")
        ]
        field.queryset = Place.objects.filter(pk__in=[community.pk, *inside]).order_by("path")
        field.initial = community.pk
        field.label_from_instance = lambda place: (
            place.name if place.pk == community.pk else place.name_inside
        )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if Body.objects.filter(community=self._community, name=name).exists():
            raise forms.ValidationError(_("已经登记过这个名称。"), code="taken")
        return name
