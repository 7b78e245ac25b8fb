"""The library's face: a ledger of reports, of what they claim, and of how that changed from copy to copy."""

from recoupe.ledger.answers import Added, Explanation, Fault, Hit, Info, Placed, Progress, Standing
from recoupe.ledger.ledger import Ledger

__all__ = ["Added", "Explanation", "Fault", "Hit", "Info", "Ledger", "Placed", "Progress", "Standing"]
