"""What may be public of help that another office gives, and of certificates (data).

Of help: the name as this place writes it, how many live in the household, the sort of help, the
amount. Nothing else, nowhere. Of certificates: how many of each kind, never for whom.

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
