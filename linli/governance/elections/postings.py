"""What must be public of an election, and how long (data).

Of the roll: a number, a name, a residents' group, because people must be able to find themselves
and their neighbours, and no more. Lists of names come down after the election, and no search
engine keeps them.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

ELECTIONS = Category("elections", _("换届选举"))

NOTICE = Template(
    "elections.notice",
    category=ELECTIONS,
    title=_("选举公告"),
    heading="title",
    fields=(
        PublicField("title", _("事项"), longest=120),
        PublicField("election_day", _("选举日"), kind="day"),
        PublicField("text", _("内容"), kind="prose", longest=4000),
    ),
    period_days=60,
    cites=("rcl2025.15",),
)

COMMITTEE = Template(
    "elections.committee",
    category=ELECTIONS,
    title=_("居民选举委员会名单"),
    heading="title",
    fields=(
        PublicField("title", _("事项"), longest=120),
        PublicField("election_day", _("选举日"), kind="day"),
        PublicField("decision", _("由谁推选")),
        PublicField("chosen_on", _("推选日期"), kind="day"),
        PublicField(
            "members",
            _("成员"),
            kind="rows",
            columns=(
                PublicField("name", _("姓名")),
                PublicField("part", _("职务")),
            ),
        ),
    ),
    # They hold an office while the election lasts; afterwards their names come down.
    period_days=180,
    cites=("rcl2025.15",),
    noindex=True,
)

ROLL = Template(
    "elections.roll",
    category=ELECTIONS,
    title=_("选民名单"),
    fields=(
        PublicField("title", _("选举")),
        PublicField("election_day", _("选举日"), kind="day"),
        PublicField("mode", _("选举方式")),
        PublicField("size", _("人数"), kind="number"),
        PublicField(
            "electors",
            _("名单"),
            kind="rows",
            longest=50_000,
            columns=(
                PublicField("number", _("编号"), kind="number"),
                PublicField("name", _("姓名")),
                PublicField("group", _("居民小组"), required=False),
                PublicField("note", _("说明"), required=False),
            ),
        ),
        PublicField("sha256", _("名单校验值")),
    ),
    period_days=90,
    minimum_days=20,
    objection_days=5,
    cites=("rcl2025.17",),
    names_persons=True,
    objections_at="elections:object",
)

OUTCOME = Template(
    "elections.objection_outcome",
    category=ELECTIONS,
    title=_("选民名单异议处理结果"),
    heading="title",
    fields=(
        PublicField("title", _("选举")),
        PublicField("kind", _("异议"), longest=40),
        PublicField("lodged_on", _("收到日期"), kind="day"),
        PublicField("outcome", _("处理结果"), longest=40),
        PublicField("decided_on", _("处理日期"), kind="day"),
        PublicField("reason", _("理由"), kind="prose", longest=400),
    ),
    period_days=15,
    cites=("rcl2025.17",),
    noindex=True,
)

CANDIDATES = Template(
    "elections.candidates",
    category=ELECTIONS,
    title=_("候选人名单"),
    fields=(
        PublicField("title", _("选举")),
        PublicField("election_day", _("选举日"), kind="day"),
        PublicField(
            "candidates",
            _("候选人"),
            kind="rows",
            columns=(
                PublicField("office", _("职务")),
                PublicField("seats", _("应选名额"), kind="number"),
                PublicField("name", _("姓名")),
                PublicField("statement", _("本人介绍"), required=False, longest=1000),
            ),
        ),
    ),
    period_days=60,
    cites=("rcl2025.18",),
    names_persons=True,
)

PROXIES = Template(
    "elections.proxies",
    category=ELECTIONS,
    title=_("委托投票名单"),
    fields=(
        PublicField("title", _("选举")),
        PublicField("election_day", _("选举日"), kind="day"),
        PublicField(
            "proxies",
            _("委托"),
            kind="rows",
            columns=(
                PublicField("principal_number", _("委托人编号"), kind="number"),
                PublicField("principal", _("委托人")),
                PublicField("holder_number", _("受托人编号"), kind="number"),
                PublicField("holder", _("受托人")),
            ),
        ),
    ),
    period_days=30,
    cites=("rcl2025.19",),
    names_persons=True,
)

RESULT = Template(
    "elections.result",
    category=ELECTIONS,
    title=_("居民委员会选举结果"),
    heading="title",
    fields=(
        PublicField("title", _("选举"), longest=80),
        PublicField("round", _("第几次投票"), kind="number"),
        PublicField("day", _("选举日"), kind="day"),
        PublicField("mode", _("选举方式"), longest=40),
        PublicField("electors", _("登记人数"), kind="number"),
        PublicField("issued", _("发出选票"), kind="number"),
        PublicField("cast", _("收回选票"), kind="number"),
        PublicField("void", _("整张废票"), kind="number"),
        PublicField("valid", _("是否有效"), longest=20),
        PublicField(
            "elected",
            _("当选"),
            kind="rows",
            required=False,
            columns=(
                PublicField("office", _("职务"), longest=40),
                PublicField("name", _("姓名"), longest=80),
                PublicField("votes", _("得票"), kind="number"),
            ),
        ),
        PublicField(
            "tally",
            _("得票情况"),
            kind="rows",
            columns=(
                PublicField("office", _("职务"), longest=40),
                PublicField("name", _("姓名"), longest=80),
                PublicField("votes", _("得票"), kind="number"),
            ),
        ),
        PublicField("left", _("还不足的名额"), kind="number"),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.19", "rcl2025.34"),
    noindex=True,
)

RECALL = Template(
    "elections.recall",
    category=ELECTIONS,
    title=_("罢免要求"),
    heading="office",
    fields=(
        PublicField("office", _("职务"), longest=40),
        PublicField("name", _("被要求罢免的成员"), longest=80),
        PublicField("asked_on", _("提出日期"), kind="day"),
        PublicField("reasons", _("罢免理由"), kind="prose", longest=4000),
        PublicField("signers", _("联名"), kind="number"),
        PublicField("base", _("按多少计算"), kind="number"),
        PublicField("defence", _("本人申辩"), kind="prose", required=False, longest=4000),
        PublicField("vote_on", _("投票日期"), kind="day", required=False),
        PublicField("outcome", _("结果"), required=False, longest=40),
        PublicField("electors", _("登记人数"), kind="number", required=False),
        PublicField("cast", _("收回选票"), kind="number", required=False),
        PublicField("yes", _("同意罢免"), kind="number", required=False),
    ),
    period_days=90,
    minimum_days=15,
    cites=("rcl2025.20", "rcl2025.34"),
    noindex=True,
)

TERM_ENDED = Template(
    "elections.term_ended",
    category=ELECTIONS,
    title=_("居委会成员职务终止"),
    heading="office",
    fields=(
        PublicField("office", _("职务"), longest=40),
        PublicField("name", _("成员"), longest=80),
        PublicField("until", _("从哪天起"), kind="day"),
        PublicField("why", _("因何终止"), required=False, longest=40),
    ),
    period_days=30,
    minimum_days=15,
    cites=("rcl2025.21", "rcl2025.34"),
    noindex=True,
)

RESULTS_SHEET = sheet_template(
    "elections.results",
    _("选举结果"),
    (
        PublicField("title", _("选举"), longest=80),
        PublicField("declared_on", _("宣布日期"), kind="day"),
        PublicField("round", _("第几轮"), kind="number"),
        PublicField("electors", _("登记人数"), kind="number"),
        PublicField("cast", _("参加投票"), kind="number"),
        PublicField("seats", _("名额"), kind="number"),
        PublicField("elected", _("选出"), kind="number"),
    ),
)
