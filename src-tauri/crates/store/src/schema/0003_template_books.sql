-- Sample files that an account has got, so that each is uploaded once. Whoever finds that a handle is not taken any more
-- forgets it.
CREATE TABLE handles (
    account TEXT NOT NULL,
    hash BLOB NOT NULL, -- SHA-256 of the file's bytes
    handle TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account, hash)
) STRICT;

-- What was done lately: limits count it.
CREATE INDEX intents_lately ON intents (account, step, begun_at);
