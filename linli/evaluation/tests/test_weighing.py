"""Weights decided by a resolution: what gives any, from when, and what everybody reads of them."""

from datetime import date
from fractions import Fraction

import pytest
import time_machine

from linli.core.audit.actor import Actor
from linli.evaluation.actions import adopt_weights, draft_weights, drop_weights
from linli.evaluation.models import Weighing
from linli.evaluation.queries.weights import weighing_of
from linli.evaluation.tests.graded import AT, go_by, lay_two_years
from linli.evaluation.weighing import rules
from linli.evaluation.weighing.entering import scored_codes, scored_pairs, weigh_pairs, weigh_points
from linli.lib.law import Refused

BACKEND = "linli.core.access.sign_in.AccountBackend"
EVEN = [12, 11, 11, 11, 11, 11, 11, 11, 11]
HEAVY = [60, 5, 5, 5, 5, 5, 5, 5, 5]


def points(*rows):
    return {"points": [[str(each) for each in row] for row in rows]}


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ([], "evaluation.points_given"),
        ([EVEN, [99, 0, 0, 0, 0, 0, 0, 0, 0]], "evaluation.points_whole"),
        ([[101, 0, 0, 0, 0, 0, 0, 0, 0]], "evaluation.points_whole"),
        ([[101, -1, 0, 0, 0, 0, 0, 0, 0]], "evaluation.points_each"),
        ([[50, 50]], "evaluation.points_each"),
        ([[100 * (at == each) for at in range(9)] for each in range(9)], "evaluation.points_agree"),
    ],
)
def test_every_member_shares_out_a_hundred_points_no_more_and_no_fewer(rows, rule):
    found = weigh_points([[Fraction(each) for each in row] for row in rows])
    assert [each.rule for each in found.findings if not each.holds] == [rule]
    assert not found.weights


def test_the_median_counts_and_the_order_of_members_is_not_kept():
    found = weigh_points([[Fraction(each) for each in row] for row in (HEAVY, EVEN, EVEN)])
    assert found.weights["SG"] == Fraction(12, 100)
    assert found.took_part == 3
    assert found.kept["points"][0] == [str(each) for each in EVEN]  # not the first who gave


def test_comparisons_up_to_a_tenth_pass_and_beyond_it_the_worst_pair_is_named():
    codes = scored_codes()
    pairs = dict.fromkeys(scored_pairs(), Fraction(1))
    assert weigh_pairs(pairs, 9).weights["SG"] == pytest.approx(1 / 9)
    steady = pairs | {("SG", other): Fraction(3) for other in codes[1:]}
    assert float(weigh_pairs(steady, 9).weights["SG"]) == pytest.approx(3 / 11, abs=1e-5)
    torn = steady | {("SG", "MG"): Fraction(1, 9)}
    found = weigh_pairs(torn, 9)
    assert not found.weights
    told = found.findings[0].numbers
    assert (str(told["first"]), str(told["second"]), told["given"]) == (
        "居民自治工作",
        "管理有序",
        "1/9",
    )
    assert rules.consistent(0.1, given=Fraction(1), fits=Fraction(1)).holds
    assert not rules.consistent(0.1001, given=Fraction(1), fits=Fraction(1)).holds


@pytest.fixture
def place(scene, monkeypatch):
    go_by(monkeypatch)
    lay_two_years(scene.community)
    with time_machine.travel(AT, tick=False):
        yield scene


def director(scene):
    return scene.account("director")


def draft(scene, by, **given):
    asked = {
        "method": "points", "entered": points(HEAVY, HEAVY, EVEN), "from_year": 2026,
        "resolution": "居民代表会议第 3 号决议", "decided_on": date(2026, 11, 20), **given,
    }  # fmt: skip
    return draft_weights(scene.community, **asked, by=by, at=AT)


