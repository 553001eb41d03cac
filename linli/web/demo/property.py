"""The two compounds of the demo: the new one with a firm whose contract runs out, an owners'
committee near the end of its term, accounts of a year and a meeting of the three parties; the old
one without a firm, on its way to a management committee, and a lift where its owners are known."""

from datetime import date, datetime, timedelta
from typing import Any

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_operator
from linli.governance.property.actions import (
    accounts,
    contracts,
    disputes,
    estates,
    meetings,
    scopes,
)
from linli.governance.property.actions.estates import Seat
from linli.governance.property.models import Estate
from linli.governance.property.queries.scopes import units_under
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

SCOPE = "保洁：楼道每天一次，电梯两次\n秩序：东门、北门 24 小时有人\n维修：急修半小时到场\n绿化：每月修剪"
INCOME = (
    {"parking": 18_600_00, "advertising": 4_800_00, "lockers": 1_200_00, "upkeep": 3_150_50,
     "management": 2_400_00, "to_fund": 15_000_00, "kept": 4_049_50},
    {"parking": 19_350_00, "advertising": 5_200_00, "lockers": 1_260_00, "site_rent": 900_00,
     "upkeep": 3_420_00, "management": 2_400_00, "to_fund": 15_000_00, "to_works": 5_890_00},
)  # fmt: skip
SIDE = {
    "parking": "income", "advertising": "income", "lockers": "income", "site_rent": "income",
    "upkeep": "cost", "management": "cost", "to_fund": "use", "kept": "use", "to_works": "use",
}  # fmt: skip
COMMITTEE = (
    Seat("沈国梁", "chair", contact="0990-5550021", contact_told=True),
    Seat("杜兰英", "deputy"), Seat("罗志刚"), Seat("邓小红"), Seat("彭立新"),
)  # fmt: skip
LIFT_COSTS = "一层 不出\n二层 0.4 份\n三层 0.8 份\n四层 1.2 份\n五层 1.6 份\n六层 2 份"


def play_property(setting: Setting, at: datetime) -> None:
    """Both compounds, as they stand today."""
    _new_compound(setting, at)
    _old_compound(setting, at)


def _new_compound(setting: Setting, at: datetime) -> None:
    today, by = local_day(at), _by(setting, "worker", at)
    estate = estates.enter_estate(
        setting.community, name="东湖花园", place=setting.new, since=today - timedelta(days=360),
        given={
            "regime": "provider", "developer": "示范置业有限公司", "built": today.year - 9,
            "delivered_on": today - timedelta(days=3000), "old": False, "land": 52_400_00,
            "green": 17_300_00, "buildings": 23, "on_sewer": 23,
        }, **by,
    )  # fmt: skip
    estates.seat_body(
        estate, kind="owners_committee", name="东湖花园业主委员会", seats=list(COMMITTEE),
        since=today - timedelta(days=950), term_ends=today + timedelta(days=145),
        filed_on=today - timedelta(days=925), **by,
    )  # fmt: skip
    contracts.enter_contract(
        estate, body=setting.bodies["property"], given={
            "kind": "chosen", "since": today - timedelta(days=1015),
            "ends_on": today + timedelta(days=80), "fee": 185, "staff": 34,
            "standard": "住宅物业服务二级", "scope": SCOPE,
        }, **by,
    )  # fmt: skip
    _accounts(setting, estate, at)
    meetings.receive_resolution(
        estate, by_whom="assembly", title="公共收益优先补充维修资金",
        decided_on=today - timedelta(days=62), posted_on=today - timedelta(days=60),
        received_on=today - timedelta(days=59), **by,
    )  # fmt: skip
    meetings.note_assembly(
        estate, kind="ordinary", title="物业合同到期，续聘还是重新选聘",
        noticed_on=today - timedelta(days=2), told_on=today - timedelta(days=2),
        meets_on=today + timedelta(days=18), **by,
    )  # fmt: skip
    _three_parties(setting, estate, at)
    disputes.tell_dispute(
        estate, kind="common_income", words="电梯里的广告费没有公布过明细，问了几次没有答复。",
        **_by(setting, "tenant", at),
    )  # fmt: skip


def _accounts(setting: Setting, estate: Estate, at: datetime) -> None:
    by = _by(setting, "manager", at)
    halves = _halves(local_day(at))
    for (since, until), sums in zip(halves, INCOME, strict=True):
        accounts.publish_income(
            estate, since=since, until=until, note="明细贴在物业服务中心门口，可以来查凭证。",
            lines={(SIDE[kind], kind): fen for kind, fen in sums.items()}, **by,
        )  # fmt: skip
    opening = 2_846_310_25
    for (since, until), used in zip(halves, (38_400_00, 12_650_00), strict=True):
        sums = {"opening": opening, "paid_in": 15_000_00, "interest": 21_347_33, "used": used}
        opening = sums["closing"] = opening + 15_000_00 + 21_347_33 - used
        accounts.publish_fund(
            estate, since=since, until=until, sums=sums, used_for="3 号楼屋面、地下车库水泵", **by
        )


