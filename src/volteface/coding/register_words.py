"""Phrases by which a report says that no sign was given, or that a plan is going round."""

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
            r"\bnothing (?:was|is|has been|in it|suggests?|suggested|to suggest|about|of the kind)\b",
            r"\bnot (?:a|one|another|a single) (?:word|syllable|line)\b",
            r"\b(?:passed|passes|passing) over\b|\bstop(?:s|ped)? short of\b",
            r"\bkept? (?:quiet|mum|(?:its|his|her|their) counsel)\b",
            rf"\bno (?:capital|country|government|one|minister|official|side|party|member|leader|"
            rf"ally|power)\b.{{0,20}}\b{_SAY}\b",
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
    r"push(?:es|ed|ing)|pass(?:es|ed|ing) round|shop(?:s|ped|ping)|sound(?:s|ed|ing) out)"
)

REPORTED = re.compile(
    "|".join(
        (
            rf"\b{_SPREAD}\b.{{0,40}}\b{_PLAN}\b",
            rf"\b{_PLAN}\b.{{0,60}}\b(?:{_SPREAD}|asks?|provides?|foresees?|would|calls? for)\b",
            r"\b(?:is|are|was|were) (?:said|reported|rumou?red|understood|believed|thought) to\b",
            r"\breportedly\b|\bunder discussion\b|\bbeing (?:considered|discussed|floated|promoted)\b",
        )
    ),
    re.IGNORECASE,
)
