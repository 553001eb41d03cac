"""A community's own indicators: composed at the desk, tried, taken into use, retired."""

from datetime import date

import pytest
import time_machine

from linli.core.access.queries import actor_for
from linli.core.clocks.tests.together import shared_database, together
from linli.core.places.tests.town import a_community
from linli.evaluation.models import Figure, OwnIndicator
from linli.evaluation.own import actions
from linli.evaluation.own.catalogue import catalogue_of
from linli.evaluation.own.trial import try_out
from linli.evaluation.tests.cast import AT, DAY, busy_months
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

GIVEN = {
    "title": "每千人答复的诉求", "title_en": "", "says": "每一千居民有多少诉求得到答复。",
    "says_en": "", "source": "居民代表会议 2026 年 3 月的决定", "source_en": "", "standard": "S2.2",
    "aggregator": "count", "kinds": ["matters.answered"], "field": "", "of": "person", "times": 0,
    "base": "kind", "base_kind": "people.residents", "base_constant": 1, "unit": "per_1000",
    "direction": "higher", "worst": 0, "best": 500, "every": "month", "minimum": 50,
}  # fmt: skip
FIRST = date(2026, 1, 1)
NEXT = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def desk(scene, client):
    """The scene with a director and a worker who act; `enter` signs one of them in."""
    busy_months(scene.room, scene.community)
    accounts = {post: scene.account(post) for post in ("director", "worker", "resident")}
    scene.by = {post: actor_for(account, DAY) for post, account in accounts.items()}
    scene.own = f"/c/{scene.community.code}/desk/indicators/"

    def enter(post):
        client.force_login(accounts[post], "linli.core.access.sign_in.AccountBackend")
        return client

    scene.enter = enter
    return scene


def draft(desk, by="worker", code="", **given):
    return actions.draft_own(
        desk.community, given={**GIVEN, **given}, code=code, by=desk.by[by], at=AT
    )


def tried(desk, row):
    trial = try_out(row, DAY)
    return actions.keep_own_trial(row, trial=trial, seen=row.revision, by=desk.by["worker"], at=AT)


def adopt(desk, row, valid_from=FIRST):
    row.refresh_from_db()
    by = desk.by["director"]
    return actions.adopt_own(row, valid_from=valid_from, seen=row.revision, by=by, at=AT)


def refusal(act, *args, **given):
    with pytest.raises(Refused) as refused:
        act(*args, **given)
    return refused.value.finding.rule


def test_a_draft_is_tried_taken_into_use_reckoned_shown_and_never_changes(desk, client):
    row = draft(desk)
    assert refusal(adopt, desk, row) == "evaluation.own_tried"
    row = tried(desk, row)
    # Nothing was recorded in 2025, so the present year was tried.
    assert (row.trial["year"], row.trial["numerator"], row.trial["denominator"]) == (2026, 330, 900)
    kept = adopt(desk, row)
    assert (kept.code, kept.version, kept.valid_from) == ("OW01", 1, FIRST)
    desk.reckon()
    figure = Figure.objects.get(community=desk.community, indicator="OW01", period_kind="year")
    assert (figure.numerator, figure.denominator, figure.version) == (330, 900, 1)
    assert "group/own/" in client.get(desk.url).content.decode()
    assert "每千人答复的诉求" in client.get(f"{desk.url}group/own/").content.decode()
    assert "每千人答复的诉求" in client.get(f"{desk.url}OW01/").content.decode()
    (own,) = client.get(f"{desk.url[:-1]}.json").json()["own"]
    assert own["value"] == pytest.approx(366.6667)
    definition = catalogue_of(desk.community).version("OW01", 1)
    assert definition.group == "WK"
    assert not definition.is_scored
    assert refusal(
        actions.redraft_own, kept, given=GIVEN, seen=kept.revision, by=desk.by["worker"], at=AT
    ) == ("evaluation.own_unchanged")

    # Another community has none of it.
    other = a_community(2, name="望江社区", town=desk.town)
    assert "OW01" not in catalogue_of(other)
    assert client.get(f"/c/{other.code}/standards/OW01/").status_code == 404


