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

CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  failures INTEGER NOT NULL, -- Failures in a row.
  next_at TEXT NOT NULL -- Not before this time.
) STRICT;

CREATE TABLE actors (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as a1.
  name TEXT NOT NULL,                                          -- The fullest name, from the register when the actor is linked, else from the text.
  kind TEXT NOT NULL CHECK (kind IN ('state', 'government', 'organization', 'person', 'group', 'place', 'other')), -- What sort of actor it is.
  country TEXT,                                                -- ISO 3166 alpha-3 code, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; null when the text and the register do not say.
  sectors TEXT NOT NULL,                                       -- PLOVER sector codes, the main one first.
  code TEXT,                                                   -- CAMEO actor code, country and role joined, as RUSGOV; null when unknown.
  roles TEXT NOT NULL,                                         -- Capacities in which the actor appears.
  member_of TEXT NOT NULL,                                     -- Larger actors this one belongs to.
  members TEXT NOT NULL,                                       -- For a set such as “both sides”: who is in it.
  link_register TEXT,                                          -- Who this is outside the text. Row of data/actors that this is.
  link_wikidata TEXT,                                          -- Who this is outside the text. Wikidata item, as Q159.
  mentions TEXT NOT NULL,                                      -- Every place where the text refers to the actor, in reading order.
  trace TEXT NOT NULL,                                         -- Why the country, the sectors and the link are what they are.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as e1.
  type TEXT NOT NULL,                                          -- PLOVER 2 event type.
  mode TEXT,                                                   -- PLOVER 2 mode of that type; null when none fits.
  contexts TEXT NOT NULL,                                      -- PLOVER 2 contexts.
  cameo TEXT NOT NULL,                                         -- CAMEO 1.1 code, no longer than the text supports.
  quad INTEGER NOT NULL,                                       -- 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  score REAL NOT NULL,                                         -- Goldstein-style score of the mode or type, −10 to 10.
  source TEXT NOT NULL,                                        -- Who did it. In reciprocal events everyone.
  target TEXT NOT NULL,                                        -- To whom. Empty in reciprocal events and where the text names nobody.
  source_spans TEXT NOT NULL,                                  -- The words that name the sources in this clause, or in its sentence where the clause has only a pronoun.
  target_spans TEXT NOT NULL,                                  -- The words that name the targets in this clause, or in its sentence where the clause has only a pronoun; of an act done to a thing, the thing.
  trigger_start INTEGER NOT NULL,                              -- The words that name the act. First character, counted in code points from 0.
  trigger_end INTEGER NOT NULL,                                -- The words that name the act. The character after the last one.
  evidence TEXT NOT NULL,                                      -- The clauses or sentences that tell it, further mentions included.
  when_from TEXT,                                              -- When it happened, by its own clause. First day on which the act may have happened.
  when_to TEXT,                                                -- When it happened, by its own clause. Last day.
  when_basis TEXT NOT NULL CHECK (when_basis IN ('expression', 'tense', 'document', 'none')), -- When it happened, by its own clause. Read from a time expression, from the tense and the publication date, from the document's own date, or not known.
  when_time TEXT,                                              -- When it happened, by its own clause. The time expression it was read from.
  "where" TEXT,                                                -- Where, by its own clause.
  figures TEXT NOT NULL,                                       -- Numbers that measure it.
  status TEXT NOT NULL CHECK (status IN ('actual', 'future', 'hypothetical', 'negated', 'historical')), -- Whether the text says that it happened: actual, future, hypothetical, negated or historical.
  reciprocal INTEGER NOT NULL CHECK (reciprocal IN (0, 1)),    -- True when the sources did it to one another.
  attribution TEXT,                                            -- The quote on whose word it stands; null when it is the reporter's own.
  confidence REAL NOT NULL,                                    -- Calibrated: of the records at 0.8, about 80 % are right on data that was not used to fit it.
  trace TEXT NOT NULL,                                         -- What decided the type, the mode, the status and each slot, in order.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotes (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as q1.
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect', 'act')), -- direct: inside quotation marks; indirect: in the reporter's words; mixed: both; act: a speech act whose verb is the content, as “condemned the decision”.
  content TEXT NOT NULL,                                       -- The reported words, without the outer quotation marks. Several when the cue interrupts them.
  cue_start INTEGER,                                           -- The words that report, as “said” or “according to”; null in a continued quotation. First character, counted in code points from 0.
  cue_end INTEGER,                                             -- The words that report, as “said” or “according to”; null in a continued quotation. The character after the last one.
  source_start INTEGER,                                        -- The words that name the speaker here. First character, counted in code points from 0.
  source_end INTEGER,                                          -- The words that name the speaker here. The character after the last one.
  speaker TEXT,                                                -- Who spoke. Null when the text does not say: never a guess.
  on_behalf_of TEXT,                                           -- The body a spokesperson speaks for.
  addressee TEXT,                                              -- Who was spoken to.
  medium_start INTEGER,                                        -- Where it was said, as “in a statement posted on the ministry website”. First character, counted in code points from 0.
  medium_end INTEGER,                                          -- Where it was said, as “in a statement posted on the ministry website”. The character after the last one.
  utterance TEXT NOT NULL,                                     -- Pieces of one act of speaking share this id, in reading order, as u1.
  insertions TEXT NOT NULL,                                    -- Editorial insertions inside the content, as “[Western]”.
  confidence REAL NOT NULL,                                    -- Calibrated: of the records at 0.8, about 80 % are right on data that was not used to fit it.
  trace TEXT NOT NULL,                                         -- What found the content, the cue and the speaker.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as f1.
  "start" INTEGER NOT NULL,                                    -- First character: the bound word, the number and a unit of money or measure.
  "end" INTEGER NOT NULL,                                      -- The character after the last one.
  kind TEXT NOT NULL CHECK (kind IN ('killed', 'injured', 'missing', 'displaced', 'detained', 'hostages', 'money', 'people', 'weapons', 'votes', 'percent', 'duration', 'other')), -- What is measured.
  value REAL,                                                  -- The number said; null for vague counts.
  low REAL,                                                    -- Smallest value the words allow; null when open.
  high REAL,                                                   -- Largest value the words allow; null when open.
  bound TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'over', 'at-least', 'under', 'at-most', 'range')), -- How the words bound the number.
  change TEXT CHECK (change IN ('up', 'down')),                -- A difference rather than a level: “rose by 60” is up.
  unit TEXT,                                                   -- people, an ISO 4217 currency, percent, or a unit of measure.
  of_start INTEGER,                                            -- What is counted, in the text's words. First character, counted in code points from 0.
  of_end INTEGER,                                              -- What is counted, in the text's words. The character after the last one.
  status TEXT NOT NULL CHECK (status IN ('reported', 'pledged', 'demanded', 'denied', 'projected')), -- Reported as fact, pledged, demanded, denied or projected.
  source TEXT,                                                 -- Who says so.
  as_of TEXT,                                                  -- The days for which the number holds.
  "where" TEXT,                                                -- Where it was counted.
  trace TEXT NOT NULL,                                         -- What gave the value, the bound and the kind.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as t1.
  "start" INTEGER NOT NULL,                                    -- First character; the determiner is inside, the preposition outside.
  "end" INTEGER NOT NULL,                                      -- The character after the last one.
  type TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')), -- TIMEX3 type.
  value TEXT NOT NULL,                                         -- TIMEX3 value, as 2013-01 or P2Y.
  mod TEXT,                                                    -- TIMEX3 modifier, as APPROX or START; null when none.
  "from" TEXT,                                                 -- First day the expression can mean; null when it cannot be resolved.
  "to" TEXT,                                                   -- Last day.
  trace TEXT NOT NULL,                                         -- What decided the value.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as p1.
  "start" INTEGER NOT NULL,                                    -- First character of the name.
  "end" INTEGER NOT NULL,                                      -- The character after its last one.
  name TEXT NOT NULL,                                          -- The gazetteer's name, or the text's when unknown.
  lat REAL,                                                    -- Degrees north; null when unknown.
  lon REAL,                                                    -- Degrees east; null when unknown.
  country TEXT,                                                -- ISO 3166 alpha-3.
  "admin1" TEXT,                                               -- First-level division.
  kind TEXT NOT NULL,                                          -- country, region, district, city, town, building, water, mountain, continent…
  precision TEXT NOT NULL CHECK (precision IN ('point', 'town', 'district', 'region', 'country', 'none')), -- How exact the coordinates are: a country is not a dot in its middle.
  use TEXT NOT NULL CHECK (use IN ('literal', 'metonym', 'demonym', 'modifier', 'part-of-name', 'dateline')), -- literal: a place where something is or happens; metonym: stands for its government; demonym; modifier of a noun; part of another name; dateline.
  within_start INTEGER,                                        -- Larger place named beside it, as Texas in “Paris, Texas”. First character, counted in code points from 0.
  within_end INTEGER,                                          -- Larger place named beside it, as Texas in “Paris, Texas”. The character after the last one.
  geonames INTEGER,                                            -- GeoNames number.
  trace TEXT NOT NULL,                                         -- Why this one among its namesakes.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE positions (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as s1.
  holder TEXT NOT NULL,                                        -- Whose position it is.
  target TEXT,                                                 -- The actor it is about.
  topic_start INTEGER,                                         -- What it is about, in the text's words. First character, counted in code points from 0.
  topic_end INTEGER,                                           -- What it is about, in the text's words. The character after the last one.
  polarity TEXT NOT NULL CHECK (polarity IN ('for', 'against')), -- For or against.
  strength TEXT NOT NULL CHECK (strength IN ('strong', 'moderate', 'weak')), -- How strongly it is put.
  basis TEXT NOT NULL,                                         -- The events and quotes it rests on.
  evidence TEXT NOT NULL,                                      -- The words it was read from.
  narrator INTEGER NOT NULL CHECK (narrator IN (0, 1)),        -- True when it is the reporter's own judgement.
  confidence REAL NOT NULL,                                    -- Calibrated: of the records at 0.8, about 80 % are right on data that was not used to fit it.
  trace TEXT NOT NULL,                                         -- What decided holder, target, polarity and strength.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.
  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.
  id TEXT NOT NULL,                                            -- Unique within the reading, as r1.
  kind TEXT NOT NULL CHECK (kind IN ('ally-of', 'member-of', 'leads', 'speaks-for', 'opposes', 'located-in', 'part-of', 'works-for')), -- How the two are related.
  "from" TEXT NOT NULL,                                        -- The first actor.
  "to" TEXT NOT NULL,                                          -- The second.
  evidence TEXT NOT NULL,                                      -- The words that say so.
  trace TEXT NOT NULL,                                         -- Which rule read it.
  PRIMARY KEY (reading, place_in_list)
) STRICT, WITHOUT ROWID;

