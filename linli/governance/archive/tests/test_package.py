"""The archive of a year opens without this house: the standard's own tool says it is whole, and a
package that was touched is found out."""

import contextlib
import json
import re
import shutil
import zipfile
import zlib
from datetime import timedelta

import bagit
import pytest

from linli.core.pages.paper import can_draw
from linli.governance.archive import actions, due
from linli.governance.archive.actions.appraising import Verdict
from linli.governance.archive.models import Package
from linli.governance.archive.package.building import build
from linli.governance.archive.package.verifying import verify
from linli.governance.archive.queries.appraisals import judgements_of

pytestmark = pytest.mark.django_db

SECRET = "王某家庭困难情况"


@pytest.fixture
def packed(setting, letters, file_year, file_paper, year, today, tmp_path):
    """The package of last year: two letters, annual accounts; a confidential file left out."""

    def pack(draw=False):
        file_year()
        file_paper()
        file_paper("help_files", title=SECRET)
        return build(setting.community, year, tmp_path / "packing", on=today, draw=draw)

    (tmp_path / "packing").mkdir()
    return pack


def inflated(content):
    """A PDF with its streams written out."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    found = [content]
    for stream in streams:
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(stream))
    return b"\n".join(found)


def unzipped(path, folder):
    with zipfile.ZipFile(path) as file:
        file.extractall(folder)
    return next(folder.iterdir())


def test_the_standards_own_validator_finds_it_whole_and_it_opens_offline(
    packed, tmp_path, year, setting
):
    built = packed()
    bag = unzipped(built.path, tmp_path / "elsewhere")
    assert bagit.Bag(str(bag)).validate()
    told = (bag / "bag-info.txt").read_text("utf-8")
    assert "Linli-Confidential-Left-Out: 1" in told
    assert f"External-Identifier: {setting.community.code}-{year}" in told
    page = (bag / "data" / "index.html").read_text("utf-8")
    inventory = json.loads((bag / "data" / "inventory.json").read_bytes())
    assert (inventory["items"], inventory["left_out"]) == (3, 1)
    # Every link of the page leads to a file of the package, and none out of it.
    links = re.findall(r'href="([^"]+)"', page)
    assert links
    assert all((bag / "data" / link).is_file() for link in links)
    assert "src=" not in page
    assert "Inventory" in page
    assert "目录" in page
    whole = "".join(file.read_text("utf-8", "replace") for file in bag.rglob("*") if file.is_file())
    assert SECRET not in whole
    line = next(line for line in inventory["lines"] if line["number"] == f"WS·{year}·D30-0001")
    paper = bag / "data" / line["files"][-1]["path"]
    assert "每日打卡应用" in paper.read_text("utf-8")
    assert line["part_title"] == {
        "zh-hans": "上级来文和往来函件",
        "en": "Correspondence with offices",
    }


def test_our_own_check_agrees_and_names_what_was_touched(packed, tmp_path):
    built = packed()
    found = verify(built.path)
    assert (found.whole, found.items) == (True, 3)
    bag = unzipped(built.path, tmp_path / "elsewhere")
    assert verify(bag).whole
    paper = next(bag.rglob("02-request.json"))
    kept = paper.read_bytes()
    name = paper.relative_to(bag).as_posix()

    paper.write_bytes(kept.replace(b"office", b"Office"))
    assert ("changed", name) in {(fault.what, fault.name) for fault in verify(bag).faults}
    paper.unlink()
    assert "missing" in {fault.what for fault in verify(bag).faults}
    paper.write_bytes(kept)
    (bag / "data" / "items" / "extra.txt").write_text("later")
    assert {fault.what for fault in verify(bag).faults} >= {"added"}
    (bag / "data" / "items" / "extra.txt").unlink()
    assert verify(bag).whole
    # A bag made anew around a changed paper is a good bag, and its inventory gives it away.
    paper.write_bytes(b"{}")
    shutil.move(bag / "data", tmp_path / "again")
    bagit.make_bag(str(tmp_path / "again"), checksums=["sha256"])
    found = verify(tmp_path / "again")
    assert {fault.what for fault in found.faults} == {"not_as_listed"}


@pytest.mark.parametrize(
    ("entry", "what"),
    [("../outside.txt", "unsafe"), ("/etc/passwd", "unsafe"), ("bag/readme.txt", "no_bag")],
)
def test_a_package_that_reaches_out_or_is_none_is_told_and_harms_nothing(tmp_path, entry, what):
    path = tmp_path / "strange.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(entry, "x")
    assert [fault.what for fault in verify(path).faults] == [what]
    assert not (tmp_path.parent / "outside.txt").exists()
    assert [fault.what for fault in verify(path, most_bytes=0).faults] == ["too_large"]
    path.write_bytes(b"no zip at all")
    assert [fault.what for fault in verify(path).faults] == ["no_zip"]


@pytest.mark.skipif(not can_draw(), reason="this machine cannot draw a PDF")
def test_the_reading_copies_say_they_are_pdf_a_and_carry_fonts_and_colours(
    setting, letters, file_year, year, today, tmp_path
):
    file_year()
    built = build(setting.community, year, tmp_path, on=today)
    bag = unzipped(built.path, tmp_path / "elsewhere")
    copies = [*bag.rglob("reading.pdf"), bag / "data" / "inventory.pdf"]
    assert len(copies) == 3
    for path in copies:
        content = inflated(path.read_bytes())
        assert b'pdfaid:part="2" pdfaid:conformance="U"' in content
        assert b"/OutputIntents" in content
        assert b"/Encrypt" not in content
        # Every font that is described is there.
        described = content.count(b"/Type /FontDescriptor") + content.count(b"/Type/FontDescriptor")
        assert 0 < described == len(re.findall(rb"/FontFile[23]?\b", content))


def test_a_package_is_made_by_the_job_taken_and_gone_after_its_days(
    setting, letters, file_year, actor, at, year, visit, url, monkeypatch,
    django_capture_on_commit_callbacks,
):  # fmt: skip
    monkeypatch.setattr("linli.governance.archive.package.building.can_draw", lambda: False)
    file_year()
    with django_capture_on_commit_callbacks(execute=True):
        actions.ask_package(setting.community, year=year, by=actor("director"), at=at)
    package = Package.objects.get(community=setting.community)
    assert (package.state, package.items) == ("made", 2)
    response = visit("director").get(url("package", package.pk))
    assert response.status_code == 200
    content = b"".join(response.streaming_content)
    assert len(content) == package.bytes
    assert visit("worker").get(url("package", package.pk)).status_code == 404
    due.run(at + timedelta(days=30))
    assert Package.objects.get(community=setting.community).state == "made"
    with django_capture_on_commit_callbacks(execute=True):
        due.run(at + timedelta(days=31))
    package = Package.objects.get(community=setting.community)
    assert (package.state, len(package.sha256)) == ("gone", 64)
    assert visit("director").get(url("package", package.pk)).status_code == 404


def test_what_is_destroyed_lives_on_in_no_package(
    setting, past, actor, at, today, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("linli.governance.archive.package.building.can_draw", lambda: False)
    old = past[0].year
    with django_capture_on_commit_callbacks(execute=True):
        actions.ask_package(setting.community, year=old, by=actor("director"), at=at)
    appraisal = actions.open_appraisal(setting.community, by=actor("worker"), at=at)
    actions.judge(
        appraisal,
        verdicts={line.pk: Verdict("destroy") for line in judgements_of(appraisal)},
        present=[("李建国", "representative"), ("陈晓", "worker")],
        met_on=today,
        by=actor("worker"),
        at=at,
    )
    actions.approve(appraisal, by=actor("director"), at=at)
    with django_capture_on_commit_callbacks(execute=True):
        actions.carry_out(
            appraisal,
            watching=[("赵敏", "supervisor"), ("陈晓", "worker")],
            way="粉碎",
            by=actor("worker"),
            at=at,
        )
    assert Package.objects.get(community=setting.community, year=old).state == "gone"
