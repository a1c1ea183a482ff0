"""What the doctor finds out: one fact a line, and what is to be done where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its name; `problem` is a sentence on what is wrong about it and what helps."""

    name: str
    told: str
    problem: str = ""
