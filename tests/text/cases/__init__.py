"""Hand-made cases of quotations and their speakers, and how a reading of them is judged."""
