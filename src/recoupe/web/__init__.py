"""Pages: self-contained HTML that needs no script and no network."""

from recoupe.web.page import page

__all__ = ["page"]
