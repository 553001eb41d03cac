"""Switches of look and language, and the style guide."""

from django.urls import path
from django.views.i18n import set_language

from linli.core.pages import views
from linli.core.pages.styleguide import views as styleguide

app_name = "pages"

urlpatterns = [
    path("look/", views.set_look, name="set_look"),
    path("language/", views.for_anyone(set_language), name="set_language"),
    path("styleguide/", styleguide.show_components, name="styleguide"),
    path("styleguide/rows/", styleguide.show_rows, name="styleguide_rows"),
    path("styleguide/progress/", styleguide.show_progress, name="styleguide_progress"),
    path("styleguide/form/", styleguide.show_form, name="styleguide_form"),
    path("styleguide/whole/<slug:face>/", styleguide.show_face, name="styleguide_face"),
]
