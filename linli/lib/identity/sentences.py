"""The sentences of every refusal in this package, in Chinese, with named placeholders.

They are translated by whoever shows them: `sentence_of(refusal, gettext)`.
"""

from collections.abc import Callable
from types import MappingProxyType

from linli.lib.identity.refusals import Refusal


def _(text: str) -> str:
    """Mark for extraction; translation happens where the sentence is shown."""
    return text


SENTENCES = MappingProxyType(
    {
        "id_length": _("身份证号应为 18 位，这里是 {found} 位。请核对。"),
        "id_old_form": _("这是 15 位的旧号码。请填写现在的 18 位身份证号。"),
        "id_digit": _("身份证号第 {position} 位不是数字。请核对。"),
        "id_birth_date": _("身份证号里的出生日期不存在。请核对第 7 至 14 位。"),
        "id_birth_future": _("身份证号里的出生日期还没有到。请核对第 7 至 14 位。"),
        "id_checksum": _("身份证号的最后一位对不上，可能有一位输错。请对照证件核对。"),
        "id_digits_lost": _("身份证号末尾是 000，可能被表格软件改动过。请对照证件重新填写。"),
        "phone_empty": _("没有电话号码。请填写。"),
        "phone_several": _("这里有几个号码。请只填一个。"),
        "phone_short": _("这是服务热线或短号，不能用来联系个人。请填写手机或固定电话。"),
        "phone_area_code": _("固定电话缺少区号。请写成 010-62345678 这样。"),
        "phone_length": _("手机号应为 11 位，这里是 {found} 位。请核对。"),
        "phone_unknown": _("没有这样的电话号码。请核对。"),
        "receipt_length": _("回执号是 {expected} 位，这里是 {found} 位。请核对。"),
        "receipt_character": _("回执号第 {position} 位不是回执号会用的字。请核对。"),
        "receipt_check": _("回执号对不上，可能有一位看错或输错。请对照回执核对。"),
    }
)


def sentence_of(refusal: Refusal, translate: Callable[[str], str] = str) -> str:
    """The sentence of a refusal, `translate` being the gettext of the reader's language."""
    return translate(SENTENCES[refusal.code]).format(**refusal.numbers)
