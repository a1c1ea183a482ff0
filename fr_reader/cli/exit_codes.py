"""What the exit code of the process says."""

from __future__ import annotations

DONE = 0
SOME_FAILED = 1
ALL_FAILED = 2
FAILED = 2
WRONG = 1
NOBODY_READS = 1
INTERRUPTED = 130
BY_SIGNAL = 128

MEANINGS = {
    "0": "All was done that was asked for.",
    "1": "Done in part: quotes or --plain could not read some of the texts, check, config, keys or "
    "doctor found something wrong, verify a quotation that is not as in its article, the reader "
    "ended by a fault of its own, or whoever reads the output went away.",
    "2": "Not done, or by import not all of it: a command used wrongly, a file or project that "
    "cannot be read or written. Standard error has the reason in a sentence.",
    "130": "Interrupted with ctrl+c.",
    "128+N": "Ended by the signal with the number N.",
}
"""The codes for people, in the order `--help`, the manual page and the README have them."""
