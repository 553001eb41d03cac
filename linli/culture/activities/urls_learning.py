"""Addresses of what people learn, meet for and are honoured with, under `/c/<code>/`."""

from django.urls import path

from linli.culture.activities.views import (
    groups,
    groups_desk,
    learning,
    learning_desk,
    recognition,
    recognition_desk,
    screenings,
    teaching,
)

LEARNING = [
    path("learning/", learning.show, name="wishes"),
    path("learning/tick/", learning.tick, name="tick_wishes"),
    path("learning/answer/<uuid:signup_id>/", learning.answer_needs, name="answer_needs"),
    path("learning/answer/slip/<str:code>/", learning.answer_by_slip, name="answer_by_slip"),
    path("learning/certificates/", learning.find, name="find_certificate"),
    path("learning/certificates/<str:code>/", learning.check, name="check_certificate"),
    path("learning/teachers/", teaching.show, name="teachers"),
    path("desk/learning/", learning_desk.show_all, name="learning_desk"),
    path("desk/learning/topics/new/", learning_desk.add_topic, name="add_topic"),
    path(
        "desk/learning/topics/<uuid:topic_id>/close/", learning_desk.close_topic, name="close_topic"
    ),
    path("desk/learning/courses/<uuid:sheet_id>/", learning_desk.show, name="course_desk"),
    path("desk/learning/courses/<uuid:sheet_id>/tie/", learning_desk.tie, name="tie_course"),
    path(
        "desk/learning/courses/<uuid:sheet_id>/give/", learning_desk.give, name="give_certificates"
    ),
    path(
        "desk/learning/certificates/<uuid:certificate_id>/",
        learning_desk.print_certificate,
        name="print_certificate",
    ),
    path(
        "desk/learning/certificates/<uuid:certificate_id>/void/",
        learning_desk.void_certificate,
        name="void_course_certificate",
    ),
]

TEACHERS = [
    path("learning/teachers/slip/<str:code>/", teaching.show_own, name="teacher_slip"),
    path("learning/teachers/slip/<str:code>/hide/", teaching.hide_own, name="hide_own_name"),
    path("desk/teachers/", teaching.show_desk, name="teachers_desk"),
    path("desk/teachers/new/", teaching.register, name="register_teacher"),
    path("desk/teachers/<uuid:teacher_id>/slip/", teaching.show_paper, name="teacher_paper"),
    path(
        "desk/teachers/<uuid:teacher_id>/certificate/",
        teaching.add_certificate,
        name="add_certificate",
    ),
    path("desk/teachers/<uuid:teacher_id>/taught/", teaching.note_taught, name="note_taught"),
    path("desk/teachers/<uuid:teacher_id>/end/", teaching.end, name="end_teaching"),
    path("desk/teachers/<uuid:teacher_id>/hide/", teaching.hide, name="hide_teacher"),
]

GROUPS = [
    path("clubs/", groups.show_all, name="groups"),
    path("clubs/<uuid:group_id>/", groups.show, name="group"),
    path("clubs/<uuid:group_id>.ics", groups.feed, name="group_feed"),
    path("clubs/<uuid:group_id>/join/", groups.join, name="join_group"),
    path("clubs/<uuid:group_id>/leave/", groups.leave, name="leave_group"),
    path("clubs/<uuid:group_id>/plan/", groups_desk.plan, name="plan_meetings"),
    path("clubs/turns/<uuid:turn_id>/take/", groups.take, name="take_turn"),
    path("clubs/turns/<uuid:turn_id>/pass/", groups.give_back, name="pass_turn"),
    path("clubs/dates/<uuid:meeting_id>/off/", groups_desk.call_off, name="call_off_meeting"),
    path("clubs/dates/<uuid:meeting_id>/came/", groups_desk.tell, name="tell_meeting"),
    path("clubs/slip/<str:code>/", groups.show_own, name="group_slip"),
    path("clubs/slip/<str:code>/lead/", groups.lead, name="lead_group"),
    path("clubs/slip/<str:code>/hide/", groups.hide_phone, name="hide_group_phone"),
    path("clubs/slip/<str:code>/close/", groups.close, name="close_own_group"),
    path("desk/clubs/", groups_desk.show_all, name="groups_desk"),
    path("desk/clubs/new/", groups_desk.register, name="register_group"),
    path("desk/clubs/<uuid:group_id>/", groups_desk.show, name="group_desk"),
    path("desk/clubs/<uuid:group_id>/hours/", groups_desk.agree_hours, name="agree_hours"),
    path("desk/clubs/<uuid:group_id>/close/", groups_desk.close, name="close_group"),
]

