"""What a worker may post by hand, without any practice behind it (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

NOTICES = Category("notices", _("通知"))
THANKS = Category("thanks", _("表扬和感谢"))

NAMED = "publication.named"
"""The purpose whoever is thanked by name has agreed to."""

NOTICE = Template(
    "publication.notice",
    category=NOTICES,
    title=_("通知"),
    heading="title",
    hint=_("停水停电、便民服务、活动安排这样的事。不写居民的姓名、门牌和电话。"),
    fields=(
        PublicField("title", _("标题"), longest=40),
        PublicField("body", _("内容"), kind="prose", longest=2000),
        PublicField("when", _("时间"), required=False, longest=80),
        PublicField("where", _("地点"), required=False, longest=80),
        PublicField("contact", _("联系方式"), kind="contact", required=False, longest=120),
    ),
    period_days=15,
    by_hand=True,
)

THANK_YOU = Template(
    "publication.thanks",
    category=THANKS,
    title=_("表扬和感谢"),
    hint=_("感谢做了好事的居民。写到的每一位都要本人同意，并由另一位工作人员核对后公布。"),
    fields=(
        PublicField("names", _("感谢谁"), longest=200),
        PublicField("deed", _("做了什么"), kind="prose", longest=600),
    ),
    period_days=15,
    names_persons=True,
    consent=NAMED,
    by_hand=True,
    forget_days=365,
)
