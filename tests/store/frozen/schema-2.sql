CREATE TABLE ideas (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL DEFAULT 'open',
        tags TEXT NOT NULL DEFAULT '[]', theme TEXT, origin TEXT,
        created_at TEXT NOT NULL, created_day TEXT NOT NULL, changed_at TEXT NOT NULL,
        deleted_at TEXT, text TEXT NOT NULL, folded TEXT NOT NULL
    ) STRICT;
CREATE INDEX ideas_by_status ON ideas (status, seq) WHERE deleted_at IS NULL;
CREATE INDEX ideas_by_origin ON ideas (origin) WHERE origin IS NOT NULL;
CREATE TABLE drafts (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL DEFAULT 'draft',
        type TEXT, channels TEXT NOT NULL DEFAULT '[]', idea TEXT,
        cursor INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL, created_day TEXT NOT NULL, changed_at TEXT NOT NULL,
        deleted_at TEXT, stale INTEGER NOT NULL DEFAULT 1,
        title TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
        picture TEXT NOT NULL DEFAULT '', alt_text TEXT NOT NULL DEFAULT '',
        first_comment TEXT NOT NULL DEFAULT '', audience TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL DEFAULT '', folded TEXT NOT NULL DEFAULT ''
    ) STRICT;
CREATE INDEX drafts_by_change ON drafts (changed_at, seq) WHERE deleted_at IS NULL;
CREATE TABLE versions (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, draft TEXT NOT NULL,
        reason TEXT NOT NULL, at TEXT NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
CREATE INDEX versions_by_draft ON versions (draft, seq);
CREATE TABLE posts (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, draft TEXT NOT NULL,
        channel TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
        day TEXT NOT NULL, deleted_at TEXT, text TEXT NOT NULL
    ) STRICT;
CREATE INDEX posts_by_draft ON posts (draft, seq);
CREATE TABLE acts (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, thing TEXT,
        at TEXT NOT NULL, day TEXT NOT NULL, deleted_at TEXT
    ) STRICT;
CREATE UNIQUE INDEX acts_once ON acts (kind, thing) WHERE thing IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX acts_by_day ON acts (day) WHERE deleted_at IS NULL;
CREATE TABLE absences (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, first TEXT NOT NULL, last TEXT,
        at TEXT NOT NULL, deleted_at TEXT
    ) STRICT;
CREATE TABLE goals (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, per_week INTEGER NOT NULL,
        from_day TEXT NOT NULL, at TEXT NOT NULL, deleted_at TEXT
    ) STRICT;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE catalogue (
        seq INTEGER PRIMARY KEY, programme TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL,
        theme TEXT NOT NULL, type TEXT NOT NULL, channels TEXT NOT NULL, language TEXT NOT NULL,
        author TEXT NOT NULL, until TEXT, source TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'shown',
        extra TEXT NOT NULL DEFAULT '{}', title TEXT NOT NULL, body TEXT NOT NULL,
        folded TEXT NOT NULL, UNIQUE (programme, id)
    ) STRICT;
CREATE INDEX catalogue_by_theme ON catalogue (programme, theme, seq);
CREATE TABLE nods (
        seq INTEGER PRIMARY KEY, programme TEXT NOT NULL, idea TEXT NOT NULL, person TEXT NOT NULL,
        at TEXT NOT NULL, event TEXT, UNIQUE (programme, idea, person)
    ) STRICT;
CREATE TABLE claims (
        seq INTEGER PRIMARY KEY, programme TEXT NOT NULL, idea TEXT NOT NULL, person TEXT NOT NULL,
        angle TEXT NOT NULL, at TEXT NOT NULL, event TEXT
    ) STRICT;
CREATE INDEX claims_by_idea ON claims (programme, idea);
CREATE TABLE programmes (
        id TEXT PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL, themes TEXT NOT NULL,
        read_at TEXT NOT NULL
    ) STRICT;
CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, target TEXT,
        payload TEXT NOT NULL, queued_at TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting'
    ) STRICT;
CREATE TABLE unsaved (
        slot TEXT PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
CREATE TABLE prompts_seen (id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE undo (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
        params TEXT NOT NULL, ids TEXT NOT NULL, rows TEXT NOT NULL, undone_at TEXT
    , redo TEXT) STRICT;
CREATE INDEX undo_open ON undo (seq) WHERE undone_at IS NULL;
CREATE VIRTUAL TABLE ideas_fts USING fts5(folded, content='ideas', content_rowid='seq', tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail=none, columnsize=0);
CREATE TRIGGER ideas_fts_insert AFTER INSERT ON ideas BEGIN INSERT INTO ideas_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE TRIGGER ideas_fts_delete AFTER DELETE ON ideas BEGIN INSERT INTO ideas_fts(ideas_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); END;
CREATE TRIGGER ideas_fts_update AFTER UPDATE OF folded ON ideas WHEN old.folded IS NOT new.folded BEGIN INSERT INTO ideas_fts(ideas_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); INSERT INTO ideas_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE VIRTUAL TABLE drafts_fts USING fts5(folded, content='drafts', content_rowid='seq', tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail=none, columnsize=0);
CREATE TRIGGER drafts_fts_insert AFTER INSERT ON drafts BEGIN INSERT INTO drafts_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE TRIGGER drafts_fts_delete AFTER DELETE ON drafts BEGIN INSERT INTO drafts_fts(drafts_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); END;
CREATE TRIGGER drafts_fts_update AFTER UPDATE OF folded ON drafts WHEN old.folded IS NOT new.folded BEGIN INSERT INTO drafts_fts(drafts_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); INSERT INTO drafts_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE VIRTUAL TABLE catalogue_fts USING fts5(folded, content='catalogue', content_rowid='seq', tokenize='unicode61', prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail=none, columnsize=0);
CREATE TRIGGER catalogue_fts_insert AFTER INSERT ON catalogue BEGIN INSERT INTO catalogue_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE TRIGGER catalogue_fts_delete AFTER DELETE ON catalogue BEGIN INSERT INTO catalogue_fts(catalogue_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); END;
CREATE TRIGGER catalogue_fts_update AFTER UPDATE OF folded ON catalogue WHEN old.folded IS NOT new.folded BEGIN INSERT INTO catalogue_fts(catalogue_fts, rowid, folded) VALUES ('delete', old.seq, old.folded); INSERT INTO catalogue_fts(rowid, folded) VALUES (new.seq, new.folded); END;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO _sqlite_migrations (id,migration_set,name,applied_at) VALUES (1, 'advocacy-tui', 'm001_first_tables', '2026-11-23 09:00:00+00:00');
INSERT INTO _sqlite_migrations (id,migration_set,name,applied_at) VALUES (2, 'advocacy-tui', 'm002_redo_and_days', '2026-11-24 09:00:00+00:00');
CREATE INDEX undo_redo ON undo (seq) WHERE redo IS NOT NULL;
CREATE INDEX ideas_by_day ON ideas (created_day, seq) WHERE deleted_at IS NULL;
CREATE INDEX drafts_stale ON drafts (seq) WHERE stale = 1;
PRAGMA application_id = 1633973881;
PRAGMA user_version = 2;
