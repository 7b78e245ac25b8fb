"""Recoupe reads news reports and keeps a ledger of who claims what, on whose word, and how it changed from copy to copy."""

from recoupe.errors import RecoupeError

__version__ = "0.1.0"
__all__ = ["Ledger", "RecoupeError", "__version__"]


def __getattr__(name: str) -> object:
    """Load `Ledger` on first use: `import recoupe` stays light."""
    if name == "Ledger":
        from recoupe.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
