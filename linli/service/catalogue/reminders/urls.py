"""The pages of reminders and service cards, under `/c/<community>/`."""

from django.urls import path

from linli.service.catalogue.reminders.views import card_desk, card_portal, desk, portal

urlpatterns = [
    # For everybody
    path("reminders/", portal.start, name="reminders"),
    # For who has signed in
    path("reminders/set/<slug:kind>/", portal.write, name="set_reminder"),
    path("reminders/<uuid:reminder>/", portal.change, name="own_reminder"),
    path("reminders/<uuid:reminder>/done/", portal.done, name="own_reminder_done"),
    path("reminders/<uuid:reminder>/pause/", portal.switch, name="own_reminder_pause"),
    path("reminders/<uuid:reminder>/delete/", portal.delete, name="own_reminder_delete"),
    path("service-card/", card_portal.mine, name="my_card"),
    path("service-card/write/", card_portal.write, name="write_card"),
    path("service-card/keep/", card_portal.keep, name="keep_card"),
    path("service-card/delete/", card_portal.delete, name="delete_card"),
    path("service-card/paper/", card_portal.paper, name="card_paper"),
    # The desk
    path("desk/reminders/", desk.month, name="reminder_list"),
    path("desk/reminders/new/", desk.new, name="new_reminder"),
    path("desk/reminders/counts/", desk.counts, name="reminder_counts"),
    path("desk/reminders/<uuid:reminder>/", desk.show, name="reminder"),
    path("desk/reminders/<uuid:reminder>/called/", desk.called, name="reminder_called"),
    path("desk/reminders/<uuid:reminder>/<slug:name>/", desk.take_step, name="reminder_step"),
    path("desk/service-cards/", card_desk.lines, name="cards"),
    path("desk/service-cards/new/", card_desk.new, name="new_card"),
    path("desk/service-cards/<uuid:card>/", card_desk.show, name="card"),
    path("desk/service-cards/<uuid:card>/paper/", card_desk.paper, name="card_paper_desk"),
    path("desk/service-cards/<uuid:card>/<slug:name>/", card_desk.take_step, name="card_step"),
]
