"""The pages of certificates and of notices about help, under `/c/<community>/`; and those that the
other subjects list themselves."""

from django.urls import path

from linli.service.catalogue.applications.urls import urlpatterns as applications
from linli.service.catalogue.guides.urls import PAGES as guides
from linli.service.catalogue.nearby.urls import PAGES as nearby
from linli.service.catalogue.reminders.urls import urlpatterns as reminders
from linli.service.catalogue.views import (
    assistance,
    certificate_check,
    certificate_counter,
    certificate_lists,
    certificate_portal,
    certificate_work,
    navigator,
    navigator_slip,
)
from linli.service.catalogue.work.urls import urlpatterns as work

app_name = "catalogue"

urlpatterns = [
    # For everybody
    path("certificates/", certificate_portal.search, name="certificates"),
    path("certificates/of/<str:key>/", certificate_portal.item, name="item"),
    path("certificates/of/<str:key>/take-slip/", certificate_portal.take_slip, name="take_slip"),
    path("certificates/of/<str:key>/slip/", certificate_portal.slip, name="slip"),
    path("certificates/check/", certificate_check.check, name="check"),
    path("certificates/check/<str:code>/", certificate_check.checked, name="checked"),
    # For who has signed in
    path("certificates/of/<str:key>/ask/", certificate_portal.ask, name="ask"),
    path("certificates/mine/", certificate_portal.mine, name="my_certificates"),
    path("certificates/mine/<uuid:subject>/", certificate_portal.own, name="own_certificate"),
    path(
        "certificates/mine/<uuid:subject>/withdraw/", certificate_portal.withdraw, name="withdraw"
    ),
    path(
        "certificates/mine/<uuid:subject>/certificate.pdf",
        certificate_portal.own_paper,
        name="own_paper",
    ),
    path("certificates/counts/", certificate_lists.counts, name="counts"),
    # The desk
    path("desk/certificates/", certificate_counter.counter, name="counter"),
    path("desk/certificates/of/<str:key>/slip/", certificate_counter.give_slip, name="give_slip"),
    path("desk/certificates/of/<str:key>/", certificate_counter.choose_person, name="choose"),
    path(
        "desk/certificates/of/<str:key>/<uuid:person_id>/",
        certificate_counter.draft,
        name="draft_here",
    ),
    path("desk/certificates/queue/", certificate_work.queue, name="queue"),
    path("desk/certificates/register/", certificate_lists.register, name="register"),
    path("desk/certificates/lists/", certificate_lists.show, name="lists"),
    path("desk/certificates/lists/new/<slug:listed>/", certificate_lists.enter, name="new_line"),
    path("desk/certificates/lists/<uuid:item_id>/", certificate_lists.change, name="line"),
    path("desk/certificates/lists/<uuid:item_id>/end/", certificate_lists.end, name="end_line"),
    path("desk/certificates/offices/<slug:kind>/", certificate_lists.office, name="office"),
    path("desk/certificates/<uuid:certificate_id>/", certificate_work.show, name="certificate"),
    path("desk/certificates/<uuid:certificate_id>/draft/", certificate_work.draft, name="draft"),
    path(
        "desk/certificates/<uuid:certificate_id>/paper/", certificate_work.show_paper, name="paper"
    ),
    path(
        "desk/certificates/<uuid:certificate_id>/certificate.pdf",
        certificate_work.download,
        name="paper_file",
    ),
    path(
        "desk/certificates/<uuid:certificate_id>/copies/",
        certificate_work.seal_again,
        name="seal_again",
    ),
    path(
        "desk/certificates/<uuid:certificate_id>/<slug:move>/",
        certificate_work.take_move,
        name="move",
    ),
    # Notices about help
    path("desk/assistance/", assistance.notices, name="assistance_notices"),
    path("desk/assistance/new/", assistance.write, name="new_assistance_notice"),
    path("desk/assistance/<uuid:notice>/", assistance.show, name="assistance_notice"),
    path("desk/assistance/<uuid:notice>/rewrite/", assistance.rewrite, name="rewrite_assistance"),
    path("desk/assistance/<uuid:notice>/release/", assistance.release, name="release_assistance"),
    path(
        "desk/assistance/<uuid:notice>/send-back/",
        assistance.send_back,
        name="send_back_assistance",
    ),
    path("desk/assistance/<uuid:notice>/discard/", assistance.discard, name="discard_assistance"),
    # What may I apply for
    path("navigator/", navigator.navigator, name="navigator"),
    path("navigator/slip/", navigator_slip.navigator_slip, name="navigator_slip"),
    path("desk/navigator/", navigator.navigator_desk, name="navigator_desk"),
    # Each subject lists its own.
    *applications,
    *guides,
    *nearby,
    *reminders,
    *work,
]
