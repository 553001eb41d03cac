"""The fixed cast and the invented community it lives in; serves tests, stories and the demo.

Everybody here is invented. The telephone numbers lie in a range no operator has given out to
anybody (a 199-0000 block), and the ID numbers are none at all: nobody here has one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from linli.core.access.actions import appoint, open_account, register_body
from linli.core.access.models import Account, Body, Residence
from linli.core.access.queries import actor_for
from linli.core.audit.actor import Actor, the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.places.actions import (
    BuildingPlan,
    add_place,
    assign_dwellings,
    build_compound,
    describe_community,
    issue_tag,
    open_area,
)
from linli.core.places.models import Place, PlaceTag
from linli.core.places.queries import dwellings_under
from linli.lib.calendar import local_day
from linli.service.matters.actions import seed_kinds

PASSWORD = "linli-2026"  # noqa: S105 (the demo's, told to everybody)
"""Everybody's in the demo. A real instance has no account that was not made by invitation."""

OLD, NEW = "翠湖新村", "东湖花园"


@dataclass(frozen=True)
class Role:
    """One person of the cast. `place`: community, neighbour, street, or the new compound."""

    key: str
    name: str
    title: str
    title_en: str
    phone: str
    post: str = ""
    place: str = "community"
    born: date | None = None
    tie: str = ""


CAST: tuple[Role, ...] = (
    Role(
        "director",
        "周明华",
        "居委会主任",
        "Director of the residents' committee",
        "19900000001",
        "director",
    ),
    Role("worker", "陈晓", "社区工作者", "Community worker", "19900000002", "worker"),
    Role(
        "elder",
        "王秀兰",
        "居民，71 岁",
        "Resident, aged 71",
        "19900000003",
        born=date(1955, 3, 8),
        tie="hukou_here",
    ),
    Role(
        "representative",
        "李建国",
        "居民代表",
        "Residents' representative",
        "19900000004",
        "representative",
        born=date(1968, 5, 2),
        tie="owner",
    ),
    Role(
        "supervisor",
        "赵敏",
        "居务监督委员会成员",
        "Member of the supervisory committee",
        "19900000005",
        "supervisor",
        born=date(1972, 11, 20),
        tie="owner",
    ),
    Role("mediator", "孙丽", "人民调解员", "People's mediator", "19900000006", "mediator"),
    Role(
        "tenant",
        "刘洋",
        "租户，非本地户籍常住居民",
        "Tenant, long-term resident without local hukou",
        "19900000007",
        born=date(1994, 9, 14),
        tie="tenant",
    ),
    Role(
        "manager",
        "马强",
        "物业经理",
        "Property manager",
        "19900000008",
        "property_manager",
        place="new",
    ),
    Role(
        "street",
        "何静",
        "街道办事处工作人员",
        "Street officer",
        "19900000009",
        "street_officer",
        place="street",
    ),
    Role(
        "outsider",
        "钱进",
        "相邻社区的社区工作者",
        "Worker of the next community",
        "19900000010",
        "worker",
        place="neighbour",
    ),
)

LATER = {
    role.key: role
    for role in (
        Role(
            "party_secretary",
            "韩志远",
            "社区党组织书记",
            "Secretary of the community's Party organisation",
            "19900000090",
        ),
        Role(
            "school",
            "湖滨小学校办",
            "驻社区单位代表",
            "Delegate of a resident unit, the school",
            "19900000031",
        ),
    )
}
"""Whose accounts the demo's year opens (`party.py`, `units.py`); no part of the tests' cast."""


@dataclass
class Setting:
    """The invented place with everybody in it, as `gather` made it."""

    street: Place
    community: Place
    neighbour: Place
    old: Place
    new: Place
    stair: Place
    tag: PlaceTag
    bodies: dict[str, Body]
    accounts: dict[str, Account] = field(default_factory=dict)

    def actor(self, key: str, on: date) -> Actor:
        """One of the cast, with the posts held that day."""
        return actor_for(Account.objects.get(pk=self.accounts[key].pk), on)


