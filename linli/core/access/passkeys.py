"""The form by which a passkey is made, in our words."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class AddPasskeyForm(AddWebAuthnForm):
    """A key with a name to know it by; as a rule it signs in without the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("给它起个名")
        self.fields["name"].help_text = _("例如“我的手机”，以后认得出是哪一个。")
        self.fields["passwordless"].label = _("登录时不用再输密码")
        self.fields["passwordless"].help_text = _("用这台设备的指纹、面容或锁屏密码确认。")
        self.fields["passwordless"].initial = True
