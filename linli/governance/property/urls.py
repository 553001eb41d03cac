"""Addresses of property, under the community's own."""

from typing import Any

from django.urls import path

from linli.governance.property import urls_votes
from linli.governance.property.views import (
    asking,
    desk,
    disputes,
    endings,
    mediated,
    own,
    public,
)

app_name = "property"

ESTATE, DESK = "estates/<uuid:estate_id>", "desk/estates/<uuid:estate_id>"
CONTRACT = "desk/estates/contracts/<uuid:contract_id>"
SCOPE = "desk/estates/asked/<uuid:case_id>"
MEETING = "desk/estates/meetings/<uuid:meeting_id>"
DISPUTE = "desk/estates/disputes/<uuid:dispute_id>"

urlpatterns: list[Any] = [
    path("estates/", public.show_all, name="list"),
    path("estates.json", public.show_all, name="list_data"),
    path("estates/ways/", public.show_options, name="options"),
    path("estates/rights/", public.show_rights, name="rights"),
    path("estates/rights/tell/", disputes.tell_dispute, name="tell_dispute"),
    path("estates/rights/<uuid:dispute_id>/", disputes.show_own_dispute, name="own_dispute"),
    path("estates/mine/", own.show_own, name="own"),
    path("estates/asked/<uuid:case_id>/", public.show_scope, name="scope"),
    path("estates/answers/<uuid:household_id>/", own.answer_scope, name="answer_scope"),
    path("estates/meetings/<uuid:meeting_id>/", own.show_meeting, name="meeting"),
    path("estates/gatherings/<uuid:gathering_id>/", own.show_meeting_of, name="meeting_of"),
    path("estates/points/<uuid:point_id>/", own.deliver_point, name="deliver_point"),
    path("estates/handover/<uuid:contract_id>/", own.show_handover, name="handover"),
    path("estates/handover/<uuid:contract_id>/add/", own.list_handover, name="list_handover"),
    path(f"{ESTATE}/", public.show, name="show"),
    path(f"{ESTATE}.json", public.show, name="show_data"),
    path(f"{ESTATE}/accounts/", own.show_accounts, name="accounts"),
    path(f"{ESTATE}/income/", own.publish_income, name="publish_income"),
    path(f"{ESTATE}/income/<uuid:report_id>/", own.publish_income, name="correct_income"),
    path(f"{ESTATE}/fund/", own.publish_fund, name="publish_fund"),
    path(f"{ESTATE}/fund/<uuid:report_id>/", own.publish_fund, name="correct_fund"),
    path(f"{ESTATE}/assembly/", own.note_assembly, name="note_assembly"),
    path("desk/estates/", desk.show_all, name="desk"),
    path("desk/estates/new/", desk.add, name="add"),
    path("estates/rights/<uuid:dispute_id>/mediation/", mediated.wish, name="wish_mediation"),
    path("desk/estates/disputes/", disputes.show_disputes, name="disputes"),
    path("desk/estates/members/<uuid:member_id>/", endings.leave_office, name="leave_office"),
    path("desk/estates/bodies/<uuid:body_id>/file/", desk.file_body, name="file_body"),
    path("desk/estates/bodies/<uuid:body_id>/end/", desk.end_body, name="end_body"),
    path("desk/estates/items/<uuid:item_id>/", desk.take_over_item, name="take_over_item"),
    path("desk/estates/repairs/<uuid:repair_id>/", asking.finish_repair, name="finish_repair"),
    path("desk/estates/answers/<uuid:household_id>/", asking.enter_answer, name="enter_answer"),
    path(
        "desk/estates/answers/<uuid:household_id>/correct/",
        asking.correct_answer,
        name="correct_answer",
    ),
    path(f"{DESK}/", desk.show, name="estate_desk"),
    path(f"{DESK}/change/", desk.alter, name="alter"),
    path(f"{DESK}/regime/", desk.change_regime, name="change_regime"),
    path(f"{DESK}/body/", desk.seat_body, name="seat_body"),
    path(f"{DESK}/founding/", desk.begin_founding, name="begin_founding"),
    path(f"{DESK}/close/", endings.close_estate, name="close_estate"),
    path(f"{DESK}/founding/plan/", endings.plan_first_assembly, name="plan_first_assembly"),
    path(f"{DESK}/founding/end/", endings.end_founding, name="end_founding"),
    path(f"{DESK}/founding/<slug:code>/", desk.reach_stage, name="reach_stage"),
    path(f"{DESK}/contract/", desk.enter_contract, name="enter_contract"),
    path(f"{DESK}/contract/<uuid:contract_id>/", desk.enter_contract, name="renew_contract"),
    path(f"{DESK}/resolution/", desk.receive_resolution, name="receive_resolution"),
    path(f"{DESK}/asked/", asking.open_scope, name="open_scope"),
    path(f"{DESK}/repair/", asking.plan_repair, name="plan_repair"),
    path(f"{DESK}/three/", asking.call_three, name="call_three"),
    path(f"{CONTRACT}/", desk.show_contract, name="contract"),
    path(f"{CONTRACT}/notice/", desk.give_notice, name="give_notice"),
    path(f"{CONTRACT}/withdraw/", endings.withdraw_notice, name="withdraw_notice"),
    path(f"{CONTRACT}/finish/", desk.finish_handover, name="finish_handover"),
    path(f"{SCOPE}/", asking.show_scope, name="scope_desk"),
    path(f"{SCOPE}/talk/", asking.note_talk, name="note_talk"),
    path(f"{SCOPE}/next/", asking.advance, name="advance_scope"),
    path(f"{MEETING}/held/", asking.hold_three, name="hold_three"),
    path(f"{MEETING}/point/", asking.agree_point, name="agree_point"),
    path(f"{DISPUTE}/", disputes.show_dispute, name="dispute"),
    path(f"{DISPUTE}/take/", disputes.take_dispute, name="take_dispute"),
    path(f"{DISPUTE}/refer/", disputes.refer_dispute, name="refer_dispute"),
    path(f"{DISPUTE}/mediators/", mediated.hand_over, name="hand_to_mediators"),
    path(f"{DISPUTE}/answer/", disputes.answer_dispute, name="answer_dispute"),
    path(f"{DISPUTE}/pass/", disputes.pass_on_dispute, name="pass_on_dispute"),
    path(f"{DISPUTE}/release/", disputes.release_dispute, name="release_dispute"),
]

urlpatterns += urls_votes.urlpatterns
