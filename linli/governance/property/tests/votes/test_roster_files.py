"""The roster as people bring it: Excel with its habits, torn, wrongly encoded, far too long. Each
is read rightly or told by its row, and nothing of it is in the roster before it is whole."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from linli.core.places.queries import dwellings_under
from linli.governance.property.actions import roster_tables
from linli.governance.property.models import Owner, Ownership, RosterTable, Unit
from linli.governance.property.queries.roster_table import read_roster, say_fault
from linli.governance.property.tests.votes.test_votes import refused
from linli.governance.property.tests.votes.voting import HEADING, estate_of
from linli.lib.identity.ids import new_id
from linli.lib.tables.tests.workbooks import xls, xlsx

HEADINGS = ["楼栋", "单元", "房号", "业主姓名", "联系电话", "产权面积（㎡）", "业主类别"]


@pytest.fixture
def estate(setting):
    return estate_of(setting)


def told(table):
    """The faults with their rows, as they are read in both languages."""
    for language in ("zh-hans", "en"):
        with translation.override(language):
            for each in table.faults:
                assert "{" not in say_fault(each, translation.gettext)
    return [(each["row"], each["code"]) for each in table.faults]


def merged():
    """A title over the table, buildings merged over their rows, an area as text, a total below."""
    rows = [
        ["东湖花园业主名册", *[None] * 6],
        HEADINGS,
        ["1号楼", "1", 101, "甲", "", "89.50㎡", "个人"],
        [None, None, 102, "乙", "", " 89.5 平方米", "个人"],
        [None, "2", 101, "丙", "19900001111", 120.25, "个人"],
        [None, None, 102, "丙", "19900001111", "1,060.5", "个人"],
        ["合计", None, None, None, None, 1359.75, None],
    ]
    return xlsx(rows, merged=("A1:G1", "A3:A6", "B3:B4", "B5:B6"))


def test_merged_buildings_a_title_and_a_total_are_read_as_they_are_meant(estate):
    table = read_roster(estate, merged(), "名册.xlsx")
    assert told(table) == []
    assert [each.label for each in table.lines] == [
        "1号楼1单元101", "1号楼1单元102", "1号楼2单元101", "1号楼2单元102",
    ]  # fmt: skip
    assert [each.area for each in table.lines] == [8950, 8950, 12025, 106050]
    assert table.owners == 3
    assert all(each.sharing for each in table.lines)
    assert all(each.dwelling for each in table.lines)


def test_a_home_is_found_however_it_is_written_and_stands_there_once(estate, setting):
    home = dwellings_under(setting.new)[0]
    building, entrance = home.parent.parent.name, home.parent.name
    short = f"{building.removesuffix('号楼')}-{entrance.removesuffix('单元')}-{home.name}"
    text = f"{HEADING}{building}{entrance}{home.name},甲,,50,个人,\n{short},甲,,50,个人,\n"
    table = read_roster(estate, text.encode(), "x.csv")
    assert told(table) == [(3, "unit_twice")]
    assert table.lines[0].dwelling == str(home.pk)
    assert table.lines[0].sharing == str(home.parent_id)
    bare = read_roster(estate, f"{HEADING}{short},甲,,50,个人,\n".encode(), "x.csv")
    assert bare.lines[0].dwelling == str(home.pk)


def formulas():
    """An area that a program wrote as a formula and nobody has computed."""
    rows = [["房号", "登记面积", "业主"], ["101", "=40*2", "甲"], ["102", 80, "乙"]]
    return xlsx(rows)


TEXT = f"{HEADING}101室,张三,,89.50,个人,\n102室,李四,,90,个人,\n"
FILES = {
    "torn": (lambda: xlsx([["房号"], *[[f"{n}室"] for n in range(900)]])[:3000], "a.xlsx",
             [(0, "torn_file")]),
    "half": (lambda: TEXT.encode()[:-3] + b"\xe5", "a.csv", [(0, "encoding_broken")]),
    "rubbish": (lambda: "房号,业主\n".encode() + b"\xff\xfe\xff,1\n", "a.csv",
                [(0, "encoding_broken")]),
    "empty": (lambda: b"", "a.xlsx", [(0, "empty_file")]),
    "headings alone": (lambda: HEADING.encode(), "a.csv", [(1, "no_rows")]),
    "no headings": (lambda: "101室,89.5\n102室,90\n".encode(), "a.csv", [(0, "no_heading")]),
    "no owners": (lambda: "房号,登记面积\n101室,89.5\n".encode(), "a.csv",
                  [(1, "missing_column")]),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "a.xlsx", [(0, "not_a_table")]),
    "formulas": (formulas, "a.xlsx", [(2, "formula_uncomputed")]),
    "words": (lambda: f"{HEADING}101室,甲,,约九十,个人,\n".encode(), "a.csv",
              [(2, "not_a_number")]),
    "thirds": (lambda: f"{HEADING}101室,甲,,89.505,个人,\n".encode(), "a.csv",
               [(2, "area_wrong")]),
    "nought": (lambda: f"{HEADING}101室,甲,,0,个人,\n102室,乙,,,个人,\n".encode(), "a.csv",
               [(2, "area_wrong"), (3, "area_missing")]),
    "twice": (lambda: f"{HEADING}101室,甲,,89,个人,\n1 0 1室,乙,,89,个人,\n".encode(), "a.csv",
              [(3, "unit_twice")]),
    "nobody": (lambda: f"{HEADING}101室,,,89,个人,\n".encode(), "a.csv",
               [(2, "required_empty")]),
    "a building of elsewhere": (
        lambda: "楼栋,房号,业主,登记面积\n99,101,甲,89\n".encode(), "a.csv",
        [(2, "sharing_unknown")]),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_what_cannot_be_read_is_told_by_its_row_and_nothing_is_kept(kind, estate, setting, at):
    content, filename, expected = FILES[kind]
    read = read_roster(estate, content(), filename)
    assert told(read) == expected
    by = {"by": setting.actor("worker", at.date()), "at": at}
    table = roster_tables.keep_table(estate, table=read, filename=filename, **by)
    assert table.content == ""
    refused("property.table_clean", roster_tables.take_in, table, since=at.date(), **by)
    for model in (Unit, Owner, Ownership):
        assert not model.objects.filter(community=setting.community).exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_every_usual_encoding_is_read(encoding, estate):
    table = read_roster(estate, TEXT.encode(encoding), "名册.csv")
    assert told(table) == []
    assert [(each.label, each.name, each.area) for each in table.lines] == [
        ("101室", "张三", 8950), ("102室", "李四", 9000),
    ]  # fmt: skip


def test_a_workbook_of_old_and_computed_formulas_are_read(estate):
    rows = [["房号", "业主", "登记面积"], ["101室", "甲", 89.5], ["102室", "乙", 90.0]]
    table = read_roster(estate, xls(rows), "名册.xls")
    assert told(table) == []
    assert table.area == int(Decimal("179.5") * 100)


def test_a_hundred_thousand_rows_are_refused_in_a_sentence_and_many_faults_are_counted(
    estate, setting, at
):
    row = ",甲,,50,个人,\n"
    long = HEADING + "".join(f"{number}室{row}" for number in range(100_000))
    table = read_roster(estate, long.encode(), "名册.csv")
    assert told(table) == [(0, "too_many_rows")]
    assert table.faults[0]["numbers"]["rows"] == "100000"
    wrong = HEADING + "".join(f"{number}室,甲,,0,个人,\n" for number in range(300))
    read = read_roster(estate, wrong.encode(), "名册.csv")
    kept = roster_tables.keep_table(
        estate, table=read, filename="x.csv", by=setting.actor("worker", at.date()), at=at
    )
    assert len(kept.faults) == 201
    with translation.override("zh-hans"):
        assert "100" in say_fault(kept.faults[-1], translation.gettext)


def test_the_same_table_again_changes_nothing_and_another_owner_is_told(estate, setting, at):
    by = {"by": setting.actor("worker", at.date()), "at": at}
    first = roster_tables.keep_table(
        estate, table=read_roster(estate, merged(), "a.xlsx"), filename="a.xlsx", **by
    )
    roster_tables.take_in(first, since=at.date(), **by)
    again = read_roster(estate, merged(), "a.xlsx")
    assert (told(again), again.known, len(again.lines)) == ([], 4, 0)
    other = "房号,业主,登记面积\n1号楼1单元101,丁,89.5\n1-1-102,乙,90\n"
    assert told(read_roster(estate, other.encode(), "a.csv")) == [
        (2, "unit_differs"), (3, "unit_differs"),
    ]  # fmt: skip


def test_the_page_shows_each_fault_with_its_row_and_offers_another_go(estate, visit, url):
    file = SimpleUploadedFile("名册.csv", f"{HEADING}101室,甲,,0,个人,\n".encode())
    given = {"file": file, "source": "", "once": new_id()}
    sent = visit("worker").post(url("bring_roster", estate.pk), given, follow=True)
    said = sent.content.decode()
    assert sent.status_code == 200
    assert "第 2 行" in said
    assert "整份都没有存入" in said
    assert RosterTable.objects.get(community=estate.community_id).content == ""
