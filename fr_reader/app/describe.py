"""Sentences and lines about the passage under the cursor, as Textual content, never markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from textual.content import Content

from fr_reader.app.commands import Keymap, hinted
from fr_reader.app.here import Here, Voice
from fr_reader.app.layout import line_face, wrap
from fr_reader.app.linking import Linked
from fr_reader.app.marks import MEMO_SIGN, SPEAKER_SIGN, SUGGESTED_SIGNS, role_of, sign_of
from fr_reader.model import (
    MACHINE,
    Annotation,
    Codebook,
    Reading,
    Speakers,
    Status,
    Suggestion,
    visible,
)

_MOST_ABOUT = 2
NO_LINKS: Mapping[str, Sequence[Linked]] = MappingProxyType({})
Part = str | Content | tuple[str, str]


def excerpt(text: str, longest: int) -> str:
    """The beginning of `text` on one line, safe to show, at most `longest` code points."""
    line = visible(" ".join(text[: longest * 4].split()))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def tag_name(annotation: Annotation, codebook: Codebook, speakers: Speakers) -> str:
    """What an annotation says, in a word: its code's name, its speaker's, or `memo`."""
    if annotation.code:
        code = codebook.get(annotation.code)
        return visible(code.name) if code else "unknown code"
    if annotation.speaker:
        speaker = speakers.get(annotation.speaker)
        return visible(speaker.name) if speaker else "unknown speaker"
    return "memo"


def who_line(here: Here, codebook: Codebook, speakers: Speakers) -> Content:
    """The speaker of the passage: accepted, suggested, or not known."""
    if here.speaker:
        name = tag_name(here.speaker, codebook, speakers)
        return Content.assemble((name, "bold $fr-speaker"), (" ✓", "$fr-speaker"))
    quotation = here.quotation
    if quotation is None:
        return Content("")
    if not quotation.who:
        return Content.styled("speaker not found", "$fr-suggested")
    return Content.assemble(
        (visible(quotation.who), "$fr-suggested"),
        (f"  suggested {quotation.confidence:.2f}".replace("0.", "."), "$fr-suggested"),
    )


def passage_panel(
    here: Here,
    codebook: Codebook,
    speakers: Speakers,
    width: int,
    about: str = "",
    links: Mapping[str, Sequence[Linked]] = NO_LINKS,
) -> list[Content]:
    """The lines of the panel about the passage under the cursor; `about` is what is known of its
    speaker, `links` what its tags are to others, by their ids."""
    first, last = here.paragraphs
    numbers = f"¶ {first}" if first == last else f"¶ {first}–{last}"
    lines = [Content.assemble(("HERE  ", "bold $fr-muted"), (numbers, "$fr-muted"))]
    quotation = here.quotation
    if quotation is not None:
        what = f"{SPEAKER_SIGN} quotation {here.number}, {quotation.kind}"
        lines.append(Content.styled(what, "$fr-quotation"))
    if quotation is not None or here.speaker is not None:
        chosen = here.chosen is not None and here.chosen == here.speaker
        lines.append(Content.assemble("› " if chosen else "  ", who_line(here, codebook, speakers)))
        lines += _about_lines(here, about, width)
    if quotation is not None and here.speaker is None and quotation.reason:
        lines += [
            Content.styled("  " + line, "$fr-muted") for line in _fold(quotation.reason, width - 2)
        ]
    for annotation in here.tags:
        lines += _tag_lines(annotation, here, codebook, speakers, width)
        for one in links.get(annotation.id, ()):
            lines += _link_lines(one, width)
    if here.speaker is not None and here.speaker.memo:
        lines += _memo_lines(here.speaker.memo, width)
    if not here.tags and here.speaker is None:
        lines.append(Content.styled("no tags here yet", "$fr-muted"))
    return lines


def _speaker_style(here: Here) -> str:
    return "$fr-speaker" if here.speaker is not None else "$fr-suggested"


def _about_lines(here: Here, about: str, width: int) -> list[Content]:
    """What a speaker does and where, in two lines at most."""
    lines = _fold(visible(about), width - 2) if about else []
    if len(lines) > _MOST_ABOUT:
        lines = [*lines[: _MOST_ABOUT - 1], excerpt(" ".join(lines[_MOST_ABOUT - 1 :]), width - 2)]
    return [Content.styled("  " + line, _speaker_style(here)) for line in lines]


def _tag_lines(
    annotation: Annotation, here: Here, codebook: Codebook, speakers: Speakers, width: int
) -> list[Content]:
    role, name = role_of(annotation, codebook), tag_name(annotation, codebook, speakers)
    sign = sign_of(annotation, codebook)
    name += _stance(annotation)
    if annotation not in here.own:
        name = f"{name} · {visible(annotation.coder)}"
    if annotation.status is Status.CONFLICT:
        name = f"{name} · other version"
    chosen = here.chosen is not None and annotation.id == here.chosen.id
    room = max(0, width - len(name) - 7)
    exact = annotation.anchors[0].exact.strip('“”"')
    words = f" “{excerpt(exact, room)}”" if room > 8 else ""
    head = Content.assemble(
        "› " if chosen else "  ",
        (f"{sign} {name}", f"bold $fr-{role}"),
        (words, "$fr-muted"),
    )
    return [head, *(_memo_lines(annotation.memo, width) if annotation.memo else ())]


def _stance(annotation: Annotation) -> str:
    return f" · {annotation.stance}" if annotation.stance else ""


def suggestion_lines(proposed: Suggestion | None, codebook: Codebook, width: int) -> list[Content]:
    """The lines about a code suggested for the passage under the cursor, and why."""
    if proposed is None or not proposed.code:
        return []
    reason = [
        Content.styled("  " + line, "$fr-muted") for line in _fold(proposed.reason, width - 2)
    ]
    return [_proposal(proposed, codebook), *reason]


def proposed_name(proposed: Suggestion, codebook: Codebook) -> str:
    """What a suggestion is about, in a word: its speaker's name, or its code's."""
    code = codebook.get(proposed.code) if proposed.code else None
    return visible(code.name if code else proposed.who or proposed.code)


def _proposal(proposed: Suggestion, codebook: Codebook) -> Content:
    sign = SUGGESTED_SIGNS.get(proposed.code, "◇")
    sure = f"{proposed.confidence:.2f}".removeprefix("0")
    how = "suggested" if proposed.coder == MACHINE else "learned"
    stance = f" · {visible(proposed.stance)}" if proposed.stance else ""
    name = proposed_name(proposed, codebook)
    return Content.styled(f"{sign} {name}{stance}?  {how} {sure}", "$fr-suggested")


def _link_lines(linked: Linked, width: int) -> list[Content]:
    head = f"    → {linked.link.relation.value} "
    words = f"“{excerpt(linked.words, max(8, width - len(head) - 2))}”" if linked.words else ""
    lines = [Content.assemble((head, "$fr-muted"), words)]
    if linked.article:
        place = excerpt(linked.article, max(8, width - 6))
        lines.append(Content.styled(f"      {place}", "$fr-muted"))
    return lines


def _memo_lines(memo: str, width: int) -> list[Content]:
    lines = _fold(memo, width - 6)
    more = lines[:4] + (["…"] if len(lines) > 4 else [])
    signs = [MEMO_SIGN, *" " * (len(more) - 1)]
    return [
        Content.styled(f"    {sign} {line}", "$fr-memo")
        for sign, line in zip(signs, more, strict=True)
    ]


def _fold(text: str, width: int) -> list[str]:
    face = line_face(text)
    return [face[a:b].rstrip() for a, b in wrap(face, max(8, width))]


def voices_panel(found: Sequence[Voice], width: int) -> list[Content]:
    """The lines of the panel of the article's speakers, a bar showing each one's share of words."""
    name_room = max(8, width - 15)
    lines = [Content.styled(f"{'SPEAKERS':<{name_room}}   ❝ words", "bold $fr-muted")]
    most = max((voice.words for voice in found), default=1) or 1
    for voice in found:
        style = "$fr-speaker" if voice.accepted else "$fr-suggested"
        name = excerpt(voice.name, name_room)
        bar = "█" * max(1, round(4 * voice.words / most))
        figures = f"{voice.quotations:>4}{voice.words:>6} "
        lines.append(Content.assemble((f"{name:<{name_room}}", style), figures, (bar, style)))
    if not found:
        lines.append(Content.styled("none found yet", "$fr-muted"))
    return lines


def hints(place: str, width: int, keymap: Keymap) -> Content:
    """The keys worth knowing here, as many as fit in `width` cells."""
    known = [(command, word) for command, word in hinted(place) if keymap.keys(command)]
    shown = [(keymap.face(command.id), word) for command, word in known]
    while len(shown) > 1 and sum(len(key) + len(word) + 3 for key, word in shown) - 2 > width:
        del shown[-2]  # the last one, which leads to all others, stays
    parts = [
        Content.assemble((key, "bold $primary"), (f" {word}", "$fr-muted")) for key, word in shown
    ]
    return Content("  ").join(parts)


def place_line(
    reading: Reading,
    here: Here,
    said: str,
    left: int,
    waits: str = "",
    width: int = 80,
    whole: bool = True,
) -> Content:
    """Where the cursor is, what the last key did or else how many suggestions are left.

    `waits` says what waits to be placed in a new text; it goes before suggestions where there is
    not room for both in `width` cells. Unless the reading is `whole`, more paragraphs may come.
    """
    quotations = len(reading.quotations)
    parts: list[Part] = [(f"{visible(said)}   ", "bold $success")] if said else []
    if waits and not said:
        parts.append((f"{waits}   ", "bold $text-warning"))
    if left and not said and (not waits or width >= 60):
        parts.append((f"{left} to review   ", "$fr-suggested"))
    many = f"{len(reading.paragraphs)}" if whole else "…"
    at = f"{here.number or '–'}/{quotations}"
    parts.append((f"{SPEAKER_SIGN} {at}  ¶ {here.paragraphs[0]}/{many}", "$fr-muted"))
    return Content.assemble(*parts)


def status_line(
    here: Here,
    codebook: Codebook,
    speakers: Speakers,
    proposed: Suggestion | None = None,
    width: int = 80,
    about: str = "",
) -> Content:
    """The passage in one line, for terminals without room for the panels.

    What is chosen or proposed comes first; where not all names fit in `width` cells, the other
    tags show their signs alone, and the speaker comes last. `about` is what is known of the
    speaker, shown where it fits as well.
    """
    speaker = []
    if here.quotation is not None or here.speaker is not None:
        speaker = [Content.assemble(f"{SPEAKER_SIGN} ", who_line(here, codebook, speakers))]
    chosen = here.chosen if here.chosen in here.tags.items else None
    first = [_short_tag(chosen, codebook, speakers, True)] if chosen else []
    if proposed is not None and proposed.code:
        first.append(_proposal(proposed, codebook))
    others = [a for a in here.tags if chosen is None or a.id != chosen.id]
    named = [_short_tag(a, codebook, speakers, False) for a in others]
    full = Content("  ").join([*speaker, *first, *named])
    more = (
        Content.styled(f"· {visible(about)}", _speaker_style(here))
        if about and speaker
        else Content()
    )
    if more and full.cell_length + more.cell_length + 2 <= width:
        full = Content("  ").join([*speaker, more, *first, *named])
    if full.cell_length <= width:
        return full if full else Content.styled("no tags here yet", "$fr-muted")
    signs = [Content.styled(sign_of(a, codebook), f"$fr-{role_of(a, codebook)}") for a in others]
    return Content("  ").join([*first, Content(" ").join(signs), *speaker])


def _short_tag(
    annotation: Annotation, codebook: Codebook, speakers: Speakers, chosen: bool
) -> Content:
    role, sign = role_of(annotation, codebook), sign_of(annotation, codebook)
    memo = f" {MEMO_SIGN}" if annotation.memo and annotation.code else ""
    style = f"bold underline $fr-{role}" if chosen else f"$fr-{role}"
    name = tag_name(annotation, codebook, speakers) + _stance(annotation)
    return Content.styled(f"{sign} {name}{memo}", style)
