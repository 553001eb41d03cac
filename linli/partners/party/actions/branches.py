"""Branches and groups as the community reads them, and the totals the Party organisation tells."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.party.actions.holding import entered, held, phone_told, saved, told_to_all
from linli.partners.party.models import Branch, Total
from linli.partners.party.rules.periods import not_ahead
from linli.partners.party.words import TOTALS

PUBLIC = ("name", "duties", "office")


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    words = {name: told_to_all(said[name]) for name in PUBLIC if name in said}
    if "phone" in said:
        words["phone"] = phone_told(said["phone"])
    return {**said, **words}


@action("party.found_branch", needs="party.keep")
def found_branch(act: Act, community: Place, **said: Any) -> Branch:
    """Enters a branch, a group or a service team: name, what it covers, how its office is met."""
    given = {"counted_from": local_day(act.at), **_plain(said)}
    _fits(community.pk, given)
    branch = Branch(community=community, **given)
    entered(branch, Finding(False, "party.branch_named_once"))
    act.note(branch=branch.name)
    return branch


@action("party.change_branch", needs="party.keep")
def change_branch(act: Act, branch: Branch, *, seen: int, **said: Any) -> Branch:
    """Changes what is told of it; from which day its meetings are looked for stays."""
    row = held(branch, seen)
    require(Finding(row.until is None, "party.branch_stands"))
    said.pop("counted_from", None)
    _fits(row.community_id, said, row.pk)
    act.note(branch=row.name)
    return saved(row, **_plain(said))


@action("party.end_branch", needs="party.keep")
def end_branch(act: Act, branch: Branch, *, until: date, seen: int | None = None) -> Branch:
    """It was dissolved or merged; what it did stays to be read."""
    row = held(branch, seen)
    require(Finding(row.until is None, "party.branch_stands"))
    require(not_ahead(until, local_day(act.at)))
    act.note(branch=row.name)
    # One whose meetings are looked for only later ends all the same, and nothing is looked for.
    return saved(row, until=until, counted_from=min(row.counted_from, until))


@action("party.tell_total", needs="party.keep")
def tell_total(act: Act, community: Place, *, kind: str, on: date, value: int) -> Total:
    """Writes down a whole number as the Party organisation told it; told again for one day, the
    later stands."""
    require(not_ahead(on, local_day(act.at)))
    row, _made = Total.objects.update_or_create(
        community=community, kind=kind, on=on,
        defaults={"value": value, "told_by_id": act.by.account},
    )  # fmt: skip
    act.note(total=in_both(dict(TOTALS)[kind]), value=value)
    return row


def _fits(community: Any, said: dict[str, Any], own: Any = None) -> None:
    """A name is given once, and what it covers or belongs to lies here."""
    taken = Branch.objects.filter(
        community=community, name=said.get("name"), until__isnull=True
    ).exclude(pk=own)
    require(Finding(not taken.exists(), "party.branch_named_once"))
    for name in ("place", "area", "part_of"):
        row = said.get(name)
        require(
            Finding(
                row is None or (row.community_id == community and row.pk != own),
                "party.branch_lies_here",
            )
        )
