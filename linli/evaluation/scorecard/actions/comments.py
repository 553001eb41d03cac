"""A comment on a figure comes in masked, is looked at once, shown or refused, and answered."""

import secrets

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.evaluation.scorecard.actions.wording import fit_for_everybody, masked
from linli.evaluation.scorecard.figures import standard_for
from linli.evaluation.scorecard.flows import REMARK
from linli.evaluation.scorecard.models import FigureComment
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take


@action("scorecard.send_comment", needs="scorecard.comment")
def send_comment(
    act: Act, community: Place, *, year: int, indicator: str, text: str
) -> FigureComment:
    """Somebody says what they think of a figure. Nobody is asked who they are, the book does not
    say who it was, and what would tell it is masked before it is kept."""
    act.leave_out_who()
    on = local_day(act.at)
    require(Finding(bool(text.strip()), "scorecard.something_said"))
    comment = FigureComment(
        community=community,
        year=year,
        indicator=indicator,
        standard=standard_for(indicator, on),
        text=masked(text),
        receipt=receipt_from(secrets.token_bytes(16)),
    )
    begin(act, REMARK, comment, "send", of=jurisdictions_of(community))
    act.note(year=year, indicator=indicator)
    act.tell("scorecard.comment_sent", post="worker", indicator=indicator)
    return comment


@action("scorecard.show_comment", needs="scorecard.keep")
def show_comment(act: Act, comment: FigureComment, *, seen: int | None = None) -> FigureComment:
    """Looked at: there is nothing private in it, and everybody may read it."""
    act.note(year=comment.year, indicator=comment.indicator)
    return take(act, REMARK, comment, "show", seen=seen)


@action("scorecard.answer_comment", needs="scorecard.keep")
def answer_comment(
    act: Act, comment: FigureComment, *, reply: str, seen: int | None = None
) -> FigureComment:
    """The committee answers; both stand in the year's report."""
    require(Finding(bool(reply.strip()), "scorecard.something_said"))
    fit_for_everybody(reply)
    comment.reply = reply.strip()
    comment.save(update_fields=["reply"])
    act.note(year=comment.year, indicator=comment.indicator)
    return take(act, REMARK, comment, "answer", seen=seen)


@action("scorecard.refuse_comment", needs="scorecard.keep")
def refuse_comment(
    act: Act, comment: FigureComment, *, reason: str, seen: int | None = None
) -> FigureComment:
    """It is not shown, and why: whoever holds the receipt reads the reason. Its words go."""
    fit_for_everybody(reason)
    comment.reply, comment.text = reason.strip(), ""
    comment.save(update_fields=["reply", "text"])
    act.note(year=comment.year, indicator=comment.indicator)
    return take(act, REMARK, comment, "refuse", seen=seen, reason=reason)
