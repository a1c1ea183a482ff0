"""What the tutor's panel says, as Textual content, never markup."""

from __future__ import annotations

from textual.content import Content

from fr_reader.app.commands import Keymap, commands_of
from fr_reader.app.tutor.course import Course
from fr_reader.app.tutor.lessons import END, NEXT


def panel_lines(course: Course, keymap: Keymap, width: int, low: bool) -> Content:
    """The lesson in a line of its own, what to do, and, unless the screen is `low`, why."""
    lesson = course.lesson
    if lesson is None:
        parts = [_head(course, "That was all", keymap, width), _words(END, keymap, "")]
        return Content("\n").join([*parts, _words(NEXT, keymap, "$fr-muted")])
    parts = [_head(course, lesson.title, keymap, width), _words(lesson.do, keymap, "")]
    if not low:
        parts.append(_words(lesson.why, keymap, "$fr-muted"))
    return Content("\n").join(parts)


def _head(course: Course, title: str, keymap: Keymap, width: int) -> Content:
    """Praise and the lesson's title at the left, its number and the keys of the tutor at the right,
    as far as there is room."""
    praise = f"✓ {course.praise}  " if course.praise else ""
    left = Content.assemble((praise, "bold $success"), (title, "bold $text-primary"))
    number = f"{course.at + 1}/{len(course.lessons)}" if course.lesson else ""
    right = Content.styled(number, "$fr-muted")
    known = commands_of("tutor")[:3] if course.lesson else ()
    for command in known:
        if keymap.keys(command):
            face = keymap.face(command.id)
            more = Content.assemble(
                right, "  ", (face, "bold $primary"), (f" {command.hint}", "$fr-muted")
            )
            if left.cell_length + more.cell_length + 2 <= width:
                right = more
    room = max(0, width - right.cell_length)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), right)


def _words(words: str, keymap: Keymap, style: str) -> Content:
    parts = keymap.spelled(words)
    return Content.assemble(*((part, "bold $text-accent" if key else style) for part, key in parts))
