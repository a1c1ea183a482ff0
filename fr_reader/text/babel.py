"""The names TeX's babel has for languages, by their BCP 47 tags; from the babel manual."""

from __future__ import annotations

BABEL = {
    "en": "english",
    "en-GB": "british",
    "en-US": "american",
    "de": "ngerman",
    "de-AT": "naustrian",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "pt-BR": "brazilian",
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "nb": "norsk",
    "nn": "nynorsk",
    "fi": "finnish",
    "pl": "polish",
    "cs": "czech",
    "el": "greek",
    "tr": "turkish",
    "ru": "russian",
    "uk": "ukrainian",
    "ar": "arabic",
    "he": "hebrew",
    "ja": "japanese",
}
TAGS = {name: tag for tag, name in BABEL.items()} | {"german": "de", "norwegian": "nb"}
"""The tags by babel's names."""
