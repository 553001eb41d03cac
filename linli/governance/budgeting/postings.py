"""What hangs on the board of a round: the call, rules and projects, the result, the end (data).

The one thing of a person in them is who vets, in their post."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

BUDGETING = Category("budgeting", _("大家定的钱"))

CALL = Template(
    "budgeting.call",
    category=BUDGETING,
    title=_("征集点子"),
    heading="title",
    fields=(
        PublicField("title", _("名称"), longest=80),
        PublicField("fen", _("一共多少钱"), kind="money"),
        PublicField("source", _("钱从哪里来"), longest=200),
        PublicField("area", _("用在哪个地方"), longest=80),
        PublicField("asks", _("可以提什么，不可以提什么"), kind="prose", longest=1000),
        PublicField("ideas_each", _("每人最多提几个"), kind="number"),
        PublicField("ideas_until", _("点子收到哪天"), kind="day"),
        PublicField("vetting_until", _("审查到哪天"), kind="day"),
        PublicField("vote_from", _("哪天开始投票"), kind="day"),
        PublicField("vote_until", _("投票到哪天"), kind="day"),
        PublicField(
            "vetters",
            _("谁来审查"),
            kind="rows",
            longest=4,
            columns=(
                PublicField("aspect", _("审查什么"), longest=20),
                PublicField("post", _("岗位"), longest=40),
                PublicField("name", _("姓名"), longest=40),
            ),
        ),
    ),
    period_days=90,
)

RULES = Template(
    "budgeting.rules",
    category=BUDGETING,
    title=_("项目和投票计票规则"),
    heading="title",
    fields=(
        PublicField("title", _("名称"), longest=80),
        PublicField("fen", _("一共多少钱"), kind="money"),
        PublicField("vote", _("投票时间"), longest=80),
        PublicField("who", _("谁可以投票"), kind="prose", longest=400),
        PublicField("how", _("怎样投"), kind="prose", longest=600),
        PublicField("count", _("怎样算"), kind="prose", longest=2000),
        PublicField("lot", _("抽签的种子"), longest=40),
        PublicField("left_to", _("余下的钱去哪里"), longest=200),
        PublicField(
            "projects",
            _("选票上的项目"),
            kind="rows",
            longest=100,
            columns=(
                PublicField("position", _("编号"), kind="number"),
                PublicField("title", _("项目"), longest=60),
                PublicField("fen", _("费用"), kind="money"),
                PublicField("upkeep_fen", _("每年维护"), kind="money"),
                PublicField("upkeep_by", _("由谁维护"), longest=80),
            ),
        ),
        PublicField(
            "refused",
            _("没有上选票的点子和理由"),
            kind="rows",
            required=False,
            longest=400,
            columns=(
                PublicField("serial", _("编号"), kind="number"),
                PublicField("title", _("点子"), longest=60),
                PublicField("reason", _("理由"), longest=1000),
            ),
        ),
        PublicField("sha256", _("规则和项目的校验值（SHA-256）"), kind="digest", longest=64),
    ),
    period_days=60,
)

RESULT = Template(
    "budgeting.result",
    category=BUDGETING,
    title=_("投票结果"),
    heading="title",
    fields=(
        PublicField("title", _("名称"), longest=80),
        PublicField("fen", _("一共多少钱"), kind="money"),
        PublicField("papers", _("选票"), kind="number"),
        PublicField("roll", _("名册人数"), kind="number"),
        PublicField("marked", _("领票或投票的人数"), kind="number"),
        PublicField("voided", _("作废的投票站和原因"), kind="prose", required=False, longest=1000),
        PublicField("method", _("怎样算"), longest=80),
        PublicField(
            "winners",
            _("选上的项目"),
            kind="rows",
            required=False,
            longest=100,
            columns=(
                PublicField("position", _("编号"), kind="number"),
                PublicField("title", _("项目"), longest=60),
                PublicField("fen", _("费用"), kind="money"),
            ),
        ),
        PublicField("cost", _("选上的一共"), kind="money"),
        PublicField("left", _("还剩"), kind="money"),
        PublicField("ties", _("票数相同的怎样定"), kind="prose", required=False, longest=2000),
        PublicField("other", _("换一种算法会怎样"), kind="prose", required=False, longest=1000),
        PublicField("head", _("选票清单的校验值"), kind="digest", required=False, longest=80),
    ),
    period_days=30,
    minimum_days=15,
)

END = Template(
    "budgeting.end",
    category=BUDGETING,
    title=_("做成了什么，剩了多少"),
    heading="title",
    fields=(
        PublicField("title", _("名称"), longest=80),
        PublicField("fen", _("一共多少钱"), kind="money"),
        PublicField("spent", _("一共花了"), kind="money"),
        PublicField("left", _("还剩"), kind="money"),
        PublicField("left_to", _("余下的钱去哪里"), longest=200),
        PublicField(
            "projects",
            _("选上的项目"),
            kind="rows",
            required=False,
            longest=100,
            columns=(
                PublicField("title", _("项目"), longest=60),
                PublicField("state", _("怎样了"), longest=40),
                PublicField("spent", _("花了"), kind="money"),
                PublicField("result", _("做成了什么"), longest=600),
            ),
        ),
    ),
    period_days=30,
    minimum_days=15,
)
