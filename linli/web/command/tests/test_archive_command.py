"""`linli archive`: a package checked at the terminal, without a database."""

import json
import zipfile

import pytest

from linli.web.command import build


def run(*words):
    from click.testing import CliRunner

    return CliRunner().invoke(build(), ["archive", *map(str, words)])


def test_what_is_no_package_is_told_and_exits_with_one(tmp_path):
    path = tmp_path / "strange.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("folder/readme.txt", "x")
    done = run("verify", path, "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["whole"], told["faults"]) == (False, [{"what": "no_bag", "file": ""}])


@pytest.mark.django_db
def test_a_year_is_exported_and_the_package_verifies(setting, tmp_path, settings):
    from datetime import date

    from django.core.files.base import ContentFile
    from django.utils import timezone

    from linli.governance.archive.actions import Filed, file_paper
    from linli.governance.archive.queries.plan import line_on

    settings.MEDIA_ROOT = str(tmp_path / "files")
    at = timezone.now()
    today = timezone.localdate(at)
    line = line_on(setting.community, "annual_accounts", today)
    filed = Filed(line, 2025, date(2025, 12, 31), "年度财务报告")
    scan = ContentFile(b"%PDF-1.4\n%%EOF\n", name="a.pdf")
    by = setting.actor("worker", today)
    file_paper(setting.community, filed=filed, scans=[scan], by=by, at=at)
    code = setting.community.code
    where = ("--community", code, "--into", tmp_path, "--no-pdf")
    done = run("export", 2025, *where, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["items"], told["left_out"]) == (1, 0)
    assert run("verify", told["path"]).exit_code == 0
    nothing = run("export", 2024, *where)
    assert nothing.exit_code == 1
