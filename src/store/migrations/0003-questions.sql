-- What questions are answered from: actors across articles, and one narrow row for each pair of actors in an event.
-- Everything here can be computed again from the record tables.

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
) STRICT;
CREATE INDEX acts_by_day ON acts (day, number);
CREATE INDEX acts_by_source ON acts (source, day, number);
CREATE INDEX acts_by_target ON acts (target, day, number);
CREATE INDEX acts_by_type ON acts (type, day, number);
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

-- For people who ask in SQL: one row a record of the current readings, with names and words instead of numbers.
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
