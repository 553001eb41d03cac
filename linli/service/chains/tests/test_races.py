"""Two at one list, for real: nothing that somebody set right is silently overwritten."""

from datetime import timedelta

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.service.chains import actions
from linli.service.chains.models import Chain, Line
from linli.service.chains.queries import rows_of
from linli.service.chains.tests.conftest import AT, LIST

pytestmark = pytest.mark.django_db(transaction=True)

LATER = AT + timedelta(minutes=5)


def loaded(line):
    """The line as each of them has it on the screen."""
    return Line.objects.select_related("chain").get(community=line.community_id, pk=line.pk)


def corrected(line, by, name, seen):
    return actions.correct_line(
        line, dwelling=line.dwelling, name=name, quantities=line.amounts, note="", counts=True,
        seen=seen, by=by, at=AT,
    )  # fmt: skip


def sorted_out(results):
    unexpected = [each for each in results if isinstance(each, Exception) and not
                  isinstance(each, Refused)]  # fmt: skip
    assert not unexpected, unexpected
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_of_two_who_save_one_line_the_second_is_told(chain, worker, director, tmp_path):
    line = rows_of(chain)[2]
    with shared_database(tmp_path):
        rows = [loaded(line), loaded(line)]
        seen = line.as_seen
        results = together(
            [
                lambda: corrected(rows[0], worker, "赵大姐", seen),
                lambda: corrected(rows[1], director, "赵先生", seen),
            ]
        )
        kept = loaded(line)
    assert sorted_out(results) == ["chains.line_fresh"]
    (done,) = [each for each in results if isinstance(each, Line)]
    assert kept.name == done.name


def test_a_newer_version_pasted_while_a_line_is_saved_keeps_what_was_saved(
    chain, worker, director, dwelling, tmp_path
):
    line, home = rows_of(chain)[3], dwelling("1号楼", "2单元", "301")
    with shared_database(tmp_path):
        row = loaded(line)
        results = together(
            [
                lambda: actions.correct_line(
                    row, dwelling=home, name=row.name, quantities=row.amounts, note="",
                    counts=True, seen=row.as_seen, by=worker, at=AT,
                ),
                lambda: actions.paste_again(
                    chain, text=LIST + "5. 1-1-102 周 2盘\n", by=director, at=AT
                ),
            ]
        )  # fmt: skip
        lines = {each.name: each.dwelling_id for each in rows_of(chain)}
    refused = sorted_out(results)
    assert len(lines) == 5
    assert refused == ["chains.line_fresh"] or lines["陈师傅"] == home.pk


def test_of_two_who_paste_a_newer_version_the_second_looks_first(chain, worker, director, tmp_path):
    newer = [LIST + "5. 1-1-102 周 2盘\n", LIST + "5. 1-2-102 吴 1盘\n"]
    with shared_database(tmp_path):
        seen = Chain.objects.get(community=chain.community_id, pk=chain.pk).as_seen
        rows = [
            Chain.objects.select_related("community").get(community=chain.community_id, pk=chain.pk)
            for _text in newer
        ]
        results = together(
            [
                lambda: actions.paste_again(rows[0], text=newer[0], seen=seen, by=worker, at=LATER),
                lambda: actions.paste_again(
                    rows[1], text=newer[1], seen=seen, by=director, at=LATER
                ),
            ]
        )
        names = [line.name for line in rows_of(chain)]
    assert sorted_out(results) == ["chains.fresh"]
    assert len(names) == len(set(names)) == 5
