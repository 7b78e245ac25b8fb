"""How a claim is put: reported, hearsay, possible, planned, ordered; and whether it says yes or no."""
