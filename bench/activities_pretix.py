"""The same entries in pretix; run by the Python of an environment of its own, which knows nothing
of Linli: `PRETIX_CONFIG_FILE` names a database that has its tables and nobody in it.

Writes one line of JSON: seconds and questions to the database of each thing done.
"""

# the libraries of the other environment

import json
import os
import sys
import time
from datetime import timedelta
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "pretix.settings"


def main(size: int, looks: int) -> None:
    """Fills an event, then looks, signs up, lists and checks in through pretix's own pages."""
    import django

    django.setup()
    from django.core.cache import cache
    from django.test import Client
    from django_scopes import scopes_disabled  # type: ignore[import-not-found]

    cache.clear()
    with scopes_disabled():
        made = fill(size)
    told: dict[str, Any] = {"filled": size}
    shop = "/bench/course/"
    told["page"] = [ask(lambda: Client(HTTP_HOST="localhost").get(shop)) for _n in range(looks)]
    told["sign_up"] = [ask(lambda n=n: order(shop, made["item"], n)) for n in range(looks)]
    desk = Client(HTTP_HOST="localhost")
    desk.force_login(made["user"])
    session = desk.session
    session["pretix_auth_login_time"] = int(time.time())
    session["pretix_auth_last_used"] = int(time.time())
    session.save()
    listed = f"/control/event/bench/course/checkinlists/{made['list']}/"
    told["list"] = [ask(lambda: desk.get(f"{listed}?page_size=100")) for _n in range(looks)]
    told["listed"] = told["list"][-1].pop("body").count('name="checkin"')
    everybody = {"__ALL": "on", "checkin": "true"}
    told["check_in"] = ask(lambda: desk.post(f"{listed}bulk_action", everybody), (200, 302))
    with scopes_disabled():
        from pretix.base.models import Checkin  # type: ignore[import-not-found]

        told["checked_in"] = Checkin.objects.count()
    for samples in (told["page"], told["sign_up"], told["list"], [told["check_in"]]):
        for each in samples:
            each.pop("body", None)
    print(json.dumps(told), flush=True)


def fill(size: int) -> dict[str, Any]:
    """An event with one free ticket, `size` paid orders of one ticket, a list to check in by."""
    from decimal import Decimal

    from django.utils.timezone import now
    from pretix.base.models import (  # type: ignore[import-not-found]
        Event,
        Order,
        OrderPosition,
        Organizer,
        Team,
        User,
    )

    begin = now() - timedelta(hours=1)
    organizer = Organizer.objects.create(name="Bench", slug="bench")
    event = Event.objects.create(
        organizer=organizer, name="Paper cutting", slug="course", live=True,
        date_from=begin, plugins="pretix.plugins.checkinlists",
    )  # fmt: skip
    event.settings.set("timezone", "Asia/Shanghai")
    event.settings.set("presale_has_ended_show_dates", True)
    event.settings.set("presale_start_show_date", True)
    event.presale_end = now() + timedelta(days=9)
    event.save()
    item = event.items.create(name="Seat", default_price=Decimal("0.00"), admission=True)
    quota = event.quotas.create(name="Seats", size=size + 1000)
    quota.items.add(item)
    user = User.objects.create_user("desk@example.org", "a-word-nobody-knows")
    names = {field.name for field in Team._meta.get_fields()}
    rights = [
        name for name in names
        if name.startswith("can_") or name in ("all_event_permissions", "all_organizer_permissions")
    ]  # fmt: skip
    team = Team.objects.create(
        organizer=organizer, name="Desk", all_events=True, **dict.fromkeys(rights, True)
    )
    team.members.add(user)
    channel = organizer.sales_channels.get(identifier="web")
    for number in range(size):
        order_made = Order.objects.create(
            event=event, code=f"A{number:05d}", status=Order.STATUS_PAID, datetime=begin,
            email=f"p{number}@example.org", total=Decimal("0.00"), locale="en",
            expires=now() + timedelta(days=9), sales_channel=channel,
        )  # fmt: skip
        OrderPosition.objects.create(
            order=order_made, item=item, price=Decimal("0.00"), positionid=1,
            attendee_name_parts={"_scheme": "full", "full_name": f"Person {number}"},
        )  # fmt: skip
    checkins = event.checkin_lists.create(name="Everybody", all_products=True)
    return {"item": item.pk, "list": checkins.pk, "user": user}


def order(shop: str, item: int, number: int) -> Any:
    """From the page to the entry, as a visitor goes: cart, address, confirm."""
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.get(shop)
    client.post(f"{shop}cart/add", {f"item_{item}": "1"}, follow=True)
    client.get(f"{shop}checkout/start", follow=True)
    words = {"email": f"new{number}@example.org"}
    answer = client.post(f"{shop}checkout/questions/", words, follow=True)
    answer = client.post(f"{shop}checkout/confirm/", {"confirm_confirm": "yes"}, follow=True)
    if "/order/" not in answer.redirect_chain[-1][0]:
        raise SystemExit(f"no order was made: {answer.redirect_chain}")
    return answer


def ask(work: Any, wanted: tuple[int, ...] = (200,)) -> dict[str, Any]:
    """What `work` took: seconds, and questions to the database."""
    from django.db import connection

    asked = 0

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(sql, params, many, context)

    began = time.perf_counter()
    with connection.execute_wrapper(note):
        answer = work()
    seconds = time.perf_counter() - began
    if answer.status_code not in wanted:
        raise SystemExit(f"{answer.status_code}: {getattr(answer, 'url', '')}")
    return {"seconds": seconds, "queries": asked, "body": answer.content.decode(errors="replace")}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
