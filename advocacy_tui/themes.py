"""The four themes: dark, light, the terminal's own colours, and none.

Contrast: whatever is read stands out from what it stands on by 4.5 to 1 or more in the two calm
themes (WCAG 2.2, 1.4.3), muted text too. The two others take the terminal's own colours, which
nobody here knows, so there weight, underline and reverse carry what is to be told.
"""

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
    panel="#262c31",
    success="#8fb8a8",
    warning="#d9a86c",
    error="#e09a8a",
    dark=True,
    variables={
        "text": "#d9dbd6",
        "text-muted": "#9da5a3",
        "text-primary": "#8fb8a8",
        "text-warning": "#d9a86c",
        "text-error": "#e09a8a",
        "text-success": "#8fb8a8",
        "text-accent": "#d9a86c",
        "block-cursor-foreground": "#f2f3ef",
        "block-cursor-background": "#2f3a3a",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#f2f3ef",
        "block-cursor-blurred-background": "#2f3a3a",
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": "#1f2428",
        "border": "#8fb8a8",
        "border-blurred": "#3b444a",
        "input-cursor-background": "#d9dbd6",
        "input-cursor-foreground": "#16191c",
        "input-selection-background": "#35564a",
        "input-selection-foreground": "#f2f3ef",
        "screen-selection-background": "#35564a",
        "screen-selection-foreground": "#f2f3ef",
        "scrollbar": "#3b444a",
        "scrollbar-hover": "#59646b",
        "scrollbar-active": "#8fb8a8",
        "scrollbar-background": "#16191c",
        "scrollbar-background-hover": "#16191c",
        "scrollbar-background-active": "#16191c",
        "scrollbar-corner-color": "#16191c",
        "link-color": "#8fb8a8",
        "link-background": "transparent",
        "link-style": "underline",
    },
)
CALM_LIGHT = Theme(
    name="calm-light",
    primary="#2a6351",
    secondary="#4a5c6a",
    accent="#7d4f10",
    foreground="#22272b",
    background="#fbfaf6",
    surface="#f3f1ea",
    panel="#e9e6dc",
    success="#2a6351",
    warning="#7d4f10",
    error="#96392a",
    dark=False,
    variables={
        "text": "#22272b",
        "text-muted": "#555d62",
        "text-primary": "#2a6351",
        "text-warning": "#7d4f10",
        "text-error": "#96392a",
        "text-success": "#2a6351",
        "text-accent": "#7d4f10",
        "block-cursor-foreground": "#14181b",
        "block-cursor-background": "#dbe6df",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#14181b",
        "block-cursor-blurred-background": "#dbe6df",
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": "#f0eee6",
        "border": "#2a6351",
        "border-blurred": "#c9c5b8",
        "input-cursor-background": "#22272b",
        "input-cursor-foreground": "#fbfaf6",
        "input-selection-background": "#c3dccf",
        "input-selection-foreground": "#14181b",
        "screen-selection-background": "#c3dccf",
        "screen-selection-foreground": "#14181b",
        "scrollbar": "#c9c5b8",
        "scrollbar-hover": "#a9a597",
        "scrollbar-active": "#2a6351",
        "scrollbar-background": "#fbfaf6",
        "scrollbar-background-hover": "#fbfaf6",
        "scrollbar-background-active": "#fbfaf6",
        "scrollbar-corner-color": "#fbfaf6",
        "link-color": "#2a6351",
        "link-background": "transparent",
        "link-style": "underline",
    },
)

_OWN = "ansi_default"


def _terminal(name: str, **colours: str) -> Theme:
    """Return a theme on the terminal's own ground; a colour that is not given is its default."""
    names = ("primary", "secondary", "accent", "success", "warning", "error")
    chosen = {one: colours.get(one, _OWN) for one in names}
    cursors = ("block-cursor", "block-cursor-blurred", "input-cursor")
    selections = ("input-selection", "screen-selection")
    variables = {
        f"{part}-{side}": _OWN
        for part in (*cursors, *selections, "ansi")
        for side in ("foreground", "background")
    }
    variables |= {f"{part}-text-style": "bold reverse" for part in cursors[:2]}
    variables |= {f"text-{one}": colour for one, colour in chosen.items()}
    scrollbars = ("", "-hover", "-active", "-background", "-background-hover", "-background-active")
    variables |= {f"scrollbar{part}": _OWN for part in scrollbars}
    variables |= {
        "input-cursor-text-style": "reverse",
        "text-muted": _OWN,
        "border": chosen["primary"],
        "border-blurred": _OWN,
        "block-hover-background": _OWN,
        "scrollbar-corner-color": _OWN,
        "link-color": chosen["primary"],
        "link-background": "transparent",
        "link-background-hover": "transparent",
        "link-color-hover": chosen["primary"],
        "link-style": "underline",
        "link-style-hover": "bold underline",
        "button-focus-text-style": "bold reverse",
    }
    return Theme(
        name=name,
        primary=chosen["primary"],
        secondary=chosen["secondary"],
        accent=chosen["accent"],
        success=chosen["success"],
        warning=chosen["warning"],
        error=chosen["error"],
        foreground=_OWN,
        background=_OWN,
        surface=_OWN,
        panel=_OWN,
        boost=_OWN,
        ansi=True,
        dark=True,
        variables=variables,
    )


ANSI = _terminal(
    "ansi",
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_yellow",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
)
PLAIN = _terminal("plain")
THEMES = (CALM_DARK, CALM_LIGHT, ANSI, PLAIN)
