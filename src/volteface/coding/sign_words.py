"""Words and idioms that speak for a register: data for ``register_signs``."""

import re

from volteface.coding.register_words import word_set


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


NEGATIONS = word_set(
    "barely hardly neither never no nobody none nor not nothing nowhere n't n\u2019t scarcely "
    "without"
)
WHETHER = word_set("how if what when whether who why")

SAYING = word_set(
    "acknowledge address announce answer ask brief claim comment confirm declare deny describe "
    "disclose discuss elaborate explain hint indicate mention name print promise pronounce publish "
    "quote react refer remark repeat reply respond reveal say speak specify state suggest talk "
    "tell touch utter vouch write"
)
"""Verbs of acts of speech, which may be told as not done."""

SPEECH = word_set(
    "account announcement answer breath briefing call comment communique communiqué condemnation "
    "counsel criticism date denial detail explanation figure hint indication judgement judgment "
    "line mention microphone name objection opinion phone position protest question reaction "
    "reason reference remark reply response sentence sign signal statement subject syllable "
    "telephone text timetable trace view word"
)
"""What somebody gives, or does not give, in speaking."""

AVOIDING = word_set(
    "abstain avoid change decline defer deflect dodge duck evade feign hang hedge ignore leave "
    "omit pass postpone refer refrain refuse reserve shirk shrug shun sidestep skirt steer stop "
    "switch wave withhold"
)
"""Verbs of not saying."""

HUSHED = word_set(
    "coy cryptic evasive mum mute mystery noncommittal non-committal open quiet silence silent "
    "tight-lipped unanswered unclear undisclosed unexplained unknown unmentioned unsaid vague "
    "wordless"
)
"""How somebody is who says nothing, and how things are of which nobody speaks."""

NOT_YET = _any(r"\b(?:yet|still) to\b", r"\b(?:so far|since then|to date|until now)\b")

PLANS = word_set(
    "accord agreement amendment annex arrangement blueprint clause compact compromise concept "
    "corridor deal declaration document draft file formula framework guarantee idea initiative "
    "mechanism memo memorandum model non-paper note option outline pact package paper petition "
    "plan proposal protocol recipe resolution road-map roadmap scenario scheme settlement sheet "
    "sketch suggestion swap text timetable treaty understanding version wording"
)
"""What is drafted and handed round."""

SPREADING = word_set(
    "ascribe attribute canvass circulate consider contemplate credit discuss draft dust emerge "
    "favor favour float hand hatch hawk leak moot mull pass peddle polish ponder prepare promote "
    "push resurface revive rumor rumour shop sketch sound sponsor surface table tout toy trace "
    "weigh whisper work"
)
"""What is done with a plan by those behind it."""

HEARSAY = _any(
    r"\b(?:is|are|was|were|been|be)\b(?: \w+)? (?:said|reported|rumou?red|understood|believed|"
    r"thought|alleged|supposed|held|suspected|known) to\b",
    r"\b(?:reportedly|allegedly|apparently|supposedly|rumou?rs?|hearsay)\b",
    r"\b(?:talk|word|the idea|the notion) (?:\S+ ){0,3}?(?:is|was)\b",
    r"\bit is (?:said|thought|rumou?red|whispered)\b",
    r"\b(?:doing|making|go\w*) the rounds\b|\bin the (?:air|wind|works|drawer)\b|\bon the table\b",
)
"""Told at second hand, by nobody who is named."""

TERMS = _any(
    r"\b(?:under|by|in|according to|on) (?:which|whose terms|its terms|the (?:\w+ )?(?:text|plan|"
    r"draft|proposal|scheme|document|formula|paper|version))\b|\bunder it\b",
    r"\b(?:seen|shown|obtained|leaked|unnamed|anonymous|drafted) by\b|\bunsigned\b|\bauthors\b",
)
"""What a plan lays down, or whose it is."""

_HAS = r"\b(?:has|have|had|having|with|in|of|without)"
_OWN = r"(?:no|little|every|a|its|their|his|her|some|much|two|more)"
_MOOD = (
    r"(?:appetite|desire|doubts?|eyes?|fear|hurry|illusions?|intention|interest|minds?|mood|need|"
    r"nerve|objection|patience|plan|qualms|reason|reservations|sights|stomach|sympathy|taste|time|"
    r"use|wish)"
)

LEANING = _any(
    rf"{_HAS} {_OWN} (?:\w+ )?{_MOOD}\b",
    rf"\b(?:feels?|felt|lacks?|los(?:es?|t|ing)|shows?|showed) (?:\w+ ){{0,2}}?{_MOOD}\b",
    r"\b(?:eyes?|sights|heart|hopes|mind|money) (?:is |are )?(?:set )?on\b",
    r"\b(?:count|bank|bet|gambl|play|look|wait|hop|angl|long|yearn|push|aim|fish|pin)\w* "
    r"(?:\w+ ){0,3}(?:on|for|at)\b",
    r"\b(?:would|'d|could) (?:\w+ )?(?:rather|sooner|prefer|love|gladly|like|welcome|settle|"
    r"live with|be (?:glad|happy|content|only too))\b",
    r"\b(?:want|wants|wanted|need|needs|needed|wishes|hopes|intends?|means?|seeks?) "
    r"(?:\w+ ){0,2}(?:to|nothing|no|only)\b",
    r"\b(?:afraid|scared|frightened|tired|weary|wary|sick|fond|confident|convinced|sure|certain|"
    r"suspicious|jealous) (?:of|that)\b",
    r"\b(?:made|make|makes|making) up (?:its|his|her|their) minds?\b",
    r"\bsecond thoughts\b|\bcold feet\b|\bat heart\b|\bprivately\b",
    r"\b(?:has|have|had) (?:\w+ )?(?:concluded|decided|understood|realised|realized|learnt|learned|"
    r"come to|grown|discovered|convinced|resigned|persuaded|always|never|long)\b",
    r"\bno longer (?:believe|want|think|object|expect|trust|care|fear|see|need|hope)s?\b",
    r"\b(?:can|could)(?: ?not|n['\u2019]t) (?:afford|bear|live|stand|stomach|imagine|forgive|"
    r"accept|be seen)\b",
    r"\bin (?:the eyes|the view|the reckoning|the calculation|its view|its eyes) of\b",
    r"\b(?:warm|cool|lean|inclin|edg|drift|soften|harden|waver|tilt)\w* (?:to|towards?|on|away)\b",
    r"\b(?:red line|trump card|bargaining chip|nightmare|obsession|priority|prize|ambition|"
    r"temptation)\b",
    r"\b(?:sees?|saw|views?|regards?|looks? on|reads?|takes?|treats?) \S+(?: \S+){0,6}? "
    r"(?:as|in|a|merely|chiefly|mainly)\b",
)
"""Idioms for what somebody wants, fears or thinks."""

OPINIONS = word_set("belief certain convinced fear feeling impression opinion sure suspect view")
"""Beside the verbs of belief, words by which a source gives what it thinks."""

WISHES = word_set("ask beg call demand hope insist order plead request urge want wish")
"""Verbs by which a source gives what it wants, of itself or of others."""

FIRST_PERSON = word_set("i me my our ours ourselves us we")
THINGS = word_set("it that there these this those")
NOBODY = word_set("few neither nobody no none nothing")
MUST = word_set("deserve let must ought shall should")
WILL = word_set("'d 'll sha shall will wo would")
MAY = word_set("ca can could may might")
WAS = word_set("did had was were")
HAS = word_set("'ve has have")
IS = word_set("'s am are be do does is")
INDEFINITE = word_set("a an another one several some two")
