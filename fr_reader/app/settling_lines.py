"""What the screen on which disagreements are settled shows, as Textual content, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from fr_reader.agreement.cases import Case
from fr_reader.app.describe import excerpt, tag_name
from fr_reader.app.marks import role_of_code, sign_of
from fr_reader.model import (
    Annotation,
    Code,
    Codebook,
    Span,
    Speakers,
    Status,
    visible,
    visible_lines,
)

_EXTENT = 160


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and speakers are called."""

    codebook: Codebook
    speakers: Speakers


def passage_lines(case: Case, around: int) -> Content:
    """The passages of a case with so many code points of their surroundings, dimmed."""
    text, span = case.reading.article.text, case.span
    before = text[max(0, span.start - around) : span.start]
    after = text[span.end : span.end + around]
    if span.start > around:
        before = "…" + before.partition(" ")[2]
    if span.end + around < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Content.assemble(
        (visible_lines(before), "$fr-muted"),
        (visible_lines(span.of(text)), "bold"),
        (visible_lines(after), "$fr-muted"),
    )


def side_lines(case: Case, number: int, names: Names) -> Content:
    """What one of the coders did there: code or speaker, stance, extent and memo."""
    coder = case.coders[number]
    made = case.of(coder)
    parts = [Content.assemble((f"{number + 1} ", "bold $primary"), (visible(coder), "bold"))]
    parts += [_annotation(case, each, names) for each in made]
    if not made:
        parts.append(Content.styled("nothing here", "$fr-muted"))
    return Content("\n").join(parts)


def ruling_lines(case: Case, rulings: Sequence[Annotation], names: Names) -> Content:
    """What was ruled on a case; empty where nothing was."""
    if not rulings:
        return Content("")
    who = ", ".join(dict.fromkeys(visible(each.coder) for each in rulings))
    parts = [Content.styled(f"✓ settled by {who}", "bold $success")]
    stands = [each for each in rulings if each.status is Status.ACCEPTED]
    parts += [_annotation(case, each, names) for each in stands]
    if not stands:
        reason = next((each.memo for each in rulings if each.memo), "")
        parts.append(Content("nothing stands here"))
        parts += [Content.styled(visible(reason), "italic")] * bool(reason)
    return Content("\n").join(parts)


def _annotation(case: Case, one: Annotation, names: Names) -> Content:
    code = names.codebook.get(one.code) or Code("", "")
    style = f"$fr-{role_of_code(code)}" if one.code else "$fr-speaker"
    if one.speaker.startswith("?"):
        name = visible(one.speaker[1:])
    else:
        name = tag_name(one, names.codebook, names.speakers)
    stance = f"  {one.stance}" if one.stance else ""
    where = case.reading.paragraph_at(one.span.start) + 1
    words = excerpt(_words(case, one.segments), _EXTENT)
    found = Content.assemble(
        (f"{sign_of(one, names.codebook)} {name}", f"bold {style}"),
        stance,
        (f"  ¶ {where}, {_many(one.segments)}\n", "$fr-muted"),
        f"“{words}”" if not words.startswith("“") else words,
    )
    if one.memo:
        found = Content.assemble(
            found, (f"\nmemo: {visible(' '.join(one.memo.split()))}", "italic")
        )
    return found


def _many(segments: Sequence[Span]) -> str:
    many = sum(map(len, segments))
    return f"{many:,} character{'' if many == 1 else 's'}"


def _words(case: Case, segments: Sequence[Span]) -> str:
    return " … ".join(span.of(case.reading.article.text) for span in segments)
