"""Under `/c/<code>/`: what is published when, what residents ask, and who oversees it."""

from django.urls import URLPattern, URLResolver, path

from linli.governance.oversight.views import (
    acts,
    answering,
    appraisal,
    audits,
    committee,
    desk,
    inquiries,
    inspections,
    lines,
    preparing,
    public,
    sheets,
    supervision,
)

app_name = "oversight"

ITEM = "desk/disclosure/<uuid:disclosure_id>/"
MINE = "inquiries/receipt/<str:receipt>/"
_DESK = "desk/oversight/supervision"
_FOUND = f"{_DESK}/found/<uuid:shortcoming_id>"
_APPRAISAL = f"{_DESK}/appraisals/<uuid:appraisal_id>"
_AUDIT = f"{_DESK}/audits/<uuid:audit_id>"

disclosure: list[URLPattern | URLResolver] = [
    path("disclosure/", public.show_catalogue, name="catalogue"),
    path("disclosure.json", public.show_catalogue, name="catalogue_data"),
    path("disclosure/<slug:key>/", public.show_line, name="line"),
    path("disclosure/proof/<uuid:disclosure_id>/", public.download_proof, name="proof"),
    path("desk/disclosure/", desk.show_all, name="desk"),
    path("desk/disclosure/lines/new/", lines.add, name="add_line"),
    path("desk/disclosure/lines/<slug:key>/", lines.keep, name="keep_line"),
    path("desk/disclosure/lines/<slug:key>/end/", lines.end, name="end_line"),
    path("desk/disclosure/lines/<slug:key>/start/", preparing.start, name="start"),
    path(ITEM, desk.show, name="show"),
    path(f"{ITEM}prepare/", preparing.prepare, name="prepare"),
    path(f"{ITEM}check/", desk.check, name="check"),
    path(f"{ITEM}back/", desk.send_back, name="send_back"),
    path(f"{ITEM}publish/", desk.publish, name="publish"),
    path(f"{ITEM}drop/", desk.drop, name="drop"),
    path(f"{ITEM}correct/", desk.correct, name="correct"),
]

asked: list[URLPattern | URLResolver] = [
    path("inquiries/new/", inquiries.ask, name="ask"),
    path("inquiries/find/", inquiries.find, name="find"),
    path("inquiries/mine/", inquiries.mine, name="mine"),
    path(MINE, inquiries.follow, name="follow"),
    path(f"{MINE}complain/", inquiries.complain, name="complain"),
    path(f"{MINE}letter/", inquiries.letter, name="letter"),
    path(f"{MINE}<slug:step>/", inquiries.take, name="take"),
    path("desk/inquiries/", answering.show_all, name="inquiries_desk"),
    path("desk/inquiries/<uuid:inquiry_id>/", answering.show, name="inquiry"),
]

watched: list[URLPattern | URLResolver] = [
    # Supervision, for everybody
    path("oversight/supervision/", supervision.show, name="supervision"),
    path("oversight/supervision.json", supervision.show, name="supervision_data"),
    path("oversight/appraisals/<uuid:appraisal_id>/", appraisal.show, name="appraisal"),
    path("oversight/appraisals/<uuid:appraisal_id>.json", appraisal.show, name="appraisal_data"),
    path("oversight/audits/<uuid:audit_id>/", supervision.show_audit, name="audit"),
    path("oversight/audits/<uuid:audit_id>.json", supervision.show_audit, name="audit_data"),
    # Supervision, at the desk
    path(f"{_DESK}/", supervision.desk, name="supervision_desk"),
    path(f"{_DESK}/acts/", acts.show, name="acts"),
    path(f"{_DESK}/members/new/", committee.seat, name="seat"),
    path(f"{_DESK}/members/<uuid:seat_id>/end/", committee.end_seat, name="end_seat"),
    path(f"{_DESK}/contact/", committee.contact, name="contact"),
    path(f"{_DESK}/meetings/new/", committee.announce, name="announce"),
    path(f"{_DESK}/meetings/<uuid:sitting_id>/", committee.sat_in, name="sat_in"),
    path(f"{_DESK}/inspections/new/", inspections.plan, name="plan_inspection"),
    path(
        f"{_DESK}/inspections/<uuid:inspection_id>/",
        inspections.show_inspection,
        name="inspection",
    ),
    path(f"{_DESK}/inspections/<uuid:inspection_id>/record/", inspections.record, name="record"),
    path(
        f"{_DESK}/inspections/<uuid:inspection_id>/drop/",
        inspections.drop_inspection,
        name="drop_inspection",
    ),
    path(f"{_DESK}/sheets/", sheets.choose, name="sheets"),
    path(f"{_DESK}/sheets/<uuid:posting_id>/", sheets.compare, name="compare"),
    path(f"{_DESK}/found/new/", inspections.found, name="found"),
    path(f"{_FOUND}/", inspections.show, name="shortcoming"),
    path(f"{_FOUND}/ask/", inspections.ask, name="ask_correction"),
    path(f"{_FOUND}/answer/", inspections.give_answer, name="answer_found"),
    path(f"{_FOUND}/back/", inspections.send_back, name="send_back_found"),
    path(f"{_FOUND}/settle/", inspections.settle, name="settle_found"),
    path(f"{_FOUND}/report/", inspections.report_up, name="report_up"),
    path(f"{_FOUND}/drop/", inspections.drop, name="drop_found"),
    path(f"{_FOUND}/publish/", inspections.publish, name="publish_found"),
    path(f"{_FOUND}/letter/", inspections.letter, name="found_letter"),
    path(f"{_DESK}/appraisals/new/", appraisal.plan, name="plan_appraisal"),
    path(f"{_APPRAISAL}/", appraisal.desk, name="appraisal_desk"),
    path(f"{_APPRAISAL}/open/", appraisal.open_it, name="open_appraisal"),
    path(f"{_APPRAISAL}/paper/", appraisal.give_paper, name="appraisal_paper"),
    path(f"{_APPRAISAL}/close/", appraisal.close, name="close_appraisal"),
    path(f"{_APPRAISAL}/void/", appraisal.void, name="void_appraisal"),
    path(f"{_APPRAISAL}/publish/", appraisal.publish, name="publish_appraisal"),
    path(f"{_DESK}/audits/", audits.show_all, name="audits_desk"),
    path(f"{_DESK}/audits/new/", audits.commission, name="commission_audit"),
    path(f"{_AUDIT}/", audits.desk, name="audit_desk"),
    path(f"{_AUDIT}/items/", audits.add_items, name="audit_items"),
    path(f"{_AUDIT}/report/", audits.report, name="report_audit"),
    path(f"{_AUDIT}/publish/", audits.publish, name="publish_audit"),
]

urlpatterns: list[URLPattern | URLResolver] = [*disclosure, *asked, *watched]
