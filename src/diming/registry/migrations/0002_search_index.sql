-- Search keys by stems and words instead of by names; many names entered in the journal by one line.

DROP TABLE name_key;
DROP INDEX place_by_area;  -- no question is answered by it

-- The program counts names as it files them, many at once when many are loaded.
DROP TRIGGER tally_name_added;
DROP TRIGGER tally_name_removed;
DROP TRIGGER tally_name_altered;
DROP TRIGGER tally_place_altered;

-- Which edition of the keys (names.edition) the names are filed under; none yet.
ALTER TABLE registry ADD COLUMN edition TEXT NOT NULL DEFAULT '';

-- A search for a year asks for the few names that have dates.
CREATE INDEX toponym_with_dates ON toponym (fid)
WHERE valid_from IS NOT NULL OR valid_to IS NOT NULL;

-- What names are compared by, each distinct one of a class in a prefecture once. `ways` are its
-- readings: "cháng shān|zhǎng shān"; `scope` says which class and prefecture.
CREATE TABLE stem (
  id INTEGER PRIMARY KEY NOT NULL,
  scope INTEGER NOT NULL,
  text TEXT NOT NULL,
  ways TEXT NOT NULL
);
-- A key is a hash of 48 bits, salted with area and class: one probe meets no other area's stems.
CREATE TABLE stem_key (
  key INTEGER NOT NULL,
  stem INTEGER NOT NULL,
  PRIMARY KEY (key, stem)
) WITHOUT ROWID;
CREATE TABLE stem_bearer (
  stem INTEGER NOT NULL,
  toponym INTEGER NOT NULL,
  PRIMARY KEY (stem, toponym)
) WITHOUT ROWID;
-- How many stems there are by area and class: whoever asks of a province probes these only.
CREATE TABLE stem_scope (
  id INTEGER PRIMARY KEY NOT NULL,
  area TEXT NOT NULL,
  feature_class TEXT NOT NULL,
  stems INTEGER NOT NULL,
  UNIQUE (area, feature_class)
);

-- Distinct names, plain (names.plain). `uses` says in which counties, as heritage or not,
-- and with which classes and given readings.
CREATE TABLE word (
  text TEXT PRIMARY KEY NOT NULL,
  id INTEGER NOT NULL,
  uses TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE word_bearer (
  word INTEGER NOT NULL,
  area TEXT NOT NULL,
  toponym INTEGER NOT NULL,
  PRIMARY KEY (word, area, toponym)
) WITHOUT ROWID;
-- What a word is found by, cut by us: SQLite's own tokenizers find nothing for two characters.
CREATE VIRTUAL TABLE word_token USING fts5 (
  tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
-- Tokens are gathered in 32 MiB before they are written, so that a load writes few large pieces.
INSERT INTO word_token (word_token, rank) VALUES ('hashsize', 33554432);

-- The rows that were loaded together, and the line of the journal that tells of them. Lines on
-- single records hold the row number, for a record that is removed later can be found by no other.
ALTER TABLE journal ADD COLUMN record_fid INTEGER;
CREATE TABLE loaded (
  kind TEXT NOT NULL,
  first_fid INTEGER NOT NULL,
  last_fid INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES journal (fid),
  PRIMARY KEY (kind, first_fid)
) WITHOUT ROWID;
