-- The tables of the record types, made from src/record by `npm run schema`. Lists and objects are JSON text.

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
