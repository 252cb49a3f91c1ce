"""Words that show whose a thought is and whether it is asserted: data for ``holding``."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ATTITUDES = _set(
    "accept advocate agree aim appeal argue ask aspire assume back belief believe bet call claim "
    "conclude consider contend convince convinced critic deem demand desire doubt dream eager "
    "expect expectation fancy favor favour fear feel hope idea insist insistence intend intention "
    "keen know lobby offer oppose opposition optimistic persuade persuaded plan plead plot prefer "
    "preference press pressure promise promote propose proposal push ready recommend refuse "
    "refusal reject rejection request require resist seek suggest suggestion suppose support "
    "suspect think threaten try urge view vow wait want warn wish accuse allege assert imagine "
    "say state tell announce declare"
)
"""Words of wanting, expecting, judging and saying: whoever is their subject holds the thought."""

FELT = frozenset({"convince", "persuade"})
"""Verbs whose passive is a state of mind."""

OTHERS = _set(
    "activist adversary adviser aide ally american analyst another arab backer capital "
    "chancellery circle citizen colleague columnist commander commentator counterpart country "
    "crowd critic defector demonstrator deputy diplomat dissident donor dove economist editorial "
    "elder elite enemy envoy european everyone exile expat expert extremist faction few fighter "
    "foe fool force foreigner friend general government group guerrilla half hardliner hawk "
    "historian host insider insurgent intellectual investor jihadist journalist lawmaker leader "
    "lobby lobbyist loyalist majority many mediator medium member militant militia minister "
    "minority moderate most nation nationalist naysayer negotiator neighbor neighbour newspaper "
    "observer officer official opponent opposition optimist other outsider parent parliamentarian "
    "partner party patron people pessimist pilgrim politician power press protester public "
    "pundit quarter radical rebel refugee representative resident rival ruler sceptic scholar "
    "secessionist separatist settler several skeptic soldier some source sponsor state student "
    "supporter sympathiser sympathizer those tribe tribesman unionist veteran villager voter west "
    "westerner woman worker writer"
)
"""Nouns and pronouns for people who are not the speaker."""

ORGANS = _set(
    "capital country force government group leader majority minister nation opposition other "
    "parliament party people public state"
)
"""Those that in the singular may be the speaker's own side."""

COLLEAGUES = _set("deputy force leader member minister official people representative")
"""Nouns by whose bare plural a speaker may mean his own side."""

SPEAKERS = _set("i me we us he it she they you myself ourselves")
"""Pronouns that may stand for the speaker."""

OWN = _set("my our his her its their")

RELATIVE = _set("who which that")

HYPOTHETICAL = _set("if unless whether lest provided supposing")
INVERTED = _set("should were had")
SCENARIO = _set(
    "case event eventuality hypothesis hypothetical possibility prospect question risk scenario"
)
"""What is governed by these is thought of, not asserted."""

TAKES = frozenset({"take", "require", "need"})
"""*It would take a miracle*: what is needed and not there."""

TEMPORAL = _set("after ago before since when while as once until till during following amid upon")
"""What stands after these is told by the way."""

EXPECTING = _set(
    "anticipate approach await bet bound certain certainty close confident count doom doomed "
    "expect forecast foresee forthcoming guarantee herald imminent inevitable likely loom look "
    "matter near possible predict presage probable prospect see sign spell sure unavoidable "
    "unlikely impossible doubt foretell inexorable question prepare presuppose rapid soon begin "
    "begin herald signal mean mark"
)
"""Words that say an event is coming, or is not."""

TOGETHER = (
    "both sides", "both parties", "both camps", "all sides", "all parties", "either side",
    "neither side", "neither party", "each side", "each other", "one another", "equal", "equally",
    "alike", "no less than", "as much as",
)  # fmt: skip
"""What is said of all together says nothing for either."""

UNSHARED = _set(
    "abuse aggression atrocity attack atrocities blame bomb bombard capture collapse commit crime "
    "culpable defeat fall fault guilt guilty hold kill lose massacre murder outlast prevail rape "
    "responsibility responsible shell start succeed survive torture triumph victory violate "
    "violation war win withstand"
)
"""Deeds, faults and successes: a pole says them of one side, and of both they say nothing."""

TOLD = 0.1
"""Left of what somebody else thinks."""
SUPPOSED = (0.3, 0.2)
"""Left of a wish, and of a belief, that is only supposed."""
ASIDE = 0.3
"""Left of what is told by the way."""
RESTRICTING = 0.6
"""Left of what only says which one is meant."""
NAMED = 0.3
"""Left of an event that is named and not said to come."""
SHARED = 0.15
"""Left of what is said of both sides at once."""
BROKEN = 0.2
"""Left where the parser took a noun for the verb of the clause."""
ABSENT = 0.1
"""Left of an issue of one actor's conduct where that actor does nothing."""
