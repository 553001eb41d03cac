"""A change somebody told of, as its particulars in words."""

from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from linli.core.audit.actor import Actor
from linli.core.pages.wording import tell_day
from linli.core.people.models import Declaration, Person, Tie
from linli.core.people.presentation import masked, shown_phone
from linli.web.desk.roster.change_forms import DAYS


def particulars(row: Declaration, viewer: Actor) -> list[tuple[Any, Any]]:
    """Terms with what was said; names as the viewer may see them."""
    said = row.details
    pairs: list[tuple[Any, Any]] = []
    if row.about is not None:
        pairs.append((_("谁"), masked(row.about, viewer).name or _("不公开")))
    for name, label in (("name", _("姓名")), ("phone", _("电话")), ("number", _("户号"))):
        if said.get(name):
            pairs.append((label, shown_phone(said[name]) if name == "phone" else said[name]))
    if said.get("sex"):
        pairs.append((_("性别"), dict(Person.SEXES).get(said["sex"], "")))
    born = parse_date(said["birth_date"]) if said.get("birth_date") else None
    if born:
        pairs.append((_("出生日期"), tell_day(born)))
    if said.get("members"):
        pairs.append((_("成员"), str(_("、")).join(_names(row, said["members"]))))
    if row.dwelling is not None and row.kind in (Declaration.MOVED_IN, Declaration.BORN):
        pairs.append((_("住房"), row.dwelling.name_inside))
    if said.get("tie"):
        pairs.append((_("与住房的关系"), dict(Tie.KINDS).get(said["tie"], "")))
    if row.on is not None:
        pairs.append((DAYS.get(row.kind, _("哪一天")), tell_day(row.on)))
    return pairs


def _names(row: Declaration, keys: list[str]) -> list[str]:
    people = Person.objects.filter(community=row.community_id, pk__in=keys)
    return [person.name for person in people.order_by("birth_date", "pk")]
