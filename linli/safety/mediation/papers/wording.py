"""What every party is told before talks begin, in our own words after arts. 23 and 24."""

from django.utils.translation import gettext as _


def rights() -> list[str]:
    """What a party may."""
    return [
        _("1. 选择调解员，或者接受安排的调解员；可以要求换一位。"),
        _("2. 接受调解、拒绝调解，随时要求停止；不用说原因。"),
        _("3. 要求公开或者不公开调解。"),
        _("4. 自愿表达意见，自愿达成协议；没有人可以强迫。"),
        _("5. 请亲友、专家参加，要各方都同意。"),
        _("6. 调解员偏袒、侮辱、收取好处或者泄露隐私的，可以向调解委员会、居委会或者县级司法行政部门反映；"
          "情节严重的，罢免或者解聘。"),
    ]  # fmt: skip


def duties() -> list[str]:
    """What a party owes."""
    return [
        _("1. 如实说明情况。"),
        _("2. 遵守调解现场的秩序，尊重调解员。"),
        _("3. 尊重对方行使权利。"),
        _("4. 达成协议的，按协议履行。"),
    ]
