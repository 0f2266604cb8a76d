CREATE TABLE projects (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL -- milliseconds since 1970, UTC, as everywhere here
) STRICT;

CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    project TEXT NOT NULL REFERENCES projects (id),
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    deleted_at INTEGER, -- deleted documents are hidden, not erased
    -- What the list of recent work shows, so that it opens without reading a text:
    screens INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    text_hash BLOB NOT NULL -- SHA-256 of the current text
) STRICT;

CREATE INDEX documents_recent ON documents (edited_at DESC) WHERE deleted_at IS NULL;

-- Every revision: what led to it, forward. Undo and redo are revisions too.
CREATE TABLE edits (
    document TEXT NOT NULL REFERENCES documents (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    name TEXT NOT NULL,
    change TEXT NOT NULL,
    checksum BLOB NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
    document TEXT NOT NULL REFERENCES documents (id),
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL,
    checksum BLOB NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT;

-- Journal rows that could not be read any more, kept as they were found.
CREATE TABLE damaged_edits (
    found_at INTEGER NOT NULL,
    document TEXT NOT NULL,
    revision INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;

-- Accounts Flows are published to. The token lies in the system's keychain.
CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    waba_id TEXT NOT NULL,
    phone_number_id TEXT NOT NULL,
    display_phone_number TEXT,
    base_url TEXT,
    last4 TEXT,
    created_at INTEGER NOT NULL
) STRICT;

-- What is live of a document in an account. A file published by the command line goes by `file:` and its name.
CREATE TABLE live (
    document TEXT NOT NULL,
    account TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    status TEXT NOT NULL,
    text_hash BLOB,
    text TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (document, account)
) STRICT;

-- The outbox: what is about to be asked of the other side, written before the call; the outcome after it.
CREATE TABLE intents (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL,
    account TEXT NOT NULL,
    step TEXT NOT NULL,
    detail TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'failed', 'unknown')),
    remote_id TEXT,
    begun_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;

CREATE INDEX intents_open ON intents (account, document) WHERE state IN ('begun', 'unknown');

CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO projects (id, name, created_at) VALUES ('default', 'My work', 0);
