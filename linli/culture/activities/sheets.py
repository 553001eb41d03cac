"""What the sheets of activities are like: told once to the mechanism that keeps them."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.signup.kinds import SheetKind, register_sheets

SHEET = "activities.activity"

register_sheets(
    {
        SHEET: SheetKind(
            _("活动报名"),
            keeps="activities.keep",
            opens="activities:of_sheet",
            desk="activities:desk_of_sheet",
        )
    }
)
