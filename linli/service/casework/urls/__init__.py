"""The addresses: each subject lists its own."""

from linli.service.casework.urls import care, cases

app_name = "casework"

urlpatterns = [*cases.urlpatterns, *care.urlpatterns]
