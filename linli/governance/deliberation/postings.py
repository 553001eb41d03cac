"""What may be public of deliberation: the notice of a talk, a draw, minutes, what was agreed, what
came of it (data). Nobody's name, except a dissenter's who wishes it."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

DELIBERATION = Category("deliberation", _("协商议事"))

NOTICE = Template(
    "deliberation.notice",
    category=DELIBERATION,
    title=_("议事通知"),
    heading="topic",
    fields=(
        PublicField("topic", _("议什么"), longest=100),
        PublicField("form", _("形式"), longest=20),
        PublicField("starts_at", _("时间"), longest=60),
        PublicField("venue", _("地点"), longest=120),
        PublicField("agenda", _("顺序"), kind="prose", longest=2000),
        PublicField("invited", _("请了哪些方面"), kind="prose", longest=2000),
        PublicField("who", _("谁可以来"), kind="prose", longest=400),
        PublicField("talk_rules", _("议事规则"), kind="prose", longest=1000),
    ),
    period_days=30,
    cites=("rcl2025.32",),
)

DRAW = Template(
    "deliberation.draw",
    category=DELIBERATION,
    title=_("随机邀请居民"),
    heading="topic",
    fields=(
        PublicField("topic", _("议什么"), longest=100),
        PublicField("number", _("第几次抽"), kind="number"),
        PublicField("wanted", _("请几位"), kind="number"),
        PublicField("seed", _("种子"), longest=64),
        PublicField("seed_from", _("种子怎么来的"), longest=200),
        PublicField("strata", _("怎么分层"), longest=100),
        PublicField("frame_on", _("按哪天的名册"), kind="day", required=False),
        PublicField("frame_size", _("名册里十八周岁以上居民"), kind="number", required=False),
        PublicField(
            "counts",
            _("各层人数和请的人数"),
            kind="rows",
            required=False,
            longest=400,
            columns=(
                PublicField("title", _("层"), longest=80),
                PublicField("size", _("人数"), longest=20),
                PublicField("wanted", _("请几位"), longest=20),
            ),
        ),
        PublicField("mark", _("名册的核对码"), required=False, longest=64),
        PublicField("how", _("怎么核对"), kind="prose", longest=600),
    ),
    period_days=60,
)

MINUTES = Template(
    "deliberation.minutes",
    category=DELIBERATION,
    title=_("议事纪要"),
    heading="topic",
    fields=(
        PublicField("topic", _("议什么"), longest=100),
        PublicField("form", _("形式"), longest=20),
        PublicField("held", _("时间、地点"), longest=200),
        PublicField("came", _("到会"), longest=400),
        PublicField(
            "said",
            _("说了什么"),
            kind="rows",
            longest=400,
            columns=(
                PublicField("item", _("议到"), longest=120),
                PublicField("who", _("什么身份"), longest=40),
                PublicField("gist", _("要点"), kind="prose", longest=4000),
            ),
        ),
        PublicField("remarks", _("其他"), kind="prose", required=False, longest=4000),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)

AGREEMENT = Template(
    "deliberation.agreement",
    category=DELIBERATION,
    title=_("议事结果"),
    heading="topic",
    fields=(
        PublicField("topic", _("议什么"), longest=100),
        PublicField("number", _("编号"), longest=20),
        PublicField("outcome", _("结果"), longest=60),
        PublicField("text", _("谈成了什么"), kind="prose", longest=4000),
        PublicField(
            "points",
            _("谁做、哪天以前"),
            kind="rows",
            required=False,
            longest=60,
            columns=(
                PublicField("title", _("做什么"), longest=200),
                PublicField("owner", _("谁做"), longest=80),
                PublicField("due_on", _("哪天以前"), kind="day"),
            ),
        ),
        PublicField(
            "considered",
            _("意见采纳情况"),
            kind="rows",
            required=False,
            longest=400,
            columns=(
                PublicField("words", _("意见"), longest=400),
                PublicField("adopted", _("采纳"), longest=20),
                PublicField("why", _("怎么采纳的，或为什么没有采纳"), longest=400),
            ),
        ),
        PublicField(
            "opinions",
            _("意见表态里大家都同意的"),
            kind="rows",
            required=False,
            longest=400,
            columns=(
                PublicField("words", _("短意见"), longest=140),
                PublicField("counts", _("表态"), longest=80),
            ),
        ),
        PublicField(
            "dissents",
            _("保留意见"),
            kind="rows",
            required=False,
            longest=400,
            columns=(
                PublicField("words", _("原话"), kind="prose", longest=2000),
                PublicField("who", _("署名或身份"), longest=80),
            ),
        ),
        PublicField("decides", _("请居民会议决定"), kind="prose", required=False, longest=400),
    ),
    # What was talked through and how it is carried out is the fifth category of disclosure.
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)

OUTCOME = Template(
    "deliberation.outcome",
    category=DELIBERATION,
    title=_("议事结果的落实"),
    heading="topic",
    fields=(
        PublicField("topic", _("议什么"), longest=100),
        PublicField("number", _("编号"), longest=20),
        PublicField(
            "points",
            _("各条做得怎样"),
            kind="rows",
            required=False,
            longest=60,
            columns=(
                PublicField("title", _("做什么"), longest=200),
                PublicField("owner", _("谁做"), longest=80),
                PublicField("due_on", _("哪天以前"), kind="day"),
                PublicField("state", _("做得怎样"), longest=40),
                PublicField("result", _("结果"), longest=400),
            ),
        ),
        PublicField("decision", _("会议的决定"), kind="prose", required=False, longest=2000),
        PublicField("words", _("回头看"), kind="prose", required=False, longest=2000),
    ),
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)

LISTENING = Template(
    "deliberation.listening",
    category=DELIBERATION,
    title=_("接待日"),
    heading="venue",
    fields=(
        PublicField("venue", _("地点"), longest=120),
        PublicField("on", _("哪天"), kind="day"),
        PublicField("hours", _("几点到几点"), longest=40),
        PublicField("who", _("谁接待"), longest=40),
        PublicField("how", _("怎么来"), kind="prose", longest=400),
    ),
    period_days=30,
)

TALKS_SHEET = sheet_template(
    "deliberation.talked",
    _("协商的结果和落实"),
    (
        PublicField("topic", _("议什么"), longest=100),
        PublicField("number", _("编号"), longest=20),
        PublicField("published_on", _("公布日期"), kind="day"),
        PublicField("points", _("谈成几条"), kind="number"),
        PublicField("done", _("做到几条"), kind="number"),
        PublicField("state", _("到哪一步"), longest=40),
    ),
)
