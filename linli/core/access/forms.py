"""The forms of coming in: sign in, accept an invitation."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.places.queries import dwellings_under, houses_in
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
        label=_("楼栋"), queryset=None, help_text=_("每户一张，打印后剪开发放。")
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["building"].queryset = houses_in(community)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "building" in cleaned:
            cleaned["dwellings"] = list(dwellings_under(cleaned["building"]))
            if not cleaned["dwellings"]:
                raise forms.ValidationError(_("这里还没有登记住房。"), code="no_dwelling")
        return cleaned
