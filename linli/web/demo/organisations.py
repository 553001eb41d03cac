"""The bodies of the demo's community: who holds their offices, who works here, who does what."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import Actor
from linli.lib.calendar import local_day
from linli.partners.organisations import actions
from linli.partners.organisations.models import Office, Organisation
from linli.web.demo.cast import Setting

FOUNDED = date(2004, 6, 1)
COMMITTEE = "东湖社区居民委员会"
BODIES = (
    (COMMITTEE, "residents_committee", "", "城市居民委员会组织法第八条",
     "办理本社区公共事务和公益事业，调解纠纷，协助政府做与居民有关的工作，反映居民的意见。",
     "社区服务中心 1 楼", "0990-5550001", "周一至周六 8:30–18:00"),
    ("治安保卫委员会", "subcommittee", "security", "城市居民委员会组织法第九条",
     "组织巡逻，消防和防骗宣传，配合派出所做群防群治。", "", "0990-5550032", ""),
    ("公共卫生委员会", "subcommittee", "public_health", "城市居民委员会组织法第九条",
     "爱国卫生、健康宣传、传染病防控时组织居民互助。", "", "0990-5550033", ""),
    ("环境和物业管理委员会", "subcommittee", "environment", "城市居民委员会组织法第九条",
     "指导业主组织，督促物业服务，听取居民对环境的意见。", "", "0990-5550034", ""),
    ("老年人和妇女儿童工作委员会", "subcommittee", "elders_children", "城市居民委员会组织法第九条",
     "关心老人、妇女和孩子，联系为老服务和儿童活动。", "", "0990-5550035", ""),
    ("人民调解委员会", "mediation_committee", "mediation", "人民调解法第八条",
     "调解民间纠纷，不收费。", "社区服务中心 2 楼", "0990-5550006", "周二、周四 9:00–17:00"),
    ("居务监督委员会", "supervisory_committee", "", "城市居民委员会组织法第三十六条",
     "监督居务公开、经费和决议的落实，组织民主评议。", "", "0990-5550007", ""),
    ("第一居民小组", "residents_group", "", "城市居民委员会组织法第十三条",
     "翠湖新村 1–6 号楼。", "", "", ""),
    ("第二居民小组", "residents_group", "", "城市居民委员会组织法第十三条",
     "东湖花园各楼。", "", "", ""),
    ("湖滨街道办事处", "office", "", "", "街道的公共管理和公共服务。",
     "湖滨路 8 号", "0990-5550004", "工作日 9:00–17:00"),
    ("湖滨派出所", "office", "", "", "治安、户籍和报警求助。", "湖滨路 12 号", "0990-5550110",
     "户籍窗口周一到周六 9:00–17:00；报警随时"),
    ("示范市供水公司湖滨营业所", "utility", "", "", "供水、报修、查漏。", "", "0990-5550003", "24 小时"),
)  # fmt: skip
OFFICES = (
    ("治安保卫委员会", "治保主任", 1, "夜间巡逻、消防通道、防骗宣传"),
    ("治安保卫委员会", "治保委员", 2, "分楼联络"),
    ("公共卫生委员会", "卫生主任", 1, "健康讲座、环境消杀"),
    ("环境和物业管理委员会", "环境主任", 1, "三方会、绿化和停车意见"),
    ("老年人和妇女儿童工作委员会", "老妇儿主任", 1, "为老服务站、儿童之家"),
)
HELD = (
    ("治保主任", "许示范", 1100, 240), ("治保主任", "邓示范", 240, None),
    ("治保委员", "梁示范", 400, None), ("卫生主任", "贺示范", 900, None),
    ("环境主任", "崔示范", 700, None),
)  # fmt: skip
"""Office, name, since and until so many days ago. One office is left vacant."""
LINES = (
    ("湖滨街道办事处", "低保和临时救助申请", "困难 生病 没钱 救助", "0990-5550101"),
    ("湖滨街道办事处", "房屋安全和危房排查", "墙裂 漏水 房子 危险", "0990-5550102"),
    ("湖滨街道办事处", "老年人补贴和养老服务", "老人 高龄 津贴 助餐", "0990-5550103"),
    ("湖滨派出所", "报警求助", "打架 偷东西 被骗", "110"),
    ("湖滨派出所", "户口和居住证", "户口 迁移 居住证 身份证", "0990-5550110"),
    ("示范市供水公司湖滨营业所", "停水和爆管报修", "停水 漏水 水管 爆管 水压 水黄", "0990-5550003"),
    ("湖滨街道办事处", "电梯故障投诉和噪声扰民", "电梯 困人 噪音 噪声 太吵", "0990-5550104"),
)
STAFF = (
    ("陈晓", "worker", "一般工作人员", "二号网格、助老和窗口", 1600, "social_worker"),
    ("罗示范", "", "副职", "居务公开和档案", 2900, "assistant_social_worker"),
    ("施示范", "", "一般工作人员", "一号网格、垃圾分类", 420, ""),
)


def play_organisations(setting: Setting, at: datetime) -> None:
    """Enters the register, the directory and the files, as the desk would."""
    on = local_day(at)
    worker, director = setting.actor("worker", on), setting.actor("director", on)
    bodies = _enter_bodies(setting, worker, at)
    offices = _enter_offices(bodies, worker, at)
    for title, name, since, until in HELD:
        _hold(offices[title], name, on, (since, until), worker, at)
    for body, what, words, phone in LINES:
        actions.add_line(bodies[body], what=what, words=words, phone=phone, by=worker, at=at)
    handover = actions.open_handover(
        bodies["治安保卫委员会"], on=on, watched_by="居民委员会", by=worker, at=at
    )
    for item in handover.items.order_by("pk")[:3]:
        actions.sign_item(item, by=worker, at=at)
        actions.sign_item(item, by=director, at=at)
    _enter_staff(setting, director, at)


def _enter_bodies(setting: Setting, worker: Actor, at: datetime) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    on = local_day(at)
    for name, kind, subject, basis, duties, address, phone, hours in BODIES:
        given = {
            "name": name, "kind": kind, "subject": subject, "basis": basis, "duties": duties,
            "address": address, "phone": phone, "hours": hours, "since": FOUNDED,
            "part_of": None if kind in ("office", "utility") else found.get(COMMITTEE),
        }  # fmt: skip
        if name == "公共卫生委员会":
            given["term_ends"] = on + timedelta(days=60)
        found[name] = actions.add(setting.community, given=given, by=worker, at=at)
    return found


def _enter_offices(
    bodies: dict[str, Organisation], worker: Actor, at: datetime
) -> dict[str, Office]:
    found = {}
    for place, (body, title, seats, duties) in enumerate(OFFICES):
        given = {
            "title": title, "chosen": "recommended", "seats": seats, "duties": duties,
            "rank": place, "since": FOUNDED,
        }  # fmt: skip
        found[title] = actions.add_office(bodies[body], given=given, by=worker, at=at)
    return found


def _hold(
    office: Office, name: str, on: date, ago: tuple[int, int | None], worker: Actor, at: datetime
) -> None:
    since, until = ago
    given = actions.Chosen(
        office, name, on - timedelta(days=since), "recommended", "居民委员会推选会议纪要",
        asked_kin=True,
    )  # fmt: skip
    term = actions.begin_term(office, given=given, by=worker, at=at)
    if until is not None:
        last = on - timedelta(days=until)
        actions.end_term(term, until=last, ended_for="moved", by=worker, at=at)


def _enter_staff(setting: Setting, director: Actor, at: datetime) -> None:
    on, files = local_day(at), []
    for name, key, post, work, days, certificate in STAFF:
        given = {
            "name": name, "post": post, "work": work, "since": on - timedelta(days=400),
            "account": setting.accounts[key] if key else None,
            "worked_since": on - timedelta(days=days),
        }  # fmt: skip
        staff = actions.take_on(setting.community, given=given, by=director, at=at)
        if certificate:
            actions.add_qualification(
                staff, kind=certificate, got_on=on - timedelta(days=500), by=director, at=at
            )
        actions.record_training(
            staff, on=on - timedelta(days=1), half_hours=6, subject="入户走访和沟通",
            given_by="区民政局", by=director, at=at,
        )  # fmt: skip
        files.append(staff)
    away = on + timedelta(days=3)
    actions.enter_leave(
        files[0], since=away, until=away + timedelta(days=2), cover=files[1], by=director, at=at
    )
