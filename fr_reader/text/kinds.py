"""What a paragraph is for, told from its look and its place.

Every test looks at the ends of a paragraph or at a bounded part of it, so that a paragraph of
fifty megabytes costs no more than one of fifty words.
"""

from __future__ import annotations

import re

from fr_reader.model import ParagraphKind
from fr_reader.text.grammar import word_set

LONGEST_TITLE = 250
LONGEST_HEADING = 90
LONGEST_BYLINE = 160
LONGEST_CAPTION = 700

_BODY = ParagraphKind.BODY
_NAME = r"[^\W\d_][\w.'’‑-]*"
_BYLINE = re.compile(
    rf"(?:(?:Written |Reported |Reporting |Story |Words |Text )?[Bb]y|BY)[: ] ?{_NAME}(?:,? |$)"
)
_AGENCY = re.compile(r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by ")
_DATELINE = re.compile(
    r"(?:(?:First )?(?:Published|Updated|Posted|Last (?:updated|modified))\b.{0,80}\d.{0,40}"
    r"|(?:\w{3,9},? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}(?:,? \d\d?[:.]\d\d\w{0,4})?"
    r"|(?:\w{3,9},? )?[A-Z][a-z]{2,8} \d{1,2}, \d{4}(?:,? \d\d?[:.]\d\d\w{0,4})?"
    r"|\d{4}-\d\d-\d\d)$"
)
_SIGNED = frozenset("WRSTbB")
"""What a byline begins with."""
_DATED = frozenset("FPUL")
"""What a dateline begins with that may end in other than a date."""
_CREDIT = re.compile(
    r"(?:^|[\s(|/.])(?:Photographs?|Photos?|Pictures?|Images?|Illustrations?|Video|Graphic"
    r"|Screenshot|PHOTO|IMAGE|PICTURE|Caption)(?: [Cc]redits?)?(?:: ?| by | courtesy )\S"
)
_CREDIT_WORDS = re.compile(
    "[PIVGSC](?:hoto|icture|mage|llustration|ideo|raphic|creenshot|HOTO|MAGE|ICTURE|aption)"
)
"""What a credit has at least; quickly looked for."""
_CREDIT_TAIL = 160
"""A caption's credit, and one of ":", " by " and " courtesy " in it, stands this near its end."""
_AGENCY_CREDIT = re.compile(
    r"(?:\((?:AP|AFP|Reuters|PA|EPA)(?: Photo)?/[^()]{1,60}\)|(?:/|via |© ?)(?:Getty Images|AFP|"
    r"Reuters|Shutterstock|Alamy)[\w ]{0,20}\)?)$"
)
_AGENCY_MARKS = ("/", "via ", "©")
"""And what such a one has at least."""
_LIST_ITEM = re.compile(r"(?:[-*+•‣◦▪·] +|\(?(?:\d{1,3}|[a-zA-Z])[.)] +)\S")
_INITIAL = re.compile(r"[A-Z]\. ")
_MARKDOWN_HEADING = re.compile(r"#{1,6} +\S")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_OPENERS = "“‘„\"'«‹»"
_FINAL = frozenset(".!?…:;,")
_CLOSERS = "”’“\"'»›)]*_"


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, closing marks and brackets set aside."""
    return text[-12:].rstrip().rstrip(_CLOSERS)[-1:] in _FINAL


def is_list_item(line: str) -> bool:
    """Whether a line opens with a bullet or a number; an initial ("J. Doe") is neither."""
    if line[:2].isalpha():
        return False
    head = line[:12]
    return bool(_LIST_ITEM.match(head)) and not _INITIAL.match(head)


def is_block_quotation(line: str) -> bool:
    """Whether a line is quoted as Markdown and mail do, with `>`."""
    return line[:1] == ">"


def is_markdown_heading(line: str) -> bool:
    """Whether a line is a Markdown heading (`#` to `######`)."""
    return line[:1] == "#" and bool(_MARKDOWN_HEADING.match(line[:12]))


def is_underline(line: str) -> bool:
    """Whether a line only underlines the one above it, as Markdown headings may."""
    return len(line) <= LONGEST_TITLE and len(line) > 1 and bool(_UNDERLINE.match(line))


def is_caption(text: str) -> bool:
    """Whether a paragraph credits a picture: "Photograph: X", "Photo by X", "(AP Photo/X)"."""
    if len(text) > LONGEST_CAPTION:
        return False
    tail = text[-_CREDIT_TAIL:]
    may_credit = ":" in tail or " by " in tail or " courtesy " in tail
    if may_credit and _CREDIT_WORDS.search(tail):
        found = _CREDIT.search(text)
        if found and len(text) - found.end() <= 120:
            return True
    if text[-1] in '.!?”"':
        return False
    tail = tail[-120:]
    return any(map(tail.__contains__, _AGENCY_MARKS)) and bool(_AGENCY_CREDIT.search(tail))


def credit_in(text: str) -> int:
    """Where the picture credit of a caption begins, or the caption's length."""
    found = None if len(text) > LONGEST_CAPTION else _CREDIT.search(text)
    return found.start() if found else len(text)


def is_byline(text: str) -> bool:
    """Whether a paragraph says who wrote the article or when it appeared, and nothing else."""
    if len(text) > LONGEST_BYLINE:
        return False
    first, last = text[:1], text[-1:]
    if first == "(":
        return bool(_AGENCY.match(text))
    if (last.isalnum() or last == "_" or first in _DATED) and _DATELINE.match(text):
        return True
    return first in _SIGNED and bool(_BYLINE.match(text)) and not ends_sentence(text)


_SMALL_IN_TITLES = word_set(
    "a an the and or but nor so yet for of in on at to by up off as via vs per if it is be with"
    " from into over than that"
)
"""What has no capital where every other word of a title has one."""


def _title_case(text: str) -> bool:
    words = text.split()
    if any(word.islower() and word.isalpha() and word not in _SMALL_IN_TITLES for word in words):
        return False
    words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(words) > 2 and sum(not word[0].islower() for word in words) >= 0.9 * len(words)


def _is_title(text: str, alone: bool) -> bool:
    if is_markdown_heading(text):
        return True
    if alone or len(text) > LONGEST_TITLE:
        return False
    return not ends_sentence(text) or text[-1] in "!?" or _title_case(text)


def _is_heading(text: str, last: bool) -> bool:
    if is_markdown_heading(text):
        return True
    if last or len(text) > LONGEST_HEADING or text[0] in _OPENERS or text[0].islower():
        return False
    return not ends_sentence(text) and any(map(str.isalpha, text)) and text[0] not in "@#<[(—–-"


def kind_of(text: str, *, first: bool, last: bool, underlined: bool = False) -> ParagraphKind:
    """The kind of the paragraph `text`, which is or is not the article's first and last."""
    if is_block_quotation(text):
        return ParagraphKind.BLOCK_QUOTATION
    if underlined:
        return ParagraphKind.TITLE if first else ParagraphKind.HEADING
    if is_caption(text):
        return ParagraphKind.CAPTION
    if is_byline(text):
        return ParagraphKind.BYLINE
    if is_list_item(text):
        return ParagraphKind.LIST_ITEM
    if first and _is_title(text, alone=last):
        return ParagraphKind.TITLE
    if not first and _is_heading(text, last):
        return ParagraphKind.HEADING
    return _BODY
