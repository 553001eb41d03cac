"""Every address of the site. What belongs to one community lies under `/c/<its 12-digit code>/`."""

from django.urls import include, path
from django.views.generic.base import RedirectView

from linli.core.access.gates import public

community = "c/<str:community_code>/"

urlpatterns = [
    path("", include("linli.web.portal.urls")),
    path("", include("linli.core.access.urls")),
    path("", include("linli.core.pages.urls")),
    path("", include("linli.core.places.urls")),
    path("files/", include("linli.core.files.urls")),
    path("inbox/", include("linli.core.messages.urls")),
    path("jobs/", include("linli.core.jobs.urls")),
    path("favicon.ico", public(RedirectView.as_view(url="/static/linli/mark.svg"))),
    path(community, include("linli.mechanisms.publication.urls")),
    path(community, include("linli.mechanisms.ballot.urls")),
    path(community, include("linli.mechanisms.gathering.urls")),
    path(community, include("linli.mechanisms.rounds.urls")),
    path(community, include("linli.mechanisms.questionnaire.urls")),
    path(community, include("linli.mechanisms.signup.urls")),
    path(community, include("linli.core.clocks.urls")),
    path(community, include("linli.core.local_law.urls")),
    path(community, include("linli.governance.assemblies.urls")),
    path(community, include("linli.governance.oversight.urls")),
    path(community, include("linli.governance.archive.urls")),
    path(community, include("linli.governance.elections.urls")),
    path(community, include("linli.governance.deliberation.urls")),
    path(community, include("linli.governance.budgeting.urls")),
    path(community, include("linli.governance.property.urls")),
    path(community, include("linli.service.matters.urls")),
    path(community, include("linli.partners.intake.urls")),
    path(community, include("linli.service.catalogue.urls")),
    path(community, include("linli.partners.paperwork.urls")),
    path(community, include("linli.partners.organisations.urls")),
    path(community, include("linli.partners.party.urls")),
    path(community, include("linli.service.chains.urls")),
    path(community, include("linli.service.casework.urls")),
    path(community, include("linli.service.volunteering.urls")),
    path(community, include("linli.safety.mediation.urls")),
    path(community, include("linli.safety.hazards.urls")),
    path(community, include("linli.safety.emergencies.urls")),
    path(community, include("linli.culture.facilities.urls")),
    path(community, include("linli.culture.activities.urls")),
    path(community, include("linli.stewardship.planning.urls")),
    path(community, include("linli.stewardship.funds.urls")),
    path(community, include("linli.evaluation.returns.urls")),
    path(community, include("linli.evaluation.urls")),
    path(community, include("linli.web.portal.rights.urls")),
    path(community, include("linli.web.desk.urls")),
    path("street/<str:street_code>/", include("linli.web.street.urls")),
]

handler400 = "linli.core.pages.failures.bad_request"
handler403 = "linli.core.pages.failures.forbidden"
handler404 = "linli.core.pages.failures.not_found"
handler500 = "linli.core.pages.failures.broken"
