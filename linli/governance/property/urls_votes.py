"""Owners' votes and the roster, under the community's own address."""

from django.urls import path

from linli.governance.property.views import owners, rosters, vote_papers, votes, votes_desk

D = "desk/owners-votes"
V = f"{D}/<uuid:vote_id>"
R = "desk/owners"

urlpatterns = [
    path("owners-votes/", votes.list_votes, name="owners_votes"),
    path("owners-votes/<uuid:vote_id>/", votes.show, name="owners_vote"),
    path("my-units/", votes.own_units, name="own_units"),
    path("my-units/<uuid:owner_id>/object/", votes.object_to, name="object_to_roster"),
    path(f"{D}/", votes_desk.list_all, name="votes_desk"),
    path(f"{D}/estates/<uuid:estate_id>/new/", votes_desk.draft, name="draft_vote"),
    path(f"{V}/", votes_desk.show, name="vote_desk"),
    path(f"{V}/change/", votes_desk.change, name="change_vote"),
    path(f"{V}/ask/", votes_desk.ask, name="ask_owners"),
    path(f"{D}/matters/<uuid:matter_id>/drop/", votes_desk.drop_matter, name="drop_matter"),
    path(f"{V}/notice/", votes_desk.notice, name="notice_vote"),
    path(f"{V}/void/", votes_desk.give_up, name="void_vote"),
    path(f"{V}/do/<slug:name>/", votes_desk.move, name="move_vote"),
    path(f"{V}/export/", votes_desk.export, name="export_vote"),
    path(f"{V}/totals/", votes_desk.enter_totals, name="enter_totals"),
    path(f"{V}/papers/", vote_papers.list_papers, name="vote_papers"),
    path(f"{V}/papers/sheet/", vote_papers.print_sheet, name="vote_sheet"),
    path(f"{V}/papers/print/", vote_papers.print_papers, name="print_votes"),
    path(f"{V}/papers/deliver/", vote_papers.deliver, name="deliver_papers"),
    path(f"{D}/papers/<uuid:paper_id>/back/", vote_papers.take_back, name="take_paper_back"),
    path(f"{D}/papers/<uuid:paper_id>/type/", vote_papers.type_in, name="type_paper"),
    path(f"{D}/papers/<uuid:paper_id>/correct/", vote_papers.correct, name="correct_paper"),
    path(f"{D}/papers/<uuid:paper_id>/area/", vote_papers.amend, name="amend_roll"),
    path(f"{R}/objections/", rosters.objections, name="roster_objections"),
    path(f"{R}/objections/<uuid:objection_id>/", rosters.answer_objection, name="answer_roster"),
    path(f"{R}/tables/<uuid:table_id>/", rosters.show_table, name="roster_table"),
    path(f"{R}/tables/<uuid:table_id>/leave/", rosters.leave_table, name="leave_table"),
    path(f"{R}/units/<uuid:unit_id>/", rosters.change, name="change_unit"),
    path(f"{R}/units/<uuid:unit_id>/owner/", owners.show, name="unit_owner"),
    path(f"{R}/units/<uuid:unit_id>/owner/change/", owners.change, name="change_owner"),
    path(f"{R}/units/<uuid:unit_id>/owner/same/", owners.join, name="join_owners"),
    path(f"{R}/units/<uuid:unit_id>/pass/", owners.pass_on, name="pass_unit"),
    path(f"{R}/units/<uuid:unit_id>/speaker/", owners.name_speaker, name="name_representative"),
    path(f"{R}/units/<uuid:unit_id>/person/", owners.tie, name="tie_owner"),
    path(f"{R}/<uuid:estate_id>/", rosters.show, name="roster"),
    path(f"{R}/<uuid:estate_id>/bring/", rosters.bring_in, name="bring_roster"),
    path(f"{R}/<uuid:estate_id>/choose/", owners.choose, name="choose_owner"),
    path(f"{R}/<uuid:estate_id>/add/", rosters.add, name="add_unit"),
]
