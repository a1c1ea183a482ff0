"""Offices: the titles, ranks and trades that stand before a name and are no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.text.grammar import PERSON_NOUNS, TITLES, word_set
from fr_reader.text.lexicon import describing, first_names
from fr_reader.text.trades import NO_NAMES, behind_trade

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
_BEFORE_NAMES = word_set(
    "mum-of-two twins triplets brothers sisters siblings newlyweds parents goatherd cowherd herd"
    " swineherd shepherdess fiancee fiance sweethearts grandparents wheelwright ploughwright"
    " playmate shopworker steelworker dockworker binman bargee"
)
"""Nouns with no ending of a person that open a sentence before a name."""
_IN_NAMES = word_set(
    "new old great big little saint st royal holy grand upper lower north south east west northern"
    " southern eastern western central black white red green blue golden high long international"
    " national american british english french german italian spanish russian chinese indian"
    " general united federal public free first second good happy super united young sweet"
)
"""Adjectives that are part of a name as readily."""
_TRADES = (
    *(
        "master",
        "keeper",
        "maker",
        "worker",
        "herd",
        "herder",
        "monger",
        "wright",
        "owner",
        "seller",
    ),
    *("grower", "breeder", "holder", "builder", "woman", "setter", "dresser", "winner", "goer"),
)
"""How trades end that are one word of two."""
_MOODS = ("ed", "en", "ing", "less", "ful", "ous")
"""How adjectives end that describe somebody and are in no name."""
_SAID = word_set("said says adds added wrote writes")
_SWEDES = frozenset(("qv", "qu"))
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ee", "crat")
_NO_PERSONS = word_set(
    "paper newspaper letter newsletter order poster offer answer committee chamber center theater"
    " register computer server sector restaurant grant plant charter number chapter quarter tower"
    " power river border harbor"
)
"""Nouns with the ending of a person that name none."""
_ORIGINS = word_set(
    "swede dane finn pole turk scot briton spaniard czech swiss thai iraqi israeli pakistani"
    " bangladeshi kuwaiti saudi qatari omani yemeni somali kenyan ugandan german mexican korean"
    " moroccan cuban american african texan new-yorker londoner dubliner glaswegian liverpudlian"
    " mancunian geordie scouser cornishman welshman welshwoman englishman englishwoman scotsman"
    " irishman irishwoman frenchman frenchwoman dutchman dutchwoman yorkshireman lancastrian"
    " icelander new-zealander kiwi filipino filipina argentine greek croat serb slovak slovene"
    " canadian australian italian norwegian russian ukrainian belgian austrian hungarian romanian"
    " bulgarian brazilian colombian peruvian chilean venezuelan ecuadorian bolivian indian iranian"
    " syrian egyptian algerian tunisian libyan nigerian ghanaian ethiopian tanzanian zambian"
    " rwandan jamaican haitian chinese japanese vietnamese portuguese maltese lebanese nepalese"
    " indonesian malaysian cambodian mongolian armenian georgian estonian latvian lithuanian"
    " slovenian macedonian albanian bosnian uruguayan paraguayan californian parisian berliner"
    " uzbek kazakh afghan basque catalan fleming breton corsican"
)
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


def is_office(word: str) -> bool:
    """Whether a word before a name is a title, a rank or a trade: "Actor", "DI", "Ex-mayor"."""
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


def is_origin(low: str) -> bool:
    """Whether a word in lower case, single and with “the”, is somebody from a place: "Swede"."""
    return low in _ORIGINS or (len(low) > 5 and low.endswith(("ian", "ese", "ican", "inian")))


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


def name_starts(words: Sequence[str]) -> int:
    """Where the name itself begins in a row of capitalised words: behind the last office in it.

    "Press Secretary Ann Oak" begins at Ann, "Secretary of State Ann Oak" too; the office is part
    of a name after a first name ("Billie King Oak") and where nothing follows it.
    """
    for at in range(len(words) - 2, -1, -1):
        office = is_office(words[at]) or _is_trade(words, at)
        if not office or all(map(is_suffix, words[at + 1 :])):
            continue
        before = words[at - 1].casefold().rstrip(".") if at else ""
        if before and (before in first_names() or (len(before) == 1 and before.isalpha())):
            continue
        return _behind_complement(words, at + 1)
    return behind_trade(words) or (1 if _is_description(words) else 0)


def _is_description(words: Sequence[str]) -> bool:
    """Whether the first of some words only describes whom the rest names: "Heartbroken Ann Oak".

    It has its capital from the beginning of a sentence, and is an adjective, the noun of several
    people ("Shipbuilders Oak & Sons") or a verb that their words come before ("Said Ann Oak").
    """
    low = words[0].casefold()
    known = len(words) > 1 and words[1].casefold() in first_names()
    if len(words) < (2 if known or "-" in low else 3) or low in first_names() or low in _IN_NAMES:
        return False
    if not NO_NAMES.isdisjoint(word.casefold() for word in words[1:]):
        return False
    if "-" in low and is_person_noun(low.rpartition("-")[2]):
        return True
    if low in _SAID:
        return len(words) > 2
    if low in _BEFORE_NAMES or (len(low) > 7 and low.endswith(_TRADES)):
        return known or len(words) > 2
    if low in describing():
        return known or (len(words) == 3 and low.endswith(_MOODS))
    if low.endswith("s") and not low.endswith("ss") and is_person_noun(low[:-1]):
        return known or "&" in words
    return known and low in _ORIGINS


def _is_trade(words: Sequence[str], at: int) -> bool:
    """Whether a word with the ending of a person stands before a first name and more."""
    low = words[at].casefold()
    return (
        at + 2 < len(words)
        and len(low) > 5
        and low not in first_names()
        and words[at + 1].casefold() in first_names()
        and is_person_noun(low)
    )


def _behind_complement(words: Sequence[str], at: int) -> int:
    """Where the name begins behind an office: "of" and one word belong to the office."""
    if words[at].casefold() != "of":
        return at
    after = at + 2 + (words[at + 1 : at + 2] == ["the"])
    return after if len(words) - after > 1 else 0
