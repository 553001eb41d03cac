"""B53: nothing here takes a diagnosis; data on health kept for an emergency has a day on which it
is destroyed (the emergencies' own row proves that)."""

from linli.service.catalogue.models import Guide, GuideVersion

ROW, ROOM, PAGES = "B53", "service/catalogue", ("catalogue:guides",)


def test_b53_no_field_takes_a_diagnosis():
    names = {field.name for model in (Guide, GuideVersion) for field in model._meta.get_fields()}
    assert not names & {"diagnosis", "illness", "disease", "health", "condition"}
