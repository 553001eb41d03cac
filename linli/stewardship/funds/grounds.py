"""Why the names of persons who gave or were paid may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONSENT,
    CONTRACT,
    DUTY,
    Ground,
    Purpose,
    register_grounds,
    register_purposes,
)

_PURPOSE = _("记账：谁交来、付给谁，凭证要对得上")
_OF = (_("管理和公布经费收支"),)

register_grounds(
    {
        f"funds.{model}.person_name": Ground(
            DUTY,
            _PURPOSE,
            _OF,
            kept="archived",
            cites=("pipl.13", "rcl2025.42"),
            title=title,
        )
        for model, title in (
            ("Request", _("收款人姓名（只有记账和监督的人能看）")),
            ("Receipt", _("交款人姓名（只有记账和监督的人能看）")),
        )
    }
)

register_purposes(
    {
        "donor_named": Purpose(
            _("公开捐赠人的姓名"),
            _("捐赠公示里写我的姓名；不同意就写“热心居民”。凭收据随时可以收回。"),
        )
    }
)

_GIVES = _("开捐赠收据，告诉捐赠人用到了哪里")
_GIFTS = (_("接受捐赠"),)

register_grounds(
    {
        "funds.Gift.donor_name": Ground(
            CONTRACT,
            _GIVES,
            _GIFTS,
            kept="archived",
            optional=True,
            cites=("pipl.13", "charity.42"),
            title=_("捐赠收据上的姓名"),
        ),
        "funds.Gift.shown_name": Ground(
            CONSENT,
            _("在捐赠公示里写姓名"),
            _GIFTS,
            kept="withdrawn",
            optional=True,
            consent="donor_named",
            cites=("pipl.13", "pipl.25", "charity.82"),
            title=_("公开的捐赠人姓名"),
        ),
        **{
            f"funds.GiftQuestion.{name}": Ground(
                CONTRACT,
                _GIVES,
                _GIFTS,
                kept="archived",
                optional=True,
                cites=("pipl.13", "charity.42"),
                title=_("捐赠人提的问题和答复"),
            )
            for name in ("words", "answer")
        },
        **{
            f"funds.BankLine.{name}": Ground(
                DUTY,
                _("核对银行流水和账"),
                _OF,
                kept="archived",
                cites=("pipl.13", "rcl2025.42"),
                title=_("银行流水里的对方和附言（只有记账和监督的人能看全文）"),
            )
            for name in ("other_name", "words")
        },
    }
)
