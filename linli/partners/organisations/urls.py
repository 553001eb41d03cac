"""Addresses of organisations, under the community's own."""

from django.urls import path

from linli.partners.organisations import urls_purchases, urls_social, urls_units
from linli.partners.organisations.views import desk, public, staff, terms

app_name = "organisations"

BODY, OFFICE = "desk/organisations/<uuid:organisation_id>", "desk/offices/<uuid:office_id>"
TERM, FILE = "desk/terms/<uuid:term_id>", "desk/staff/<uuid:staff_id>"

urlpatterns = [
    path("organisations/", public.show_all, name="list"),
    path("organisations.json", public.show_all, name="list_data"),
    path("organisations/who/", public.who_held, name="who"),
    path("organisations/who.json", public.who_held, name="who_data"),
    path("organisations/directory/", public.directory, name="directory"),
    path("organisations/directory.json", public.directory, name="directory_data"),
    path("organisations/mine/", staff.show_own, name="own"),
    path("organisations/<uuid:organisation_id>/", public.show, name="show"),
    path("organisations/<uuid:organisation_id>.json", public.show, name="show_data"),
    path("desk/organisations/", desk.show_all, name="desk"),
    path("desk/organisations/new/", desk.add, name="add"),
    path(f"{BODY}/", desk.show, name="body"),
    path(f"{BODY}/change/", desk.alter, name="alter"),
    path(f"{BODY}/end/", desk.end, name="end"),
    path(f"{BODY}/offices/new/", desk.add_office, name="add_office"),
    path(f"{BODY}/term/", terms.begin_all, name="begin_all"),
    path(f"{BODY}/handover/", terms.open_handover, name="open_handover"),
    path(f"{BODY}/lines/new/", terms.add_line, name="add_line"),
    path(f"{OFFICE}/work/", desk.divide_work, name="divide_work"),
    path(f"{OFFICE}/end/", desk.end_office, name="end_office"),
    path(f"{OFFICE}/term/", terms.begin, name="begin_term"),
    path(f"{TERM}/end/", terms.end, name="end_term"),
    path(f"{TERM}/consent/", terms.hide_name, name="hide_name"),
    path(f"{TERM}/training/", terms.train, name="train_term"),
    path("desk/lines/<uuid:line_id>/end/", terms.end_line, name="end_line"),
    path("desk/handovers/<uuid:handover_id>/", terms.show_handover, name="handover"),
    path("desk/handovers/<uuid:handover_id>/items/new/", terms.add_item, name="add_item"),
    path("desk/handover-items/<uuid:item_id>/sign/", terms.sign_item, name="sign_item"),
    path("desk/staff/", staff.show_all, name="staff"),
    path("desk/staff/new/", staff.take_on, name="take_on"),
    path("desk/staff/grades/", staff.adopt_grades, name="adopt_grades"),
    path(f"{FILE}/", staff.show, name="file"),
    path(f"{FILE}/change/", staff.alter, name="alter_file"),
    path(f"{FILE}/level/", staff.fix_level, name="fix_level"),
    path(f"{FILE}/close/", staff.close, name="close_file"),
    path(f"{FILE}/certificates/new/", staff.add_qualification, name="add_qualification"),
    path(f"{FILE}/training/", staff.train, name="train"),
    path(f"{FILE}/leave/", staff.enter_leave, name="enter_leave"),
    path(f"{FILE}/leave/<uuid:leave_id>/strike/", staff.strike_leave, name="strike_leave"),
]

urlpatterns += urls_units.urlpatterns
urlpatterns += urls_social.urlpatterns
urlpatterns += urls_purchases.urlpatterns
