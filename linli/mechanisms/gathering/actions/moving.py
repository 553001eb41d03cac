"""The states of a gathering change here and nowhere else: of two who act at once, one."""

from typing import Any

from django.db.models import F

from linli.core.audit.door import Act
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.models import Gathering


def move(act: Act, gathering: Gathering, *, from_: tuple[str, ...], **values: Any) -> Gathering:
    """Sets `values` (with or without a new state) if the gathering still stands in `from_` and
    nobody has changed it since it was read; else refused."""
    require(rules.stands(gathering.state, *from_))
    changed = Gathering.objects.filter(
        community=gathering.community_id, pk=gathering.pk, version=gathering.version
    ).update(version=F("version") + 1, **values)
    if not changed:
        raise Refused(Finding(False, "gathering.unchanged"))
    gathering.version += 1
    for name, value in values.items():
        setattr(gathering, name, value)
    return gathering


def hold(gathering: Gathering) -> Gathering:
    """The gathering as it is now, locked until the act is over, so that what is signed or
    counted while it closes is either before it or refused."""
    return (
        Gathering.objects.select_for_update()
        .filter(community=gathering.community_id)
        .get(pk=gathering.pk)
    )
