"""Cases under `/c/<code>/desk/cases/`, and the person's own under `/c/<code>/my-cases/`."""

from django.urls import path

from linli.service.casework.views import cases, desk, portal, release, steps

D = "desk/cases/"
C = f"{D}<uuid:case_id>/"

urlpatterns = [
    path("my-cases/", portal.mine, name="my_cases"),
    path("my-cases/<uuid:case_id>/", portal.show, name="my_case"),
    path(D, desk.mine, name="mine"),
    path(f"{D}new/", desk.new, name="new"),
    path(f"{C}take-over/", desk.take_over, name="take_over"),
    path(f"{C}enter/", cases.enter, name="enter"),
    path(f"{C}closed/", cases.closed, name="closed"),
    path(C, cases.show, name="case"),
    path(f"{C}write/<slug:sheet>/", cases.write, name="write"),
    path(f"{C}agree/", steps.agree, name="agree"),
    path(f"{C}agreements/<uuid:agreement_id>/withdraw/", steps.withdraw, name="withdraw"),
    path(f"{C}refer/", steps.refer, name="refer"),
    path(f"{C}referrals/<uuid:referral_id>/answer/", steps.answer_referral, name="answer"),
    path(f"{C}handlers/add/", steps.add_handler, name="add_handler"),
    path(f"{C}handlers/change/", steps.change_role, name="change_role"),
    path(f"{C}handlers/<uuid:handler_id>/remove/", steps.remove_handler, name="remove_handler"),
    path(f"{C}end/", steps.end_case, name="end"),
    path(f"{C}copy/", release.ask_copy, name="ask_copy"),
    path(f"{C}releases/<uuid:release_id>/decide/", release.decide, name="decide"),
    path(f"{C}releases/<uuid:release_id>/fetch/", release.fetch, name="fetch"),
]
