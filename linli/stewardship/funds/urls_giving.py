"""The addresses of gifts, goods, charities, grants and bank lines, under `/c/<code>/`."""

from django.urls import path

from linli.stewardship.funds.views import (
    bank,
    charities,
    gifts,
    giving,
    grant_moves,
    grants,
    stock,
)

GIFTS = [
    path("giving/", giving.show, name="giving"),
    path("giving.json", giving.show, name="giving_data"),
    path("giving/why/", giving.tell_why, name="why_no_appeal"),
    path("giving/find/", giving.find, name="find_receipt"),
    path("giving/receipt/<str:code>.pdf", giving.download_receipt, name="receipt_pdf"),
    path("giving/receipt/<str:code>/", giving.show_receipt, name="gift_receipt"),
    path("giving/receipt/<str:code>/ask/", giving.ask, name="ask_about_gift"),
    path("giving/receipt/<str:code>/hide/", giving.hide_name, name="hide_name"),
    path("desk/funds/gifts/", gifts.show_all, name="gifts"),
    path("desk/funds/gifts/money/", gifts.take_money, name="take_money"),
    path("desk/funds/gifts/goods/", gifts.take_goods, name="take_goods"),
    path("desk/funds/gifts/<uuid:gift_id>/", gifts.show, name="gift"),
    path("desk/funds/gifts/<uuid:gift_id>/void/", gifts.void, name="void_gift"),
    path("desk/funds/gifts/<uuid:gift_id>/news/", gifts.tell_of_gift, name="gift_news"),
    path("desk/funds/sources/<uuid:source_id>/news/", gifts.tell_of_source, name="source_news"),
    path("desk/funds/questions/<uuid:question_id>/", gifts.answer_donor, name="answer_donor"),
]

CHARITIES = [
    path("desk/funds/charities/", charities.show_all, name="charities"),
    path("desk/funds/charities/new/", charities.add, name="add_charity"),
    path("desk/funds/charities/<uuid:charity_id>/", charities.change, name="charity"),
    path("desk/funds/appeals/new/", charities.draft_appeal, name="draft_appeal"),
    path("desk/funds/appeals/<uuid:appeal_id>/open/", charities.open_appeal, name="open_appeal"),
    path("desk/funds/appeals/<uuid:appeal_id>/end/", charities.end_appeal, name="end_appeal"),
    path("desk/funds/appeals/<uuid:appeal_id>/raised/", charities.tell_raised, name="tell_raised"),
]

GOODS = [
    path("desk/funds/stock/", stock.show_all, name="stock"),
    path("desk/funds/stock/new/", stock.open_good, name="open_good"),
    path("desk/funds/stock/<uuid:good_id>/", stock.show_good, name="good"),
    path("desk/funds/stock/<uuid:good_id>/<slug:way>/", stock.draw, name="draw_slip"),
    path("desk/funds/slips/<uuid:slip_id>/", stock.show_slip, name="slip"),
    path("desk/funds/slips/<uuid:slip_id>/sign/", stock.sign, name="sign_slip"),
    path("desk/funds/slips/<uuid:slip_id>/strike/", stock.strike, name="strike_slip"),
]

GRANTS = [
    path("grants/", grants.show_all, name="calls"),
    path("grants/<uuid:call_id>/", grants.show, name="call"),
    path("grants/<uuid:call_id>/apply/", grants.hand_in, name="hand_in_bid"),
    path("grants/bids/<uuid:bid_id>/", grants.show_bid, name="bid"),
    path("grants/bids/<uuid:bid_id>/take-back/", grants.take_back, name="take_back_bid"),
    path("grants/bids/<uuid:bid_id>/score/", grants.score, name="score_bid"),
    path("grants/stages/<uuid:stage_id>/report/", grants.report, name="report_stage"),
    path("desk/funds/grants/new/", grant_moves.draft, name="draft_call"),
    path("desk/funds/grants/<uuid:call_id>/<slug:move>/", grant_moves.take_move, name="call_move"),
    path("desk/funds/bids/<uuid:bid_id>/stages/", grant_moves.plan_stages, name="plan_stages"),
    path("desk/funds/bids/<uuid:bid_id>/stop/", grant_moves.stop, name="stop_grant"),
    path("desk/funds/bids/<uuid:bid_id>/rest/", grant_moves.take_rest, name="take_rest"),
    path("desk/funds/stages/<uuid:stage_id>/ask/", grant_moves.ask_stage, name="ask_stage"),
    path("desk/funds/stages/<uuid:stage_id>/accept/", grant_moves.accept, name="accept_report"),
    path("desk/funds/stages/<uuid:stage_id>/back/", grant_moves.send_back, name="send_back"),
]

BANK = [
    path("desk/funds/bank/", bank.show_all, name="bank"),
    path("desk/funds/bank/new/", bank.add_account, name="add_bank_account"),
    path("desk/funds/bank/<uuid:account_id>/", bank.show, name="bank_account"),
    path("desk/funds/bank/<uuid:account_id>/read/", bank.read, name="read_bank_file"),
    path("desk/funds/lines/<uuid:line_id>/", bank.show_line, name="bank_line"),
    path("desk/funds/lines/<uuid:line_id>/tie/<uuid:entry_id>/", bank.tie, name="tie_line"),
    path("desk/funds/lines/<uuid:line_id>/explain/", bank.explain, name="explain_line"),
    path("desk/funds/lines/<uuid:line_id>/agree/", bank.agree, name="agree_line"),
    path("desk/funds/lines/<uuid:line_id>/untie/", bank.untie, name="untie_line"),
]

GIVING = [*GIFTS, *CHARITIES, *GOODS, *GRANTS, *BANK]
