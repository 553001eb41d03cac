"""Under `/c/<code>/`: residents' meetings for everybody, and at the desk."""

from django.urls import path

from linli.governance.assemblies.views import (
    documents,
    drafting,
    meetings,
    petitions,
    public,
    representatives,
    resolutions,
    secret,
    steps,
)

app_name = "assemblies"

urlpatterns = [
    # For everybody
    path("assemblies/", public.coming, name="coming"),
    path("assemblies.json", public.coming, name="coming_data"),
    path("assemblies/resolutions/", resolutions.show_public, name="resolutions"),
    path("assemblies/resolutions.json", resolutions.show_public, name="resolutions_data"),
    path("assemblies/resolutions/<uuid:resolution_id>/", resolutions.show_one, name="resolution"),
    path(
        "assemblies/resolutions/<uuid:resolution_id>.json",
        resolutions.show_one,
        name="resolution_data",
    ),
    path("assemblies/petitions/", petitions.show_public, name="petitions"),
    path("assemblies/petitions.json", petitions.show_public, name="petitions_data"),
    path("assemblies/petitions/new/", petitions.start, name="start_petition"),
    path("assemblies/petitions/<uuid:petition_id>/", petitions.show_one, name="petition"),
    path("assemblies/petitions/<uuid:petition_id>.json", petitions.show_one, name="petition_data"),
    path("assemblies/petitions/<uuid:petition_id>/sign/", petitions.sign, name="sign"),
    path("assemblies/petitions/<uuid:petition_id>/end/", petitions.end, name="end_petition"),
    path("assemblies/groups/", representatives.show_public, name="groups"),
    path("assemblies/groups.json", representatives.show_public, name="groups_data"),
    path("assemblies/my-group/", representatives.my_group, name="my_group"),
    path("assemblies/my-group/channel/", representatives.set_channel, name="channel"),
    path("assemblies/my-group/report/", representatives.report_back, name="report_back"),
    path("assemblies/rules/<slug:kind>/", documents.show, name="document"),
    path("assemblies/rules/<slug:kind>.json", documents.show, name="document_data"),
    path("assemblies/versions/<uuid:version_id>/", documents.show_version, name="version"),
    path("assemblies/versions/<uuid:version_id>.json", documents.show_version, name="version_data"),
    path("assemblies/versions/<uuid:version_id>/opinion/", documents.say_opinion, name="opinion"),
    path("assemblies/versions/<uuid:version_id>/compare/", documents.compare, name="compare"),
    path("assemblies/<uuid:assembly_id>/", public.show, name="public_meeting"),
    path("assemblies/<uuid:assembly_id>.json", public.show, name="public_meeting_data"),
    # The desk
    path("desk/assemblies/", meetings.show_all, name="meetings"),
    path("desk/assemblies/plan/", meetings.plan, name="plan"),
    path("desk/assemblies/of/<uuid:gathering_id>/", meetings.of_gathering, name="meeting_of"),
    path("desk/assemblies/<uuid:assembly_id>/", meetings.show, name="meeting"),
    path("desk/assemblies/<uuid:assembly_id>/change/", meetings.change, name="change"),
    path("desk/assemblies/<uuid:assembly_id>/call/", steps.call, name="call"),
    path("desk/assemblies/<uuid:assembly_id>/cancel/", steps.cancel, name="cancel"),
    path("desk/assemblies/<uuid:assembly_id>/open/", steps.open_meeting, name="open"),
    path("desk/assemblies/<uuid:assembly_id>/close/", steps.close, name="close"),
    path("desk/assemblies/<uuid:assembly_id>/topics/", steps.add_topic, name="add_topic"),
    path("desk/assemblies/topics/<uuid:topic_id>/", steps.edit_topic, name="topic"),
    path("desk/assemblies/topics/<uuid:topic_id>/drop/", steps.drop_topic, name="drop_topic"),
    path("desk/assemblies/topics/<uuid:topic_id>/study/", steps.study, name="study"),
    path("desk/assemblies/topics/<uuid:topic_id>/decide/", steps.decide, name="decide"),
    path("desk/assemblies/topics/<uuid:topic_id>/vote/", secret.open_vote, name="open_vote"),
    path(
        "desk/assemblies/topics/<uuid:topic_id>/vote/paper/", secret.give_paper, name="give_paper"
    ),
    path(
        "desk/assemblies/topics/<uuid:topic_id>/vote/close/", secret.close_vote, name="close_vote"
    ),
    path("desk/assemblies/topics/<uuid:topic_id>/vote/void/", secret.void_vote, name="void_vote"),
    path(
        "desk/assemblies/topics/<uuid:topic_id>/vote/decide/",
        secret.decide_by_vote,
        name="decide_by_vote",
    ),
    path("desk/assemblies/topics/<uuid:topic_id>/put-off/", steps.put_off, name="put_off"),
    path("desk/assemblies/representatives/", representatives.show_all, name="representatives"),
    path("desk/assemblies/representatives/choose/", representatives.choose, name="choose"),
    path(
        "desk/assemblies/representatives/<uuid:representative_id>/end/",
        representatives.end,
        name="end_representative",
    ),
    path("desk/assemblies/figures/", representatives.state_figure, name="figure"),
    path(
        "desk/assemblies/petitions/<uuid:petition_id>/", petitions.show_desk, name="petition_desk"
    ),
    path("desk/assemblies/authorise/", resolutions.authorise, name="authorise"),
    path("desk/assemblies/resolutions/", resolutions.show_all, name="resolutions_desk"),
    path(
        "desk/assemblies/resolutions/committee/",
        resolutions.decide_in_committee,
        name="committee",
    ),
    path(
        "desk/assemblies/resolutions/<uuid:resolution_id>/",
        resolutions.show_desk,
        name="resolution_desk",
    ),
    path(
        "desk/assemblies/resolutions/<uuid:resolution_id>/begin/", resolutions.begin, name="begin"
    ),
    path(
        "desk/assemblies/resolutions/<uuid:resolution_id>/report/",
        resolutions.report,
        name="report",
    ),
    path(
        "desk/assemblies/resolutions/<uuid:resolution_id>/done/",
        resolutions.carry_out,
        name="carry_out",
    ),
    path("desk/assemblies/rules/", drafting.show_all, name="documents_desk"),
    path("desk/assemblies/rules/<slug:kind>/draft/", drafting.draft, name="draft"),
    path("desk/assemblies/versions/<uuid:version_id>/", drafting.show, name="version_desk"),
    path("desk/assemblies/versions/<uuid:version_id>/write/", drafting.write, name="write"),
    path("desk/assemblies/versions/<uuid:version_id>/<slug:move>/", drafting.take, name="move"),
    path("desk/assemblies/opinions/<uuid:opinion_id>/", drafting.answer_opinion, name="answer"),
]
