"""Who speaks in a headline; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations

BODY = "\n\nThe weir at Ham was shut on Tuesday.\n"


def found(headline: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """Kind, words and person of what the headline says."""
    text = headline + BODY
    return [
        (q.kind.value, q.text(text), q.who)
        for q in quotations(text)
        if q.segments[0].start < len(headline)
    ]


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("‘We’ll sue,’ says mill boss", "‘We’ll sue,’", "mill boss"),
        ("“Never again,” vows lottery winner", "“Never again,”", "lottery winner"),
        ("'No more cuts,' union tells minister", "'No more cuts,'", "union"),
        ("Mayor: ‘No more towers’", "‘No more towers’", "Mayor"),
        ("Coach Bill Dray: “We were robbed”", "“We were robbed”", "Bill Dray"),
        ("Judge to burglar: ‘You are a menace’", "‘You are a menace’", "Judge"),
        ("“It’s a Miracle,” Says Mother of Twins", "“It’s a Miracle,”", "Mother of Twins"),
        ("‘Enough is enough’: union calls strike", "‘Enough is enough’", "union"),
        ("Ada Oak Praises Her Town: ‘It Is Mine’", "‘It Is Mine’", "Ada Oak"),
        ("‘It’s a disgrace’: Mother slams council", "‘It’s a disgrace’", "Mother"),
        ("‘We lost it all’: Families speak after flood", "‘We lost it all’", "Families"),
    ],
)
def test_a_headline_names_who_speaks(headline: str, words: str, who: str) -> None:
    assert found(headline) == [("direct", (words,), who)]


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("Storm ‘worst in memory’, say farmers", "Storm ‘worst in memory’", "farmers"),
        ("School ‘unsafe’, parents claim", "School ‘unsafe’", "parents"),
        ("Crash ‘could be avoided’ – inquiry", "Crash ‘could be avoided’", "inquiry"),
    ],
)
def test_a_headline_reports_a_fragment(headline: str, words: str, who: str) -> None:
    assert found(headline) == [("mixed", (words,), who)]


@pytest.mark.parametrize(
    "headline",
    [
        "Blast ‘like a bomb going off’",
        "Bridge repairs ‘a waste of money’",
        "Watch: ‘Ghost’ walks through pub",
        "Exclusive: ‘I hid in a barrel for nine days’",
        "‘I thought it was a joke’: how a clerk won the lottery",
        "‘She was my rock’ – tributes to lollipop lady",
        "Shock as dog ‘talks’ on live radio",
    ],
)
def test_words_that_nobody_is_named_for_are_nobodys(headline: str) -> None:
    assert found(headline) == []
