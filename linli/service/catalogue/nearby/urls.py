"""The pages of what is near, under `/c/<community>/`."""

from django.urls import URLPattern, path

from linli.service.catalogue.nearby.views import days, desk, public

PAGES: list[URLPattern] = [
    # For everybody
    path("map/", public.show, name="map"),
    path("map.json", public.show, name="map_twin"),
    path("map/sheet/", public.sheet, name="map_sheet"),
    path("service-days/", days.month, name="service_days"),
    path("service-days.json", days.month, name="service_days_twin"),
    path("service-days.ics", days.feed, name="service_days_feed"),
    # The desk
    path("desk/map/", desk.lines, name="map_desk"),
    path("desk/map/coordinates/", desk.state, name="map_datum"),
    path("desk/map/import/", desk.take_in, name="map_import"),
    path("desk/map/places/<uuid:place_id>/", desk.point, name="map_point"),
    path("desk/map/places/<uuid:place_id>/clear/", desk.clear, name="map_clear_point"),
    path("desk/map/<slug:sort>/<uuid:key>/", desk.place, name="map_place"),
]
