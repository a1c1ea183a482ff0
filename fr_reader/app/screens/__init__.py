"""The screens of the app. Those that open over another one are imported when they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily

if TYPE_CHECKING:
    from fr_reader.app.screens.citation import CitationDialog
    from fr_reader.app.screens.confirm import Confirm
    from fr_reader.app.screens.describing import describe
    from fr_reader.app.screens.dropping import dropped
    from fr_reader.app.screens.export_asks import ask_and_export
    from fr_reader.app.screens.help import HelpScreen
    from fr_reader.app.screens.library import LibraryScreen
    from fr_reader.app.screens.memo import MemoEditor
    from fr_reader.app.screens.overview import OverviewScreen
    from fr_reader.app.screens.passages import PassagesScreen
    from fr_reader.app.screens.picker import Picked, Picker, PickerOption
    from fr_reader.app.screens.project_search import ProjectSearch
    from fr_reader.app.screens.review import ReviewScreen
    from fr_reader.app.screens.settle import SettleScreen
    from fr_reader.app.screens.shared_places import open_codebook, open_speakers
    from fr_reader.app.screens.tutor import TutorScreen

__all__ = [
    "CitationDialog",
    "Confirm",
    "HelpScreen",
    "LibraryScreen",
    "MemoEditor",
    "OverviewScreen",
    "PassagesScreen",
    "Picked",
    "Picker",
    "PickerOption",
    "ProjectSearch",
    "ReviewScreen",
    "SettleScreen",
    "TutorScreen",
    "ask_and_export",
    "describe",
    "dropped",
    "open_codebook",
    "open_speakers",
]

_WHERE = {
    "CitationDialog": "citation",
    "Confirm": "confirm",
    "HelpScreen": "help",
    "LibraryScreen": "library",
    "MemoEditor": "memo",
    "OverviewScreen": "overview",
    "PassagesScreen": "passages",
    "Picked": "picker",
    "Picker": "picker",
    "PickerOption": "picker",
    "ProjectSearch": "project_search",
    "ReviewScreen": "review",
    "SettleScreen": "settle",
    "TutorScreen": "tutor",
    "ask_and_export": "export_asks",
    "describe": "describing",
    "dropped": "dropping",
    "open_codebook": "shared_places",
    "open_speakers": "shared_places",
}
__getattr__ = lazily(__name__, _WHERE)
