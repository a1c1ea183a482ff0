"""The one family of errors people are meant to read."""


class FrReaderError(Exception):
    """Something the user can mend; its message is one sentence naming the thing and the remedy.

    The command line prints it and leaves with exit code 2; the app shows it as a message.
    """


class InputError(FrReaderError):
    """A file or text that cannot be read as an article."""


class StoreError(FrReaderError):
    """A project that cannot be opened, or an act that could not be saved."""


class ExportError(FrReaderError):
    """Notes that could not be written."""
