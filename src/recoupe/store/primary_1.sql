-- What people gave: never derived, so migrated, never rebuilt. `record` is the truth; the columns are for queries.
CREATE TABLE report(
  number     INTEGER PRIMARY KEY,          -- the row of the term index
  id         TEXT NOT NULL UNIQUE,
  sha256     TEXT NOT NULL,
  url        TEXT,
  outlet     TEXT,
  language   TEXT NOT NULL,
  edition_of TEXT,
  record     BLOB NOT NULL
);
CREATE INDEX report_url ON report(url) WHERE url IS NOT NULL;

-- Every ingest of a report: its record without the text, which the report holds.
CREATE TABLE sighting(
  id      TEXT PRIMARY KEY,
  report  TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  sha256  TEXT NOT NULL,
  locator TEXT NOT NULL,
  record  BLOB NOT NULL
);
CREATE INDEX sighting_report ON sighting(report);

CREATE TABLE reject(
  id      TEXT PRIMARY KEY,
  reason  TEXT NOT NULL,
  locator TEXT NOT NULL,
  record  BLOB NOT NULL
);

CREATE TABLE decision(
  number INTEGER PRIMARY KEY,              -- the order in which they were made
  id     TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL,                    -- no foreign key: a decision outlives its report, as an orphan
  field  TEXT NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX decision_report ON decision(report);

CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Permanent names of events and stories: who bears one now, what it became, how it came about.
CREATE TABLE name(kind TEXT NOT NULL, member TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, member)) WITHOUT ROWID;
CREATE INDEX name_name ON name(kind, name);
CREATE TABLE redirect(old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name_log(number INTEGER PRIMARY KEY, kind TEXT NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, other TEXT);
