"""What may be public of help that another office gives, of certificates, and of health (data).

Of help: the name as this place writes it, how many live in the household, the sort of help, the
amount. Nothing else, nowhere. Of certificates: how many of each kind, never for whom.

Of an outbreak: what the authority has told everybody, by which paper and until when; a notice is no
place for a patient, a contact, a door.

Why somebody needs help, an illness, a number or a door can neither be typed nor printed. The
committee posts for the office that decides and decides nothing itself (RCL, Social Assistance
Law arts. 5, 11, 44, 45).
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

ASSISTANCE = Category("assistance", _("救助公示"))

ASSISTANCE_NOTICE = Template(
    "catalogue.assistance",
    category=ASSISTANCE,
    title=_("社会救助公示"),
    fields=(
        PublicField("scheme", _("救助种类"), longest=40),
        PublicField("decided_by", _("审核确认单位"), longest=60),
        PublicField(
            "households",
            _("公示对象"),
            kind="rows",
            longest=30,
            columns=(
                PublicField("name", _("姓名"), longest=30),
                PublicField("members", _("家庭人数"), kind="number"),
                PublicField("amount", _("金额"), kind="money"),
            ),
        ),
    ),
    # Seven days and gone: neither a holiday nor a look back lengthens the time a name is shown.
    period_days=7,
    minimum_days=7,
    objection_days=7,
    objections_roll=False,
    cites=("social_assistance.44", "social_assistance.45"),
    names_persons=True,
    of_health=False,
    decided_elsewhere=True,
    forget_days=30,
    prepared_at="catalogue:assistance_notice",
)

ISSUED_SHEET = sheet_template(
    "catalogue.issued",
    _("开具证明的情况"),
    (
        PublicField("item", _("证明"), longest=80),
        PublicField("issued", _("开具份数"), kind="number"),
        PublicField("refused", _("没有开具"), kind="number"),
    ),
)

HEALTH = Category("health", _("卫生健康通知"))

HEALTH_NOTICE = Template(
    "catalogue.health",
    category=HEALTH,
    title=_("卫生健康和疫情通知"),
    heading="title",
    hint=_(
        "转发主管部门的通知：哪个部门、哪份文件、管到哪天。不写任何人：不写谁病了、谁接触过、住在哪一户。"
    ),
    fields=(
        PublicField("title", _("标题"), longest=60),
        PublicField("authority", _("发布单位"), longest=60),
        PublicField("document", _("依据的文件"), longest=120),
        PublicField("number", _("文号"), longest=60),
        PublicField("issued_on", _("发文日期"), kind="day"),
        PublicField("until", _("管到哪天"), kind="day"),
        PublicField("what", _("请大家做什么"), kind="prose", longest=2000),
        PublicField("where", _("在哪里办（接种、检测、发药）"), required=False, longest=120),
        PublicField("contact", _("咨询电话"), kind="contact", required=False, longest=120),
    ),
    # A rule of an emergency ends; a notice that outlives it misleads (突发事件应对法).
    period_days=30,
    decided_elsewhere=True,
    by_hand=True,
)
