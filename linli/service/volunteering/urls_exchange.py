"""Wishes, things lent among neighbours, time exchange."""

from django.urls import path

from linli.service.volunteering.views import (
    clearing,
    exchange,
    exchange_desk,
    lending,
    wish_desk,
    wishes,
)

_WISH, _WISH_DESK = "micro-wishes/<uuid:wish_id>", "desk/micro-wishes/<uuid:wish_id>"
_NOTE, _DEED = "lending/<uuid:note_id>", "time/deeds/<uuid:deed_id>"
_MEMBER, _PARTNER = "desk/time/members/<uuid:member_id>", "desk/time/partners/<uuid:partner_id>"

WISHES = [
    path("micro-wishes/", wishes.show_all, name="wishes"),
    path("micro-wishes.json", wishes.show_all, name="wishes_data"),
    path("micro-wishes/new/", wishes.make, name="make_wish"),
    path("micro-wishes/mine/", wishes.show_mine, name="wishes_mine"),
    path(f"{_WISH}/", wishes.show, name="wish"),
    path(f"{_WISH}/claim/", wishes.claim, name="claim_wish"),
    path(f"{_WISH}/release/", wishes.release, name="release_wish"),
    path(f"{_WISH}/meet/", wishes.meet, name="meet_wish"),
    path(f"{_WISH}/thank/", wishes.thank, name="thank_wish"),
    path(f"{_WISH}/withdraw/", wishes.withdraw, name="withdraw_wish"),
    path(f"{_WISH}/change/", wishes.change, name="change_wish"),
    path("desk/micro-wishes/", wish_desk.show_all, name="wishes_desk"),
    path("desk/micro-wishes/new/", wish_desk.make, name="make_wish_desk"),
    path(f"{_WISH_DESK}/", wish_desk.show, name="wish_desk"),
    path(f"{_WISH_DESK}/publish/", wish_desk.publish, name="publish_wish"),
    path(f"{_WISH_DESK}/back/", wish_desk.give_back, name="give_wish_back"),
    path(f"{_WISH_DESK}/refuse/", wish_desk.refuse, name="refuse_wish"),
    path(f"{_WISH_DESK}/end/", wish_desk.end, name="end_wish"),
    path(f"{_WISH_DESK}/claim/", wish_desk.claim, name="claim_wish_desk"),
    path(f"{_WISH_DESK}/release/", wish_desk.release, name="release_wish_desk"),
    path(f"{_WISH_DESK}/meet/", wish_desk.meet, name="meet_wish_desk"),
    path(f"{_WISH_DESK}/thank/", wish_desk.thank, name="thank_wish_desk"),
    path(f"{_WISH_DESK}/words/", wish_desk.show_words, name="show_wish_words"),
    path(f"{_WISH_DESK}/withdraw/", wish_desk.withdraw, name="withdraw_wish_desk"),
]
LENDING = [
    path("lending/", lending.show_all, name="lending"),
    path("lending/new/", lending.put_up, name="put_up_note"),
    path("lending/mine/", lending.show_mine, name="lending_mine"),
    path(f"{_NOTE}/", lending.show, name="note"),
    path(f"{_NOTE}/answer/", lending.answer_note, name="answer_note"),
    path(f"{_NOTE}/withdraw/", lending.withdraw, name="withdraw_note"),
    path(f"{_NOTE}/report/", lending.report, name="report_note"),
    path("lending/loans/<uuid:loan_id>/", lending.show_loan, name="loan"),
    *(
        path(
            f"lending/loans/<uuid:loan_id>/{how}/",
            lending.move_loan,
            {"how": how},
            name=f"loan_{how.replace('-', '_')}",
        )
        for how in ("agree", "decline", "hand-over", "back", "finish", "call-off")
    ),
    path("desk/lending/", lending.show_desk, name="lending_desk"),
    path("desk/lending/<uuid:note_id>/down/", lending.take_down, name="take_down_note"),
    path("desk/lending/reports/<uuid:report_id>/", lending.answer_report, name="answer_report"),
]
TIME = [
    path("time/", exchange.show, name="time"),
    path("time.json", exchange.show, name="time_data"),
    path("time/join/", exchange.join, name="join_time"),
    path("time/mine/", exchange.show_mine, name="time_mine"),
    path("time/write/", exchange.write_help, name="write_help"),
    path(f"{_DEED}/confirm/", exchange.answer_help, {"how": "confirm"}, name="confirm_help"),
    path(f"{_DEED}/decline/", exchange.answer_help, {"how": "decline"}, name="decline_help"),
    path("time/give/", exchange.give, name="give_time"),
    path("time/pot/", exchange.give_to_pot, name="give_to_pot"),
    path("time/slips/new/", exchange.print_cheques, name="print_cheques"),
    path("time/slips/<uuid:member_id>/<uuid:book_id>/", exchange.show_cheques, name="cheque_book"),
    path("time/slips/<uuid:cheque_id>/void/", exchange.void_cheque, name="void_cheque"),
    path("time/leave/", exchange.leave, name="leave_time"),
    path("desk/time/", exchange_desk.show, name="time_desk"),
    path("desk/time/on/", exchange_desk.switch, {"way": "on"}, name="switch_time_on"),
    path("desk/time/off/", exchange_desk.switch, {"way": "off"}, name="switch_time_off"),
    path("desk/time/members/new/", exchange_desk.join, name="join_time_desk"),
    path(f"{_MEMBER}/", exchange_desk.show_member, name="time_member"),
    path(f"{_MEMBER}/write/", exchange_desk.write_help, name="write_help_desk"),
    path(f"{_MEMBER}/slips/", exchange_desk.print_cheques, name="print_cheques_desk"),
    path(f"{_MEMBER}/leave/", exchange_desk.leave, name="leave_time_desk"),
    path(
        f"desk/{_DEED}/confirm/",
        exchange_desk.answer_help,
        {"how": "confirm"},
        name="confirm_help_desk",
    ),
    path(
        f"desk/{_DEED}/decline/",
        exchange_desk.answer_help,
        {"how": "decline"},
        name="decline_help_desk",
    ),
    path(f"desk/{_DEED}/back/", exchange_desk.take_back, name="take_deed_back"),
    path("desk/time/grant/", exchange_desk.grant, name="grant_time"),
    path("desk/time/slips/", exchange_desk.type_cheque, name="type_cheque"),
    path("desk/time/partners/new/", clearing.agree, name="agree_with_partner"),
    path(f"{_PARTNER}/", clearing.show_partner, name="time_partner"),
    path(f"{_PARTNER}/limits/", clearing.limit, name="partner_limits"),
    path(f"{_PARTNER}/ask/", clearing.ask, name="ask_clearing"),
    path(
        "desk/time/asked/<uuid:clearing_id>/confirm/",
        clearing.answer_asked,
        {"how": "confirm"},
        name="confirm_clearing",
    ),
    path(
        "desk/time/asked/<uuid:clearing_id>/decline/",
        clearing.answer_asked,
        {"how": "decline"},
        name="decline_clearing",
    ),
]
EXCHANGE = [*WISHES, *LENDING, *TIME]
