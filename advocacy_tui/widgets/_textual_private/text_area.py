"""Where a text area makes the parts that it edits with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.widgets.text_area import DocumentBase, DocumentNavigator, WrappedDocument


class OpenTextArea(TextArea, inherit_bindings=False):
    """A text area whose subclass makes the document, the rows and the navigator."""

    def make_parts(self, text: str) -> tuple[DocumentBase, WrappedDocument, DocumentNavigator]:
        """Return the document for a text, its rows and the navigator over them."""
        raise NotImplementedError

    def _set_document(self, text: str, language: str | None) -> None:
        self.document, self.wrapped_document, self.navigator = self.make_parts(text)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()
