"""The stance a cue tells, and where none is told. All articles are made up."""

from __future__ import annotations

import pytest

from fr_reader.model import Article
from fr_reader.text import read, suggestions

CASES = {
    "Ann Example denied that the council had lost 400 letters.": [("claim", "denies")],
    "Ann Example disputed that 400 letters were lost.": [("claim", "denies")],
    "Bo Sample speculated that 40 letters were lost in the fire.": [("claim", "hedges")],
    "Ann Example said that 400 letters were lost in the fire.": [("claim", "")],
    "Ann Example dismissed fears that the river could flood.": [("concern", "dismisses")],
    "Ann Example feared that the river could flood.": [("concern", "worried about")],
    "Bo Sample warned that the bridge could collapse.": [("concern", "worried about")],
    "Ann Example, the mayor, did not deny that 400 letters were lost.": [("concern", "")],
    "Ann Example didn’t fear that the river could flood.": [("concern", "")],
    "Ann Example refused to rule out that 400 letters were lost.": [("concern", "")],
    "“No letters were lost in 2020,” Ann Example denied.": [("claim", "")],
    "It never rained. Bo Sample warned that the bridge could collapse.": [
        ("concern", "worried about")
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_a_stance_is_proposed_where_the_cue_is_clear(text: str) -> None:
    proposed = suggestions(read(Article("made-up", text)))
    assert [(one.code, one.stance) for one in proposed if one.code] == CASES[text]
