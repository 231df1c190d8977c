"""Markdown for pull requests, chats and issue trackers: told from an explanation, with no markup but its own."""
