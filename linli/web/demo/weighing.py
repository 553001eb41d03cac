"""The residents' representatives share out points for what matters to them; the director adopts."""

from datetime import datetime, timedelta

from linli.evaluation.actions import adopt_weights, draft_weights
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

POINTS = (
    (10, 10, 20, 10, 10, 10, 10, 5, 15),
    (15, 10, 15, 15, 10, 5, 10, 5, 15),
    (10, 10, 25, 10, 10, 10, 5, 5, 15),
    (10, 5, 20, 15, 15, 10, 10, 5, 10),
    (15, 10, 20, 10, 5, 10, 10, 5, 15),
)


def weigh_the_groups(setting: Setting, at: datetime) -> None:
    """A decision of last week, from this year on."""
    today = local_day(at)
    director = setting.actor("director", today)
    weighing = draft_weights(
        setting.community,
        method="points",
        entered={"points": [[str(each) for each in row] for row in POINTS]},
        resolution="居民代表会议决议：各组指标的权重",
        decided_on=local_day(at - timedelta(days=7)),
        from_year=today.year,
        by=director,
        at=at,
    )
    adopt_weights(weighing, by=director, at=at)
