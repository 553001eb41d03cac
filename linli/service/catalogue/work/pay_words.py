"""What an opening pays, in words."""

from django.utils.translation import gettext as _

from linli.service.catalogue.work.models import JobOpening


def tell_pay(row: JobOpening) -> str:
    """From how much to how much and by what it is counted."""
    if row.pay_fen is None:
        return _("还没填")
    if row.pay_fen == 0 and not row.pay_most_fen:
        return _("没有补贴，也不收钱")
    least = _yuan(row.pay_fen)
    per = row.get_pay_per_display()
    if row.pay_most_fen and row.pay_most_fen != row.pay_fen:
        most = _yuan(row.pay_most_fen)
        return _("{least} 到 {most} 元／{unit}").format(least=least, most=most, unit=per)
    return _("{yuan} 元／{unit}").format(yuan=least, unit=per)


def _yuan(fen: int) -> str:
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
