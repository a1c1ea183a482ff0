"""Made-up articles for the tests of verifying; nobody in them exists."""

from __future__ import annotations

from fr_reader.ingest import seeds
from fr_reader.model import Article, Metadata

RIVER = """River board delays the new weir

By Una Invented

The board of the made-up River Lull will not build the weir before 2031, it said on Monday.

“We never promised a date, and we can't start until the £4,500,000 grant is paid,” Ann Example,
the chair of the board, said. “Nobody here wants a half-built weir – least of all me.

“Would you spend 12.5% of your budget on a hole in the ground? We would not.”

Bo Example disagreed: “The board has said ‘next year’ for nine years; [the members] know it.”

According to Cy Example, the fish don't care * about [sic] notes & figures_or #tags * at all.
"""
TRAMS = """Tram drivers to vote on strike

Drivers of the imaginary Tramways of Nowhere will vote on 14 March, their union said.

"It's not about money," said Di Example. "It is about the 5:40 shift... and who has to drive it."

Ed Example, who runs the trams, said: "We're sorry. All 300 drivers were asked, and 212 of them
didn't answer; what else could we have done? Closing the line is the last thing we want!"

Fay Example wrote that the well-known timetable would not change before the summer, whatever the
drivers decide, because the company is bound by its contract with the city.
"""


def articles() -> list[Article]:
    """The made-up articles and the seed articles."""
    made = [
        Article("river", RIVER, Metadata(title="River board delays the new weir")),
        Article("trams", TRAMS, Metadata(title="Tram drivers to vote on strike")),
    ]
    return [*made, *seeds()]
