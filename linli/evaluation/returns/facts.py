"""What the checks of offices above asked about this community's values, and whether it has said
why: the outliers followed up (DQ03)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.evaluation.returns.models import Explanation, SentReturn
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind

KINDS = (
    FactKind("returns.flagged", _("上级标出的异常值"), "returns:sent", "sent_id"),
    FactKind("returns.accepted", _("上报的数被采用"), "returns:sent", "sent_id"),
)


def rows(community: Any, since: date, until: date) -> Iterator[Fact]:
    """`returns.flagged`: one of one where it was explained, nought of one where it was not, on
    the day the answer came. `returns.accepted`: whether the file was taken."""
    answered = SentReturn.objects.filter(community=community, answered_at__isnull=False).defer(
        "body"
    )
    told = {
        (row.office_id, row.period_kind, row.starts, row.kind, row.indicator, row.of_period)
        for row in Explanation.objects.filter(community=community)
    }
    for sent in answered:
        assert sent.answered_at is not None
        on = local_day(sent.answered_at)
        if not since <= on <= until:
            continue
        about = (sent.office_id, sent.period_kind, sent.starts)
        taken = sent.answer["state"] != "sent_back"
        yield Fact(community.code, on, "returns.accepted", int(taken), 1, record=sent.pk)
        for each in sent.answer["questions"]:
            key = (*about, each["kind"], each["indicator"], each["period"])
            yield Fact(community.code, on, "returns.flagged", int(key in told), 1, record=sent.pk)
