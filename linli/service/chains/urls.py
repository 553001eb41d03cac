"""The pages of 接龙, under `/c/<community>/desk/`."""

from django.urls import path

from linli.service.chains.views import lists, one, taking_out

app_name = "chains"

urlpatterns = [
    path("desk/chains/", lists.show_list, name="list"),
    path("desk/chains/<uuid:chain_id>/", one.show, name="show"),
    path("desk/chains/<uuid:chain_id>/again/", lists.again, name="again"),
    path("desk/chains/<uuid:chain_id>/add/", one.add, name="add"),
    path("desk/chains/<uuid:chain_id>/lines/<uuid:line_id>/", one.line, name="line"),
    path("desk/chains/<uuid:chain_id>/close/", one.close, name="close"),
    path("desk/chains/<uuid:chain_id>/reopen/", one.reopen, name="reopen"),
    path("desk/chains/<uuid:chain_id>/forget/", one.forget, name="forget"),
    path("desk/chains/<uuid:chain_id>/message/", taking_out.message, name="message"),
    path("desk/chains/<uuid:chain_id>/sheet/", taking_out.sheet, name="sheet"),
    path("desk/chains/<uuid:chain_id>/list.xlsx", taking_out.workbook, name="workbook"),
    path("desk/chains/<uuid:chain_id>/list.csv", taking_out.table, name="table"),
]
