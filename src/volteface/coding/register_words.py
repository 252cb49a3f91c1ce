"""Words and phrases by which registers are told: data for ``given_register``."""

import re

_SIGN = (
    r"(?:sign|signal|hint|word|reply|answer|response|indication|evidence|mention|trace|comment|"
    r"objection|reaction)"
)
_SAY = (
    r"(?:say|said|saying|mention(?:ed)?|indicated?|comment(?:ed)?|respond(?:ed)?|explain(?:ed)?|"
    r"specif(?:y|ied)|repl(?:y|ied)|disclosed?|elaborated?|address(?:ed)?|reveal(?:ed)?|"
    r"signal(?:led|ed)?|spoken|speak|utter(?:ed)?|hint(?:ed)?|confirm(?:ed)?|answer(?:ed)?)"
)
_NOT = r"(?:not|n['\u2019]t|never|neither|nor|without|hardly|yet to|nobody|no one)"

_TOPIC = r"(?:question|matter|subject|issue|word|topic|name|term)"
_SOURCE = (
    r"(?:capital|country|government|one|minister|official|side|party|member|leader|ally|power)"
)

ABSENCE = re.compile(
    "|".join(
        (
            rf"\bno (?:\w+ )?{_SIGN}s?\b",
            rf"\b{_NOT}\b.{{0,40}}\bany (?:\w+ )?{_SIGN}",
            rf"\b(?:has|have|had|is|are|was|were) (?:yet|still) to {_SAY}\b",
            rf"\b(?:did|do|does|has|have|had|would)(?: not|n['\u2019]t| never) (?:yet )?{_SAY}\b",
            rf"\b(?:declin|refus)\w+ (?:\w+ ){{0,4}}?to (?:{_SAY}|be drawn|discuss|speculate)\b",
            rf"\bneither (?:\w+ )?{_SAY}\b",
            r"\b(?:silence|silent|tight-lipped|non-committal|noncommittal)\b",
            r"\b(?:say|says|said|saying|hear|heard) nothing\b",
            r"\bnothing (?:was|is|has been|in it|suggests?|suggested|to suggest)\b",
            r"\bnothing (?:about|of the kind)\b",
            r"\bnot (?:a|one|another|a single) (?:word|syllable|line)\b",
            r"\b(?:passed|passes|passing) over\b|\bstop(?:s|ped)? short of\b",
            r"\b(?:kept|keeps?|keeping|stay\w*|remain\w*) (?:quiet|mum|vague|evasive)\b",
            r"\b(?:its|his|her|their) (?:own )?counsel\b",
            rf"\b(?:sidestep|skirt|dodg|duck|evad|avoid)\w* (?:\w+ ){{0,3}}{_TOPIC}s?\b",
            r"\b(?:ga?ve|gives|giving|offer\w*|ma[dk]e\w*|show\w*) no\b",
            r"\b(?:has|have|had) no (?:comment|opinion|view|position)\b",
            r"\b(?:unanswered|left open|leaves open|conspicuous\w*|absent from|missing from)\b",
            rf"\bno {_SOURCE}\b.{{0,20}}\b{_SAY}\b",
        )
    ),
    re.IGNORECASE,
)

_PLAN = (
    r"(?:plan|draft|proposal|formula|paper|blueprint|roadmap|scheme|text|memo|memorandum|document|"
    r"initiative|idea|file|petition|resolution|framework|deal)s?"
)
_SPREAD = (
    r"(?:circulat\w+|promot\w+|float(?:s|ed|ing)|draft(?:ing|ed)|toy(?:s|ed|ing) with|work(?:s|ed|"
    r"ing) on|put(?:s|ting)? together|draw(?:s|ing|n)? up|tabl(?:es?|ed|ing)|mull(?:s|ed|ing)|"
    r"push(?:es|ed|ing)|pass(?:es|ed|ing) round|shop(?:s|ped|ping)|sound(?:s|ed|ing) out|"
    r"prepar(?:es|ing)|hatch\w+|peddl\w+|tout\w*|hawk\w*)"
)

_HEARSAY = (
    r"\b(?:is|are|was|were) (?:said|reported|rumou?red|understood|believed|thought) to\b",
    r"\breportedly\b|\bunder discussion\b",
    r"\bbeing (?:considered|discussed|floated|promoted)\b",
    (
        rf"\b(?:circulat|draft|float|hatch|mull|pass|peddl|prepar|promot|push|shop|tout|toy|draw|work)"
        rf"ing\b.{{0,40}}\b{_PLAN}\b"
    ),
    (
        r"\b(?:compromise|deal|formula|plan|text)\b.{0,20}\b(?:is|are) (?:taking shape|emerging|"
        r"in the works|on the table)\b"
    ),
)

