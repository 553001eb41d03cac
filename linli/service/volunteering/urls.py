"""Addresses of volunteering, under the community's own."""

from linli.service.volunteering.urls_exchange import EXCHANGE
from linli.service.volunteering.urls_service import SERVICE

app_name = "volunteering"
urlpatterns = [
    *SERVICE,
    # Wishes, things lent among neighbours, time exchange.
    *EXCHANGE,
]
