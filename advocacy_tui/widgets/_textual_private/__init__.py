"""Every private name of Textual that we lean on; the tests fail when one changes.

- `text_area`: `TextArea._set_document`, where a text area makes its document, rows and navigator.
- `keys`: `XTermParser.feed` and `.tick`, where a terminal's bytes become keys. Apart from the
  other, as the app needs it before the first key and should not load a text area for it.
"""
