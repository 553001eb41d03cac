"""What may be public of residents' meetings: the notice, the resolution, charter and covenant
(data). Nobody's name, except whom residents put on the agenda to report in their office."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

ASSEMBLIES = Category("assemblies", _("居民会议"))

NOTICE = Template(
    "assemblies.notice",
    category=ASSEMBLIES,
    title=_("会议通知"),
    heading="title",
    fields=(
        PublicField("title", _("会议"), longest=120),
        PublicField("starts_at", _("时间"), longest=60),
        PublicField("venue", _("地点"), longest=120),
        PublicField("called_by", _("召集人"), longest=80),
        PublicField(
            "agenda",
            _("议程"),
            kind="rows",
            longest=60,
            columns=(
                PublicField("order", _("序号"), kind="number"),
                PublicField("title", _("议题"), longest=120),
                PublicField("way", _("方式"), longest=30),
            ),
        ),
        PublicField("who", _("谁来参加"), kind="prose", longest=400),
        PublicField("urgent", _("临时通知的理由"), kind="prose", required=False, longest=400),
    ),
    period_days=30,
    cites=("rcl2025.26",),
)

RESOLUTION = Template(
    "assemblies.resolution",
    category=ASSEMBLIES,
    title=_("决议"),
    heading="title",
    fields=(
        PublicField("title", _("决议"), longest=120),
        PublicField("number", _("编号"), longest=20),
        PublicField("body", _("作出决议的会议"), longest=40),
        PublicField("adopted_on", _("通过日期"), kind="day"),
        PublicField("votes", _("表决结果"), longest=200),
        PublicField("text", _("内容"), kind="prose", longest=8000),
        PublicField("owner", _("由谁落实"), required=False, longest=80),
        PublicField("due_on", _("落实期限"), kind="day", required=False),
    ),
    # Decisions and how they are carried out are the first category of disclosure (arts. 34).
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
)

DOCUMENT = Template(
    "assemblies.document",
    category=ASSEMBLIES,
    title=_("章程和公约"),
    heading="title",
    fields=(
        PublicField("title", _("文件"), longest=60),
        PublicField("adopted_on", _("通过日期"), kind="day"),
        PublicField("filed_on", _("备案日期"), kind="day"),
        PublicField("filed_with", _("备案机关"), longest=80),
        PublicField("text", _("条文"), kind="prose", longest=20_000),
    ),
    # For good: until another version takes its place.
    period_days=None,
    cites=("rcl2025.31", "rcl2025.34"),
)

DECISIONS_SHEET = sheet_template(
    "assemblies.decisions",
    _("会议的决定和落实"),
    (
        PublicField("title", _("决议"), longest=120),
        PublicField("number", _("编号"), longest=20),
        PublicField("body", _("作出决议的会议"), longest=40),
        PublicField("adopted_on", _("通过日期"), kind="day"),
        PublicField("owner", _("由谁落实"), required=False, longest=80),
        PublicField("due_on", _("落实期限"), kind="day", required=False),
        PublicField("state", _("落实到哪一步"), longest=40),
    ),
)
