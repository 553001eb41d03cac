"""Calls, shifts, hours and certificates."""

from django.urls import path

from linli.service.volunteering.views import (
    desk,
    desk_calls,
    desk_papers,
    desk_people,
    own,
    proving,
    public,
    round,
)

_ONE = "volunteering/shifts/<uuid:shift_id>"
_DESK = "desk/volunteering"
_CALL = f"{_DESK}/calls/<uuid:call_id>"
_SHIFT = f"{_DESK}/shifts/<uuid:shift_id>"
_PERSON = f"{_DESK}/volunteers/<uuid:volunteer_id>"
_PAPER = f"{_DESK}/certificates/<uuid:certificate_id>"

SERVICE = [
    # For everybody
    path("volunteering/", public.show_all, name="calls"),
    path("volunteering.json", public.show_all, name="calls_data"),
    path("volunteering/calls/<uuid:call_id>/", public.show, name="call"),
    path("volunteering/teams/", public.show_teams, name="teams"),
    path(f"{_ONE}/", public.show_shift, name="shift"),
    path(f"{_ONE}/join/", public.join, name="join"),
    path(f"{_ONE}/leave/", public.leave, name="leave"),
    path("volunteering/sheets/<uuid:sheet_id>/", public.of_sheet, name="of_sheet"),
    path("volunteering/check/", proving.check, name="check"),
    path("volunteering/check/<str:number>/<str:code>/", proving.checked, name="checked"),
    # For volunteers themselves, and those they call on
    path("volunteering/register/", own.register, name="register"),
    path("volunteering/mine/", own.show, name="mine"),
    path("volunteering/mine/offer/", own.change, name="change_offer"),
    path("volunteering/mine/team/", own.join_team, name="join_team"),
    path("volunteering/mine/withdraw/", own.withdraw, name="withdraw"),
    path("volunteering/mine/certificate/", proving.ask, name="ask_certificate"),
    path("volunteering/mine/thanks/<uuid:thanks_id>/", own.show_thanks, name="show_thanks"),
    path("volunteering/certificates/<uuid:certificate_id>/", proving.show, name="certificate"),
    path(
        "volunteering/certificates/<uuid:certificate_id>/pdf/",
        proving.download,
        name="certificate_pdf",
    ),
    path(f"{_ONE}/round/", round.show, name="round"),
    path(f"{_ONE}/round/<uuid:receiver_id>/", round.tick, name="tick"),
    path("volunteering/receiving/<uuid:receiver_id>/pause/", own.pause, name="pause"),
    path("volunteering/receiving/<uuid:receiver_id>/end/", own.end_receiving, name="end"),
    # At the desk
    path(f"{_DESK}/", desk.show_week, name="rota"),
    path(f"{_DESK}/day/", desk.show_day, name="day"),
    path(f"{_DESK}/calls/", desk_calls.show_all, name="calls_desk"),
    path(f"{_DESK}/calls/new/", desk_calls.write, name="write_call"),
    path(f"{_CALL}/", desk_calls.show, name="call_desk"),
    path(f"{_CALL}/change/", desk_calls.change, name="change_call"),
    path(f"{_CALL}/publish/", desk_calls.publish, name="publish_call"),
    path(f"{_CALL}/close/", desk_calls.close, name="close_call"),
    path(f"{_CALL}/plan/", desk_calls.plan, name="plan"),
    path(f"{_CALL}/receivers/new/", desk_calls.add_receiver, name="add_receiver"),
    path(f"{_SHIFT}/", desk.show_shift, name="shift_desk"),
    path(f"{_SHIFT}/yes/", desk.say_yes_for, name="say_yes_for"),
    path(f"{_SHIFT}/off/", desk.call_off, name="call_off"),
    path(f"{_SHIFT}/confirm/", desk.confirm, name="confirm"),
    path(f"{_DESK}/sheets/<uuid:sheet_id>/", desk.of_sheet, name="shift_of_sheet"),
    path(f"{_DESK}/gap-calls/<uuid:call_id>/", desk.note_call, name="note_call"),
    path(f"{_DESK}/missed/<uuid:stop_id>/", desk.settle, name="settle"),
    path(f"{_DESK}/volunteers/", desk_people.show_all, name="volunteers"),
    path(f"{_DESK}/volunteers/new/", desk_people.register, name="register_at_desk"),
    path(f"{_PERSON}/", desk_people.show, name="volunteer"),
    path(f"{_PERSON}/known/", desk_people.know, name="know"),
    path(f"{_PERSON}/guardian/", desk_people.record_guardian, name="record_guardian"),
    path(f"{_PERSON}/training/", desk_people.add_training, name="add_training"),
    path(f"{_PERSON}/thank/", desk_people.thank, name="thank"),
    path(f"{_PERSON}/withdraw/", desk_people.withdraw, name="withdraw_for"),
    path(f"{_DESK}/records/<uuid:record_id>/correct/", desk_people.correct, name="correct"),
    path(f"{_DESK}/insurance/", desk_people.add_cover, name="add_cover"),
    path(f"{_DESK}/teams/new/", desk_people.found_team, name="found_team"),
    path(f"{_DESK}/teams/<uuid:team_id>/leader/", desk_people.name_leader, name="name_leader"),
    path(f"{_DESK}/teams/<uuid:team_id>/end/", desk_people.end_team, name="end_team"),
    path(f"{_DESK}/certificates/", desk_papers.show_certificates, name="certificates"),
    path(f"{_PAPER}/issue/", desk_papers.issue, name="issue"),
    path(f"{_PAPER}/revoke/", desk_papers.revoke, name="revoke"),
    path(f"{_DESK}/export/", desk_papers.export, name="export"),
    path(f"{_DESK}/invite/", desk_papers.invite, name="invite"),
]
