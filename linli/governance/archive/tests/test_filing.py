"""A year goes into the archive, once, whatever happens; papers by hand beside it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.core.files.filing import all_series
from linli.core.files.models import StoredFile
from linli.core.jobs.models import Job
from linli.governance.archive import actions
from linli.governance.archive.actions import LineGiven
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.models import Item, YearFiled
from linli.governance.archive.papers import read_papers
from linli.governance.archive.queries.filing import unfiled, waiting_of_year
from linli.governance.archive.queries.plan import line_on
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def test_every_room_declared_its_series_in_a_class_of_the_plan(setting, year):
    keys = {series.key for series in all_series()}
    assert {
        "elections.file", "assemblies.meetings", "assemblies.resolutions", "assemblies.versions",
        "publication.postings", "matters.closed", "intake.letters", "catalogue.register",
        "paperwork.hand_overs", "evaluation.reports",
    } <= keys  # fmt: skip
    assert all(part_called(series.part).titles["en"] for series in all_series())
    # Each can be asked what it settled, also where there is nothing.
    assert all(not each.pieces for each in waiting_of_year(setting.community, year))


def test_a_year_is_filed_item_by_item_and_again_does_nothing(
    setting, letters, file_year, year, reread
):
    assert file_year() == 2
    items = list(Item.objects.filter(community=setting.community).order_by("serial"))
    assert [item.number for item in items] == [f"WS·{year}·D30-0001", f"WS·{year}·D30-0002"]
    first = items[0]
    assert first.keep_until == date(year + 31, 1, 1)
    assert (first.access, first.line, first.part) == (
        "institution",
        "intake.letters",
        "correspondence",
    )
    papers = list(read_papers(first))
    assert [paper.name for paper in papers] == [each["name"] for each in first.contents]
    assert [paper.sha256 for paper in papers] == [each["sha256"] for each in first.contents]
    assert "每日打卡应用" in papers[-1].content.decode()
    assert file_year() == 0
    assert Item.objects.filter(community=setting.community).count() == 2
    assert YearFiled.objects.get(community=setting.community, year=year).items == 2


def test_the_job_files_a_year_and_one_run_twice_files_it_once(
    setting, letters, actor, at, year, django_capture_on_commit_callbacks
):
    for many in (2, 0):
        with django_capture_on_commit_callbacks(execute=True):
            job = actions.start_filing(setting.community, year=year, by=actor("worker"), at=at)
        job = Job.objects.get(community=setting.community, pk=job.pk)
        assert (job.state, job.result["filed"]) == ("done", many)
    assert Item.objects.filter(community=setting.community, year=year).count() == 2


def test_a_filing_that_broke_off_goes_on_where_it_was(setting, letters, at, year, file_year):
    pieces = list(unfiled(setting.community, year))[:1]
    actions.file_pieces(setting.community, year=year, pieces=pieces, by=the_clock(), at=at)
    assert file_year() == 1
    serials = Item.objects.filter(community=setting.community).values_list("serial", flat=True)
    assert sorted(serials) == [1, 2]


def test_what_is_added_later_does_not_make_late_what_was_in_time(setting, letters, at, year):
    june, july = (
        timezone.localtime(at).replace(month=month, day=1, year=year + 1) for month in (6, 7)
    )
    for moment in (june, july):
        actions.finish_filing(setting.community, year=year, by=the_clock(), at=moment)
    row = YearFiled.objects.get(community=setting.community, year=year)
    assert (row.filed_on, row.last_day) == (date(year + 1, 6, 1), date(year + 1, 6, 30))


def test_this_year_is_not_over_and_a_paper_of_it_may_be_filed(
    setting, actor, at, today, file_paper
):
    with pytest.raises(Refused) as refused:
        actions.start_filing(setting.community, year=today.year, by=actor("worker"), at=at)
    assert refused.value.finding.rule == "archive.year_is_over"
    item = file_paper(year=today.year, on=today)
    assert item.number == f"KU·{today.year}·Y-0001"
    assert (item.keep_until, item.access) == (None, "open")
    assert [each["title"] for each in item.contents] == ["报告.pdf"]


def test_a_paper_is_something_and_no_wider_open_than_the_plan(file_paper):
    for said, rule in (
        ({"scan": False}, "archive.has_papers"),
        ({"line": "vouchers", "access": "open"}, "archive.no_more_open"),
        ({"on": date(2999, 1, 1)}, "archive.day_possible"),
    ):
        with pytest.raises(Refused) as refused:
            file_paper(**said)
        assert refused.value.finding.rule == rule
    assert file_paper(scan=False, shelf="一号柜").bytes == 0
    assert not StoredFile.objects.across_communities("a test").exists()


def test_the_place_keeps_longer_and_what_was_filed_stays_as_it_was(
    setting, letters, file_year, file_paper, actor, at, today
):
    before = file_paper("other_plans")
    line = LineGiven(
        part="plans",
        title="简报",
        term="permanent",
        access="open",
        source="示档发〔2026〕3号",
        since=today,
        of="other_plans",
    )
    actions.add_line(setting.community, line=line, by=actor("director"), at=at)
    after = file_paper("other_plans")
    assert (before.term, after.term) == ("short", "permanent")
    shorter = LineGiven(
        part="correspondence", title="信", term="short", access="institution", source="x",
        since=today, of="intake.letters",
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        actions.add_line(setting.community, line=shorter, by=actor("director"), at=at)
    assert refused.value.finding.rule == "archive.term_no_shorter"


def test_a_line_of_the_place_is_filed_under_until_it_ends(setting, actor, at, today, file_paper):
    given = LineGiven(
        part="services", title="长者食堂台账", term="long", access="institution", source="x",
        since=today, title_en="Canteen ledger",
    )  # fmt: skip
    line = actions.add_line(setting.community, line=given, by=actor("director"), at=at)
    item = file_paper(line.key, title="一月台账")
    assert (item.part, item.term) == ("services", "long")
    actions.end_line(line, until=today + timedelta(days=1), by=actor("director"), at=at)
    assert line_on(setting.community, line.key, today)
    assert line_on(setting.community, line.key, today + timedelta(days=1)) is None
