"""Division tables as files: the four provinces, bad tables, and tables that come again."""

import gzip
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import Workbook

from linli.core.audit.models import Entry
from linli.core.places.actions import TableRefused, import_divisions
from linli.core.places.forms import read_division_table
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.queries import search_places, show
from linli.core.places.sentences import explain_row
from linli.core.places.tests.test_history import check_versions
from linli.core.places.tests.town import a_compound, by_operator
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

HEADING = "code,parent,name,level,ur_code,lon,lat"
TABLE = """100000000000,100000000000,中国,country,,116.3,39.9
990000000000,100000000000,云州,province,,,
990100000000,990000000000,云州市,city,,,
990101000000,990100000000,东湖区,county,,,
990101001000,990101000000,翠湖街道,town,,,
990101001001,990101001000,翠湖社区,village,111,116.4,39.92
990101001002,990101001000,东湖社区,village,111,,"""
DAY = date(2026, 6, 1)


def table(tmp_path, text, name="divisions.csv"):
    path = tmp_path / name
    data = text.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def take(path, **given):
    return by_operator(import_divisions, None, rows=read_division_table(path), **given)


def counts(report):
    return report.read, report.new, report.changed, report.same, len(report.refused)


def test_a_table_is_taken_in_once_and_does_nothing_the_second_time(tmp_path):
    path = table(tmp_path, f"{HEADING}\n{TABLE}\n")
    assert counts(take(path)) == (7, 7, 0, 0, 0)
    assert counts(take(path)) == (7, 0, 0, 7, 0)
    community = Place.objects.get(code="990101001001")
    assert community.full_name == "云州 › 云州市 › 东湖区 › 翠湖街道 › 翠湖社区"
    assert community.committee == "residents"
    assert community.community_id == community.id
    assert Place.objects.get(code="100000000000").parent_id is None
    assert PlaceVersion.objects.count() == 7
    assert Entry.objects.filter(action="places.import").count() == 2


@pytest.mark.parametrize("name", ["divisions.csv.gz", "divisions.tsv"])
def test_columns_in_any_order_and_under_chinese_headings(tmp_path, name):
    sign = "\t" if name.endswith("tsv") else ","
    lines = [sign.join(("名称", "级别", "上级代码", "纬度", "经度", "代码"))]
    for line in TABLE.splitlines():
        code, parent, title, level, _ur, lon, lat = line.split(",")
        lines.append(sign.join((title, level, parent, lat, lon, code)))
    assert counts(take(table(tmp_path, "\n".join(lines) + "\n", name))) == (7, 7, 0, 0, 0)
    assert Place.objects.get(code="990101001001").lat == 39.92


