"""How far coders agree: percent, kappa and alpha, with what they are measured on."""
