"""Services on an elder's plan, contacts, support agreements, day-care sheets: under a case."""

from django.urls import path

from linli.service.casework.views import arranged, day_care, support

_CASE = "desk/cases/<uuid:case_id>"
_SERVICE = f"{_CASE}/care/services/<uuid:service_id>"

urlpatterns = [
    path(f"{_CASE}/care/services/new/", arranged.wish, name="service_wish"),
    path(f"{_SERVICE}/", arranged.show, name="service"),
    path(f"{_SERVICE}/arrange/", arranged.arrange, name="service_arrange"),
    path(f"{_SERVICE}/<slug:name>/", arranged.move, name="service_move"),
    path(f"{_CASE}/care/contacts/new/", arranged.name_contact, name="care_contact"),
    path(
        f"{_CASE}/care/contacts/<uuid:contact_id>/drop/",
        arranged.drop_contact,
        name="care_drop_contact",
    ),
    path(f"{_CASE}/care/need/", arranged.need, name="care_need"),
    path(f"{_CASE}/care/need/assessment/", arranged.assessment, name="care_assessment"),
    path(f"{_CASE}/care/need/end/", arranged.end_need, name="care_end_need"),
    path(f"{_CASE}/support/", support.show, name="support"),
    path(f"{_CASE}/support/rewrite/", support.rewrite, name="support_rewrite"),
    path(f"{_CASE}/support/parties/new/", support.add, name="support_add"),
    path(
        f"{_CASE}/support/parties/<uuid:party_id>/remove/",
        support.remove,
        name="support_remove",
    ),
    path(f"{_CASE}/support/sign/", support.sign, name="support_sign"),
    path(f"{_CASE}/support/check/", support.check, name="support_check"),
    path(f"{_CASE}/support/end/", support.end, name="support_end"),
    path(f"{_CASE}/support/paper/", support.on_paper, name="support_paper"),
    path(f"{_CASE}/support/agreement.<slug:form>", support.as_file, name="support_file"),
    path(f"{_CASE}/day-care/", day_care.show, name="day_care"),
    path(f"{_CASE}/day-care/<uuid:line_id>/left/", day_care.left, name="day_care_left"),
    path(f"{_CASE}/day-care/<uuid:line_id>/strike/", day_care.strike, name="day_care_strike"),
]
