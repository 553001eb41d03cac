"""What may be public of supervision: findings, appraisals, audits (data). Only who holds an
office in public is named, and what the law itself has published of them."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

SUPERVISION = Category("supervision", _("居务监督"))

FINDING = Template(
    "oversight.finding",
    category=SUPERVISION,
    title=_("监督发现的问题和处理"),
    heading="title",
    fields=(
        PublicField("title", _("发现了什么"), longest=120),
        PublicField("looked_at", _("在哪里发现"), longest=40),
        PublicField("found_on", _("发现日期"), kind="day"),
        PublicField("grounds", _("依据"), kind="prose", longest=4000),
        PublicField("answer", _("居委会的答复"), kind="prose", required=False, longest=4000),
        PublicField("outcome", _("怎样处理的"), kind="prose", longest=2000),
    ),
    period_days=90,
    minimum_days=15,
    cites=("rcl2025.34", "rcl2025.36"),
)

APPRAISAL = Template(
    "oversight.appraisal",
    category=SUPERVISION,
    title=_("民主评议结果"),
    heading="title",
    fields=(
        PublicField("title", _("评议"), longest=80),
        PublicField("held_on", _("评议日期"), kind="day"),
        PublicField("chaired_by", _("由谁主持"), longest=60),
        PublicField("base", _("居民代表总数"), kind="number"),
        PublicField("papers", _("收回的评议票"), kind="number"),
        PublicField(
            "results",
            _("结果"),
            kind="rows",
            longest=60,
            columns=(
                PublicField("name", _("评议对象"), longest=80),
                PublicField("office", _("职务"), required=False, longest=40),
                PublicField("result", _("等次"), longest=20),
                PublicField("first", _("第一等票数"), kind="number", required=False),
                PublicField("second", _("第二等票数"), kind="number", required=False),
                PublicField("third", _("第三等票数"), kind="number", required=False),
                PublicField("fourth", _("第四等票数"), kind="number", required=False),
            ),
        ),
        PublicField("note", _("说明"), kind="prose", required=False, longest=1000),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34", "rcl2025.37"),
    noindex=True,
)

AUDIT = Template(
    "oversight.audit",
    category=SUPERVISION,
    title=_("居委会主任审计结果"),
    heading="title",
    fields=(
        PublicField("title", _("审计"), longest=80),
        PublicField("name", _("被审计人"), longest=80),
        PublicField("organised_by", _("由谁组织"), longest=80),
        PublicField("auditor", _("由谁审计"), longest=80),
        PublicField("begins", _("审计期间自"), kind="day"),
        PublicField("ends", _("审计期间至"), kind="day"),
        PublicField("reported_on", _("报告日期"), kind="day"),
        PublicField("summary", _("审计结果"), kind="prose", longest=8000),
        PublicField(
            "items",
            _("审计了什么"),
            kind="rows",
            longest=60,
            columns=(
                PublicField("what", _("审计什么"), longest=200),
                PublicField("asked_by", _("谁要求的"), longest=40),
                PublicField("found", _("审计怎么说"), kind="prose", longest=2000),
            ),
        ),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34", "rcl2025.38"),
    noindex=True,
)

APPRAISALS_SHEET = sheet_template(
    "oversight.appraisals",
    _("民主评议结果"),
    (
        PublicField("what", _("评议"), longest=80),
        PublicField("held_on", _("评议日期"), kind="day"),
        PublicField("base", _("居民代表总数"), kind="number"),
        PublicField("papers", _("收回的评议票"), kind="number"),
        PublicField("name", _("评议对象"), longest=80),
        PublicField("result", _("等次"), longest=20),
    ),
    cites=("rcl2025.34", "rcl2025.37"),
)

AUDITS_SHEET = sheet_template(
    "oversight.audits",
    _("居委会主任审计结果"),
    (
        PublicField("what", _("审计"), longest=20),
        PublicField("name", _("被审计人"), longest=80),
        PublicField("organised_by", _("由谁组织"), longest=80),
        PublicField("auditor", _("由谁审计"), longest=80),
        PublicField("begins", _("审计期间自"), kind="day"),
        PublicField("ends", _("审计期间至"), kind="day"),
        PublicField("published_on", _("公布日期"), kind="day"),
    ),
    cites=("rcl2025.34", "rcl2025.38"),
)
