"""Under `/c/<code>/`: voting on a screen, what keeps a poll at the desk, the wall for everybody."""

from django.urls import path

from linli.mechanisms.ballot.views import counting, listing, printing, stations, table, voting, wall

app_name = "ballot"

urlpatterns = [
    path("polls/", voting.list_polls, name="polls"),
    path("polls/<uuid:poll>/", voting.show_poll, name="poll"),
    path("polls/<uuid:poll>.json", voting.show_poll, name="poll_data"),
    path("polls/<uuid:poll>/paper/", voting.fill_in, name="paper"),
    path("polls/<uuid:poll>/paper/check/", voting.check, name="check"),
    path("polls/<uuid:poll>/paper/cast/", voting.put_into_box, name="cast"),
    path("polls/<uuid:poll>/done/", voting.show_receipt, name="done"),
    path("polls/<uuid:poll>/list/", listing.show_list, name="list"),
    path("polls/<uuid:poll>/list/papers.jsonl", listing.download_list, name="list_file"),
    path("polls/<uuid:poll>/list/check_papers.py", listing.download_script, name="list_script"),
    path("polls/<uuid:poll>/list/sheet/", listing.show_sheet, name="list_sheet"),
    path("polls/<uuid:poll>/count/", wall.show_wall, name="wall"),
    path("polls/<uuid:poll>/count.json", wall.show_wall, name="wall_data"),
    path("desk/polls/<uuid:poll>/paper/", printing.print_paper, name="print_paper"),
    path("desk/polls/<uuid:poll>/stations/", stations.list_stations, name="stations"),
    path("desk/polls/<uuid:poll>/stations/add/", stations.add_station, name="add_station"),
    path("desk/stations/<uuid:station>/", stations.show_station, name="station"),
    path("desk/stations/<uuid:station>/tellers/", stations.name_tellers, name="name_tellers"),
    path("desk/stations/<uuid:station>/hand-out/", stations.hand_out, name="hand_out"),
    path("desk/stations/<uuid:station>/check/", counting.check, name="compare"),
    path("desk/stations/<uuid:station>/box/", counting.open_box, name="open_box"),
    path("desk/stations/<uuid:station>/confirm/", counting.confirm, name="confirm"),
    path("desk/stations/<uuid:station>/merge/", counting.merge, name="merge"),
    path("desk/stations/<uuid:station>/void/", counting.void_station, name="void_station"),
    path("desk/stations/<uuid:station>/do/<slug:move>/", stations.move_station, name="move"),
    path("desk/count/worker.js", table.worker, name="worker"),
    path("desk/count/<uuid:station>/", table.count, name="table"),
    path("desk/count/<uuid:station>/entry.json", table.enter, name="enter"),
]
