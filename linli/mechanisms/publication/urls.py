"""Under `/c/<code>/notices/` and `/c/<code>/desk/notices/`."""

from django.urls import path

from linli.core.access.gates import public
from linli.mechanisms.publication.views import (
    answering,
    boards,
    composing,
    forms_of_it,
    hall,
    objecting,
    overview,
    reading,
    rounds,
    verifying,
)
from linli.mechanisms.publication.views.feeds import AtomNotices, Notices

app_name = "publication"

ONE = "notices/<uuid:notice>/"
DESK = "desk/notices/"
DESK_ONE = f"{DESK}<uuid:notice>/"

urlpatterns = [
    # For everybody
    path("notices/", reading.list_notices, name="notices"),
    path("notices.json", reading.list_notices, name="notices_data"),
    path("notices/hall/", hall.hall, name="hall"),
    path("notices/feed.rss", public(Notices()), name="rss"),
    path("notices/feed.atom", public(AtomNotices()), name="atom"),
    path("notices/verify/", verifying.verify, name="verify"),
    path("notices/objections/", objecting.find_objection, name="find_objection"),
    path("notices/objections/<str:receipt>/", objecting.own_objection, name="own_objection"),
    path(
        "notices/objections/<str:receipt>/withdraw/",
        objecting.withdraw_objection,
        name="withdraw_objection",
    ),
    path(ONE, reading.show_notice, name="notice"),
    path("notices/<uuid:notice>.json", reading.show_notice, name="notice_data"),
    path(f"{ONE}sheet/", forms_of_it.print_sheet, name="sheet"),
    path(f"{ONE}sheet.pdf", forms_of_it.sheet_file, name="sheet_file"),
    path(f"{ONE}large/", forms_of_it.large_print, name="large"),
    path(f"{ONE}text/", forms_of_it.paste_text, name="text"),
    path(f"{ONE}share/", forms_of_it.share, name="share"),
    path(f"{ONE}code.png", forms_of_it.code_picture, name="code"),
    path(f"{ONE}script/", forms_of_it.read_out, name="script"),
    path(f"{ONE}original/", forms_of_it.original, name="original"),
    path(f"{ONE}object/", objecting.object_to, name="object"),
    path(f"{ONE}confirm/", rounds.confirm, name="confirm"),
    path(f"{ONE}withdraw/", reading.withdraw_notice, name="withdraw"),
    # The desk
    path(DESK, overview.overview, name="overview"),
    path(f"{DESK}new/", composing.choose, name="choose"),
    path(f"{DESK}new/<str:template>/", composing.write, name="write"),
    path(f"{DESK}draft/<uuid:notice>/", composing.show_draft, name="draft"),
    path(f"{DESK}draft/<uuid:notice>/rewrite/", composing.rewrite, name="rewrite"),
    path(f"{DESK}draft/<uuid:notice>/release/", composing.release, name="release"),
    path(f"{DESK}draft/<uuid:notice>/send-back/", composing.send_back, name="send_back"),
    path(f"{DESK}draft/<uuid:notice>/discard/", composing.discard, name="discard"),
    path(f"{DESK}objections/", answering.objections, name="objections"),
    path(f"{DESK}objections/<uuid:objection_id>/", answering.show_objection, name="objection"),
    path(f"{DESK}objections/<uuid:objection_id>/pass-on/", answering.pass_on, name="pass_on"),
    path(f"{DESK}objections/<uuid:objection_id>/answer/", answering.reply, name="reply"),
    path(f"{DESK}boards/", boards.boards, name="boards"),
    path(f"{DESK}boards/<uuid:board_id>/check/", boards.check, name="check_board"),
    path(f"{DESK}boards/<uuid:board_id>/close/", boards.close, name="close_board"),
    path(f"{DESK}hangings/<uuid:hanging_id>/off/", boards.take_off, name="take_off"),
    path(DESK_ONE, overview.manage, name="manage"),
    path(f"{DESK_ONE}correct/", composing.correct, name="correct"),
    path(f"{DESK_ONE}hang/", boards.hang, name="hang"),
    path(f"{DESK_ONE}object/", answering.type_in, name="type_in_objection"),
    path(f"{DESK_ONE}round/begin/", rounds.begin, name="begin_round"),
    path(f"{DESK_ONE}round/", rounds.show_round, name="round"),
    path(f"{DESK_ONE}round/note/", rounds.note, name="note_told"),
    path(f"{DESK_ONE}round/<uuid:household>/back/", rounds.take_back, name="untell"),
]
