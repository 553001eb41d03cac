"""Films and performances asked for and brought here; days of sport."""

from dataclasses import dataclass
from datetime import date, datetime

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.culture.activities.actions.plain_words import day_of, hold, tidy
from linli.culture.activities.models.screenings import Delivery, SportDay
from linli.culture.activities.rules import screenings as rules
from linli.lib.law import Finding, require


@action("activities.ask_delivery", needs="activities.run_learning")
def ask_delivery(
    act: Act,
    community: Place,
    *,
    kind: str,
    wished: str,
    asked_of: str,
    asked_on: date,
    place: str,
) -> Delivery:
    """Asks the authority for culture to bring something residents wish to see."""
    require(Finding(asked_on <= day_of(act), "activities.learning_not_ahead"))
    row = Delivery(
        community=community, kind=kind, wished=tidy(wished, community),
        asked_of=tidy(asked_of, community), asked_on=asked_on, place=tidy(place, community),
    )  # fmt: skip
    row.save(force_insert=True)
    act.note(wished=row.wished)
    return row


@action("activities.note_delivered", needs="activities.run_learning")
def note_delivered(
    act: Act, row: Delivery, *, shown: str, deliverer: str, delivered_on: date, came: int
) -> Delivery:
    """Writes down what came, from whom, on which day, and how many watched."""
    hold(row)
    require(Finding(row.sent_on is None, "activities.delivery_open"))
    require(rules.delivered_after(row.asked_on, delivered_on, day_of(act)))
    row.shown = tidy(shown, row.community_id)
    row.deliverer = tidy(deliverer, row.community_id)
    row.delivered_on, row.came = delivered_on, came
    row.save(update_fields=["shown", "deliverer", "delivered_on", "came"])
    act.note(wished=row.wished, came=came)
    return row


@action("activities.send_delivery_feedback", needs="activities.run_learning")
def send_delivery_feedback(act: Act, row: Delivery, *, feedback: str) -> Delivery:
    """Writes what residents said, for the sheet that goes to the authority."""
    hold(row)
    require(rules.told_after(row.delivered_on is not None, feedback))
    row.feedback, row.sent_on = tidy(feedback, row.community_id), day_of(act)
    row.save(update_fields=["feedback", "sent_on"])
    act.note(wished=row.wished)
    return row


@dataclass(frozen=True)
class Announced:
    """A day of sport as it is announced."""

    kind: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    held_with: str
    bring: str = ""


@action("activities.announce_sport_day", needs="activities.run_learning")
def announce_sport_day(act: Act, community: Place, *, announced: Announced) -> SportDay:
    """Announces a day of fitness tests or of open sports grounds. Nothing of what is measured is
    ever kept."""
    said = announced
    require(Finding(said.starts_at < said.ends_at, "activities.sport_day_hours"))
    row = SportDay(
        community=community, kind=said.kind, title=tidy(said.title, community),
        starts_at=said.starts_at, ends_at=said.ends_at, place=tidy(said.place, community),
        held_with=tidy(said.held_with, community), bring=tidy(said.bring, community),
        changed_at=act.at,
    )  # fmt: skip
    row.save(force_insert=True)
    act.note(day=row.title)
    return row


@action("activities.call_off_sport_day", needs="activities.run_learning")
def call_off_sport_day(act: Act, row: SportDay, *, reason: str) -> SportDay:
    """Calls it off, with the reason."""
    hold(row)
    require(Finding(row.came is None and not row.called_off_for, "activities.meeting_stands"))
    words = tidy(reason, row.community_id)
    require(Finding(bool(words), "activities.reason_given"))
    row.called_off_for, row.changed_at = words, act.at
    row.save(update_fields=["called_off_for", "changed_at"])
    act.note(day=row.title)
    return row


@action("activities.tell_sport_day", needs="activities.run_learning")
def tell_sport_day(act: Act, row: SportDay, *, came: int) -> SportDay:
    """How many came: a number, and nothing of any of them."""
    hold(row)
    require(Finding(not row.called_off_for, "activities.meeting_stands"))
    require(rules.day_over(row.ends_at <= act.at))
    row.came, row.changed_at = came, act.at
    row.save(update_fields=["came", "changed_at"])
    act.note(day=row.title, came=came)
    return row
