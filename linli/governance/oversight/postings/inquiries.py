"""What may be public of a resident's inquiry: the question as a worker looked at it, the answer,
and the notice it rests on. Never who asked, nor the receipt (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.disclosed import (
    DISCLOSURE,
    LEAST_DAYS,
    USUAL_DAYS,
    sheet_template,
)

ANSWER = Template(
    "oversight.answer",
    category=DISCLOSURE,
    title=_("居民询问的答复"),
    heading="title",
    fields=(
        PublicField("title", _("事项"), longest=120),
        PublicField("question", _("问的是"), kind="prose", longest=1000),
        PublicField("answer", _("答复"), kind="prose", longest=4000),
        PublicField("rests_on", _("依据的公开内容"), required=False, longest=200),
        PublicField("sha256", _("那份公开内容的校验值"), required=False, longest=64),
        PublicField("asked_on", _("询问日期"), kind="day"),
        PublicField("answered_on", _("答复日期"), kind="day"),
    ),
    period_days=USUAL_DAYS,
    minimum_days=LEAST_DAYS,
    cites=("rcl2025.34",),
)

ANSWERED_SHEET = sheet_template(
    "oversight.answered",
    _("居民询问的答复"),
    (
        PublicField("subject", _("问的是哪方面"), longest=60),
        PublicField("asked", _("收到"), kind="number"),
        PublicField("answered", _("答复"), kind="number"),
        PublicField("in_time", _("按期答复"), kind="number"),
        PublicField("complained", _("向街道反映"), kind="number"),
    ),
)
