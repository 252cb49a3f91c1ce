"""Words that turn or weaken what stands in their scope: data for :mod:`volteface.coding.scope`.

A number is the factor on the side a phrase takes: -1 turns it round, 0.3 leaves little of it.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _table(factors: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType({word: f for f, words in factors.items() for word in words.split()})


def _phrases(factors: Mapping[float, str]) -> Mapping[str, float]:
    return MappingProxyType(
        {phrase.strip(): f for f, row in factors.items() for phrase in row.split(",")}
    )


NEGATORS = _table({-1: "not n't never neither nor", -0.8: "hardly scarcely barely rarely seldom"})
"""Adverbs that negate the word they belong to."""

NOT_ALONE = frozenset({"only", "just", "merely", "simply", "solely", "alone"})
"""After *not* these take the negation away: *not only support but arm*."""

NONE_WORDS = _table({-1: "no nothing nobody none neither nowhere", -0.6: "few little"})
"""Determiners and pronouns that negate the clause of which they are a part."""

NOT_FULLY = frozenset({"a"})
"""Before *few* and *little* these take the negation away."""

COMPLEMENT = _phrases(
    {
        -1: (
            "refuse, reject, deny, oppose, rule out, turn down, veto, block, resist, condemn,"
            "denounce, deplore, reverse, renounce, repudiate, forbid, ban, bar, prohibit,"
            "exclude, refrain, abstain, preclude, disavow, vote down, shun, scrap, opposition,"
            "refusal, rejection, objection, resistance, opposed, averse, impossible, unwilling,"
            "unthinkable"
        ),
        -0.8: (
            "dismiss, criticise, criticize, decry, slam, prevent, avoid, stop, halt, end,"
            "cease, cancel, abandon, drop, give up, call off, break off, back away, walk away,"
            "move away, turn away, edge away, inch away, drift away, shift away, pull away,"
            "desert, distance, retreat, withdraw, withdrawal, wean,"
            "suspend, discourage, dissuade, decline, doubt, disagree, dispute, contest, reluctant,"
            "fail, unlikely, unable, loath, hostile, sceptical, skeptical, doubtful, reluctance,"
            "failure, far, lack, absence, delay, postpone, withhold, alternative, substitute,"
            "accuse, blame, mock, ridicule, scorn, myth, illusion, protest, criticism,"
            "condemnation, denunciation, outcry"
        ),
        -0.4: "question, hesitate, hesitant, stop short, fall short, hold off, wary, shy",
        0.5: "consider, ponder, weigh, study, discuss, debate, mull, examine, contemplate",
    }
)
"""Verbs (with particle), nouns and adjectives that act on what they govern."""

CONCERN = _set(
    "alarm alarmed anger angered angry anguish anxiety anxious appal appalled apprehension "
    "apprehensive bemoan concern concerned deplore dismay dismayed disquiet disturbed dread fear "
    "fearful furious indignant indignation irritated irritation lament misgiving nervous "
    "nervousness outrage outraged qualm regret shock shocked trouble troubled unease uneasy "
    "unhappy upset wary worried worry"
)
CONCERN_FACTOR = -0.7
"""On a thing that worries somebody; an event that is feared is expected, if not firmly."""
FEARED = 0.5

ACCUSATIONS = frozenset({"accuse", "blame"})
"""Those of :data:`COMPLEMENT` that assert a deed of somebody named."""

OBJECTIONS = _set(
    "accuse blame criticise criticize criticism condemn condemnation denounce denunciation slam "
    "deplore decry protest outcry"
)
"""Those that assert a misdeed."""

EVALUATION = _phrases(
    {
        -1: (
            "abhorrent, absurd, abuse, abomination, adventure, adventurism, appalling, bad,"
            "baseless, betrayal, blackmail, blunder, bogus, calamity, catastrophe, catastrophic,"
            "condemnable, counterproductive, counter-productive, crazy, crime, criminal,"
            "crippling, cruel, cynical, damaging, dangerous, deceitful, delusion, delusional,"
            "deplorable, destabilise, destabilising, destabilize, destabilizing, destructive,"
            "detrimental, disaster, disastrous, disgrace, disgraceful, dishonest, dreadful,"
            "error, evil, explosive, fallacy, false, fantasy, farce, fatal, fault, flawed, folly,"
            "foolish, foolishness, fraud, fruitless, futile, harmful, hopeless, horrible,"
            "humiliation, hypocritical, hypocrisy, idiotic, ill-advised, illegal, illegitimate,"
            "illusion, immoral, impossible, impracticable, inadmissible, inappropriate, inane,"
            "incendiary, indefensible, inexcusable, inflammatory, inhuman, injustice,"
            "insane, insanity, insult, intolerable, invalid, irresponsible, lie, lunacy, mad,"
            "madness, meaningless, misconceived, misguided, misjudgment, mistake, mistaken, naive,"
            "nightmare, nonsense, nonsensical, null, objectionable, outrage, outrageous,"
            "pernicious, perverse, pointless, premature, provocation, provocative, reckless,"
            "recklessness, regrettable, repugnant, repulsive, ridiculous, self-defeating,"
            "senseless, sham, shame, shameful, short-sighted, shortsighted, stupid, stupidity,"
            "suicidal, suicide, taboo, terrible, toxic, tragedy, tragic, trap, travesty,"
            "unacceptable, unconscionable, unconstitutional, undesirable, unfair, unfounded,"
            "unjust, unjustifiable, unjustified, unlawful, unrealistic, unreasonable, untenable,"
            "unthinkable, untrue, unwanted, unwarranted, unwelcome, unwise, useless, vain, vile,"
            "void, wicked, worst, worthless, wrong, out of the question, off the table,"
            "out of place, a step backwards, beneath contempt, a dead end, a red line, a pretext,"
            "a recipe for, a licence to, a license to, a gift to, a gift for, a present to,"
            "no answer, no solution, no way"
        ),
        -0.6: (
            "burden, chaos, confrontational, danger, deadlock, difficult, disappointing,"
            "distraction, divisive, doubtful, early, far, fraught, gamble, hard, hasty,"
            "ineffective, ineffectual, inopportune, insufficient, menace, misfortune, obstacle,"
            "painful, problem, problematic, questionable, risk, risky, setback, threat, troubling,"
            "unhelpful, unfortunate, unlikely, unnecessary, unproductive, unsettling, untimely,"
            "worrying, worrisome, alarming, disturbing, worse, limited, frozen, stalled, shelved,"
            "deadlocked, undelivered, unfulfilled, unimplemented, unratified, unsigned"
        ),
        1: (
            "acceptable, advisable, appropriate, beneficial, best, constructive, correct,"
            "crucial, defensible, desirable, essential, fair, fine, good, helpful, imperative,"
            "important, indispensable, inevitable, just, justified, lawful, legal, legitimate,"
            "logical, moral, natural, necessary, need, needed, obligation, overdue, permissible,"
            "positive, possible, priority, productive, proper, prudent, reasonable, right,"
            "sensible, sound, success, timely, urgent, useful, valid, valuable, vital, warranted,"
            "welcome, wise, worthwhile, likely, realistic, effective, solution, answer, way"
        ),
    }
)
"""What is said of a thing to speak against it or for it: *arming them is a mistake*."""

COPULAS = _set("be become seem appear remain look prove constitute represent amount mean")
"""Verbs that only join a subject to what is said of it."""

DRAWBACKS = _set("bound cost danger drawback end flaw limit peril price risk")
"""What a thing is said to have: *their influence has its limits*."""
DRAWBACK = -0.6

NAMING = _set(
    "brand call condemn consider decry deem denounce describe dismiss find judge label regard see "
    "term view think believe slam portray characterise characterize declare pronounce"
)
"""Verbs that say what somebody holds a thing to be: *called it a mistake*."""

SUBJECT_VERBS = _phrases(
    {
        -0.8: (
            "fail, forget, ignore, backfire, misunderstand, overlook, mislead, harm, undermine,"
            "exhaust, destroy, worsen, err, deceive, endanger, threaten, fuel, prolong,"
            "complicate, hurt, aggravate, embolden, lengthen, inflame, destabilise, destabilize,"
            "jeopardise, jeopardize, hinder, hamper, poison, torpedo, sabotage, violate, breach,"
            "contravene, erode, deepen, escalate, backfire, wreck, ruin, cripple, provoke,"
            "stoke, spoil, obstruct, derail, alarm, worry, horrify, appal, frighten"
        )
    }
)
"""Verbs that speak against their subject: *those who call for force forget ...*."""

NEEDED = frozenset({"would", "could", "can", "might", "will"})
NEEDED_FACTOR = 0.6
"""*Without them the city would have fallen* speaks for them."""

PREPOSITIONS = _phrases({-1: "against, without, instead of, rather than", 0.6: "until, before"})

CLAUSES = _phrases(
    {
        0.4: "if, whether, provided, once, until",
        -0.3: "unless, lest",
        0.5: "although, though, while, whereas, despite, even",
    }
)
"""First words of a subordinate clause: what stands in it is not plainly asserted."""

ASIDE = -0.8
"""On what another thing is preferred to: *talks rather than troops*."""

WRONGS = _set(
    "abduct abuse aggression assassinate atrocity attack bomb bombard bombing cleansing coup crime "
    "execute genocide invade invasion kill killing loot massacre murder occupation rape raid "
    "shell shelling slaughter slaughtering starvation starve strafe terrorise terrorize torture "
    "treason violate violation"
)
"""Deeds nobody wants for themselves: who speaks against them says that they were done."""

DOUBLE = 0.6
"""On what is negated twice: *does not rule out* leaves open, it does not promise."""

CONDITION = 0.75
"""On a main clause that depends on an *if* or *unless*."""

MODALS = _table({0.7: "could may might", 0.8: "perhaps maybe possibly seemingly apparently"})

SPEECH = _set("say tell add comment announce disclose specify indicate state mention talk speak")
SILENCE = 0.15
"""On what somebody did *not* say."""

QUESTION = 0.5
RHETORICAL = _phrases(
    {-0.7: "why should, why would, how can, how could, who would, what right, what sense"}
)
"""Openings of questions that deny what they ask."""

BELIEF = _set(
    "could may might expect believe think predict forecast foresee likely unlikely "
    "doomed inevitable certain chance hope fear doubt probably eventually soon survive fail "
    "collapse prospect confident imminent bound anticipate number hopeful odds"
)
"""Words of expectation."""

WISH = _set(
    "should must ought want demand call urge insist seek support back favour favor advocate "
    "oppose require ask need have deserve let reject refuse accept agree ready prepared "
    "propose request offer promise pledge order vow"
)
"""Words of what is wanted, offered or refused."""
