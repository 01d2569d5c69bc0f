"""Bringing texts in and taking them out: folders, files, formats, the clipboard."""
