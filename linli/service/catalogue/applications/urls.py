"""The pages of help to apply, under `/c/<community>/`."""

from django.urls import path

from linli.service.catalogue.applications.views import desk, needs, paper, portal, reviews

urlpatterns = [
    # For everybody
    path("help/", portal.start, name="application_start"),
    # For who has signed in
    path("help/mine/", portal.mine, name="my_applications"),
    path("help/wishes/", portal.wishes, name="application_wishes"),
    path("help/mine/<uuid:application>/", portal.own, name="own_application"),
    path("help/mine/<uuid:application>/withdraw/", portal.withdraw, name="withdraw_application"),
    path("help/mine/<uuid:application>/objection/", portal.objection, name="own_objection"),
    path("help/mine/<uuid:application>/change/", portal.change, name="own_change"),
    path(
        "help/mine/<uuid:application>/paper/<slug:which>/",
        paper.own_paper,
        name="own_application_paper",
    ),
    path("help/<slug:scheme>/", portal.scheme, name="application_scheme"),
    path("help/<slug:scheme>/ask/", portal.ask, name="application_ask"),
    # The desk
    path("desk/help/", desk.home, name="applications"),
    path("desk/help/new/", desk.new, name="new_application"),
    path("desk/help/counts/", desk.counts, name="application_counts"),
    path("desk/help/reviews/", reviews.due, name="application_reviews"),
    path("desk/help/wishes/", needs.shared_wishes, name="application_shared_wishes"),
    path("desk/help/notes/", needs.notes, name="application_notes"),
    path("desk/help/notes/new/", needs.new_note, name="new_application_note"),
    path("desk/help/notes/<uuid:note>/drop/", needs.drop_note, name="drop_application_note"),
    path("desk/help/<uuid:application>/", desk.show, name="application"),
    path("desk/help/<uuid:application>/take/", desk.take, name="take_application"),
    path(
        "desk/help/<uuid:application>/paper/<slug:which>/",
        paper.paper_of,
        name="application_paper",
    ),
    path("desk/help/<uuid:application>/<slug:name>/", desk.take_step, name="application_step"),
]