GOING_ROUND = re.compile("|".join(_HEARSAY), re.IGNORECASE)
"""A plan is said to be going round, whoever is behind it."""

PROMOTED = re.compile("|".join((*_HEARSAY, rf"\b{_SPREAD}\b.{{0,40}}\b{_PLAN}\b")), re.IGNORECASE)
"""A plan that somebody promotes, as others tell it."""

REPORTED = re.compile(
    "|".join(
        (
            *_HEARSAY,
            rf"\b{_SPREAD}\b.{{0,40}}\b{_PLAN}\b",
            rf"\b{_PLAN}\b.{{0,60}}\b(?:{_SPREAD}|asks?|provides?|foresees?|would|calls? for)\b",
        )
    ),
    re.IGNORECASE,
)
"""The same in words that a party's own deed may share: *tabled a resolution*."""


_AIM = (
    r"(?:aim|ambition|calculat\w+|calculus|concern|dream|fear|game|goal|gamble|hope|interest|motive|"
    r"nightmare|objective|priority|purpose|reasoning|strategy|thinking|worry)"
)
THOUGHT = re.compile(
    "|".join(
        (
            r"\bwhat (?:\S+ ){1,4}?(?:wants?|fears?|needs?|seeks?|(?:is|are) after)\b",
            r"^(?:for|to|in the eyes of) (?:\S+ ){1,6}(?:is|are|was|were|remains?|looks?)\b",
            rf"\b(?:\w+['\u2019]s?|his|its|their) (?:\w+ )?{_AIM}s? (?:is|was|are|were|remains?)\b",
            rf"\bbehind\b.{{0,60}}\b(?:is|lie|lies|stands?)\b.{{0,40}}\b{_AIM}\b",
            r"\bwould (?:rather|sooner)\b|\bplay(?:s|ed|ing)? for time\b",
            r"\b(?:in private|privately)\b.{0,60}\b(?:admit|acknowledge|concede|fear|hope|say)s?\b",
            r"\bnever (?:forgave|forgiven|forgotten|forgot|trusted|wanted)\b",
        )
    ),
    re.IGNORECASE,
)
"""What somebody is said to think or want, told without a verb of thought that is its own."""


def word_set(words: str) -> frozenset[str]:
    """Words written in one string, as a set."""
    return frozenset(words.split())


MIND = word_set(
    "accept anticipate assume bank believe bet bluff calculate care cling consider count covet "
    "dislike distrust doubt dread dream envy expect fancy favor favour fear feel find gamble "
    "grasp hate hedge hesitate hope intend judge know like loathe long love mistrust prefer "
    "reckon regard rely resent respect see sense stall suspect think tire tolerate trust "
    "understand value view wager wait want waver weigh welcome wish worry"
)
"""Verbs of which somebody who is described by others is the subject."""

MOODS = word_set(
    "afraid alarmed annoyed anxious angry aware bent certain comfortable confident content "
    "convinced cool cautious desperate determined disappointed divided eager fearful frustrated "
    "happy hostile impatient indifferent irritated keen lukewarm nervous optimistic patient "
    "persuaded pessimistic prepared ready reluctant resigned resolved satisfied sceptical "
    "skeptical sure suspicious tempted tired torn undecided uneasy unhappy unimpressed unmoved "
    "unsure unwilling wary weary willing worried interest hurry mood patience appetite nerve "
    "illusion intention calculation calculus bet gamble"
)
"""What somebody is said to be, or to have or lose: *has lost patience*, *is wary*."""

AIMS = word_set(
    "aim ambition calculation calculus dream fear game goal gamble hope motive nightmare objective "
    "priority purpose reasoning strategy thinking worry"
)
"""Nouns that, being somebody's and the subject, say what it wants."""

MOVING = word_set(
    "budge harden mellow reassess rebalance reconsider recalibrate relent rethink retreat soften "
    "waver wobble"
)
"""Verbs by which reporters judge that somebody moves, or does not."""

MOVING_AWAY = frozenset(
    f"{verb} {particle}"
    for verb in ("back", "climb", "drift", "edge", "inch", "move", "pull", "step", "turn", "walk")
    for particle in ("away", "back", "down", "off")
)
"""The same with a particle: *is backing away from*."""
