"""Own records and returns beside each other, on the street's page and on those above it; the files
hold what the page shows and no more."""

import csv
import io
import json
from datetime import date
from types import SimpleNamespace

import pyarrow as pa
import pytest
import time_machine
from django.utils import translation
from pyarrow import parquet

from linli.core.access.queries import actor_for
from linli.core.places.actions import describe_community
from linli.core.places.tests.town import a_community, add_place, by_operator
from linli.evaluation.returns import actions
from linli.evaluation.returns.keys import fingerprint, public_half
from linli.evaluation.returns.packing import pack_return
from linli.evaluation.returns.tests.conftest import SEED, neighbours_lines
from linli.evaluation.tests.cast import AT, DAY, busy_months, make_account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def wider(scene):
    """A fourth community of the street, served elsewhere, whose return was accepted; a second
    street of the district with one community, served here and small."""
    theirs = a_community(4, "远处社区", town=scene.town)
    officer = actor_for(make_account(scene.town, "street_officer"), DAY)
    given = {"by": officer, "at": AT}
    key = public_half(SEED)
    actions.register_sender(
        scene.town, community=theirs, public_key=key, heard=fingerprint(key), **given
    )
    said = {
        "community": {"code": theirs.code, "name": theirs.name},
        "office": {"code": scene.town.code, "name": scene.town.name},
        "period": "2026",
        "through": "2026-11-20",
        "edition": 1,
        "sent_at": "2026-11-21T10:00:00+08:00",
        "notes": [],
    }
    content = pack_return(said, neighbours_lines(theirs.code), with_key=SEED).content
    row = actions.receive(scene.town, content=content, **given)
    actions.answer(scene.town, return_id=row.pk, state="accepted", **given)
    for community, a_month in zip(scene.communities, (30, 40, 50), strict=True):
        busy_months(scene.room, community, a_month=a_month)
    second = by_operator(
        add_place, scene.town.parent, kind="town", name="清河街道", code="990101002000"
    )
    return replace_scene(scene, theirs=theirs, second=second)


def replace_scene(scene, **given):
    for name, value in given.items():
        setattr(scene, name, value)
    scene.reckon()
    return scene


def test_own_records_and_returns_stand_together_and_the_page_says_which(client, wider):
    wider.sign_in()
    told = client.get(f"{wider.url}table.json").json()
    by = {each["name"]: each for each in told["communities"]}
    assert by["远处社区"]["from"] == [{"source": "return", "as_of": "2026-11-20"}]
    assert [each["source"] for each in by["湖东社区"]["from"]] == ["own"]
    ids = [each["id"] for each in told["columns"]]
    sums = dict(zip(ids, told["total"], strict=True))
    theirs = dict(zip(ids, by["远处社区"]["cells"], strict=True))
    assert theirs["MT05"]["value"] == 3 * sum(range(10, 21))
    assert sums["MT05"]["value"] == 11 * 120 + theirs["MT05"]["value"]
    assert theirs["MT04"] == {"state": "hidden"}
    page = client.get(wider.url).content.decode()
    assert "上报，截至" in page
    assert "本系统记录" in page
    one = client.get(f"{wider.url}indicators/BS01/").content.decode()
    assert "远处社区" in one
    assert client.get(f"{wider.url}indicators/ZZ99/").status_code == 404


def test_the_level_above_has_streets_as_rows_and_sums_over_sums(client, wider):
    lonely = a_community(1, "清河社区", town=wider.second)
    wider.room.add(lonely, date(2026, 6, 4), "matters.raised", times=4)
    by_operator(describe_community, lonely, households=300, on=DAY.replace(month=1))
    wider.communities.append(lonely)
    wider.reckon()
    district = wider.town.parent
    wider.sign_in("district_officer", district)
    told = client.get(f"/street/{district.code}/table.json").json()
    assert [(each["name"], each["level"]) for each in told["communities"]] == [
        (wider.second.name, "town"), (wider.town.name, "town"),
    ]  # fmt: skip
    place = [each["id"] for each in told["columns"]].index("MT05")
    small, large = (each["cells"][place] for each in told["communities"])
    street = client.get(f"{wider.url}table.json").json()
    assert large == street["total"][place]
    # Four in one street: neither it nor the district's sum, which would give it back.
    assert (small["state"], told["total"][place]["state"]) == ("hidden", "hidden")
    page = client.get(f"/street/{district.code}/").content.decode()
    assert f'href="/street/{wider.town.code}/"' in page
    assert client.get(f"{wider.url}inquiries/").status_code == 404  # the street's own letters
    assert client.get(f"/street/{wider.town.parent.parent.code}/").status_code == 404


def test_the_files_hold_what_the_page_shows_and_the_dictionary_every_column(client, wider):
    wider.sign_in()
    page = client.get(f"{wider.url}table.json").json()
    body = client.get(f"{wider.url}values.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    table = parquet.read_table(pa.BufferReader(client.get(f"{wider.url}values.parquet").content))
    assert table.num_rows == len(rows) == len(page["columns"]) * 5
    for row, record in zip(rows, table.to_pylist(), strict=True):
        assert row["state"] == record["state"]
        if row["state"] in ("hidden", "missing"):
            for name in ("value", "numerator", "denominator", "n", "low", "high"):
                assert (row[name], record[name]) == ("", None)
    states = [cell["state"] for each in page["communities"] for cell in each["cells"]]
    assert [row["state"] for row in rows][: len(states)] == states
    assert client.get(f"{wider.url}values.xlsx").content[:2] == b"PK"
    dictionary = json.loads(client.get(f"{wider.url}dictionary.json").content)
    assert [each["name"] for each in dictionary["fields"]] == table.column_names
    for kind in ("csv", "md"):
        text = client.get(f"{wider.url}dictionary.{kind}").content.decode()
        assert all(name in text for name in table.column_names)
    assert client.get(f"{wider.url}values.exe").status_code == 404


def test_the_stand_is_bands_and_ranges_and_never_one_place(client, wider, monkeypatch):
    from linli.evaluation.levels import standing
    from linli.evaluation.scoring import Joint

    wider.sign_in()
    page = client.get(f"{wider.url}standing/").content.decode()
    names = [page.index(name) for name in ("北门社区", "湖东社区", "湖西社区", "远处社区")]
    assert names == sorted(names)
    assert "所以不写" in page  # too few groups are known of anybody
    codes = standing.scored_groups()

    def stand(name, *marks, give=0):
        joints = {
            code: Joint(mark, 1, 1, mark and mark - give, mark and mark + give)
            for code, mark in zip(codes, marks * len(codes), strict=False)
        }
        return standing.Stand(replace_place(name), joints, {})

    # Beside each other whichever weights are shaken; and one of whom nothing is known.
    near = [stand(name, 60 + at, 64 - at, give=4) for at, name in enumerate("甲乙丙丁")]
    ranges = standing.ranges_of([*near, stand("戊", None)])
    assert [each.place.name for each in ranges] == list("甲乙丙丁")
    assert all(1 <= each.low < each.high <= 4 for each in ranges)
    assert standing.ranges_of(near[:3]) == []
    # One far ahead would have one place, and the others would tell it.
    assert standing.ranges_of([*near, stand("己", 95, 95, give=1)]) == []
    with translation.override("en"):
        assert client.get(f"{wider.url}standing/?period=2026-10").status_code == 404


def replace_place(name):
    return SimpleNamespace(pk=name, name=name)
