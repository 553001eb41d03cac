"""Which dwelling an address means; what could mean two, or says something unknown, is told back."""

import pytest

from linli.core.people.roster.addresses import SEVERAL, UNKNOWN, UNREADABLE, AddressBook
from linli.core.places.models import Place
from linli.core.places.tests.town import a_community, a_compound, by_operator


@pytest.fixture
def book(community):
    a_compound(community, "望江路88弄", buildings=1, entrances=1)
    return AddressBook(community)


@pytest.fixture
def home(community, dwelling):
    return Place.objects.get(
        community=community,
        name="301",
        parent__name="1单元",
        parent__parent__name="2号楼",
    ).pk


@pytest.mark.parametrize(
    "written",
    [
        "2-1-301",
        "2—1—301",
        "２－１－３０１",
        "2/1/301",
        "2号楼1单元301",
        "2号楼1单元301室",
        "2栋1门301户",
        "二号楼一单元三〇一室",
        "02号楼 01单元 301",
        "2号楼1单元3层301室",
        "翠湖一期2号楼1单元301",
        "翠湖社区翠湖一期 2-1-301",
        "翠湖社区 › 翠湖一期 › 2号楼 › 1单元 › 301",
        "云州市东湖区翠湖街道翠湖社区2号楼1单元301室",
        "云州云州市翠湖路5号翠湖一期2号楼1单元301室",
    ],
)
def test_an_address_is_found_as_people_write_it(book, home, written):
    assert book.find(written).dwelling == home


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", UNREADABLE),
        ("2号楼", UNREADABLE),
        ("1单元301", UNREADABLE),
        ("2号楼1单元", UNREADABLE),
        ("2-1-999", UNKNOWN),
        ("9-1-301", UNKNOWN),
        ("隔壁花园2号楼1单元301", UNREADABLE),
        ("2号楼1单元301对门", UNREADABLE),
        ("2号楼301", SEVERAL),
        ("1-1-101", SEVERAL),
        ("望江路88弄2号楼1单元301", UNKNOWN),
        ("1-2-3-4", UNREADABLE),
    ],
)
def test_what_is_not_certain_is_told_back(book, written, problem):
    found = book.find(written)
    assert (found.dwelling, found.problem) == (None, problem)


def test_an_entrance_may_be_left_out_where_the_door_is_the_only_one(book, community):
    found = book.find("望江路88弄1号楼301室")
    assert found.dwelling is not None
    assert Place.objects.get(pk=found.dwelling).full_name.startswith("翠湖社区 › 望江路88弄")


def test_parts_in_columns_of_their_own_mean_the_same(book, home):
    assert book.find_parts("", "2号楼", "1单元", "301").dwelling == home
    assert book.find_parts("翠湖一期", "2", "1", "301室").dwelling == home
    assert book.find_parts("", "2栋", "", "301").problem == SEVERAL
    assert book.find_parts("别处", "2", "1", "301").problem == UNREADABLE


def test_dwellings_that_open_to_the_lane_are_found_by_their_door(db):
    from linli.core.places.actions import add_place

    community = a_community(3, "老街社区")
    lane = a_compound(community, "老街12号院", buildings=0)
    door = by_operator(add_place, lane, kind="dwelling", name="甲3")
    assert AddressBook(community).find("老街12号院甲3室").dwelling == door.pk


def test_a_dwelling_that_was_closed_is_not_found(community, book, home):
    Place.objects.filter(pk=home).update(until="2026-01-01")
    assert AddressBook(community).find("2-1-301").problem == UNKNOWN
