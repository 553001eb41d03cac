"""What hangs on the board of an owners' vote: the notice, and the result in totals (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

OWNERS_VOTES = Category("owners_votes", _("业主表决"))

_HEAD = (
    PublicField("title", _("名称"), longest=80),
    PublicField("estate", _("小区"), longest=80),
    PublicField("scope", _("由谁表决"), longest=200),
)

NOTICE = Template(
    "property.vote_notice",
    category=OWNERS_VOTES,
    title=_("业主表决的通知"),
    heading="title",
    fields=(
        *_HEAD,
        PublicField("period", _("投票时间"), longest=120),
        PublicField("base", _("一共"), longest=120),
        PublicField("about", _("说明"), kind="prose", longest=2000),
        PublicField(
            "matters",
            _("表决事项"),
            kind="rows",
            longest=60,
            columns=(
                PublicField("position", _("序号"), kind="number"),
                PublicField("title", _("事项"), longest=160),
                PublicField("needs", _("怎样算通过"), longest=120),
            ),
        ),
        PublicField("plan", _("方案全文"), kind="prose", required=False, longest=500_000),
        PublicField("how", _("怎样投"), kind="prose", longest=600),
    ),
    period_days=60,
    cites=("property_regulation.14", "property_regulation.15"),
)

_RESULT = (
    *_HEAD,
    PublicField("counted", _("计票日期"), longest=40),
    PublicField("base", _("一共"), longest=120),
    PublicField("document", _("政府系统的结果文件"), longest=60, required=False),
    PublicField(
        "matters",
        _("表决结果"),
        kind="rows",
        longest=400,
        columns=(
            PublicField("title", _("事项"), longest=160),
            PublicField("result", _("结果"), longest=20),
            PublicField("working", _("怎样算的"), longest=600),
        ),
    ),
)

RESULT = Template(
    "property.vote_result",
    category=OWNERS_VOTES,
    title=_("业主表决的结果"),
    heading="title",
    fields=_RESULT,
    period_days=60,
    cites=("civil_code_property.278", "civil_code_property.280"),
)

RESULT_NAMED = Template(
    "property.vote_result_named",
    category=OWNERS_VOTES,
    title=_("业主选举的结果"),
    fields=_RESULT,
    period_days=60,
    cites=("civil_code_property.278", "civil_code_property.280"),
    names_persons=True,
)
