"""`linli matters import`: counts, reasons by row, exit codes."""

import json
from datetime import date

import click
import pytest
from click.testing import CliRunner
from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.places.actions import describe_community
from linli.service.matters.models import ImportBatch, Matter
from linli.service.matters.tests.bringing import as_csv, real_reports, row
from linli.web.command import console, matters

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "matters.csv"
    rows = [row("A1"), row("A2"), row("A1"), row("A3", 答复时间="2020-01-01 08:00")]
    path.write_bytes(as_csv(rows))
    return path


def call(*words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(matters.command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def test_an_import_prints_its_counts_and_the_reasons_by_row_for_a_script(setting, file):
    code, out, _err = call("import", file, "--community", setting.community.code, "--json")
    assert code == 0
    told = json.loads(out)
    counts = {name: told[name] for name in ("read", "new", "changed", "same", "held", "refused")}
    assert counts == {"read": 4, "new": 2, "changed": 0, "same": 0, "held": 0, "refused": 2}
    assert [reason["row"] for reason in told["reasons"]] == [4, 5]
    assert all(reason["reason"] and reason["cell"] for reason in told["reasons"])
    batch = ImportBatch.objects.get(community=setting.community)
    assert (str(batch.pk), batch.state) == (told["batch"], "done")


def test_the_same_file_again_is_all_the_same(setting, file):
    community = ("--community", setting.community.code)
    call("import", file, *community, "--json")
    _code, out, _err = call("import", file, *community, "--json")
    told = json.loads(out)
    assert (told["new"], told["same"]) == (0, 2)
    assert Matter.objects.filter(community=setting.community).count() == 2


def test_a_dry_run_says_the_same_and_takes_nothing_in(setting, file):
    code, out, _err = call(
        "import", file, "--community", setting.community.code, "--dry-run", "--json"
    )
    told = json.loads(out)
    assert (code, told["new"], told["refused"], len(told["reasons"])) == (0, 2, 2, 2)
    assert not Matter.objects.filter(community=setting.community).exists()
    assert not ImportBatch.objects.filter(community=setting.community).exists()


def test_a_person_reads_a_sentence_and_the_first_reasons(setting, file):
    code, out, _err = call("import", file, "--community", setting.community.code)
    assert code == 0
    assert "4 rows read: 2 new" in out
    assert "2 refused" in out


def test_where_there_are_several_communities_one_is_to_be_named(setting, file):
    code, _out, _err = call("import", file)
    assert code == 0, "as long as only one of them uses the system"
    describe_community(
        setting.neighbour,
        households=900,
        on=date(2026, 1, 1),
        approval="",
        types=["mixed"],
        by=the_operator(),
        at=timezone.now(),
    )
    code, _out, err = call("import", file)
    assert code != 0
    assert "--community" in err


def test_a_code_nobody_bears_and_a_file_that_is_no_table_are_told(setting, file, tmp_path):
    code, _out, err = call("import", file, "--community", "990101001999")
    assert code != 0
    assert "990101001999" in err
    other = tmp_path / "other.csv"
    other.write_text("甲,乙\n1,2\n", encoding="utf-8")
    code, _out, err = call("import", other, "--community", setting.community.code)
    assert code != 0
    assert str(other) in err
    code, _out, _err = call("import", tmp_path / "nowhere.csv")
    assert code != 0


def test_the_real_reports_come_in_whole(setting):
    code, out, _err = call(
        "import", real_reports(), "--community", setting.community.code, "--json"
    )
    told = json.loads(out)
    assert (code, told["read"], told["new"], told["refused"]) == (0, 924, 924, 0)
    _code, out, _err = call(
        "import", real_reports(), "--community", setting.community.code, "--json"
    )
    assert json.loads(out)["same"] == 924