def gather(at: datetime, *, small: bool = True) -> Setting:
    """Founds the community and lets everybody in, a year before `at`.

    `small`: one building a compound, enough for a test; else the demo's 1,260 households.
    """
    by = the_operator()
    since = local_day(at) - timedelta(days=365)
    founded = at - timedelta(days=365)
    street, community, neighbour = _divide(founded)
    old, new = _build(community, founded, small=small)
    describe_community(
        community,
        households=1260,
        on=since,
        approval="示府批〔2019〕12 号",
        types=["mixed"],
        by=by,
        at=founded,
    )
    for each in (community, neighbour):
        seed_kinds(each, by=by, at=founded)
    bodies = _bodies(community, street, old, new, founded)
    stair = Place.objects.get(
        community=community, parent__name="1号楼", name="2单元", parent__parent=old
    )
    setting = Setting(
        street,
        community,
        neighbour,
        old,
        new,
        stair,
        issue_tag(stair, by=by, at=founded),
        bodies,
    )
    homes = dwellings_under(stair)
    for number, role in enumerate(CAST):
        setting.accounts[role.key] = _let_in(role, setting, homes[number % len(homes)], founded)
    return setting


def _divide(at: datetime) -> tuple[Place, Place, Place]:
    """The divisions, with codes of a region that does not exist (99)."""
    by = the_operator()
    above: Place | None = Place.objects.filter(parent__isnull=True, until__isnull=True).first()
    if above is None:
        above = add_place(
            None, kind="country", name="中华人民共和国", code="100000000000", by=by, at=at
        )
    for kind, name, code in (
        ("province", "示范省", "990000000000"),
        ("city", "示范市", "990100000000"),
        ("county", "示范区", "990101000000"),
        ("town", "湖滨街道", "990101001000"),
    ):
        above = add_place(above, kind=kind, name=name, code=code, by=by, at=at)
    community, neighbour = (
        add_place(above, kind="community", name=name, code=code, ur_code="111", by=by, at=at)
        for name, code in (("东湖社区", "990101001001"), ("西湖社区", "990101001002"))
    )
    return above, community, neighbour


def _build(community: Place, at: datetime, *, small: bool) -> tuple[Place, Place]:
    """An old compound without a property firm and a new one with one."""
    by, on = the_operator(), local_day(at)
    plans = {
        OLD: [
            BuildingPlan.numbered(f"{n}号楼", entrances=3, floors=6, per_floor=2)
            for n in range(1, 2 if small else 13)
        ],
        NEW: [
            BuildingPlan.numbered(f"{n}号楼", entrances=2, floors=9, per_floor=2)
            for n in range(1, 2 if small else 24)
        ],
    }
    compounds = []
    for name, buildings in plans.items():
        compound = build_compound(community, name=name, buildings=buildings, by=by, at=at)
        for kind, area in (("residents_group", f"{name}居民小组"), ("grid", f"{name}网格")):
            opened = open_area(community, kind=kind, name=area, on=on, by=by, at=at)
            assign_dwellings(
                opened,
                dwellings=[home.pk for home in dwellings_under(compound)],
                on=on,
                by=by,
                at=at,
            )
        compounds.append(compound)
    return compounds[0], compounds[1]


def _bodies(
    community: Place, street: Place, old: Place, new: Place, at: datetime
) -> dict[str, Body]:
    rows: Sequence[tuple[str, str, str, Place, str]] = (
        ("committee", "东湖社区居民委员会", "residents_committee", community, "0990-5550001"),
        ("property", "东湖花园物业服务中心", "property_provider", new, "0990-5550002"),
        ("utility", "示范市供水公司湖滨营业所", "utility", community, "0990-5550003"),
        ("office", "湖滨街道办事处", "subdistrict_office", community, "0990-5550004"),
        ("repair", "翠湖新村便民维修队", "resident_unit", old, "0990-5550005"),
    )
    return {
        key: register_body(
            community,
            name=name,
            kind=kind,
            place=place,
            office_phone=phone,
            by=the_operator(),
            at=at,
        )
        for key, name, kind, place, phone in rows
    }


def _let_in(role: Role, setting: Setting, home: Place, at: datetime) -> Account:
    by, on = the_operator(), local_day(at)
    account = open_account(label=role.name, login=f"+86{role.phone}", password=PASSWORD, at=at)
    if role.tie:
        person = register_person(
            setting.community, name=role.name, birth_date=role.born, by=by, at=at
        )
        move_in(person, dwelling=home, kind=role.tie, since=on, by=by, at=at)
        account.person = person
        account.save(update_fields=["person"])
        Residence.objects.create(account=account, dwelling=home, since=on)
    if role.post:
        place = {
            "community": setting.community,
            "neighbour": setting.neighbour,
            "street": setting.street,
            "new": setting.new,
        }[role.place]
        body = setting.bodies["property"] if role.post == "property_manager" else None
        appoint(place, account=account, post=role.post, since=on, body=body, by=by, at=at)
    return account
