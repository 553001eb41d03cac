"""A dispute with the firm or the developer: told, taken on, sent on its way, passed on, answered.

Clocks: one runs from being told until it is sent (a cut-off has its one day from being told until
it is answered), one from the first sending until the answer; sending it on moves neither.
"""

from datetime import date, timedelta
from uuid import UUID

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.governance.property import law
from linli.governance.property.actions.estates import WORKER
from linli.governance.property.actions.saying import fresh, said, told
from linli.governance.property.models import Dispute, Estate
from linli.governance.property.queries.disputes import forgettable, keepers
from linli.governance.property.sentences.clocks import DISPUTE_TITLE, TOLD_TITLE
from linli.governance.property.words import ROUTES
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

ANSWERED, TOLD = "property_dispute", "property_told"


@action("property.tell_dispute", needs="property.tell_dispute")
def tell_dispute(act: Act, estate: Estate, *, kind: str, words: str) -> Dispute:
    """A resident tells of a dispute. Whoever takes it on and they themselves read it. By when it is
    sent, of a cut-off by when it is answered, runs from now."""
    require(said(words))
    act.leave_out_who()
    row = Dispute.objects.create(
        community_id=estate.community_id, estate=estate, account_id=act.by.account, kind=kind,
        words=words.strip(), told_at=act.at,
    )  # fmt: skip
    cut = kind == "cut_off"
    rule = "cut_off_answered" if cut else "dispute_sent"
    clocks.start(
        act, row, ANSWERED if cut else TOLD, holder=WORKER, url_name="property:disputes",
        length=law.number(rule, estate.community, local_day(act.at)), unit="days",
        title=in_both(DISPUTE_TITLE if cut else TOLD_TITLE), weekend_rolls=False,
        rule=f"property.{rule}",
    )  # fmt: skip
    act.tell("property.dispute_told", post="worker", estate=estate.name)
    return row


@action("property.take_dispute", needs="property.take_dispute")
def take_dispute(act: Act, dispute: Dispute) -> Dispute:
    """Takes it on; from now on nobody else at the desk reads it."""
    dispute = locked(dispute)
    require(Finding(dispute.handler_id in (None, act.by.account), "property.fresh"))
    _hand(act, dispute, act.by.account, Holder(account=act.by.account))
    return dispute


@action("property.refer_dispute", needs="property.handle_dispute")
def refer_dispute(
    act: Act, dispute: Dispute, *, route: str, to_whom: str, seen: int | None = None
) -> Dispute:
    """Sends it on a way that can help, with the day by which there is an answer; sent on another
    way later, that day stays. Water or power cut to press for fees is answered within a day from
    when it was told."""
    dispute = fresh(dispute, seen)
    require(Finding(dispute.handler_id == act.by.account, "property.taken_on"))
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(route in dict(ROUTES), "property.said"))
    return sent_on_its_way(act, dispute, route, told(to_whom, dispute.community_id))


def sent_on_its_way(act: Act, dispute: Dispute, route: str, to_whom: str) -> Dispute:
    """Inside an act of whoever handles it: the way it went, and by when there is an answer."""
    today = local_day(act.at)
    by_when = dispute.answer_by or _first_sent(act, dispute, today)
    dispute.answer_by = by_when
    dispute.route, dispute.to_whom = route, to_whom
    dispute.sent_on = today
    dispute.version += 1
    dispute.save(update_fields=["route", "to_whom", "sent_on", "answer_by", "version"])
    act.note(route=in_both(dict(ROUTES)[route]), day=by_when.isoformat())
    if dispute.account_id is not None:
        act.tell("property.dispute_sent", account=dispute.account_id, day=by_when)
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
    if dispute.account_id is not None:
        act.tell("property.dispute_answered", account=dispute.account_id)
    return dispute


@action("property.pass_on_dispute", needs="property.handle_dispute")
def pass_on_dispute(act: Act, dispute: Dispute, *, to: Account, seen: int | None = None) -> Dispute:
    """Its handler passes it on to somebody else who keeps estates, with its clocks; from now on
    they alone read it. Whoever told it hears that another handles it."""
    dispute = fresh(dispute, seen)
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    fits = to.pk != act.by.account and (
        keepers(dispute.community_id, local_day(act.at)).filter(pk=to.pk).exists()
    )
    require(Finding(fits, "property.keeps_estates"))
    _hand(act, dispute, to.pk, Holder(account=to.pk))
    act.tell("property.dispute_passed_on", account=to.pk, estate=dispute.estate.name)
    _tell_of_hands(act, dispute)
    return dispute


@action("property.release_dispute", needs="property.release_dispute")
def release_dispute(act: Act, dispute: Dispute, *, seen: int | None = None) -> Dispute:
    """Its handler gives it back, or has left: it waits for somebody to take it on, and its clocks
    run on for all who may."""
    dispute = fresh(dispute, seen)
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(dispute.handler_id is not None, "property.taken_on"))
    if act.by.is_clock:
        here = keepers(dispute.community_id, local_day(act.at))
        require(Finding(not here.filter(pk=dispute.handler_id).exists(), "property.handler_left"))
    _hand(act, dispute, None, WORKER)
    act.tell("property.dispute_told", post="worker", estate=dispute.estate.name)
    _tell_of_hands(act, dispute)
    return dispute


@action("property.open_dispute", needs="property.handle_dispute")
def open_dispute(act: Act, dispute: Dispute) -> Dispute:
    """The handler looked at it."""
    return dispute


@action("property.forget_disputes", needs="property.follow_clock")
def forget_disputes(act: Act, community: Place, *, until: date) -> int:
    """A year after it was answered the words go, whether or not whoever told it still has an
    account; of one nobody ever answered two years after it was told, and it is over then. That
    there was one, of which kind, stays."""
    count = 0
    for row in forgettable(min(until, local_day(act.at))).filter(community=community):
        if row.closed_at is None:
            row.closed_at = act.at
            clocks.drop(act, row)
        row.words, row.answer, row.account = "", "", None
        row.save(update_fields=["words", "answer", "account", "closed_at"])
        count += 1
    act.note(count=count)
    return count


def _first_sent(act: Act, dispute: Dispute, today: date) -> date:
    """By when there is an answer; the clock until then runs from here, of a cut-off it runs since
    it was told."""
    clocks.settle(act, dispute, TOLD)
    if dispute.kind == "cut_off":
        days = law.number("cut_off_answered", dispute.community, local_day(dispute.told_at))
        return local_day(dispute.told_at) + timedelta(days=days)
    days = law.number("dispute_answered", dispute.community, today)
    clocks.start(
        act, dispute, ANSWERED, length=days, unit="days", title=in_both(DISPUTE_TITLE),
        holder=Holder(account=act.by.account), weekend_rolls=False, private=True,
        url_name="property:dispute", url_args={"dispute_id": dispute.pk},
        rule="property.dispute_answered",
    )  # fmt: skip
    return today + timedelta(days=days)


def _hand(act: Act, dispute: Dispute, handler: UUID | None, holder: Holder) -> None:
    dispute.handler_id = handler
    dispute.version += 1
    dispute.save(update_fields=["handler", "version"])
    clocks.hand_over(act, dispute, holder)


def _tell_of_hands(act: Act, dispute: Dispute) -> None:
    if dispute.account_id is not None:
        act.tell("property.dispute_changed_hands", account=dispute.account_id)
