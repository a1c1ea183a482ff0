"""The tutor: a few short lessons on the seed article, each checked by what has become of it."""
