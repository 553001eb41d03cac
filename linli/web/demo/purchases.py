"""The demo's bought services: one under contract, one that stays incomplete for want of money."""

from datetime import datetime, timedelta
from typing import Any

from linli.lib.calendar import local_day
from linli.partners.organisations.actions import purchases
from linli.web.demo.cast import Setting


def play_purchases(setting: Setting, at: datetime) -> None:
    """One contract under way, one need whose money nobody has named."""
    then = at - timedelta(days=80)
    day = local_day(then)
    given: dict[str, Any] = {"by": setting.actor("worker", local_day(at)), "at": then}
    row = purchases.need_service(
        setting.community, title="独居老人入冬探访", need="入冬前把独居老人家里看一遍",
        department="区民政局", money_line="福利彩票公益金", **given,
    )  # fmt: skip
    row = purchases.tender(row, tender="公告栏和网上比选", tendered_on=day, **given)
    purchases.sign_contract(
        row, provider="晨光社会工作服务中心", contract="DH-3", fen=3_000_000, signed_on=day,
        starts=day, ends=local_day(at + timedelta(days=60)), **given,
    )  # fmt: skip
    purchases.add_milestone(
        row, title="走访八十户", due_on=local_day(at + timedelta(days=10)), fen=1_500_000, **given
    )
    purchases.need_service(
        setting.community, title="居民健康讲座十场", need="部门口头交办", department="区卫生健康局",
        **given,
    )  # fmt: skip
