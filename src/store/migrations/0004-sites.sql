-- Where events happened, and which countries an article is about: the map and the list of articles by country are answered from here.

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

ALTER TABLE acts ADD COLUMN site INTEGER REFERENCES sites (number); -- Where it happened, by its own clause; null when the text does not say.

INSERT OR IGNORE INTO sites (name, country, kind, precision, lat, lon)
SELECT DISTINCT p.name, p.country, p.kind, p.precision, round(p.lat, 4), round(p.lon, 4)
FROM acts JOIN events e ON e.reading = acts.reading AND e.place_in_list = acts.event JOIN places p ON p.reading = e.reading AND p.id = e."where";
UPDATE acts SET site = (
  SELECT s.number FROM events e JOIN places p ON p.reading = e.reading AND p.id = e."where"
  JOIN sites s ON s.name = p.name AND coalesce(s.country, '') = coalesce(p.country, '') AND s.kind = p.kind AND s.precision = p.precision
    AND coalesce(s.lat, 999) = coalesce(round(p.lat, 4), 999) AND coalesce(s.lon, 999) = coalesce(round(p.lon, 4), 999)
  WHERE e.reading = acts.reading AND e.place_in_list = acts.event
);
CREATE INDEX acts_by_site ON acts (site, status, first, day, score);

CREATE TABLE article_countries (
  country TEXT NOT NULL, -- Of an actor or a place in the current reading.
  article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  PRIMARY KEY (country, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_countries_by_article ON article_countries (article);

INSERT OR IGNORE INTO article_countries (country, article)
SELECT w.country, r.article FROM readings r JOIN identities i ON i.reading = r.number JOIN who w ON w.number = i.who WHERE r.current = 1 AND w.country IS NOT NULL;
INSERT OR IGNORE INTO article_countries (country, article)
SELECT p.country, r.article FROM readings r JOIN places p ON p.reading = r.number WHERE r.current = 1 AND p.country IS NOT NULL AND p.use <> 'part-of-name';
