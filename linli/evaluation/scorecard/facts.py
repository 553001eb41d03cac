"""What of score-card meetings counts: actions on the day they were due, done by then or not; the
meetings themselves; comments that were answered. No word, no name."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.evaluation.scorecard.models import AgreedAction, FigureCommentStep, ScoreMeeting
from linli.evaluation.scorecard.rules import done_in_time
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind(
        "scorecard.action_due",
        _("评议会约定的事到期（是否按期做到）"),
        "evaluation:scorecard_of_action",
        "action_id",
        ("S1.3",),
    ),
    FactKind(
        "scorecard.held",
        _("开过的居民评议会"),
        "evaluation:scorecard_desk",
        "meeting_id",
        ("S1.3",),
    ),
    FactKind(
        "scorecard.comment_settled",
        _("看过的对数字的意见（是否答复）"),
        "evaluation:comment_desk",
        "comment_id",
    ),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    ours = AgreedAction.objects.filter(
        community=community,
        topic__meeting__state__in=("published", "looked_at"),
        due_on__gte=since,
        due_on__lte=until,
    )
    for key, due_on, done_on in ours.values_list("pk", "due_on", "done_on"):
        in_time = int(done_in_time(done_on, due_on))
        yield Fact(community.code, due_on, "scorecard.action_due", in_time, 1, record=key)
    held = ScoreMeeting.objects.filter(
        community=community, held_on__gte=since, held_on__lte=until
    ).exclude(state="called_off")
    for key, held_on in held.values_list("pk", "held_on"):
        if held_on is not None:
            yield Fact(community.code, held_on, "scorecard.held", record=key)
    start = datetime.combine(since, time.min, SHANGHAI)
    end = datetime.combine(until + timedelta(days=1), time.min, SHANGHAI)
    steps = FigureCommentStep.objects.filter(
        community=community, move__in=("answer", "refuse"), at__gte=start, at__lt=end
    )
    for key, move, at in steps.values_list("case_id", "move", "at"):
        part = int(move == "answer")
        yield Fact(community.code, local_day(at), "scorecard.comment_settled", part, 1, record=key)
