"""安全巡查: rounds by plan, hazards of places from found to re-checked, patrols, the fire covenant, and
the community police's page. By place and type, never by person."""
