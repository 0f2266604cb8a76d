-- Documents of other kinds than Flows, and the pictures and files that they show.
ALTER TABLE documents ADD COLUMN kind TEXT NOT NULL DEFAULT 'flow';

-- What a list says of a document of this kind, in the caller's words.
ALTER TABLE documents ADD COLUMN summary TEXT NOT NULL DEFAULT '';

CREATE INDEX documents_of_kind ON documents (kind, edited_at DESC) WHERE deleted_at IS NULL;

-- Never changed: another file has another name.
CREATE TABLE media (
    name TEXT PRIMARY KEY NOT NULL,
    hash BLOB UNIQUE NOT NULL, -- SHA-256 of the bytes
    bytes BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

-- More that the other side says of what is live, in the caller's words.
ALTER TABLE live ADD COLUMN detail TEXT NOT NULL DEFAULT '';
