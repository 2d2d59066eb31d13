import GRDB

/// The index's tables, by numbered migrations. A released migration never changes; a new one follows it.
enum IndexSchema {
  /// The newest schema that this program knows.
  static let version = 2

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: first) }
    migrator.registerMigration("2") { try $0.execute(sql: second) }
    return migrator
  }

  /// Schema 1. Rows of `file` and `article` own all rows below them.
  private static let first = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- A file of articles/, as it was when it was processed.
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,       -- nanoseconds since 1970
      inode INTEGER NOT NULL,
      hash TEXT,                       -- sha256: of its bytes
      key TEXT NOT NULL,               -- its path at first sight
      stamp TEXT NOT NULL,             -- what its facts depend on beside its bytes
      error TEXT                       -- why it could not be read
    );
    CREATE INDEX file_hash ON file (hash);

    -- An article: a file, or a line of a .jsonl file. A line that is none has an error and no facts.
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file (id),
      line INTEGER NOT NULL,           -- from 1
      key TEXT NOT NULL,
      version TEXT NOT NULL,           -- sha256: of the bytes it was read from
      title TEXT,
      date TEXT,
      date_from TEXT NOT NULL,
      publisher TEXT,
      url TEXT,
      characters INTEGER NOT NULL,     -- scalars of its decoded text
      sentences INTEGER NOT NULL,
      facts INTEGER NOT NULL,
      fingerprint BLOB,                -- of its normalized text, for reprints
      reprint_of TEXT,                 -- key of the article that it repeats
      error TEXT
    );
    CREATE INDEX article_file ON article (file);
    CREATE INDEX article_key ON article (key);
    CREATE INDEX article_version ON article (version);

    CREATE TABLE sentence (
      row INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id),
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      spans TEXT NOT NULL              -- [[start,end],…], scalars of the decoded file
    );
    CREATE INDEX sentence_article ON sentence (article, ordinal);

    -- Pairs of neighbouring characters of each sentence, by its row.
    CREATE VIRTUAL TABLE search USING fts5 (text, content='', detail=none, tokenize='ascii');

    CREATE TABLE fact (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id),
      sentence INTEGER REFERENCES sentence (row),
      ordinal INTEGER NOT NULL,
      record TEXT NOT NULL,            -- as `extract` writes it
      confidence REAL NOT NULL,
      kind TEXT NOT NULL,
      aspect TEXT NOT NULL,
      status TEXT NOT NULL,
      measure TEXT,
      subject TEXT,
      time TEXT,
      added TEXT                       -- the decision that added it; null for extracted ones
    );
    CREATE INDEX fact_added ON fact (added) WHERE added IS NOT NULL;
    CREATE INDEX fact_id ON fact (id);
    CREATE INDEX fact_article ON fact (article, ordinal);
    CREATE INDEX fact_sentence ON fact (sentence, ordinal);
    CREATE INDEX fact_confidence ON fact (confidence, article, ordinal, id);

    CREATE TABLE entity (
      row INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id),
      sentence INTEGER REFERENCES sentence (row),
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      spans TEXT NOT NULL
    );
    CREATE INDEX entity_article ON entity (article, ordinal);

    -- Numerals that no fact took.
    CREATE TABLE unclaimed (
      row INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id),
      sentence INTEGER REFERENCES sentence (row),
      ordinal INTEGER NOT NULL,
      text TEXT NOT NULL,
      spans TEXT NOT NULL,
      reason TEXT NOT NULL
    );
    CREATE INDEX unclaimed_article ON unclaimed (article, ordinal);

    -- The log, as far as it was read: meta has its length.
    CREATE TABLE decision (
      id TEXT PRIMARY KEY,
      time TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      object TEXT,                     -- the decision that undo and redo are about
      undone INTEGER NOT NULL,
      head TEXT NOT NULL               -- the line without its targets
    ) WITHOUT ROWID;
    CREATE INDEX decision_object ON decision (object) WHERE object IS NOT NULL;

    CREATE TABLE target (
      decision TEXT NOT NULL,
      turn INTEGER NOT NULL,
      fact TEXT NOT NULL,              -- the id it had
      article TEXT NOT NULL,           -- the key of its article
      quote TEXT,                      -- the words it was about
      home TEXT,                       -- the id it has; null for an orphan
      way TEXT,
      score REAL,
      PRIMARY KEY (decision, turn)
    ) WITHOUT ROWID;
    CREATE INDEX target_home ON target (home);

    -- What the decisions about a fact come to; facts without any have no row.
    CREATE TABLE review (
      fact TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      carried REAL,                    -- the lowest score of a carried decision
      record TEXT,                     -- with the corrections that hold
      detail TEXT NOT NULL             -- the whole review
    ) WITHOUT ROWID;
    CREATE INDEX review_state ON review (state);
    """

  /// Schema 2. Forgets all articles, so that `process` makes them anew: rows of sentences and facts are numbered by
  /// their articles (`RowNumber`) and need fewer indexes, names and unclaimed numerals are one row an article.
  private static let second = """
    DELETE FROM meta;
    DROP TABLE unclaimed;
    DROP TABLE entity;
    DROP TABLE fact;
    DROP TABLE search;
    DROP TABLE sentence;
    DELETE FROM article;
    DELETE FROM file;

    CREATE TABLE sentence (
      row INTEGER PRIMARY KEY,         -- article << 28 | ordinal
      article INTEGER AS (row >> 28),
      ordinal INTEGER AS (row & 0xFFFFFFF),
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      spans TEXT NOT NULL              -- [[start,end],…], scalars of the decoded file
    );

    -- Pairs of neighbouring characters of each article, by its number. What a transaction adds is sorted in memory.
    CREATE VIRTUAL TABLE search USING fts5 (text, content='', detail=none, tokenize='ascii');
    INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);

    CREATE TABLE fact (
      row INTEGER PRIMARY KEY,         -- article << 28 | ordinal
      article INTEGER AS (row >> 28),
      ordinal INTEGER AS (row & 0xFFFFFFF),
      id TEXT NOT NULL,
      sentence INTEGER,                -- its row
      confidence REAL NOT NULL,
      kind TEXT NOT NULL,
      aspect TEXT NOT NULL,
      status TEXT NOT NULL,
      measure TEXT,
      subject TEXT,
      added TEXT,                      -- the decision that added it; null for extracted ones
      record TEXT NOT NULL             -- as `extract` writes it
    );
    CREATE INDEX fact_added ON fact (added) WHERE added IS NOT NULL;
    CREATE INDEX fact_id ON fact (id);
    CREATE INDEX fact_confidence ON fact (confidence);

    -- An article's names in the order they stand.
    CREATE TABLE entity (
      article INTEGER PRIMARY KEY,
      count INTEGER NOT NULL,
      list TEXT NOT NULL               -- [[sentence's ordinal,kind,text,spans],…]
    );

    -- An article's numerals that no fact took.
    CREATE TABLE unclaimed (
      article INTEGER PRIMARY KEY,
      count INTEGER NOT NULL,
      list TEXT NOT NULL               -- [[sentence's ordinal,reason,text,spans],…]
    );
    """
}
