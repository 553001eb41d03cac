"""The director keeps the list of what is done here."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.partners.intake import rules
from linli.partners.intake.models import Item
from linli.partners.intake.seed import seed_line

CARRIED = (
    "title", "title_en", "does", "does_en", "does_not", "does_not_en", "office", "office_en",
    "nature", "frequency", "money",
)  # fmt: skip


@action("intake.take_over", needs="intake.keep_list")
def take_over(
    act: Act,
    community: Place,
    *,
    code: str,
    since: date,
    body: Body | None = None,
    **changed: Any,
) -> Item:
    """Takes a shipped line into the community's own list. `changed`: what the director wrote
    otherwise, or added: the money line, the forms, the documents of the place."""
    line = seed_line(code)
    require(Finding(line is not None, "intake.shipped"))
    assert line is not None
    given = {name: getattr(line, name) for name in CARRIED} | {"cites": list(line.cites)} | changed
    return _keep(act, Item(community=community, seed=code, body=body, since=since, **given))


@action("intake.add_item", needs="intake.keep_list")
def add_item(act: Act, community: Place, *, since: date, **given: Any) -> Item:
    """Puts a matter of the community's own on the list."""
    return _keep(act, Item(community=community, since=since, **given))


@action("intake.amend_item", needs="intake.keep_list")
def amend_item(act: Act, item: Item, *, since: date, **given: Any) -> Item:
    """Changes a line from a day on. The old line is closed with the day before, so that what was
    asked for until then is judged by it; on its very first day it is simply put right."""
    require(_still_open(item))
    require(rules.days_ordered(item.since, since))
    if since == item.since:
        for name, value in given.items():
            setattr(item, name, value)
        return _keep(act, item)
    item.until = since
    item.save(update_fields=["until"])
    return _keep(act, Item(community=item.community, seed=item.seed, since=since, **given))


@action("intake.end_item", needs="intake.keep_list")
def end_item(act: Act, item: Item, *, until: date) -> Item:
    """Takes a line off the list; `until` is the first day without it."""
    require(_still_open(item))
    require(
        Finding(
            item.since < until,
            "intake.days_ordered",
            numbers={"earlier": item.since, "later": until},
        )
    )
    item.until = until
    item.save(update_fields=["until"])
    act.note(item=item.titles)
    return item


def _keep(act: Act, item: Item) -> Item:
    """Everybody reads the list, so nothing private may stand in it; one line a matter."""
    words = (item.title, item.does, item.does_not, item.form_names, item.payer, item.office)
    require(Finding(all(redact(each).text == each for each in words), "intake.public_words"))
    try:
        with transaction.atomic():
            item.save()
    except IntegrityError:
        raise Refused(Finding(False, "intake.listed_once", numbers={"title": item.title})) from None
    act.note(item=item.titles)
    return item


def _still_open(item: Item) -> Finding:
    return Finding(item.until is None, "intake.still_listed", numbers={"title": item.title})
