"""Stories of neighbours, with the consent of those they are about."""

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.culture.activities.actions.plain_words import consent, day_of, new_code, take_back, tidy
from linli.culture.activities.models.recognition import NeighbourStory
from linli.culture.activities.rules import recognition as rules
from linli.lib.law import Finding, require


@action("activities.tell_story", needs="activities.run_recognition")
def tell_story(
    act: Act, community: Place, *, title: str, told: str, of: str, way: str, witness: str = ""
) -> NeighbourStory:
    """Tells everybody how neighbours helped each other. Those it is about have read it and agree;
    they are given the code that takes it down. It names nobody."""
    for words in (title, told):
        require(rules.positive_only(words))
    require(Finding(bool(of.strip()), "activities.story_of"))
    require(Finding(way != "online", "activities.consent_own_hand", cites=("pipl.14",)))
    story = NeighbourStory(
        community=community,
        code=new_code(),
        title=tidy(title, community),
        told=tidy(told, community),
        of=of.strip(),
        shown_since=day_of(act),
    )
    consent(act, story, way, witness)
    story.save(force_insert=True)
    return story


@action("activities.take_down_story", needs="activities.own_story")
def take_down_story(act: Act, story: NeighbourStory) -> NeighbourStory:
    """Whoever it is about no longer wishes it told: it is gone at once, words and all."""
    take_back(story)
    story.title = story.told = story.of = ""
    story.taken_down_on = day_of(act)
    story.save()
    return story
