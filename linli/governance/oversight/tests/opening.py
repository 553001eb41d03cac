"""Steps that the tests of disclosure and of inquiries share."""

from datetime import date, timedelta

from django.utils import timezone

from linli.governance.oversight.actions import disclosure as actions
from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.queries.disclosure import lines_on

GIFTS = [
    {
        "on": date(2026, 8, 3),
        "what": "捐款",
        "purpose": "给高龄老人买助行器",
        "received": 500_000,
        "used": 320_000,
        "used_for": "助行器 8 台",
        "voucher": "捐-2026-07",
    },
    {
        "on": date(2026, 8, 20),
        "what": "图书 120 册",
        "purpose": "活动室书架",
        "received": 180_000,
        "voucher": "捐-2026-08",
    },
]


def line_of(setting, key):
    return lines_on(setting.community, timezone.localdate())[key]


def last_month(today):
    until = today.replace(day=1) - timedelta(days=1)
    return until.replace(day=1), until


def draft(setting, actor, at, key="donations", content=None, by="worker"):
    """The worker prepares an item of last month."""
    since, until = last_month(timezone.localdate(at))
    return actions.start_item(
        setting.community,
        line=line_of(setting, key),
        since=since,
        until=until,
        content=content or Content(rows=GIFTS, note="凭证在居委会可以查看。"),
        by=actor(by),
        at=at,
    )


def disclosed(setting, actor, at, key="donations", content=None, days=365):
    """Prepared by the worker, checked by the supervisor, posted by the director."""
    item = draft(setting, actor, at, key, content)
    item = actions.check_item(item, by=actor("supervisor"), at=at)
    return actions.publish_item(item, days=days, by=actor("director"), at=at)
