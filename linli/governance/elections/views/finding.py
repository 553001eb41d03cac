"""Choosing a person on a page of the desk: search, then press the one who is meant."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit
from linli.core.people.models import Person
from linli.core.people.queries import persons_in
from linli.governance.elections.models import Election
from linli.governance.elections.queries.proposing import found_on_roll, found_people
from linli.governance.elections.rules import steps
from linli.lib.law import require
from linli.mechanisms.ballot.models import Elector


def chosen(request: Visit) -> Person | None:
    """The person whose button was pressed; None while one is still searching."""
    key = request.POST.get("person", "")
    if not key:
        return None
    try:
        found = persons_in(request.community).filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def searched(request: Visit) -> dict[str, Any]:
    """What was typed, and who may be meant."""
    text = request.POST.get("q", "").strip()
    hits = found_people(request.community, text, timezone.localdate()) if text else []
    return {"q": text, "hits": hits}


def on_roll(form: Any, field: str, election: Election) -> Elector | None:
    """The line of the roll meant by a field; says in the form where none, or several, are."""
    found = found_on_roll(election, form.cleaned_data.get(field, ""))
    if len(found) == 1:
        return found[0]
    form.add_error(field, say_which(found))
    return None


def say_which(found: list[Elector]) -> str:
    """Why no single line was meant."""
    if not found:
        return _("名单上没有这个编号或姓名。请写完整的姓名，或者名单上的编号。")
    numbers = _("、").join(f"{elector.number}（{elector.group}）" for elector in found)
    return _("名单上有同名的人，请写编号：%(numbers)s") % {"numbers": numbers}


def require_on_roll(elector: Elector | None) -> Elector:
    """The line, or the refusal that says what to do for who stands on no line."""
    require(steps.on_the_roll(listed=elector is not None))
    assert elector is not None
    return elector
