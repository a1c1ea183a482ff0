"""Projects to and from other programs: a bundle out, a bundle in, and what did not fit."""
