"""What somebody holds and would like to be sure of."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

MOST = 2_000_000


class VerifyForm(forms.Form):
    """A pasted text, or a file: one of the two."""

    text = forms.CharField(
        label=_("粘贴文字、编号或校验码"),
        required=False,
        validators=[MaxLengthValidator(MOST)],
        widget=forms.Textarea(attrs={"rows": 5, "data-no-draft": ""}),
        help_text=_("群里收到的整段文字、纸上的编号和校验码，或者完整的校验值。"),
    )
    file = forms.FileField(
        label=_("或者选择文件"),
        required=False,
        help_text=_("从公告页面下载的原件（.json）或存下来的文字（.txt）。"),
    )

    def clean_file(self) -> str:
        """The file as text."""
        file = self.cleaned_data.get("file")
        if not file:
            return ""
        if file.size > MOST:
            raise forms.ValidationError(_("文件太大，不会是公告的原件。"), code="large")
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(
                _("认不出这个文件。照片和扫描件请输入纸上的编号和校验码。"), code="binary"
            ) from None
        return text

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.given():
            raise forms.ValidationError(_("请粘贴文字，或选择文件。"), code="empty")
        return cleaned

    def given(self) -> str:
        """What was given."""
        return str(self.cleaned_data.get("file") or self.cleaned_data.get("text") or "")
