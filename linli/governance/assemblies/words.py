"""The words of the room's codes: bodies, bases, matters."""

from django.utils.translation import gettext_lazy as _

from linli.governance.assemblies.rules import ASSEMBLY, COMMITTEE, MEETING

BODIES = [(ASSEMBLY, _("居民会议")), (MEETING, _("居民代表会议"))]
DECIDERS = [*BODIES, (COMMITTEE, _("居民委员会"))]
BASES = [
    ("residents", _("十八周岁以上居民")),
    ("households", _("户的代表")),
    ("representatives", _("居民代表")),
]
MATTERS = [
    ("charter", _("居民自治章程")),
    ("covenant", _("居民公约")),
    ("annual_report", _("居委会年度工作报告")),
    ("appraisal", _("评议居委会成员")),
    ("major", _("其他涉及全体居民利益的重要事项")),
    ("other", _("一般事项")),
]
