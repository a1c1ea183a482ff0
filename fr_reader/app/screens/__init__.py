"""The screens and dialogs of the app, each with the style sheet of its name beside it."""