CREATE TABLE who (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- The register's row, the Wikidata item, or kind, country and name.
  name TEXT NOT NULL, -- The fullest name met.
  kind TEXT NOT NULL,
  country TEXT,
  code TEXT, -- CAMEO actor code.
  sector TEXT, -- Main PLOVER sector.
  wikidata TEXT
) STRICT;

CREATE INDEX who_by_name ON who (name COLLATE NOCASE);

CREATE INDEX who_by_code ON who (code);

CREATE INDEX who_by_country ON who (country, kind);

CREATE TABLE identities (
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
  actor TEXT NOT NULL, -- Id in the reading, as a1.
  who INTEGER NOT NULL REFERENCES who (number),
  day TEXT, -- Day of publication of the article.
  PRIMARY KEY (reading, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX identities_by_who ON identities (who, day, reading);

CREATE TABLE acts (
  number INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  event INTEGER NOT NULL, -- place_in_list of the event.
  day TEXT, -- When it happened; when the text does not say, the day of publication.
  month TEXT, -- The month of the day, as 2013-03.
  source INTEGER REFERENCES who (number),
  target INTEGER REFERENCES who (number), -- Events among equals have a row for each direction.
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  quad INTEGER NOT NULL,
  score REAL NOT NULL,
  confidence REAL NOT NULL,
  country TEXT, -- Country of the place where it happened.
  first INTEGER NOT NULL -- 1 on one row of each event: sum it to count events.
, site INTEGER REFERENCES sites (number)) STRICT;

CREATE INDEX acts_by_day ON acts (day, number);

CREATE INDEX acts_by_source ON acts (source, day, number);

CREATE INDEX acts_by_target ON acts (target, day, number);

CREATE INDEX acts_by_mode ON acts (mode, day, number);

CREATE INDEX acts_by_country ON acts (country, day, number);

CREATE INDEX acts_by_reading ON acts (reading);

CREATE INDEX acts_by_pair ON acts (source, target, status, day, score);

CREATE INDEX acts_by_article ON acts (article, status, source, target, day, score);

CREATE INDEX acts_by_month ON acts (month, status, score, first);

CREATE TABLE said (
  number INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  quote INTEGER NOT NULL, -- place_in_list of the quote.
  day TEXT, -- Day of publication.
  kind TEXT NOT NULL,
  speaker INTEGER REFERENCES who (number),
  behalf INTEGER REFERENCES who (number),
  words TEXT NOT NULL -- What was said, the pieces joined by " … ".
) STRICT;

CREATE INDEX said_by_day ON said (day, number);

CREATE INDEX said_by_speaker ON said (speaker, day, number);

CREATE INDEX said_by_behalf ON said (behalf, day, number);

CREATE INDEX said_by_reading ON said (reading);

CREATE VIRTUAL TABLE said_words USING fts5 (words, content = 'said', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER said_words_added AFTER INSERT ON said BEGIN
  INSERT INTO said_words (rowid, words) VALUES (new.number, new.words);
END;

CREATE TRIGGER said_words_removed AFTER DELETE ON said BEGIN
  INSERT INTO said_words (said_words, rowid, words) VALUES ('delete', old.number, old.words);
END;

CREATE INDEX figures_by_kind ON figures (kind, value);

CREATE INDEX places_by_name ON places (name COLLATE NOCASE);

CREATE INDEX places_by_country ON places (country);

CREATE VIEW event_list AS
SELECT a.hash AS article, a.title, a.publisher, a.published_from, e.id AS event, e.type, e.mode, e.status, e.quad, e.score, e.cameo, e.confidence,
  (SELECT group_concat(w.name, '; ') FROM json_each(e.source) s JOIN identities i ON i.reading = r.number AND i.actor = s.value JOIN who w ON w.number = i.who) AS source,
  (SELECT group_concat(w.name, '; ') FROM json_each(e.target) s JOIN identities i ON i.reading = r.number AND i.actor = s.value JOIN who w ON w.number = i.who) AS target,
  coalesce(e.when_from, a.published_from) AS day, e.when_from, e.when_to, p.name AS place, p.country, p.lat, p.lon,
  substr(a.text, e.trigger_start + 1, e.trigger_end - e.trigger_start) AS trigger,
  substr(a.text, json_extract(e.evidence, '$[0].start') + 1, json_extract(e.evidence, '$[0].end') - json_extract(e.evidence, '$[0].start')) AS evidence
FROM readings r JOIN articles a ON a.number = r.article JOIN events e ON e.reading = r.number
LEFT JOIN places p ON p.reading = r.number AND p.id = e."where"
WHERE r.current = 1;

CREATE VIEW quote_list AS
SELECT a.hash AS article, a.title, a.publisher, a.published_from AS day, q.id AS quote, q.kind, q.utterance, s.words, w.name AS speaker, w.country AS speaker_country, b.name AS behalf, q.confidence
FROM said s JOIN articles a ON a.number = s.article JOIN quotes q ON q.reading = s.reading AND q.place_in_list = s.quote
LEFT JOIN who w ON w.number = s.speaker LEFT JOIN who b ON b.number = s.behalf;

CREATE VIEW figure_list AS
SELECT a.hash AS article, a.title, a.published_from AS day, f.id AS figure, f.kind, f.value, f.low, f.high, f.bound, f.change, f.unit, f.status,
  substr(a.text, f."start" + 1, f."end" - f."start") AS words, substr(a.text, f.of_start + 1, f.of_end - f.of_start) AS counted, p.name AS place, p.country
FROM readings r JOIN articles a ON a.number = r.article JOIN figures f ON f.reading = r.number
LEFT JOIN places p ON p.reading = r.number AND p.id = f."where"
WHERE r.current = 1;

CREATE VIEW position_list AS
SELECT a.hash AS article, a.title, a.published_from AS day, s.id AS position, h.name AS holder, h.country AS holder_country, t.name AS target, s.polarity, s.strength, s.confidence,
  substr(a.text, s.topic_start + 1, s.topic_end - s.topic_start) AS topic,
  substr(a.text, json_extract(s.evidence, '$[0].start') + 1, json_extract(s.evidence, '$[0].end') - json_extract(s.evidence, '$[0].start')) AS evidence
FROM readings r JOIN articles a ON a.number = r.article JOIN positions s ON s.reading = r.number
LEFT JOIN identities hi ON hi.reading = r.number AND hi.actor = s.holder LEFT JOIN who h ON h.number = hi.who
LEFT JOIN identities ti ON ti.reading = r.number AND ti.actor = s.target LEFT JOIN who t ON t.number = ti.who
WHERE r.current = 1;

CREATE VIEW place_list AS
SELECT a.hash AS article, a.title, a.published_from AS day, p.id AS place, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p."precision", p.use, p.geonames,
  substr(a.text, p."start" + 1, p."end" - p."start") AS words
FROM readings r JOIN articles a ON a.number = r.article JOIN places p ON p.reading = r.number
WHERE r.current = 1;

CREATE VIEW time_list AS
SELECT a.hash AS article, a.title, a.published_from AS day, t.id AS time, t.type, t.value, t.mod, t."from" AS time_from, t."to" AS time_to,
  substr(a.text, t."start" + 1, t."end" - t."start") AS words
FROM readings r JOIN articles a ON a.number = r.article JOIN times t ON t.reading = r.number
WHERE r.current = 1;

CREATE VIEW actor_list AS
SELECT w.number AS who, w.name, w.kind, w.country, w.code, w.sector, w.wikidata, count(DISTINCT r.article) AS articles
FROM who w JOIN identities i ON i.who = w.number JOIN readings r ON r.number = i.reading AND r.current = 1
GROUP BY w.number;

CREATE TABLE sites (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT, -- ISO 3166 alpha-3.
  kind TEXT NOT NULL, -- As in places.
  precision TEXT NOT NULL,
  lat REAL, -- Degrees north and east, to four places; null when unknown.
  lon REAL
) STRICT;

CREATE UNIQUE INDEX sites_once ON sites (name, coalesce(country, ''), kind, precision, coalesce(lat, 999), coalesce(lon, 999));

CREATE INDEX sites_by_name ON sites (name COLLATE NOCASE);

CREATE INDEX acts_by_site ON acts (site, status, first, day, score);

CREATE TABLE article_countries (
  country TEXT NOT NULL, -- Of an actor or a place in the current reading.
  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  PRIMARY KEY (country, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_countries_by_article ON article_countries (article);

CREATE INDEX acts_by_type ON acts (type, first, day, number);

CREATE INDEX acts_by_type_and_article ON acts (type, article);
