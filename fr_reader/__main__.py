"""`python -m fr_reader` is `fr-reader`."""

from fr_reader.cli import main

main()
