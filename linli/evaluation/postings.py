"""What may be public of the reports of work: that they are finished, and of what time (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import PublicField
from linli.mechanisms.publication.disclosed import sheet_template

REPORTS_SHEET = sheet_template(
    "evaluation.reports",
    _("工作报告"),
    (
        PublicField("since", _("从"), kind="day"),
        PublicField("until", _("到"), kind="day"),
        PublicField("finished_on", _("定稿日期"), kind="day"),
        PublicField("edition", _("第几版"), kind="number"),
        PublicField("digest", _("校验值"), longest=64),
    ),
)
