"""The commands of the overview of the project, and those of the lists its cells open."""

from __future__ import annotations

from fr_reader.app.commands.command import MOVE, PLACE, TAKE, Command
from fr_reader.app.commands.listing import listing

SHEET_TITLES = {
    "speakers": "Speakers",
    "matrix": "Speakers and codes",
    "codes": "Codes",
    "together": "Codes together",
    "timeline": "Codes over time",
    "publishers": "Speakers and publishers",
    "claims": "Claims and concerns by stance",
    "ledger": "Every claim and concern",
    "agreement": "Agreement of the coders",
    "differences": "Where the coders differ",
}
"""The sheets by their names, in the order of their digits."""

_SHEETS = tuple(
    Command(
        f"overview.{name}",
        (str((at + 1) % 10),),
        title,
        f"Shows the sheet “{title}”.",
        PLACE,
        action=f"sheet('{name}')",
    )
    for at, (name, title) in enumerate(SHEET_TITLES.items())
)

OVERVIEW: tuple[Command, ...] = (
    *(one for one in listing("overview", "row") if one.id != "overview.find"),
    Command("overview.left", ("h", "left"), "Cell before", "Moves to the cell before.", MOVE),
    Command("overview.right", ("l", "right"), "Next cell", "Moves to the next cell.", MOVE),
    Command(
        "overview.next-sheet",
        ("tab",),
        "Next sheet",
        "Shows the next sheet; after the last comes the first.",
        PLACE,
        hint="next sheet",
    ),
    Command(
        "overview.previous-sheet",
        ("shift+tab",),
        "Sheet before",
        "Shows the sheet before.",
        PLACE,
    ),
    *_SHEETS,
    Command(
        "overview.open",
        ("enter",),
        "List the passages of the cell",
        "Lists the passages that the cell was counted from; of a figure of agreement, what coders "
        "differ on, and there it begins to settle that.",
        PLACE,
        hint="passages",
    ),
    Command(
        "overview.filter",
        ("/",),
        "Filter by words, speaker, code, date and more",
        "Counts only what you ask for: words, and speaker:, code:, publisher:, article:, by:,"
        " since:, until: or a saved query:; {overview.back} counts all again.",
        PLACE,
        hint="filter",
    ),
    Command(
        "overview.copies",
        ("c",),
        "Count copies once, or every print",
        "Counts what near copies of one article print once more, or leaves it out again.",
        PLACE,
    ),
    Command(
        "overview.save",
        ("W",),
        "Save the filter as a query",
        "Saves what is filtered under a name, for all who work in the project.",
        TAKE,
    ),
    Command(
        "overview.unit",
        ("u",),
        "Next unit of the agreement",
        "Compares coders by quotation, sentence, character, or by where passages begin and end.",
        PLACE,
        hint="unit",
    ),
    Command(
        "overview.what",
        ("s",),
        "Agreement on codes or speakers",
        "Compares the codes given, or who is said to speak.",
        PLACE,
        hint="codes or speakers",
    ),
    Command(
        "overview.machine",
        ("m",),
        "Agreement with the machine",
        "Compares coders with what the machine proposes, too, or without it again.",
        PLACE,
        hint="machine",
    ),
    Command(
        "overview.copy",
        ("y",),
        "Copy the sheet",
        "Copies the sheet as a markdown table.",
        TAKE,
        hint="copy",
    ),
    Command(
        "overview.write",
        ("E", "w"),
        "Write the sheet as CSV",
        "Writes the sheet to a CSV file you name.",
        TAKE,
        hint="CSV",
    ),
    *listing("passages", "passage"),
    Command(
        "passages.open",
        ("enter",),
        "Open the article there",
        "Opens the article at the passage.",
        PLACE,
        hint="open",
    ),
)
