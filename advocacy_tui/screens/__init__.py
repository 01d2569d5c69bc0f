"""One file a screen; screens never import each other."""
