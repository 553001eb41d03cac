"""The offices outside that several parts of the demo deal with, each registered once."""

from datetime import datetime

from linli.core.access.actions import register_body
from linli.core.access.models import Body
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting


def department(setting: Setting, name: str, phone: str, at: datetime) -> Body:
    """The department of that name: the one known here, or else a new one, which the director
    registers."""
    known = Body.objects.filter(community=setting.community, name=name).first()
    return known or register_body(
        setting.community,
        name=name,
        kind="department",
        place=setting.community,
        office_phone=phone,
        by=setting.actor("director", local_day(at)),
        at=at,
    )
