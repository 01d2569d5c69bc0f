"""What can go wrong, as one plain sentence and an exit code each."""

from __future__ import annotations


class AdvocacyError(Exception):
    """A problem that a person is told about; the text is already translated."""

    exit_code = 2


class UsageProblem(AdvocacyError):
    """Wrong usage, unusable input or an unknown id; nothing was done."""

    exit_code = 2


class OutputLost(AdvocacyError):
    """The answer could not be written where the output goes; what was asked for is done."""

    exit_code = 2


class ShareUnreachable(AdvocacyError):
    """The shared folder is out of reach; what was to be sent is kept."""

    exit_code = 3


class DatabaseProblem(AdvocacyError):
    """The local database cannot be used."""

    exit_code = 4


class DatabaseDamaged(DatabaseProblem):
    """The file is no sound database."""


class DatabaseNewer(DatabaseProblem):
    """The file was written by a newer version of the program."""


class DatabaseLocked(DatabaseProblem):
    """Another program held the database for too long."""


class DiskFull(DatabaseProblem):
    """There is no room to write."""


class ReadOnly(DatabaseProblem):
    """The file or its folder cannot be written to."""
