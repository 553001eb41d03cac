"""What a form says of a wrong entry, in the words of the house and not of a programmer.

Django keeps these sentences on its own classes; they are replaced there once, when the app is
ready, so that no form of a room has to repeat them.
"""

from typing import Any

from django.core import validators
from django.forms import fields, models
from django.utils.translation import gettext_lazy as _

_OFFERED = _("请在列出的几项里选。")

OF_FIELDS: dict[type[fields.Field], dict[str, Any]] = {
    fields.Field: {"required": _("请填写这一项。")},
    fields.IntegerField: {"invalid": _("请填整数，例如 3。")},
    fields.FloatField: {"invalid": _("请填数字，例如 3.5。")},
    fields.DecimalField: {"invalid": _("请填数字，例如 3.5。")},
    fields.DateField: {"invalid": _("请填年、月、日都有的日期，例如 2026-03-01。")},
    fields.TimeField: {"invalid": _("请填几点几分，例如 09:30。")},
    fields.DateTimeField: {"invalid": _("请填日期和几点几分，例如 2026-03-01 09:30。")},
    fields.DurationField: {"invalid": _("请填多长时间，例如 1:30:00。")},
    fields.RegexField: {"invalid": _("写法不对，请照旁边的说明写。")},
    fields.URLField: {"invalid": _("请填完整的网址，例如 https://example.org。")},
    fields.UUIDField: {"invalid": _OFFERED},
    fields.FileField: {
        "required": _("请选择一个文件。"),
        "invalid": _("没有收到文件，请再选一次。"),
        "missing": _("没有收到文件，请再选一次。"),
        "empty": _("这个文件是空的，请换一个。"),
    },
    fields.ImageField: {"invalid_image": _("这不是图片，或者图片坏了，请换一张。")},
    fields.ChoiceField: {"required": _("请选一项。"), "invalid_choice": _OFFERED},
    fields.MultipleChoiceField: {
        "required": _("请至少选一项。"),
        "invalid_choice": _OFFERED,
        "invalid_list": _OFFERED,
    },
    fields.TypedMultipleChoiceField: {"invalid_choice": _OFFERED},
    models.ModelChoiceField: {"required": _("请选一项。"), "invalid_choice": _OFFERED},
    models.ModelMultipleChoiceField: {
        "required": _("请至少选一项。"),
        "invalid_choice": _OFFERED,
        "invalid_pk_value": _OFFERED,
    },
    fields.BooleanField: {"required": _("请勾选这一项，才能继续。")},
}

OF_VALIDATORS: dict[type[Any], Any] = {
    validators.EmailValidator: _("请填完整的邮箱，例如 name@example.org。"),
    validators.MinLengthValidator: _("至少写 %(limit_value)d 个字，现在是 %(show_value)d 个。"),
    validators.MaxLengthValidator: _("最多写 %(limit_value)d 个字，现在是 %(show_value)d 个。"),
    validators.MinValueValidator: _("不能小于 %(limit_value)s。"),
    validators.MaxValueValidator: _("不能大于 %(limit_value)s。"),
    validators.URLValidator: _("请填完整的网址，例如 https://example.org。"),
    validators.ProhibitNullCharactersValidator: _("里面有看不见的字符，请重新输入。"),
}

OF_DECIMALS: dict[str, Any] = {
    "max_digits": _("最多 %(max)s 位数。"),
    "max_decimal_places": _("小数点后面最多 %(max)s 位。"),
    "max_whole_digits": _("小数点前面最多 %(max)s 位。"),
}


def speak_plainly() -> None:
    """Called once, when the app is ready."""
    for kind, words in OF_FIELDS.items():
        kind.default_error_messages = {**kind.__dict__.get("default_error_messages", {}), **words}
    for validator, said in OF_VALIDATORS.items():
        validator.message = said
    validators.DecimalValidator.messages = {**validators.DecimalValidator.messages, **OF_DECIMALS}
