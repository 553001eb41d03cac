"""The pages of guides, the directory, home service and the open data, under `/c/<community>/`."""

from django.urls import URLPattern, path

from linli.service.catalogue import api
from linli.service.catalogue.views import (
    guide_desk,
    guides,
    handbook,
    home_desk,
    home_service,
    providers,
    six,
)

PAGES: list[URLPattern] = [
    # For everybody
    path("guides/", guides.find, name="guides"),
    path("guides.json", guides.find, name="guides_twin"),
    path("guides/<slug:key>/", guides.show, name="guide"),
    path("guides/<slug:key>.json", guides.show, name="guide_twin"),
    path("guides/<slug:key>/versions/<int:number>/", guides.version, name="guide_version"),
    path("providers/", providers.directory, name="providers"),
    path("providers.json", providers.directory, name="providers_twin"),
    path("providers/<uuid:provider_id>/", providers.show, name="provider"),
    path("handbook/", handbook.handbook, name="handbook"),
    path("handbook/handbook.pdf", handbook.handbook_pdf, name="handbook_pdf"),
    path("elders/", six.six, name="six"),
    path("hsds/", api.root, name="hsds"),
    path("hsds/services", api.services, name="hsds_services"),
    path("hsds/services/<uuid:key>", api.service, name="hsds_service"),
    path("hsds/organizations", api.organizations, name="hsds_organizations"),
    path("hsds/organizations/<uuid:key>", api.organization, name="hsds_organization"),
    path("hsds/taxonomies", api.taxonomies, name="hsds_taxonomies"),
    path("hsds/taxonomy_terms", api.taxonomy_terms, name="hsds_terms"),
    path("hsds/hsds.zip", api.package, name="hsds_package"),
    # For who has signed in
    path("my-contact/", home_service.contact, name="my_contact"),
    path("home-visits/", home_service.mine, name="my_home_services"),
    path("home-visits/ask/", home_service.ask, name="ask_home_service"),
    path("home-visits/<uuid:subject>/", home_service.own, name="my_home_service"),
    path("home-visits/<uuid:subject>/rate/", home_service.rate, name="rate_home_service"),
    path(
        "home-visits/<uuid:subject>/<slug:move>/",
        home_service.take_move,
        name="my_home_service_move",
    ),
    # The desk
    path("desk/guides/", guide_desk.lines, name="guide_desk"),
    path("desk/guides/new/", guide_desk.write, name="new_guide"),
    path("desk/guides/adopt/<slug:key>/", guide_desk.adopt, name="adopt_guide"),
    path("desk/guides/versions/<uuid:version_id>/", guide_desk.version, name="guide_version_desk"),
    path(
        "desk/guides/versions/<uuid:version_id>/publish/",
        guide_desk.publish,
        name="publish_guide",
    ),
    path(
        "desk/guides/versions/<uuid:version_id>/discard/",
        guide_desk.discard,
        name="discard_guide",
    ),
    path(
        "desk/guides/versions/<uuid:version_id>/confirm/",
        guide_desk.confirm,
        name="confirm_guide",
    ),
    path("desk/guides/<uuid:guide_id>/", guide_desk.show, name="guide_one_desk"),
    path("desk/guides/<uuid:guide_id>/edit/", guide_desk.edit, name="edit_guide"),
    path("desk/guides/<uuid:guide_id>/retire/", guide_desk.retire, name="retire_guide"),
    path("desk/providers/", providers.lines, name="provider_desk"),
    path("desk/providers/new/", providers.enter, name="new_provider"),
    path("desk/providers/round/", providers.ring_round, name="provider_round"),
    path("desk/providers/<uuid:provider_id>/", providers.edit, name="edit_provider"),
    path("desk/providers/<uuid:provider_id>/call/", providers.call, name="provider_call"),
    path("desk/network/", home_desk.show_network, name="network"),
    path("desk/network/<uuid:place_id>/end/", home_desk.end_named, name="end_contact"),
    path("desk/home-visits/", home_desk.queue, name="home_services"),
    path("desk/home-visits/ask/", home_desk.choose_person, name="home_service_for"),
    path("desk/home-visits/ask/<uuid:person_id>/", home_desk.ask, name="ask_home_service_for"),
    path("desk/home-visits/<uuid:request_id>/", home_desk.show, name="home_service"),
    path(
        "desk/home-visits/<uuid:request_id>/<slug:move>/",
        home_desk.take_move,
        name="home_service_move",
    ),
]