def test_a_workbook_is_read_also_where_a_code_stands_as_a_number(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(HEADING.split(","))
    for line in TABLE.splitlines():
        sheet.append(line.split(","))
    sheet["A3"] = 990000000000  # a number of 12 digits keeps them all
    path = tmp_path / "divisions.xlsx"
    book.save(path)
    assert counts(take(path)) == (7, 7, 0, 0, 0)


def test_gb18030_is_read(tmp_path):
    path = tmp_path / "divisions.csv"
    path.write_bytes(f"{HEADING}\n{TABLE}\n".encode("gb18030"))
    assert take(path).new == 7
    assert Place.objects.filter(name="翠湖社区").exists()


def test_one_wrong_row_keeps_the_whole_table_out_and_names_itself(tmp_path):
    path = table(tmp_path, f"{HEADING}\n{TABLE}\n990101001003,990101009000,西湖社区,village,,,\n")
    with pytest.raises(TableRefused) as caught:
        take(path)
    report = caught.value.report
    assert counts(report) == (8, 7, 0, 0, 1)
    assert (report.refused[0].number, report.refused[0].reason) == (9, "missing_parent")
    assert "990101009000" in explain_row(report.refused[0])
    assert not Place.objects.exists()
    assert not Entry.objects.exists()


def test_the_good_rows_are_taken_where_the_operator_says_so(tmp_path):
    path = table(tmp_path, f"{HEADING}\n{TABLE}\n12,990101001000,西湖社区,village,,,\n")
    assert counts(take(path, partial=True)) == (8, 7, 0, 0, 1)
    assert Place.objects.count() == 7


def test_every_reason_has_a_sentence_in_which_nothing_is_left_open(tmp_path):
    rows = f"""{TABLE}
12,990101001000,甲,village,,,
990101001001,990101001000,乙,village,,,
990101001003,990101001000,,village,,,
990101001004,990101001000,丁,星球,,,
990101001005,990101001000,戊,town,,,
990101001006,990101009000,己,village,,,
990101001007,990101001000,庚,village,999,,
990101001008,990101001000,辛,village,,200,1
"""
    with pytest.raises(TableRefused) as caught:
        take(table(tmp_path, f"{HEADING}\n{rows}"))
    told = {row.reason: explain_row(row) for row in caught.value.report.refused}
    assert len(told) == 8
    for sentence in told.values():
        assert sentence.endswith("。")
        assert "{" not in sentence


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x1f\x8b\x08\x00torn",
        gzip.compress(f"{HEADING}\n{TABLE}\n".encode())[:-9],
        b"%PDF-1.7",
        "名称,颜色\n翠湖社区,绿\n".encode(),
        f"{HEADING}\n".encode(),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "divisions.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read_division_table(path)
    assert caught.value.finding.rule == "places.table_readable"
    assert caught.value.finding.numbers["why"]


def test_a_later_table_closes_what_it_changes_and_opens_the_new(tmp_path):
    take(table(tmp_path, f"{HEADING}\n{TABLE}\n"))
    community = Place.objects.get(code="990101001001")
    a_compound(community)
    later = (
        TABLE.replace("翠湖社区", "翠湖东社区")
        .replace("990101001002,990101001000", "990101001002,990101002000")
        .replace("东湖区", "西湖区")
    )
    new_town = "990101002000,990101000000,东湖街道,town,,,"
    path = table(tmp_path, f"{HEADING}\n{later}\n{new_town}\n")
    assert counts(take(path, on=DAY)) == (8, 1, 3, 4, 0)
    old, now = show("990101001000", DAY - timedelta(days=1)), show("990101001000", DAY)
    assert old.full_name == "云州 › 云州市 › 东湖区 › 翠湖街道"
    assert now.full_name == "云州 › 云州市 › 西湖区 › 翠湖街道"
    assert [node.name for node in old.children] == ["翠湖社区", "东湖社区"]
    assert [node.name for node in now.children] == ["翠湖东社区"]
    assert [node.name for node in show("990101002000", DAY).children] == ["东湖社区"]
    community.refresh_from_db()
    assert community.full_name == "云州 › 云州市 › 西湖区 › 翠湖街道 › 翠湖东社区"
    door = Place.objects.filter(community=community, kind="dwelling").first()
    assert door.full_name.startswith("翠湖东社区 › ")
    assert search_places("cuihudong") == [community]
    assert sorted(Succession.objects.values_list("kind", flat=True)) == ["move", "rename", "rename"]
    assert counts(take(path, on=DAY)) == (8, 0, 0, 8, 0)
    check_versions()


def test_a_renamed_province_and_a_moved_town_in_one_table_agree(tmp_path):
    take(table(tmp_path, f"{HEADING}\n{TABLE}\n990102000000,990100000000,南区,county,,,\n"))
    later = TABLE.replace("云州,", "云省,").replace(
        "990101001000,990101000000", "990101001000,990102000000"
    )
    take(table(tmp_path, f"{HEADING}\n{later}\n"), on=DAY)
    community = Place.objects.get(code="990101001001")
    assert community.full_name == "云省 › 云州市 › 南区 › 翠湖街道 › 翠湖社区"
    check_versions()


def test_a_corrected_point_is_no_event_in_history(tmp_path):
    take(table(tmp_path, f"{HEADING}\n{TABLE}\n"))
    path = table(tmp_path, f"{HEADING}\n{TABLE.replace('116.4', '116.5')}\n")
    assert counts(take(path, on=DAY)) == (7, 0, 1, 6, 0)
    place = Place.objects.get(code="990101001001")
    assert place.lon == 116.5
    assert place.versions.count() == 1
    assert not Succession.objects.exists()


def test_only_the_operator_imports(tmp_path):
    from linli.core.audit.actor import NOBODY
    from linli.core.places.tests.town import AT

    rows = read_division_table(table(tmp_path, f"{HEADING}\n{TABLE}\n"))
    with pytest.raises(Refused) as caught:
        import_divisions(None, by=NOBODY, at=AT, rows=rows)
    assert caught.value.finding.rule == "access.permitted"
    assert not Place.objects.exists()


def _provinces():
    folder = os.environ.get("LINLI_TEST_DATA")
    data = Path(folder) if folder else Path(settings.BASE_DIR).parent / "shared" / "data"
    return sorted((data / "divisions").glob("divisions_2016_*.csv.gz"))


@pytest.fixture
def provinces():
    files = _provinces()
    if len(files) != 4:
        pytest.skip("the four provinces' division tables are not on this machine")
    return files


def test_four_provinces_come_in_whole_and_the_same_again(provinces):
    first = [take(path) for path in provinces]
    assert [counts(report) for report in first] == [
        (7362, 7362, 0, 0, 0),
        (5906, 5905, 0, 1, 0),
        (6113, 6112, 0, 1, 0),
        (12205, 12204, 0, 1, 0),
    ]
    again = take(provinces[-1])
    assert counts(again) == (12205, 0, 0, 12205, 0)
    assert again.absent == ()
    committees = [place.committee for place in Place.objects.filter(level=5)]
    assert committees.count("residents") == 11924
    assert committees.count("villagers") == 17431
    assert committees.count(None) == 0
    namesakes = search_places("双龙村委会")
    assert len(namesakes) == 19
    assert len({place.full_name for place in namesakes}) == 19
    assert search_places("双龙村委会 ") == namesakes
    assert [p.name for p in search_places("东城 dfx")] == ["多福巷社区居委会"]
    assert search_places("西城 dfx") == []
    assert [p.name for p in search_places("东华门 多福巷")] == ["多福巷社区居委会"]
    assert [p.name for p in search_places("dfxsqjwh")] == ["多福巷社区居委会"]
