-- The record book: articles, who read them with what, and what could not be read.
-- Offsets everywhere count code points from 0, end not included: substr(text, start + 1, end - start) is a span's words.

CREATE TABLE articles (
  number INTEGER PRIMARY KEY, -- Order of arrival.
  hash TEXT NOT NULL UNIQUE, -- sha256 of the text in UTF-8: the same text is kept once.
  id TEXT NOT NULL, -- The caller's id, or the first sixteen digits of the hash.
  origin TEXT, -- Where the text came from: a path or an address.
  title TEXT,
  publisher TEXT,
  author TEXT,
  language TEXT, -- ISO 639-1 code.
  published_from TEXT, -- First day on which it can have been published; null when unknown.
  published_to TEXT, -- Last day.
  published_basis TEXT NOT NULL CHECK (published_basis IN ('given', 'metadata', 'address', 'dateline', 'inferred', 'unknown')), -- How we know.
  text TEXT NOT NULL, -- The article, exactly as it was given.
  cluster TEXT NOT NULL, -- Articles with the same words (wire copies) share a cluster: the smallest hash among them.
  state TEXT NOT NULL CHECK (state IN ('read', 'unread')), -- unread: in another language than English; kept and searchable, never read as English.
  added_at TEXT NOT NULL -- When it came into the book.
) STRICT;
CREATE INDEX articles_by_day ON articles (published_from, hash);
CREATE INDEX articles_by_cluster ON articles (cluster);
CREATE INDEX articles_by_origin ON articles (origin);
CREATE INDEX articles_by_id ON articles (id);

-- Word-shingle signatures of articles, cut into bands: two articles that share a band are compared.
CREATE TABLE bands (
  band INTEGER NOT NULL, -- Which band of the signature, and its value, in one number.
  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE signatures (
  article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
  signature TEXT NOT NULL -- 128 minima of hashed word shingles, eight hexadecimal digits each.
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER article_words_added AFTER INSERT ON articles BEGIN
  INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER article_words_removed AFTER DELETE ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER article_words_changed AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TABLE coders (
  number INTEGER PRIMARY KEY,
  version TEXT NOT NULL, -- Version of the program.
  model TEXT NOT NULL, -- sha256 of the language model.
  data TEXT NOT NULL, -- sha256 of the knowledge tables, users' dictionaries included.
  UNIQUE (version, model, data)
) STRICT;

CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  coder INTEGER NOT NULL REFERENCES coders (number),
  current INTEGER NOT NULL CHECK (current IN (0, 1)), -- 1: the reading that questions are answered from; 0: an older one, kept to compare.
  contract INTEGER NOT NULL, -- Version of the output contract.
  sentences TEXT NOT NULL, -- JSON list of spans.
  pairs TEXT, -- JSON list of answers to asked pairs; null when none were asked.
  notes TEXT NOT NULL, -- JSON list of oddities in the text.
  UNIQUE (article, coder)
) STRICT;
CREATE UNIQUE INDEX readings_current ON readings (article) WHERE current = 1;

CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY,
  doc_hash TEXT, -- sha256 of the text, where there was one.
  source TEXT NOT NULL, -- File, address or standard input.
  line INTEGER, -- Line in the file, from 1.
  byte_offset INTEGER, -- Byte in the file, for archives.
  reason TEXT NOT NULL, -- Reason code; docs/reference/problems.md lists them.
  detail TEXT NOT NULL, -- What happened, in words.
  coder_version TEXT NOT NULL,
  at TEXT NOT NULL -- When it was put here.
) STRICT;
CREATE UNIQUE INDEX quarantine_once ON quarantine (source, coalesce(line, -1), coalesce(byte_offset, -1), reason);

-- Feeds that are watched, and how they are asked again.
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  failures INTEGER NOT NULL, -- Failures in a row.
  next_at TEXT NOT NULL -- Not before this time.
) STRICT;
