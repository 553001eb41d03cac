"""What of Party affairs may be public: an item of the list, its time, its text (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

PARTY = Category("party", _("党务公开"))

AFFAIR = Template(
    "party.affair",
    category=PARTY,
    title=_("党务公开"),
    heading="title",
    fields=(
        PublicField("title", _("公开事项"), longest=60),
        PublicField("since", _("从哪天"), kind="day"),
        PublicField("until", _("到哪天"), kind="day"),
        PublicField("text", _("内容"), kind="prose", longest=4000),
    ),
    period_days=365,
    minimum_days=15,
)
