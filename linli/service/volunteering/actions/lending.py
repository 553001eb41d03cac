"""Notes on the neighbours' board, and what two of them agree on: by both's own wish, for nothing.

The committee brings them together and answers for nothing that is lent; who they are, each learns
when both have said yes."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.service.volunteering.flows import LOAN, NOTE
from linli.service.volunteering.models import Loan, NeighbourNote, NoteReport
from linli.service.volunteering.queries.lending import declined_lately, has_a_hand, is_lent
from linli.service.volunteering.rules import lending as rules, plain_words


@action("volunteering.put_up_note", needs="volunteering.put_up_note")
def put_up_note(
    act: Act,
    community: Place,
    *,
    side: str,
    sort: str,
    title: str,
    about: str = "",
    contact: str,
) -> NeighbourNote:
    """Puts up what one has or would like: a thing to lend, or a small help; no money, no pay."""
    require(plain_words.said(title))
    require(plain_words.said(contact, "volunteering.contact_given"))
    for found in rules.fit_to_lend(title, about):
        require(found)
    on = local_day(act.at)
    days = number_laid_down("volunteering.note_days", community, on)
    note = NeighbourNote(
        community=community,
        side=side,
        sort=sort,
        title=title.strip(),
        about=about.strip(),
        contact=contact.strip(),
        account_id=act.by.account,
        shown_until=on + timedelta(days=days),
    )
    return begin(act, NOTE, note, "put_up")


@action("volunteering.withdraw_note", needs="volunteering.own_note")
def withdraw_note(act: Act, note: NeighbourNote, *, seen: int | None = None) -> NeighbourNote:
    """Taken down by whose it is, at once and without a reason; whoever had only asked hears."""
    take(act, NOTE, note, "withdraw", seen=seen)
    _come_down(act, note)
    return note


@action("volunteering.take_down_note", needs="volunteering.take_down_note")
def take_down_note(
    act: Act, note: NeighbourNote, *, reason: str, seen: int | None = None
) -> NeighbourNote:
    """The desk takes a note down that does not belong there; its owner hears why. Nobody who has a
    hand in it."""
    require(rules.not_a_party(party=has_a_hand(act.by, note)))
    require(plain_words.said(reason))
    note.answer = reason.strip()
    note.save(update_fields=["answer"])
    take(act, NOTE, note, "take_down", seen=seen, reason=note.answer)
    _come_down(act, note)
    if note.account_id is not None:
        act.tell("volunteering.note_taken_down", account=note.account_id)
    return note


@action("volunteering.run_out_note", needs="volunteering.forget")
def run_out_note(act: Act, note: NeighbourNote) -> NeighbourNote:
    """It has hung long enough; whoever still has the thing may put it up again."""
    take(act, NOTE, note, "run_out")
    _come_down(act, note)
    if note.account_id is not None:
        act.tell("volunteering.note_over", account=note.account_id)
    return note


@action("volunteering.answer_note", needs="volunteering.answer_note")
def answer_note(act: Act, note: NeighbourNote, *, words: str = "", contact: str) -> Loan:
    """Asks for what is offered, or offers what is asked for. The other learns that somebody asked
    and what they say; how to reach each other, both learn when the other has said yes too."""
    require(rules.not_to_oneself(own=note.account_id == act.by.account))
    require(plain_words.said(contact, "volunteering.contact_given"))
    require(Finding(note.state == "up", "volunteering.note_hangs"))
    require(plain_words.no_pay(words))
    days = number_laid_down("volunteering.ask_again_days", note.community, local_day(act.at))
    lately = declined_lately(note, act.by.account, act.at - timedelta(days=days))
    require(rules.asked_again(lately=lately, days=days))
    loan = Loan(
        community_id=note.community_id,
        note=note,
        account_id=act.by.account,
        words=words.strip(),
        contact=contact.strip(),
    )
    try:
        with transaction.atomic():
            begin(act, LOAN, loan, "ask")
    except IntegrityError:
        raise Refused(Finding(False, "volunteering.asked_once")) from None
    if note.account_id is not None:
        act.tell("volunteering.note_answered", account=note.account_id)
    return loan


@action("volunteering.agree_to_lend", needs="volunteering.owner_side")
def agree_to_lend(act: Act, loan: Loan, *, seen: int | None = None) -> Loan:
    """Whose note it is says yes as well: now each sees how to reach the other."""
    note = NeighbourNote.objects.select_for_update().get(
        community=loan.community_id, pk=loan.note_id
    )
    one_at_a_time = note.is_thing and note.side == "offer"
    require(rules.lent_at_a_time(taken=one_at_a_time and is_lent(note, loan)))
    loan.owner_contact = note.contact
    loan.save(update_fields=["owner_contact"])
    take(act, LOAN, loan, "agree", seen=seen)
    _tell_other(act, loan, "volunteering.loan_agreed")
    return loan


@action("volunteering.decline_to_lend", needs="volunteering.owner_side")
def decline_to_lend(act: Act, loan: Loan, *, seen: int | None = None) -> Loan:
    """Not this time; no reason is asked, and no contact was shown."""
    take(act, LOAN, loan, "decline", seen=seen)
    _forget(loan)
    _tell_other(act, loan, "volunteering.loan_declined")
    return loan


@action("volunteering.hand_over", needs="volunteering.either_side")
def hand_over(
    act: Act, loan: Loan, *, out_on: date, due_on: date, before: str, seen: int | None = None
) -> Loan:
    """The thing is handed over: how it looks, and when it comes back."""
    require(Finding(loan.note.is_thing, "volunteering.thing_only"))
    require(Finding(out_on <= local_day(act.at), "volunteering.happened"))
    require(plain_words.said(before))
    require(plain_words.no_pay(before))
    if loan.state == "agreed":
        require(rules.out_after(local_day(loan.state_since), out_on))
    most = number_laid_down("volunteering.lend_days", loan.community, local_day(act.at))
    require(rules.due_later(out_on, due_on, most))
    loan.out_on, loan.due_on, loan.before = out_on, due_on, before.strip()
    loan.save(update_fields=["out_on", "due_on", "before"])
    take(act, LOAN, loan, "hand_over", seen=seen)
    _tell_other(act, loan, "volunteering.loan_out", due=due_on)
    return loan


@action("volunteering.give_back", needs="volunteering.either_side")
def give_back(act: Act, loan: Loan, *, back_on: date, after: str, seen: int | None = None) -> Loan:
    """It came back: how it looks now. The committee judges nothing of it."""
    require(Finding(back_on <= local_day(act.at), "volunteering.happened"))
    require(plain_words.said(after))
    out_on = loan.out_on or back_on
    require(Finding(back_on >= out_on, "volunteering.back_after_out", numbers={"out": out_on}))
    loan.back_on, loan.after = back_on, after.strip()
    loan.save(update_fields=["back_on", "after"])
    take(act, LOAN, loan, "give_back", seen=seen)
    _forget(loan)
    _tell_other(act, loan, "volunteering.loan_back")
    return loan


@action("volunteering.finish_help", needs="volunteering.either_side")
def finish_help(act: Act, loan: Loan, *, seen: int | None = None) -> Loan:
    """The small help is done."""
    require(Finding(not loan.note.is_thing, "volunteering.help_only"))
    take(act, LOAN, loan, "finish", seen=seen)
    _forget(loan)
    _tell_other(act, loan, "volunteering.help_done")
    return loan


@action("volunteering.call_off_loan", needs="volunteering.either_side")
def call_off_loan(act: Act, loan: Loan, *, seen: int | None = None) -> Loan:
    """Either of the two no longer wishes it, before anything was handed over."""
    take(act, LOAN, loan, "call_off", seen=seen)
    _forget(loan)
    _tell_other(act, loan, "volunteering.loan_called_off")
    return loan


@action("volunteering.fall_away_loan", needs="volunteering.forget")
def fall_away_loan(act: Act, loan: Loan) -> Loan:
    """One of the two was forgotten before anything was handed over: the other hears that it is
    gone."""
    take(act, LOAN, loan, "fall_away")
    _forget(loan)
    for account in (loan.account_id, loan.note.account_id):
        if account is not None:
            act.tell("volunteering.note_gone", account=account)
    return loan


@action("volunteering.remind_of_loan", needs="volunteering.remind")
def remind_of_loan(act: Act, loan: Loan) -> Loan:
    """Reminds whoever has the thing, once, the day before it is due."""
    loan.reminded_on = local_day(act.at)
    loan.save(update_fields=["reminded_on"])
    if loan.borrower_id is not None:
        act.tell("volunteering.loan_due", account=loan.borrower_id, due=loan.due_on)
    return loan


@action("volunteering.forget_loan", needs="volunteering.forget")
def forget_loan(act: Act, loan: Loan) -> Loan:
    """It is long over: what they wrote of the thing is deleted as well, and who took which step."""
    _forget(loan)
    loan.before = loan.after = ""
    loan.forgotten_on = local_day(act.at)
    loan.save(update_fields=["before", "after", "forgotten_on"])
    loan.steps.update(account=None, reason="", given={}, post="")
    return loan


@action("volunteering.forget_note", needs="volunteering.forget")
def forget_note(act: Act, note: NeighbourNote) -> NeighbourNote:
    """It came down long ago: what was said about it is deleted, and who took which step."""
    note.contact = note.about = note.answer = ""
    note.forgotten_on = local_day(act.at)
    note.save(update_fields=["contact", "about", "answer", "forgotten_on"])
    note.steps.update(account=None, reason="", given={}, post="")
    return note


@action("volunteering.forget_report", needs="volunteering.forget")
def forget_report(act: Act, report: NoteReport) -> None:
    """It was answered long ago: what was reported and the answer are deleted."""
    NoteReport.objects.filter(community=report.community_id, pk=report.pk).delete()


@action("volunteering.report_note", needs="volunteering.report_note")
def report_note(
    act: Act, note: NeighbourNote, *, words: str, loan: Loan | None = None
) -> NoteReport:
    """Tells the desk that something is wrong; the other does not learn who said so."""
    require(plain_words.said(words))
    report = NoteReport(
        community_id=note.community_id,
        note=note,
        loan=loan,
        account_id=act.by.account,
        words=words.strip(),
        reported_at=act.at,
    )
    report.save(force_insert=True)
    act.tell("volunteering.note_reported", post="worker")
    return report


@action("volunteering.answer_report", needs="volunteering.answer_report")
def answer_report(act: Act, report: NoteReport, *, answer: str) -> NoteReport:
    """The desk says what it did about it: once, and nobody who has a hand in it."""
    require(plain_words.said(answer))
    own = act.by.account is not None and act.by.account == report.account_id
    require(rules.not_a_party(party=own or has_a_hand(act.by, report.note)))
    rows = NoteReport.objects.select_for_update().filter(
        community=report.community_id, pk=report.pk, answered_at__isnull=True
    )
    still = rows.first()
    require(Finding(still is not None, "volunteering.report_open"))
    report.answer, report.answered_at = answer.strip(), act.at
    report.save(update_fields=["answer", "answered_at"])
    if report.account_id is not None:
        act.tell("volunteering.report_answered", account=report.account_id)
    return report


def _come_down(act: Act, note: NeighbourNote) -> None:
    """Whoever had only asked is told that it is gone; what both agreed on goes on, with what each
    was shown; how to reach whose note it is nobody needs any more."""
    note.contact = ""
    note.save(update_fields=["contact"])
    rows = Loan.objects.filter(community=note.community_id, note=note, state="asked")
    for loan in rows.select_related("note"):
        if loan.account_id is not None:
            act.tell("volunteering.note_gone", account=loan.account_id)
        _forget(loan)
        take(act, LOAN, loan, "fall_away")


def _forget(loan: Loan) -> None:
    loan.words = loan.contact = loan.owner_contact = ""
    loan.save(update_fields=["words", "contact", "owner_contact"])


def _tell_other(act: Act, loan: Loan, kind: str, **values: object) -> None:
    other = loan.account_id if act.by.account == loan.note.account_id else loan.note.account_id
    if other is not None:
        act.tell(kind, account=other, **values)
