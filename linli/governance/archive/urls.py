"""Under `/c/<code>/`: the open inventory and requests for copies, for everybody; and the desk."""

from django.urls import path

from linli.governance.archive.views import (
    appraisals,
    copies,
    filing,
    holdings,
    lending,
    packages,
    plan,
    portal,
)

app_name = "archive"
DESK = "desk/archive/"

urlpatterns = [
    path("archive/", portal.show_open, name="open"),
    path("archive.json", portal.show_open, name="open_data"),
    path("archive/receipt/", portal.find, name="find"),
    path("archive/receipt/<str:receipt>/", portal.show_receipt, name="receipt"),
    path("archive/receipt/<str:receipt>/withdraw/", portal.withdraw, name="withdraw"),
    path("archive/receipt/<str:receipt>/<int:position>/", portal.fetch, name="fetch"),
    path("archive/mine/", portal.mine, name="my_copies"),
    path("archive/<uuid:item_id>/", portal.show_item, name="open_item"),
    path(DESK, holdings.home, name="home"),
    path(f"{DESK}items/", holdings.items, name="items"),
    path(f"{DESK}items/new/", filing.new, name="new"),
    path(f"{DESK}items/<uuid:item_id>/", holdings.show, name="item"),
    path(f"{DESK}items/<uuid:item_id>/papers/<int:position>/", holdings.paper, name="paper"),
    path(f"{DESK}items/<uuid:item_id>/change/", filing.change, name="change"),
    path(f"{DESK}items/<uuid:item_id>/entrust/", filing.entrust, name="entrust"),
    path(f"{DESK}items/<uuid:item_id>/lend/", lending.lend, name="lend"),
    path(f"{DESK}items/<uuid:item_id>/hold/", lending.hold, name="hold"),
    path(f"{DESK}items/<uuid:item_id>/lift/", lending.lift, name="lift"),
    path(f"{DESK}items/<uuid:item_id>/copy/", copies.ask_for, name="ask_for"),
    path(f"{DESK}years/<int:year>/", filing.year, name="year"),
    path(f"{DESK}years/<int:year>/file/", filing.file_year, name="file_year"),
    path(f"{DESK}inventory/", holdings.inventory, name="inventory"),
    path(f"{DESK}labels/", holdings.labels, name="labels"),
    path(f"{DESK}plan/", plan.show, name="plan"),
    path(f"{DESK}plan/new/", plan.add, name="add_line"),
    path(f"{DESK}plan/<uuid:line_id>/end/", plan.end, name="end_line"),
    path(f"{DESK}loans/", lending.loans, name="loans"),
    path(f"{DESK}loans/<uuid:loan_id>/back/", lending.take_back, name="take_back"),
    path(f"{DESK}appraisals/", appraisals.list_all, name="appraisals"),
    path(f"{DESK}appraisals/new/", appraisals.begin, name="open_appraisal"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/", appraisals.show, name="appraisal"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/judge/", appraisals.judge, name="judge"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/approve/", appraisals.approve, name="approve"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/back/", appraisals.send_back, name="send_back"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/drop/", appraisals.drop, name="drop"),
    path(f"{DESK}appraisals/<uuid:appraisal_id>/carry/", appraisals.carry_out, name="carry_out"),
    path(f"{DESK}copies/", copies.list_all, name="copies"),
    path(f"{DESK}copies/<uuid:request_id>/", copies.show, name="copy"),
    path(f"{DESK}packages/", packages.packages, name="packages"),
    path(f"{DESK}packages/check/", packages.check, name="verify"),
    path(f"{DESK}packages/<uuid:package_id>.zip", packages.fetch, name="package"),
    path(f"{DESK}looks/", holdings.looks, name="looks"),
]
