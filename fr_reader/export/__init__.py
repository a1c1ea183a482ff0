"""Out of fr-reader: passages to cite, whole notes, tables, a report and graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.export.article_notes import notes
    from fr_reader.export.citations.styles import cite
    from fr_reader.export.evidence import Annotated
    from fr_reader.export.files import write_file, write_notes
    from fr_reader.export.folders import write_folder
    from fr_reader.export.keeping.files import export_file, export_folder
    from fr_reader.export.passage import bare
    from fr_reader.export.project import collect, project_notes

__all__ = [
    "Annotated",
    "bare",
    "cite",
    "collect",
    "export_file",
    "export_folder",
    "notes",
    "project_notes",
    "write_file",
    "write_folder",
    "write_notes",
]

_WHERE = {
    "cite": "citations.styles",
    "Annotated": "evidence",
    "write_file": "files",
    "write_folder": "folders",
    "collect": "project",
    "export_file": "keeping.files",
    "export_folder": "keeping.files",
    "write_notes": "files",
    "bare": "passage",
    "notes": "article_notes",
    "project_notes": "project",
}
__getattr__ = lazily(__name__, _WHERE)