@pytest.mark.django_db
def test_what_years_are_read_by_is_never_changed(place, act_as):
    by = act_as(place, "director")
    first = draft(place, by)
    assert weighing_of(place.community, 2026) is None  # a draft counts for nothing
    adopt_weights(first, by=by, at=AT)
    assert weighing_of(place.community, 2026) == first
    assert weighing_of(place.community, 2025) is None
    assert weighing_of(place.community, 2027) == first
    for late in (
        lambda: draft(place, by, weighing=first),
        lambda: drop_weights(first, by=by, at=AT),
        lambda: adopt_weights(first, by=by, at=AT),
        lambda: adopt_weights(draft(place, by), by=by, at=AT),
        lambda: draft(place, by, from_year=2025),
        lambda: draft(place, by, decided_on=date(2026, 11, 24)),
    ):
        with pytest.raises(Refused):
            late()
    later = draft(place, by, from_year=2027)
    adopt_weights(later, by=by, at=AT)
    assert (weighing_of(place.community, 2026), weighing_of(place.community, 2027)) == (
        first,
        later,
    )
    with pytest.raises(Refused):
        adopt_weights(draft(place, act_as(place, "worker")), by=act_as(place, "worker"), at=AT)


@pytest.fixture
def act_as():
    """Who acts, with the post they hold there."""
    from linli.core.access.queries import actor_for

    def act(scene, post) -> Actor:
        return actor_for(scene.account(post), date(2026, 11, 23))

    return act


@pytest.mark.django_db
def test_the_desk_enters_sees_the_effect_beside_equal_weights_and_adopts(client, place):
    desk = f"/c/{place.community.code}/desk/weights/"
    assert client.get(desk).status_code == 302
    client.force_login(place.account("representative"), BACKEND)
    assert client.get(desk).status_code == 404
    client.force_login(place.account("worker"), BACKEND)
    asked = {"resolution": "第 3 号决议", "decided_on": "2026-11-20", "from_year": "2026"}
    wrong = client.post(f"{desk}new/points/", {**asked, "points": "60 x"})
    assert "第 1 行" in wrong.content.decode()
    assert wrong.status_code == 422
    short = client.post(f"{desk}new/points/", {**asked, "points": "60 5 5 5 5 5 5 5 4"})
    assert "合计是 99" in short.content.decode()
    assert "60 5 5 5 5 5 5 5 4" in short.content.decode()
    assert short.status_code == 422
    lines = "\n".join(" ".join(map(str, row)) for row in (HEAVY, HEAVY, EVEN))
    page = client.post(f"{desk}new/points/", {**asked, "points": lines}, follow=True)
    text = page.content.decode()
    assert "11.1%" in text
    assert "60%" in text
    assert "通过，开始用" not in text  # a worker enters; the director adopts
    row = Weighing.objects.get(community=place.community)
    assert client.post(f"{desk}{row.pk}/adopt/").status_code == 404
    client.force_login(place.account("director"), BACKEND)
    assert "60 5 5" in client.get(f"{desk}{row.pk}/edit/").content.decode()
    assert client.post(f"{desk}{row.pk}/adopt/").status_code == 302
    fields = {f"{one}_{other}": "1" for one, other in scored_pairs()} | {"took_part": "12"}
    torn = fields | {"SG_MG": "9", "MG_SV": "9", "SG_SV": "1/9"}
    answered = client.post(f"{desk}new/pairs/", {**asked, **torn})
    refused = answered.content.decode()
    assert answered.status_code == 422
    assert refused.index("最不一致的一对") < refused.index('<form class="form-pairs')
    form = answered.context["form"]
    assert {name: form[name].value() for name in torn} == torn  # nothing to enter twice
    assert set(form.errors) <= set(torn) - {"took_part"}
    assert len(form.errors) == 1  # the worst pair alone is marked
    late = client.post(f"{desk}new/pairs/", {**asked, **fields, "from_year": "2025"})
    assert (late.status_code, list(late.context["form"].errors)) == (422, ["from_year"])
    even = client.post(f"{desk}new/pairs/", {**asked, **fields, "from_year": "2027"}, follow=True)
    assert "一致性比率" in even.content.decode()
    client.logout()
    public = client.get(f"{place.url}weights/").content.decode()
    assert "第 3 号决议" in public
    assert "2027" not in public  # a draft is the desk's
    told = client.get(f"{place.url}weights.json").json()["decisions"]
    assert (told[0]["took_part"], told[0]["weights"]["SG"]) == (3, 0.6)
    assert "（占 60%）" in client.get(place.url).content.decode()
    assert "（占 60%）" not in client.get(f"{place.url}?year=2025").content.decode()
