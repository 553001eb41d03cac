"""A dispute with the firm or the developer: told, taken on, sent on its way, answered."""

from datetime import date, timedelta

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.governance.property import law
from linli.governance.property.actions.saying import fresh, locked, said, told
from linli.governance.property.models import Dispute, Estate
from linli.governance.property.sentences.clocks import DISPUTE_TITLE
from linli.governance.property.words import ROUTES
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

ANSWERED = "property_dispute"
FORGOTTEN_AFTER = timedelta(days=365)


@action("property.tell_dispute", needs="property.tell_dispute")
def tell_dispute(act: Act, estate: Estate, *, kind: str, words: str) -> Dispute:
    """A resident tells of a dispute. Whoever takes it on and they themselves read it."""
    require(said(words))
    act.leave_out_who()
    row = Dispute.objects.create(
        community_id=estate.community_id, estate=estate, account_id=act.by.account, kind=kind,
        words=words.strip(), told_at=act.at,
    )  # fmt: skip
    act.tell("property.dispute_told", post="worker", estate=estate.name)
    return row


@action("property.take_dispute", needs="property.handle_dispute")
def take_dispute(act: Act, dispute: Dispute) -> Dispute:
    """Takes it on; from now on nobody else at the desk reads it."""
    dispute = locked(dispute)
    require(Finding(dispute.handler_id in (None, act.by.account), "property.fresh"))
    dispute.handler_id = act.by.account
    dispute.save(update_fields=["handler"])
    return dispute


@action("property.refer_dispute", needs="property.handle_dispute")
def refer_dispute(
    act: Act, dispute: Dispute, *, route: str, to_whom: str, seen: int | None = None
) -> Dispute:
    """Sends it on a way that can help, with the day by which there is an answer. Water or power
    cut to press for fees is answered within a day."""
    dispute = fresh(dispute, seen)
    require(Finding(dispute.handler_id == act.by.account, "property.taken_on"))
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(route in dict(ROUTES), "property.said"))
    today = local_day(act.at)
    rule = "cut_off_answered" if dispute.kind == "cut_off" else "dispute_answered"
    days = law.number(rule, dispute.community, today)
    dispute.route, dispute.to_whom = route, told(to_whom, dispute.community_id)
    dispute.sent_on, dispute.answer_by = today, today + timedelta(days=days)
    dispute.version += 1
    dispute.save(update_fields=["route", "to_whom", "sent_on", "answer_by", "version"])
    clocks.drop(act, dispute, ANSWERED)
    clocks.start(
        act, dispute, ANSWERED, length=days, unit="days", title=in_both(DISPUTE_TITLE),
        holder=Holder(account=act.by.account), weekend_rolls=False, private=True,
        url_name="property:dispute", url_args={"dispute_id": dispute.pk},
        rule=f"property.{rule}",
    )  # fmt: skip
    act.note(route=in_both(dict(ROUTES)[route]), day=dispute.answer_by.isoformat())
    act.tell("property.dispute_sent", account=dispute.account_id, day=dispute.answer_by.isoformat())
    return dispute


@action("property.answer_dispute", needs="property.handle_dispute")
def answer_dispute(act: Act, dispute: Dispute, *, words: str, seen: int | None = None) -> Dispute:
    """What came of it, for whoever told it; how to go on if it does not help stands beside it."""
    require(said(words))
    dispute = fresh(dispute, seen)
    require(Finding(dispute.handler_id == act.by.account, "property.taken_on"))
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(bool(dispute.route), "property.sent_first"))
    dispute.answer, dispute.closed_at = words.strip(), act.at
    dispute.version += 1
    dispute.save(update_fields=["answer", "closed_at", "version"])
    clocks.settle(act, dispute, ANSWERED)
    act.tell("property.dispute_answered", account=dispute.account_id)
    return dispute


@action("property.open_dispute", needs="property.handle_dispute")
def open_dispute(act: Act, dispute: Dispute) -> Dispute:
    """The handler looked at it."""
    return dispute


@action("property.forget_disputes", needs="property.follow_clock")
def forget_disputes(act: Act, community: Place, *, until: date) -> int:
    """A year after it was answered the words go; that there was one, of which kind, stays."""
    rows = Dispute.objects.filter(
        community=community, closed_at__date__lt=until - FORGOTTEN_AFTER, account__isnull=False
    )
    count = 0
    for row in rows:
        row.words, row.answer, row.account = "", "", None
        row.save(update_fields=["words", "answer", "account"])
        count += 1
    act.note(count=count)
    return count
