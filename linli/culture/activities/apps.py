from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "linli.culture.activities"
    label = "activities"

    def ready(self) -> None:
        # Not above: models may only be imported once all apps are known.
        # What people learn, meet for and are honoured with.
        from django.utils.translation import gettext_lazy as _

        from linli.core.clocks.expiring import Source, register_expiring
        from linli.culture.activities import (
            forgetting,  # noqa: F401  (hears of the forgotten)
            sheets,  # noqa: F401  (says what its sheets are like)
        )
        from linli.culture.activities.queries.recognition import honours_ending
        from linli.culture.activities.queries.teaching import certificates_ending

        register_expiring(Source("teaching_certificates", _("教学证书"), certificates_ending))
        register_expiring(Source("honours", _("感谢和荣誉"), honours_ending))
