"""Closed classes of English words, and tests on single words: enough grammar to find a subject."""

from __future__ import annotations

from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())


SUBJECT_PRONOUNS = word_set("he she they it i we you who which one others some many most few both")
PERSONAL = word_set("he she they it i we you")
RELATIVE = word_set("who which that whose")
DETERMINERS = word_set(
    "the a an this that these those his her its their my our your some any each every another"
    " one two three four five six seven several many most both no other all"
)
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would can could may"
    " might must shall should 'll 'd isn’t isn't wasn’t wasn't didn’t didn't doesn’t doesn't"
    " hasn’t hasn't wouldn’t wouldn't won’t won't can’t can't couldn’t couldn't has’nt don’t don't"
)
PREPOSITIONS = word_set(
    "of for from at in on with to by about into over under after before during against between"
    " among through without within near across since until upon toward towards amid despite"
    " via per behind beyond outside inside around following including regarding throughout like"
)
SUBORDINATORS = word_set(
    "that if when as because while after before although though since until whether where how"
    " why what than once unless whereas so lest whenever wherever whatever"
)
COORDINATORS = word_set("and or but nor yet so then plus")
ADVERBS = word_set(
    "also later then once now still even just only already again never always often ever too"
    " sometimes first further soon long thus hence instead meanwhile however therefore back"
    " yesterday today tonight recently afterwards afterward not n’t n't famously maybe perhaps"
    " sort kind far almost quite rather simply"
)
PARTICLES = word_set("back out on up in off along forth down away")
TIME_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december jan feb mar apr jun jul aug sept sep oct"
    " nov dec yesterday today tonight tomorrow morning afternoon evening night noon midnight"
    " week weekend month year day days weeks months years hour hours minute minutes"
)
OBJECT_PRONOUNS = word_set("him her them me us himself herself themselves itself you it")
VERBS = word_set(
    # frequent verbs that do not report words; they bound a noun phrase
    "made make makes went goes came come comes took take takes got get gets gave give gives won"
    " win wins lost lose loses led lead leads kept keep keeps left leave leaves became become"
    " becomes met meet meets ran run runs stood stand stands sat sit held turned turn turns"
    " used use uses tried try tries looked look looks seemed seem seems appeared appear appears"
    " walked arrived returned moved worked works lived lives died killed voted won't began"
    " started stopped stepped visited attended joined helped brought bring sent paid pay pays"
    " spent spend met knew know knows saw see sees heard hear hears drew draw faced fell rose"
    " received served signed filed released launched campaigned addressed appeared continued"
    " has had have is was were are been be needs need let lets thought wanted want wants got"
    " grew put set cut hit lies lay built bought sold taught caught broke spoke fought chose"
    " quit shut rode drove flew swam sang drank ate slept woke threw fled crept dealt forgot"
    " forgave froze knelt overcame rang sank shook shrank sprang stole stuck swore swept tore wept"
    " wove withdrew resigned fainted apologised apologized laughed smiled cried joked shrugged"
    " sighed grinned nodded"
)
SENTENCE_STARTERS = word_set(
    "the he she they it we i you in on at but and a an this that these those his her its their"
    " when while if as after before for so then there what who how why according asked"
)
ABBREVIATIONS = word_set(
    "mr mrs ms dr prof rev sen sens rep reps gov govs lt gen col maj capt cmdr adm sgt cpl pvt"
    " hon pres supt det dep dets insp brig cdr cllr cllrs atty secy sec comdr ald ambas"
    " const st ste mt ft jr sr messrs mme mlle fr sra esq vs v no nos vol p pp"
    " ed eds cf al etc approx est dept univ assn bros inc ltd co corp llc plc jan feb mar apr jun"
    " jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif"
    " colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa"
    " tenn tex va vt wash wis wyo ave blvd rd e.g i.e u.s u.k u.n a.m p.m"
)
TITLES = word_set(
    "mr mrs ms miss mx dr prof professor rev reverend sen senator rep representative gov governor"
    " president vice-president lt gen general col colonel maj major capt captain adm admiral sgt"
    " sergeant sir lord lady dame baroness baron judge justice mayor councillor cllr minister"
    " secretary chairman chairwoman chair king queen prince princess pope father sister brother"
    " bishop archbishop cardinal rabbi imam sheriff chief deputy officer detective inspector"
    " superintendent commissioner ambassador congressman congresswoman former"
)
PERSON_NOUNS = word_set(
    "man woman boy girl member mp candidate president leader spokesman spokeswoman spokesperson"
    " head chief aide nominee official captain mayor secretary chair chairman chairwoman guard"
    " attorney champion victim witness student parent mother father wife husband son daughter"
    " brother sister friend host native veteran expert executive boss coach pilot nurse chef clerk"
    " democrat republican conservative liberal billionaire millionaire mogul diplomat businessman"
    " businesswoman politician author writer analyst critic pope king queen prince princess judge"
    " congressman congresswoman lead resident surgeon patient tenant delegate"
)
PARTICLES_OF_NAMES = word_set(
    "de del della der den van von la le di da dos du el al bin bint ibn ter y e af av zu abu"
)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, as names do."""
    return word[:1].isupper()


@lru_cache(maxsize=50_000)
def is_adverb(word: str) -> bool:
    """Whether a word looks like an adverb; a capital asks for a plainer look ("Kelly" is none)."""
    low = word.lower()
    if low in ADVERBS:
        return True
    if not low.endswith("ly") or len(low) < 5 or low in _NOT_ADVERBS:
        return False
    return word == low or (len(low) > 6 and low.endswith(_PLAINLY))


_NOT_ADVERBS = word_set(
    "family only italy july reply ally rally bully supply assembly early monopoly"
)
_PLAINLY = tuple(
    sorted(
        word_set(
            "ally ently antly edly ingly ously ively fully arly ately etely ntly ably ibly irstly"
        )
    )
)
