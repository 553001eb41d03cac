"""Resident units, pledges, joint meetings, the proposal box and the ladder of taking part."""

from django.urls import path

from linli.partners.organisations.views import (
    joint_meetings,
    proposal_desk,
    proposals,
    taking_part,
    units_desk,
    units_entries,
    units_public,
)

_ENTRY, _UNIT = "units/entries/<uuid:entry_id>", "units/mine/<uuid:unit_id>"
_FILE, _DESK_ENTRY = "desk/units/<uuid:unit_id>", "desk/units/entries/<uuid:entry_id>"
_JOINT = "desk/joint-meetings/<uuid:meeting_id>"
_BOX, _BOX_DESK = "suggestions/<uuid:proposal_id>", "desk/suggestions/<uuid:proposal_id>"

_UNITS = [
    path("units/", units_public.show_units, name="units"),
    path("units/needs/", units_public.show_needs, name="needs"),
    path("units/pledges/", units_public.show_pledges, name="pledges"),
    path("units/pledges/<uuid:pledge_id>/", units_public.show_pledge, name="pledge"),
    path("units/pledges/<uuid:pledge_id>/rate/", units_public.rate, name="rate_pledge"),
    path("units/meetings/", units_public.show_meetings, name="joint_meetings"),
    path("units/meetings/<uuid:meeting_id>/", units_public.show_meeting, name="joint_told"),
    path("units/mine/", units_entries.show_own, name="own_units"),
    path(f"{_UNIT}/does/", units_entries.does, name="unit_does"),
    path(f"{_UNIT}/offer/", units_entries.offer, name="offer"),
    path(f"{_UNIT}/need/", units_entries.need, name="unit_need"),
    path(f"{_UNIT}/pledge/", units_entries.pledge, name="make_pledge"),
    path(f"{_ENTRY}/take-back/", units_entries.withdraw_offer, name="withdraw_offer"),
    path(f"{_ENTRY}/no-need/", units_entries.withdraw_need, name="withdraw_need"),
    path(f"{_ENTRY}/outcome/", units_entries.end_project, name="end_project"),
    path(f"{_ENTRY}/deliver/", units_entries.deliver, name="deliver_pledge"),
    path(f"{_ENTRY}/give-back/", units_entries.give_back, name="give_pledge_back"),
]
_DESK = [
    path("desk/units/", units_desk.show_all, name="units_desk"),
    path("desk/units/new/", units_desk.open_file, name="open_unit_file"),
    path("desk/units/lists/", units_desk.show_lists, name="lists_desk"),
    path("desk/units/needs/new/", units_desk.enter_need, name="enter_need"),
    path("desk/units/pledges/", units_desk.show_pledges, name="pledges_desk"),
    path(f"{_FILE}/", units_desk.show, name="unit_desk"),
    path(f"{_FILE}/agreement/", units_desk.agreement, name="unit_agreement"),
    path(f"{_FILE}/end/", units_desk.end_file, name="end_unit_file"),
    path(f"{_DESK_ENTRY}/match/", units_desk.match, name="match"),
    path(f"{_DESK_ENTRY}/look/<slug:kind>/", units_desk.look, name="show_entry"),
    path(f"{_DESK_ENTRY}/confirm/", units_desk.confirm, name="confirm_delivery"),
    path(f"{_DESK_ENTRY}/turn-down/", units_desk.turn_down, name="turn_delivery_down"),
    path("desk/joint-meetings/", joint_meetings.show_all, name="joint_desk"),
    path("desk/joint-meetings/new/", joint_meetings.plan, name="plan_joint"),
    path(
        "desk/joint-meetings/of/<uuid:gathering_id>/",
        joint_meetings.of_gathering,
        name="joint_meeting_of",
    ),
    path(f"{_JOINT}/", joint_meetings.show, name="joint_meeting"),
    path(f"{_JOINT}/change/", joint_meetings.change, name="change_joint"),
    path(f"{_JOINT}/call/", joint_meetings.call, name="call_joint"),
    path(f"{_JOINT}/cancel/", joint_meetings.cancel, name="cancel_joint"),
    path(f"{_JOINT}/open/", joint_meetings.begin, name="open_joint"),
    path(f"{_JOINT}/close/", joint_meetings.close, name="close_joint"),
    path(f"{_JOINT}/pledge/", joint_meetings.pledge, name="joint_pledge"),
]
_PROPOSALS = [
    path("taking-part/", taking_part.show, name="taking_part"),
    path("suggestions/", proposals.show_all, name="proposals"),
    path("suggestions/new/", proposals.propose, name="propose"),
    path("suggestions/find/", proposals.find, name="find_proposal"),
    path("suggestions/mine/", proposals.show_own, name="own_proposals"),
    path("suggestions/r/<str:receipt>/", proposals.follow, name="follow_proposal"),
    path("suggestions/r/<str:receipt>/withdraw/", proposals.withdraw, name="withdraw_proposal"),
    path(f"{_BOX}/", proposals.show, name="proposal"),
    path(f"{_BOX}/second/", proposals.second, name="second_proposal"),
    path("desk/suggestions/", proposal_desk.show_all, name="proposals_desk"),
    path("desk/suggestions/new/", proposal_desk.enter, name="enter_proposal"),
    path(f"{_BOX_DESK}/", proposal_desk.show, name="proposal_desk"),
    path(f"{_BOX_DESK}/show/", proposal_desk.publish, name="show_proposal"),
    path(f"{_BOX_DESK}/hide/", proposal_desk.hide, name="hide_proposal"),
    path(f"{_BOX_DESK}/answer/", proposal_desk.reply, name="answer_proposal"),
]
urlpatterns = [*_UNITS, *_DESK, *_PROPOSALS]
