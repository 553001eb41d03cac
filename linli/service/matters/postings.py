"""What everybody may read of a matter: these fields and no others (data).

Never the receipt (whoever holds it is the sender), never the door, a contact, a photo of people,
or a word as it was said before a worker has looked.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

MATTERS = Category("matters", _("诉求办理"))

PUBLIC_MATTER = Template(
    "matters.matter",
    category=MATTERS,
    title=_("诉求办理情况"),
    heading="title",
    fields=(
        PublicField("title", _("事项"), longest=80),
        PublicField("kind", _("类型"), longest=80),
        PublicField("place", _("地点"), required=False, longest=120),
        PublicField("asked_on", _("提出日期"), kind="day"),
        PublicField("status", _("办理状态"), longest=20),
        PublicField("text", _("情况"), kind="prose", longest=4000),
        PublicField("answer", _("答复和办理结果"), kind="prose", required=False, longest=4000),
        PublicField("answered_on", _("答复日期"), kind="day", required=False),
        PublicField("rounds", _("重新办理次数"), kind="number", required=False),
    ),
    # Disclosure must stay up at least 15 days (RCL 2025 art. 34); a year lets neighbours find it.
    period_days=365,
    minimum_days=15,
    cites=("rcl2025.34",),
    # Hundreds of them: read on the web, and as counts; the board is for what concerns everybody.
    on_board=False,
)

HANDLED_SHEET = sheet_template(
    "matters.handled",
    _("居民诉求办理情况"),
    (
        PublicField("kind", _("类型"), longest=80),
        PublicField("received", _("收到"), kind="number"),
        PublicField("answered", _("答复"), kind="number"),
        PublicField("in_time", _("按期答复"), kind="number"),
    ),
)
