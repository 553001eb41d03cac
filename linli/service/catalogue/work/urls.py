"""The pages of openings and job-seeker's cards, under `/c/<community>/`."""

from django.urls import path

from linli.service.catalogue.work.views import (
    board,
    card_desk,
    employers,
    opening_desk,
    own_card,
    passing_on,
)

urlpatterns = [
    # For everybody
    path("openings/", board.board, name="openings"),
    path("openings.json", board.board, name="openings_twin"),
    path("openings/sheet/", board.sheet, name="openings_sheet"),
    path("openings/<uuid:opening_id>/", board.show, name="opening"),
    # For who has signed in
    path("openings/card/", own_card.own, name="my_job_card"),
    path("openings/card/write/", own_card.write, name="write_job_card"),
    path("openings/card/keep/", own_card.keep, name="keep_job_card"),
    path("openings/card/destroy/", own_card.destroy, name="destroy_job_card"),
    path("openings/card/release/<uuid:opening_id>/", own_card.release, name="release_job_card"),
    path("openings/card/withdraw/<uuid:release_id>/", own_card.withdraw, name="withdraw_release"),
    # The desk
    path("desk/openings/", opening_desk.lines, name="opening_lines"),
    path("desk/openings/new/", opening_desk.write, name="new_opening"),
    path("desk/openings/employers/", employers.lines, name="employers"),
    path("desk/openings/employers/new/", employers.enter, name="new_employer"),
    path("desk/openings/employers/<uuid:employer_id>/", employers.call, name="employer"),
    path("desk/openings/cards/", card_desk.cards, name="job_cards"),
    path("desk/openings/cards/new/", card_desk.new, name="new_job_card"),
    path("desk/openings/cards/<uuid:card_id>/", card_desk.show, name="job_card"),
    path("desk/openings/cards/<uuid:card_id>/write/", card_desk.write, name="job_card_write"),
    path("desk/openings/cards/<uuid:card_id>/keep/", card_desk.keep, name="job_card_keep"),
    path("desk/openings/cards/<uuid:card_id>/destroy/", card_desk.destroy, name="job_card_destroy"),
    path(
        "desk/openings/cards/<uuid:card_id>/release/<uuid:opening_id>/",
        card_desk.release,
        name="job_card_release",
    ),
    path("desk/openings/pass-on/", passing_on.waiting, name="releases"),
    path("desk/openings/pass-on/<uuid:release_id>/", passing_on.show, name="release"),
    path("desk/openings/pass-on/<uuid:release_id>/tell/", passing_on.tell, name="tell_release"),
    path(
        "desk/openings/pass-on/<uuid:release_id>/not-reached/",
        passing_on.not_reached,
        name="release_not_reached",
    ),
    path(
        "desk/openings/pass-on/<uuid:release_id>/recall/", passing_on.recall, name="recall_release"
    ),
    path(
        "desk/openings/pass-on/<uuid:release_id>/withdraw/",
        passing_on.withdraw,
        name="withdraw_release_here",
    ),
    path("desk/openings/<uuid:opening_id>/", opening_desk.show, name="opening_desk"),
    path("desk/openings/<uuid:opening_id>/edit/", opening_desk.edit, name="edit_opening"),
    path("desk/openings/<uuid:opening_id>/publish/", opening_desk.publish, name="publish_opening"),
    path("desk/openings/<uuid:opening_id>/discard/", opening_desk.discard, name="discard_opening"),
    path("desk/openings/<uuid:opening_id>/ring/", opening_desk.ring, name="ring_opening"),
]
