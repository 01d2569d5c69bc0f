"""The four themes: dark, light, the terminal's own colours, and none."""

from __future__ import annotations

from textual.theme import Theme

CALM_DARK = Theme(
    name="calm-dark",
    primary="#8fb8a8",
    secondary="#a7b6c2",
    accent="#d9a86c",
    foreground="#d9dbd6",
    background="#16191c",
    surface="#1c2024",
    panel="#23282d",
    success="#8fb8a8",
    warning="#d9a86c",
    error="#d98c7a",
    dark=True,
)
CALM_LIGHT = Theme(
    name="calm-light",
    primary="#2f6b58",
    secondary="#4a5c6a",
    accent="#8a5a17",
    foreground="#22272b",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e9e6dc",
    success="#2f6b58",
    warning="#8a5a17",
    error="#9c4130",
    dark=False,
)
ANSI = Theme(
    name="ansi",
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    ansi=True,
    dark=True,
)
PLAIN = Theme(
    name="plain",
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    ansi=True,
    dark=True,
)
THEMES = (CALM_DARK, CALM_LIGHT, ANSI, PLAIN)