DESK_OF_THANKS = "desk/recognition/"

RECOGNITION = [
    path("recognition/", recognition.show, name="recognition"),
    path("recognition/<uuid:call_id>/nominate/", recognition.nominate, name="nominate"),
    path("recognition/slip/<str:code>/", recognition.show_own, name="my_nomination"),
    path("recognition/slip/<str:code>/agree/", recognition.agree, name="agree_to_honour"),
    path("recognition/slip/<str:code>/decline/", recognition.decline, name="decline_honour"),
    path("recognition/slip/<str:code>/withdraw/", recognition.withdraw, name="withdraw_honour"),
    path("recognition/story/<str:code>/", recognition.take_down_story, name="take_down_story"),
    path("recognition/look/", recognition.show_to_look_at, name="look_at"),
    path("recognition/look/<uuid:nomination_id>/", recognition.look_at, name="look_at_one"),
    path("recognition/shown/<uuid:nomination_id>/", recognition.object_to, name="object_to_honour"),
    path(DESK_OF_THANKS, recognition_desk.show_all, name="recognition_desk"),
    path(f"{DESK_OF_THANKS}new/", recognition_desk.call, name="call_for_nominations"),
    path(f"{DESK_OF_THANKS}<uuid:call_id>/", recognition_desk.show_call, name="call_desk"),
    path(
        f"{DESK_OF_THANKS}<uuid:call_id>/close/", recognition_desk.close, name="close_honour_call"
    ),
    path(
        f"{DESK_OF_THANKS}slip/<uuid:nomination_id>/",
        recognition_desk.show_slip,
        name="nomination_slip",
    ),
    path(f"{DESK_OF_THANKS}agree/<uuid:nomination_id>/", recognition_desk.agree, name="desk_agree"),
    path(
        f"{DESK_OF_THANKS}voices/<uuid:voice_id>/",
        recognition_desk.answer_voice,
        name="answer_voice",
    ),
    path(
        f"{DESK_OF_THANKS}objections/<uuid:objection_id>/",
        recognition_desk.answer_objection,
        name="answer_objection",
    ),
    path(f"{DESK_OF_THANKS}stories/new/", recognition_desk.tell_story, name="tell_story"),
    path(
        f"{DESK_OF_THANKS}stories/<uuid:story_id>/",
        recognition_desk.show_story_slip,
        name="story_slip",
    ),
    path(
        f"{DESK_OF_THANKS}stories/<uuid:story_id>/down/",
        recognition_desk.take_down_story,
        name="desk_take_down_story",
    ),
    *[
        path(
            f"{DESK_OF_THANKS}one/<uuid:nomination_id>/{move}/",
            recognition_desk.move,
            {"move": move},
            name=f"honour_{move}",
        )
        for move in recognition_desk.MOVES
    ],
]

BROUGHT = [
    path("brought/", screenings.show, name="brought"),
    path("desk/brought/", screenings.show_desk, name="brought_desk"),
    path("desk/brought/new/", screenings.ask, name="ask_delivery"),
    path("desk/brought/<uuid:delivery_id>/", screenings.print_sheet, name="delivery_sheet"),
    path("desk/brought/<uuid:delivery_id>/came/", screenings.deliver, name="note_delivered"),
    path("desk/brought/<uuid:delivery_id>/feedback/", screenings.feed_back, name="send_feedback"),
    path("desk/brought/days/new/", screenings.announce, name="announce_sport_day"),
    path("desk/brought/days/<uuid:day_id>/off/", screenings.call_off, name="call_off_sport_day"),
    path("desk/brought/days/<uuid:day_id>/came/", screenings.tell, name="tell_sport_day"),
]

urlpatterns = [*LEARNING, *TEACHERS, *GROUPS, *RECOGNITION, *BROUGHT]