def test_a_change_begins_another_version_and_a_retired_one_keeps_its_figures(desk, client):
    first = adopt(desk, tried(desk, draft(desk)))
    following = draft(desk, code="OW01", says="换了说法，另起一版。")
    assert refusal(draft, desk, code="OW01") == "evaluation.own_one_draft"
    tried(desk, following)
    assert refusal(adopt, desk, following, FIRST) == "evaluation.own_begins"
    second = adopt(desk, following, NEXT)
    known = catalogue_of(desk.community)
    assert (second.code, second.version) == ("OW01", 2)
    assert known.in_force("OW01", DAY).version == 1
    assert known.in_force("OW01", NEXT).version == 2
    desk.reckon()
    by = {"by": desk.by["director"], "at": AT}
    assert refusal(actions.retire_own, first, seen=first.revision, **by) == (
        "evaluation.own_unchanged"
    )
    actions.retire_own(second, seen=second.revision, **by)
    assert catalogue_of(desk.community).in_force("OW01", NEXT) is None
    assert Figure.objects.filter(community=desk.community, indicator="OW01").exists()
    assert refusal(draft, desk, code="OW01") == "evaluation.own_in_use"
    assert "停用" in client.get(f"{desk.url}OW01/").content.decode()


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"title": "离婚的户"}, "evaluation.own_of_work"),
        ({"kinds": []}, "evaluation.own_kinds_fit"),
        ({"kinds": ["matters.overdue"]}, "evaluation.own_kinds_fit"),
        ({"aggregator": "ratio_of_sums"}, "evaluation.own_base_fits"),
        ({"base_kind": "nothing.there"}, "evaluation.own_base_fits"),
        ({"unit": "count"}, "evaluation.own_unit_fits"),
        ({"worst": 500, "best": 0}, "evaluation.own_goalposts_fit"),
        ({"aggregator": "distinct", "minimum": 9}, "evaluation.own_minimum_fits"),
    ],
)
def test_a_draft_that_could_not_be_reckoned_or_speaks_of_persons_is_refused(desk, given, rule):
    assert refusal(draft, desk, **given) == rule


def test_nothing_is_kept_that_has_nothing_to_say_or_would_speak_of_a_few(desk):
    desk.room.add(desk.community, date(2026, 3, 2), "matters.benefit", person="p", times=3)
    for number in range(4):
        desk.room.add(desk.community, date(2026, 4, 2), "matters.rated", person=f"q{number}")
    plain = {"base": "", "base_kind": "", "unit": "number", "worst": None, "best": None}
    few = draft(desk, title="评价过的人", aggregator="distinct", kinds=["matters.rated"], **plain)
    assert tried(desk, few).trial["small"]
    assert refusal(adopt, desk, few) == "evaluation.own_not_few"
    none = draft(desk, title="数不到", kinds=["matters.answer_days"], aggregator="ratio_of_sums",
                 base="", base_kind="", unit="percent")  # fmt: skip
    assert tried(desk, none).trial["gap"] == "no_records"
    assert refusal(adopt, desk, none) == "evaluation.own_says_something"
    over = draft(desk, title="超过", unit="percent", base_kind="matters.rated")
    trial = tried(desk, over).trial
    assert trial["numerator"] > trial["denominator"]
    assert refusal(adopt, desk, over) == "evaluation.own_share_within"
    named = tried(desk, draft(desk, title="受益率"))
    assert refusal(adopt, desk, named) == "evaluation.own_title_new"


