"""Votes to count: one small enough for paper and pencil, and invented ones."""

from hypothesis import strategies as st

from linli.governance.budgeting.rules.count import Profile

YUAN = 100
TOY_COSTS = {"1": 600, "2": 800, "4": 1400, "5": 1000, "7": 1200}
TOY_PAPERS = ("1 2 4", "1 2", "2 4 5", "5 7", "1 4 7", "1 7", "5", "4", "2 4 5", "4 5")
TOY_NAMES = {"1": "修凉亭", "2": "补路灯", "4": "装扶手", "5": "种花", "7": "晾衣架"}


def toy(budget=2500):
    """Five projects, ten papers, 2,500 yuan: 250 each."""
    return Profile.of_approvals(
        budget * YUAN,
        {key: cost * YUAN for key, cost in TOY_COSTS.items()},
        [(paper.split(), 1) for paper in TOY_PAPERS],
    )


def approved(budget, costs, *papers):
    """A vote in fen, from papers like ("a b", 3)."""
    return Profile.of_approvals(budget, costs, [(named.split(), n) for named, n in papers])


@st.composite
def votes(draw, points=None):
    """Few projects with costs that often tie, few voters, in fen."""
    keys = ["a", "b", "c", "d", "e"][: draw(st.integers(2, 5))]
    costs = {key: draw(st.sampled_from([60, 100, 120, 150, 210, 400])) for key in keys}
    budget = draw(st.sampled_from([100, 250, 360, 500]))
    if draw(st.booleans()) if points is None else points:
        paper = st.dictionaries(st.sampled_from(keys), st.integers(0, 4))
        papers = draw(st.lists(paper, min_size=1, max_size=9))
        return Profile.of_points(budget, costs, [(each, 1) for each in papers])
    papers = draw(st.lists(st.sets(st.sampled_from(keys)), min_size=1, max_size=9))
    return Profile.of_approvals(budget, costs, [(each, 1) for each in papers])
