"""Completion scripts: what the parsers take, as a tree, and one module a shell that writes it."""
