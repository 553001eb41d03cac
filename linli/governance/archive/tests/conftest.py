"""The cast, letters of last year that wait to be filed, papers by hand, and the addresses."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_clock
from linli.governance.archive import actions
from linli.governance.archive.actions import Filed
from linli.governance.archive.models import Item
from linli.governance.archive.queries.filing import unfiled
from linli.governance.archive.queries.plan import line_on
from linli.lib.calendar import SHANGHAI

BACKEND = "linli.core.access.sign_in.AccountBackend"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    """Files lie in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path / "files")


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def year(today):
    """Last year, which is over and to be filed."""
    return today.year - 1


@pytest.fixture
def actor(setting, today):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, today)


@pytest.fixture
def letters(setting, actor, year):
    """Two letters the committee wrote to an office last year."""
    from linli.partners.intake.actions import Asked, record_request, refuse

    def on(month):
        return datetime(year, month, 2, 10, tzinfo=SHANGHAI)

    director = actor("director")
    bureau = register_body(
        setting.community,
        name="示范区统计局",
        kind="department",
        place=setting.community,
        by=director,
        at=on(1),
    )
    for month, title in ((3, "每日打卡应用"), (5, "税源摸底")):
        when = on(month)
        request = record_request(
            setting.community,
            asked=Asked(bureau, "task", title, date(year, month, 2)),
            by=actor("worker"),
            at=when,
        )
        refuse(
            request,
            ground="no_basis",
            words="",
            by=director,
            at=when + timedelta(days=1),
        )


@pytest.fixture
def file_year(setting, year, at):
    """Files what waits of last year, as the job does; says how many items."""

    def file():
        pieces = list(unfiled(setting.community, year))
        by = the_clock()
        many = actions.file_pieces(setting.community, year=year, pieces=pieces, by=by, at=at)
        actions.finish_filing(setting.community, year=year, by=by, at=at)
        return many

    return file


@pytest.fixture
def file_paper(setting, actor, at, today):
    """Files a paper by hand: `file_paper("annual_accounts", scan=True)`."""

    def file(line="annual_accounts", *, by="worker", scan=True, **said):
        given = {
            "year": today.year - 1,
            "on": date(today.year - 1, 12, 31),
            "title": "年度财务报告",
        }
        filed = Filed(line_on(setting.community, line, today), **{**given, **said})
        scans = [ContentFile(PDF, name="报告.pdf")] if scan else []
        return actions.file_paper(setting.community, filed=filed, scans=scans, by=actor(by), at=at)

    return file


@pytest.fixture
def past(file_paper, today):
    """Three items of long ago whose short term is over."""
    return [
        file_paper(
            "other_plans",
            year=today.year - 12,
            on=date(today.year - 12, 3, 1),
            title=f"简报第{number}期",
            shelf="三号柜",
        )
        for number in (1, 2, 3)
    ]


@pytest.fixture
def reread(setting):
    """An item as the database has it now."""
    return lambda item: Item.objects.get(community=setting.community, pk=item.pk)


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit()` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page of this room in the community."""
    return lambda name, *parts: reverse(f"archive:{name}", args=[setting.community.code, *parts])
