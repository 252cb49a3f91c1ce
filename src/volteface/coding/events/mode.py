"""Was it done, is it to come, is it only possible, or was it not done: the mode of an event."""

from spacy.tokens import Token

from volteface.coding.events.arguments import mark_of
from volteface.records import Mode

_FUTURE = frozenset({"'ll", "shall", "will", "wo"})
_POSSIBLE = frozenset({"ca", "can", "could", "may", "might", "must", "should"})
_INTENT = frozenset(
    {
        "aim", "bind", "bound", "due", "expect", "go", "intend", "plan", "poise", "prepare",
        "schedule", "set",
    }
)  # fmt: skip
_DOUBT = frozenset(
    {
        "able", "allow", "consider", "contemplate", "debate", "decide", "discuss", "fear", "hope",
        "likely", "mull", "need", "ponder", "ready", "seek", "unlikely", "want", "weigh", "willing",
        "wish",
    }
)  # fmt: skip
_FAILED = frozenset({"avoid", "decline", "fail", "prevent", "refuse", "stop", "unable", "without"})
CONDITIONAL = frozenset({"if", "lest", "provided", "unless", "whether"})
"""Words that open a clause of what may or may not be."""
_YET_TO_COME = frozenset(
    {"coming", "expected", "forthcoming", "future", "planned", "proposed", "upcoming"}
)
_NOT_SURE = frozenset(
    {
        "any", "eventual", "feared", "further", "hypothetical", "imminent", "likely", "looming",
        "possible", "potential", "threatened", "would-be",
    }
)  # fmt: skip
_THOUGHTS = frozenset(
    {
        "chance", "danger", "fear", "hope", "idea", "likelihood", "option", "plan", "possibility",
        "proposal", "prospect", "readiness", "risk", "scenario", "talk", "threat", "timetable",
    }
)  # fmt: skip
_THINKING = frozenset(
    {
        "allow", "anticipate", "appeal", "ask", "avert", "avoid", "await", "call", "consider",
        "contemplate", "debate", "demand", "deter", "discuss", "expect", "favor", "favour", "fear",
        "foresee", "forestall", "hope", "need", "oppose", "plan", "predict", "prepare", "prevent",
        "propose", "recommend", "reject", "require", "risk", "seek", "suggest", "think", "threaten",
        "urge", "want", "weigh",
    }
)  # fmt: skip
_CAUSING = frozenset({"allow", "command", "force", "let", "make", "order"})
"""Who orders it does it."""
_GOING = frozenset({"arrive", "come", "fly", "go", "return", "travel"})
"""*Came to ask for help*: what a journey is for is done there."""
_DENYING = frozenset({"hardly", "neither", "never", "nor"})
_PAST = frozenset({"VBD", "VBN"})
_DEEPEST = 6


def mode_of(verb: Token) -> Mode:
    """The mode of what a verb says, from its helpers and what governs it."""
    mode = _own(verb)
    governor = verb
    for _ in range(_DEEPEST):
        if mode != "historical":
            break
        if governor.dep_ == "advcl" and mark_of(governor) in CONDITIONAL:
            return "hypothetical"
        above = _above(governor)
        if above is None:
            break
        mode = _shared(verb, above) if governor.dep_ == "conj" else _leading(above, governor)
        governor = above
    return mode


def _above(governor: Token) -> Token | None:
    """The verb or preposition whose mode a clause shares, None where it stands for itself."""
    head = governor.head
    if governor.dep_ == "conj" and head.pos_ in {"AUX", "VERB"}:
        return head
    bare = governor.dep_ == "ccomp" and governor.tag_ == "VB" and not _has_modal(governor)
    if governor.dep_ == "xcomp" or bare:
        return head
    if governor.dep_ == "pcomp":
        return head if head.lower_ == "without" else head.head
    return None


def _shared(verb: Token, head: Token) -> Mode:
    """What a joined verb has of the first one's helpers: *will send troops and impose a ban*."""
    if not _has_helper(verb) and verb.tag_ == head.tag_:
        return _own(head)
    return "historical"


def mode_of_noun(noun: Token, light: Token | None) -> Mode:
    """The mode of what a noun names, from the words before it and the verb that carries it out."""
    before = {t.lower_ for t in noun.lefts}
    if "no" in before:
        return "negated"
    if before & _YET_TO_COME:
        return "future"
    if before & _NOT_SURE:
        return "hypothetical"
    if light is not None:
        return mode_of(light)
    return "hypothetical" if _merely_thought(noun) else "historical"


def _merely_thought(noun: Token) -> bool:
    """*A threat of invasion*, *called for a withdrawal*, *could end the siege*."""
    for above in noun.ancestors:
        lemma = above.lemma_.lower()
        if above.pos_ == "NOUN" and lemma in _THOUGHTS and above != noun:
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return lemma in _THINKING or mode_of(above) in {"future", "hypothetical"}
    return False


def is_told(verb: Token) -> bool:
    """Whether a clause tells that something was, is or will be: not *in order to stop the aid*."""
    if verb.tag_ != "VB" or any(t.tag_ == "MD" for t in verb.children):
        return True
    if any(t.lower_ in {"do", "did", "does"} for t in verb.children):
        return True
    head = verb
    while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
        if any(t.tag_ == "MD" for t in head.children) or head.tag_ != "VB":
            return True
    lemma, marked = head.head.lemma_.lower(), mark_of(head) is not None
    if head.dep_ == "xcomp":
        return head.head.pos_ in {"ADJ", "AUX", "VERB"} and not marked
    if head.dep_ == "ccomp":
        return lemma in _CAUSING
    return head.dep_ == "advcl" and lemma in _GOING and not marked


def _own(verb: Token) -> Mode:
    """What the verb's own helpers say."""
    helpers = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    words = {t.lower_ for t in helpers}
    if any(t.dep_ == "neg" or t.lower_ in _DENYING for t in verb.children):
        return "negated"
    if any(t.dep_ == "dobj" and any(d.lower_ == "no" for d in t.lefts) for t in verb.children):
        return "negated"
    if words & _FUTURE:
        return "future"
    if words & {"would", "'d"}:
        return "future" if _reported(verb) else "hypothetical"
    if words & _POSSIBLE:
        return "hypothetical"
    return "historical"


def _reported(verb: Token) -> bool:
    """*Said it would*: the future of what is told in the past."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    conditional = any(t.dep_ == "advcl" and mark_of(t) in CONDITIONAL for t in clause.children)
    return clause.dep_ == "ccomp" and clause.head.tag_ in _PAST and not conditional


def _leading(head: Token, governed: Token) -> Mode:
    """What the governing word makes of it; historical where it says nothing."""
    lemma = head.lemma_.lower()
    own = _own(head) if head.pos_ in {"AUX", "VERB"} else "historical"
    if own != "historical":
        return own
    if lemma == "be" and governed.tag_ == "VB":
        return "future"
    if lemma in _FAILED:
        return "negated"
    if lemma in _DOUBT:
        return "hypothetical"
    return "future" if lemma in _INTENT and (lemma != "go" or head.tag_ == "VBG") else "historical"


def _has_helper(verb: Token) -> bool:
    return any(t.dep_ in {"aux", "auxpass"} for t in verb.children)


def _has_modal(verb: Token) -> bool:
    return any(t.tag_ == "MD" for t in verb.children)
