"""The addresses: each subject lists its own."""

from linli.service.casework.urls import care, cases, elders, kinds

app_name = "casework"

urlpatterns = [
    *cases.urlpatterns,
    *care.urlpatterns,
    *elders.urlpatterns,
    *kinds.urlpatterns,
]
