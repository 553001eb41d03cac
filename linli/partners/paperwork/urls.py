"""Under `/c/<code>/desk/forms/`: other offices' forms, from the blank to the hand-over."""

from django.urls import path

from linli.partners.paperwork.views import collecting, comparing, handing, lists, mapping, rows

app_name = "paperwork"
_ONE = "desk/forms/<uuid:asking_id>/"

urlpatterns = [
    path("desk/forms/", lists.show_all, name="forms"),
    path("desk/forms/new/", lists.receive, name="receive"),
    path(_ONE, lists.show, name="form"),
    path(f"{_ONE}put-aside/", lists.put_aside, name="put_aside"),
    path(f"{_ONE}columns/", mapping.show, name="mapping"),
    path(f"{_ONE}who/", rows.choose, name="choose"),
    path(f"{_ONE}who/add/", rows.add, name="add"),
    path(f"{_ONE}rows/", rows.show_all, name="rows"),
    path(f"{_ONE}rows/<uuid:line_id>/", rows.show, name="row"),
    path(f"{_ONE}rows/<uuid:line_id>/off/", rows.take_off, name="take_off"),
    path(f"{_ONE}changes/", rows.changes, name="changes"),
    path(f"{_ONE}ask/", collecting.show_all, name="to_ask"),
    path(f"{_ONE}ask/<uuid:line_id>/", collecting.ask, name="ask"),
    path(f"{_ONE}compare/", comparing.show, name="compare"),
    path(f"{_ONE}file/", handing.draw_file, name="file"),
    path(f"{_ONE}hand-over/", handing.hand_over, name="hand_over"),
    path(f"{_ONE}letter/", handing.letter, name="letter"),
    path(f"{_ONE}letter.pdf", handing.letter_pdf, name="letter_pdf"),
]
