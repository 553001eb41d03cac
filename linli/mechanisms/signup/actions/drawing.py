"""The lot: who gets a place where more want one than there are."""

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.line import count_taken, in_turn, locked
from linli.mechanisms.signup.actions.telling import tell
from linli.mechanisms.signup.models import Sheet, SignUp


@action("signup.draw", needs="signup.keep")
def draw(act: Act, sheet: Sheet, *, word: str = "") -> Sheet:
    """Draws once, when no more names are taken: in the order of the lot each who fits has a place,
    the others wait in that order. `word`: said at the draw, best by somebody present, so that the
    seed alone decides nothing. Seed, word and order are published, and anybody can draw again."""
    sheet = locked(sheet)
    require(Finding(sheet.is_by_lot and sheet.drawn_at is None, "signup.drawn_once"))
    over = sheet.closes_at is not None and act.at > sheet.closes_at
    shut = sheet.state == rules.CLOSED or (sheet.state == rules.OPEN and over)
    require(Finding(shut, "signup.closed_before_draw"))
    rows = {
        each.number: each
        for each in SignUp.objects.filter(
            community=sheet.community_id, sheet=sheet, state=rules.APPLIED
        )
    }
    require(Finding(bool(rows), "signup.somebody_to_draw"))
    sheet.draw_word = word.strip()[:40]
    order = rules.drawn_order(sheet.seed, sorted(rows), sheet.draw_word)
    line = [rows[number] for number in order]
    lucky = set(rules.next_in_line(in_turn(line), sheet.left))
    sheet.drawn = [[each.number, each.seats, each.pk in lucky] for each in line]
    for turn, each in enumerate(line, 1):
        each.turn, each.version = turn, each.version + 1
        each.state = rules.IN if each.pk in lucky else rules.WAITING
        each.state_since, each.sheet = act.at, sheet
    fields = ["turn", "state", "state_since", "version"]
    SignUp.objects.filter(community=sheet.community_id).bulk_update(line, fields, batch_size=200)
    sheet.state, sheet.drawn_at, sheet.version = rules.CLOSED, act.at, sheet.version + 1
    sheet.save()
    count_taken(sheet)
    states = dict(SignUp.STATES)
    for each in line:
        tell(act, each, "drawn", state=in_both(states[each.state]))
    act.note(applied=len(line), placed=len(lucky))
    return sheet
