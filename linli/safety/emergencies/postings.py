"""What residents are told in an incident: what is the matter and what to do, never who (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

EMERGENCY = Category("emergency", _("应急通知"))

INCIDENT_NOTICE = Template(
    "emergencies.notice",
    category=EMERGENCY,
    title=_("应急通知"),
    heading="title",
    fields=(
        PublicField("title", _("标题"), longest=60),
        PublicField("words", _("请这样做"), kind="prose", longest=2_000),
    ),
    period_days=30,
)
