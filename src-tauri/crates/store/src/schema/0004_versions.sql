-- Texts of a document that are kept to come back to.
CREATE TABLE versions (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    name TEXT, -- none while it goes by where it was sent
    account TEXT, -- where it was sent; none for one that was kept by hand
    text TEXT NOT NULL,
    text_hash BLOB NOT NULL, -- SHA-256 of the text
    at INTEGER NOT NULL, -- when it was kept
    changed_at INTEGER NOT NULL, -- when it was kept, renamed, dropped or brought back to the list
    dropped_at INTEGER -- dropped versions are hidden, not erased
) STRICT;

CREATE INDEX versions_of ON versions (document, at DESC) WHERE dropped_at IS NULL;

-- What was sent in before there were versions.
INSERT INTO versions (id, document, account, text, text_hash, at, changed_at)
SELECT lower(hex(randomblob(8))), live.document, live.account, live.text, live.text_hash, sent.at, sent.at
FROM live
JOIN documents ON documents.id = live.document AND documents.kind = 'template'
JOIN (
    SELECT document, account, max(coalesce(settled_at, begun_at)) AS at FROM intents
    WHERE step IN ('submit', 'amend') AND state = 'done' GROUP BY document, account
) AS sent ON sent.document = live.document AND sent.account = live.account
WHERE live.text IS NOT NULL AND live.text_hash IS NOT NULL;