def _three_parties(setting: Setting, estate: Estate, at: datetime) -> None:
    held = at - timedelta(days=41)
    before = held - timedelta(days=10)
    meeting = meetings.call_three_parties(
        estate, venue="议事厅", starts_at=held,
        agenda=["地库照明", "电动车充电", "广告收益明细"], **_by(setting, "worker", before),
    )  # fmt: skip
    meetings.hold_three_parties(meeting, **_by(setting, "worker", held))
    meeting.gathering.refresh_from_db()
    day = local_day(held)
    for what, days, done in (
        ("地库照明换成感应灯", 14, 12), ("增加 20 个充电位", 21, 27), ("广告收益逐笔公布", 60, None),
    ):  # fmt: skip
        point = meetings.agree_point(
            meeting, what=what, side="provider", due_on=day + timedelta(days=days),
            **_by(setting, "worker", held + timedelta(hours=3)),
        )  # fmt: skip
        if done is not None:
            meetings.deliver_point(
                point, on=day + timedelta(days=done), told_words="已经完工，业主代表看过。",
                **_by(setting, "manager", held + timedelta(days=done, hours=4)),
            )  # fmt: skip


def _old_compound(setting: Setting, at: datetime) -> None:
    today, by = local_day(at), _by(setting, "worker", at)
    estate = estates.enter_estate(
        setting.community, name="翠湖新村", place=setting.old, since=today - timedelta(days=360),
        given={
            "regime": "none", "built": 1994, "delivered_on": date(1994, 9, 1), "old": True,
            "land": 31_800_00, "green": 6_100_00, "buildings": 12, "on_sewer": 9,
        }, **by,
    )  # fmt: skip
    founding = estates.begin_founding(
        estate, way="management_committee", given={
            "asked_on": today - timedelta(days=75), "asked": 61, "owners": 420,
            "area_asked": 3_720_00, "area_all": 25_600_00, "area_delivered": 25_600_00,
            "by_developer": False,
        }, **by,
    )  # fmt: skip
    estates.reach_stage(
        founding, code="answered", on=today - timedelta(days=50),
        note="街道同意，由居委会牵头组建", **by,
    )  # fmt: skip
    firm = register_body(
        setting.community, name="邻家便民托管站", kind="property_provider", place=setting.old,
        office_phone="0990-5550009", by=the_operator(), at=at,
    )  # fmt: skip
    contracts.enter_contract(
        estate, body=firm, given={
            "kind": "chosen", "since": today - timedelta(days=200),
            "ends_on": today + timedelta(days=165), "fee": 30, "staff": 4,
            "standard": "只做保洁、看门、小修", "scope": "保洁：楼道每周两次\n看门：白天一人\n小修：每月两天",
        }, **by,
    )  # fmt: skip
    estates.change_regime(
        estate, after="custody", on=today - timedelta(days=200),
        basis="业主签名同意，街道补一半托管费", **by,
    )  # fmt: skip
    repair = accounts.plan_repair(
        estate, what="5 号楼屋面防水", on=today - timedelta(days=120), cost=48_000_00,
        shares={"from_fund": 20_000_00, "from_subsidy": 18_000_00, "from_units": 0,
                "from_owners": 10_000_00}, **by,
    )  # fmt: skip
    accounts.finish_repair(repair, on=today - timedelta(days=70), **by)
    play_lift(setting, estate, at)


def play_lift(setting: Setting, estate: Estate, at: datetime) -> None:
    """A lift for one stair, once its owners stand in the roster."""
    by = _by(setting, "worker", at)
    units = units_under(estate, setting.stair)
    if not units or not all(unit.ownerships.filter(until__isnull=True).exists() for unit in units):
        return
    case = scopes.open_scope(
        estate, kind="lift", place=setting.stair, title="1 号楼 2 单元加装电梯",
        about="楼北侧外挂一台电梯，平层入户；一层另开门，井道用玻璃，不挡窗。", costs=LIFT_COSTS, **by,
    )  # fmt: skip
    scopes.advance_scope(case, to="posted", on=local_day(at), words="方案贴在单元门口", **by)


def _halves(today: date) -> list[tuple[date, date]]:
    """The two half years before this one."""
    first = date(today.year, 1 if today.month <= 6 else 7, 1)
    edges = [first]
    for _n in range(2):
        last = edges[-1]
        edges.append(date(last.year - (last.month == 1), 7 if last.month == 1 else 1, 1))
    return [(edges[2], edges[1] - timedelta(days=1)), (edges[1], edges[0] - timedelta(days=1))]


def _by(setting: Setting, who: str, at: datetime) -> dict[str, Any]:
    return {"by": setting.actor(who, local_day(at)), "at": at}
