"""One pass over a page's markup: what its head says, and its blocks of text in order.

Nothing is fetched and nothing is nested: however deep the elements are, only a few counters know.
"""

from __future__ import annotations

from fr_reader.ingest.reading import clean
from fr_reader.ingest.tags import walk

_BLOCK_NAMES = """
    address article aside body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section
    summary table tbody td tfoot th thead title tr ul blockquote
"""
_UNSEEN_NAMES = "script style template noscript iframe object svg math select textarea"
_INLINE_NAMES = "span b i em strong font a u small big q cite code"
_SELF_ENDING = "p li td th tr dt dd hr tbody thead tfoot html body"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_NESTING = (_BLOCKS | frozenset(_INLINE_NAMES.split())) - frozenset(_SELF_ENDING.split())
_EMPTY = frozenset(("br", "meta", "link", "hr"))
_LIST = {"li": "- "}
_MOST_SCRIPT = 2_000_000
_MOST_METAS = 2_000


class Page:
    """The markup of a page, read in one pass.

    `metas` are (name or property, content) in order, `scripts` the JSON-LD, `times` what <time>
    says; `depth` is how deep elements were nested, `elements` how many there are, `ancestors` how
    many those have in all. `blocks` is the text, lists with `- ` and block quotations with `> `
    before them; `captions` are the places of the blocks that are captions of pictures.
    """

    def __init__(self, markup: str) -> None:
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.times: list[str] = []
        self.blocks: list[str] = []
        self.captions: set[int] = set()
        self.title = self.language = self.canonical = ""
        self.depth = self.elements = self.ancestors = self._open = self._hidden = self._quoted = 0
        self._unseen = ""
        self._in_title = self._in_data = self._in_caption = False
        self._mark = ""
        self._parts: list[str] = []
        walk(markup, self, xml=markup[:200].lstrip().startswith("<?xml"))
        self._flush()

    def start(self, tag: str, attributes: dict[str, str], closed: bool) -> None:
        """Note what the element says about the page, and whether a block begins."""
        self.elements += 1
        self.ancestors += self._open
        if tag in _NESTING:
            self._open += 1
            self.depth = max(self.depth, self._open)
        if tag in ("html", "meta", "link", "time", "script"):
            self._note(tag, attributes)
        if tag in _UNSEEN:
            self._hidden, self._unseen = (
                (self._hidden + 1, self._unseen)
                if self._unseen == tag
                else (1, tag)
                if not self._unseen
                else (self._hidden, self._unseen)
            )
        elif tag == "br":
            self._parts.append(" ")
        elif tag in _BLOCKS:
            self._flush()
            self._mark = _LIST.get(tag, self._mark if tag == "p" else "")
            self._quoted += tag == "blockquote"
            self._in_title = tag == "title"
            self._in_caption = tag == "figcaption" or (self._in_caption and tag != "figure")
        if closed and tag not in _EMPTY:
            self.end(tag)

    def end(self, tag: str) -> None:
        """Note that a block, or what is not to be seen, ends."""
        if tag in _NESTING:
            self._open = max(0, self._open - 1)
        if tag == "script":
            self._in_data = False
        if tag == self._unseen:
            self._hidden -= 1
            self._unseen = self._unseen if self._hidden else ""
        elif tag in _BLOCKS:
            self._flush()
            self._mark = ""
            self._in_title = False
            self._in_caption = self._in_caption and tag not in ("figcaption", "figure")
            self._quoted -= tag == "blockquote" and self._quoted > 0

    def text(self, text: str) -> None:
        """Text goes where the elements around it say."""
        if self._in_data and len(text) <= _MOST_SCRIPT:
            self.scripts.append(text)
        elif not self._unseen:
            self._parts.append(text)

    def _note(self, tag: str, said: dict[str, str]) -> None:
        if tag == "html":
            self.language = self.language or said.get("lang") or said.get("xml:lang", "")
        elif tag == "meta" and len(self.metas) < _MOST_METAS:
            key = said.get("property") or said.get("name") or said.get("itemprop", "")
            self.metas.append((key.strip().lower(), said.get("content", "")))
        elif tag == "link" and "canonical" in said.get("rel", "").lower().split():
            self.canonical = self.canonical or said.get("href", "")
        elif tag == "time":
            self.times.append(said.get("datetime", ""))
        elif tag == "script":
            self._in_data = said.get("type", "").lower().startswith("application/ld+json")

    def _flush(self) -> None:
        text = clean("".join(self._parts))
        self._parts = []
        if not text:
            return
        if self._in_title:
            self.title = self.title or text
            return
        if self._in_caption:
            self.captions.add(len(self.blocks))
        quoted = "> " if self._quoted else ""
        self.blocks.append(quoted + self._mark + text)
        self._mark = ""
