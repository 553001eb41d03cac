"""Why a local value bears the signature of who held it against the text."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

register_grounds(
    {
        "local_law.LocalValue.signed": Ground(
            DUTY,
            _("谁对照过当地规定的原文，签名负责"),
            (_("本地规定"),),
            kept="archived",
            cites=("pipl.13", "rcl2025.39"),
            title=_("对照原文人的签名"),
        )
    }
)
