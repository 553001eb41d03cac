"""The minutes of a gathering, put together from what was recorded; nothing is typed twice."""

import hashlib
import json
from typing import Any

from linli.mechanisms.gathering.models import Gathering
from linli.mechanisms.gathering.queries import agenda_of, came_by_capacity, expected_by_capacity


def draft(gathering: Gathering) -> dict[str, Any]:
    """The minutes as plain data: what was called, who came (counts), item by item what was said
    and decided."""
    came, expected = came_by_capacity(gathering), expected_by_capacity(gathering)
    return {
        "title": gathering.title,
        "called_by": gathering.called_by,
        "venue": gathering.venue,
        "starts_at": gathering.starts_at.isoformat(),
        "noticed_at": gathering.noticed_at.isoformat() if gathering.noticed_at else None,
        "urgent_reason": gathering.urgent_reason,
        "chair": gathering.chair,
        "came": {each.code: came.get(each.code, 0) for each in gathering.sort.capacities},
        "expected": {each.code: expected.get(each.code, 0) for each in gathering.sort.capacities},
        "quorum": gathering.quorum,
        "items": [_item(item) for item in agenda_of(gathering)],
        "remarks": gathering.remarks,
    }


def digest(minutes: dict[str, Any]) -> str:
    """The SHA-256 of the minutes, in hex."""
    text = json.dumps(minutes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _item(item: Any) -> dict[str, Any]:
    decision = item.outcome
    return {
        "order": item.order,
        "title": item.title,
        "said": item.said,
        "put_off": item.put_off,
        # Without names: the paper bears them, and the database forgets them after a year.
        "speeches": [
            {"capacity": speech.capacity, "gist": speech.gist} for speech in item.speeches.all()
        ],
        "decision": None
        if decision is None
        else {
            "way": decision.way,
            "present": decision.present,
            "for": decision.votes_for,
            "against": decision.votes_against,
            "abstained": decision.abstained,
            "adopted": decision.adopted,
            "text": decision.text,
        },
    }
