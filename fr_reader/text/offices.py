"""Offices: the titles, ranks and trades that stand before a name and are no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from fr_reader.text.grammar import PERSON_NOUNS, TITLES, word_set

SUFFIXES = word_set("jr sr ii iii iv")
"""What may follow a surname, in lower case without a full stop."""
COURTESY = word_set("mr mrs ms miss mx dr prof sen rep gov rev cllr sir dame lady mme herr frau")
"""Titles that stand before names of people alone."""
BY_GIVEN_NAME = word_set("sir dame lord lady prince princess king queen pope brother sister father")
"""Titles that a first name may follow: "Sir Alan", "Sister Agnes"."""
_RANKS = word_set(
    "DI DCI DS DC DSU DSI PC PCSO WPC ACC DCC PCC CEO CFO COO CTO MP MPs MSP MEP MLA TD GP DA AG VP"
)
"""Written like this, in capitals."""
_HONOURS = word_set("MP MSP MEP MS MLA TD QC KC MBE OBE CBE KBE DBE FRS PhD MD RN Esq J LJ")
"""What may follow a name, written like this."""
_MORE = word_set(
    "actor actress adviser advisor alderman alderwoman anchor architect artist assemblyman"
    " assemblywoman astronaut ayatollah barrister bassist biographer blogger boxer brig brigadier"
    " broadcaster campaigner canon caretaker cdr chancellor chaplain ch choreographer co-founder"
    " comedian commander commodore composer conductor constable consul consultant convener coroner"
    " corporal correspondent councilman councilmember councilor councilwoman cpl curator dancer"
    " deacon dentist designer det developer director doctor drummer economist ecologist editor"
    " engineer entrepreneur envoy ex farmer filmmaker firefighter footballer founder gardener"
    " geologist goalkeeper golfer grandfather grandmother guitarist headmaster headmistress"
    " headteacher historian insp investor jockey journalist lawmaker lawyer lecturer lieutenant"
    " magistrate manager marshal mathematician midfielder midwife ministers monsignor msgr mullah"
    " musician novelist ombudsman organiser organizer owner painter paramedic pastor pensioner"
    " philosopher photographer physician physicist pianist playwright poet postmaster premier"
    " presenter principal producer programmer prosecutor provost psychiatrist publisher rapper"
    " rector reporter researcher schoolteacher scientist sculptor sergeant-major sheikh sheik"
    " shopkeeper singer skipper solicitor songwriter speaker spokesperson strategist striker sultan"
    " supt surgeon taoiseach teacher then trainer treasurer trustee undersecretary vet vicar whip"
    " left-back right-back centre-back center-back full-back wing-back fly-half scrum-half prop"
    " activist columnist goalie bursar chairperson co-chair col-gen herr frau signor signora mme"
    " lt-col maj-gen flt sqn wg ldr pte winger referee umpire warden fr br fra cpt hon dep atty"
    " comdr secy dets countess marquess marquis marchioness viscount viscountess duchess"
    " baronet infanta archduke archduchess emperor empress chieftain lama swami guru pasha"
    " archdeacon provost verger precentor curate deaconess rebbe"
    " accountant airman archaeologist archivist astronomer auctioneer auditor bailiff ballerina"
    " banker barista barmaid barman bartender beekeeper biochemist biologist birdwatcher boatman"
    " bodyguard bookkeeper bookmaker bookseller botanist bricklayer broker builder businessperson"
    " busker cabbie cameraman cardiologist cartoonist cellist chemist choirmaster cinematographer"
    " clergyman climatologist clown coder conductor conservationist contestant contractor"
    " coordinator costumier courier cricketer cryptographer decorator defender dermatologist diver"
    " doorman dressmaker electrician embalmer engraver enthusiast entomologist epidemiologist"
    " equestrian explorer farmhand ferryman financier flautist florist forecaster foreman"
    " forewoman furrier gamekeeper geneticist geographer glaciologist glassblower goldsmith"
    " greengrocer grocer groundskeeper groundsman gynaecologist hairdresser hairstylist handyman"
    " harpist herder herdsman herpetologist hostess hotelier housekeeper housewife hurdler"
    " hydrologist illustrator immunologist inventor ironmonger jailer janitor jeweler jeweller"
    " juror kayaker knitter laborer labourer landowner landscaper laureate librarian lifeguard"
    " lighthouse-keeper linguist lobbyist lobsterman locksmith logger luthier lyricist machinist"
    " magician mariner mediator metallurgist meteorologist milkman milliner missionary"
    " motorcyclist mountaineer mycologist naturalist neurologist neuroscientist neurosurgeon"
    " newsagent newsreader nutritionist obstetrician oceanographer oncologist operator optician"
    " optometrist organist ornithologist orthodontist osteopath paediatrician palaeontologist"
    " pathologist pediatrician percussionist pharmacist philanthropist physicist physiotherapist"
    " planner plasterer podcaster podiatrist postman postwoman primatologist prisoner proprietor"
    " psychologist psychotherapist punter puppeteer racer radiographer radiologist ranger"
    " receptionist recruiter restaurateur retailer retiree roofer rower runner sailor salesman"
    " saleswoman saxophonist schoolmaster screenwriter seamstress seismologist serviceman"
    " shareholder shepherdess shipbuilder shopworker silversmith skateboarder skier smallholder"
    " snowboarder sociologist soloist soprano spectator sprinter staffer stallholder statistician"
    " steelworker steward stewardess stockbroker stonemason streamer stuntman stylist"
    " subcontractor surfer surveyor swimmer tattooist taxidermist technician technologist"
    " telephonist therapist toxicologist trader translator trombonist trumpeter tutor typist"
    " undertaker upholsterer valuer ventriloquist veterinarian vintner violinist virologist"
    " vlogger vocalist volcanologist volunteer waiter waitress warder weightlifter welder"
    " winemaker woodcarver woodworker workman wrestler yachtsman youtuber zookeeper zoologist"
)
_PLAIN = word_set(
    # said of people, and of nobody as an office before the name
    "carpenter plumber baker butcher nun monk priest source insider neighbour neighbor bystander"
    " passer-by onlooker colleague relative mum mom dad aunt uncle cousin niece nephew grandson"
    " granddaughter widow widower fiancé fiancée bride groom sibling teenager youngster toddler"
    " schoolboy schoolgirl pupil graduate apprentice cook cyclist motorist driver passenger"
    " shopper customer pedestrian refugee migrant suspect defendant claimant plaintiff survivor"
    " whistleblower informant eyewitness vicar-general cleric scholar monarch duke duchess earl"
    " count countess viscount regent heir landlord landlady lodger hermit peer mp msp mep gp ceo"
    " nan gran granny stepfather stepmother actress heroine hero star gymnast athlete forward"
    " goalscorer winner loser boatswain mechanic critic sceptic skeptic publican"
    " detective deputy colonel admiral sheriff bishop archbishop cardinal rabbi imam superintendent"
    " representative"
)
PERSON_WORDS = PERSON_NOUNS | _MORE | _PLAIN
"""Nouns that name a person by what they are."""
_PLURAL_TITLES = word_set(
    "senators sens representatives reps congressmen presidents messrs governors govs justices"
    " judges professors drs councillors cllrs brothers sisters twins siblings newlyweds cousins"
    " friends colleagues actors singers doctors nurses mps pcs"
)
_OFFICES = TITLES | PERSON_NOUNS | _MORE | _PLURAL_TITLES
_LEADS = word_set(
    "prime vice attorney chief press deputy foreign home finance health education interior defence"
    " defense managing executive state assistant associate general police fire lord"
)
_BEFORE_OFFICES = word_set("then ex former vice co deputy acting under interim great step")
_CREEDS = word_set(
    "baptist methodist buddhist communist socialist nationalist marxist islamist populist feminist"
    " evangelist loyalist unionist royalist fascist zionist leftist rightist separatist"
)
"""With the ending of a trade, but the name of a body may follow these too."""
_SWEDES = frozenset(("qv", "qu"))
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ee", "crat")
_NO_PERSONS = word_set(
    "paper newspaper letter newsletter order poster offer answer committee chamber center theater"
    " register computer server sector restaurant grant plant charter number chapter quarter tower"
    " power river border harbor"
)
"""Nouns with the ending of a person that name none."""
_AFTER_OFFICES = word_set("elect designate general in-waiting")
_MALE = word_set(
    "mr sir lord father brother king prince congressman man boy husband son grandfather grandson"
    " dad uncle nephew widower spokesman chairman councilman assemblyman alderman businessman actor"
    " headmaster landlord schoolboy policeman fisherman craftsman salesman postman pope monk groom"
    " stepfather duke earl herr signor heir hero fiancé"
)
_FEMALE = word_set(
    "mrs ms miss lady dame sister queen princess baroness congresswoman woman girl wife mother"
    " daughter grandmother granddaughter mum mom aunt niece widow spokeswoman chairwoman"
    " councilwoman assemblywoman alderwoman businesswoman actress headmistress landlady schoolgirl"
    " policewoman nun bride stepmother duchess countess frau signora mme midwife nan gran"
    " granny heroine fiancée"
)
_NOUNS_OF_TITLES = {
    "sen": ("senator",),
    "rep": ("representative", "congressman", "congresswoman"),
    "gov": ("governor",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "cllr": ("councillor",),
    "rev": ("reverend", "vicar", "minister", "pastor"),
    "sgt": ("sergeant", "officer"),
    "capt": ("captain",),
    "lt": ("lieutenant", "officer"),
    "col": ("colonel", "officer"),
    "gen": ("general",),
    "maj": ("major", "officer"),
    "adm": ("admiral",),
    "det": ("detective", "officer"),
    "dep": ("deputy", "officer"),
    "insp": ("inspector", "officer"),
    "supt": ("superintendent", "officer"),
    "di": ("detective", "inspector", "officer"),
    "dci": ("detective", "inspector", "officer"),
    "ds": ("detective", "sergeant", "officer"),
    "dc": ("detective", "constable", "officer"),
    "pc": ("constable", "officer"),
    "inspector": ("officer",),
    "superintendent": ("officer",),
    "detective": ("officer",),
    "constable": ("officer",),
    "sir": (),
}


def title_gender(title: str) -> str:
    """`m` or `f` where a title or noun in lower case, without its full stop, tells it."""
    return "m" if title in _MALE else "f" if title in _FEMALE else ""


def nouns_of_title(title: str) -> tuple[str, ...]:
    """What someone with a title, in lower case without its full stop, is called: "sen", senator."""
    return _NOUNS_OF_TITLES.get(title, ())


@lru_cache(maxsize=20_000)
def is_office(word: str) -> bool:
    """Whether a word before a name is a title, a rank or a trade: "Actor", "DI", "Ex-mayor".

    The same words are asked for again and again, so answers are kept.
    """
    if word.replace(".", "") in _RANKS:
        return True
    low = word.casefold().rstrip(".")
    if low in _OFFICES and not (len(word) == 2 and word.isupper()):
        return True
    if "-" in low:
        first, _, last = low.partition("-")
        if last in _AFTER_OFFICES:
            return first in _OFFICES
        return first in _BEFORE_OFFICES and (last in _OFFICES or last in _MORE)
    return len(low) > 6 and low.endswith("ist") and low not in _CREEDS and low[-5:-3] not in _SWEDES


def is_person_noun(word: str) -> bool:
    """Whether a noun names a person by what they do."""
    low = word.casefold()
    if low in PERSON_WORDS:
        return True
    return len(low) > 4 and low.endswith(_PERSON_ENDINGS) and low not in _NO_PERSONS


def is_title(word: str) -> bool:
    """Whether a word is a title or a rank that is hardly ever a name itself."""
    return word.casefold().rstrip(".") in TITLES or word.replace(".", "") in _RANKS


def is_unnamed_office(words: Sequence[str]) -> bool:
    """Whether capitalised words are an office and nobody's name: "Attorney General"."""
    return len(words) > 1 and words[0].casefold() in _LEADS and is_office(words[-1])


def is_honour(word: str) -> bool:
    """Whether a word is "MP", "KC" or the like, which may follow a name and is no part of it."""
    return word.replace(".", "") in _HONOURS


def is_suffix(word: str) -> bool:
    """Whether a word is "Jr.", "III" or the like."""
    return word.casefold().rstrip(".") in SUFFIXES
