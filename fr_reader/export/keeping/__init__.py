"""What the user writes into exported notes, and how it survives the next export."""
