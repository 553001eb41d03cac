"""Why a representative's name may be kept."""

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
    }
)
