"""Under `/c/<code>/`: where the money is, for everybody; and the desk that keeps the accounts."""

from django.urls import path

from linli.stewardship.funds.urls_giving import GIVING
from linli.stewardship.funds.views import (
    budgets,
    desk,
    exports,
    months,
    papers,
    public,
    requests,
    sources,
)

app_name = "funds"

MONTH = "<int:year>/<int:month>"

urlpatterns = [
    path("money/", public.show_home, name="home"),
    path("money.json", public.show_home, name="home_data"),
    path(f"money/{MONTH}/", public.show_month, name="month"),
    path(f"money/{MONTH}.json", public.show_month, name="month_data"),
    path(f"money/{MONTH}/sheet/", public.print_sheet, name="sheet"),
    path(f"money/{MONTH}/<uuid:source_id>/<slug:side>/", public.open_figure, name="figure"),
    path("money/entries/<uuid:entry_id>/", public.open_entry, name="entry"),
    path("money/budget/<int:year>/", public.show_budget, name="budget"),
    path("desk/funds/", desk.show, name="desk"),
    path("desk/funds/sources/new/", sources.open_new, name="open_source"),
    path("desk/funds/sources/<uuid:source_id>/", sources.show, name="source"),
    path("desk/funds/sources/<uuid:source_id>/receive/", sources.receive, name="receive"),
    path("desk/funds/sources/<uuid:source_id>/ask/", requests.ask, name="ask"),
    path("desk/funds/sources/<uuid:source_id>/close/", sources.close, name="close_source"),
    path("desk/funds/sources/<uuid:source_id>/reopen/", sources.reopen, name="reopen_source"),
    path("desk/funds/reserves/<uuid:reserve_id>/release/", sources.release, name="release"),
    path("desk/funds/receipts/<uuid:receipt_id>/reverse/", sources.reverse, name="unreceive"),
    path("desk/funds/requests/", requests.show_all, name="requests"),
    path("desk/funds/requests/<uuid:request_id>/", requests.show, name="request"),
    path("desk/funds/requests/<uuid:request_id>/<slug:move>/", requests.take_move, name="move"),
    path("desk/funds/entries/<uuid:entry_id>/voucher/", papers.add, name="add_voucher"),
    path("desk/funds/vouchers/<uuid:voucher_id>/", papers.look, name="voucher"),
    path("desk/funds/vouchers/<uuid:voucher_id>/cover/", papers.cover, name="cover_voucher"),
    path("desk/funds/budgets/", budgets.show_all, name="budgets"),
    path("desk/funds/budgets/<int:year>/", budgets.show, name="budget_desk"),
    path("desk/funds/budgets/<int:year>/lines/", budgets.write, name="budget_lines"),
    path("desk/funds/budgets/<int:year>/decided/", budgets.settle, name="settle_budget"),
    path("desk/funds/months/", months.show_all, name="months"),
    path(f"desk/funds/months/{MONTH}/", months.show, name="month_desk"),
    path(f"desk/funds/months/{MONTH}/prepare/", months.prepare, name="prepare_month"),
    path(f"desk/funds/months/{MONTH}/close/", months.close, name="close_month"),
    path(f"desk/funds/export/{MONTH}/<slug:shape>/", exports.download, name="export"),
    *GIVING,
]
