"""What everybody should do, always and by season. General hints in our own words (data)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

ALWAYS = (
    (
        _("着火了"),
        _("先喊邻居，再打 119。弯腰捂住口鼻走楼梯，不坐电梯；烟大出不去，关门堵缝，到窗口呼救。"),
    ),
    (_("闻到燃气味"), _("不开灯、不打电话，先开窗、关阀门，到楼外再打抢修电话。")),
    (_("水进来了"), _("先断电，往高处走，不下地下室抢车；水没过脚踝不要蹚。")),
    (_("地震"), _("先躲在结实的桌子旁，停了再走楼梯到空地。")),
    (_("停电"), _("用手电，不点蜡烛；有设备不能断电的，打社区电话。")),
    (_("有人受伤"), _("打 120；不随便搬动。")),
)

SEASONS: tuple[tuple[tuple[int, ...], Any, Any], ...] = (
    ((3, 4, 5), _("春季"), _("多雷雨和大风：收好阳台上的花盆；上坟、踏青不带火种。")),
    ((6, 7, 8), _("汛期"), _("看天气预警；地下车库早挪车，门口备挡水板、沙袋；高温天中午少出门。")),
    ((9, 10, 11), _("秋季"), _("天干物燥：楼道不堆东西，电动车不进楼、不飞线充电。")),
    ((12, 1, 2), _("冬季"), _("烧水洗澡开窗通风，防燃气中毒；结冰慢走；看好取暖器。")),
)


def hints_for(on: date) -> tuple[Any, Any]:
    """The season's name and what to mind in it."""
    return next((name, hint) for months, name, hint in SEASONS if on.month in months)
