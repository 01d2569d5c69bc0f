"""The only SQL of the program; every write returns a Change."""
