"""Under `/c/<code>/`: the budget residents decide on, and its desk."""

from django.urls import path

from linli.governance.budgeting.views import (
    desk,
    ideas,
    ideas_desk,
    projects,
    projects_desk,
    public,
    voting,
)

app_name = "budgeting"

DESK = [
    path("desk/budgeting/", desk.list_rounds, name="desk_list"),
    path("desk/budgeting/new/", desk.plan, name="plan"),
    path("desk/budgeting/<uuid:round_id>/", desk.show, name="desk"),
    path("desk/budgeting/<uuid:round_id>/change/", desk.change, name="change"),
    path("desk/budgeting/<uuid:round_id>/days/", desk.days, name="days"),
    path("desk/budgeting/<uuid:round_id>/vetters/", desk.name_vetters, name="vetters"),
    path("desk/budgeting/<uuid:round_id>/idea/", ideas_desk.type_in, name="type_in"),
    path("desk/budgeting/<uuid:round_id>/enrol/", desk.enrol, name="enrol"),
    path("desk/budgeting/<uuid:round_id>/do/<slug:name>/", desk.move, name="move"),
    path("desk/budgeting/ideas/<uuid:idea_id>/", ideas_desk.show, name="idea_desk"),
    path("desk/budgeting/ideas/<uuid:idea_id>/vet/<slug:aspect>/", ideas_desk.vet, name="vet"),
    path("desk/budgeting/ideas/<uuid:idea_id>/do/<slug:name>/", ideas_desk.move, name="idea_move"),
    path("desk/budgeting/projects/<uuid:project_id>/", projects_desk.show, name="project_desk"),
    path(
        "desk/budgeting/projects/<uuid:project_id>/purchase/",
        projects_desk.purchase,
        name="purchase",
    ),
    path("desk/budgeting/projects/<uuid:project_id>/photos/", projects_desk.photos, name="photos"),
    path(
        "desk/budgeting/projects/<uuid:project_id>/acceptors/",
        projects_desk.name_acceptor,
        name="acceptors",
    ),
    path(
        "desk/budgeting/projects/<uuid:project_id>/acceptance/",
        projects_desk.enter_acceptance,
        name="enter_acceptance",
    ),
    path(
        "desk/budgeting/projects/<uuid:project_id>/do/<slug:name>/",
        projects_desk.move,
        name="project_move",
    ),
]

urlpatterns = [
    path("budget/", public.list_rounds, name="rounds"),
    path("budget.json", public.list_rounds, name="rounds_data"),
    path("budget/<uuid:round_id>/", public.show_round, name="round"),
    path("budget/<uuid:round_id>.json", public.show_round, name="round_data"),
    path("budget/<uuid:round_id>/idea/", ideas.write, name="write"),
    path("budget/<uuid:round_id>/rules/", public.show_rules, name="rules"),
    path("budget/<uuid:round_id>/rules.json", public.show_rules, name="rules_data"),
    path("budget/<uuid:round_id>/vote/", voting.vote, name="vote"),
    path("budget/<uuid:round_id>/vote/check/", voting.check, name="check"),
    path("budget/<uuid:round_id>/result/", public.show_result, name="result"),
    path("budget/<uuid:round_id>/result.json", public.show_result, name="result_data"),
    path("budget/<uuid:round_id>/papers.pb", public.download_pb, name="pb"),
    path("budget/<uuid:round_id>/recount.py", public.download_script, name="script"),
    path("budget/ideas/<uuid:idea_id>/", ideas.show, name="idea"),
    path("budget/ideas/<uuid:idea_id>.json", ideas.show, name="idea_data"),
    path("budget/ideas/<uuid:idea_id>/withdraw/", ideas.withdraw, name="withdraw"),
    path("budget/projects/<uuid:project_id>/", projects.show, name="project"),
    path("budget/projects/<uuid:project_id>.json", projects.show, name="project_data"),
    path("budget/projects/<uuid:project_id>/accept/", projects.say, name="say"),
    path("budget/projects/<uuid:project_id>/rate/", projects.rate, name="rate"),
    *DESK,
]
