"""Words of roles: which nouns say what somebody does or holds, and which words name a body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from fr_reader.text.forms import BODIES
from fr_reader.text.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    TITLES,
    VERBS,
    is_adverb,
    word_set,
)
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.offices import is_office, is_person_noun

COURTESIES = word_set(
    "mr mrs ms miss mx dr doctor sir dame lord lady baroness baron rev reverend mme mlle herr frau"
    " signor signora monsieur madame hon st"
)
"""Before a name they say nothing of what somebody does."""
_NO_ROLES = word_set(
    # relatives
    "wife husband son daughter brother sister mother father parent grandfather grandmother"
    " grandson granddaughter mum mom dad uncle aunt niece nephew cousin widow widower fiancé"
    " fiancée bride groom sibling stepfather stepmother nan gran granny relative girlfriend"
    " boyfriend lover heir law"
    # what somebody is to others, or for a while
    " fellow rival opponent enemy ally contender challenger frontrunner runner hopeful favourite"
    # what somebody is, but not what they do
    " man woman boy girl gentleman teenager youngster toddler schoolboy schoolgirl pensioner"
    " resident native villager islander londoner foreigner stranger immigrant migrant refugee"
    " friend neighbour neighbor colleague guest tenant lodger landlady homeowner householder"
    " commuter passenger driver motorist cyclist pedestrian customer shopper consumer visitor"
    " tourist viewer listener reader voter onlooker by bystander witness eyewitness victim survivor"
    " suspect defendant claimant plaintiff offender prisoner murderer killer robber attacker"
    " intruder gunman patient sufferer winner loser champion hero heroine star millionaire"
    " billionaire mogul veteran believer critic sceptic skeptic supporter opponent fan insider"
    " source other another liar outsider beginner newcomer latecomer dreamer partner graduate ex"
    " former then elder younger descendant applicant participant infant giant american briton"
    " german italian canadian australian russian ukrainian iranian syrian civilian human christian"
    # no people, with the ending of a person
    " summer winter weather matter water corner character supper dinner layer finger shoulder error"
    " terror horror mirror factor colour color favour favor flavor behaviour behavior labour labor"
    " honor honour humor humour armour tumour doctorate moment document restaurant instant distant"
    " constant important relevant significant brilliant elegant median better later after under"
    " over never ever however either neither rather whether together further earlier greater higher"
    " lower larger smaller older bigger closer longer shorter minor major senior junior prior"
    " superior inferior interior exterior degree guarantee coffee three agree knee murder disorder"
    " reminder wonder danger anger hunger manner banner trailer career transfer super tender gender"
    " thunder laser cancer liver fever flower shower cover remember consider discover deliver door"
    " floor poor indoor outdoor rubber chapter ouster"
    # what somebody thinks, or is called
    " leftist rightist populist nationalist communist marxist islamist feminist loyalist unionist"
    " royalist fascist zionist separatist socialist segregationist extremist terrorist racist"
    " sexist rapist optimist pessimist finalist idealist realist apologist cultist"
    # several people
    " sens reps govs presidents senators representatives governors justices judges professors drs"
    " councillors cllrs messrs ministers congressmen mps"
)
_ANT_OR_EE = word_set(
    "accountant assistant attendant commandant consultant lieutenant merchant sergeant servant"
    " employee nominee referee trustee appointee"
)
"""The nouns with these endings that are roles; most are adjectives or no role."""
_WITH_MODIFIER = word_set("driver")
"""What they are alone is no trade: "the driver", but "bus driver"."""
_MORE_ROLES = word_set(
    "fellow associate vice-president vice-chancellor vice-chair vice-captain right-back"
    " apprentice intern chef counsel ombudsman provost laureate barista dj pm midwife steward"
    " chaplain registrar chorister captain student"
    " prof professor sen rep gov cllr councillor senator representative gen col maj capt lt sgt cpl"
    " adm det insp supt pc dc ds di dci chief judge justice mayor sheriff detective officer"
)
_AFTER_HEADS = word_set("general emeritus emerita elect designate laureate")
"""They follow the noun they belong to: "director general"."""
PARTIES = word_set(
    "labour conservative conservatives tory democrat democratic republican green greens snp ukip"
    " dup sdlp libertarian lib liberal plaid sinn socialist communist"
)
"""First words of the names of parties."""
SECOND_OF_PARTIES = word_set("dem dems democrat democrats cymru féin fein party")
PARTY_MEMBERS = word_set("democrat republican conservative tory libertarian socialist communist")
_NO_BODIES = word_set("us uk usa eu ni la nyc dc uae mp mps mep msp ceo cfo coo cto tv ai it")
_NO_HEADS_OF_BODIES = word_set("press house news post times mail")
"""They close the name of a body less often than they open an office: "Press Secretary"."""
_LEADS_OF_BODIES = word_set(
    "ceo cfo coo cto founder co-founder owner co-owner spokesman spokeswoman spokesperson editor"
    " employee trustee"
)
"""Whoever is one of these is one of a body, whatever its name looks like."""
_FUNCTION = (
    PREPOSITIONS | DETERMINERS | AUXILIARIES | COORDINATORS | SUBORDINATORS | PERSONAL | VERBS
)
_STOPS = word_set(
    # relatives and others that are no part of a role
    "wife husband son daughter brother sister mother father partner friend fellow incumbent rival"
    " opponent mentor colleague versus vs very too upstart triumphant ally"
    # verbs
    " include prefer favour favor choose elect appoint hire sack fire enter follow watch love hate"
    " join beat defeat face fight greet thank remember nominate endorse feature boost oust unseat"
    # particles
    " up down out off beside alongside besides"
)
_CONTRACTED = word_set("it he she that there here what who let")
_NOUNS_TOO = word_set(
    "state press report head lead deputy chief vice acting managing marketing shadow former ex late"
    " house chair leader research exchange advance charge support order vote claim trading housing"
    " planning training nursing engineering campaign elected retired"
    " associate assistant leading opposition speaker building banking broadcasting publishing"
    " farming fishing shipping mining programming cutting recording running boxing racing"
)
_NOUNS_IN_S = word_set(
    "arts sports news communications operations sales affairs rights relations services systems"
    " works games resources sciences studies markets accounts parks trams railways buses"
    " governors skills humanities women’s children’s men’s schools roads homes"
)


_BEFORE_BODIES = word_set(
    "former ex late then acting top senior veteran leading longtime long-time prominent new"
    " presumptive presumed likely future retired"
)


def is_modifier(word: str) -> bool:
    """Whether a word before the name of a body says something of the role: "former Labour MP"."""
    return word.casefold() in _BEFORE_BODIES


@lru_cache(maxsize=20_000)
def is_role(word: str) -> bool:
    """Whether a noun says what somebody does or holds: "engineer", "MP", "Sen."; not "wife"."""
    low = word.casefold().rstrip(".")
    last = low.replace("‑", "-").rpartition("-")[2]
    if low in _NO_ROLES or last in _NO_ROLES:
        return False
    if low in _MORE_ROLES or last in _MORE_ROLES or is_office(word):
        return low not in COURTESIES
    if last.endswith(("ant", "ee")):
        return last in _ANT_OR_EE
    return is_person_noun(low) or (low != last and is_person_noun(last))


def leads_body(noun: Sequence[str]) -> bool:
    """Whether whoever holds a role is of a body, whatever its name looks like: "founder"."""
    low = [word.casefold() for word in noun]
    if len(low) > 1 and low[-2] in ("chief", "managing", "executive"):
        return low[-1] in ("executive", "director", "editor", "officer")
    return low[:1] + low[-1:] == ["chief", "officer"] or bool(
        _LEADS_OF_BODIES.intersection(low[-1:])
    )


def is_courtesy(word: str) -> bool:
    """Whether a word before a name is but courtesy: "Dr", "Sir"."""
    return word.casefold().rstrip(".") in COURTESIES


def role_at(words: Sequence[str]) -> bool:
    """Whether words end in the noun of a role: "chief executive", "director general"."""
    if len(words) > 1 and words[-1].casefold() in _AFTER_HEADS:
        words = words[:-1]
    if not words:
        return False
    return is_role(words[-1]) or (
        words[-1] in _WITH_MODIFIER and len(words) > 1 and not is_function(words[-2])
    )


def is_verb(word: str) -> bool:
    """Whether a word tells that a clause was read and no noun phrase."""
    if word in _NOUNS_TOO or is_role(word):
        return False
    if word in AUXILIARIES or word in VERBS:
        return True
    form = cue_forms().get(word)
    return form is not None and form.form == "past" and form.lemma != word


@lru_cache(maxsize=20_000)
def is_function(word: str) -> bool:
    """Whether a word cannot be part of the name of an office, for all we know: a verb, a "the"."""
    low = word.casefold()
    if low in _NOUNS_TOO:
        return False
    if low in _STOPS or low.replace("’", "'").removesuffix("'s") in _CONTRACTED:
        return True
    if low in _FUNCTION or low in TIME_WORDS or is_adverb(word) or low[:1].isdigit():
        return True
    if word[:1].isupper():
        return low in cue_forms() and low not in TITLES
    if low in cue_forms() or low.endswith(("ed", "ing", "-born", "-based", "-old", "n’t", "n't")):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "ics")) and low not in _NOUNS_IN_S


def is_acronym(word: str) -> bool:
    """Whether a word is the short form of a body in capitals: "RSPB", not "US"."""
    bare = word.replace("&", "").replace(".", "")
    return 1 < len(bare) < 8 and bare.isupper() and bare.isalpha() and not _plain(bare)


def _plain(word: str) -> bool:
    return word.casefold() in _NO_BODIES


def closes_body(word: str) -> bool:
    """Whether a word can be the last of a body’s name: "Council", not "Press"."""
    low = word.casefold()
    return low in BODIES and low not in _NO_HEADS_OF_BODIES


def is_body_noun(word: str) -> bool:
    """Whether a common noun says what kind of body something is: "council", "bakery"."""
    return word in BODIES or word in _MORE_BODIES


_MORE_BODIES = word_set(
    "charity firm business shop pub café cafe restaurant hotel airport museum gallery factory"
    " newspaper paper website zoo farm library gym salon studio store supermarket garage nursery"
    " regiment watchdog regulator thinktank think-tank festival town-hall parish synagogue mosque"
    " temple cathedral institute lab band mill mine port airline operator retailer manufacturer"
    " developer bookshop cinema brewery distillery orchard"
)