def test_the_desk_composes_tries_and_the_director_takes_into_use(desk):
    worker = desk.enter("worker")
    assert worker.get(desk.own).status_code == 200
    page = worker.get(f"{desk.own}new/").content.decode()
    assert "<optgroup" in page
    posted = {**GIVEN, "worst": "0", "best": "500", "times": ""}
    wrong = worker.post(f"{desk.own}new/", {**posted, "unit": "count"})
    assert wrong.status_code == 409
    assert "单位和算法对不上" in wrong.content.decode()
    assert worker.post(f"{desk.own}new/", {**posted, "base_kind": ""}).status_code == 422
    at = worker.post(f"{desk.own}new/", posted)["Location"]
    assert "还没有试算过" in worker.get(at).content.decode()
    row = OwnIndicator.objects.get(community=desk.community)
    assert worker.post(f"{at}try/", {"seen": row.revision})["Location"] == at
    told = worker.get(at).content.decode()
    assert "330 / 900" in told
    assert "由居委会主任启用" in told
    assert worker.post(f"{at}adopt/", {"seen": 1, "valid_from": FIRST}).status_code == 404
    assert worker.get(f"{at}edit/").status_code == 200
    assert desk.enter("resident").get(desk.own).status_code == 404

    director = desk.enter("director")
    kept = director.post(f"{at}adopt/", {"seen": row.revision, "valid_from": FIRST}, follow=True)
    assert "OW01" in kept.content.decode()
    assert "OW01" in director.get(desk.own).content.decode()
    change = director.post(f"{at}change/", {**posted, "says": "另一种说法。"}, follow=True)
    assert "OW01 的下一版" in change.content.decode()
    row.refresh_from_db()
    assert director.post(f"{at}retire/", {"seen": row.revision}).status_code == 302
    assert "停用了的" in director.get(desk.own).content.decode()
    # The draft of the next version went with it.
    assert OwnIndicator.objects.filter(community=desk.community).count() == 1


def test_a_long_trial_is_a_job(desk, django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr("linli.evaluation.own.queries.AT_ONCE", 10)
    desk.reckon()
    row = draft(desk)
    worker = desk.enter("worker")
    with django_capture_on_commit_callbacks(execute=True):
        answer = worker.post(f"{desk.own}{row.pk}/try/", {"seen": row.revision})
    assert "/jobs/" in answer["Location"]
    row.refresh_from_db()
    assert row.trial["numerator"] == 330


@pytest.mark.django_db(transaction=True)
def test_two_taken_into_use_at_once_never_share_a_code(desk, tmp_path):
    rows = [tried(desk, draft(desk, title=title)) for title in ("甲", "乙")]

    def keeping(row):
        return lambda: adopt(desk, row).code

    with shared_database(tmp_path):
        codes = together([keeping(row) for row in rows])
        kept = [code for code in codes if isinstance(code, str)]
        assert len(set(kept)) == len(kept) >= 1
        for code in codes:
            if isinstance(code, Refused):
                assert code.finding.rule == "evaluation.own_unchanged"


def test_two_cuts_never_give_the_few_by_their_difference(desk):
    """330 counted, and 333 with those done again, would say that 3 were done again."""
    plain = {
        "base": "",
        "base_kind": "",
        "unit": "count",
        "worst": None,
        "best": None,
        "minimum": 1,
    }
    days, both = ["matters.answer_days"], ["matters.answer_days", "matters.reopened"]
    room, place = desk.room, desk.community
    room.facts = [fact for fact in room.facts if fact.kind != "matters.reopened"]
    room.add(place, date(2026, 3, 9), "matters.reopened", 0, 1, times=3)
    adopt(desk, tried(desk, draft(desk, title="甲", kinds=days, **plain)))
    wide = tried(desk, draft(desk, title="乙", kinds=both, **plain))
    assert refusal(adopt, desk, wide) == "evaluation.own_not_beside"
    assert "和“OW01 甲”的只差不到 10" in desk.enter("director").get(
        f"{desk.own}{wide.pk}/"
    ).content.decode()  # fmt: skip
    other = tried(desk, draft(desk, title="丙", kinds=days, **{**plain, "every": "quarter"}))
    assert refusal(adopt, desk, other) == "evaluation.own_one_pace"
    room.add(place, date(2026, 3, 9), "matters.reopened", 0, 1, times=27)
    adopt(desk, tried(desk, wide))
    # What comes after the trial is watched as well: three in May, and its months give way.
    room.add(place, date(2026, 5, 9), "matters.reopened", 0, 1, times=3)
    desk.reckon()
    told = Figure.objects.filter(community=place, indicator="OW02", suppressed=False)
    assert [(each.period_kind, each.numerator) for each in told] == [("year", 363)]
    assert not Figure.objects.filter(community=place, indicator="OW01", suppressed=True).exists()
