"""The pages of mediation, under `/c/<community>/`."""

from django.urls import URLPattern, path

from linli.safety.mediation.views import cases, course, giving, own, papers, portal, starting, work

app_name = "mediation"

CASE = "desk/mediation/<uuid:case_id>"
OWN = "mediation/mine/<uuid:subject>"

urlpatterns: list[URLPattern] = [
    # For everybody, and for who has signed in
    path("mediation/", portal.about, name="about"),
    path("mediation/ask/", portal.ask, name="ask"),
    path("mediation/mine/", own.mine, name="mine"),
    path(f"{OWN}/", own.show, name="own"),
    path(f"{OWN}/agreement/", own.agreement, name="own_agreement"),
    path(f"{OWN}/<slug:step>/", own.take, name="own_step"),
    # The desk
    path("desk/mediation/", cases.show_all, name="cases"),
    path("desk/mediation/register/", starting.register, name="register"),
    path("desk/mediation/registered/", starting.registered, name="registered"),
    path("desk/mediation/offer/", starting.offer, name="offer"),
    path("desk/mediation/screenings/", work.screenings, name="screenings"),
    path("desk/mediation/screenings/new/", work.screen, name="screen"),
    path("desk/mediation/committee/", work.committee, name="committee"),
    path("desk/mediation/committee/new/", work.enter_term, name="enter_term"),
    path("desk/mediation/committee/<uuid:term_id>/listed/", work.say_listed, name="say_listed"),
    path("desk/mediation/counts/", work.counts, name="counts"),
    path("desk/mediation/new/<uuid:subject>/", giving.show, name="new_case"),
    path("desk/mediation/new/<uuid:subject>/<slug:step>/", giving.take, name="give"),
    path(f"{CASE}/", cases.show, name="case"),
    path(f"{CASE}/parties/new/", course.add_party, name="add_party"),
    path(f"{CASE}/parties/<uuid:party_id>/", course.change_party, name="party"),
    path(f"{CASE}/parties/<uuid:party_id>/who/", course.find_party, name="party_who"),
    path(f"{CASE}/parties/<uuid:party_id>/<slug:what>/", course.party_step, name="party_step"),
    path(f"{CASE}/sessions/<uuid:record_id>/", course.write_session, name="session"),
    path(f"{CASE}/points/<uuid:point_id>/", course.note_point, name="point"),
    path(f"{CASE}/papers/", papers.show, name="papers"),
    path(f"{CASE}/papers/persuasion/", papers.persuasion, name="persuasion"),
    path(f"{CASE}/papers/file.<slug:form>", papers.whole, name="whole"),
    path(f"{CASE}/papers/persuasion.<slug:form>", papers.persuasion_file, name="persuasion_file"),
    path(f"{CASE}/papers/<slug:paper>/", papers.one, name="paper"),
    path(f"{CASE}/papers/<slug:paper>.<slug:form>", papers.one_file, name="paper_file"),
    path(f"{CASE}/<slug:step>/", cases.take, name="step"),
]
