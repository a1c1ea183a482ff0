"""Origins: what people are called by where they are from: “the Norwegian”, “the Swede”."""

from __future__ import annotations

from fr_reader.text.grammar import word_set

ORIGINS = word_set(
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


def is_origin(low: str) -> bool:
    """Whether a word in lower case, single and with “the”, is somebody from a place: "Swede"."""
    return low in ORIGINS or (len(low) > 5 and low.endswith(("ian", "ese", "ican", "inian")))
