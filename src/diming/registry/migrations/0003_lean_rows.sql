-- Rows hold no more than they have to: a name holds the number of its place, a stem its bearers.

DROP VIEW named_place;

-- A name that is loaded together with its place bears the same number as the place, so that only
-- further names of a place have to be looked up by it (toponym_by_place). The program sees to it
-- that the place is there: a reference would ask for an index of every name.
CREATE TABLE lean_toponym (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  reading TEXT,
  romanization TEXT,
  valid_from TEXT,
  valid_to TEXT,
  meaning TEXT,
  era TEXT,
  heritage TEXT,
  document TEXT,
  source TEXT,
  note TEXT
);
INSERT INTO lean_toponym
SELECT t.fid, t.id, p.fid, t.name, t.kind, t.status, t.reading, t.romanization, t.valid_from,
  t.valid_to, t.meaning, t.era, t.heritage, t.document, t.source, t.note
FROM toponym AS t JOIN place AS p ON p.id = t.place_id ORDER BY t.fid;
-- No number of a name is ever given twice, also not one of a name that has been removed.
DELETE FROM sqlite_sequence WHERE name = 'lean_toponym';
INSERT INTO sqlite_sequence SELECT 'lean_toponym', seq FROM sqlite_sequence WHERE name = 'toponym';
DROP TABLE toponym;
ALTER TABLE lean_toponym RENAME TO toponym;
CREATE INDEX toponym_by_place ON toponym (place) WHERE place <> fid;
CREATE INDEX toponym_with_dates ON toponym (fid)
WHERE valid_from IS NOT NULL OR valid_to IS NOT NULL;

CREATE VIEW named_place AS
SELECT
  toponym.fid AS OGC_FID,
  place.geometry AS geometry,
  toponym.id AS id,
  toponym.name AS name,
  toponym.kind AS kind,
  toponym.status AS status,
  toponym.reading AS reading,
  toponym.romanization AS romanization,
  toponym.valid_from AS valid_from,
  toponym.valid_to AS valid_to,
  toponym.heritage AS heritage,
  place.id AS place_id,
  place.feature_class AS feature_class,
  place.jurisdiction AS jurisdiction,
  place.accuracy_m AS accuracy_m
FROM toponym JOIN place ON place.fid = toponym.place;

-- `bearers` are the numbers of the names with a stem, four bytes each, the lowest first.
DROP TABLE stem_bearer;
DROP TABLE stem;
CREATE TABLE stem (
  id INTEGER PRIMARY KEY NOT NULL,
  scope INTEGER NOT NULL,
  text TEXT NOT NULL,
  ways TEXT NOT NULL,
  bearers BLOB NOT NULL
);
-- Keys have 32 bits from now on, and words say nothing of their uses: their bearers do.
DELETE FROM stem_key;
DELETE FROM stem_scope;
DELETE FROM word_bearer;
INSERT INTO word_token (word_token) VALUES ('delete-all');
DROP TABLE word;
CREATE TABLE word (
  text TEXT PRIMARY KEY NOT NULL,
  id INTEGER NOT NULL
) WITHOUT ROWID;
UPDATE registry SET edition = '';  -- none of the names are filed any more
