"""The register at the desk, under `/c/<community>/desk/people/`."""

from django.urls import path

from linli.web.desk.roster.views import (
    declarations,
    doubles,
    homes,
    importing,
    kept,
    pairs,
    people,
    questions,
    requests,
    stairs,
)

app_name = "roster"

urlpatterns = [
    path("", people.search, name="search"),
    path("new/", people.register, name="register"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<uuid:request_id>/", requests.respond, name="respond"),
    path("imports/", importing.upload, name="imports"),
    path("imports/<uuid:batch_id>/", importing.batch, name="batch"),
    path("imports/<uuid:batch_id>/reread/", importing.reread, name="batch_reread"),
    path("imports/<uuid:batch_id>/marked.xlsx", importing.marked, name="batch_marked"),
    path("imports/<uuid:batch_id>/take-in/", importing.take_in, name="batch_take_in"),
    path("imports/<uuid:batch_id>/drop/", importing.drop, name="batch_drop"),
    path("imports/<uuid:batch_id>/undo/", importing.undo, name="batch_undo"),
    path("places/<uuid:place_id>/", homes.place, name="place"),
    path("places/<uuid:place_id>/<slug:what>/", homes.home_step, name="home_step"),
    path("doubles/", pairs.pairs, name="pairs"),
    path("doubles/look/", pairs.look, name="pairs_look"),
    path("doubles/<uuid:pair_id>/<slug:what>/", pairs.decide_pair, name="decide_pair"),
    path("questions/", questions.questions, name="questions"),
    path("questions/list/", questions.listed, name="questions_list"),
    path("questions/save/", questions.save, name="questions_save"),
    path("questions/<uuid:question_id>/drop/", questions.drop, name="questions_drop"),
    path("stairs/<uuid:place_id>/", stairs.stairs, name="stairs"),
    path("changes/", declarations.declarations, name="declarations"),
    path("changes/new/", declarations.choose, name="declare"),
    path("changes/new/<slug:kind>/", declarations.record, name="record"),
    path("changes/<uuid:declaration_id>/", declarations.decide, name="decide_declaration"),
    path("merges/<uuid:merge_id>/undo/", doubles.undo_merge, name="undo_merge"),
    path("<uuid:person_id>/", people.person, name="person"),
    path("<uuid:person_id>/open/", people.open_record, name="open"),
    path("<uuid:person_id>/history/", kept.history, name="history"),
    path("<uuid:person_id>/kept/", kept.kept, name="kept"),
    path("<uuid:person_id>/doubles/", doubles.doubles, name="doubles"),
    path("<uuid:person_id>/doubles/<uuid:other_id>/<slug:what>/", doubles.decide, name="decide"),
    path("<uuid:person_id>/<slug:what>/", people.step, name="step"),
]
