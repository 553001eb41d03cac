"""Help to apply: the committee helps, forwards and tells what the deciding office says. It never
decides (Social Assistance Law art. 5); no state of ours says that aid is given or refused except
as told by the office that decides."""
