"""An invented town for tests, made through the acts themselves."""

from datetime import UTC, date, datetime
from typing import Any

from linli.core.audit.actor import the_operator
from linli.core.places.actions import BuildingPlan, add_place, build_compound
from linli.core.places.models import Place

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
CODES = {
    "country": "100000000000",
    "province": "990000000000",
    "city": "990100000000",
    "county": "990101000000",
    "town": "990101001000",
}
NAMES = {
    "country": "中华人民共和国",
    "province": "云州",
    "city": "云州市",
    "county": "东湖区",
    "town": "翠湖街道",
}


def by_operator(act: Any, subject: Any, /, **given: Any) -> Any:
    """The act as the operator does it."""
    return act(subject, by=the_operator(), at=given.pop("at", AT), **given)


def a_town() -> Place:
    """The country down to one street."""
    place: Place | None = None
    for kind, code in CODES.items():
        place = Place.objects.filter(code=code, until__isnull=True).first() or by_operator(
            add_place, place, kind=kind, name=NAMES[kind], code=code
        )
    assert place is not None
    return place


def a_community(
    number: int = 1, name: str = "翠湖社区", *, on: date | None = None, town: Place | None = None
) -> Place:
    """A community of the town, without premises."""
    town = town or a_town()
    code = f"{town.code[:9]}{number:03d}"
    return by_operator(add_place, town, kind="community", name=name, code=code, on=on)


def a_compound(
    community: Place,
    name: str = "翠湖一期",
    *,
    buildings: int = 2,
    entrances: int = 2,
    floors: int = 3,
    per_floor: int = 2,
    on: date | None = None,
) -> Place:
    """A compound of numbered buildings."""
    plans = [
        BuildingPlan.numbered(
            f"{number}号楼", entrances=entrances, floors=floors, per_floor=per_floor
        )
        for number in range(1, buildings + 1)
    ]
    return by_operator(build_compound, community, name=name, buildings=plans, on=on)
