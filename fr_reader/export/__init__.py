"""Out of fr-reader: a passage to cite, its bare words, and whole notes, all in markdown."""

from fr_reader.export.citation import cite
from fr_reader.export.evidence import Annotated
from fr_reader.export.files import write_notes
from fr_reader.export.notes import notes
from fr_reader.export.passage import bare
from fr_reader.export.project import project_notes

__all__ = ["Annotated", "bare", "cite", "notes", "project_notes", "write_notes"]
