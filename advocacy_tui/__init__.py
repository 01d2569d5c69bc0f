"""A calm terminal notebook for people who speak about their work in their own voice."""

__version__ = "0.1.0"
