"""Why a representative's name, and who signed a petition, may be kept."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

register_grounds(
    {
        "assemblies.Representative.name": Ground(
            DUTY,
            _("召集居民代表会议、核对代表资格"),
            (_("居民代表会议"),),
            kept="ended",
            title=_("居民代表的姓名"),
        ),
        "assemblies.Signature.person": Ground(
            DUTY,
            _("核对联名是否够数、一人一次；谁联名不公布"),
            (_("联名召集会议"),),
            kept="settled",
            cites=("pipl.13", "rcl2025.26"),
            title=_("联名召集会议的签名"),
        ),
    }
)
