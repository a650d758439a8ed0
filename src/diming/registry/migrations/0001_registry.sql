-- The registry as a GeoPackage 1.3 file: required tables, layers, attribute tables, our own indexes.
-- Names of columns are those of the records in diming.model; fid is the row number that GIS software needs.

PRAGMA application_id = 1196444487;  -- 'GPKG'
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined',
   'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
   'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490,
   'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]',
   'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid (2000国家大地坐标系)');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

-- What GeoPackage knows nothing of: one row that says which registry this is and how far it has come.
CREATE TABLE registry (
  id TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  revision INTEGER NOT NULL
);

CREATE TABLE place (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry GEOMETRY,
  id TEXT NOT NULL UNIQUE,
  feature_class TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  accuracy_m DOUBLE,
  grade TEXT,
  length_m DOUBLE,
  width_m TEXT,
  source TEXT,
  attributes TEXT NOT NULL
);
CREATE INDEX place_by_area ON place (jurisdiction, feature_class);

CREATE TABLE toponym (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  place_id TEXT NOT NULL REFERENCES place (id),
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
CREATE INDEX toponym_by_place ON toponym (place_id);

CREATE TABLE jurisdiction (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry MULTIPOLYGON,
  adcode TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  parent TEXT,
  source TEXT
);
CREATE INDEX jurisdiction_by_name ON jurisdiction (name);
CREATE INDEX jurisdiction_by_parent ON jurisdiction (parent);

CREATE TABLE marker (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry POINT,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  side_a TEXT NOT NULL,
  side_b TEXT NOT NULL,
  kind TEXT,
  material TEXT,
  status TEXT
);
CREATE INDEX marker_by_sides ON marker (side_a, side_b);

CREATE TABLE source (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  url TEXT,
  licence TEXT,
  vintage TEXT
);

CREATE TABLE waiver (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  person TEXT NOT NULL,
  until TEXT
);

CREATE TABLE decision (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  authority TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  document TEXT,
  toponym_id TEXT,
  note TEXT
);
CREATE INDEX decision_by_name ON decision (name);

CREATE TABLE journal (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  revision INTEGER NOT NULL,
  at DATETIME NOT NULL,
  person TEXT NOT NULL,
  reason TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  change TEXT NOT NULL,
  before TEXT,
  after TEXT
);
CREATE INDEX journal_by_record ON journal (record_id);

-- What has been written in these two stays written, whatever program holds the pen.
CREATE TRIGGER journal_stays_as_written BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_stays_whole BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER decision_stays_as_written BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_stays_whole BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- Search keys. The area stands before the name, so that a scope is one range of the key.
CREATE TABLE name_key (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  toponym INTEGER NOT NULL REFERENCES toponym (fid),
  PRIMARY KEY (kind, key, jurisdiction, toponym)
) WITHOUT ROWID;
CREATE INDEX name_key_by_toponym ON name_key (toponym);

-- How many names there are by area, class and status: every review asks, and no review should count.
CREATE TABLE tally (
  jurisdiction TEXT NOT NULL,
  feature_class TEXT NOT NULL,
  status TEXT NOT NULL,
  names INTEGER NOT NULL,
  PRIMARY KEY (jurisdiction, feature_class, status)
) WITHOUT ROWID;
CREATE TRIGGER tally_name_added AFTER INSERT ON toponym
BEGIN
  INSERT INTO tally
  SELECT jurisdiction, feature_class, NEW.status, 1 FROM place WHERE id = NEW.place_id
  ON CONFLICT DO UPDATE SET names = names + 1;
END;
CREATE TRIGGER tally_name_removed AFTER DELETE ON toponym
BEGIN
  UPDATE tally SET names = names - 1 WHERE (jurisdiction, feature_class, status) =
    (SELECT jurisdiction, feature_class, OLD.status FROM place WHERE id = OLD.place_id);
END;
CREATE TRIGGER tally_name_altered AFTER UPDATE OF status, place_id ON toponym
BEGIN
  UPDATE tally SET names = names - 1 WHERE (jurisdiction, feature_class, status) =
    (SELECT jurisdiction, feature_class, OLD.status FROM place WHERE id = OLD.place_id);
  INSERT INTO tally
  SELECT jurisdiction, feature_class, NEW.status, 1 FROM place WHERE id = NEW.place_id
  ON CONFLICT DO UPDATE SET names = names + 1;
END;
CREATE TRIGGER tally_place_altered AFTER UPDATE OF jurisdiction, feature_class ON place
BEGIN
  UPDATE tally SET names = names -
    (SELECT count(*) FROM toponym WHERE place_id = OLD.id AND toponym.status = tally.status)
  WHERE jurisdiction = OLD.jurisdiction AND feature_class = OLD.feature_class;
  INSERT INTO tally
  SELECT NEW.jurisdiction, NEW.feature_class, status, count(*) FROM toponym
  WHERE place_id = NEW.id GROUP BY status
  ON CONFLICT DO UPDATE SET names = names + excluded.names;
END;

-- Boxes by fid. They are no GeoPackage extension (its triggers need ST_ functions), so only we see them.
CREATE VIRTUAL TABLE place_box USING rtree (fid, min_x, max_x, min_y, max_y);
CREATE VIRTUAL TABLE jurisdiction_box USING rtree (fid, min_x, max_x, min_y, max_y);

-- Names on the map, for GIS software to label; GDAL takes OGC_FID of a view for its row number.
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
FROM toponym JOIN place ON place.id = toponym.place_id;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('named_place', 'features', '地名', 'names on the map (view, read only)', 4490),
  ('place', 'features', '地理实体', 'named things on the ground', 4490),
  ('jurisdiction', 'features', '行政区域', 'areas of authority, reference lines', 4490),
  ('marker', 'features', '界桩', 'boundary markers', 4490),
  ('toponym', 'attributes', '地名属性', 'names with their dates, status and source', NULL),
  ('source', 'attributes', '来源', 'where records come from', NULL),
  ('waiver', 'attributes', '豁免', 'accepted deviations', NULL),
  ('decision', 'attributes', '批复', 'official acts, append-only', NULL),
  ('journal', 'attributes', '变更日志', 'who changed what, when and why, append-only', NULL);

-- Heights are kept where they come (z = 2, optional), but areas of authority are plane.
INSERT INTO gpkg_geometry_columns VALUES
  ('named_place', 'geometry', 'GEOMETRY', 4490, 2, 0),
  ('place', 'geometry', 'GEOMETRY', 4490, 2, 0),
  ('jurisdiction', 'geometry', 'MULTIPOLYGON', 4490, 0, 0),
  ('marker', 'geometry', 'POINT', 4490, 2, 0);
