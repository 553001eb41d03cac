"""The closed lists of this room."""

from django.utils.translation import gettext_lazy as _

BRANCH_KINDS = [
    ("committee", _("社区党组织")),
    ("branch", _("党支部")),
    ("group", _("党小组")),
    ("team", _("党员服务队")),
]

SORTS = [
    ("assembly", _("支部党员大会")),
    ("committee", _("支部委员会")),
    ("group", _("党小组会")),
    ("lecture", _("党课")),
    ("theme_day", _("主题党日")),
    ("life", _("组织生活会")),
]
"""三会一课, the theme day, the organisation-life meeting."""

COUNTED_SORTS = ("assembly", "committee", "group", "lecture")
"""三会一课: what the indicator of organisation life counts."""

OPEN_SORTS = ("theme_day", "lecture")
"""What residents may come to: only these are announced to everybody before they are held."""

TOTALS = [
    ("members", _("在册党员")),
    ("special_known", _("流动、离退休、下岗等党员（掌握的）")),
    ("special_joined", _("其中纳入支部的")),
    ("team_hours", _("党员服务队的服务小时")),
]
"""What the Party organisation tells of itself as whole numbers; no row of anybody stands behind."""

SUMMED = ("team_hours",)
"""Totals of a time; the others stand as they were told last."""
