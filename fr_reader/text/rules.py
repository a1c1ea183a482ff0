"""The rules that find quotations, each by its name with what it looks for in one line."""

from __future__ import annotations

DIRECT_RULES: dict[str, str] = {
    "speaker-then-cue": "“S,” X said: speaker and cue follow the quotation.",
    "cue-then-speaker": "“S,” said X: cue and speaker follow the quotation.",
    "speaker-after-comma": "“S,” X smiled: a comma and a name follow, whatever the verb.",
    "comma-inside": "“S,” …: a sentence that ends in a comma goes on with who says it.",
    "no-comma": "“S” X said: speaker and cue follow, the comma was forgotten.",
    "according-to": "“S,” according to X; According to X, S: “according to” names the speaker.",
    "words-of": "In X’s words, “S”; in the words of X, “S”: whose words they are is said.",
    "chants-of": "Their chants of “S”; cries of “S” from X: what is shouted is named.",
    "colon": "X said: “S”: a colon introduces the quotation.",
    "name-and-colon": "X: “S”: a name and a colon introduce the quotation.",
    "cue-then-comma": "X said, “S”: a cue and a comma introduce the quotation.",
    "cue-without-speaker": "Said once more, “S”: a cue introduces it, without saying whose it is.",
    "cue-right-before": "X said “S”: the cue stands right before the quotation.",
    "in-reported-clause": "X said it was “S”: a quoted fragment in a clause that a cue reports.",
    "cue-later": "“S” is how X put it: the cue comes later in the sentence.",
    "whole-sentence": "X issued a statement, “S.”: a sentence in marks that words lead up to.",
    "sentence-before": "X agreed. “S”: the sentence before the quotation reports X.",
    "sentence-after": "“S.” X sighed. “S.”: the sentence between two quotations is about X.",
    "dash": "“S” — X; “S” (X); X — “S”: a name behind a dash or in brackets signs it.",
    "remark-between": "“S” — X sighed — “S,” said X: dashes part two halves of one quotation.",
    "incise": "« S, says X. S »; — S, said X: who speaks is said inside the speech itself.",
    "headline": "‘S,’ says X; X: ‘S’; Bridge ‘S’ – X: a headline says shortly who speaks.",
    "carry-over": "“S.” “S2.”: no cue of its own, it goes on from the quotation before it.",
    "carry-over-cue": "Adding, “S”: a cue without a subject, it goes on from the one before.",
    "turn": "X: S, in an interview: most paragraphs begin with who speaks.",
    "post": "@x: S; S — X (@x): a post in social media, set apart.",
    "block-quotation": "> S: a paragraph quoted as Markdown and mail do.",
    "unattributed": "A sentence in quotation marks that nothing attributes.",
}
"""Rules for words in quotation marks."""

INDIRECT_RULES: dict[str, str] = {
    "source-cue-content": "X said that S; X’s claim that S; X wants S: a cue reports what follows.",
    "content-source-cue": "S, X said; S1, X said, S2: source and cue follow, or stand inside.",
    "content-cue-source": "S, says X; S1, said X, S2: cue and source follow, or stand inside.",
    "passive": "S is expected to S; S1 was accused by X of S2: the subject is reported too.",
}
"""Rules for reported words; a quoted fragment among these makes them mixed."""

RULES: dict[str, str] = DIRECT_RULES | INDIRECT_RULES
"""All rules by name."""
