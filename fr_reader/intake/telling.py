"""What became of an article that was taken in, in a line."""

from __future__ import annotations

from fr_reader.intake.adding import Put


def told(done: Put, guessed: str = "") -> str:
    """One line on what became of an article; `guessed` is the encoding it was read in where that
    was a guess."""
    line = _deed(done)
    notes = []
    if guessed:
        notes.append(f"read as {guessed}")
    if done.same_address:
        notes.append(f"another text than {done.same_address}, from the same address")
    if done.copy is not None:
        notes.append(f"looks like a copy of {done.copy.key} ({done.copy.likeness:.0%} alike)")
    return " · ".join([line, *notes])


def _deed(done: Put) -> str:
    entry, title = done.entry, done.entry.metadata.title
    if done.carried is not None:
        head = f"revised: {entry.id} (revision {entry.revision})  {title}".rstrip()
        return f"{head}: {done.carried}"
    if done.earlier:
        return f"there already (an earlier text of {entry.id})  {title}"
    deed = "added" if done.new else "updated" if done.changed else "there already"
    changed = f" ({', '.join(done.changed)})" if done.changed else ""
    return f"{deed}: {entry.id}  {title}{changed}"
