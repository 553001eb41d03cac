"""A recall as the pages draw it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.shapes import Step
from linli.governance.elections.actions.recalling import notice_of
from linli.governance.elections.models import Recall
from linli.governance.elections.queries.recalls import PUBLIC, notices_of
from linli.lib.law.keeping import take_out, take_out_all

ORDER = ("collecting", "submitted", "accepted", "polling", "carried")
STOPPED = ("refused", "withdrawn")


def stages(recall: Recall) -> list[Step]:
    """The way of a demand and where it stands."""
    titles = {
        "collecting": _("征集联名"),
        "submitted": _("核对联名"),
        "accepted": _("受理，听取申辩"),
        "polling": _("投票"),
        "carried": _("公布结果"),
    }
    state = "carried" if recall.state in ("carried", "failed") else recall.state
    if state in STOPPED:
        return [
            Step(titles["collecting"], "done"),
            Step(recall.state_label, "stopped"),
        ]
    at = ORDER.index(state)
    over = recall.state in ("carried", "failed")
    return [
        Step(
            titles[name],
            "done" if place < at or over else "current" if place == at else "coming",
            recall.state_label if over and name == "carried" else "",
        )
        for place, name in enumerate(ORDER)
    ]


def shown(recall: Recall) -> dict[str, Any]:
    """What was judged of it, as findings: the petition, the hearing, the vote."""
    kept = recall.outcome
    notice = notice_of(recall)
    fields = notice.fields if notice is not None else {}
    return {
        "petition": take_out(kept["petition"]) if "petition" in kept else None,
        "vote": take_out_all(kept.get("vote", [])),
        "vote_on": date.fromisoformat(kept["vote_on"]) if "vote_on" in kept else None,
        "reasons": fields.get("reasons", recall.reasons),
        "fields": fields,
        "notice": notice,
    }


def as_data(recalls: list[Recall]) -> list[dict[str, Any]]:
    """The same as data: of each that is public, what is posted of it, in one query for all."""
    public = [recall for recall in recalls if recall.state in PUBLIC]
    notices = notices_of(public)
    return [
        {"state": recall.state, **dict(sorted(notices[recall.pk].fields.items()))}
        for recall in public
        if recall.pk in notices
    ]
