"""Putting right what is known about an article, from wherever the user is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App

from fr_reader.app.screens.metadata import MetadataEditor, News
from fr_reader.app.tell import tell
from fr_reader.model import Metadata, StoreError
from fr_reader.model.describing import changed, date_doubt
from fr_reader.store import Store

Done = Callable[[Metadata], Awaitable[None]]
"""What is called with all that is known once it is saved."""


def describe(app: App[None], store: Store, article_id: str, done: Done) -> None:
    """Show what is known about an article and save what is changed; `done` is called then.

    What cannot be saved is shown again, so that nothing typed is lost. Only the fields that were
    changed are written, so what another window has changed meanwhile stays.
    """
    try:
        known = store.entry(article_id).metadata
    except StoreError as error:
        tell(app, str(error), "Not opened", "error")
        return
    _edit(app, store, article_id, MetadataEditor(known), done)


def _edit(
    app: App[None], store: Store, article_id: str, editor: MetadataEditor, done: Done
) -> None:
    async def save(news: News | None) -> None:
        if not news:
            return
        try:
            known = await asyncio.to_thread(_saved, store, article_id, news)
        except StoreError as error:
            tell(app, str(error), "Not saved", "error")
            _edit(app, store, article_id, editor.again(news), done)
            return
        doubt = date_doubt(known.published) if "published" in news else ""
        if doubt:
            tell(app, f"published: {doubt}", "Saved", "warning")
        await done(known)

    app.push_screen(editor, save)


def _saved(store: Store, article_id: str, news: News) -> Metadata:
    """Write what was changed over what is known now. Raises StoreError."""
    known = changed(store.entry(article_id).metadata, **news)
    return store.update(article_id, known).metadata
