"""The store of facts: whole files, a community and month each; nothing leads to a person."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pyarrow.parquet as pq
import pytest
import time_machine

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.places.tests.town import a_community
from linli.evaluation import keeping
from linli.evaluation.actions import ask
from linli.evaluation.store import Store, drop_community, drop_years_before, keep_month, torn_files
from linli.evaluation.store.estimates import keep_estimates
from linli.evaluation.store.tokens import key_of
from linli.evaluation.tests.cast import AT, DAY, busy_months
from linli.evaluation.tests.made_up import CODE
from linli.lib.facts import Fact


def facts(people=("ann", "bo"), year=2026):
    return [Fact(CODE, date(year, 6, 3), "a.benefit", person=who, household="h") for who in people]


def keep(store, rows, hour=0, month=202606):
    return keep_month(store, CODE, month, rows, read_at=AT + timedelta(hours=hour)).state


def test_a_month_is_replaced_whole_and_only_by_what_is_other_and_not_older(tmp_path):
    store = Store.of(tmp_path)
    assert keep(store, facts()) == "new"
    path = store.partition(CODE, 202606)
    written = path.stat().st_mtime_ns, path.stat().st_ino
    assert keep(store, reversed(facts()), 1) == "same"
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == written
    assert keep(store, facts(["ann"]), 2) == "replaced"
    assert keep(store, facts(), 1) == "newer"
    assert pq.read_metadata(path).num_rows == 1
    path.write_bytes(path.read_bytes()[:100])
    assert torn_files(store.files(202606)) == [path]
    assert keep(store, facts(["ann"]), 3) == "mended"
    assert torn_files(store.files(202606)) == []
    assert [keep(store, [], 4), keep(store, [], 5)] == ["emptied", "nothing"]
    assert not path.exists()


def test_two_that_write_at_once_leave_one_whole_file_and_nothing_else(tmp_path):
    store = Store.of(tmp_path)
    several = [[f"{writer}-{each}" for each in range(300)] for writer in range(6)]
    with ThreadPoolExecutor(6) as pool:
        states = list(pool.map(lambda people: keep(store, facts(people)), several))
    assert sorted(states) == ["new", *["replaced"] * 5]
    assert [path.name for path in store.month(202606).iterdir()] == [f"{CODE}.parquet"]
    assert pq.read_metadata(store.partition(CODE, 202606)).num_rows == 300


def test_tokens_are_under_the_year_s_own_key_which_goes_with_the_year(tmp_path):
    store = Store.of(tmp_path)
    keep(store, facts(["ann", "ann", "bo"]))
    keep_month(store, CODE, 202306, facts(["ann"], year=2023), read_at=AT)
    table = pq.read_table(store.partition(CODE, 202606))
    told = table["person"].to_pylist()
    assert len(set(told)) == 2
    assert "ann" not in str(table.to_pylist())
    assert pq.read_table(store.partition(CODE, 202306))["person"][0].as_py() not in told
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _each: key_of(store, 2026), range(8)))) == 1
    assert (store.root / "keys" / "2026").stat().st_mode & 0o077 == 0
    leave_traces(store, "2023")
    assert drop_years_before(store, 2026) == 1
    assert traces(store) == []
    assert [path.name for path in (store.root / "keys").iterdir()] == ["2026"]
    assert store.months() == [202606]
    leave_traces(store, "2026")
    assert drop_community(store, CODE) == 1
    assert traces(store) == []


def leave_traces(store, period):
    """What a roll-up that was stopped leaves, values, and an estimate."""
    for folder in ("work/abc", "linli-evaluate-abc", f"values/{period}/{CODE}"):
        (store.root / folder).mkdir(parents=True)
    keep_estimates(store, CODE, [{"measure": "AD01@1", "period": period}])


def traces(store):
    found = (store.root.glob(f"{name}/*") for name in ("work", "values", "estimates"))
    return [*(path for paths in found for path in paths), *store.root.glob("linli-evaluate-*")]


@pytest.mark.django_db
@time_machine.travel(AT, tick=False)
def test_the_desk_s_reckoning_keeps_what_it_reads_and_a_community_that_left_is_gone(
    scene, tmp_path, monkeypatch, django_capture_on_commit_callbacks
):
    store = Store.of(tmp_path)
    monkeypatch.setattr(keeping, "the_store", lambda: store)
    monkeypatch.setattr("linli.evaluation.jobs.the_store", lambda: store)
    other = a_community(2, "东湖社区", town=scene.town)
    keep_month(store, other.code, 202606, facts(), read_at=AT)
    busy_months(scene.room, scene.community, months=[5, 6])
    with django_capture_on_commit_callbacks(execute=True):
        ask(scene.community, by=the_clock(), at=AT)
    assert Job.objects.get(community=scene.community).state == "done"
    code = scene.community.code
    assert store.partition(code, 202606).exists()
    assert {path.stem for month in store.months() for path in store.files(month)} == {code}
    tree = pq.read_table(store.places).to_pylist()
    assert {row["code"] for row in tree} >= {code, other.code, scene.town.code}
    assert next(row for row in tree if row["code"] == code)["floor"] >= 10
    # Reckoned again after a late record: its month alone is another file.
    former = {month: store.partition(code, month).stat().st_mtime_ns for month in (202605, 202606)}
    scene.room.add(scene.community, date(2026, 6, 3), "matters.raised")
    states = {}
    span = keeping_span()
    keeping.keep_community(store, scene.community, span, AT + timedelta(hours=1),
                           each=lambda month, state: states.update({month: state}))  # fmt: skip
    assert states[date(2026, 6, 1)] == "replaced"
    assert {state for month, state in states.items() if month != date(2026, 6, 1)} <= {
        "same", "nothing",
    }  # fmt: skip
    assert store.partition(code, 202605).stat().st_mtime_ns == former[202605]
    from linli.evaluation.forgetting import drop_from_store

    monkeypatch.setattr("linli.evaluation.forgetting.the_store", lambda: store)
    with django_capture_on_commit_callbacks(execute=True):
        drop_from_store(type("Somebody", (), {"community": scene.community})(), AT)
    assert not store.partition(code, 202606).exists()


def keeping_span():
    from linli.evaluation.periods import plan_span

    return plan_span(DAY)
