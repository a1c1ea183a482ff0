"""Going through the lessons: which one it is, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.app.tutor.glimpse import Glimpse
from fr_reader.app.tutor.lessons import LESSONS, Lesson


class Course:
    """The lessons and where the learner is; `praise` is what is to be said of the last one."""

    def __init__(self, lessons: Sequence[Lesson] = LESSONS) -> None:
        self.lessons = tuple(lessons)
        self.at = 0
        self.praise = ""
        self._trail: list[Glimpse] = []

    @property
    def lesson(self) -> Lesson | None:
        """The lesson whose turn it is; None after the last."""
        return self.lessons[self.at] if self.at < len(self.lessons) else None

    def see(self, seen: Glimpse) -> bool:
        """Take in what there is to see; True when that has completed the lesson."""
        if not self._trail or self._trail[-1] != seen:
            self._trail.append(seen)
        lesson = self.lesson
        if lesson is None or not lesson.done(self._trail):
            return False
        self._go_on(lesson.praise)
        return True

    def skip(self) -> None:
        """Go on without having done it."""
        if self.lesson is not None:
            self._go_on("")

    def restart(self) -> None:
        """Begin with the first lesson, with nothing seen yet."""
        self.at, self.praise, self._trail = 0, "", []

    def _go_on(self, praise: str) -> None:
        self.at, self.praise, self._trail = self.at + 1, praise, self._trail[-1:]
