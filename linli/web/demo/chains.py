"""Two chain lists of the year: one handed out and closed, one still open, with its loose ends."""

from datetime import datetime, timedelta

from linli.service.chains import actions
from linli.web.demo.cast import OLD, Setting

EGGS = """#接龙
周六团鸡蛋，30枚一盘，25元，周六上午九点在居委会门口拿
1. 1-2-101 王阿姨 2盘
2. 1栋1单元301 李姐 1盘 已付
3、2#3-402 赵 3盘
4. 5号楼1单元201 孙 2盘 下午五点后送
5. 1-2-101 王阿姨 3盘
6. 12-1-602 吴奶奶 +1
"""
FLU = """#接龙
流感疫苗进小区，请报名
1. 3-1-101 钱 2人
2. 陈师傅 1人
3. 301室 郑 1人
4. 3-1-202 周 1人
5. 3-1-101 钱 取消
"""


def play_chains(setting: Setting, at: datetime) -> None:
    """Plays the two lists of the weeks before `at`."""
    earlier = at - timedelta(days=9)
    worker = setting.actor("worker", earlier.date())
    eggs = actions.open_chain(
        setting.community, by=worker, at=earlier, text=EGGS, kind="order", where=OLD
    )
    actions.close(eggs, by=worker, at=earlier + timedelta(days=4))
    actions.open_chain(
        setting.community,
        by=worker,
        at=at - timedelta(days=1),
        text=FLU,
        kind="sign_up",
        where=OLD,
    )
